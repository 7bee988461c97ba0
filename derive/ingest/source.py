"""One input as a reader sees it: its name, its bytes, what was noticed while decoding."""

from __future__ import annotations

from msgspec import Struct, field

from derive.ingest.decode import decode


class Source(Struct):
    """An input that was opened: a path as given (`-` for standard input) and its bytes."""

    path: str
    data: bytes
    notes: tuple[str, ...] = field(default=())

    def text(self) -> str:
        """The decoded text. Raises InputError for binary data."""
        text, notes = decode(self.data, self.path)
        self.notes = notes
        return text
