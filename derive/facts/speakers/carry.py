"""Quotations that carry no credit of their own: the speaker before them goes on."""

from __future__ import annotations

from msgspec.structs import replace

from derive.facts.speakers.raw import Raw
from derive.facts.speakers.statement import Certainty
from derive.facts.speakers.units import Text

_LEAST = 3  # words of a unit that is nothing but speech
_BESIDE = 2  # words of it that may stand outside of its quotation marks: more may tell who speaks


def carry(text: Text, raws: list[Raw]) -> list[Raw]:
    """Add a statement for each unit of pure speech without a credit: part of a credited quotation, or behind one.

    Whether somebody else came up between the two shows only when it is known who is who.
    """
    raws = [_backwards(text, raw) for raw in raws]
    by_unit: dict[int, list[Raw]] = {}
    for raw in raws:
        by_unit.setdefault(raw.unit, []).append(raw)
    found = list(raws)
    owners = {text.quote[at]: raw for raw in raws for a, b in raw.content for at in range(a, b) if text.quote[at] >= 0}
    last: Raw | None = None
    for number, (first, end) in enumerate(text.units):
        if number in by_unit:
            last = by_unit[number][-1]
        elif _is_speech(text, first, end):
            owner = owners.get(text.quote[end - 1])
            if owner is None and last is not None:
                owner = replace(last, certainty=Certainty.LIKELY, carried=True)
            if owner is not None and not any(a <= first < b for a, b in owner.content):
                found.append(replace(owner, unit=number, content=((first, end),)))
    return sorted(found, key=lambda one: (one.unit, one.start))


def _is_speech(text: Text, first: int, end: int) -> bool:
    quoted = sum(text.quote[i] >= 0 for i in range(first, end))
    return quoted >= _LEAST and end - first - quoted <= _BESIDE


def _backwards(text: Text, raw: Raw) -> Raw:
    """The statement, with the quotation that ends the unit before it when its own holds nothing: "“Why?” X asked."."""
    first, end = text.units[raw.unit]
    told = raw.cue in ("tell", "ask") and not any(
        text.quote[i] >= 0 or text.norm[i] in ("that", "whether", "if", "to")
        for a, b in raw.content
        for i in range(a, b)
    )
    if (raw.content and not told) or raw.unit == 0 or raw.start != first or end - first > 12:
        return raw
    number = text.quote[first - 1]
    if number < 0 or text.paragraph(first) != text.paragraph(first - 1):
        return raw
    start = first - 1
    while start > 0 and text.quote[start - 1] == number:
        start -= 1
    return replace(raw, content=((start, first),), trailing=True)
