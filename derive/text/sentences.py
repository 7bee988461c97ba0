"""Sentences: where one ends in news copy, with spans into the plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from derive.model import Role, Span

_OPENERS = "\"'“‘«„([{—–-"
_CLOSERS = "\"'”’»)]}"
_END = re.compile(rf"[.!?…]+[{re.escape(_CLOSERS)}]*(?=\s)|[。！？]+[」』”]*")
_NEXT = re.compile(rf"\s+[{re.escape(_OPENERS)}\s]*(\S)")
_LAST_WORD = re.compile(r"([^\s\"“‘'(\[—–]+)$")
_BLOCK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]")

# Never the end of a sentence: a title, month or the like that wants its next word.
_TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr hon gen lt col maj capt cpt sgt cpl pvt adm cmdr brig gov sen rep pres supt insp det"
    " const messrs st mt ft no nos vs v cf fig figs art sec jan feb mar apr jun jul aug sept sep oct nov dec approx ca"
    " ave blvd rd amb atty dist asst assoc rt sr".split()
)
# May end a sentence: it does when the next word could only begin one.
_MAYBE = frozenset(
    "u.s u.k u.n e.u a.m p.m inc corp co ltd plc llc bros jr etc al u.s.a d.c b.c a.d e.g i.e est".split()
)
_STARTERS = frozenset(
    "the a an he she it they we i you this that these those there in on at but and however officials police after"
    " before when while since if as its his her their our meanwhile according".split()
)


def _ends(text: str, start: int, end: int, following: int) -> bool:
    """Whether the stop at text[start:end] ends a sentence, given where the next word begins."""
    nxt = text[following]
    if not (nxt.isupper() or nxt.isdigit() or nxt.isalpha() and not nxt.islower()):
        return nxt in "$£€@#" and not text[start:end].startswith("…")
    if text[start] != "." or end - start > 1 and text[start + 1] == ".":
        return True
    word_match = _LAST_WORD.search(text, max(0, start - 24), start)
    word = word_match.group(1).lower() if word_match else ""
    if end > start + 1:  # a closing mark stands between
        return word not in _TITLES or text[start + 1] in '"”'
    if word in _TITLES:
        return (
            word in {"no", "st", "mar", "fig", "art", "sec", "v", "ft", "mt", "co"}
            and not nxt.isdigit()
            and _starts(text, following)
        )
    if word in _MAYBE:
        return _starts(text, following)
    # An initial ("J. Smith") or the last letter of an abbreviation.
    if len(word) == 1 and word.isalpha() and word != "i":
        return False
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return _starts(text, following)
    return True


def _starts(text: str, following: int) -> bool:
    word = re.match(r"[^\W_]+", text[following : following + 20])
    return bool(word) and word.group().lower() in _STARTERS


def _blocks(text: str) -> Iterator[Span]:
    """Paragraphs: parts between blank lines; every line where no line is blank or wrapped."""
    position = 0
    for match in [*_BLOCK.finditer(text), None]:
        end = match.start() if match else len(text)
        yield from _lines(text, position, end)
        position = match.end() if match else end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """A block's lines, joined where they were only wrapped at a column."""
    begin = start
    at = text.find("\n", start, end)
    while at != -1:
        line = text[begin:at].rstrip()
        last = text[text.rfind("\n", begin, at) + 1 : at].rstrip()
        wrapped = 50 <= len(last) <= 100 and last[-1] not in '.!?"”:' and not _LIST_ITEM.match(text, at + 1)
        if not wrapped:
            if line.strip():
                yield _trim(text, begin, at)
            begin = at + 1
        at = text.find("\n", at + 1, end)
    if text[begin:end].strip():
        yield _trim(text, begin, end)


def _trim(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() >= block.end:
            break
        following = _NEXT.match(text, match.end(), block.end)
        if following is None and text[match.start()] in "。！？":
            yield Span(start, match.end())
            start = match.end()
        elif following and _ends(text, match.start(), match.end(), following.start(1)):
            yield Span(start, match.end())
            start = (
                match.end()
                + len(text[match.end() : following.start(1)])
                - len(text[match.end() : following.start(1)].lstrip())
            )
    if start < block.end:
        yield Span(start, block.end)


def sentences(text: str) -> Iterator[tuple[Span, int, Role]]:
    """Each sentence of a plain text: its span, the number of its paragraph, and what it is in the layout."""
    blocks = list(_blocks(text))
    for number, block in enumerate(blocks):
        words = block.of(text).split()
        open_ended = text[block.end - 1] not in ".!?…\"”’'。！？:;,)" or text[block.end - 1] == ")" and len(words) < 8
        if number == 0 and len(blocks) > 1 and len(words) <= 40 and "\n" not in block.of(text) and open_ended:
            yield block, number, Role.HEADLINE
        elif open_ended and len(words) <= 12 and number < len(blocks) - 1:
            yield block, number, Role.HEADING
        else:
            for span in _split(text, block):
                yield span, number, Role.BODY
