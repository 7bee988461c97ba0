"""The hedges that a sentence of the rewrite puts before what an original says plainly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.checks.examination import Examination
from derive.checks.hedging.asserting import WILL
from derive.checks.hedging.coverage import is_accusing
from derive.checks.hedging.difference import LONGEST, Difference, doubts, phrase
from derive.checks.hedging.doubts import DENIALS, held_back, without
from derive.checks.telling import Told, Words, about
from derive.facts.hedges import Hedge, HedgeClass
from derive.model import LinkKind, Sentence

_ADDED = frozenset({HedgeClass.ALLEGATION, HedgeClass.REPORT})
_ABLE = ("could", "possible", "possibility", "potential", "a possibility", "the possibility")
_MAY = frozenset("may might".split())
_OPEN = frozenset("to will would can should must if whether shall".split())


def added(
    examination: Examination, rewrite: Words, sources: Sequence[Words], sentence: Sentence
) -> Iterator[Difference]:
    """Each such hedge. Loose links are passed over: honest rewording puts hedges in, and hardly takes any out."""
    for hedge in doubts(rewrite, sentence):
        if not _weakens(hedge, rewrite):
            continue
        for place in examination.linked(sentence):
            source = sources[place.source]
            accused = hedge.reach == "noun" and is_accusing(source, place.sentence)  # that is an alleged deed
            found = without(hedge, rewrite, source, place.sentence)
            if found is None or accused or place.kind is LinkKind.LOOSE:
                continue
            if _is_plain(hedge, found, source) and not held_back(hedge, rewrite, sources):
                there = about(source, found, LONGEST)
                yield Difference(phrase(rewrite, hedge), place.source, there, f"{hedge.kind} {hedge.sense}")
                break


def _weakens(hedge: Hedge, words: Words) -> bool:
    """Whether a hedge, put into a plain statement, makes it weaker: not "could", which also tells an ability."""
    if hedge.text.lower() in _MAY and any(words.norm(at) in DENIALS for at in range(hedge.scope[0], hedge.words[0])):
        return False
    if hedge.kind is HedgeClass.MODALITY:
        return not hedge.text.lower().startswith(_ABLE)
    return hedge.kind in _ADDED or hedge.sense in ("rarely", "one of")


def _is_plain(hedge: Hedge, found: Told, other: Words) -> bool:
    """Whether what is told is stated as it is: for a "may", not as what will, shall or ought to be."""
    if len(found.at) < 2:
        return False  # one word is no statement
    head = found.head if found.head is not None else found.at[0]
    before = [other.norm(at) for at in range(max(0, head - 3), head)]
    if hedge.text.lower() in _MAY and before[-1:] and before[-1] in WILL:
        return True  # "might become" for "would become"
    return hedge.kind is not HedgeClass.MODALITY or not any(word in _OPEN for word in before)
