"""The words that signatures are made of: their own folding and tokens, frozen with the archive format.

Kept apart from `derive.text.words` on purpose: a better tokeniser there must not turn every stored signature stale.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"(?:[a-z0-9\u0080-\U0010ffff]|(?<=[0-9])\.(?=[0-9]))+")
_GROUPING = re.compile(r"(?<=[0-9]),(?=[0-9])")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


class _Folds(dict[int, str]):
    """What each character beyond ASCII becomes, worked out on first sight."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if code < 128:
            folded = character.lower()
        elif unicodedata.category(character) in ("Cf", "Mn", "Me"):
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


def fold(text: str) -> str:
    """Lower case, no diacritics, compatibility forms resolved, marks beyond ASCII (curly quotes, dashes) as spaces.

    Works a character at a time, so that composed and decomposed spelling agree; CJK characters stand alone.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def words(text: str) -> list[str]:
    """The words of a text in order: runs of letters and digits. "1,200" is 1200, "3.5" one word, "it's" two."""
    return _WORD.findall(_GROUPING.sub("", fold(text)))
