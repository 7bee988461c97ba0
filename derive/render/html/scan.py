"""The scan view: an index of families and pairs, with who took it from whom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from derive.model import Article, Finding, Severity
from derive.render.html import charts
from derive.render.html.graph import Graph, graph
from derive.render.html.pair import Pair
from derive.render.view import byline, headline, name, plural
from derive.report import Edge, Family, Report

DRAWN = 100  # articles; a larger family is a list only
LANES = 40  # families on the timeline


class Entered(Struct, frozen=True):
    """A changed fact that came into a family, and who carries it on; the article is known by its place."""

    finding: Finding | None  # None when the article where it entered was not examined
    inherited: tuple[str, ...]


class Scan(Struct, frozen=True, dict=True):
    """A report with several examined articles as the index shows it; `homes` are the addresses of the pair views."""

    report: Report
    pairs: Sequence[Pair]
    homes: Sequence[str | None]

    @cached_property
    def articles(self) -> dict[str, Article]:
        """All articles by id."""
        return {entry.article.id: entry.article for entry in self.report.articles}

    @cached_property
    def _pairs(self) -> dict[str, tuple[Pair, str | None]]:
        both = zip(self.pairs, self.homes, strict=True)
        return {pair.view.examined.article: (pair, home) for pair, home in both}

    def home(self, article: str) -> str | None:
        """Where the pair view of an article stands, if it has one."""
        return self._pairs[article][1] if article in self._pairs else None

    def name(self, article: str) -> str:
        """How a reader knows an article."""
        return name(self.articles[article]) if article in self.articles else article

    def short(self, article: str) -> str:
        """A headline that fits into a box of the drawing."""
        known = self.articles.get(article)
        words = (headline(known) if known else None) or article
        return words if len(words) <= 28 else words[:27].rstrip() + "…"

    def byline(self, article: str) -> str:
        """Outlet and day for a box of the drawing."""
        return byline(self.articles[article])[:36] if article in self.articles else ""

    def lane(self, number: int) -> str:
        """What a lane of the timeline is called."""
        family = self.report.families[number]
        return f"{number + 1} {self.short(family.articles[0])}"[:27]

    @cached_property
    def ranked(self) -> tuple[tuple[Pair, str | None], ...]:
        """The pairs with the most serious first."""
        both = zip(self.pairs, self.homes, strict=True)
        return tuple(sorted(both, key=lambda one: tuple(-one[0].view.count(severity) for severity in Severity)))

    @cached_property
    def verdict(self) -> str:
        """The one sentence on top."""
        derived = sum(bool(pair.view.originals) for pair in self.pairs)
        wrong = sum(pair.view.count(Severity.ERROR) > 0 for pair in self.pairs)
        have = "has" if derived == 1 else "have"
        parts = [f"{derived} of {plural(len(self.pairs), 'examined article')} {have} an original"]
        if self.report.families:
            parts.append(plural(len(self.report.families), "family", "families"))
        parts.append(f"{wrong} with errors" if wrong else "none with errors")
        return "; ".join(parts) + "."

    @cached_property
    def histogram(self) -> tuple[charts.Bar, ...]:
        """How sure the listed relations are."""
        return charts.histogram(
            source.relation.confidence for pair in self.pairs for source in pair.view.examined.sources
        )

    @cached_property
    def relations(self) -> int:
        """How many relations the histogram counts."""
        return sum(bar.count for bar in self.histogram)

    @cached_property
    def timeline(self) -> charts.Timeline | None:
        """When the articles of the first families appeared."""
        return charts.timeline(
            [
                [self.articles[one] for one in family.articles if one in self.articles]
                for family in self.report.families[:LANES]
            ]
        )

    def drawing(self, family: Family) -> Graph | None:
        """The derivations of a family; None when there are too many to see anything."""
        return graph(family) if len(family.articles) <= DRAWN else None

    def entered(self, family: Family) -> tuple[tuple[str, tuple[Entered, ...]], ...]:
        """The changed facts of a family by the article where they entered, what others carried on first."""
        found: dict[str, list[Entered]] = {}
        for one in family.lineage:
            finding = self._findings.get((one.entered, one.finding))
            found.setdefault(one.entered, []).append(Entered(finding, one.inherited))
        return tuple(
            (article, tuple(sorted(facts, key=lambda one: -len(one.inherited)))) for article, facts in found.items()
        )

    @cached_property
    def _findings(self) -> dict[tuple[str, str], Finding]:
        return {(one.article, finding.fingerprint): finding for one in self.report.examined for finding in one.findings}

    def mark(self, article: str) -> str:
        """What an article is on the timeline: an original, a rewrite, or a rewrite with errors."""
        pair = self._pairs[article][0] if article in self._pairs else None
        if pair is None or not pair.view.originals:
            return "original"
        return "error" if pair.view.count(Severity.ERROR) else "rewrite"

    def says(self, edge: Edge) -> str:
        """An edge in words."""
        return f"{self.name(edge.rewrite)} from {self.name(edge.source)}, {edge.confidence:.0%} sure"
