"""An examined article as the views show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from derive.model import Finding, Role, Severity, Span
from derive.render.view.pieces import Numbered
from derive.render.view.rows import Original, Row, rows
from derive.render.view.words import Verdict, byline, counts, handle, headline, name, plural, relation
from derive.report import ArticleEntry, Examined, Report

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Unused(Struct, frozen=True):
    """The sentences of an original that the rewrite left out."""

    original: Original
    spans: tuple[Span, ...]
    of: int  # sentences of its body


class PairView(Struct, frozen=True, dict=True):
    """An examined article beside its originals."""

    report: Report
    examined: Examined
    entries: Mapping[str, ArticleEntry]  # the report's articles by id

    @property
    def rewrite(self) -> ArticleEntry:
        """The examined article."""
        return self.entries[self.examined.article]

    @cached_property
    def originals(self) -> tuple[Original, ...]:
        """Each original with its letter, best first."""
        return tuple(Original(letter(i), one, self.entries[one.article]) for i, one in enumerate(self.examined.sources))

    @cached_property
    def findings(self) -> tuple[Numbered, ...]:
        """The findings in text order, numbered from 1."""
        return tuple(Numbered(i, one) for i, one in enumerate(self.examined.findings, 1))

    @cached_property
    def ranked(self) -> tuple[Numbered, ...]:
        """The findings with the heaviest first and the waived last."""
        return tuple(sorted(self.findings, key=lambda one: (one.finding.waived is not None, one.finding.severity.rank)))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All text of the rewrite, in its order, beside what it was made from."""
        return tuple(rows(self.rewrite, self.originals, self.findings))

    @cached_property
    def unused(self) -> tuple[Unused, ...]:
        """What the rewrite left out of each original."""
        found = []
        for original in self.originals:
            used = {span for link in original.source.links for span in link.source}
            body = [one.span for one in original.entry.sentences if one.role is Role.BODY]
            found.append(Unused(original, tuple(span for span in body if span not in used), len(body)))
        return tuple(found)

    @cached_property
    def verdict(self) -> Verdict:
        """What it is, what of, how much of it, and how many changes; the best derived original speaks for all."""
        if not self.originals:
            return Verdict("No source found for", name(self.rewrite.article), "", ())
        best = next((one for one in self.originals if one.source.relation.derived), self.originals[0])
        others = len(self.originals) - 1
        source = name(best.entry.article) + (f" and {plural(others, 'other original')}" if others else "")
        silence = "nothing to report" if self.compared else "facts not compared"
        return Verdict(relation(best.source), source, self.share, counts(self.examined.findings), silence)

    @property
    def compared(self) -> bool:
        """Whether its facts were held against an original: not when all of them are independent."""
        return any(one.source.relation.derived for one in self.originals)

    @cached_property
    def share(self) -> str:
        """How many sentences of the rewrite's body have a counterpart."""
        where = "in them" if len(self.originals) > 1 else "there"
        if self.body == 1:
            return f"its one sentence has {'a' if self.linked else 'no'} counterpart {where}"
        if not 0 < self.linked < self.body:
            return f"{'all' if self.linked else 'none'} of its {self.body} sentences have a counterpart {where}"
        have = "has" if self.linked == 1 else "have"
        return f"{self.linked} of its {self.body} sentences {have} a counterpart {where}"

    @cached_property
    def body(self) -> int:
        """Sentences of the rewrite, without headlines and boilerplate."""
        return sum(one.role is Role.BODY for one in self.rewrite.sentences)

    @property
    def linked(self) -> int:
        """How many of them have a counterpart in an original."""
        return self.body - len(self.examined.unsupported)

    @property
    def title(self) -> str:
        """The rewrite's headline, or else its id."""
        return headline(self.rewrite.article) or handle(self.rewrite.article)

    @property
    def byline(self) -> str:
        """The rewrite's outlet and day."""
        return byline(self.rewrite.article)

    def count(self, severity: Severity) -> int:
        """How many findings of that severity are not waived."""
        return sum(one.severity is severity and one.waived is None for one in self.examined.findings)

    def letter_of(self, finding: Finding) -> str | None:
        """The letter of the original that a finding points to."""
        return next((one.letter for one in self.originals if one.entry.article.id == finding.source_id), None)


def views(report: Report) -> Iterator[PairView]:
    """A view of each examined article."""
    entries = {entry.article.id: entry for entry in report.articles}
    for examined in report.examined:
        yield PairView(report, examined, entries)


def letter(number: int) -> str:
    """A, B, … Z, A1, B1, …"""
    turn, place = divmod(number, len(LETTERS))
    return LETTERS[place] + (str(turn) if turn else "")
