"""Bytes -> text: byte order mark, strict UTF-8, then Windows-1252 as a stated fallback."""

from __future__ import annotations

import codecs
import re

from derive.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")

FALLBACK_NOTE = "not UTF-8, read as Windows-1252"


def whole(text: str) -> str:
    """The text with each lone surrogate replaced (one for one), so that it can be written again."""
    return _SURROGATE.sub("\ufffd", text)


def decode(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """The text without its byte order mark, and what a reader should know about it.

    Raises InputError for binary data. The order is measured: detectors take news in Windows-1252 with curly quotes
    for Cyrillic, so none is asked.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _text(data[len(mark) :].decode(encoding), path), ()
            except UnicodeDecodeError as error:
                raise InputError(path, f"broken {encoding.upper()}: {error.reason} at byte {error.start}") from None
    if b"\x00" in data[:65536] or b"\x00" in data:
        raise InputError(path, "binary data (it holds NUL bytes)")
    try:
        return _text(data.decode("utf-8"), path), ()
    except UnicodeDecodeError:
        pass
    try:
        return _text(data.decode("cp1252"), path), (FALLBACK_NOTE,)
    except UnicodeDecodeError as error:
        raise InputError(path, f"neither UTF-8 nor Windows-1252 (byte {error.start})") from None


def _text(text: str, path: str) -> str:
    if "\x00" in text:
        raise InputError(path, "binary data (it holds NUL characters)")
    if len(_CONTROL.findall(text[:65536])) * 50 > min(len(text), 65536):
        raise InputError(path, "binary data (too many control characters)")
    return whole(text)
