"""What bears a figure out, besides the same figure at its place: another place, arithmetic, a list of names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from derive.checks.examination import Examination
from derive.checks.figures.likeness import (
    OF_ONE_KIND,
    RIVAL,
    STRONG,
    Figure,
    is_strong,
    likeness,
    noun_likeness,
    significant,
)
from derive.facts.dates.lengths import DAYS
from derive.facts.quantities import Kind, Quantity
from derive.facts.quantities.compare import agree, comparable
from derive.facts.quantities.derived import TOTAL, Passage, counted, follows, ones
from derive.facts.quantities.words import CARDINALS
from derive.facts.reading import within
from derive.model import Role, Span
from derive.text.words import forms

_LEADS = 2  # sentences that a headline is made of
_YEAR = 365.25  # days
_BESIDE = 25  # characters on either side that may hold "other", "remaining"
_NEARLY = 0.15  # what a repetition elsewhere may be less alike than the rival
_TELLING = 3  # significant digits from which on a figure is not met twice by chance
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?=[^\W\d_]*$)")

Linked = frozenset[tuple[int, int]]  # (source, sentence) that a sentence of the rewrite is linked to


class Support:
    """The figures of an examination's originals and of its rewrite, asked for what else may bear a figure out."""

    def __init__(self, examination: Examination, new: Sequence[Figure], old: Sequence[Figure]) -> None:
        self._examination, self._new, self._old = examination, new, old

    def another_original(self, new: Figure, rival: Figure, linked: Linked) -> bool:
        """Whether an original other than the rival's has the figure and no rival of its own: it is the source then."""
        for source in sorted({old.source for old in self._old} - {rival.source}):
            olds = [old for old in self._old if old.source == source]
            has = any(comparable(new.mention, old.mention) and agree(new.mention, old.mention) for old in olds)
            there = (old for old in olds if (old.source, old.sentence) in linked)
            rivals = (old for old in there if not agree(new.mention, old.mention))
            if has and not any(likeness(new, old) >= RIVAL for old in rivals):
                return True
        return False

    def bears_out(self, new: Figure, rival: Figure | None, linked: Linked) -> bool:
        """Whether the originals have the figure elsewhere or give it by their own; a rival asks for more."""
        return (
            self._elsewhere(new, rival)
            or self._follows(new, rival, linked)
            or self._spelt(new, linked)
            or self._counts_both(new.mention)
        )

    def _counts_both(self, score: Quantity) -> bool:
        """Whether a sentence of the originals counts the two sides of a score: seven were for it, two against."""
        if score.kind is not Kind.SCORE:
            return False
        told: dict[tuple[int, int], set[float]] = {}
        for one in self._old:
            told.setdefault((one.source, one.sentence), set()).add(one.mention.low)
        return any(set(score.parts) <= values for values in told.values())

    def is_total(self, new: Figure, rival: Figure, linked: Linked) -> bool:
        """Whether a figure is called a sum ("seven in all") and is one."""
        document = self._examination.rewrite.document
        beside = _beside(new.mention, document.plain, document.sentences[new.sentence].span)
        return not TOTAL.isdisjoint(beside.replace(",", " ").split()) and self._follows(new, rival, linked)

    def _elsewhere(self, new: Figure, rival: Figure | None) -> bool:
        """Whether some other place of the originals has the figure, about the same thing where a rival is at hand."""
        strength = likeness(new, rival) if rival else 0.0
        strong = rival is not None and is_strong(new, rival)
        telling = significant(new.mention) >= _TELLING
        for old in self._old:
            if rival is None and _is_bare(new.mention, old.mention):
                return True
            if not comparable(new.mention, old.mention) or not agree(new.mention, old.mention):
                continue
            if rival is None or likeness(new, old) >= strength - (_NEARLY if strong else 0.0):
                return True
            if noun_likeness(new.mention, old.mention) >= 0.5 and (telling or not strong):
                return True
            if strength < STRONG and new.mention.kind in OF_ONE_KIND:
                return True
        return False

    def _follows(self, new: Figure, rival: Figure | None, linked: Linked) -> bool:
        near = frozenset((source, index + step) for source, index in linked for step in (-1, 0, 1))
        counts_alike = rival is not None and (is_strong(new, rival) or noun_likeness(new.mention, rival.mention) >= 0.5)
        texts = [self._text(source, index) for source, index in sorted(linked)]
        document = self._examination.rewrite.document
        sentence = document.sentences[new.sentence]
        places = [*sorted(linked), *([] if counts_alike else sorted(near - linked))]
        passage = Passage(
            tuple(self._figures(place) for place in places),
            tuple(one.mention for one in self._old),
            frozenset(one.mention.low for one in self._new if one.sentence == new.sentence and one is not new),
            ones(" ".join(texts)),
            sentence.span.of(document.plain).lower(),
            _beside(new.mention, document.plain, sentence.span),
        )
        if rival is not None and counts_alike and rival.mention.low not in passage.beside:
            return follows(new.mention, passage, rival.mention)
        own = sentence.span.of(document.plain)
        return follows(new.mention, passage) or any(counted(new.mention, text, own) for text in texts)

    def _spelt(self, new: Figure, linked: Linked) -> bool:
        """Whether the original's sentence has the bare figure in words that were read as something else (a year)."""
        mention = new.mention
        for source, index in sorted(linked | self._leads(new)):
            document = self._examination.sources[source].document
            for token in document.words(document.sentences[index]):
                value = _figure(token.norm) if token.norm[0].isdigit() else CARDINALS.get(token.norm)
                if value == 1:
                    continue  # the pronoun
                if value is not None and value == mention.written and mention.kind is Kind.COUNT:
                    readings = (one.mention for one in self._old if one.source == source)
                    return not any(one.kind is not Kind.LABEL and one.span.overlaps(token.span) for one in readings)
            if mention.kind is Kind.AGE and self._dated(mention, source, index):
                return True
            if mention.kind is Kind.ORDINAL and self._runs(mention, source, index):
                return True
            days = mention.low * _YEAR if mention.kind is Kind.AGE else mention.low / 86_400
            if (mention.kind is Kind.AGE or mention.dimension == "time") and any(
                one.length and abs(one.length.low - days) <= 0.005 * days
                for one in within(self._examination.sources[source].facts.dates, document.sentences[index].span)
            ):
                return True  # "turned 25" at its quarter century, 2:18:47 for two hours, 18 minutes and 47 seconds
        return False

    def _runs(self, ordinal: Quantity, source: int, index: int) -> bool:
        """Whether the original's sentence counts the units that an ordinal numbers: "in the 57th minute", "on 57"."""
        reading = self._examination.sources[source]
        lengths = (one.length for one in within(reading.facts.dates, reading.document.sentences[index].span))
        return any(
            one is not None
            and forms(one.unit)[1] in ordinal.noun[:1]
            and ordinal.low == round(one.said / DAYS[one.unit])
            for one in lengths
        )

    def _leads(self, new: Figure) -> Linked:
        """The first sentences of the originals, for a figure of the headline."""
        if self._examination.rewrite.document.sentences[new.sentence].role is not Role.HEADLINE:
            return frozenset()
        sources = enumerate(self._examination.sources)
        return frozenset((number, one.index) for number, source in sources for one in source.document.body[:_LEADS])

    def _dated(self, age: Quantity, source: int, index: int) -> bool:
        """Whether a year of the original's sentence makes somebody or something so old at its publication."""
        reading = self._examination.sources[source]
        day = reading.document.article.day
        dates = within(reading.facts.dates, reading.document.sentences[index].span)
        return day is not None and any(
            one.fields.year is not None and 0 <= day.year - one.fields.year - age.low <= 1 for one in dates
        )

    def _figures(self, place: tuple[int, int]) -> tuple[Quantity, ...]:
        return tuple(one.mention for one in self._old if (one.source, one.sentence) == place)

    def _text(self, source: int, index: int) -> str:
        document = self._examination.sources[source].document
        return document.sentences[index].span.of(document.plain)


def _is_bare(new: Quantity, old: Quantity) -> bool:
    """Whether a figure without its unit is one of the original's with it, a side of a score or an end of a range."""
    if new.kind is old.kind and old.ranged and new.unit == old.unit and new.low in old.parts:
        return True  # "from $250,000 to $300,000"
    if new.kind is Kind.COUNT and not new.noun and old.kind in (Kind.PERCENT, Kind.FRACTION):
        return new.low == round(100 * old.low)  # "27 percent voted for her, 75 for him"
    if new.kind is not Kind.COUNT or old.kind is Kind.LABEL or new.low < 10:
        return False
    return new.low in old.parts or (not new.noun and new.written == old.written)


def _beside(quantity: Quantity, plain: str, sentence: Span) -> str:
    """The words right before and behind a figure, its bound aside, in lower case."""
    before = plain[max(sentence.start, quantity.whole.start - _BESIDE) : quantity.whole.start]
    return f"{before} {plain[quantity.span.end : min(sentence.end, quantity.whole.end + _BESIDE)]}".lower()


def _figure(norm: str) -> float | None:
    match = _DIGITS.match(norm)
    return float(match.group().replace(",", "")) if match else None
