"""Text from outside made harmless for a terminal: control, escape and bidirectional characters become visible."""

from __future__ import annotations

import re

# C0 and C1 controls but newline and tab, bidi marks, line separators, and other invisible format characters.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")


def visible(text: str) -> str:
    """The text with each unsafe character shown as ␛, ␀ … or <U+202E>; soft line breaks become spaces."""
    return _UNSAFE.sub(_show, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(visible(text).split())


def _show(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else f"<U+{code:04X}>"
