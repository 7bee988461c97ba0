"""A document as a string of symbols, one letter a word, which the rules of `grammar.py` are patterns over.

Letters (words of each in the lexicon): M m month, sure or not; W w weekday; d 1 to 31, D 25th, Y four digits, N other
figures, c and o number words, v vague counts, H half; U unit of time; K 1950s, l 90s, I nineties; S season, Q quarter,
q Q3; C 6:30 or 6pm, x a.m., Z zone, p part of the day, z noon; y yesterday; J feast; b BC; the rest small words.
Between them - – / , ( ) as they stand, and ; for whatever parts two words more than a space does. _ is any other word.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from derive.facts.lexicon import load
from derive.model import Document

_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:am|pm)|\d{1,2}(?:am|pm)|(?:[01]?\d|2[0-4])[:h][0-5]\d")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*[½¼¾]?|[½¼¾⅓⅔]")
_GLUED = re.compile(r"(\d{1,4})(hr|hrs|min|mins|sec|secs|yr|yrs)")
_GLUED_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?[ap]\.m(?![^\W_])")
_DOTTED = {"a m": "am", "p m": "pm", "b c": "bc", "a d": "ad", "c e": "ce", "b c e": "bce"}
_WORDS = frozenset(("may", "march", "sun", "sat"))  # a full stop after these ends a sentence as well
_CAPITALS = re.compile(r"[A-Z]+")


class Symbol(Struct, frozen=True):
    """One letter of the string, and the words it stands for: their place in the plain text and their folded form."""

    letter: str
    start: int
    end: int
    word: str
    capital: bool = False
    owner: bool = False  # it ends in a possessive


@cache
def _letters() -> dict[str, str]:
    lexicon = load("dates")
    table = {word: letter for letter, words in lexicon["classes"].items() for word in words}
    table |= dict.fromkeys(lexicon["cardinals"], "c") | dict.fromkeys(lexicon["vague"], "v")
    table |= {word: "o" for word in lexicon["ordinals"] if word not in table}
    table |= dict.fromkeys((*lexicon["units"]["singular"], *lexicon["units"]["plural"]), "U")
    table |= dict.fromkeys(lexicon["decades"], "I") | dict.fromkeys(lexicon["seasons"], "S")
    table |= {word: "z" if part[0] == part[1] else "p" for word, part in lexicon["parts"].items()}
    table |= dict.fromkeys(lexicon["deictics"], "y")
    table |= dict.fromkeys(lexicon["weekdays"]["sure"], "W")
    table |= {f"{word}s": "h" for word in lexicon["weekdays"]["sure"]}
    table["second"] = "o"
    return table


@cache
def _capitals() -> dict[str, str]:
    """Words that count with a capital only."""
    lexicon = load("dates")
    table = dict.fromkeys(lexicon["months"]["sure"], "M") | dict.fromkeys(lexicon["months"]["unsure"], "m")
    return table | dict.fromkeys(lexicon["weekdays"]["unsure"], "w")


@cache
def _radio() -> frozenset[str]:
    """Words behind the AM of a radio station."""
    return frozenset(load("dates")["names"]["radio"])


@cache
def _abbreviations() -> frozenset[str]:
    """Short months and weekdays, which may end in a dot."""
    lexicon = load("dates")
    return frozenset({*lexicon["months"]["unsure"], *lexicon["weekdays"]["unsure"]} - _WORDS)


@cache
def _feasts() -> dict[str, tuple[str, ...]]:
    """Feasts by their first word, longest first."""
    table: dict[str, list[str]] = {}
    for group in load("dates")["holidays"].values():
        for name in group:
            table.setdefault(name.split()[0], []).append(name)
    return {first: tuple(sorted(names, key=lambda one: -len(one))) for first, names in table.items()}


def _of_figures(text: str, norm: str, before: str) -> str:
    if before in "$£€¥#" and before:
        return "N"
    if norm.isdigit():
        if len(norm) <= 2:
            return "d" if 1 <= int(norm) <= 31 else "N"
        return "Y" if len(norm) == 4 else "N"
    if _CLOCK.fullmatch(norm):
        return "C"
    if re.fullmatch(r"[12]\d\d0s", norm):
        return "K"
    if re.fullmatch(r"[1-9]0s", norm):
        return "l"
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", norm):
        return "D"
    return "N" if _FIGURES.fullmatch(text) else "_"


def _between(gap: str) -> str:
    """The letter of what stands between two words; none for a space."""
    mark = gap.strip(" ")
    if not mark:
        return ""
    if mark in ("-", "–", "/", ",", "(", ")"):
        return mark
    return ";"


def _word(text: str, norm: str, following: str) -> str:
    """The letter of a word that is written with a capital."""
    if letter := _capitals().get(norm):
        return letter.upper() if following == "." and norm not in _WORDS else letter
    if re.fullmatch(r"q[1-4]", norm):
        return "q"
    if norm in load("dates")["zones"] and _CAPITALS.fullmatch(text):
        return "Z"
    if norm in load("dates")["units"]["singular"]:  # a name: Doris Day, Boxing Night
        return "_"
    return _letters().get(norm, "_")


@cache
def _small() -> dict[str, str]:
    """The letter of each known word where it is written without a capital."""
    letters = _letters()
    return {
        word: "_" if word in _capitals() or letters.get(word) == "b" else letters.get(word, "_") for word in _known()
    }


def symbols(document: Document) -> list[Symbol]:
    """The symbols of a document, in text order."""
    text, tokens = document.plain, document.tokens
    ends = {sentence.tokens[1] for sentence in document.sentences}
    known, small = _known(), _small()
    found: list[Symbol] = []
    position, index = 0, 0
    while index < len(tokens):
        token = tokens[index]
        start, end, norm = token.start, token.end, token.norm
        if index in ends:
            found.append(Symbol(";", start, start, ""))
        elif (gap := text[position:start]) != " " and index and (mark := _between(gap)):
            found.append(Symbol(mark, position, start, ""))
        first = text[start]
        if norm not in known and len(norm) > 1 and not first.isdigit():  # two words in three
            found.append(Symbol("_", start, end, norm, first.isupper(), text[end - 2 : end] == "'s"))
            position, index = end, index + 1
            continue
        if norm in small and first.islower() and end - start == len(norm) and text[end : end + 1] != ".":
            found.append(Symbol(small[norm], start, end, norm))
            position, index = end, index + 1
            continue
        raw, letter, used = text[start:end], "_", 1
        if first.isdigit() or first in "½¼¾⅓⅔":
            letter = _of_figures(raw, norm, text[start - 1] if start else "")
            norm = raw if letter == "N" else norm  # folding would tear ½ apart
            if letter == "_" and _GLUED_CLOCK.match(text, start):  # 8p.m.
                letter, norm, used = "C", f"{norm}m", 2
                end = tokens[index + 1].end + text.startswith(".", tokens[index + 1].end)
            elif letter == "_" and (glued := _GLUED.fullmatch(norm)):
                middle = start + glued.end(1)
                found.append(Symbol("d" if int(glued[1]) in range(1, 32) else "N", start, middle, glued[1]))
                letter, start, norm = "U", middle, glued[2]
        elif len(norm) == 1 and (dotted := _dotted(document, index)):
            norm, used = dotted
            end = tokens[index + used - 1].end
            end += text[end : end + 1] == "."
            letter = "x" if norm in ("am", "pm") else "b"
        elif norm in known:
            capital = first.isupper()
            if capital and norm in _feasts() and (feast := _feast(document, index)):
                norm, used = feast, len(feast.split())
                end, letter = tokens[index + used - 1].end, "J"
            else:
                letter = _word(raw, norm, text[end : end + 1]) if capital else small[norm]
                if letter == "x" and raw == "AM" and index + 1 < len(tokens) and tokens[index + 1].norm in _radio():
                    letter = "_"
                end += letter in "MW" and text[end : end + 1] == "." and norm in _abbreviations()
            end -= 2 * text[start:end].lower().endswith("'s")
        found.append(Symbol(letter, start, end, norm, first.isupper()))
        position, index = max(end, tokens[index + used - 1].end), index + used
    return found


@cache
def _known() -> frozenset[str]:
    """All words that are more than a _."""
    return frozenset({*_letters(), *_capitals(), *_feasts(), *load("dates")["zones"], "q1", "q2", "q3", "q4"})


def _dotted(document: Document, index: int) -> tuple[str, int] | None:
    """A dotted abbreviation that begins here: its plain form and its number of tokens."""
    text, tokens = document.plain, document.tokens
    for count in (3, 2):
        part = tokens[index : index + count]
        if len(part) == count and all(text[one.span.end : one.span.end + 1] == "." for one in part[:-1]):
            form = _DOTTED.get(" ".join(one.norm for one in part))
            if form and part[-1].span.end - part[0].span.start <= 3 * count:
                return form, count
    return None


def _feast(document: Document, index: int) -> str | None:
    """The feast whose name begins here."""
    words = [token.norm for token in document.tokens[index : index + 3]]
    for name in _feasts()[words[0]]:
        if words[: len(name.split())] == name.split():
            return name
    return None
