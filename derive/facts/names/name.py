"""What a name is."""

from __future__ import annotations

from enum import StrEnum

from derive.model import Mention


class NameKind(StrEnum):
    """What bears the name, as far as the words tell."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"  # a law, a work, an event, a ship
    UNKNOWN = "unknown"


class Name(Mention, frozen=True):
    """A person, place, organisation or other thing called by name.

    `span` and `text` leave out titles and articles. `tokens` is the normal form: folded words without "of", "the" and
    the like, an acronym as one word without dots. `key` is the same for all mentions of one entity in a document
    (surname and full name, acronym and long form). `title` is what stood before it: "prime minister", "dr".
    """

    tokens: tuple[str, ...]
    kind: NameKind
    key: str
    title: str = ""
