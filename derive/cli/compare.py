"""`derive compare SOURCE... REWRITE`."""

from __future__ import annotations

import datetime as dt

import click
from msgspec.structs import replace

from derive import ingest, pipeline
from derive.cli import browse
from derive.cli.common import Common, common_options, finish
from derive.cli.dates import date
from derive.cli.exits import Exit, FailOn
from derive.cli.messages import notes
from derive.errors import UsageError
from derive.model import Article
from derive.settings import rules_for


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
@common_options(FailOn.NEVER)
def command(
    paths: tuple[str, ...], source_dates: tuple[str, ...], rewrite_date: str | None, open_: bool, common: Common
) -> Exit:
    """Hold REWRITE (the last path) against one or more originals; `-` is standard input."""
    dates = _dates(paths, source_dates, rewrite_date)
    articles = [_dated(ingest.read_one(path, common.limits), day) for path, day in zip(paths, dates, strict=True)]
    identities = [article.id for article in articles]
    if len(set(identities)) != len(identities):
        raise UsageError(f"two articles have the id '{next(i for i in identities if identities.count(i) > 1)}'")
    notes(articles, quiet=common.quiet)
    rules = rules_for(articles[-1], common.settings)
    report = pipeline.compare(articles[:-1], articles[-1], common.settings.recipe, rules.checks)
    if open_:
        common = replace(common, output=browse.with_page(common.output))
    code = finish(report, common)
    if open_ and (page := browse.page(common.output)):
        browse.browse(page)
    return code


def _dates(paths: tuple[str, ...], source_dates: tuple[str, ...], rewrite_date: str | None) -> list[dt.date | None]:
    """A date or none for each path. Raises UsageError for paths and dates that make no sense together."""
    if len(paths) < 2:
        raise UsageError("compare wants at least one SOURCE and the REWRITE")
    if len(set(paths)) != len(paths):
        raise UsageError(f"{next(path for path in paths if paths.count(path) > 1)}: given twice")
    missing = len(paths) - 1 - len(source_dates)
    if missing < 0:
        raise UsageError(f"{len(source_dates)} source dates for {len(paths) - 1} source(s)")
    given = [date(one, "--source-date") for one in source_dates]
    return [*given, *([None] * missing), date(rewrite_date, "--rewrite-date")]


def _dated(article: Article, day: dt.date | None) -> Article:
    return replace(article, published=day) if day else article
