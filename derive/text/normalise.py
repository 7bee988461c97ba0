"""The plain form of a text: what matching reads, never what is shown.

Spaces, hyphens and ligatures in one form, apostrophes inside words straight, invisible characters gone. Quotation
marks and long dashes stay as they are: the quote and the quantity grammars read them. Each character of the plain
text knows where it stood.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# NFKC would tear these apart ("½" to "1⁄2", "…" to "...", "″" to "′′"); the grammars read them whole.
_KEPT = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞…″‴²³¹º°ª™№‼⁉⁇´¨")
_HYPHENS = frozenset("\u2010\u2011\u2212\ufe63\uff0d")
_GROUP = re.compile(r"``|''|.[\u0300-\u036f]*", re.DOTALL)
_IN_WORD_APOSTROPHE = re.compile(r"(?<=[^\W_])[’ʼʻʹ‘`´](?=[^\W_])")
_BREAKS = frozenset("\u2028\u2029\u0085\x0b\x0c")


@lru_cache(maxsize=4096)
def _plain_character(character: str) -> str:
    """What one character (with its combining marks) becomes; empty for an invisible one."""
    if character in _KEPT:
        return character
    if character in _HYPHENS:
        return "-"
    if character in _BREAKS:
        return "\n"
    category = unicodedata.category(character[0])
    if category == "Zs":
        return " "
    if category == "Cf" or "\ufe00" <= character[0] <= "\ufe0f" or "\U000e0100" <= character[0] <= "\U000e01ef":
        return ""
    composed = unicodedata.normalize("NFKC", character)
    return character if composed[:1].isspace() else composed  # NFKC tears "¯" into a space and a mark


def plain(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The plain form of `text`, and where each of its characters stood (None: nothing moved).

    The offsets have one entry more than the plain text, for its end.
    """
    if text.isascii() and "``" not in text and "''" not in text:
        return text, None
    table = {ord(one): _plain_character(one) for one in set(text) if not one.isascii()}
    moved = any(len(value) != 1 for value in table.values())
    if (
        not moved
        and not any(unicodedata.combining(chr(one)) for one in table)
        and "``" not in text
        and "''" not in text
    ):
        return _IN_WORD_APOSTROPHE.sub("'", text.translate(table)), None
    pieces: list[str] = []
    offsets: list[int] = []
    for match in _GROUP.finditer(text):
        group = match.group()
        piece = {"``": "“", "''": "”"}.get(group) or _plain_character(group)
        pieces.append(piece)
        offsets.extend([match.start()] * len(piece))
    offsets.append(len(text))
    return _IN_WORD_APOSTROPHE.sub("'", "".join(pieces)), tuple(offsets)
