"""Which date of the original a date of the rewrite answers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from derive.checks.examination import Examination
from derive.facts import Reading
from derive.facts.dates import DateKind, DateMention, Verdict, compare
from derive.facts.dates.arithmetic import derivable
from derive.facts.dates.context import likeness, surroundings, weights
from derive.facts.reading import within
from derive.model import Role, Sentence

_DAY = (DateKind.DAY, DateKind.WEEKDAY)


@dataclass(frozen=True, slots=True)
class Found:
    """A date of a source: where it is and what is told around it."""

    source: int
    sentence: Sentence
    mention: DateMention
    around: Mapping[str, float]


def grain(mention: DateMention) -> str:
    """What kind of date can be told instead of another."""
    match mention.kind:
        case DateKind.TIME:
            return "time"
        case DateKind.DURATION:
            return "length"
        case DateKind.OFFSET:
            return "length"
        case DateKind.RANGE:
            return "range"
        case _:
            pass
    if mention.interval is None:
        return "day" if mention.fields.weekday is not None or mention.fields.day is not None else "month"
    size = len(mention.interval)
    return "day" if size <= 2 else "week" if size <= 8 else "month" if size <= 100 else "year"


class Dating:
    """The dates of the sources with their surroundings, ready to be asked."""

    def __init__(self, examination: Examination) -> None:
        self.examination = examination
        self.rewrite = examination.rewrite
        self.weights = [weights(source.document) for source in examination.sources]
        self.found = [list(_found(number, source)) for number, source in enumerate(examination.sources)]
        self.now = [source.document.article.day for source in examination.sources]

    def differences(self, sentence: Sentence) -> Iterator[tuple[DateMention, Found | None]]:
        """Each date of a sentence that no original supports, with the one it contradicts, if any."""
        mentions = within(self.rewrite.facts.dates, sentence.span)
        places = self.examination.linked(sentence)
        if not mentions or not places:
            return
        keys = {(place.source, place.sentence.index) for place in places}
        linked = [one for found in self.found for one in found if (one.source, one.sentence.index) in keys]
        near = [
            one for found in self.found for one in found
            if any((one.source, one.sentence.index + step) in keys for step in (-1, 1)) and one not in linked
        ]  # fmt: skip
        used: list[Found] = []
        open_: list[DateMention] = []
        for mention in mentions:
            same = self._best(mention, sentence, [one for one in linked if compare(mention, one.mention) is Verdict.SAME])
            if same:
                used.append(same)
            else:
                open_.append(mention)
        for mention in open_:
            free = [
                one for one in linked
                if one not in used and grain(one.mention) == grain(mention)
                and compare(mention, one.mention) is Verdict.DIFFERENT
            ]  # fmt: skip
            if self._supported(mention, sentence, linked, near):
                continue
            other = self._best(mention, sentence, free)
            if other:
                used.append(other)
                yield mention, other

    def _supported(self, mention: DateMention, sentence: Sentence, linked: Sequence[Found], near: Sequence[Found]) -> bool:
        if any(compare(mention, one.mention) is Verdict.SAME for one in near):
            return True
        pool = [one.mention for one in (*linked, *near)]
        now = self.now[linked[0].source].toordinal() if linked and self.now[linked[0].source] else None  # type: ignore
        return derivable(mention, pool, now)

    def _best(self, mention: DateMention, sentence: Sentence, options: Sequence[Found]) -> Found | None:
        if not options:
            return None
        around = surroundings(self.rewrite.document, sentence, mention)
        scored = [(likeness(around, one.around, self.weights[one.source]), -number, one) for number, one in enumerate(options)]
        return max(scored, key=lambda one: one[:2])[2]


def _found(number: int, source: Reading) -> Iterator[Found]:
    for sentence in source.document.sentences:
        if sentence.role is Role.BOILERPLATE:
            continue
        for mention in within(source.facts.dates, sentence.span):
            yield Found(number, sentence, mention, surroundings(source.document, sentence, mention))
