"""The words that signatures are made of: their own folding and tokens, frozen with the archive format.

Kept apart from `derive.text.words` on purpose: a better tokeniser there must not turn every stored signature stale.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"(?:[a-z0-9\u0080-\U0010ffff]|(?<=[0-9])\.(?=[0-9]))+")
_GROUPING = re.compile(r"(?<=[0-9]),(?=[0-9])")
_USUAL = "“”‘’–—…\u00a0"  # all that most stories have beyond ASCII; replacing them costs a tenth of the exact way
_BEYOND = re.compile(r"[^\x00-\x7f]+")


class _Folds(dict[int, str]):
    """What each character beyond ASCII becomes, worked out on first sight."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.category(character) in ("Cf", "Mn", "Me"):
            folded = ""
        else:
            parts = unicodedata.normalize("NFKD", character).casefold()
            folded = "".join(_letter(part) for part in parts if not unicodedata.combining(part)) or " "
        self[code] = folded
        return folded


def _letter(character: str) -> str:
    """A letter or digit as it is read for a signature, a space for anything else."""
    if character.isascii():
        return character
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if not character.isalnum():
        return " "
    return f" {character} " if "\u3040" <= character <= "\u9fff" else character


_FOLDS = _Folds()


def ascii_marks(text: str) -> str:
    """The text with every character beyond ASCII folded, and ASCII as it is (the kernel lowers it itself).

    A character at a time, so that composed and decomposed spelling agree: no diacritics, compatibility forms resolved,
    marks (curly quotes, dashes) as spaces; CJK characters stand alone.
    """
    if text.isascii():
        return text
    for mark in _USUAL:
        text = text.replace(mark, " ")
    return text if text.isascii() else _BEYOND.sub(lambda run: run.group().translate(_FOLDS), text)


def fold(text: str) -> str:
    """`ascii_marks` in lower case."""
    # As bytes: str.lower would look at neighbours (final sigma) and touch what is folded already.
    return ascii_marks(text).encode().lower().decode()


def words(text: str) -> list[str]:
    """The words of a text in order: runs of letters and digits. "1,200" is 1200, "3.5" one word, "it's" two."""
    return _WORD.findall(_GROUPING.sub("", fold(text)))
