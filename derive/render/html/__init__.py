"""The editor's view: one self-contained HTML file. No network, a strict policy, readable without JavaScript."""

from __future__ import annotations

from derive.render import Look
from derive.render.html.environment import page
from derive.render.html.pair import Pair
from derive.render.view import PairView
from derive.report import Report


def render(report: Report, look: Look) -> str:
    """The page of a report; the same report gives the same bytes."""
    pairs = [Pair(PairView(report, one), "") for one in report.examined]
    return page("pair.html.j2", title=pairs[0].view.title if pairs else "derive", pairs=pairs, report=report)
