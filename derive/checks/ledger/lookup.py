"""A unit of a quotation against all originals: which place it comes from, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from derive.checks.ledger.alignment import Aligned, align, windows
from derive.checks.ledger.difference import Difference, differences
from derive.checks.ledger.entry import Entry, Unit, Verdict
from derive.checks.ledger.stream import Original, Stream, weight
from derive.facts.lexicon import load
from derive.facts.quotes import Kind, QuoteWord, Style
from derive.facts.quotes import words as words_of
from derive.model import Span, Witness

_ALTERED = 0.45  # share of a quotation's weight that an altered one keeps at least
_ALTERED_APART = 0.6  # … where no link leads to the place
_TOLD = 0.5  # share of its weight that a quotation made of narration keeps at least
_TOLD_APART = 0.66
_REORDERED = 0.6  # share of its content words that the linked narration has, in whatever order
_NARROW = 0.15  # the narration must be so much closer than a quotation of the original to be the origin
_FIRST_PERSON = frozenset(load("quotes")["first_person"])


@dataclass(frozen=True, slots=True)
class Found:
    """The best place for a unit in one stream of one original."""

    number: int
    original: Original
    stream: Stream
    aligned: Aligned
    linked: bool

    @property
    def spans(self) -> list[Span]:
        """The words of the original that were found."""
        return [self.stream.words[place].span for place in self.aligned.places]


def _segments(words: Sequence[QuoteWord]) -> list[list[str]]:
    """The spoken words between gaps."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word.kind is Kind.GAP:
            parts.append([])
        elif word.kind is Kind.SPOKEN:
            parts[-1].append(word.norm)
    return [part for part in parts if part]


def stands_in(words: Sequence[QuoteWord], stream: Stream) -> tuple[int, int] | None:
    """Where the words stand word for word, marked gaps aside, in order."""
    start, begin = 0, None
    for segment in _segments(words):
        run = next((one for one in stream.runs(segment) if one[0] >= start), None)
        if run is None:
            return None
        start, begin = run[1], run[0] if begin is None else begin
    return None if begin is None else (begin, start)


class Lookup:
    """Looks units up in the originals; `places` are the (source, sentence) that the rewrite's sentence is linked to."""

    def __init__(self, originals: Sequence[Original]) -> None:
        self.originals = originals

    def entry(self, unit: Unit, places: frozenset[tuple[int, int]]) -> Entry:
        """What became of a unit."""
        if any(stands_in(unit.words, one.quoted) for one in self.originals):
            gaps = any(word.kind is not Kind.SPOKEN for word in unit.words)
            return Entry(unit, Verdict.TRIMMED if gaps else Verdict.EXACT, unit.span)
        told_exactly = any(stands_in(unit.words, one.whole) for one in self.originals)
        if told_exactly and (unit.quotation.style in (Style.SCARE, Style.TITLE)):
            return Entry(unit, Verdict.TERM, unit.span)
        quoted = self._best(unit, places, quoted=True)
        told = self._best(unit, places, quoted=False) if quoted is None or quoted.aligned.kept < 0.9 else None
        if quoted and _is_altered(unit, quoted, told):
            return _altered(unit, quoted)
        if told and _is_told(unit, told):
            return _told(unit, told)
        if reordered := self._reordered(unit, places):
            return reordered
        if unit.quotation.style in (Style.SCARE, Style.TITLE):
            return Entry(unit, Verdict.TERM, unit.span)
        return Entry(unit, Verdict.UNSUPPORTED, unit.span)

    def _reordered(self, unit: Unit, places: frozenset[tuple[int, int]]) -> Entry | None:
        """The narration of a linked sentence that has the content of a unit in another order."""
        mine = {word.stem for word in unit.words if weight(word) >= 1}
        if len(mine) < 3 or unit.quotation.style in (Style.SCARE, Style.TITLE):
            return None
        for number, index in sorted(places):
            original = self.originals[number]
            sentence = original.reading.document.sentences[index]
            told = [
                word
                for word in words_of(original.reading.document.plain, sentence.span)
                if word.stem in mine and not original.is_speech(word.span)
            ]
            if len({word.stem for word in told}) >= _REORDERED * len(mine):
                span = told[0].span.to(told[-1].span)
                witness = Witness(number, span)
                return Entry(unit, Verdict.FABRICATED, unit.span, witness, span.of(original.reading.document.plain))
        return None

    def _best(self, unit: Unit, places: frozenset[tuple[int, int]], *, quoted: bool) -> Found | None:
        found = list(self._candidates(unit, places, quoted=quoted))
        return max(found, key=lambda one: one.aligned.kept + 0.1 * one.linked) if found else None

    def _candidates(self, unit: Unit, places: frozenset[tuple[int, int]], *, quoted: bool) -> Iterator[Found]:
        for number, original in enumerate(self.originals):
            stream = original.quoted if quoted else original.whole
            for window in windows(unit.words, stream):
                aligned = align(unit.words, stream, window)
                if not aligned.places:
                    continue
                at = {
                    sentence.index
                    for place in aligned.places
                    if (sentence := original.reading.document.sentence_at(stream.words[place].span.start))
                }
                near = any((number, index + step) in places for index in at for step in (-1, 0, 1))
                yield Found(number, original, stream, aligned, near)


def _is_altered(unit: Unit, quoted: Found, told: Found | None) -> bool:
    kept = quoted.aligned.kept
    if told and told.aligned.kept > kept + _NARROW and not _mostly_speech(told):
        return False
    short = sum(weight(word) >= 1 for word in unit.words) <= 2
    enough = quoted.aligned.content >= 2 or (short and quoted.aligned.content >= 1 and quoted.linked)
    if unit.quotation.style is Style.TITLE:
        return kept >= _ALTERED_APART and quoted.aligned.content >= 2
    return enough and kept >= (_ALTERED if quoted.linked else _ALTERED_APART)


def _is_told(unit: Unit, told: Found) -> bool:
    aligned = told.aligned
    if unit.quotation.style in (Style.SCARE, Style.TITLE) or _mostly_speech(told):
        return False
    enough = aligned.content >= 2 or (aligned.content >= 1 and told.linked)
    return enough and aligned.kept >= (_TOLD if told.linked else _TOLD_APART)


def _mostly_speech(found: Found) -> bool:
    """Whether most of the weight that was found stands in the original's own quotations."""
    words = [found.stream.words[place] for place in found.aligned.places]
    spoken = sum(weight(word) for word in words if found.original.is_speech(word.span))
    return 2 * spoken > sum(map(weight, words))


def _told(unit: Unit, told: Found) -> Entry:
    words = {word.norm for word in unit.words}
    if told.aligned.kept > 0.97 and words & _FIRST_PERSON:
        return Entry(unit, Verdict.RESTYLED, unit.span)  # the original's own "I" and "we": speech without marks
    spans = told.spans
    span = spans[0].to(spans[-1])
    return Entry(
        unit, Verdict.FABRICATED, unit.span, Witness(told.number, span), span.of(told.original.reading.document.plain)
    )


def _altered(unit: Unit, quoted: Found) -> Entry:
    found = list(differences(unit.words, quoted.aligned, quoted.stream, quoted.original))
    if not found:
        return Entry(unit, Verdict.RESTYLED, unit.span)
    first, last = _cluster(found)
    text = quoted.original.reading.document.plain
    mine = unit.words[max(0, first.mine[0] - 1) : last.mine[1] + 1]
    theirs = quoted.stream.words[max(0, first.theirs[0] - 1) : last.theirs[1] + 1]
    span = mine[0].span.to(mine[-1].span)
    witness = theirs[0].span.to(theirs[-1].span)
    return Entry(unit, Verdict.ALTERED, span, Witness(quoted.number, witness), witness.of(text))


def _cluster(found: Sequence[Difference]) -> tuple[Difference, Difference]:
    """The first and the last of the differences that stand together and weigh most."""
    groups: list[list[Difference]] = []
    for one in found:
        if groups and one.mine[0] - groups[-1][-1].mine[1] <= 4:
            groups[-1].append(one)
        else:
            groups.append([one])
    best = max(groups, key=lambda group: sum(one.weight for one in group))
    return best[0], best[-1]
