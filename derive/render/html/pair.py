"""A pair as the template wants it: the view, and what only a page needs."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from msgspec import Struct

from derive.model import Severity
from derive.render.view import KINDS, Numbered, PairView, Row, Run, check_name
from derive.render.view.published import Column, columns


class Pair(Struct, frozen=True, dict=True):
    """A pair view under a prefix that keeps its anchors apart from those of other pairs in the same file."""

    view: PairView
    prefix: str

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The articles as published."""
        return tuple(columns(self.view))

    @cached_property
    def severities(self) -> tuple[tuple[Severity, int], ...]:
        """The severities that occur, heaviest first, with their counts."""
        found = Counter(one.finding.severity for one in self.view.findings)
        return tuple((severity, found[severity]) for severity in Severity if found[severity])

    @cached_property
    def checks(self) -> tuple[tuple[str, int], ...]:
        """The checks that fired, by what a reader calls them, with their counts."""
        found = Counter(one.finding.check for one in self.view.findings)
        return tuple(sorted(found.items(), key=lambda item: check_name(item[0]).label))

    @cached_property
    def styles(self) -> tuple[tuple[str, str, int], ...]:
        """The ways in which rows hang on their originals, with their counts."""
        found = Counter(style(row) for row in self.view.rows)
        order = [
            *((kind.value, said) for kind, said in KINDS.items()),
            ("new", "new"),
            ("aside", "headings, boilerplate"),
        ]
        return tuple((key, said, found[key]) for key, said in order if found[key])

    @cached_property
    def _loudness(self) -> dict[int, int]:
        loud = len(Severity)
        return {one.number: loud if one.finding.waived else one.finding.severity.rank for one in self.view.findings}

    def severity(self, run: Run) -> str:
        """The class of a marked run: that of its heaviest finding, "waived" when all of them are."""
        return (*(one.value for one in Severity), "waived")[min(self._loudness[number] for number in run.findings)]

    def lettered(self) -> bool:
        """Whether several originals have to be told apart."""
        return len(self.view.originals) > 1

    def tint(self, letter: str) -> int:
        """Which of the six colours an original has."""
        return next(i for i, one in enumerate(self.view.originals) if one.letter == letter) % 6

    def language(self, article: str) -> str:
        """The language of an article."""
        return self.view.entries[article].article.language

    def letter_of(self, numbered: Numbered) -> str | None:
        """The letter of the original that a finding points to."""
        return self.view.letter_of(numbered.finding)

    @staticmethod
    def style(row: Row) -> str:
        """How a row hangs on its originals: verbatim, close, loose, new, or aside."""
        return style(row)


def style(row: Row) -> str:
    """The link kind of a row; "new" without one, "aside" for a headline or boilerplate without one."""
    if row.kind:
        return row.kind.value
    return "new" if row.unsupported else "aside"
