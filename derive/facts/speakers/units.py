"""The text as the patterns read it: words with the marks between them, in units that quotations do not break."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from msgspec import Struct

from derive.facts.quotes import Quotation
from derive.model import Document, Role, Span, Token

# Where the quotes are not read (a headline, a lone reader), a pair of double marks inside one paragraph.
_MARKED = re.compile(r"“[^“”\n]{1,1500}[”\n]|\"[^\"\n]{1,1500}\"")
_JOINS = {"": "", "-": "", "'": "", ".": "", "’": "", "/": "", "&": ""}


class Text(Struct, frozen=True):
    """A document's words in parallel tuples; index `i` is `document.tokens[i]`."""

    document: Document
    norm: tuple[str, ...]
    capital: tuple[bool, ...]
    possessive: tuple[bool, ...]
    mark: tuple[str, ...]  # what stands before the word: "" | "," | ";" | ":" | "-" (a dash) | "(" | ")" | "." | "Q"
    quote: tuple[int, ...]  # number of the quotation that the word stands in, or -1
    piece: tuple[int, ...]  # number of its unbroken stretch, or -1
    aside: tuple[int, ...]  # the word that opens the parenthesis that it stands in, or -1
    proper: frozenset[str]  # words that the document capitalises inside sentences
    units: tuple[tuple[int, int], ...]  # half-open ranges of words: sentences, not cut inside quotations

    def span(self, start: int, end: int) -> Span:
        """The characters of words start to end (exclusive)."""
        tokens = self.document.tokens
        return Span(tokens[start].start, tokens[end - 1].end)

    def paragraph(self, index: int) -> int:
        """The paragraph of a word, -1 outside the text's sentences."""
        sentence = self.document.sentence_at(self.document.tokens[index].start)
        return sentence.paragraph if sentence is not None else -1

    def unit_at(self, index: int) -> int:
        """The unit of a word."""
        return bisect_right(self.units, (index, len(self.norm))) - 1

    def of(self, start: int, end: int) -> str:
        """The words as they are written."""
        return self.span(start, end).of(self.document.plain)


@lru_cache(maxsize=1 << 10)  # news has a few dozen gaps
def _mark(gap: str) -> str:
    """What the characters between two words amount to."""
    bare = gap.strip()
    if bare in _JOINS:
        return ""
    for sign in '"“”„«»':
        if sign in bare:
            return "Q"
    if ")" in bare and "," in bare:
        return ","
    for sign, means in ((";", ";"), (":", ":"), ("(", "("), (")", ")"), ("[", "("), ("]", ")"), (",", ",")):
        if sign in bare:
            return means
    if "—" in bare or "–" in bare or "--" in bare or (bare == "-" and gap != "-"):
        return "-"
    return "." if any(sign in bare for sign in ".!?…") else ""


def _asides(document: Document, units: list[tuple[int, int]]) -> list[int]:
    """For each word, the first word of the parenthesis that it stands in, or -1; none crosses its unit."""
    plain, tokens = document.plain, document.tokens
    found = [-1] * len(tokens)
    for first, end in units:
        if plain.find("(", tokens[first].end, tokens[end - 1].start) < 0:
            continue
        opened = -1
        for at in range(first, end):
            gap = plain[tokens[at - 1].end : tokens[at].start] if at > first else ""
            if ")" in gap and opened >= 0:
                found[opened:at] = [opened] * (at - opened)
                opened = -1
            if "(" in gap[gap.rfind(")") + 1 :]:
                opened = at
    return found


def _pieces(document: Document, quotes: tuple[Quotation, ...]) -> list[tuple[Span, int]]:
    """The quoted stretches in order, each with the number of its quotation; a split quotation has several."""
    if quotes:
        return [(piece, number) for number, quote in enumerate(quotes) for piece in quote.pieces]
    return [(Span(*match.span()), number) for number, match in enumerate(_MARKED.finditer(document.plain))]


def _norm(token: Token, plain: str) -> str:
    """A word's normal form; "WHO" and "IT" are no pronouns."""
    return token.norm + "." if token.norm in ("who", "it") and token.span.of(plain).isupper() else token.norm


def read(document: Document, quotes: tuple[Quotation, ...]) -> Text:
    """Lay out a document for the patterns."""
    plain, tokens = document.plain, document.tokens
    quote, piece = [-1] * len(tokens), [-1] * len(tokens)
    for at, (span, number) in enumerate(_pieces(document, quotes)):
        first, last = bisect_left(document.starts, span.start), bisect_left(document.starts, span.end)
        quote[first:last], piece[first:last] = [number] * (last - first), [at] * (last - first)
    mark, end = [], 0
    for token in tokens:
        gap = plain[end : token.start]
        mark.append("" if gap == " " else _mark(gap))
        end = token.end
    norm = [_norm(token, plain) for token in tokens]
    capital = [plain[token.start].isupper() for token in tokens]
    possessive = [
        plain.endswith("'s", token.start, token.end) or plain.startswith(("' ", "’ "), token.end) for token in tokens
    ]
    units: list[tuple[int, int]] = []
    paragraph = -1
    for sentence in document.sentences:
        first, last = sentence.tokens
        if first == last or sentence.role is Role.BOILERPLATE:
            continue
        goes_on = first > 0 and piece[first] >= 0 and piece[first] == piece[first - 1]
        tail = sentence.paragraph == paragraph and plain[sentence.span.start].islower()
        if units and (goes_on or tail) and units[-1][1] == first:
            units[-1] = (units[-1][0], last)
        else:
            units.append((first, last))
        paragraph = sentence.paragraph
    begins = {first for first, _ in units}
    proper = {
        norm[i] for i, upper in enumerate(capital) if upper and i not in begins and mark[i] not in ("Q", ":", ".")
    }
    return Text(
        document,
        tuple(norm),
        tuple(capital),
        tuple(possessive),
        tuple(mark),
        tuple(quote),
        tuple(piece),
        tuple(_asides(document, units)),
        frozenset(proper),
        tuple(units),
    )
