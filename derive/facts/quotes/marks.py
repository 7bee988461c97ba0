"""Quotation marks in running text: which character opens, which closes, which is an apostrophe or an inch."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

from derive.facts.lexicon import load


class Family(Enum):
    """Marks that go together."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"
    SINGLE_ANGLE = "single angle"
    CORNER = "corner"
    SINGLE_CORNER = "single corner"


class Side(Enum):
    """What a mark does, as far as its neighbours tell."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"  # closes what is open, else opens
    MAY_CLOSE = "may close"  # ministers' plan, a 6" pipe: a closing mark only when no better one follows


class Mark(Struct, frozen=True):
    """A quotation mark at a position of the plain text."""

    position: int
    character: str
    family: Family
    side: Side


_OPENING = "“„‟‘‚‛`«‹「『"
_CLOSING = "”’´»›」』"
_MARKS = re.compile(f"[\"'{_OPENING}{_CLOSING}]")
_FAMILY = {
    **dict.fromkeys('"“”„‟', Family.DOUBLE),
    **dict.fromkeys("'‘’‚‛`´", Family.SINGLE),
    **dict.fromkeys("«»", Family.ANGLE),
    **dict.fromkeys("‹›", Family.SINGLE_ANGLE),
    **dict.fromkeys("「」", Family.CORNER),
    **dict.fromkeys("『』", Family.SINGLE_CORNER),
}
_LEFT = frozenset("([{—–-/\"'" + _OPENING)  # what may stand before an opening mark, beside a space
_RIGHT = frozenset(".,;:!?…)]}\"'" + _CLOSING)  # what may stand after a closing mark, beside a space
_WORD = re.compile(r"[^\W\d_]{1,12}")
_DECADE = re.compile(r"\d\ds?(?![\w%]|[.,]\d| per)")
_FEET = re.compile(r"\d['’]\d{1,2}$")


def _elides(text: str, at: int, end: int) -> bool:
    """Whether the mark stands for letters left out at the start of a word: 'til, '90s, rock 'n' roll."""
    decade = _DECADE.match(text, at + 1, end)
    if decade is not None:
        before = text[max(0, at - 16) : at].lower().split()
        return (
            decade.group()[-1] == "s" or text[at] == "’" or (bool(before) and before[-1] in load("quotes")["year_cues"])
        )
    word = _WORD.match(text, at + 1, end)
    if word is not None:
        return word.group().lower() in load("quotes")["elisions"]
    return text[max(0, at - 2) : at].lower() in ("'n", "’n", "‘n")


def _side(text: str, at: int, start: int, end: int) -> Side | None:
    """What the mark at `at` does in the paragraph text[start:end]; None for an apostrophe, a prime, a stray mark."""
    character = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    outward = before.isspace() or before in _LEFT
    inward = not after.isspace() and after not in _RIGHT
    natural = Side.OPENS if character in _OPENING else Side.CLOSES if character in _CLOSING else Side.EITHER
    if character in "„‚「」『』":
        return natural
    if _FAMILY[character] is Family.SINGLE:
        if (before.isalnum() and after.isalnum()) or _elides(text, at, end):
            return None
        if outward and ((not inward and natural is Side.EITHER and after.isspace()) or (inward and character == "’")):
            return None
        if before in "sxz" and after == " " and text[at + 2 : at + 3].isalnum() and natural is not Side.OPENS:
            return Side.MAY_CLOSE
        if not outward and natural is Side.EITHER:
            return Side.CLOSES if not inward or before in ".,!?…" else Side.OPENS
    elif character == '"' and before.isdigit():
        if _FEET.search(text, max(start, at - 4), at):
            return None
        if after == " " and text[at + 2 : at + 3].islower():
            return Side.MAY_CLOSE
    if outward and inward:
        return Side.OPENS
    return Side.CLOSES if not outward and not inward else natural


def marks(text: str, start: int, end: int) -> tuple[Mark, ...]:
    """The quotation marks of a paragraph, in order. Linear."""
    found = []
    for match in _MARKS.finditer(text, start, end):
        side = _side(text, match.start(), start, end)
        if side is not None:
            found.append(Mark(match.start(), match.group(), _FAMILY[match.group()], side))
    return tuple(found)
