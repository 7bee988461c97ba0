"""The dates of a document, in text order: symbols, drafts, ranges, then days."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from derive.facts.dates import calendar, resolve
from derive.facts.dates.calendar import Interval
from derive.facts.dates.draft import Draft, stated, with_year
from derive.facts.dates.grammar import drafts
from derive.facts.dates.mention import Bound, DateKind, DateMention
from derive.facts.dates.resolve import Context, Tense
from derive.facts.dates.symbols import Symbol, symbols
from derive.facts.lexicon import load
from derive.model import Document, Sentence, Span

_CUES: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in load("dates")["cues"].items()}
_BOUNDS = {"since": Bound.SINCE, "until": Bound.UNTIL, "till": Bound.UNTIL, "til": Bound.UNTIL, "by": Bound.BY,
           "before": Bound.BEFORE, "after": Bound.AFTER, "from": Bound.SINCE}  # fmt: skip
_CALENDAR = frozenset(
    (DateKind.DAY, DateKind.WEEKDAY, DateKind.RELATIVE, DateKind.MONTH, DateKind.YEAR, DateKind.DECADE, DateKind.SEASON)
)
_DATELINE = re.compile(r"[A-Z][A-Z .,'-]{2,40}?,?\s[^\n]{0,60}?\s[—–-]{1,2}\s")


def find(document: Document) -> tuple[DateMention, ...]:
    """All dates, in text order; none overlaps another."""
    string = symbols(document)
    found = _ranges(drafts(string), string)
    return tuple(_resolved(document, string, found))


def _ranges(found: Sequence[Draft], string: Sequence[Symbol]) -> list[Draft]:
    """Join two dates with "to" or a dash between them: a range; and a length with the date that ends it."""
    joined: list[Draft] = []
    for draft in found:
        last = joined[-1] if joined else None
        if last is not None and (pair := _pair(last, draft, string)):
            joined[-1] = pair
        else:
            joined.append(draft)
    return joined


def _pair(one: Draft, other: Draft, string: Sequence[Symbol]) -> Draft | None:
    between = "".join(symbol.letter for symbol in string[one.last : other.first]).rstrip("t")
    opening = string[one.first - 1].letter if one.first else ""
    if between not in ("u", "-", "–", "&", "ui", "uf") or other.kind not in _CALENDAR | {DateKind.TIME}:
        return None
    if (between == "&" and opening != "<") or (string[one.last].word in ("until", "till") and opening != "f"):
        return None
    if one.kind is DateKind.DURATION and between == "u" and string[one.last].word in ("to", "through"):
        if other.kind is DateKind.TIME:
            return None
        return Draft(DateKind.RANGE, one.first, other.last, ends=(one, other))
    if one.kind not in _CALENDAR | {DateKind.TIME} or (one.kind is DateKind.TIME) != (other.kind is DateKind.TIME):
        return None
    year = stated((other,))
    if year is not None:
        one = with_year(one, year)
    return Draft(DateKind.RANGE, one.first, other.last, ends=(one, other))


def _reference(document: Document, found: Sequence[Draft], string: Sequence[Symbol]) -> int | None:
    """The day of publication; else that of a dateline with a full date."""
    if document.article.day is not None:
        return document.article.day.toordinal()
    for sentence in document.body[:2]:
        match = _DATELINE.match(document.plain, sentence.span.start)
        for draft in found if match else ():
            start = string[draft.first].start
            if match and match.start() <= start < match.end() and draft.kind is DateKind.DAY and draft.fields.year:
                days = resolve.resolve(draft, Context(None), Tense.PAST)
                return days[0].start if days else None
    return None


def _resolved(document: Document, string: Sequence[Symbol], found: Sequence[Draft]) -> list[DateMention]:
    context = Context(_reference(document, found, string))
    mentions: list[DateMention] = []
    last: Sentence | None = None
    starts = {draft.first: number for number, draft in enumerate(found)}
    for draft in found:
        tense = _tense(string, draft.first, draft.last)
        sentence = document.sentence_at(string[draft.first].start)
        if last is not None and sentence is not None and _far(last, sentence):
            context = replace(context, year=None, month=None)
        last = sentence
        base = None
        if draft.anchor and (number := starts.get(draft.anchor[0], starts.get(draft.anchor[0] + 1))) is not None:
            base = resolve.resolve(found[number], context, Tense.PAST)
        mention = _mention(document, string, draft, context, tense, base)
        if (
            mentions and mention.span.start < mentions[-1].span.end
        ):  # "two days after May 3": the offset has the "after"
            start = string[draft.first].start
            span = Span(start, mention.span.end)
            mention = replace(mention, span=span, text=span.of(document.plain), bound=Bound.NONE)
        mentions.append(mention)
        placed = draft.kind is not DateKind.YEAR or string[draft.first - 1].letter in "iufBAOM(" or mention.bound != ""
        context = _after(context, mention, draft, placed)
    return mentions


def _mention(
    document: Document, string: Sequence[Symbol], draft: Draft, context: Context, tense: int,
    base: tuple[Interval, ...] | None,
) -> DateMention:  # fmt: skip
    first = draft.first
    while string[first].letter == "i" and first < draft.last - 1:
        first += 1
    bound = draft.bound
    before = first - 1 - (first > 1 and string[first - 1].letter == "t")
    if before >= 0 and draft.kind not in (DateKind.DURATION, DateKind.OFFSET, DateKind.RANGE):
        bound = _BOUNDS.get(string[before].word, Bound.NONE)
        if bound and string[before].word != "from":
            first = before
    span = Span(string[first].start, string[draft.last - 1].end)
    anchor = None
    if draft.anchor and draft.anchor[0] < draft.anchor[1]:
        anchor = Span(string[draft.anchor[0]].start, string[draft.anchor[1] - 1].end)
    ends = None
    days: tuple[Interval, ...]
    if draft.ends:
        pair = [_mention(document, string, one, context, tense, None) for one in draft.ends]
        ends = (pair[0], pair[1])
        days = _span_of(ends)
    elif base:
        days = tuple(day for one in base for day in resolve.anchored(draft, one))
    elif draft.anchor and draft.kind is DateKind.OFFSET and draft.length and draft.length.high:
        days = ()
    else:
        days = resolve.resolve(draft, context, tense)
    deictic = draft.kind is DateKind.OFFSET and not draft.anchor and string[draft.last - 1].letter == "G"
    return DateMention(
        span, span.of(document.plain), draft.kind, days, draft.fields, draft.clock, draft.length, bound, ends,
        draft.direction, anchor, deictic,
    )  # fmt: skip


def _span_of(ends: tuple[DateMention, DateMention]) -> tuple[Interval, ...]:
    one, other = ends[0], ends[1].interval
    if other is None:
        return ()
    if one.length is not None:  # "the three years to December 2019"
        return (Interval(other.end - max(1, round(one.length.high)), other.end),)
    if one.interval is None:
        return ()
    if one.kind is ends[1].kind is DateKind.WEEKDAY and other.start < one.interval.start:
        other = other.shifted(7)  # from Monday to Friday
    return (one.interval.to(other),) if one.interval.start < other.end else ()


def _after(context: Context, mention: DateMention, draft: Draft, placed: bool) -> Context:
    """The context for what follows a mention; the year of "the 1965 act" is no time at which anything happens."""
    if mention.interval is None or mention.kind in (DateKind.TIME, DateKind.DURATION):
        return context
    days = mention.interval
    last = mention.ends[1].interval if mention.ends and mention.ends[1].interval else days
    before = tuple(dict.fromkeys((last, *mention.days[1:2], *context.before)))[:6]
    year, month, _ = calendar.civil(days.start)
    named = stated(mention_drafts(draft)) if placed else None
    return replace(
        context,
        before=before,
        year=named if named is not None else context.year if draft.kind not in _CALENDAR else _kept(context, year),
        month=(year, month) if len(days) <= 31 else context.month,
    )


def _far(last: Sentence, sentence: Sentence) -> bool:
    """Whether a year named there holds no longer here."""
    return sentence.index - last.index > 1 or sentence.paragraph != last.paragraph


def _kept(context: Context, year: int) -> int | None:
    """A stated year holds until a date of another year is told."""
    return context.year if context.year == year else None


def mention_drafts(draft: Draft) -> tuple[Draft, ...]:
    """A draft, or the two ends of a range."""
    return draft.ends or (draft,)


def _tense(string: Sequence[Symbol], first: int, last: int) -> int:
    """Past, future or open: by the nearest cue to the left in the same clause, else by the verb to the right."""
    for position in range(first - 1, max(-1, first - 15), -1):
        symbol = string[position]
        if symbol.letter in ";()":
            break
        if symbol.word in _CUES["future"]:
            return Tense.FUTURE
        if symbol.word in _CUES["either"]:
            return Tense.FUTURE if _is_soonest(string, first) else Tense.OPEN
        if _past(symbol):
            left = string[position - 1].word if position else ""
            if not any(left in _CUES[name] for name in ("be", "future", "either")):
                return Tense.PAST
    for number, symbol in enumerate(string[last : last + 14]):
        if symbol.letter in ";()" or (number and symbol.letter == ","):
            break
        if symbol.word in _CUES["future"]:
            return Tense.FUTURE
        if symbol.word in _CUES["ahead"]:
            return Tense.OPEN
        if _past(symbol):
            return Tense.PAST
    return Tense.UNSAID


def _is_soonest(string: Sequence[Symbol], first: int) -> bool:
    """Whether "as early as" or "as soon as" stands before a date."""
    words = [symbol.word for symbol in string[max(0, first - 3) : first]]
    return words in (["as", "early", "as"], ["as", "soon", "as"])


def _past(symbol: Symbol) -> bool:
    return symbol.word in _CUES["report"] or (len(symbol.word) > 4 and symbol.word.endswith("ed"))
