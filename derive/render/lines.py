"""Code-point offsets as lines and columns, 1-based, for formats that count that way."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct


class Lines(Struct, frozen=True, dict=True):
    """The line starts of a text. `\\n`, `\\r\\n` and `\\r` end a line."""

    text: str

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for at, character in enumerate(self.text):
            if character == "\n" or (character == "\r" and self.text[at + 1 : at + 2] != "\n"):
                starts.append(at + 1)
        return starts

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of a position."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1
