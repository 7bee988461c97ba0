"""What the capitals of a document tell: which of its words are names.

Evidence is a word that stands capitalised in the middle of a sentence and nowhere in lower case. A Title Case or
all-capitals line, the first word of a sentence or of a quotation are no evidence; they are read by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from msgspec import Struct

from derive.facts.names.vocabulary import Vocabulary
from derive.model import Document, Sentence

_OPENING = re.compile(r"[\"“‘«„:;!?…•]|\.\.|(?<![^\W\d_])['`]|[.][\"”’')\]]*\s|^\W*[-–—]\s")


class Shape(IntEnum):
    """How a word is written."""

    LOWER = 0
    NUMBER = 1
    CAPITAL = 2  # Reuters, O'Neil, iPhone
    ACRONYM = 3  # BBC, MI5


class Casing(Struct, frozen=True):
    """The shape of each token of a document, which of them are words of a name, and what else its case tells."""

    shapes: Sequence[Shape]
    named: Sequence[bool]
    lower: frozenset[str]  # words that stand in lower case somewhere
    alone: frozenset[str]  # capitalised words that stand somewhere without a hyphen
    surnames: frozenset[str]  # words that stand after a given name or a title somewhere


@lru_cache(maxsize=1 << 14)
def shape(word: str) -> Shape:
    """The shape of one word as written; a possessive counts for nothing."""
    if word[0].isdigit():
        return Shape.NUMBER
    if word.islower():
        return Shape.LOWER
    core = word[:-2] if word.endswith("'s") else word[:-1] if word[-1] == "s" else word
    if len(core) > 1 and core.isupper():
        return Shape.ACRONYM
    return Shape.CAPITAL


def casing(document: Document, known: Vocabulary) -> Casing:
    """Read the capitals of a whole document."""
    reader = _Reader(document, known)
    for sentence in document.sentences:
        reader.gather(sentence)
    for sentence in document.sentences:
        reader.decide(sentence)
    return Casing(
        reader.shapes, reader.named, frozenset(reader.lower), frozenset(reader.alone), frozenset(reader.surnames)
    )


class _Reader:
    """Gathers evidence from all sentences, then decides on each word."""

    def __init__(self, document: Document, known: Vocabulary) -> None:
        self.plain, self.tokens = document.plain, document.tokens
        self.known = known
        self.shapes = [shape(self.plain[token.start : token.end]) for token in self.tokens]
        self.named = [False] * len(self.tokens)
        self.lower: set[str] = set()
        self.alone: set[str] = set()
        self.surnames: set[str] = set()
        self._initial = [False] * len(self.tokens)
        self._styled = [False] * len(self.tokens)  # the capitals are the line's, not the word's
        self._upper: set[str] = set()
        self._firm: set[str] = set()  # of the upper ones, those that are a name by themselves or a surname

    def gather(self, sentence: Sentence) -> None:
        """Take the evidence of one sentence."""
        first, last = sentence.tokens
        if first == last:
            return
        self._initial[first] = True
        if self._is_styled(sentence):
            self._styled[first:last] = [True] * (last - first)
            return
        shapes, tokens = self.shapes, self.tokens
        for at in range(first, last):
            if shapes[at] is Shape.LOWER:
                self.lower.add(tokens[at].norm)
            elif shapes[at] >= Shape.CAPITAL:
                before = self.plain[tokens[at - 1].end : tokens[at].start] if at > first else ""
                if len(before) > 1 and _OPENING.search(before):
                    self._initial[at] = not self._is_abbreviated(at - 1)
                after = self.plain[tokens[at].end : tokens[at].end + 1]
                if before != "-" and after != "-":
                    self.alone.add(tokens[at].norm)
                if before == " " and shapes[at - 1] is Shape.CAPITAL and self._is_forename(tokens[at - 1].norm):
                    self.surnames.add(tokens[at].norm)
                if not self._initial[at]:
                    self._take(at, first, last, before)

    def _is_forename(self, norm: str) -> bool:
        return norm in self.known.given or norm in self.known.honorifics or norm in self.known.heads

    def _take(self, at: int, first: int, last: int, before: str) -> None:
        norm, known = self.tokens[at].norm, self.known
        self._upper.add(norm)
        follows_capital = at > first and before == " " and self.shapes[at - 1] >= Shape.CAPITAL
        goes_on = at + 1 < last and self.shapes[at + 1] >= Shape.CAPITAL and self._gap(at) == 1
        keyword = norm in known.organisation or norm in known.place or norm in known.other
        if not goes_on and not (follows_capital and keyword):
            self._firm.add(norm)

    def _gap(self, at: int) -> int:
        return self.tokens[at + 1].start - self.tokens[at].end

    def _is_abbreviated(self, at: int) -> bool:
        """Whether the stop after a token is that of a person's initial or a short title."""
        start, end = self.tokens[at].start, self.tokens[at].end
        return self.plain[end : end + 1] == "." and end - start <= 3 and self.plain[start].isupper()

    def _is_styled(self, sentence: Sentence) -> bool:
        """Whether a line capitalises its words whatever they are: five in six of the longer ones, and no full stop."""
        first, last = sentence.tokens
        long = [
            self.shapes[at]
            for at in range(first, last)
            if self.tokens[at].end - self.tokens[at].start > 3 and self.shapes[at] is not Shape.NUMBER
        ]
        if len(long) > 2 and sum(kind is Shape.ACRONYM for kind in long) * 3 >= len(long) * 2:
            return True
        if not long or last - first < 4 or self.plain[sentence.span.end - 1] in ".?!":
            return False
        return sum(kind >= Shape.CAPITAL for kind in long) * 6 >= len(long) * 5

    def decide(self, sentence: Sentence) -> None:
        """Say of each word of a sentence whether it is one of a name, from the last to the first."""
        first, last = sentence.tokens
        for at in range(last - 1, first - 1, -1):
            if self.shapes[at] >= Shape.CAPITAL:
                self.named[at] = self._is_named(at, first, last)

    def _is_named(self, at: int, first: int, last: int) -> bool:
        known, norm = self.known, self.tokens[at].norm
        follows = self._is_followed(at, last)
        preceded = at > first and self.shapes[at - 1] >= Shape.CAPITAL
        if norm in known.prefixes and self.plain.startswith("-", self.tokens[at].end):
            return False
        if norm in known.calendar:
            return preceded and self.tokens[at - 1].norm in known.given and norm in ("may", "march", "august", "friday")
        if norm in known.plain and self.shapes[at] is not Shape.ACRONYM:
            return follows or self._is_spelled(at, last)
        if self._styled[at]:
            firm = (norm in self._upper and norm not in self.lower) or (follows and norm in self._upper)
            return firm or norm in known.place_words
        if not self._initial[at]:
            return (
                norm not in known.starters
                or (preceded and follows)
                or self.shapes[at] is Shape.ACRONYM
                or self._is_spelled(at, last)
            )
        return self._is_named_first(at, last, follows)

    def _is_named_first(self, at: int, last: int, follows: bool) -> bool:
        """The same for a word that would have its capital anyway."""
        known, norm = self.known, self.tokens[at].norm
        if norm in known.starters or norm.partition("'")[0] in known.starters or norm.endswith("n't"):
            return False
        ordinary = known.is_ordinary(self.tokens[at].stem)
        if norm in known.given or norm in known.place_words or (norm,) in known.peoples:
            return follows or (norm not in self.lower and (norm in self._upper or not ordinary))
        if norm in self.lower:
            return follows and self._is_head(at, last)
        if not ordinary:
            return True
        return norm in self._firm or (follows and self._is_head(at, last))

    def _is_spelled(self, at: int, last: int) -> bool:
        """Whether a letter begins an acronym spelled with hyphens: A-B-C."""
        return (
            at + 1 < last
            and len(self.tokens[at].norm) == len(self.tokens[at + 1].norm) == 1
            and self.plain[self.tokens[at].end] == "-"
        )

    def _is_close(self, at: int) -> bool:
        """Whether only a space, or the stop of a title and a space, parts a token from the next."""
        if self._gap(at) == 1:
            return True
        norm = self.tokens[at].norm
        short = len(norm) == 1 or norm in self.known.honorifics
        return short and self.plain[self.tokens[at].end : self.tokens[at + 1].start] == ". "

    def _is_followed(self, at: int, last: int) -> bool:
        """Whether a word of a name comes next, at once or after "of": Bank of England."""
        after = at + 1
        if after >= last or not self._is_close(at):
            return False
        if self.tokens[after].norm in ("of", "for"):
            after += 1
            if after < last and self.tokens[after].norm == "the":
                after += 1
        return after < last and self.named[after] and not self._initial[after] and self._is_close(after - 1)

    def _is_head(self, at: int, last: int) -> bool:
        """Whether an ordinary word that begins a sentence begins a name or title: "Holy Cross Hospital"."""
        known, tokens = self.known, self.tokens
        norm = tokens[at].norm
        keyword = norm in known.organisation or norm in known.place or norm in known.other
        if tokens[at + 1].norm in ("of", "for"):
            return keyword or norm in known.nobles or norm == "secretary"
        if (
            keyword
            or norm.removesuffix("s") in known.heads
            or norm in known.heads
            or norm in known.honorifics
            or norm in known.roles
        ):
            return True
        pair = (norm, tokens[at + 1].norm)
        if pair in known.places or pair in known.peoples:
            return True
        end = at + 1
        while end < last and self.shapes[end] >= Shape.CAPITAL:
            if (
                tokens[end].norm in known.organisation
                or tokens[end].norm in known.place
                or tokens[end].norm in known.other
            ):
                return True
            end += 1
        return False
