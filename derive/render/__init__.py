"""Renderers: one file a format, `render(report, look) -> str`. Only the command line prints, opens files or exits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from msgspec import Struct

from derive.report import Report

# name -> module under derive.render, imported when used.
FORMATS = {
    "text": "terminal",
    "json": "json",
    "jsonl": "jsonl",
    "html": "html",
    "markdown": "markdown",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
}

# Those that can also fill a folder: an index and a page for each examined article.
FOLDERS = ("html",)


class Look(Struct, frozen=True):
    """How a format may look: colour and columns for the terminal, article texts in the JSON."""

    color: bool = False
    width: int = 80
    with_text: bool = False


def render(report: Report, name: str, look: Look) -> str:
    """The report in a format of the table. Raises KeyError for another."""
    function: Callable[[Report, Look], str] = import_module(f"derive.render.{FORMATS[name]}").render
    return function(report, look)


def folder(report: Report, name: str) -> Iterator[tuple[str, str]]:
    """The report as files of a folder, name and text, one at a time. Only for a format of `FOLDERS`."""
    function: Callable[[Report], Iterator[tuple[str, str]]] = import_module(f"derive.render.{FORMATS[name]}").folder
    return function(report)
