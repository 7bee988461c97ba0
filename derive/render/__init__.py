"""Renderers: one file a format, `render(report, look) -> str`. Only the command line prints, opens files or exits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from derive.report import Report

# name -> module under derive.render, imported when used.
FORMATS = {
    "text": "terminal",
    "json": "json",
    "html": "html",
    "markdown": "markdown",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a format may look: colour and columns for the terminal, article texts in the JSON."""

    color: bool = False
    width: int = 80
    with_text: bool = False


def render(report: Report, name: str, look: Look) -> str:
    """The report in a format of the table. Raises KeyError for another."""
    function: Callable[[Report, Look], str] = import_module(f"derive.render.{FORMATS[name]}").render
    return function(report, look)
