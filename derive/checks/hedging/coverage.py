"""Whether what a hedge of one text held back is held back in the other text as well, by whatever hedge.

A hedge says either whose word it is (alleged, reported, believed, said) or how sure it is (may, likely, planned,
usually). Where the original says both, each must be kept; where it says one, the other does as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from derive.checks.telling import Words
from derive.facts.hedges import Hedge, HedgeClass, Weight, makes_up
from derive.facts.reading import within
from derive.model import Sentence

_WORD_OF = frozenset({HedgeClass.ALLEGATION, HedgeClass.REPORT, HedgeClass.BELIEF, HedgeClass.CREDIT})
_FORWARD = frozenset({HedgeClass.MODALITY, HedgeClass.INTENT, HedgeClass.BELIEF})
_ASIDE = 8  # words of a clause that only says who said it: ", said the minister of health."
_PARTED = frozenset("who which where whose but while although".split())


def is_covered(hedge: Hedge, origin: Words, other: Words, sentence: Sentence, at: Sequence[int]) -> bool:
    """Whether some hedge of a sentence holds back its words `at`, which tell what a hedge of `origin` holds back."""
    others = within(other.reading.facts.hedges, sentence.span)
    place = origin.document.sentence_at(hedge.span.start)
    mine = within(origin.reading.facts.hedges, place.span) if place else (hedge,)
    kept = [one for one in others if _is_same(one, hedge)]
    if kept and len(kept) >= sum(_is_same(one, hedge) for one in mine):
        return True
    covers = (one for one in others if makes_up(hedge, one) and _is_over(one, other, at))
    return any(
        (_is_same(one, hedge) or place is None or not _is_taken(one, others, other, hedge, mine, origin, place))
        and not (hedge.kind is HedgeClass.INTENT and _is_behind(one, at))
        for one in covers
    )


def is_accusing(words: Words, sentence: Sentence) -> bool:
    """Whether a sentence says of anything that it is only somebody's word."""
    return any(one.kind in _WORD_OF for one in within(words.reading.facts.hedges, sentence.span))


def _is_same(one: Hedge, other: Hedge) -> bool:
    return one.kind is other.kind and one.text.lower() == other.text.lower()


def _is_behind(one: Hedge, at: Sequence[int]) -> bool:
    """Whether a hedge holds back only what follows the told word: "will announce whether" is an announcement."""
    return one.kind in _FORWARD and one.reach == "right" and one.text.lower() != "if" and one.words[0] > at[0]


def _is_taken(
    cover: Hedge,
    others: Sequence[Hedge],
    words: Words,
    hedge: Hedge,
    mine: Sequence[Hedge],
    origin: Words,
    place: Sentence,
) -> bool:
    """Whether a hedge stands for another one of the original's sentence, and so does not stand for this one."""
    stem = _stem(words, cover)
    word_of = cover.kind in _WORD_OF
    kinds = _WORD_OF if word_of else frozenset({cover.kind})
    rest = [one for one in mine if one.words[0] != hedge.words[0] and one.kind in kinds]
    twins = [one for one in rest if _stem(origin, one) == stem]
    again = sum(_stem(words, one) == stem for one in others if one.kind is cover.kind)
    if not twins and word_of and (hedge.kind not in _WORD_OF or hedge.reach == "noun"):
        twins = rest
    if len(twins) < max(1, again):
        beside = (*range(place.tokens[0], hedge.words[0]), *range(hedge.words[1], place.tokens[1]))
        said = sum(bool(origin.keys[at]) and origin.document.tokens[at].stem == stem for at in beside)
        return word_of and said >= max(1, again)
    if not any(_is_over(one, origin, hedge.governs[:1]) for one in twins):
        return True
    if word_of and hedge.kind in _WORD_OF:
        return hedge.reach == "noun"  # whoever says so, an alleged thief is no thief
    return not (cover.weight is Weight.FIRM and cover.kind is hedge.kind)  # "could potentially" may become "could"


def _stem(words: Words, hedge: Hedge) -> str:
    """The stem of a hedge's telling word: "are alleged" is of the stem of "alleged"."""
    at = max(range(*hedge.words), key=lambda at: (bool(words.keys[at]), len(words.norm(at))))
    return words.document.tokens[at].stem


def _is_over(one: Hedge, words: Words, at: Sequence[int]) -> bool:
    """Whether a hedge stands in the clause of some words, or says beside or before it who says so."""
    start, first, last = one.words[0], min(at), max(at)
    if start in at:
        return False  # one of the words that are told ("the report")
    if one.kind is HedgeClass.CREDIT or one.text.lower() == "according to":
        scope = range(*one.scope)
        inside = [words.norm(between) for between in scope]
        if len(inside) <= _ASIDE and "that" not in inside and inside[0] not in _PARTED:
            return True
        return start < last and not any(words.norm(between) in _PARTED for between in range(start, first))
    return one.scope[0] - 1 <= last and first <= one.scope[1]
