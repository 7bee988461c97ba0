"""Where one clause ends and the next begins, as far as words and stops tell without a parser."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from msgspec import Struct

from derive.facts.lexicon import load
from derive.facts.polarity.words import is_light, keys
from derive.model import Document, Sentence

_STOP = re.compile(r"[;:—–()\[\]…!?]|\.\s|\s-\s|\.\.\.")
_ADVERBS = frozenset(("yet", "so"))  # "not yet", "so far": they open a clause only behind a comma or an "and"
_LIST = 3  # words between two commas, or a comma and the "and", of a list


class Break(IntEnum):
    """What stands between a word and the one before it."""

    NONE = 0
    SOFT = 1  # "and", "that", a comma in a list: the thought goes on
    HARD = 2


@cache
def _openers() -> dict[str, Break]:
    """The words that begin a clause."""
    words = load("words")["clause"]
    return dict.fromkeys(words["soft"].split(), Break.SOFT) | dict.fromkeys(words["hard"].split(), Break.HARD)


class Clauses(Struct, frozen=True):
    """What both hedges and denials are read by: the key of each word, and the breaks of each sentence."""

    keys: tuple[str, ...]
    breaks: tuple[tuple[Break, ...], ...]

    @classmethod
    def of(cls, document: Document) -> Clauses:
        """Those of a document."""
        return cls(keys(document), tuple([breaks(document, sentence) for sentence in document.sentences]))


def breaks(document: Document, sentence: Sentence) -> tuple[Break, ...]:
    """For each word of a sentence the break before it."""
    tokens, text = document.tokens, document.plain
    openers, none = _openers(), Break.NONE
    first, last = sentence.tokens
    found = [Break.HARD][: last - first]  # a sentence begins a clause
    for at in range(first + 1, last):
        token = tokens[at]
        gap = text[tokens[at - 1].end : token.start]
        opener = openers.get(token.norm, none)
        if token.norm in _ADVERBS and gap == " " and tokens[at - 1].norm not in ("and", "or"):
            opener = none
        if gap == " " or opener is Break.HARD:
            found.append(opener)
        elif _STOP.search(gap):
            found.append(Break.HARD)
        elif "," in gap:
            found.append(Break.SOFT if _in_list(document, at, last) else Break.HARD)
        else:
            found.append(opener)
    return tuple(found)


def _in_list(document: Document, at: int, last: int) -> bool:
    """Whether the comma before a word parts the items of a list: soon another comma, or "and"."""
    tokens, text = document.tokens, document.plain
    if tokens[at].norm in ("and", "or"):
        return True
    if is_light(tokens[at].norm) and tokens[at].norm not in ("a", "an", "the", "no"):
        return False  # "…, was", "…, he": the clause goes on, or a new one begins
    for position in range(at + 1, min(at + 1 + _LIST, last)):
        if tokens[position].norm in ("and", "or"):
            return True
        if "," in text[tokens[position - 1].end : tokens[position].start]:
            return True
    return False
