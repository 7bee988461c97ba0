"""What the speaker reading gives: statements and those who make them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from derive.facts.speakers.phrases import Kind
from derive.facts.speakers.words import Act
from derive.model import Mention, Span


class Certainty(StrEnum):
    """How sure a speaker is: read off the sentence, inferred from the one before, not known."""

    SURE = "sure"
    LIKELY = "likely"
    UNKNOWN = "unknown"


class Entity(Struct, frozen=True):
    """A speaker as the whole document knows it.

    `id` counts the document's speakers from 0. `names`: every proper name it goes by, as words. `roles` and `about`:
    nouns and other words that describe it anywhere in the document.
    """

    id: int
    kind: Kind
    names: frozenset[tuple[str, ...]]
    roles: frozenset[str]
    about: frozenset[str]
    gender: str
    plural: bool

    @property
    def specific(self) -> bool:
        """Whether it is somebody with a name."""
        return bool(self.names)


class Statement(Mention, frozen=True):
    """A statement that is credited to somebody. The span covers speaker and cue, the content is apart."""

    speaker: Span  # the words for the speaker, as they stand here
    entities: tuple[Entity, ...]  # who they are; empty when not known
    cue: str  # lemma of the verb; "according to"
    act: Act
    content: tuple[Span, ...]  # what is said, without speaker and cue
    quote: int | None  # number of the first quotation in the content
    certainty: Certainty
    pronoun: bool = False  # the speaker is a pronoun here
