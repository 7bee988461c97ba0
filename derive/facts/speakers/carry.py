"""Quotations that carry no credit of their own: the speaker goes on, or is not known."""

from __future__ import annotations

from msgspec.structs import replace

from derive.facts.speakers.raw import Raw
from derive.facts.speakers.statement import Certainty
from derive.facts.speakers.units import Text

_MOSTLY = 0.7  # share of a unit's words inside quotation marks from which it is nothing but speech


def carry(text: Text, raws: list[Raw]) -> list[Raw]:
    """Add a statement for each uncredited unit of pure speech that follows a credited one.

    In the same paragraph after a quotation the speaker goes on (right in 9 of 10 cases); in the next paragraph
    it is only a guess (4 of 10), which no check may build on.
    """
    by_unit: dict[int, list[Raw]] = {}
    for raw in raws:
        by_unit.setdefault(raw.unit, []).append(raw)
    paragraphs = _paragraphs(text)
    raws = [_backwards(text, raw, paragraphs) for raw in raws]
    found = list(raws)
    credited = {text.quote[at] for raw in raws for a, b in raw.content for at in range(a, b)}
    last: Raw | None = None
    for number, (first, end) in enumerate(text.units):
        if number in by_unit:
            last = by_unit[number][-1]
            continue
        quoted = sum(text.quote[i] >= 0 for i in range(first, end))
        if text.quote[end - 1] in credited and text.quote[end - 1] >= 0:
            continue
        if last is None or quoted < _MOSTLY * (end - first) or quoted < 3:
            told = last is not None and not quoted
            last = replace(last, certainty=Certainty.UNKNOWN) if last is not None and told else last
            continue
        near = paragraphs[number] == paragraphs[last.unit] and any(
            text.quote[i] >= 0 for a, b in last.content for i in range(a, b)
        )
        raw = replace(
            last,
            unit=number,
            content=((first, end),),
            certainty=Certainty.LIKELY if near and last.certainty is not Certainty.UNKNOWN else Certainty.UNKNOWN,
        )
        found.append(raw)
        last = raw
    return sorted(found, key=lambda one: (one.unit, one.start))


def _backwards(text: Text, raw: Raw, paragraphs: list[int]) -> Raw:
    """The statement, with the quotation that ends the unit before it when its own holds nothing: "“Why?” X asked."."""
    first, end = text.units[raw.unit]
    told = raw.cue in ("tell", "ask") and not any(
        text.quote[i] >= 0 or text.norm[i] in ("that", "whether", "if", "to")
        for a, b in raw.content
        for i in range(a, b)
    )
    if (raw.content and not told) or raw.unit == 0 or raw.start != first or end - first > 12:
        return raw
    before = raw.unit - 1
    number = text.quote[first - 1]
    if number < 0 or paragraphs[before] != paragraphs[raw.unit]:
        return raw
    start = first - 1
    while start > 0 and text.quote[start - 1] == number:
        start -= 1
    return replace(raw, content=((start, first),), trailing=True)


def _paragraphs(text: Text) -> list[int]:
    """The paragraph of each unit."""
    by_token = {s.tokens[0]: s.paragraph for s in text.document.sentences}
    return [by_token[first] for first, _ in text.units]
