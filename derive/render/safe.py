"""Text from outside made harmless: control, escape and bidirectional characters become visible."""

from __future__ import annotations

import re

# C0 and C1 controls but newline and tab, bidi marks, line separators, invisible format characters, lone surrogates.
# The two joiners stay: emoji and Persian need them, and they neither hide nor reorder anything.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text with each unsafe character shown as ␛, ␀ … or <U+202E>; soft line breaks become spaces."""
    return _UNSAFE.sub(_show, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(visible(text).split())


def _show(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else f"<U+{code:04X}>"
