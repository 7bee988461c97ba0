"""Whether what one sentence denies, another affirms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from derive.checks.clauses import Clause, Retold, clause_at, core, retold
from derive.checks.telling import Told, Words, seam, told
from derive.facts.polarity import Polarity, Predicate, shared
from derive.facts.polarity.lexicon import denied_by_prefix, negative, open_verbs, opposite_keys, outright
from derive.facts.polarity.words import alike
from derive.facts.reading import within
from derive.model import Role, Sentence

_TOLD = 0.55  # share of a denied predicate's words that must be told for it to be the same
_CLEAR = 0.8  # share from which the words themselves say enough
_BARELY = 0.4  # the same, where no word of the other sentence denies anything
_ELSEWHERE = 0.6  # share at which another sentence says it as the rewrite does
_NOUN_TOLD = 3  # words that must be told where "no" or "none" denies a whole clause
_NEAR = 4  # words on either side of what is told where a denial would stand, beyond a stop too
_WINDOW = 9
_ONLY = 3  # words in which "only" stands before what it limits
_PREFIXES = ("un", "in", "im", "ir", "dis")
_WHOLE = frozenset("no none neither nobody".split())
_SURE = 0.7  # share of the rest of a denied clause that must be told where its verb is not
_EMPHATIC = 0.4  # the same, where the other side insists
_INSISTING = frozenset("did does do".split())
_NOT = frozenset("not never".split())
_DO = frozenset("do does did has have had will wo would".split())
_BE = frozenset("is are was were be been being".split())
_TOP = frozenset("first only sole last unique unprecedented record most least best worst new newly debut".split())
_BEFORE = frozenset("before since ever previously earlier other more longer stronger better worse than".split())
_EXCEED = ("exceed", "surpass", "beat", "top", "match", "equal")
_LACKING = frozenset("no without none absence".split())
_WANT = ("need", "want", "requir", "seek", "sought", "short", "crav", "beg", "appeal", "wait", "demand")
_UNTIL = re.compile(r"\W+(?:[\w'-]+ ){0,6}until\b")  # what was not done until Friday was done on Friday
_STOP = re.compile(r"[,;:—–()]")


class Opposed(Struct, frozen=True):
    """A denied predicate of one text, and the place in the other that tells it as affirmed."""

    predicate: Predicate
    found: Told


def denied_against_affirmed(origin: Words, place: Sentence, other: Words, sentence: Sentence) -> Iterator[Opposed]:
    """Each predicate that a sentence of `origin` denies and a sentence of `other` affirms."""
    for predicate in within(origin.reading.facts.predicates, place.span):
        denied = predicate.is_plain and predicate.polarity is Polarity.DENIED
        if denied:
            found = _cut(predicate, origin, place, other, sentence)
            awaited = _UNTIL.match(origin.document.plain, predicate.span.end, place.span.end)
            if found is None and predicate.key not in open_verbs() and not awaited:
                found = affirmed(predicate, origin, place, other, sentence, _TOLD)
            if found is not None:
                yield Opposed(predicate, found)


def denied_in_other_words(
    origin: Words, place: Sentence, other: Words, sentence: Sentence
) -> Iterator[tuple[Predicate, Retold]]:
    """Each verb that a sentence of `origin` denies, where the other tells the rest of its clause and denies nothing."""
    if Role.HEADLINE in (place.role, sentence.role) or other.asks(sentence):
        return  # a headline has too few words to be sure
    for predicate in within(origin.reading.facts.predicates, place.span):
        if not predicate.is_plain or predicate.negator is None or not _denies_verb(predicate, origin):
            continue
        clause = clause_at(origin, place, predicate.negator[0])
        but = range(predicate.negator[0], predicate.head[1])
        found = clause and retold(clause, but, origin, place, other, sentence, _EMPHATIC)
        if not found or (found.share < _SURE and not _is_emphatic(other, found.clause)):
            continue
        theirs = range(found.clause.first, found.clause.last)
        own = core(origin, place, but)
        if not any(at in found.there for at in own) or _any_negative(other, theirs):
            continue
        if not _is_record(predicate, origin, other, theirs) and not _is_opposite(predicate, other, sentence):
            yield predicate, found


def _denies_verb(predicate: Predicate, words: Words) -> bool:
    """Whether a predicate is a verb behind "not" or "never", and no word that denies by itself ("not refused")."""
    assert predicate.negator is not None
    first, last = predicate.negator
    token = words.document.tokens[predicate.head[0]]
    negator, auxiliary = words.norm(first), words.norm(first - 1)
    if negator.endswith("n't"):
        auxiliary = negator.removesuffix("n't")
    elif negator not in _NOT:
        return False
    participle = token.norm.endswith(("ed", "en")) or predicate.key != token.stem
    verb = auxiliary in _DO or (auxiliary in _BE and participle)
    return verb and last - first == 1 and token.stem not in negative() and predicate.key not in open_verbs()


def _is_emphatic(words: Words, clause: Clause) -> bool:
    """Whether a clause insists: "it did show". Nobody writes so of what was never in doubt."""
    return any(
        words.norm(at) in _INSISTING
        and words.keys[at + 1]
        and words.document.tokens[at + 1].norm[-1:] not in ("s", "d")
        for at in range(clause.first, clause.last - 1)
    )


def _any_negative(words: Words, places: range) -> bool:
    """Whether any of some words denies, in the widest sense."""
    return any(
        token.stem in negative()
        or token.norm.endswith(("n't", "less"))
        or token.norm in outright()
        or bool(denied_by_prefix(token.norm))
        for token in words.document.tokens[places.start : places.stop]
    )


def _is_opposite(predicate: Predicate, other: Words, sentence: Sentence) -> bool:
    """Whether a sentence has a word of a pair of opposites with a predicate: "not open" may be "closed"."""
    axes = {axis for axis, _ in opposite_keys().get(predicate.key, ())}
    theirs = {axis for at in range(*sentence.tokens) for axis, _ in opposite_keys().get(other.keys[at], ())}
    return bool(axes & theirs)


def _is_record(predicate: Predicate, origin: Words, other: Words, theirs: range) -> bool:
    """Whether "the first" or "the strongest" on the other side is "never before" or "none stronger" here."""
    scope = predicate.scope or predicate.head
    return any(_tops(other, at) for at in theirs) and any(
        origin.norm(at) in _BEFORE or origin.norm(at).startswith(_EXCEED) or origin.norm(at).endswith("ier")
        for at in range(scope[0], min(scope[1] + 1, len(origin.keys)))  # "… | before"
    )


def _is_in_want(predicate: Predicate, origin: Words, other: Words, theirs: range) -> bool:
    """Whether who lacks a thing on one side needs it on the other."""
    start = predicate.negator[0] if predicate.negator else predicate.head[0]
    lacks = origin.norm(start) in _LACKING or origin.norm(start).startswith("lack")
    return lacks and any(other.norm(at).startswith(_WANT) for at in theirs)


def _tops(words: Words, at: int) -> bool:
    top = words.norm(at) in _TOP or (words.norm(at).endswith("est") and bool(words.keys[at]))
    return top and words.norm(at - 1) != "at"  # "at least" tops nothing


def cut_negators(origin: Words, place: Sentence, other: Words, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Each "not" of a sentence that the other, word for word the same about it, leaves out: its place, and the gap's.

    That goes for "not entirely" and the like too, which deny nothing plainly.
    """
    negators = [at for at in range(*place.tokens) if origin.norm(at) in _NOT]
    if not negators or _outright(other, range(*sentence.tokens)) >= _outright(origin, range(*place.tokens)):
        return
    for at in negators:
        gap = seam((at, at + 1), origin, place, other, sentence)
        if gap is not None:
            yield at, gap


def _cut(predicate: Predicate, origin: Words, place: Sentence, other: Words, sentence: Sentence) -> Told | None:
    """Where a sentence tells a denied predicate word for word, the negator alone gone."""
    if predicate.negator is None or _outright(other, range(*sentence.tokens)) >= _outright(
        origin, range(*place.tokens)
    ):
        return None
    at = seam(predicate.negator, origin, place, other, sentence)
    return None if at is None else Told(1.0, tuple(range(at, min(at + 2, sentence.tokens[1]))), at)


def affirmed(
    predicate: Predicate, origin: Words, place: Sentence, other: Words, sentence: Sentence, floor: float
) -> Told | None:
    """Where a sentence tells a denied predicate without any denial."""
    found = told(predicate.phrase, origin, other, sentence, predicate.key, _WINDOW)
    least = min(_NOUN_TOLD if _denies_whole(predicate) else 2, len(predicate.phrase))
    if found.head is None or len(found.at) < least or other.asks(sentence):
        return None
    barely = found.share >= _BARELY and len(found.at) >= _NOUN_TOLD
    if found.share < floor and (not barely or _any_negative(other, range(*sentence.tokens))):
        return None
    if not _same_form(predicate, origin, other, found.head) or _also_affirmed(predicate, origin, place):
        return None
    if _is_denied(predicate, found.head, other, sentence):
        return None
    if any(other.norm(at) == "only" for at in range(found.head - _ONLY, found.head)):
        return None  # "only allows the flour" does not allow the grain
    there, here = _around(other, sentence, found.head), _around(origin, place, predicate.head[0])
    if _is_record(predicate, origin, other, there) or _is_in_want(predicate, origin, other, there):
        return None
    denials = _outright(origin, range(*place.tokens))
    if found.share < _CLEAR and _outright(other, range(*sentence.tokens)) >= denials > 0:
        return None  # the sentence denies as often: one of its denials may be this one
    if _outright(other, there) >= _outright(origin, here) > 0:
        return None  # as many denials: this one is among them, in other words
    return None if _is_negative(predicate, found, (origin, place), (other, sentence)) else found


def denied_elsewhere(predicate: Predicate, origin: Words, others: Sequence[Words]) -> bool:
    """Whether any of the others denies the same as well."""
    return any(
        one.key == predicate.key and one.polarity is Polarity.DENIED and shared(predicate, origin.keys, one, words.keys)
        for words in others
        for one in words.reading.facts.predicates
    )


def affirmed_elsewhere(predicate: Predicate, origin: Words, place: Sentence, others: Sequence[Words]) -> bool:
    """Whether another sentence affirms what a predicate denies."""
    return any(
        affirmed(predicate, origin, place, words, sentence, _ELSEWHERE) is not None
        for words in others
        for sentence, bag in zip(words.document.sentences, words.bags, strict=True)
        if predicate.key in bag and not (words is origin and sentence.index == place.index)
    )


def _denies_whole(predicate: Predicate) -> bool:
    return predicate.text.split()[0].lower() in _WHOLE


def _same_form(predicate: Predicate, origin: Words, other: Words, head: int) -> bool:
    """For a word that denies by its prefix: "unconstitutional" is not about a constitution."""
    return predicate.scope is not None or origin.norm(predicate.head[0])[-2:] == other.norm(head)[-2:]


def _also_affirmed(predicate: Predicate, words: Words, sentence: Sentence) -> bool:
    """Whether its own sentence affirms it of something else: "not shares, but it offers perks"."""
    first, last = predicate.scope or predicate.head
    scopes = [one.scope for one in within(words.reading.facts.predicates, sentence.span) if one.scope]
    return any(
        words.keys[at] == predicate.key and not any(start <= at < end for start, end in scopes)
        for at in range(*sentence.tokens)
        if not first <= at < last
    )


def _is_denied(predicate: Predicate, head: int, other: Words, sentence: Sentence) -> bool:
    """Whether the place denies it as well: by a negator, by a prefix, or with the opposite word."""
    theirs = within(other.reading.facts.predicates, sentence.span)
    for one in theirs:
        if one.scope and one.scope[0] <= head < one.scope[1]:
            return True
        if one.scope and any(
            alike(predicate.key, other.keys[at]) for at in range(one.head[0], min(one.head[0] + _NEAR, one.scope[1]))
        ):
            return True  # "in the government … but not the head of government"
        if one.polarity is Polarity.DENIED and (one.key == predicate.key or (one.is_plain and one.head[0] == head)):
            return True
    roots = tuple(prefix + predicate.key[:4] for prefix in _PREFIXES)
    if any(other.norm(at).startswith(roots) for at in range(*sentence.tokens)):
        return True
    against = {
        (f"axis {axis}", Polarity.DENIED if sign > 0 else Polarity.AFFIRMED)
        for axis, sign in opposite_keys().get(predicate.key, ())
    }
    return any((one.key, one.polarity) in against for one in theirs)


def _is_negative(
    predicate: Predicate, found: Told, origin: tuple[Words, Sentence], other: tuple[Words, Sentence]
) -> bool:
    """Whether a word that denies in a wider sense ("banned from", "cut off") stands near, and is no retelling."""
    words, sentence = origin
    first, last = predicate.scope or predicate.head
    mine = {
        words.document.tokens[at].stem
        for at in range(*sentence.tokens)
        if first <= at < last or not predicate.span.contains(words.document.tokens[at].span)
    }
    there, place = other
    for head in (at for at in range(*place.tokens) if alike(predicate.key, there.keys[at])):
        for at in _around(there, place, head):
            token = there.document.tokens[at]
            if at not in found.at and token.stem in negative() - mine and token.norm not in outright():
                return True
    return False


def _outright(words: Words, places: range) -> int:
    denying = outright()
    return sum(norm in denying for norm in words.norms[places.start : places.stop])


def _around(words: Words, sentence: Sentence, at: int) -> range:
    """The words about one: to the next stop on either side, but a few at least."""
    first = last = at
    while first > sentence.tokens[0] and (at - first < _NEAR or not _stop(words, first - 1, at)):
        first -= 1
    while last < sentence.tokens[1] - 1 and (last - at < _NEAR or not _stop(words, at, last + 1)):
        last += 1
    return range(first, last + 1)


def _stop(words: Words, first: int, last: int) -> bool:
    tokens = words.document.tokens
    return bool(_STOP.search(words.document.plain, tokens[first].end, tokens[last].start))
