"""What the patterns work on: a reporting verb where it stands, and the statement that it credits."""

from __future__ import annotations

from msgspec import Struct

from derive.facts.speakers.phrases import Phrase
from derive.facts.speakers.statement import Certainty
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import Act, Verb


class Raw(Struct, frozen=True):
    """A statement before its speaker is resolved. All positions are words."""

    phrase: Phrase
    start: int  # of speaker and cue together
    end: int
    cue: str
    act: Act
    certainty: Certainty
    unit: int
    clause: bool = True  # the verb may follow what is said
    content: tuple[tuple[int, int], ...] = ()
    trailing: bool = False  # "…, X said": what is said stands before
    carried: bool = False  # a quotation without a credit, given to the speaker before it


class Cue(Struct, frozen=True):
    """A form of a reporting verb at word `index`; `floor` is where the words that belong to it can begin."""

    text: Text
    unit: int
    index: int
    verb: Verb
    floor: int
    last: Raw | None  # the statement before it in the unit

    @property
    def first(self) -> int:
        """The first word of the unit."""
        return self.text.units[self.unit][0]

    @property
    def end(self) -> int:
        """The word after the unit."""
        return self.text.units[self.unit][1]

    def credits(self, phrase: Phrase, start: int, end: int, certainty: Certainty = Certainty.SURE) -> Raw:
        """The statement that it makes with a speaker."""
        return Raw(phrase, start, end, self.verb.lemma, self.verb.act, certainty, self.unit, self.verb.clause)
