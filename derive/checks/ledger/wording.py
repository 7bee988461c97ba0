"""How a message shows a wording."""

from __future__ import annotations

_LONGEST = 160  # characters of a wording that a message shows


def shown(words: str) -> str:
    """The words on one line in quotation marks, a long stretch cut in the middle."""
    words = " ".join(words.split())
    half = _LONGEST // 2
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[:half].rstrip()} … {words[-half:].lstrip()}”"
