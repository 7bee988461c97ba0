"""What looks like a quantity and is a name: F-16, COVID-19, Flight 214, phone numbers, addresses, "Six Nations"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from derive.facts.quantities.words import CARDINALS, LEXICON, ORDINALS, alternation, wordset
from derive.model import Document, Role, Sentence, Span

_LABELS = LEXICON["labels"]
_LABEL_WORDS = wordset(_LABELS["words"])
_LOWER_LABEL_WORDS = wordset(_LABELS["lower"])
_FUNCTION_WORDS = wordset(LEXICON["nouns"]["stops"]) - {"no"}
_NOT_NAMES = {symbol.lower() for symbol in LEXICON["symbols"]} | {"rs", "age", "aged", "ages"}
_NUMBER_WORD = alternation(word for word in CARDINALS if word != "zero")
_CAPITAL_NUMBER = "|".join(word.capitalize() for word in CARDINALS)
_CAPITAL_ORDINAL = "|".join(word.capitalize() for word in ORDINALS)
_OPAQUE = re.compile(
    r"https?://\S{1,500}|www\.\S{1,300}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w{1,20}|(?<!\w)[@#]\w+"
    r"|\+\d[\d ()-]{6,16}\d|\(\d{3}\) ?\d{3}-\d{4}|(?<![\w-])\d{3}-\d{3}-\d{4}(?![\w-])|(?<![\w-])\d{3}-\d{4}(?![\w-])"
    r"|(?<![\w-])1-[89]\d\d-[\w-]{5,12}|(?<![\w,.])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}(?!\w)"
    r"|(?<![\d.])\d+(?:\.\d+){2,}|(?<!\w)911(?!\w)|(?i:(?<!\w)(?:dial|call|called|calling|dialed|dialled|ring) \d{3}(?! [a-z]*s?\b))"
    r"|(?<![\w,.])(?:[79]/11|24/7|7/7|20/20|401\(k\)|50/50|4x4)(?!\w)"
)
_SPELT = re.compile(
    r"(?<![\w-])(?:(?:oh|one|two|three|four|five|six|seven|eight|nine)-){1,5}(?:oh|one|two|three|four|five|six|seven|eight|nine)s?(?![\w-])",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<![\w$£€¥₹.,-])(?!(?:Rs|RM|R|Rp|Kr|SFr|RMB|USD|EUR|GBP|CHF|INR|Under|Over|Mid|Sub|Pre|Post|Age|Aged)-?\d)"
    r"[A-Z][A-Za-z]{0,9}-?\d+[A-Za-z]{0,4}(?:[-/.]\d+[A-Za-z]?)*(?![^\W_])"
)
_NAMES = re.compile(rf"(?<!\w)(?:{alternation(_LABELS['names'])})(?!\w)")
_LABEL = re.compile(
    rf"(?<![^\W_])(?P<word>[A-Za-z][\w'’&]*\.?) ?(?:[#№] ?|(?<=[\s.]))(?P<number>\d{{1,5}}[A-Z]?(?![\w%]|[.,:]\d)|(?i:{_NUMBER_WORD})(?!-?\w))"
)
_NOT_LABEL_BEHIND = re.compile(
    r"(?:[-–—]\d| (?:percent|per cent|million|billion|thousand|hundred|and a half|out of|points?\b|[a-z]+-\w+)|°|[-–]\w)"
)
_PLURAL = re.compile(r" (?:[a-z]+ )?(?:[a-z]+[^s\W]s|people|men|women|children)\b")
_CAPITALISED = re.compile(rf"(?<![\w-])(?:{_CAPITAL_NUMBER})[ -](?=[A-Z][a-z])")
_ORDINAL_NAME = re.compile(
    rf"(?<![\w-])(?P<ordinal>{_CAPITAL_ORDINAL}|\d{{1,3}}(?:st|nd|rd|th))(?: |-)(?P<next>[A-Z][a-z]+)"
)
_ORDINAL_NAMES = wordset(_LABELS["ordinal-names"])
_NAME_END = re.compile(
    rf"(?<=[a-z,] the )(?:{_CAPITAL_ORDINAL})(?!\w)|(?<=[a-z] )[A-Z][a-z]+ (?:{_CAPITAL_NUMBER})(?!\w)"
)
_ADDRESS = re.compile(
    rf"(?<![\w$£€,.-])\d{{1,5}} (?:[A-Z][\w'’]{{0,20}} ){{1,3}}(?i:{alternation(_LABELS['streets'].split())})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A word and the number that it names a thing with."""

    span: Span
    word: str
    number: str


class Mask:
    """Positions of a text that are no quantity's to read."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length + 1)

    def add(self, start: int, end: int) -> None:
        """Take these positions."""
        self._taken[start:end] = b"\x01" * (end - start)

    def covers(self, start: int, end: int) -> bool:
        """Whether any of these positions is taken."""
        return self._taken.find(1, start, end) >= 0


def opaque(document: Document, mask: Mask) -> None:
    """Take all names and codes with numbers in them."""
    text = document.plain
    for pattern in (_OPAQUE, _SPELT, _CODE, _NAMES, _ADDRESS):
        for match in pattern.finditer(text):
            mask.add(*match.span())
    for sentence in document.sentences:
        titled = sentence.role is not Role.BODY
        for match in _CAPITALISED.finditer(text, sentence.span.start + 1, sentence.span.end):
            if not titled and text[match.start() - 1] not in "“\"‘'(":
                mask.add(*match.span())
        for match in () if titled else _NAME_END.finditer(text, *_range(sentence.span)):
            mask.add(*match.span())
        for match in _ORDINAL_NAME.finditer(text, *_range(sentence.span)):
            first = match.start() == sentence.span.start
            if match["next"].lower() in _ORDINAL_NAMES or (not titled and not first and match["ordinal"][0].isalpha()):
                mask.add(*match.span("ordinal"))


def labels(document: Document, mask: Mask) -> Iterator[Label]:
    """The labels of a text, in order."""
    text = document.plain
    for sentence in document.sentences:
        start, end = _range(sentence.span)
        for match in _LABEL.finditer(text, start, end):
            if mask.covers(*match.span("number")):
                continue
            if _is_label(text, match, sentence):
                yield Label(Span(*match.span()), match["word"].lower().rstrip("."), match["number"].lower())


def _is_label(text: str, match: re.Match[str], sentence: Sentence) -> bool:
    """Whether a word with a number behind it names one thing ("Flight 214") and counts nothing ("Flight 300 people")."""
    word, plain = match["word"], match["word"].lower().rstrip(".")
    end = sentence.span.end
    capital = word[0].isupper() or word[1:2].isupper()  # "iPhone"
    if plain in _NOT_NAMES or plain in _FUNCTION_WORDS:
        return False
    if plain in ("no", "nos"):
        return (capital or word.endswith(".")) and match["number"][0].isdigit()
    if capital and plain in _LABEL_WORDS:
        return not _NOT_LABEL_BEHIND.match(text, match.end(), end)
    if _NOT_LABEL_BEHIND.match(text, match.end(), end):
        return False
    if plain in _LOWER_LABEL_WORDS and len(match["number"]) == 1:
        return True  # "a type 2 diabetes drug"
    if _PLURAL.match(text, match.end(), end):
        return False
    if plain in _LOWER_LABEL_WORDS:
        return True
    inside = sentence.role is Role.BODY and match.start() > sentence.span.start + 1
    return capital and inside and not match["number"][0].islower() and text[match.start() - 2] not in '.:“"'


def _range(span: Span) -> tuple[int, int]:
    return span.start, span.end
