"""The editor's view: one self-contained HTML file. No network, a strict policy, readable without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from derive.render import Look
from derive.render.html.environment import page
from derive.render.html.pair import Pair
from derive.render.html.scan import Scan
from derive.render.view import views
from derive.report import Report

# Pair views in one file. A typical one has 40 kB, so this stays near 13 MB and opens in three seconds; a folder has
# no such limit.
ROOM = 300


def render(report: Report, look: Look) -> str:
    """The page of a report; the same report gives the same bytes.

    One examined article gives its pair view. Several give an index, with the pair views in the same file; beyond
    `ROOM` of them the most serious ones, and the index says so.
    """
    if len(report.examined) == 1:
        return _pair(Pair(next(views(report)), ""), report, None)
    pairs = [Pair(view, f"pair-{i}-") for i, view in enumerate(views(report), 1)]
    kept = {id(pair) for pair, _ in Scan(report, pairs, [None] * len(pairs)).ranked[:ROOM]}
    homes = [f"#pair-{i}" if id(pair) in kept else None for i, pair in enumerate(pairs, 1)]
    shown = [(home[1:], pair) for home, pair in zip(homes, pairs, strict=True) if home]
    return page("scan.html.j2", scan=Scan(report, pairs, homes), shown=shown, report=report)


def folder(report: Report) -> Iterator[tuple[str, str]]:
    """The same as files of a folder, one at a time: `index.html`, then a page for each examined article."""
    pairs = [Pair(view, "") for view in views(report)]
    homes = [f"pair-{i}.html" for i in range(1, len(pairs) + 1)]
    yield "index.html", page("scan.html.j2", scan=Scan(report, pairs, homes), shown=[], report=report)
    for home, view in zip(homes, views(report), strict=True):  # fresh ones: what a page has computed goes with it
        yield home, _pair(Pair(view, ""), report, "index.html")


def _pair(pair: Pair, report: Report, index: str | None) -> str:
    return page("pair.html.j2", pair=pair, report=report, index=index)
