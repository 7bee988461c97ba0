"""`derive compare SOURCE... REWRITE`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import click

from derive import ingest, pipeline
from derive.cli import browse
from derive.cli.exits import Exit, FailOn, verdict
from derive.cli.messages import notes
from derive.cli.output import emit, output, output_options
from derive.errors import UsageError
from derive.ingest.jsonl import moment
from derive.model import Article


@click.command("compare")
@click.argument("paths", nargs=-1, required=True, metavar="SOURCE... REWRITE")
@click.option(
    "--source-date",
    "source_dates",
    multiple=True,
    metavar="DATE",
    help="When a source was published (ISO 8601); repeatable, in order.",
)
@click.option("--rewrite-date", metavar="DATE", help="When the rewrite was published.")
@click.option("--open", "open_", is_flag=True, help="Show the editor's view in the browser as well.")
@output_options(FailOn.NEVER)
def command(
    paths: tuple[str, ...],
    source_dates: tuple[str, ...],
    rewrite_date: str | None,
    open_: bool,
    format_: str,
    file: str | None,
    further: tuple[str, ...],
    with_text: bool,
    fail_on: str,
    max_bytes: int,
    quiet: bool,
    no_color: bool,
) -> Exit:
    """Hold REWRITE (the last path) against one or more originals; `-` is standard input."""
    if len(paths) < 2:
        raise UsageError("compare wants at least one SOURCE and the REWRITE")
    if len(set(paths)) != len(paths):
        twice = next(path for path in paths if paths.count(path) > 1)
        raise UsageError(f"{twice}: given twice")
    if len(source_dates) > len(paths) - 1:
        raise UsageError(f"{len(source_dates)} source dates for {len(paths) - 1} source(s)")
    where = output(format_, file, further, with_text=with_text, no_color=no_color)
    dates = [*map(_date, source_dates), *([None] * (len(paths) - 1 - len(source_dates))), _date(rewrite_date)]
    articles = [
        _dated(ingest.read_one(path, ingest.Limits(max_bytes)), date) for path, date in zip(paths, dates, strict=True)
    ]
    identities = [article.id for article in articles]
    if len(set(identities)) != len(identities):
        raise UsageError(f"two articles have the id '{next(i for i in identities if identities.count(i) > 1)}'")
    notes(articles, quiet=quiet)
    report = pipeline.compare(articles[:-1], articles[-1])
    where = browse.with_page(where) if open_ else where
    emit(report, where)
    if open_ and (page := browse.page(where)):
        browse.browse(page)
    return verdict((one for entry in report.examined for one in entry.findings), FailOn(fail_on))


def _date(value: str | None) -> dt.date | None:
    try:
        return moment(value)
    except ValueError as error:
        raise UsageError(str(error)) from None


def _dated(article: Article, date: dt.date | None) -> Article:
    return replace(article, published=date) if date else article
