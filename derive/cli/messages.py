"""What goes to stderr: notes on inputs, never findings."""

from __future__ import annotations

from collections.abc import Iterable

import click

from derive.model import Article


def notes(articles: Iterable[Article], *, quiet: bool) -> None:
    """Tell what was noticed while reading."""
    if quiet:
        return
    for article in articles:
        for note in article.notes:
            text = f"derive: {article.path or article.id}: {note}"
            click.echo("".join(one if one.isprintable() else "?" for one in text), err=True)
