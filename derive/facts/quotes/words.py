"""The words of a quotation in normal form: what two house styles write differently comes out equal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from derive.facts.lexicon import load
from derive.facts.quotes.numerals import fold
from derive.model import Span
from derive.text.words import forms


class Kind(StrEnum):
    """What a word of a quotation is to its speaker."""

    SPOKEN = "spoken"
    OPTIONAL = "optional"  # the "is" that "it's" may hide
    INSERTED = "inserted"  # in brackets: the editor's
    GAP = "gap"  # an ellipsis: words are left out here


@dataclass(frozen=True, slots=True)
class QuoteWord:
    """One word: its normal form (empty for a gap), its stem, where it stands and what it is."""

    norm: str
    stem: str
    span: Span
    kind: Kind = Kind.SPOKEN


_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?P<gap>[\[(]\s?(?:…|\.{3,4}|\. \. \.)\s?[\])]|…|\.{3,4}|\.(?: \.){2,3})"
    rf"|(?P<glued>\[{_LETTER}{{1,3}}\]{_LETTER}+(?:'{_LETTER}{{1,2}})?)"
    rf"|(?P<ending>{_LETTER}+\[{_LETTER}{{1,4}}\])"
    r"|(?P<possessive>(?<=[\])])'s\b)"
    rf"|(?P<mask>{_LETTER}{{1,3}}(?:\*+|-{{2,}}){_LETTER}{{0,4}})"
    r"|(?P<open>[\[(])|(?P<close>[\])])"
    rf"|(?P<number>[$£€¥]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?!{_LETTER}))"
    r"|(?P<figure>[$£€¥]?\d+(?:[.,:]\d+)*)"
    r"|(?P<initials>(?:[A-Za-z]\.){2,}[A-Za-z]?)"
    rf"|(?P<word>(?:{_LETTER}(?:{_LETTER}|'(?={_LETTER}))*\d*)|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
    r"|(?P<percent>%)|(?P<amp>&)"
)
_CONTRACTION = re.compile(r"(n't|'(?:ve|re|m|ll|d|s))$")


@lru_cache(maxsize=1 << 15)
def _normal(word: str) -> tuple[tuple[str, str, Kind], ...]:
    """The normal form of a written word: one or more of norm, stem and kind."""
    low = word.casefold()
    lexicon = load("quotes")
    if expanded := lexicon["expand"].get(word) or lexicon["expand"].get(low):
        return tuple((*forms(one), Kind.SPOKEN) for one in expanded.split())
    match = _CONTRACTION.search(low)
    if match is None:
        return ((*forms(word), Kind.SPOKEN),)
    head, tail = low[: match.start()], match.group()
    if not head:
        return ((*forms(word), Kind.SPOKEN),)
    if tail == "'s":
        return ((*forms(head), Kind.SPOKEN), ("is", "is", Kind.OPTIONAL))
    return ((*forms(head), Kind.SPOKEN), (*forms(lexicon["contractions"][tail]), Kind.SPOKEN))


def _read(text: str, start: int, end: int) -> Iterator[QuoteWord]:
    inserted = False
    for match in _TOKEN.finditer(text, start, end):
        name, written, span = match.lastgroup, match.group(), Span(*match.span())
        kind = Kind.INSERTED if inserted else Kind.SPOKEN
        if name in ("open", "close"):
            inserted = name == "open" and text.find("])"["[(".index(written)], span.end, min(end, span.end + 200)) > 0
        elif name == "possessive":
            yield QuoteWord("is", "is", span, Kind.OPTIONAL)
        elif name == "gap":
            yield QuoteWord("", "", span, Kind.GAP)
        elif name == "glued":  # "[W]e": only the case is the editor's
            for norm, stem, own in _normal(written.replace("[", "").replace("]", "")):
                yield QuoteWord(norm, stem, span, own)
        elif name == "ending":  # "call[ed]": the word is the editor's
            yield QuoteWord(
                written.replace("[", "").replace("]", "").casefold(), written[:3].casefold(), span, Kind.INSERTED
            )
        elif name == "mask":
            norm = written.casefold().replace("-", "*")
            yield QuoteWord(norm, norm, span, kind)
        elif name in ("number", "figure"):
            yield QuoteWord(written.casefold(), written.casefold(), span, kind)
        elif name in ("percent", "amp"):
            for norm in ("per", "cent") if name == "percent" else ("and",):
                yield QuoteWord(norm, norm, span, kind)
        else:
            for norm, stem, own in _normal(written.replace(".", "") if name == "initials" else written):
                yield QuoteWord(norm, stem, span, own if own is Kind.OPTIONAL else kind)


def words(text: str, span: Span) -> tuple[QuoteWord, ...]:
    """The words of a stretch of plain text, in normal form."""
    return fold(tuple(_read(text, span.start, span.end)))
