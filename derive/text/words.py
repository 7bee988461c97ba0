"""Words: tokens of the plain text with the forms that matching compares."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer

from derive.model import Token
from derive.text.spelling import american

# A number with its separators (and a glued unit: "59bn"), a word with inner apostrophes, or one CJK character.
_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*[^\W\d_]*|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\d_](?:[^\W_]|'(?=[^\W\d_]))*"
)
_stemmer = Stemmer.Stemmer("english")


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> tuple[str, str]:
    """The form of a word for matching, and its stem. Diacritics, case, possessive and UK spelling are folded."""
    norm = word.casefold()
    if not norm.isascii():
        norm = "".join(c for c in unicodedata.normalize("NFKD", norm) if not unicodedata.combining(c))
    norm = norm.removesuffix("'s").strip("'") or norm
    norm = american(norm)
    return norm, _stemmer.stemWord(norm)


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a plain text, in order."""
    return tuple([Token(*match.span(), *forms(match[0])) for match in _WORD.finditer(text)])
