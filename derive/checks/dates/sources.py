"""Which date of the originals a date of the rewrite answers to, and whether it can be that date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from derive.checks.examination import Examination
from derive.facts import Reading
from derive.facts.dates import Bound, DateKind, DateMention, Fields, Verdict, compare
from derive.facts.dates.agreement import same_length
from derive.facts.dates.context import empty, likeness, surroundings, weights
from derive.facts.dates.events import Events, event_key
from derive.facts.dates.lengths import DAYS
from derive.facts.dates.numbers import number
from derive.facts.reading import within
from derive.model import Role, Sentence

_EXPLICIT = frozenset((DateKind.DAY, DateKind.MONTH, DateKind.YEAR, DateKind.TIME, DateKind.RANGE))
_ORDER = 15  # a length that is more times another is told of something else, unless only the unit differs
DATES = ("day", "weekend", "week", "month", "season", "year")
_EVENT = 2  # telling words that name the event of "two days before his death"
_LIMITS = frozenset((Bound.UNTIL, Bound.SINCE, Bound.BY))
LINKED, NEAR = 0.3, 0.12  # what standing in a linked sentence, or beside one, is worth in shared words


class Found(Struct, frozen=True, eq=False):
    """A date of a source: where it is and what is told around it."""

    source: int
    sentence: Sentence
    mention: DateMention
    around: Mapping[str, float]


class Match(Struct, frozen=True):
    """A date of a source that answers to one of the rewrite, and how well their surroundings fit."""

    found: Found
    score: float
    tier: float

    @property
    def linked(self) -> bool:
        """Whether it stands in a linked sentence."""
        return self.tier == LINKED

    @property
    def likeness(self) -> float:
        """The part of the score that does not come from the link."""
        return self.score - self.tier


def grain(mention: DateMention) -> str:
    """What kind of date can be told instead of another."""
    match mention.kind:
        case DateKind.TIME:
            return "time"
        case DateKind.DURATION | DateKind.OFFSET:
            return "length"
        case DateKind.RANGE:
            return "range"
        case DateKind.MONTH | DateKind.SEASON | DateKind.YEAR:
            return str(mention.kind)
        case _:
            return size(mention)


def size(mention: DateMention) -> str:
    """How fine a date is: day, week, month, year."""
    if mention.interval is None:
        return "day" if mention.fields.weekday is not None or mention.fields.day is not None else "month"
    days = len(mention.interval)
    return (
        "day" if days == 1 else "weekend" if days == 2 else "week" if days <= 8 else "month" if days <= 100 else "year"
    )


_COARSER = ("day", "weekend", "week", "month", "year")


def comparable(one: DateMention, match: Match) -> bool:
    """Whether the one can stand for the other: days for days, lengths of one order."""
    other = match.found.mention
    if one.kind is other.kind is DateKind.RELATIVE:
        return True
    if grain(one) != grain(other):
        # "in 2014" for "three years later", "in February" for "July 30"
        resolved = (
            other.kind is DateKind.OFFSET and bool(other.days) and size(other) == size(one) and one.kind in _EXPLICIT
        )
        finer = other.kind is DateKind.DAY and one.kind is DateKind.MONTH and other.fields.month is not None
        # "at the start of the week" for "on Thursday"
        looser = one.kind is DateKind.RELATIVE and size(one) in ("weekend", "week", "month") and grain(other) == "day"
        return resolved or finer or (looser and bool(one.days and other.days) and not _years_apart(other, one))
    if _years_apart(one, other):
        return False
    if one.length is None or other.length is None or not one.length.low or not other.length.low:
        return True
    shares = one.length.high / other.length.low, other.length.high / one.length.low
    count = round(one.length.low / DAYS[one.length.unit], 2) == round(other.length.low / DAYS[other.length.unit], 2)
    return max(shares) <= _ORDER or count


def _years_apart(one: DateMention, other: DateMention) -> bool:
    """Whether a weekday, which lies near the day of publication, is held against a date far from it."""
    if DateKind.WEEKDAY not in (one.kind, other.kind) or not one.interval or not other.interval:
        return False
    return min(abs(mine.start - its.start) for mine in one.days for its in other.days) > 31


def covers(other: DateMention, mention: DateMention) -> bool:
    """Whether a date of the original is only a stretch in which that of the rewrite lies ("2019" for "June 16")."""
    fine, coarse = size(mention), size(other)
    if mention.kind is DateKind.YEAR and coarse == "day" and other.fields.year is None:
        return True  # nor is a bare Friday the witness for a year
    return _COARSER.index(coarse) > _COARSER.index(fine) or other.kind is DateKind.RANGE is not mention.kind


def _one_field_off(one: Fields, other: Fields) -> bool:
    """Whether two dates name a day and month, or month and year, and share one of the two."""
    pairs = [(one.day, other.day), (one.month, other.month), (one.year, other.year)]
    both = [mine == its for mine, its in pairs if mine is not None and its is not None]
    return len(both) > 1 and sum(both) == len(both) - 1


class Dating:
    """The dates of the sources with their surroundings, ready to be asked."""

    def __init__(self, examination: Examination) -> None:
        self.examination = examination
        self.rewrite = examination.rewrite
        self.weights = [weights(source.document) for source in examination.sources]
        self.events = [Events(source.document, source.facts.dates) for source in examination.sources]
        day = examination.sources[0].document.article.day
        self.now = day.toordinal() if day else None
        self.found = tuple(one for number, source in enumerate(examination.sources) for one in _found(number, source))

    def tiers(self, sentence: Sentence) -> dict[Found, float]:
        """Every date of the sources, with what its place is worth for a sentence of the rewrite."""
        keys = {(place.source, place.sentence.index) for place in self.examination.linked(sentence)}
        beside = {(source, index + step) for source, index in keys for step in (-1, 1)} - keys
        places = dict.fromkeys(beside, NEAR) | dict.fromkeys(keys, LINKED)
        return {one: places.get((one.source, one.sentence.index), 0.0) for one in self.found}

    def score(self, mention: DateMention, around: Mapping[str, float], other: Found, tier: float) -> float:
        """How well a date of the original fits the place of one of the rewrite."""
        score = tier + likeness(around, other.around, self.weights[other.source])
        mine, its = mention.bound, other.mention.bound
        limits = bool({mine, its} & _LIMITS)
        if limits:
            score += 0.15 if mine is its else -0.05
        if _one_field_off(mention.fields, other.mention.fields):
            score += 0.1  # June 2016 for June 2015
        if (
            mention.kind in _EXPLICIT
            and not (limits and mine is not its)
            and compare(mention, other.mention) is Verdict.SAME
        ):
            score += 0.25  # such agreement is rarely chance, as that of two weekdays is
        return score

    def counts(self, found: Found, value: float) -> bool:
        """Whether a number stands beside a length without its unit: 38 in "to 36 hours from 38"."""
        words = self.examination.sources[found.source].document.words(found.sentence)
        for place, token in enumerate(words):
            if token.span.overlaps(found.mention.span):
                for beside in range(max(0, place - 3), min(len(words), place + 4)):
                    alone = beside + 1 == len(words) or words[beside + 1].norm in empty()
                    inside = words[beside].span.overlaps(found.mention.span)
                    if alone and not inside and number(words[beside].norm) == value:
                        return True
        return False

    def _depends_on_speaker(self, mention: DateMention, other: Found) -> bool:
        """Whether one of two dates is a quoted "tomorrow": it counts from the day of speaking, which nobody tells."""
        if mention.kind is other.mention.kind:
            return False
        places = ((self.rewrite, mention), (self.examination.sources[other.source], other.mention))
        return any(
            one.kind is DateKind.RELATIVE and any(quote.span.contains(one.span) for quote in reading.facts.quotes)
            for reading, one in places
        )

    def _is_converse(self, mention: DateMention, other: Found) -> bool:
        """Whether "a week before the talks" only turns around "a week after he fell ill"; the event decides."""
        its = other.mention
        if not mention.direction or mention.direction + its.direction or mention.length is None or its.length is None:
            return False
        if not same_length(mention.length, its.length):
            return False
        return not (self._anchor(self.rewrite, mention) & self._anchor(self.examination.sources[other.source], its))

    @staticmethod
    def _anchor(reading: Reading, mention: DateMention) -> frozenset[str]:
        if mention.anchor is None:
            return frozenset()
        stems = [
            event_key(token.stem) for token in reading.document.tokens
            if mention.anchor.start <= token.start < mention.anchor.end and token.norm not in empty()
        ]  # fmt: skip
        return frozenset(stems[:_EVENT])

    def matches(
        self, mention: DateMention, around: Mapping[str, float], tiers: Mapping[Found, float]
    ) -> dict[Verdict, list[Match]]:
        """The dates of the sources by how they compare with one of the rewrite, best first."""
        found: dict[Verdict, list[Match]] = {verdict: [] for verdict in Verdict}
        for one, tier in tiers.items():
            if mention.ends and not one.mention.ends:
                continue  # a range is held against ranges, then each of its ends against dates
            verdict = compare(mention, one.mention)
            if verdict is Verdict.DIFFERENT and (
                self._depends_on_speaker(mention, one) or self._is_converse(mention, one)
            ):
                continue
            if verdict is not Verdict.UNKNOWN:
                found[verdict].append(Match(one, self.score(mention, around, one, tier), tier))
        for matches in found.values():
            matches.sort(key=lambda match: -match.score)
        return found


def _found(number: int, source: Reading) -> Iterator[Found]:
    for sentence in source.document.sentences:
        if sentence.role is Role.BOILERPLATE:
            continue
        for mention in within(source.facts.dates, sentence.span):
            around = surroundings(source.document, sentence, mention)
            yield Found(number, sentence, mention, around)
            for end in mention.ends or ():
                if end.kind is not DateKind.DURATION:
                    yield Found(number, sentence, end, around)


def parts(mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    """Dates, and after each range its two ends."""
    for mention in mentions:
        yield mention
        if mention.ends:
            yield from (replace(end, span=mention.span) for end in mention.ends)
