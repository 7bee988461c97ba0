"""What every human view shows, computed once: the verdict, numbered findings, and rows in the rewrite's order.

The formats (terminal, Markdown, HTML) only dress it.
"""

from derive.render.view.pair import PairView, Unused, views
from derive.render.view.pieces import BLANK, Numbered, Piece, Run, runs
from derive.render.view.rows import Original, Row, SourceCell
from derive.render.view.words import (
    KINDS,
    SEVERITIES,
    Verdict,
    byline,
    check_name,
    counts,
    headline,
    name,
    plural,
    reason,
)

__all__ = [
    "BLANK",
    "KINDS",
    "SEVERITIES",
    "Numbered",
    "Original",
    "PairView",
    "Piece",
    "Row",
    "Run",
    "SourceCell",
    "Unused",
    "Verdict",
    "byline",
    "check_name",
    "counts",
    "headline",
    "name",
    "plural",
    "reason",
    "runs",
    "views",
]
