"""What the capitals of a document tell: which of its words are names.

Evidence is a word that stands capitalised in the middle of a sentence and nowhere in lower case. A Title Case or
all-capitals line, the first word of a sentence or of a quotation are no evidence; they are read by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from derive.facts.names.vocabulary import Vocabulary
from derive.model import Document, Sentence, Token

_OPENING = re.compile(r"[\"“‘«„:;!?…•]|\.\.|(?<![^\W\d_])['`]|[.][\"”’')\]]*\s|^\W*[-–—]\s")


class Shape(IntEnum):
    """How a word is written."""

    LOWER = 0
    NUMBER = 1
    CAPITAL = 2  # Reuters, O'Neil, iPhone
    ACRONYM = 3  # BBC, MI5


@dataclass(frozen=True, slots=True)
class Casing:
    """The shape of each token of a document and which of them are words of a name."""

    shapes: Sequence[Shape]
    named: Sequence[bool]


def shape(word: str) -> Shape:
    """The shape of one word as written; a possessive counts for nothing."""
    if word[0].isdigit():
        return Shape.NUMBER
    if word.islower():
        return Shape.LOWER
    core = word[:-2] if word.endswith("'s") else word
    if len(core) > 1 and core.isupper():
        return Shape.ACRONYM
    return Shape.CAPITAL


def _is_title_cased(words: Sequence[Token], shapes: Sequence[Shape]) -> bool:
    """Whether a line capitalises its words whatever they are: most of the long ones, five of six."""
    long = [kind for word, kind in zip(words, shapes, strict=True) if len(word.span) > 3 and kind is not Shape.NUMBER]
    return len(words) > 3 and sum(kind >= Shape.CAPITAL for kind in long) * 6 >= len(long) * 5 > 0


def casing(document: Document, known: Vocabulary) -> Casing:
    """Read the capitals of a whole document."""
    plain, tokens = document.plain, document.tokens
    shapes = [shape(plain[t.span.start : t.span.end]) for t in tokens]
    initial = [False] * len(tokens)
    shouting = [False] * len(tokens)
    upper: set[str] = set()
    lower: set[str] = set()
    for sentence in document.sentences:
        first, last = sentence.tokens
        if first == last:
            continue
        initial[first] = True
        for at in range(first + 1, last):
            between = plain[tokens[at - 1].span.end : tokens[at].span.start]
            if len(between) > 1 and shapes[at] >= Shape.CAPITAL and _OPENING.search(between):
                initial[at] = not _is_initial(plain, tokens, at)
        if _is_title_cased(document.words(sentence), shapes[first:last]):
            shouting[first:last] = [True] * (last - first)
            continue
        for at in range(first, last):
            if shapes[at] is Shape.LOWER:
                lower.add(tokens[at].norm)
            elif not initial[at] and shapes[at] >= Shape.CAPITAL:
                upper.add(tokens[at].norm)
    named = [False] * len(tokens)
    for sentence in document.sentences:
        _decide(document, sentence, known, shapes, initial, shouting, upper, lower, named)
    return Casing(shapes, named)


def _is_initial(plain: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the stop before a token is that of a person's initial or a short title."""
    before = tokens[at - 1].span
    return plain[before.end : before.end + 1] == "." and len(before) <= 3 and plain[before.start].isupper()


def _decide(
    document: Document,
    sentence: Sentence,
    known: Vocabulary,
    shapes: Sequence[Shape],
    initial: Sequence[bool],
    shouting: Sequence[bool],
    upper: set[str],
    lower: set[str],
    named: list[bool],
) -> None:
    first, last = sentence.tokens
    tokens = document.tokens
    for at in range(last - 1, first - 1, -1):
        if shapes[at] < Shape.CAPITAL:
            continue
        norm, stem = tokens[at].norm, tokens[at].stem
        follows = (
            at + 1 < last
            and named[at + 1]
            and not initial[at + 1]
            and tokens[at + 1].span.start - tokens[at].span.end == 1
        )
        if norm in known.calendar:
            # "Theresa May", "April Jones": never before a figure.
            before = at > first and tokens[at - 1].norm in known.given and shapes[at - 1] >= Shape.CAPITAL
            named[at] = before and norm in ("may", "march", "august", "friday")
        elif norm in known.plain and shapes[at] is not Shape.ACRONYM and not follows:
            continue
        elif shouting[at]:
            named[at] = (norm in upper and norm not in lower) or norm in known.place_words
        elif not initial[at]:
            named[at] = not (
                norm in lower
                and known.is_ordinary(stem)
                and not follows
                and not (at > first and shapes[at - 1] >= Shape.CAPITAL)
            )
        elif norm in known.starters:
            continue
        elif norm in known.given or norm in known.place_words or (norm,) in known.peoples:
            named[at] = follows or (norm not in lower and (norm in upper or not known.is_ordinary(stem)))
        elif norm in lower:
            named[at] = follows and _is_name_head(tokens, shapes, at, last, known)
        else:
            named[at] = (
                norm in upper
                or not known.is_ordinary(stem)
                or (follows and _is_name_head(tokens, shapes, at, last, known))
            )


def _is_name_head(tokens: Sequence[Token], shapes: Sequence[Shape], at: int, last: int, known: Vocabulary) -> bool:
    """Whether an ordinary word that begins a sentence begins a name or title there: "Holy Cross Hospital"."""
    if tokens[at].norm in known.heads or tokens[at].norm in known.honorifics or tokens[at].norm in known.roles:
        return True
    end = at + 1
    while end < last and shapes[end] >= Shape.CAPITAL:
        end += 1
    final = tokens[end - 1].norm
    return final in known.organisation or final in known.place or final in known.other
