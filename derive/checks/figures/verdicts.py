"""What became of each figure of the rewrite: supported, changed, swapped, or nowhere in the originals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby

from derive.checks.counterpart import assign, in_sentences, placed, shared
from derive.checks.examination import Examination
from derive.checks.figures.likeness import RIVAL, STRONG, Figure, fit, is_strong, likeness, noun_likeness
from derive.checks.figures.outcomes import Outcomes
from derive.checks.figures.places import at_one, same_place, twin
from derive.checks.figures.support import Linked, Support
from derive.checks.figures.swaps import swaps
from derive.checks.figures.verdict import Fate, Verdict, once
from derive.checks.negated import is_denied
from derive.facts.quantities import Kind
from derive.facts.quantities.compare import agree, comparable, firmer_bound, reversed_bound, same_unit
from derive.model import Role, Sentence

_IDIOMATIC = frozenset(("half", "twice", "once", "double"))  # half a bargain; twice a year is every six months
_DEFINITE = frozenset("the these those his her its their our both all other".split())  # it points back
_POINTED_AT = 12  # up to so many may stand for those who were named
_INDEFINITE = 0.4
_LEFT_OVER = 0.25  # likeness that is enough for the only two figures of a kind that are left at a place
_DISTANT = 0.35  # share of common surroundings that a figure away from all links needs for a rival
_WHOLE = 0.55  # from this coverage on a rewrite has little reporting of its own


@lru_cache(maxsize=2)
def figures_of(examination: Examination) -> Figures:
    """Those of an examination, kept for the checks that read them."""
    return Figures(examination)


class Figures:
    """All figures of an examination with their surroundings."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination
        self.new = placed(examination.rewrite, examination.rewrite.facts.quantities, -1)
        self.old: list[Figure] = []
        self._coverage = max((one.coverage.rewrite for one in examination.relations), default=0.0)
        for number, reading in enumerate(examination.sources):
            story = placed(reading, reading.facts.quantities, number)
            roles = [sentence.role for sentence in reading.document.sentences]
            self.old.extend(one for one in story if roles[one.sentence] is not Role.BOILERPLATE)
        self._outcomes = Outcomes(examination)
        self._support = Support(examination, self.new, self.old)

    def is_apart(self, figure: Figure) -> bool:
        """Whether a figure stands away from all links, in reporting of the rewrite's own."""
        sentences = self._examination.rewrite.document.sentences
        if self._examination.linked(sentences[figure.sentence]):
            return False
        beside = (figure.sentence - 1, figure.sentence + 1)
        alone = not all(0 <= i < len(sentences) and self._examination.linked(sentences[i]) for i in beside)
        return alone and self._coverage < _WHOLE

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The figures that the originals do not bear out, in text order."""
        sentences = self._examination.rewrite.document.sentences
        return tuple(
            verdict
            for index, group in groupby(self.new, key=lambda one: one.sentence)
            if sentences[index].role is not Role.BOILERPLATE and (news := list(group))
            for verdict in once(self._sentence(sentences[index], news), news, self._examination.rewrite.document.plain)
        )

    def _sentence(self, sentence: Sentence, news: list[Figure]) -> Iterator[Verdict]:
        linked = frozenset((place.source, place.sentence.index) for place in self._examination.linked(sentence))
        olds = in_sentences(self.old, linked)
        pairs = assign(news, olds, fit, RIVAL)
        agreed = {i: j for i, j, _ in pairs if agree(news[i].mention, olds[j].mention)}
        swapped = swaps(news, olds, agreed, self._exchanged)
        for i, k in swapped.items():
            if i < k:
                yield Verdict(news[i], Fate.SWAPPED, olds[agreed[k]], news[k])
        rivals = {i: olds[j] for i, j, _ in pairs if i not in agreed}
        for i, new in enumerate(news):  # the very figure with the other bound
            turned = (old for old in olds if reversed_bound(new.mention, old.mention))
            if i not in agreed and (old := next(turned, None)):
                rivals[i] = old
        taken = set(agreed.values())
        stood = {
            i: old for i, new in enumerate(news)
            if (i not in agreed or (i not in swapped and firmer_bound(new.mention, olds[agreed[i]].mention)))
            and (old := same_place(self._examination, new, olds))
        }  # fmt: skip
        for i, j in agreed.items():
            if i not in swapped and i not in stood and (its := self._outcomes.rival(news[i], olds[j], olds, self.old)):
                stood[i] = its
        for i, old in stood.items():
            summed = self._support.is_total(news[i], old, linked)
            if not summed and not self._support.another_original(news[i], old, linked):
                yield Verdict(news[i], Fate.CHANGED, old)
        open_news = [
            i for i in range(len(news))
            if i not in agreed and i not in stood and not self._told(news[i], olds, taken, rivals.get(i))
        ]  # fmt: skip
        alone = [i for i in open_news if i not in rivals]
        rivals |= self._left_over(news, olds, alone, {j for _, j, _ in pairs})
        for i in open_news:
            other_unit = twin(news[i], olds)
            verdict = (
                Verdict(news[i], Fate.CHANGED, other_unit)
                if other_unit and twin(news[i], self.old)
                else self._unborne(news[i], rivals.get(i), linked)
            )
            if verdict is not None:
                yield verdict

    def _exchanged(self, new: Figure, old: Figure, other: Figure, its: Figure) -> bool:
        """Whether two figures stand each at the other's place, or tell each the other's outcome."""
        here = self._examination
        at_places = at_one(here, new, its) and at_one(here, other, old)
        return at_places or self._outcomes.crossed(new, old, other, its)

    def _told(self, new: Figure, olds: Sequence[Figure], taken: set[int], rival: Figure | None) -> bool:
        """Whether the place has the figure: once more for the same thing, or where no better counterpart is at hand."""
        return any(
            agree(new.mention, old.mention)
            and (rival is None or (j not in taken and not is_strong(new, rival)) or is_strong(new, old))
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
            if len(fitting) != 1 or others or likeness(news[i], fitting[0]) < _LEFT_OVER:
                continue
            if not self._kept(fitting[0], news[i].sentence):
                found[i] = fitting[0]
        return found

    def _kept(self, old: Figure, but: int) -> bool:
        """Whether another sentence of the rewrite has the figure right."""
        return any(
            one.sentence != but and agree(one.mention, old.mention) and likeness(one, old) >= RIVAL for one in self.new
        )

    def _unborne(self, new: Figure, rival: Figure | None, linked: Linked) -> Verdict | None:
        mention = new.mention
        if rival is not None and self._support.another_original(new, rival, linked):
            return None
        if rival is not None and reversed_bound(mention, rival.mention):
            return None if self._denied(new) is not self._denied(rival) else Verdict(new, Fate.CHANGED, rival)
        if self._support.bears_out(new, rival, linked):
            return None
        if rival is None:
            rival = self._distant(new) or _compared(new, in_sentences(self.old, linked))
        if rival is not None and (
            not mention.small
            or mention.kind is Kind.MULTIPLE
            or likeness(new, rival) >= (STRONG if new.lead in _DEFINITE else _INDEFINITE)
            or noun_likeness(mention, rival.mention) >= 0.5
        ):
            return Verdict(new, Fate.CHANGED, rival, linked=(rival.source, rival.sentence) in linked)
        if mention.small or mention.kind in (Kind.LABEL, Kind.ORDINAL, Kind.VAGUE):
            return None
        if new.lead in _DEFINITE and not mention.noun and mention.kind is Kind.COUNT and mention.high <= _POINTED_AT:
            return None  # "the latest of the four"
        if mention.text.lower() in _IDIOMATIC:
            return None
        if mention.kind is Kind.MONEY and any(
            one.mention.kind is Kind.MONEY and not same_unit(one.mention.unit, mention.unit)
            for one in in_sentences(self.old, linked)
        ):
            return None  # a conversion that nobody can check without the day's rate
        return Verdict(new, Fate.UNSUPPORTED)

    def _denied(self, figure: Figure) -> bool:
        examination = self._examination
        reading = examination.rewrite if figure.source < 0 else examination.sources[figure.source]
        return is_denied(reading.document, figure.mention.whole)

    def _distant(self, new: Figure) -> Figure | None:
        """A figure anywhere in the originals that counts the same, in the same words, and is not told elsewhere."""
        found = [
            (likeness(new, old), -number) for number, old in enumerate(self.old)
            if comparable(new.mention, old.mention)
            and noun_likeness(new.mention, old.mention) >= 0.5
            and shared(new.around, old.around) >= _DISTANT
            and not self._kept(old, new.sentence)
        ]  # fmt: skip
        return self.old[-max(found)[1]] if found else None


def _compared(new: Figure, olds: Sequence[Figure]) -> Figure | None:
    """The larger of the two figures for one thing whose ratio a multiple misstates."""
    if new.mention.kind is not Kind.MULTIPLE:
        return None
    for number, old in enumerate(olds):
        for other in olds[number + 1 :]:
            if comparable(old.mention, other.mention) and noun_likeness(old.mention, other.mention) >= 0.5:
                return max(old, other, key=lambda one: one.mention.low)
    return None
