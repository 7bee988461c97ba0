"""What goes to stderr: notes on inputs, never findings."""

from __future__ import annotations

from collections.abc import Iterable

import click

from derive.model import Article, Skipped


def remark(text: str) -> None:
    """One line on stderr; what an article or a file name brings along is made harmless."""
    click.echo("".join(one if one.isprintable() else "?" for one in f"derive: {text}"), err=True)


def notes(articles: Iterable[Article], *, quiet: bool) -> None:
    """Tell what was noticed while reading."""
    for article in articles if not quiet else ():
        for note in article.notes:
            remark(f"{article.path or article.id}: {note}")


def skipped_inputs(skipped: Iterable[Skipped]) -> None:
    """Name each input that was not examined, whatever --quiet says: a broken run never looks clean."""
    for one in skipped:
        remark(f"{one.path}: {one.reason}")
