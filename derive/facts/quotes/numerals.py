"""Figures in the words of a quotation: "$15 million", "fifteen million dollars" and "USD 15m" become one word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from derive.facts.lexicon import load

if TYPE_CHECKING:
    from derive.facts.quotes.words import QuoteWord

_LONGEST = 12  # words of a spelled number: "nine hundred and ninety nine million nine hundred and …"


def _figure(norm: str) -> tuple[str, float] | None:
    """The currency and value of a word in digits, of "usd15" too."""
    lexicon = load("quotes")
    head = norm.rstrip("0123456789.,:")
    digits = norm[len(head) :].replace(",", "")
    if not digits or ":" in digits or (head and head not in lexicon["currencies"]):
        return None
    try:
        return lexicon["currencies"].get(head, ""), float(digits)
    except ValueError:
        return None


def _spelled(words: Sequence[QuoteWord], at: int) -> tuple[float, int] | None:
    """The value of number words from `at` on ("three hundred and seventy"), and how many words it took."""
    lexicon = load("quotes")
    numbers, magnitudes = lexicon["numbers"], lexicon["magnitudes"]
    total, small, end = 0.0, -1.0, at
    while end < min(len(words), at + _LONGEST):
        norm = words[end].norm
        if norm in numbers and (
            small < 0 or small % 100 == 0 or (small % 10 == 0 and small % 100 >= 20 and numbers[norm] < 10)
        ):
            small = max(small, 0) + numbers[norm]
        elif norm in magnitudes and len(norm) > 2 and small >= 0:
            if magnitudes[norm] == 100:
                small *= 100
            else:
                total, small = total + small * magnitudes[norm], 0.0
        elif not (
            norm == "and"
            and small >= 100
            and small % 100 == 0
            and end + 1 < len(words)
            and words[end + 1].norm in numbers
        ):
            break
        end += 1
    return (total + max(small, 0), end - at) if end > at else None


def _number(words: Sequence[QuoteWord], at: int) -> tuple[str, int] | None:
    """The normal form of a figure that begins at a word, and how many words it took."""
    lexicon = load("quotes")
    figure = _figure(words[at].norm)
    if figure is not None:
        currency, value = figure
        taken = 1
    else:
        spelled = _spelled(words, at)
        if spelled is None:
            return None
        currency, (value, taken) = "", spelled
    if at + taken < len(words) and (times := lexicon["magnitudes"].get(words[at + taken].norm)) and figure is not None:
        value, taken = value * times, taken + 1
    if not currency and at + taken < len(words) and (named := lexicon["currencies"].get(words[at + taken].norm)):
        currency, taken = named, taken + 1
    return f"{currency}{value:.12g}", taken


def fold(words: tuple[QuoteWord, ...]) -> tuple[QuoteWord, ...]:
    """The words with each figure as one word in digits. Linear."""
    lexicon = load("quotes")
    numbers, ordinals, currencies = lexicon["numbers"], lexicon["ordinals"], lexicon["currencies"]
    found: list[QuoteWord] = []
    at, sign = 0, ""
    while at < len(words):
        word = words[at]
        norm = sign + word.norm
        if norm[-1:].isdigit() or norm in numbers:
            number = _number((replace(word, norm=norm), *words[at + 1 : at + _LONGEST]), 0)
            if number is not None:
                value, taken = number
                found.append(replace(word, norm=value, stem=value, span=word.span.to(words[at + taken - 1].span)))
                at, sign = at + taken, ""
                continue
        sign = ""
        if norm in currencies and len(norm) == 3 and at + 1 < len(words) and _figure(words[at + 1].norm):
            sign = norm  # "USD 15": the figure takes the code
        elif ordinal := ordinals.get(norm):
            found.append(replace(word, norm=ordinal, stem=ordinal))
        else:
            found.append(word)
        at += 1
    return tuple(found)
