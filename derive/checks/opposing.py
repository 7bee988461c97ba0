"""Whether two sentences say the opposite of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from derive.checks.telling import Told, Words, told
from derive.facts.polarity import Order, Polarity, Predicate
from derive.facts.polarity.lexicon import descents, negative, opposite_keys, outright
from derive.facts.polarity.words import alike
from derive.facts.reading import within
from derive.model import Sentence

_TOLD = 0.55  # share of a denied predicate's words that must be told for it to be the same
_ELSEWHERE = 0.6  # share at which another sentence says it as the rewrite does
_ABOUT = 0.45  # share of the words about an opposite that must be the same
_RIVAL = 0.6  # a counterpart of the same side counts from this share of the best opposite's score
_PREFIXES = ("un", "in", "im", "ir", "dis")
_STOP = re.compile(r"[,;:—–()]")
_PASSIVE = frozenset("be is are was were been being".split())
_NEAR = 6  # words on either side of what is told where a denial would stand
_WINDOW = 9


@dataclass(frozen=True, slots=True)
class Opposed:
    """A denied predicate of one text, and the place in the other that tells it as affirmed."""

    predicate: Predicate
    found: Told


@dataclass(frozen=True, slots=True)
class Pair:
    """Two predicates that stand against each other."""

    rewrite: Predicate
    source: Predicate


def denied_against_affirmed(origin: Words, place: Sentence, other: Words, sentence: Sentence) -> Iterator[Opposed]:
    """Each predicate that a sentence of `origin` denies and a sentence of `other` affirms."""
    for predicate in within(origin.reading.facts.predicates, place.span):
        if _is_plain(predicate) and predicate.polarity is Polarity.DENIED:
            found = affirmed(predicate, origin, place, other, sentence, _TOLD)
            if found is not None:
                yield Opposed(predicate, found)


def affirmed(
    predicate: Predicate, origin: Words, place: Sentence, other: Words, sentence: Sentence, floor: float
) -> Told | None:
    """Where a sentence tells a denied predicate without any denial."""
    found = told(predicate.phrase, origin, other, sentence, predicate.key, _WINDOW)
    if found.head is None or found.share < floor or len(found.at) < min(2, len(predicate.phrase)):
        return None
    if other.text(sentence.span).rstrip("\"”'’").endswith("?") or not _same_form(predicate, origin, other, found.head):
        return None
    if _also_affirmed(predicate, origin, place) or _is_denied(predicate, found, other, sentence):
        return None
    if _outright(other, sentence) >= _outright(origin, place) > 0:
        return None  # as many denials: this one is among them, in other words
    mine = {
        origin.document.tokens[at].stem for at in range(*place.tokens) if not _within_negator(predicate, origin, at)
    }
    for head in (at for at in range(*sentence.tokens) if alike(predicate.key, other.keys[at])):
        near = _around(other, sentence, head)
        stems = [other.document.tokens[at].stem for at in near if at not in found.at]
        if any(stem in negative() and stem not in mine for stem in stems):
            return None
    return found


def _around(words: Words, sentence: Sentence, at: int) -> range:
    """The words about one, to the next stop on either side but some at least."""
    tokens, text = words.document.tokens, words.document.plain
    first = last = at
    while first > sentence.tokens[0] and (
        at - first < _NEAR or not _STOP.search(text, tokens[first - 1].span.end, tokens[first].span.start)
    ):
        first -= 1
    while last < sentence.tokens[1] - 1 and (
        last - at < _NEAR or not _STOP.search(text, tokens[last].span.end, tokens[last + 1].span.start)
    ):
        last += 1
    return range(first, last + 1)


def _same_form(predicate: Predicate, origin: Words, other: Words, head: int) -> bool:
    """For a word that denies by its prefix: "unconstitutional" is not about a constitution."""
    return predicate.scope is not None or origin.norm(predicate.head[0])[-2:] == other.norm(head)[-2:]


def _also_affirmed(predicate: Predicate, words: Words, sentence: Sentence) -> bool:
    """Whether its own sentence affirms it of something else: "not shares, but offers perks"."""
    first, last = predicate.scope or predicate.head
    same = (at for at in range(*sentence.tokens) if words.keys[at] == predicate.key and not first <= at < last)
    return any(
        not any(one.scope and one.scope[0] <= at < one.scope[1] for one in _predicates(words, sentence)) for at in same
    )


def _is_denied(predicate: Predicate, found: Told, other: Words, sentence: Sentence) -> bool:
    """Whether the place denies it as well: by a negator, a prefix, or the opposite word."""
    assert found.head is not None
    for one in _predicates(other, sentence):
        if one.scope and one.scope[0] <= found.head < one.scope[1]:
            return True
        if one.polarity is Polarity.DENIED and (one.key == predicate.key or one.head[0] == found.head):
            return True
    root = predicate.key[:4]
    if any(other.norm(at).startswith(tuple(prefix + root for prefix in _PREFIXES)) for at in range(*sentence.tokens)):
        return True
    sides = [side for side in opposite_keys().get(predicate.key, ())]
    return any(
        one.key == f"axis {axis}" and (one.polarity is Polarity.AFFIRMED) is (sign < 0)
        for axis, sign in sides
        for one in _predicates(other, sentence)
    )


def _outright(words: Words, sentence: Sentence) -> int:
    return sum(words.norm(at) in outright() for at in range(*sentence.tokens))


def denied_elsewhere(predicate: Predicate, origin: Words, others: Sequence[Words]) -> bool:
    """Whether any of the others denies the same as well."""
    for words in others:
        for one in words.reading.facts.predicates:
            if (
                one.polarity is Polarity.DENIED
                and one.key == predicate.key
                and shared(predicate, origin, one, words) > 0
            ):
                return True
    return False


def affirmed_elsewhere(predicate: Predicate, origin: Words, place: Sentence, others: Sequence[Words]) -> bool:
    """Whether another sentence affirms what a predicate denies."""
    return any(
        affirmed(predicate, origin, place, words, sentence, _ELSEWHERE) is not None
        for words in others
        for sentence in words.document.sentences
        if not (words is origin and sentence.index == place.index)
    )


def opposites(rewrite: Words, sentence: Sentence, source: Words, place: Sentence) -> Iterator[Pair]:
    """Pairs of opposites, and of stations on a ladder, said of the same thing."""
    theirs = _predicates(source, place)
    for mine in _predicates(rewrite, sentence):
        if _is_plain(mine):
            continue
        rivals = [(shared(mine, rewrite, one, source), one) for one in theirs if one.key == mine.key]
        if not rivals:
            continue
        same = max((score for score, one in rivals if not _against(mine, one)), default=-1.0)
        against = [(score, one) for score, one in rivals if _against(mine, one)]
        score, best = max(against, key=lambda pair: pair[0], default=(-1.0, mine))
        if score < _ABOUT or same >= _RIVAL * score:
            continue
        if mine.order is not Order.AFTER and _has_word(source, place, rewrite.keys[mine.head[0]]):
            continue
        if any(
            one.key == best.key
            and one.polarity is best.polarity
            and one.step == best.step
            and shared(best, source, one, rewrite) >= _RIVAL * score
            for one in _predicates(rewrite, sentence)
        ):
            continue  # the original's word has its own counterpart
        if mine.order is Order.CONVERSE and _crossed(mine, rewrite, best, source):
            continue
        yield Pair(mine, best)


def _has_word(words: Words, sentence: Sentence, key: str) -> bool:
    return bool(key) and key in words.keys[sentence.tokens[0] : sentence.tokens[1]]


def said_elsewhere(mine: Predicate, rewrite: Words, sources: Sequence[Words]) -> bool:
    """Whether any sentence of the sources says of it what the rewrite says."""
    return any(
        one.key == mine.key and not _against(mine, one) and shared(mine, rewrite, one, words) >= _ABOUT
        for words in sources
        for one in words.reading.facts.predicates
    )


def shared(a: Predicate, of_a: Words, b: Predicate, of_b: Words) -> float:
    """The share (0 to 1) of the words about two predicates that are the same, nearer ones counting for more."""
    mine = [at for at in a.phrase if not a.head[0] <= at < a.head[1]]
    theirs = [at for at in b.phrase if not b.head[0] <= at < b.head[1]]
    if not mine or not theirs:
        return 0.0
    hits = sum(any(alike(of_a.keys[x], of_b.keys[y]) for y in theirs) for x in mine)
    return hits / min(len(mine), len(theirs))


def _predicates(words: Words, sentence: Sentence) -> tuple[Predicate, ...]:
    return within(words.reading.facts.predicates, sentence.span)


def _is_plain(predicate: Predicate) -> bool:
    return " " not in predicate.key


def _against(mine: Predicate, theirs: Predicate) -> bool:
    """Whether the rewrite's and the original's predicate of one pair or ladder say different things."""
    if not mine.key.startswith("ladder"):
        return mine.polarity is not theirs.polarity
    number = int(mine.key.split()[1])
    return mine.step > theirs.step or (number, theirs.step, mine.step) in descents()


def _crossed(a: Predicate, of_a: Words, b: Predicate, of_b: Words) -> bool:
    """Whether the two sides have changed places: what stands before one stands after the other."""
    after = [at for at in b.phrase if at not in b.before and not b.head[0] <= at < b.head[1]]
    if any(words.norm(one.head[0] - 1) in _PASSIVE for words, one in ((of_a, a), (of_b, b))):
        return True
    before = [at for at in a.before if any(alike(of_a.keys[at], of_b.keys[other]) for other in b.before)]
    return not before or any(alike(of_a.keys[x], of_b.keys[y]) for x in a.before for y in after)


def _within_negator(predicate: Predicate, words: Words, at: int) -> bool:
    token = words.document.tokens[at]
    return predicate.span.contains(token.span) and not predicate.head[0] <= at < predicate.head[1]
