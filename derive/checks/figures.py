"""What became of each figure of the rewrite: supported, changed, or nowhere in the originals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from derive.checks.counterpart import Placed, assign, in_sentences, placed, shared
from derive.checks.examination import Examination
from derive.facts.quantities import Kind, Quantity
from derive.facts.quantities.compare import agree, comparable
from derive.facts.quantities.derived import follows, lists
from derive.facts.quantities.nouns import GENERIC
from derive.model import Sentence

_RIVAL = 0.62  # from this affinity on, two figures are about the same thing
_STRONG = 0.95
_AGREEING = 1.0  # what an equal value adds to an affinity
_KEPT = (Kind.AGE, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.SCORE)

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
        for number, reading in enumerate(examination.sources):
            self.old.extend(placed(reading, reading.facts.quantities, number))

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
        for i, new in enumerate(news):
            if i in swapped:
                if swapped[i] > i:
                    yield Verdict(new, Fate.SWAPPED, olds[agreed[swapped[i]]], news[swapped[i]])
                continue
            if i in agreed or any(agree(new.mention, old.mention) for old in olds):
                continue
            rival = next((olds[j] for a, j, _ in pairs if a == i), None)
            verdict = self._unborne(new, rival, olds, linked)
            if verdict is not None:
                yield verdict

    def _unborne(
        self, new: Figure, rival: Figure | None, olds: list[Figure], linked: frozenset[tuple[int, int]]
    ) -> Verdict | None:
        strength = affinity(new, rival) if rival else 0.0
        if self._elsewhere(new, rival, strength) or self._follows(new, linked):
            return None
        if rival is not None and (
            not new.mention.small or strength >= _STRONG or noun_affinity(new.mention, rival.mention) >= 0.5
        ):
            return Verdict(new, Fate.CHANGED, rival)
        if new.mention.small or new.mention.kind in (Kind.LABEL, Kind.ORDINAL, Kind.VAGUE):
            return None
        return Verdict(new, Fate.UNSUPPORTED)

    def _elsewhere(self, new: Figure, rival: Figure | None, strength: float) -> bool:
        """Whether some other place of the originals has the figure, about the same thing where a rival is at hand."""
        for old in self.old:
            if not agree(new.mention, old.mention):
                continue
            if rival is None or noun_affinity(new.mention, old.mention) >= 0.5 or affinity(new, old) >= strength:
                return True
            if strength < _STRONG and new.mention.kind in _KEPT:
                return True
        return False

    def _follows(self, new: Figure, linked: frozenset[tuple[int, int]]) -> bool:
        near = frozenset((source, index + step) for source, index in linked for step in (-1, 0, 1))
        if follows(new.mention, [one.mention for one in in_sentences(self.old, near)]):
            return True
        if new.mention.kind is not Kind.COUNT or not 2 <= new.mention.low <= 12:
            return False
        return any(lists(self._text(source, index), new.mention.low) for source, index in sorted(linked))

    def _text(self, source: int, index: int) -> str:
        document = self._examination.sources[source].document
        return document.sentences[index].span.of(document.plain)


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
