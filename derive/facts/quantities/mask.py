"""What looks like a quantity and is a name: F-16, COVID-19, Flight 214, phone numbers, addresses, "Six Nations"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

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
_ADDRESS_SIGNS = ("://", "www.", "@", "#")
_WEB = re.compile(r"https?://\S{1,500}|www\.\S{1,300}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w{1,20}|(?<!\w)[@#]\w+")
_PHONE = re.compile(
    r"\+\d[\d ()-]{6,16}\d|\(\d{3}\) ?\d{3}-\d{4}|(?<![\w-])\d{3}-\d{3}-\d{4}(?![\w-])"
    r"|(?<![\w-])\d{3}-\d{4}(?![\w-])|(?<![\w-])1-[89]\d\d-[\w-]{5,12}|(?<![\w,.])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}(?!\w)"
    r"|(?<![\w,.])911(?= (?:calls?|callers?|dispatch\w*|operators?|tapes?|recordings?|emergency|system|services?)\b)"
    r"|(?i:(?<!\w)(?:calls? to 911\b|(?:dial|call|called|calling|dialed|dialled|ring) (?:911\b|\d{3}(?! [a-z]*s?\b))))"
)
_SLASHED = re.compile(
    r"(?<![\d.])\d+(?:\.\d+){2,}|(?<![\w,.])(?:[79]/11|24/7|7/7|20/20|50/50|4x4)(?!\w)"
    r"|(?<![\w,.])(?:401|403|457|501) ?\(?[bck]\)?(?:\(?\d\)?)?(?!\w)"
)
_DIGIT_WORD = "(?:oh|one|two|three|four|five|six|seven|eight|nine)"
_SPELT = re.compile(rf"(?<![\w-])(?:{_DIGIT_WORD}-){{1,5}}{_DIGIT_WORD}s?(?![\w-])", re.IGNORECASE)
_CODE = re.compile(
    r"(?<![\w$£€¥₹.,-])(?!(?:Rs|RM|R|Rp|Kr|SFr|RMB|USD|EUR|GBP|CHF|INR|Under|Over|Mid|Sub|Pre|Post|Age|Aged)-?\d)"
    r"[A-Z][A-Za-z]{0,9}-?\d+[A-Za-z]{0,4}(?:[-/.]\d+[A-Za-z]?)*(?![^\W_])"
)
_NAMES: tuple[str, ...] = tuple(_LABELS["names"])
_NUMERIC = frozenset((*CARDINALS, *ORDINALS))
_BEFORE, _BEHIND = 40, 40  # characters around a figure that may belong to its name
_AFTER = 3  # that tell whether a label ends with its figure
_LABEL = re.compile(
    rf"(?<![^\W_])(?P<word>[A-Za-z][\w'’&]*\.?) ?(?:[#№] ?|(?<=[\s.]))(?P<number>\d{{1,5}}[A-Z]?(?![\w%]|[.,:]\d)"
    rf"|(?i:{_NUMBER_WORD})(?!-?\w))"
)
_NOT_LABEL_BEHIND = re.compile(
    r"(?:[-–—]\d| (?:percent|per cent|million|billion|thousand|hundred|and a half|out of|points?\b|[a-z]+-\w+)|°"
    r"|[-–]\w)"
)
_PLURAL = re.compile(r" (?:[a-z]+ ){0,2}(?:[a-z]+[^s\W]s|people|men|women|children)\b")
_CAPITALISED = re.compile(rf"(?<![\w-])(?:{_CAPITAL_NUMBER})[ -](?=[A-Z][a-z])")
_ORDINAL_NAME = re.compile(
    rf"(?<![\w-])(?P<ordinal>{_CAPITAL_ORDINAL}|\d{{1,3}}(?:st|nd|rd|th))(?: |-)(?P<next>[A-Z][a-z]+)"
)
_ORDINAL_NAMES = wordset(_LABELS["ordinal-names"])
_NAME_END = re.compile(
    rf"(?<=[a-z,] the )(?:{_CAPITAL_ORDINAL})(?!\w)|(?<=[A-Za-z] )[A-Z][a-z]+ (?:{_CAPITAL_NUMBER})(?!\w)"
)
_ADDRESS = re.compile(
    rf"(?<![\w$£€,.-])\d{{1,5}} (?:[A-Z][\w'’]{{0,20}} ){{1,3}}(?i:{alternation(_LABELS['streets'].split())})(?!\w)"
)
# Each with a sign that it cannot do without and that is quick to look for.
_OPAQUE = (
    (re.compile(r"\d-\d|\+\d|(?<![\w,.])0\d\d|911|[lgdLGD] \d{3}"), _PHONE),
    (re.compile(r"\d[./(x]|\d ?[bck]"), _SLASHED),
    (re.compile(rf"-{_DIGIT_WORD}", re.IGNORECASE), _SPELT),
    (re.compile(r"[A-Za-z]-?\d"), _CODE),
    (re.compile(r"\d [A-Z]"), _ADDRESS),
)


class Label(Struct, frozen=True):
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


def _is_numeric(norm: str) -> bool:
    return norm in _NUMERIC or (not norm.isalpha() and any(map(str.isdigit, norm)))


def numbers(document: Document) -> list[int]:
    """Which words are figures or number words: nothing else can be a name with a number in it."""
    return [at for at, token in enumerate(document.tokens) if _is_numeric(token.norm)]


def _stretches(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def opaque(document: Document, mask: Mask, numeric: Sequence[int]) -> None:
    """Take all names and codes with numbers in them."""
    text, tokens = document.plain, document.tokens
    if any(sign in text for sign in _ADDRESS_SIGNS):
        for match in _WEB.finditer(text):
            mask.add(*match.span())
    for name in _NAMES:
        if name in text:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                mask.add(*match.span())
    around = ((max(tokens[at].start - _BEFORE, 0), tokens[at].end + _BEHIND) for at in numeric)
    for start, end in _stretches(around):
        for sign, pattern in _OPAQUE:
            if sign.search(text, start, end):
                for match in pattern.finditer(text, start, end):
                    mask.add(*match.span())
    _capitals(document, mask, numeric)


def _capitals(document: Document, mask: Mask, numeric: Sequence[int]) -> None:
    """Take number words that are written large inside a sentence: "the Six Nations", "the First Minister"."""
    text, tokens = document.plain, document.tokens
    for number in numeric:
        token = tokens[number]
        if text[token.start].islower():
            continue
        at = tokens[max(number - 1, 0)].start
        if (match := _CAPITALISED.match(text, token.start)) and text[token.start - 1] not in "“\"‘'(":
            _take_inside(document, mask, match.span())
        if match := _NAME_END.match(text, at) or _NAME_END.match(text, token.start):
            _take_inside(document, mask, match.span())
        if match := _ORDINAL_NAME.match(text, token.start):
            if match["next"].lower() in _ORDINAL_NAMES:
                mask.add(*match.span("ordinal"))
            elif match["ordinal"][0].isalpha():
                _take_inside(document, mask, match.span("ordinal"))


def _take_inside(document: Document, mask: Mask, span: tuple[int, int]) -> None:
    if _is_inside(document, span[0]):
        mask.add(*span)


def _is_inside(document: Document, position: int) -> bool:
    """Whether a position lies inside a sentence of the body, where a capital letter means a name."""
    sentence = document.sentence_at(position)
    return sentence is not None and sentence.role is Role.BODY and position > sentence.span.start


def labels(document: Document, mask: Mask, numeric: Sequence[int]) -> Iterator[Label]:
    """The labels of a text, in order."""
    text, tokens = document.plain, document.tokens
    # From the beginning of what is written with the word before: "AT&T 5".
    around = ((text.rfind(" ", 0, tokens[at - 1].start) + 1, tokens[at].end + _AFTER) for at in numeric if at)
    for start, end in _stretches(around):
        for match in _LABEL.finditer(text, start, end):
            word = match["word"].lower().rstrip(".")
            if word in _NOT_NAMES or word in _FUNCTION_WORDS or word.endswith(("'s", "s'", "’s", "s’")):
                continue
            sentence = document.sentence_at(match.start())
            if sentence is None or mask.covers(*match.span("number")) or match.end() > sentence.span.end:
                continue
            if _is_label(text, match, word, sentence):
                yield Label(Span(*match.span()), word, match["number"].lower())


def _is_label(text: str, match: re.Match[str], plain: str, sentence: Sentence) -> bool:
    """Whether a word with a number behind it names one thing"
    " ("Flight 214") and counts nothing ("Flight 300 people")."""
    word, end = match["word"], sentence.span.end
    capital = word[0].isupper() or word[1:2].isupper()  # "iPhone"
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
