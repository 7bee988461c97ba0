"""Sentences: where one ends in news copy, with spans into the plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import tomli

from derive.model import Role, Span

_OPENERS = "\"'“‘«„([{—–-"
_CLOSERS = "\"'”’»)]}"
# A run of stops is read from its first one only, in one go: 50,000 dots in a row cost no more than 50,000 letters.
_END = re.compile(rf"(?<![.!?…])[.!?…]++[{re.escape(_CLOSERS)}]*+(?=\s)|[。！？]+[」』”]*")
_NEXT = re.compile(rf"\s+[{re.escape(_OPENERS)}\s]*(\S)")
_LAST_WORD = re.compile(r"([^\s\"“‘'(\[—–]+)$")
_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_DASHES = frozenset("—–-")
_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]")
_ITEM_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-z])$")
_WRAPPED = (50, 100)  # columns at which text is wrapped by hand or mail
_LONGEST = 2000  # characters; longer ones (none of 12,800 in news passes 480) are tables or noise, cut at a space
_BLOCK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]")

_LISTS = tomli.loads((Path(__file__).parent / "data" / "abbreviations.toml").read_text("utf-8"))
_BOUND, _WORDS_TOO, _MAYBE, _STARTERS = (
    frozenset(_LISTS[name].split()) for name in ("bound", "words_too", "maybe", "starters")
)
# What may follow a clock time in the same sentence.
_AFTER_TIME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|(?:January|February|March|April|August|September|October|November|December)\b"
    r"|[A-Z]{2,4}\b(?!-)|(?:Eastern|Central|Mountain|Pacific|Local|British)\b"
)
# A letter after one of these is a name's end, not an initial: "Plan B. Nothing else is left."
_LETTERED = re.compile(
    r"(?:group|plan|vitamin|operation|class|grade|category|type|section|appendix|hepatitis|model|block|team|\d) \w$",
    re.I,
)


def _ends(text: str, start: int, end: int, following: int) -> bool:
    """Whether the stop at text[start:end] ends a sentence, given where the next word begins."""
    if any(mark in _DASHES for mark in text[end:following]):
        return False
    nxt = text[following]
    if nxt.islower():
        return text[following + 1 : following + 2].isupper()  # "iPhones were not sold."
    if not nxt.isalnum():
        return nxt in "$£€@#" and text[start] != "…"
    if text[start] != "." or (end - start > 1 and text[start + 1] == "."):
        return True
    word_match = _LAST_WORD.search(text, max(0, start - 24), start)
    word = word_match.group(1) if word_match else ""
    return _word_ends(text, word, start, end, following)


def _word_ends(text: str, word: str, start: int, end: int, following: int) -> bool:
    """Whether a single full stop after a word ends a sentence."""
    lower = word.lower()
    if end > start + 1 and text[start + 1] in '"”':
        return True
    if lower in _BOUND:
        return lower in _WORDS_TOO and not text[following].isdigit() and _starts(text, following)
    if lower in ("a.m", "p.m"):
        return not _AFTER_TIME.match(text, following)
    if lower in _MAYBE or _DOTTED.fullmatch(lower):
        return _starts(text, following)
    if len(word) == 1 and word.isalpha() and word != "I" and text[start - 2 : start - 1] not in ("'", "’"):
        return _LETTERED.search(text, max(0, start - 16), start) is not None
    return True


def _starts(text: str, following: int) -> bool:
    """Whether the next word could only begin a sentence."""
    word = _WORD.match(text, following)
    return word is not None and word.group().lower() in _STARTERS


def _blocks(text: str) -> Iterator[Span]:
    """Paragraphs: parts between blank lines; every line where no line is blank or wrapped."""
    position = 0
    for match in [*_BLOCK.finditer(text), None]:
        end = match.start() if match else len(text)
        yield from _lines(text, position, end)
        position = match.end() if match else end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """A block's lines, joined where they were only wrapped at a column."""
    begin = previous = start
    at = text.find("\n", start, end)
    while at != -1:
        following = text.find("\n", at + 1, end)
        last = text[previous:at].rstrip()
        wrapped = (
            _WRAPPED[0] <= len(last) <= _WRAPPED[1]
            and (following if following != -1 else end) - at <= _WRAPPED[1] + 1
            and last[-1] not in '.!?"”:'
            and not _LIST_ITEM.match(text, at + 1)
        )
        if not wrapped:
            yield from _trim(text, begin, at)
            begin = at + 1
        previous, at = at + 1, following
    yield from _trim(text, begin, end)


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() >= block.end:
            break
        following = _NEXT.match(text, match.end(), block.end)
        if following is None and text[match.start()] in "。！？":
            yield Span(start, match.end())
            start = match.end()
        elif _ITEM_NUMBER.match(text, block.start, match.start()):
            continue  # "1. A crane fell."
        elif following and _ends(text, match.start(), match.end(), following.start(1)):
            yield Span(start, match.end())
            start = (
                match.end()
                + len(text[match.end() : following.start(1)])
                - len(text[match.end() : following.start(1)].lstrip())
            )
    if start < block.end:
        yield Span(start, block.end)


def _cut(text: str, span: Span) -> Iterator[Span]:
    """The pieces of a sentence that is too long to be one; whatever reads sentences may take its length squared."""
    start = span.start
    while span.end - start > _LONGEST:
        space = _SPACE.search(text, start + _LONGEST, span.end)
        if space is None:
            break
        yield Span(start, space.start())
        start = space.end()
    yield Span(start, span.end)


def sentences(text: str) -> Iterator[tuple[Span, int, Role]]:
    """Each sentence of a plain text: its span, the number of its paragraph, and what it is in the layout."""
    blocks = list(_blocks(text))
    for number, block in enumerate(blocks):
        words = block.of(text).split()
        open_ended = text[block.end - 1] not in ".!?…\"”’'。！？:;,)" or (text[block.end - 1] == ")" and len(words) < 8)
        if number == 0 and len(blocks) > 1 and len(words) <= 40 and "\n" not in block.of(text) and open_ended:
            yield block, number, Role.HEADLINE
        elif open_ended and len(words) <= 12 and number < len(blocks) - 1:
            yield block, number, Role.HEADING
        else:
            for span in _split(text, block):
                for piece in _cut(text, span):
                    yield piece, number, Role.BODY
