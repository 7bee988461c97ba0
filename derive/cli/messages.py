"""What goes to stderr: notes on inputs, never findings."""

from __future__ import annotations

from collections.abc import Iterable

import click

from derive.model import Article, Skipped


def notes(articles: Iterable[Article], *, quiet: bool) -> None:
    """Tell what was noticed while reading."""
    if quiet:
        return
    for article in articles:
        for note in article.notes:
            text = f"derive: {article.path or article.id}: {note}"
            click.echo("".join(one if one.isprintable() else "?" for one in text), err=True)


def skipped_inputs(skipped: Iterable[Skipped]) -> None:
    """Name each input that was not examined, whatever --quiet says: a broken run never looks clean."""
    for one in skipped:
        text = f"derive: {one.path}: {one.reason}"
        click.echo("".join(each if each.isprintable() else "?" for each in text), err=True)
