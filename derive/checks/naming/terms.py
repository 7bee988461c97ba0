"""Terms of art in lower case, such as the name of a drug, that stand in the place of another."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from derive.checks.examination import Examination, Place
from derive.checks.naming.slots import Slots
from derive.facts.names.likeness import distance, is_same
from derive.facts.names.vocabulary import vocabulary
from derive.model import Document, Sentence, Span, Token, Witness
from derive.text.words import forms

_LENGTH = 6  # letters; shorter words outside the list of general English are slang and interjections
_PART = 3  # letters of the first part of a compound; the second has more
# What is left of words of one stem behind the letters that they share.
_SUFFIXES = frozenset(
    "s es is sis ses tic tics tical c cs ic ics ical ism isms ist ists istic ia iac ian y ies ity ous al ally oid osis"
    " otic us i um a ae e er ers ing ed on ons or ors ation ations ative".split()
)
_FIT = 1.5  # see `slots.Slots.fit`


class Term(Struct, frozen=True):
    """A term of the rewrite and the original's in its place; `misspelt` when few letters differ."""

    span: Span
    witness: Witness
    misspelt: bool
    value: str


class Terms:
    """Compares the terms of linked sentences."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination
        self._document = examination.rewrite.document
        self._slots = Slots(examination)
        self._there = {token.norm for one in examination.sources for token in one.document.tokens}
        self._here = {token.norm for token in self._document.tokens}

    def of(self, sentence: Sentence) -> Iterator[Term]:
        """The changed terms of a sentence of the rewrite."""
        mine = [token for token in _terms(self._document, sentence) if token.norm not in self._there]
        if not mine:
            return
        theirs = [
            (place, token)
            for place in self._examination.linked(sentence)
            for token in _terms(self._examination.sources[place.source].document, place.sentence)
            if token.norm not in self._here
        ]
        for token in mine:
            found = max(
                ((self._fit(token, place, other), -other.span.start, place, other) for place, other in theirs),
                key=lambda one: one[:2],
                default=None,
            )
            if found is None or found[0] < _FIT:
                continue
            _, _, place, other = found
            misspelt = distance(token.norm, other.norm, 2) <= 2
            if misspelt or token.norm[-4:] == other.norm[-4:]:
                yield Term(token.span, Witness(place.source, other.span), misspelt, f"{token.norm} <- {other.norm}")

    def _fit(self, token: Token, place: Place, other: Token) -> float:
        if token.stem == other.stem or is_same(token.norm, other.norm):
            return 0.0
        if _is_derived(token.norm, other.norm):
            return 0.0
        short, long = sorted((token.norm, other.norm), key=len)
        if long.endswith(short) or long.startswith(short):  # undocumented: the negation's business
            return 0.0
        return self._slots.fit(token.span, place.source, other.span)


def _is_derived(one: str, two: str) -> bool:
    """Whether two words are made of one stem: symbiosis, symbiotic."""
    stem = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return stem >= _PART and {one[stem:], two[stem:]} <= _SUFFIXES


def _is_compound(norm: str) -> bool:
    """Whether a word ends in one of general English: "shipmaker", which "boatmaker" may stand for; "agribusiness"."""
    ordinary = vocabulary().is_ordinary
    cuts = range(_PART, len(norm) - _PART)
    return any(
        ordinary(forms(norm[at:])[1]) and (ordinary(forms(norm[:at])[1]) or len(norm) - at >= _LENGTH) for at in cuts
    )


def _terms(document: Document, sentence: Sentence) -> list[Token]:
    ordinary = vocabulary().is_ordinary
    return [
        token
        for token in document.words(sentence)
        if len(token.norm) >= _LENGTH
        and token.norm.isalpha()
        and not ordinary(token.stem)
        and not _is_compound(token.norm)
        and document.plain[token.start].islower()
        and not document.plain.startswith("-", token.end)
        and document.plain[token.start - 1 : token.start] != "-"
    ]
