"""What befell those whom a figure counts: no noun tells the nine from the 50 of "killed nine and injured 50".

The words stand in the lexicon in classes; a figure belongs to the class of the nearest such word of its clause, the one
behind it ("nine were killed") before the one in front of it ("killing nine").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from derive.checks.examination import Examination
from derive.checks.figures.likeness import Figure
from derive.facts import Reading
from derive.facts.lexicon import load
from derive.facts.quantities.compare import agree, comparable
from derive.facts.quantities.words import CARDINALS
from derive.model import Token

_REACH = 5  # words from the figure to the word that tells what befell them
_ENDS = frozenset("and or but while with as after including of which whom who , ; ( )".split())


@cache
def _classes() -> dict[str, str]:
    table = load("quantities")["outcomes"]
    return {word: name for name, words in table.items() for word in words.split()}


class Outcomes:
    """Answers for one examination."""

    def __init__(self, examination: Examination) -> None:
        self._examination = examination
        self._known: dict[Figure, str] = {}

    def of(self, figure: Figure) -> str:
        """The class of what befell those whom a figure counts, or nothing."""
        if figure not in self._known:
            sources, rewrite = self._examination.sources, self._examination.rewrite
            reading = rewrite if figure.source < 0 else sources[figure.source]
            self._known[figure] = _outcome(reading, figure)
        return self._known[figure]

    def crossed(self, new: Figure, old: Figure, other: Figure, its: Figure) -> bool:
        """Whether two figures of the rewrite each tell the outcome of the other's value: `old` has that of `new`."""
        mine, second = self.of(new), self.of(other)
        return bool(mine and second) and mine != second and (self.of(its), self.of(old)) == (mine, second)

    def rival(self, new: Figure, old: Figure, there: Sequence[Figure], everywhere: Sequence[Figure]) -> Figure | None:
        """The figure `there` for the outcome that a figure tells, where its own value is another outcome's (`old`)."""
        mine, its = self.of(new), self.of(old)
        if not mine or not its or mine == its:
            return None
        if any(agree(new.mention, one.mention) and self.of(one) in (mine, "") for one in everywhere):
            return None
        return next((one for one in there if comparable(new.mention, one.mention) and self.of(one) == mine), None)


def _outcome(reading: Reading, figure: Figure) -> str:
    document, span = reading.document, figure.mention.whole
    first, end = document.sentences[figure.sentence].tokens
    behind = bisect_left(document.starts, figure.mention.span.end, first, end)
    before = bisect_left(document.starts, span.start, first, end)
    tokens = document.tokens
    clauses = (tokens[behind : min(end, behind + _REACH)], tokens[max(first, before - _REACH) : before][::-1])
    return next((found for words in clauses for found in _found(words, document.plain)), "")


def _found(words: Sequence[Token], plain: str) -> Iterator[str]:
    """The classes of the words of one side, nearest first, up to the end of the clause."""
    last: Token | None = None
    for token in words:
        gap = "" if last is None else plain[min(last.end, token.end) : max(last.start, token.start)]
        if token.norm in _ENDS or token.norm in CARDINALS or token.norm[0].isdigit() or set(gap) & set(",;()"):
            return
        if token.norm in _classes():
            yield _classes()[token.norm]
        last = token
