"""When something happened, by the words for it: the dates told nearest to those words in a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from derive.facts.dates.calendar import Interval
from derive.facts.dates.context import empty
from derive.facts.dates.mention import DateKind, DateMention
from derive.facts.lexicon import load
from derive.model import Document
from derive.text.words import forms

_REACH = 12  # words between an event and its date
_DATED = frozenset((DateKind.DAY, DateKind.WEEKDAY, DateKind.RELATIVE, DateKind.MONTH, DateKind.YEAR, DateKind.OFFSET))


@cache
def _families() -> Mapping[str, int]:
    """Stems that name one kind of event (death, died, dead), by the number of their family."""
    table: dict[str, int] = {}
    for number, words in enumerate(load("dates")["events"]["families"]):
        table.update({forms(word)[1]: number for word in words})
    return table


def event_key(stem: str) -> str:
    """The stem, or one name for all stems of its family."""
    family = _families().get(stem)
    return stem if family is None else f"#{family}"


class Events:
    """The dated words of a document."""

    def __init__(self, document: Document, mentions: Sequence[DateMention]) -> None:
        self._days: dict[str, dict[Interval, None]] = {}
        at = {}
        tokens = document.tokens
        position = 0
        for mention in mentions:
            while position < len(tokens) and tokens[position].end <= mention.span.start:
                position += 1
            at[position] = mention
        for sentence in document.sentences:
            first, last = sentence.tokens
            dated = [(place, at[place]) for place in range(first, last) if place in at]
            dated = [(place, one) for place, one in dated if one.kind in _DATED and one.days]
            if not dated:
                continue
            for place in range(first, last):
                token = tokens[place]
                if token.norm in empty() or token.norm[0].isdigit():
                    continue
                distance, nearest = min((abs(place - where), where) for where, _ in dated)
                if distance <= _REACH:
                    mention = dict(dated)[nearest]
                    self._days.setdefault(event_key(token.stem), {}).update(dict.fromkeys(mention.days))

    def days(self, stems: Iterable[str]) -> tuple[Interval, ...]:
        """The days told of the first of these stems that is dated at all."""
        for stem in stems:
            if found := self._days.get(event_key(stem)):
                return tuple(found)
        return ()
