"""The words of a quotation in normal form: what two house styles write differently comes out equal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

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


class QuoteWord(Struct, frozen=True):
    """One word: its normal form (empty for a gap), its stem, where it stands and what it is."""

    norm: str
    stem: str
    span: Span
    kind: Kind = Kind.SPOKEN


_Form = tuple[str, str, Kind]  # norm, stem and kind
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"(?P<mask>{_LETTER}{{1,3}}\*+{_LETTER}{{0,4}}|(?<!{_LETTER})[b-hj-zB-HJ-Z]--+{_LETTER}{{0,2}}(?!{_LETTER}))"
    rf"|(?P<word>(?>{_LETTER}(?:{_LETTER}|'(?={_LETTER}))*\d*)(?!\[|\.[A-Za-z]\.))"
    r"|(?P<number>[$£€¥]?\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th)(?![^\W\d_]))?)"
    r"|(?P<gap>[\[(]\s?(?:…|\.{3,4}|\. \. \.)\s?[\])]|…|\.{3,4}|\.(?: \.){2,3})"
    rf"|(?P<glued>\[{_LETTER}{{1,3}}\](?:{_LETTER}+(?:'{_LETTER}{{1,2}})?|'{_LETTER}{{1,2}})"
    rf"|{_LETTER}+\[{_LETTER}{{1,4}}\]{_LETTER}+)"
    r"|(?P<initials>(?:[A-Za-z]\.){2,}[A-Za-z]?)"
    rf"|(?P<ending>{_LETTER}+\[{_LETTER}{{1,4}}\])"
    r"|(?P<possessive>(?<=[\])])'(?:s|re|ve|ll|d|m)\b)"
    r"|(?P<open>[\[(])|(?P<close>[\])])"
    r"|(?P<character>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
    r"|(?P<percent>%)|(?P<amp>&)"
    rf"|(?P<other>{_LETTER}+)"
)
_CONTRACTION = re.compile(r"(n't|'(?:ve|re|m|ll|d|s))$")


def _normal(word: str) -> tuple[_Form, ...]:
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
        if name in ("open", "close"):
            inserted = name == "open" and text.find("])"["[(".index(written)], span.end, min(end, span.end + 200)) > 0
            continue
        for norm, stem, kind in _forms(name or "", written):
            yield QuoteWord(norm, stem, span, Kind.INSERTED if inserted and kind is Kind.SPOKEN else kind)


@lru_cache(maxsize=1 << 15)
def _forms(name: str, written: str) -> tuple[_Form, ...]:
    """The normal form of what one group of the grammar matched."""
    if name in ("word", "character", "other"):
        return _normal(written)
    if name == "gap":
        return (("", "", Kind.GAP),)
    if name == "possessive":
        return (("is", "is", Kind.OPTIONAL),)
    if name == "initials":
        return _normal(written.replace(".", ""))
    if name == "glued":  # "[W]e", "con[c]ession": only the case or the spelling is the editor's
        return _normal(written.replace("[", "").replace("]", ""))
    if name == "ending":  # "call[ed]": the word is the editor's
        return ((written.replace("[", "").replace("]", "").casefold(), written[:3].casefold(), Kind.INSERTED),)
    if name == "percent":
        return (("per", "per", Kind.SPOKEN), ("cent", "cent", Kind.SPOKEN))
    plain = {"amp": "and", "mask": written.casefold().replace("-", "*")}.get(name, written.casefold())
    return ((plain, plain, Kind.SPOKEN),)


def words(text: str, span: Span) -> tuple[QuoteWord, ...]:
    """The words of a stretch of plain text, in normal form."""
    return fold(tuple(_read(text, span.start, span.end)))
