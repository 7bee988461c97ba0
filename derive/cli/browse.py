"""`--open`: the editor's view in the reader's browser."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from derive.cli.output import Output, is_folder


def with_page(where: Output) -> Output:
    """The outputs of the run, with an HTML page among them: one that was asked for, or else a temporary file."""
    if page(where):
        return where
    import tempfile

    # Of its own, readable by the owner alone: articles may be under embargo. It stays, for the browser to reload.
    target = str(Path(tempfile.mkdtemp(prefix="derive-")) / "compare.html")
    if where.format == "html":
        return replace(where, file=target)
    return replace(where, further=(*where.further, ("html", target)))


def page(where: Output) -> Path | None:
    """The first HTML page that the run writes."""
    targets = [target for name, target in where.further if name == "html"]
    if where.format == "html" and where.file:
        targets.insert(0, where.file)
    if not targets:
        return None
    return Path(targets[0]) / "index.html" if is_folder(targets[0]) else Path(targets[0])


def browse(path: Path) -> None:
    """Open a page; without a browser say where it is."""
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        click.echo(f"derive: no browser could be opened; the page is {path}", err=True)
