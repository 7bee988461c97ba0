"""Small numbers as dates and durations write them: 14, fourteen, twenty-five, two and a half, a hundred and fifty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from derive.facts.lexicon import load

_WORDS: dict[str, float] = dict(load("dates")["cardinals"])
_ORDINALS: dict[str, int] = load("dates")["ordinals"]
_DIGITS = re.compile(r"(\d+(?:[.,]\d+)*)([½¼¾]?)")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def cardinal(words: Iterable[str]) -> float:
    """The number that words (folded) write; "a", "and" and unknown words count nothing, no number at all is one."""
    total, current, any_number = 0.0, 0.0, False
    rest = iter(words)
    for word in rest:
        if word == "point":
            return total + current + float("0." + "".join(str(int(_WORDS.get(one, 0))) for one in rest))
        if word == "half":
            current, any_number = current + 0.5, True
        elif word in _FRACTIONS:
            current, any_number = current + _FRACTIONS[word], True
        elif word in ("hundred", "dozen"):
            current, any_number = (current or 1) * _WORDS[word], True
        elif word == "thousand":
            total, current, any_number = total + (current or 1) * 1000, 0.0, True
        elif word in _WORDS:
            current, any_number = current + _WORDS[word], True
        elif match := _DIGITS.match(word):
            current, any_number = current + digits(match[1]) + _FRACTIONS.get(match[2], 0.0), True
    return total + current if any_number else 1.0


def well_formed(words: Sequence[str]) -> bool:
    """Whether words can be one number: "twenty three", not "one three"."""
    previous = 0.0
    for word in words:
        value = _WORDS.get(word)
        if value is None:
            continue
        if (
            previous
            and value < 100
            and word != "dozen"
            and not (previous >= 100 or (previous >= 20 and 0 < value < 10))
        ):
            return False
        previous = value
    return True


def digits(text: str) -> float:
    """A number in figures; a comma groups thousands."""
    return float(text.replace(",", "")) if text.count(".") < 2 else float(text.replace(".", ""))


def number(word: str) -> float | None:
    """The number that one word (folded) writes, if it does."""
    match = _DIGITS.fullmatch(word)
    return digits(match[1]) if match and not match[2] else _WORDS.get(word)


def ordinal(words: Iterable[str]) -> int | None:
    """The ordinal that words write: 25th, fifth, twenty-fifth; -1 for "last"."""
    total = 0
    for word in words:
        if word in _ORDINALS:
            return total + _ORDINALS[word]
        if match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", word):
            return int(match.group(1))
        total += int(_WORDS.get(word, 0))
    return None


def year_in_words(words: Iterable[str]) -> int | None:
    """A year read in pairs: nineteen seventy-two, twenty-seventeen, nineteen oh five, two thousand and eight."""
    numbers = [int(_WORDS[word]) for word in words if word in _WORDS]
    if 1000 in numbers:
        return int(cardinal(word for word in _spelled(numbers)))
    if len(numbers) < 2 or not 10 <= numbers[0] <= 20:
        return None
    if (numbers[1] == 20 and len(numbers) > 2 and numbers[0] == 20) or numbers[0] != 20 or numbers[1] >= 10:
        rest = sum(numbers[1:])
        return numbers[0] * 100 + rest if rest < 100 else None
    return None


def _spelled(numbers: list[int]) -> list[str]:
    names = {int(value): word for word, value in _WORDS.items() if word != "oh"}
    return [names[value] for value in numbers]
