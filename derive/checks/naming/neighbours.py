"""A capitalised word between the same neighbours as another one of an original: German for French, Ohio for Iowa."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from derive.checks.examination import Examination, Place
from derive.checks.naming.terms import Term
from derive.facts import Reading, lexicon
from derive.facts.names.likeness import is_same
from derive.facts.names.vocabulary import vocabulary
from derive.facts.reading import within
from derive.model import Document, Sentence, Token, Witness

_STEM = 5  # first letters in common from which two words are forms of one: Democrat, Democratic
_COMPOUND = frozenset("latin native african north south central asian anglo".split())
_END = ""  # stands for the word beyond the end of a sentence


_KINGDOM = frozenset(("united kingdom", "england", "scotland", "wales", "northern ireland"))


@cache
def _wide() -> frozenset[str]:
    """Places that hold others: Europe."""
    return frozenset(lexicon.load("places")["regions"])


@cache
def _kinds_of_people() -> frozenset[str]:
    """Faiths, parties and the like, whose words come from no place."""
    return frozenset(lexicon.load("places")["peoples"]["words"])


def _may_be_one(one: str, two: str) -> bool:
    """Whether two places, faiths or parties may stand for each other: Europe and France, Britain and Scotland."""
    seats = vocabulary().seats
    if (one in _kinds_of_people()) is not (two in _kinds_of_people()):
        return True  # a Democrat and somebody of Connecticut
    if one == two or {one, two} & _wide() or {one, two} <= _KINGDOM or seats.get(one) == two or seats.get(two) == one:
        return True
    return any({one, two} <= set(group) for group in lexicon.load("places")["peoples"]["same"])


class Neighbours:
    """Compares linked sentences word by word where they run alike."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination
        self._document = examination.rewrite.document
        self._there = {token.norm for one in examination.sources for token in one.document.tokens}
        self._here = {token.norm for token in self._document.tokens}
        self._framed: dict[tuple[int, int], list[tuple[Token, list[str], list[str]]]] = {}

    def of(self, sentence: Sentence) -> Iterator[Term]:
        """The words of a sentence of the rewrite that took another's place."""
        first, end = sentence.tokens
        for at in range(first, end):
            token = self._document.tokens[at]
            if not _is_capital(self._document, token) or token.norm in vocabulary().calendar:
                continue
            slots = [slot for place in self._examination.linked(sentence) for slot in self._slots(at, sentence, place)]
            if any(other.norm == token.norm for _, other in slots):
                continue
            for place, other in slots:
                source = self._examination.sources[place.source]
                document = source.document
                if self._is_part(self._examination.rewrite, sentence, token) is not self._is_part(
                    source, place.sentence, other
                ):
                    continue
                if self._differ(token, sentence, other, document, place.sentence):
                    value = f"{token.norm} <- {other.norm}"
                    yield Term(token.span, Witness(place.source, other.span), False, value)
                    break

    def _slots(self, at: int, sentence: Sentence, place: Place) -> Iterator[tuple[Place, Token]]:
        """The capitalised words of a linked sentence that stand where word `at` stands in the rewrite."""
        before, after = _beside(self._document, sentence, at)
        for other, there_before, there_after in self._capitals(place):
            if _agreeing(before, after, there_before, there_after):
                yield place, other

    def _capitals(self, place: Place) -> list[tuple[Token, list[str], list[str]]]:
        """The capitalised words of a sentence of a source, each with the words beside it."""
        sentence, key = place.sentence, (place.source, place.sentence.index)
        if key not in self._framed:
            document = self._examination.sources[place.source].document
            self._framed[key] = [
                (document.tokens[at], *_beside(document, sentence, at))
                for at in range(*sentence.tokens)
                if _is_capital(document, document.tokens[at])
            ]
        return self._framed[key]

    def _is_part(self, reading: Reading, sentence: Sentence, token: Token) -> bool:
        """Whether a word only belongs to a longer name: the Gulf of Mexico."""
        return any(
            len(name.tokens) > 1 and name.span.contains(token.span)
            for name in within(reading.facts.names, sentence.span)
        )

    def _differ(self, mine: Token, sentence: Sentence, other: Token, document: Document, place: Sentence) -> bool:
        if is_same(mine.norm, other.norm) or mine.norm[:_STEM] == other.norm[:_STEM]:
            return False
        one, two = _land(mine.norm), _land(other.norm)
        if one is None or two is None or _may_be_one(one, two):
            return False
        gone = mine.norm not in self._there or other.norm not in self._here
        mine_there = any(_land(token.norm) == one for token in document.words(place))
        other_here = any(_land(token.norm) == two for token in self._document.words(sentence))
        return gone or not (mine_there or other_here)


def _land(norm: str) -> str | None:
    """The place, faith or party that a word speaks of."""
    known = vocabulary()
    return known.peoples.get((norm,)) or known.places.get((norm,))


def _is_capital(document: Document, token: Token) -> bool:
    return document.plain[token.start].isupper()


def _beside(document: Document, sentence: Sentence, at: int) -> tuple[list[str], list[str]]:
    """The two words on either side, nearest first."""
    first, end = sentence.tokens
    norm = [document.tokens[i].norm if first <= i < end else _END for i in (at - 1, at - 2, at + 1, at + 2)]
    return norm[:2], norm[2:]


def _agreeing(before: list[str], after: list[str], there_before: list[str], there_after: list[str]) -> bool:
    """Whether the words on both sides are the same, and one more on either."""
    if before[0] in _COMPOUND or there_before[0] in _COMPOUND:
        return False
    if before[0] != there_before[0] or after[0] != there_after[0]:
        return False
    return before[1] == there_before[1] or after[1] == there_after[1]
