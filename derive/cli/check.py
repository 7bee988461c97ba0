"""`derive check DRAFT... (--archive URL | --against PATH)`: the gate between the draft and the reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import click

from derive import gate, ingest, report
from derive.cli.exits import Exit, FailOn, verdict
from derive.cli.main import fail
from derive.cli.messages import notes, skipped_inputs
from derive.cli.output import emit, output, output_options
from derive.errors import UsageError
from derive.ingest.jsonl import moment
from derive.model import Article, Skipped
from derive.pipeline import Scope
from derive.recipe import DEFAULT


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="DRAFT...")
@click.option("--archive", "url", metavar="URL", help="The archive that holds the sources: wires.db.")
@click.option("--against", multiple=True, metavar="PATH", help="Files or folders that hold the sources; repeatable.")
@click.option("--date", "date", metavar="DATE", help="When drafts that carry no date are published (ISO 8601).")
@click.option("--since", metavar="DATE", help="Only sources published on this day or later.")
@click.option("--until", metavar="DATE", help="Only sources published on this day or earlier.")
@click.option("--exclude-outlet", multiple=True, metavar="NAME", help="Never a source: one's own outlet; repeatable.")
@click.option(
    "--max-sources",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="The most sources that a draft is held against.",
)
@click.option("--require-source", is_flag=True, help="A draft without a source exits with 1.")
@click.option("--allow-partial", is_flag=True, help="Exit by the findings although an input could not be read.")
@output_options(FailOn.ERROR)
def command(
    paths: tuple[str, ...],
    url: str | None,
    against: tuple[str, ...],
    date: str | None,
    since: str | None,
    until: str | None,
    exclude_outlet: tuple[str, ...],
    max_sources: int,
    require_source: bool,
    allow_partial: bool,
    format_: str,
    file: str | None,
    further: tuple[str, ...],
    with_text: bool,
    fail_on: str,
    max_bytes: int,
    quiet: bool,
    no_color: bool,
) -> Exit:
    """Find the sources of each DRAFT (files, folders, `-`) and list every fact that changed.

    Exit code 0: nothing at or above the fail level; 1: findings; 2: an input or the archive could not be read.
    """
    if (url is None) == (not against):
        raise UsageError("check wants --archive URL or --against PATH, one of the two")
    where = output(format_, file, further, with_text=with_text, no_color=no_color)
    limits = ingest.Limits(max_bytes)
    published = _day(date, "--date")
    drafts, skipped = _read(paths, limits)
    drafts = [one if one.published else replace(one, published=published) for one in drafts]
    home: gate.Home = gate.ArchiveHome(url) if url else _against(against, limits, skipped)
    scope = Scope(_day(since, "--since"), _day(until, "--until"), exclude_outlet, max_sources)
    notes(drafts, quiet=quiet)
    skipped_inputs(skipped)
    checked = gate.check_all(drafts, home, scope)
    result = report.merge(DEFAULT.fingerprint(), [(one.examined, one.articles) for one in checked], skipped)
    emit(result, where)
    if skipped and not allow_partial:
        fail(f"{len(skipped)} input(s) could not be read: this run is not clean (--allow-partial accepts that)")
    if require_source and any(entry.status is report.Status.NO_SOURCE for entry in result.examined):
        return Exit.FINDINGS
    return verdict((one for entry in result.examined for one in entry.findings), FailOn(fail_on))


def _read(paths: Sequence[str], limits: ingest.Limits) -> tuple[list[Article], list[Skipped]]:
    """The drafts, and what is none. A draft given twice is an error."""
    found = list(ingest.read(paths, limits))
    drafts = [one for one in found if isinstance(one, Article)]
    identities = [one.id for one in drafts]
    if twice := next((one for one in identities if identities.count(one) > 1), None):
        raise UsageError(f"two drafts have the id '{twice}'")
    return drafts, [one for one in found if isinstance(one, Skipped)]


def _against(paths: Sequence[str], limits: ingest.Limits, skipped: list[Skipped]) -> gate.Home:
    found = list(ingest.read(paths, limits))
    skipped.extend(one for one in found if isinstance(one, Skipped))
    articles = [one for one in found if isinstance(one, Article)]
    if not articles:
        raise UsageError(f"{', '.join(paths)}: no article to check against")
    return gate.MemoryHome(tuple(articles))


def _day(value: str | None, option: str) -> dt.date | None:
    try:
        return moment(value)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None
