"""What became of each figure of the rewrite: supported, changed, or nowhere in the originals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from derive.checks.counterpart import Placed, assign, in_sentences, placed, shared
from derive.checks.examination import Examination
from derive.facts.quantities import Kind, Quantity
from derive.facts.quantities.compare import agree, comparable, reversed_bound, same_unit
from derive.facts.quantities.derived import Passage, counted, follows, ones
from derive.facts.quantities.nouns import GENERIC
from derive.facts.quantities.words import CARDINALS
from derive.facts.reading import within
from derive.model import Sentence, Span

_RIVAL = 0.62  # from this affinity on, two figures are about the same thing
_STRONG = 0.95
_LEFT_OVER = 0.25
_DISTANT = 0.35
_WHOLE = 0.55  # from this coverage on a rewrite has little reporting of its own
_AGREEING = 1.0  # what an equal value adds to an affinity
_YEAR = 365.25
_BESIDE = 25  # characters
_NEARLY = 0.15  # what a repetition elsewhere may be less alike than the rival
_TELLING = 3  # significant digits from which on a figure is not met twice by chance
_KEPT = (Kind.AGE, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.SCORE)

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?(?=[^\W\d_]*$)")

Figure = Placed[Quantity]


class Fate(StrEnum):
    """What became of a figure."""

    CHANGED = "changed"
    SWAPPED = "swapped"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A figure of the rewrite that the originals do not bear out; `other` is its swapped partner."""

    figure: Figure
    fate: Fate
    rival: Figure | None = None
    other: Figure | None = None
    linked: bool = True  # whether the rival stands where the sentence was taken from


def affinity(new: Figure, old: Figure) -> float:
    """How much two figures are about the same thing, 0 to about 2, whatever they say."""
    a, b = new.mention, old.mention
    if not comparable(a, b):
        return 0.0
    base = 0.0 if a.kind in (Kind.COUNT, Kind.VAGUE) else 0.1 if a.kind is Kind.ORDINAL else 0.3
    base += 0.15 if a.unit == b.unit and a.unit else 0.0
    return base + noun_affinity(a, b) + 0.7 * shared(new.around, old.around) + 0.3 * shared(new.near, old.near)


def noun_affinity(a: Quantity, b: Quantity) -> float:
    """Whether two figures count the same: 0.6 for one noun, less for a mere person against a minister, 0 for neither."""
    if not a.noun or not b.noun:
        return 0.15 if a.kind in _KEPT else 0.05
    if set(a.noun) & set(b.noun):
        return 0.6 if a.noun[0] == b.noun[0] or a.noun[-1] == b.noun[-1] else 0.5
    if set(a.noun) & GENERIC or set(b.noun) & GENERIC:
        return 0.15
    return 0.0 if a.kind in _KEPT else -0.15


def _strong(new: Figure, old: Figure) -> bool:
    """Whether two figures count one thing, beyond doubt."""
    strength = affinity(new, old)
    if noun_affinity(new.mention, old.mention) >= 0.5:
        return strength >= _STRONG
    return strength >= _STRONG and shared(new.near, old.near) >= 0.6


def _fit(new: Figure, old: Figure) -> float:
    score = affinity(new, old)
    if agree(new.mention, old.mention):
        return max(score, 0.05) + _AGREEING
    return score if comparable(new.mention, old.mention) else 0.0


class Figures:
    """All figures of an examination with their surroundings."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination
        self.new = placed(examination.rewrite, examination.rewrite.facts.quantities, -1)
        self.old: list[Figure] = []
        self._coverage = max((one.coverage.rewrite for one in examination.relations), default=0.0)
        for number, reading in enumerate(examination.sources):
            self.old.extend(placed(reading, reading.facts.quantities, number))

    def is_apart(self, figure: Figure) -> bool:
        """Whether a figure stands away from all links, in reporting of the rewrite's own."""
        sentences = self._examination.rewrite.document.sentences
        if self._examination.linked(sentences[figure.sentence]):
            return False
        beside = (figure.sentence - 1, figure.sentence + 1)
        alone = not all(0 <= i < len(sentences) and self._examination.linked(sentences[i]) for i in beside)
        return alone and self._coverage < _WHOLE

    def verdicts(self) -> Iterator[Verdict]:
        """The figures that the originals do not bear out, in text order."""
        for sentence in self._examination.sentences:
            news = [one for one in self.new if one.sentence == sentence.index]
            if news:
                yield from self._sentence(sentence, news)

    def _sentence(self, sentence: Sentence, news: list[Figure]) -> Iterator[Verdict]:
        linked = frozenset((place.source, place.sentence.index) for place in self._examination.linked(sentence))
        olds = in_sentences(self.old, linked)
        pairs = assign(news, olds, _fit, _RIVAL)
        agreed = {i: j for i, j, _ in pairs if agree(news[i].mention, olds[j].mention)}
        swapped = _swaps(news, olds, agreed)
        for i, k in swapped.items():
            if i < k:
                yield Verdict(news[i], Fate.SWAPPED, olds[agreed[k]], news[k])
        rivals = {i: olds[j] for i, j, _ in pairs if i not in agreed}
        taken = set(agreed.values())
        open_news = [
            i for i in range(len(news)) if i not in agreed and not self._told(news[i], olds, taken, rivals.get(i))
        ]
        alone = [i for i in open_news if i not in rivals]
        rivals |= self._left_over(news, olds, alone, {j for _, j, _ in pairs})
        for i in open_news:
            verdict = self._unborne(news[i], rivals.get(i), linked)
            if verdict is not None:
                yield verdict

    def _told(self, new: Figure, olds: Sequence[Figure], taken: set[int], rival: Figure | None) -> bool:
        """Whether the place has the figure: once more for the same thing, or where no better counterpart is at hand."""
        return any(
            agree(new.mention, old.mention)
            and (rival is None or j not in taken and not _strong(new, rival) or _strong(new, old))
            for j, old in enumerate(olds)
        )

    def _left_over(
        self, news: Sequence[Figure], olds: Sequence[Figure], alone: Sequence[int], used: set[int]
    ) -> dict[int, Figure]:
        """The one figure that the original's sentence has left, for the one that the rewrite has: likely its change."""
        found: dict[int, Figure] = {}
        for i in alone:
            fitting = [old for j, old in enumerate(olds) if j not in used and comparable(news[i].mention, old.mention)]
            others = [k for k in alone if k != i and comparable(news[k].mention, news[i].mention)]
            if len(fitting) == 1 and not others and affinity(news[i], fitting[0]) >= _LEFT_OVER:
                if not self._kept(fitting[0], news[i].sentence):
                    found[i] = fitting[0]
        return found

    def _kept(self, old: Figure, but: int) -> bool:
        """Whether another sentence of the rewrite has the figure right."""
        return any(
            one.sentence != but and agree(one.mention, old.mention) and affinity(one, old) >= _RIVAL for one in self.new
        )

    def _unborne(self, new: Figure, rival: Figure | None, linked: frozenset[tuple[int, int]]) -> Verdict | None:
        mention = new.mention
        if rival is not None and reversed_bound(mention, rival.mention):
            return Verdict(new, Fate.CHANGED, rival)
        strength = affinity(new, rival) if rival else 0.0
        if self._elsewhere(new, rival, strength) or self._follows(new, rival, linked) or self._spelt(mention, linked):
            return None
        if rival is None:
            rival = self._distant(new) or _compared(new, in_sentences(self.old, linked))
        if rival is not None and (
            not mention.small
            or mention.kind is Kind.MULTIPLE
            or strength >= _STRONG
            or noun_affinity(mention, rival.mention) >= 0.5
        ):
            return Verdict(new, Fate.CHANGED, rival, linked=(rival.source, rival.sentence) in linked)
        if mention.small or mention.kind in (Kind.LABEL, Kind.ORDINAL, Kind.VAGUE):
            return None
        if mention.kind is Kind.MONEY and any(
            one.mention.kind is Kind.MONEY and not same_unit(one.mention.unit, mention.unit)
            for one in in_sentences(self.old, linked)
        ):
            return None  # a conversion that nobody can check without the day's rate
        return Verdict(new, Fate.UNSUPPORTED)

    def _distant(self, new: Figure) -> Figure | None:
        """A figure anywhere in the originals that counts the same, in the same words, and is not told elsewhere."""
        found = [
            (affinity(new, old), -number) for number, old in enumerate(self.old)
            if comparable(new.mention, old.mention)
            and noun_affinity(new.mention, old.mention) >= 0.5
            and shared(new.around, old.around) >= _DISTANT
            and not self._kept(old, new.sentence)
        ]  # fmt: skip
        return self.old[-max(found)[1]] if found else None

    def _spelt(self, mention: Quantity, linked: frozenset[tuple[int, int]]) -> bool:
        """Whether the original's sentence has the bare figure in words that were read as something else (a year)."""
        for source, index in sorted(linked):
            document = self._examination.sources[source].document
            for token in document.words(document.sentences[index]):
                value = CARDINALS.get(token.norm) if token.norm[0].isalpha() else _figure(token.norm)
                if value is not None and value == mention.written and mention.kind is Kind.COUNT:
                    return not any(one.mention.span.overlaps(token.span) for one in self.old if one.source == source)
            if mention.kind is Kind.AGE and any(
                one.length and abs(one.length.low / _YEAR - mention.low) < 0.1
                for one in within(self._examination.sources[source].facts.dates, document.sentences[index].span)
            ):
                return True  # "turned 25" at its quarter century
        return False

    def _elsewhere(self, new: Figure, rival: Figure | None, strength: float) -> bool:
        """Whether some other place of the originals has the figure, about the same thing where a rival is at hand."""
        strong = rival is not None and _strong(new, rival)
        telling = significant(new.mention) >= _TELLING
        for old in self.old:
            if not comparable(new.mention, old.mention) or not agree(new.mention, old.mention):
                continue
            if rival is None or affinity(new, old) >= strength - (_NEARLY if strong else 0.0):
                return True
            if noun_affinity(new.mention, old.mention) >= 0.5 and (telling or not strong):
                return True
            if strength < _STRONG and new.mention.kind in _KEPT:
                return True
        return False

    def _follows(self, new: Figure, rival: Figure | None, linked: frozenset[tuple[int, int]]) -> bool:
        near = frozenset((source, index + step) for source, index in linked for step in (-1, 0, 1))
        texts = [self._text(source, index) for source, index in sorted(linked)]
        document = self._examination.rewrite.document
        sentence = document.sentences[new.sentence]
        passage = Passage(
            tuple(one.mention for one in in_sentences(self.old, near)),
            frozenset(one.mention.low for one in self.new if one.sentence == new.sentence and one is not new),
            ones(" ".join(texts)),
            sentence.span.of(document.plain).lower(),
            _beside(new.mention, document.plain, sentence.span),
        )
        if rival is not None and _strong(new, rival) and rival.mention.low not in passage.beside:
            return follows(new.mention, passage, rival.mention)
        own = sentence.span.of(document.plain)
        return follows(new.mention, passage) or any(counted(new.mention, text, own) for text in texts)

    def _text(self, source: int, index: int) -> str:
        document = self._examination.sources[source].document
        return document.sentences[index].span.of(document.plain)


def _compared(new: Figure, olds: Sequence[Figure]) -> Figure | None:
    """The larger of the two figures for one thing whose ratio a multiple misstates."""
    if new.mention.kind is not Kind.MULTIPLE:
        return None
    for number, old in enumerate(olds):
        for other in olds[number + 1 :]:
            if comparable(old.mention, other.mention) and noun_affinity(old.mention, other.mention) >= 0.5:
                return max(old, other, key=lambda one: one.mention.low)
    return None


def _beside(quantity: Quantity, plain: str, sentence: Span) -> str:
    """The words right before and behind a figure, its bound aside, in lower case."""
    before = plain[max(sentence.start, quantity.whole.start - _BESIDE) : quantity.whole.start]
    return f"{before} {plain[quantity.span.end : min(sentence.end, quantity.whole.end + _BESIDE)]}".lower()


def significant(quantity: Quantity) -> int:
    """How many digits of a figure carry meaning: 3 for 1,250, 1 for 8,000."""
    return len(f"{abs(quantity.written):.10g}".replace(".", "").strip("0"))


def _figure(norm: str) -> float | None:
    match = _DIGITS.match(norm)
    return float(match.group().replace(",", "")) if match else None


def _swaps(news: Sequence[Figure], olds: Sequence[Figure], agreed: dict[int, int]) -> dict[int, int]:
    """Pairs of figures that stand each at the other's place: men for women, Halden's for Norvane's."""
    found: dict[int, int] = {}
    for i, j in agreed.items():
        for k, m in agreed.items():
            if i < k and i not in found and k not in found and _crossed(news[i], olds[j], news[k], olds[m]):
                found[i], found[k] = k, i
    return found


def _crossed(new: Figure, old: Figure, other: Figure, its: Figure) -> bool:
    if (
        new.mention.kind is not other.mention.kind
        or agree(new.mention, its.mention)
        or agree(other.mention, old.mention)
    ):
        return False
    return all(_owner(a, b) and not _owner(a, c) for a, b, c in ((new, its, old), (other, old, its)))


def _owner(a: Figure, b: Figure) -> bool:
    if a.mention.noun and b.mention.noun:
        return bool((set(a.mention.noun) & set(b.mention.noun)) - GENERIC) or set(a.mention.noun) == set(b.mention.noun)
    return len(a.near & b.near) >= 1
