"""Whether two sentences say opposite things, or different stations of a ladder, of the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from derive.checks.polarity.negatives import negatives, surplus
from derive.checks.telling import Words
from derive.facts.polarity import Order, Predicate, shared
from derive.facts.polarity.lexicon import descents, no_stations
from derive.facts.polarity.words import alike
from derive.facts.reading import within
from derive.model import Sentence

_ABOUT = 0.45  # share of the words about an opposite that must be the same
_RIVAL = 0.6  # a counterpart of the same side counts from this share of the best opposite's score
_MOST = 20  # predicates of one key in a sentence: news has three at most
_NEAR = 4  # words before a predicate in which its number stands
_WAITING = frozenset("not no never until till unless only yet without even long once when".split())
_PASSIVE = frozenset("be is are was were been being".split())


class Pair(Struct, frozen=True):
    """Two predicates that stand against each other."""

    rewrite: Predicate
    source: Predicate


def opposites(rewrite: Words, sentence: Sentence, source: Words, place: Sentence) -> Iterator[Pair]:
    """Pairs of opposites, and of stations on a ladder, said of the same thing."""
    theirs = within(source.reading.facts.predicates, place.span)
    ours = within(rewrite.reading.facts.predicates, sentence.span)
    for mine in ours:
        if mine.is_plain:
            continue
        rivals = [one for one in theirs if one.key == mine.key][:_MOST]
        against = [(_likeness(mine, rewrite, one, source), one) for one in rivals if _against(mine, one)]
        score, best = max(against, key=lambda pair: pair[0], default=(-1.0, mine))
        if score < _ABOUT or _is_kept(mine, rewrite, source, place):
            continue
        if _is_turned(mine, rewrite, sentence, best, source, place) or _is_turned(
            best, source, place, mine, rewrite, sentence
        ):
            continue
        if mine.order is Order.TIME and _waits(rewrite, sentence) != _waits(source, place):
            continue
        if any(not _against(mine, one) and _likeness(mine, rewrite, one, source) >= _RIVAL * score for one in rivals):
            continue
        if any(
            (one.key, one.polarity, one.step) == (best.key, best.polarity, best.step)
            and _likeness(best, source, one, rewrite) >= _RIVAL * score
            for one in ours
        ):
            continue  # the original's word has a counterpart of its own
        if mine.order not in (Order.CONVERSE, Order.RELATION) or not _crossed(mine, rewrite, best, source):
            yield Pair(mine, best)


def said_elsewhere(mine: Predicate, rewrite: Words, sources: Sequence[Words]) -> bool:
    """Whether any sentence of the sources says of it what the rewrite says."""
    return any(
        one.key == mine.key and not _against(mine, one) and _likeness(mine, rewrite, one, words) >= _ABOUT
        for words in sources
        for one in words.reading.facts.predicates
    )


def _likeness(a: Predicate, of_a: Words, b: Predicate, of_b: Words) -> float:
    """How far (0 to 1) two predicates are about the same; of the dead and the injured, their number tells."""
    if a.is_step:
        mine, theirs = _count(a, of_a), _count(b, of_b)
        if mine and theirs:
            return 1.0 if mine == theirs else 0.0
    return shared(a, of_a.keys, b, of_b.keys)


def _is_turned(a: Predicate, of_a: Words, in_a: Sentence, b: Predicate, of_b: Words, in_b: Sentence) -> bool:
    """Whether a word next to one of them turns it round, and not the other: "avoided the closure"."""
    start = a.negator[0] if a.negator else a.head[0]
    before = negatives(of_a, range(max(in_a.tokens[0], start - _NEAR + 1), start), prefixed=False)
    return not a.is_preposition and surplus(negatives(of_b, range(*in_b.tokens)), before)


def _waits(words: Words, sentence: Sentence) -> list[str]:
    """The words of a sentence that may tell an order of events by a denial: "not before Friday", "only after"."""
    norms = (words.norm(at) for at in range(*sentence.tokens))
    return sorted("not" if norm.endswith("n't") else norm for norm in norms if norm in _WAITING or norm.endswith("n't"))


def _count(predicate: Predicate, words: Words) -> str:
    """The figure right before or after a predicate ("41 more people were killed", "injured nine"); else empty."""
    first, last = predicate.head
    before = (words.keys[at] for at in predicate.before if first - at <= _NEAR)
    after = (words.keys[at] for at in predicate.phrase if last <= at < last + _NEAR - 1)
    return next((key for key in (*before, *after) if key[0] == "#"), "")


def _against(mine: Predicate, theirs: Predicate) -> bool:
    """Whether the rewrite's and the original's predicate of one pair or ladder say different things."""
    if not mine.is_step:
        return mine.polarity is not theirs.polarity
    number = int(mine.key.split()[1])
    return mine.step > theirs.step or (number, theirs.step, mine.step) in descents()


def _is_kept(mine: Predicate, rewrite: Words, source: Words, place: Sentence) -> bool:
    """Whether the original's sentence has the very word, so that a negator, if anything, was turned.

    Of a station on a ladder: whether it has the noun, as in "was arrested on charges of fraud".
    """
    key = rewrite.keys[mine.head[0]] if mine.head[1] - mine.head[0] == 1 else ""
    if mine.is_step:
        return any(source.keys[at] == key and source.norm(at) in no_stations() for at in range(*place.tokens))
    return not mine.is_preposition and bool(key) and key in source.bags[place.index]


def _crossed(a: Predicate, of_a: Words, b: Predicate, of_b: Words) -> bool:
    """Whether the two sides have changed places: what stands before one stands after the other."""
    passive = any(words.norm(one.head[0] - 1) in _PASSIVE for words, one in ((of_a, a), (of_b, b)))
    if a.order is Order.CONVERSE and passive:
        return True
    after = [at for at in b.phrase if at not in b.before and not b.head[0] <= at < b.head[1]]
    before = [at for at in a.before if any(alike(of_a.keys[at], of_b.keys[other]) for other in b.before)]
    return not before or any(alike(of_a.keys[x], of_b.keys[y]) for x in a.before for y in after)
