"""`derive check DRAFT... (--archive URL | --against PATH)`: the gate between the draft and the reader."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import click
from msgspec.structs import replace

from derive import gate, ingest, report
from derive.cli.common import Common, common_options, finish
from derive.cli.dates import date
from derive.cli.exits import Exit, FailOn
from derive.cli.main import fail
from derive.cli.messages import notes, remark, skipped_inputs
from derive.errors import UsageError
from derive.model import Article, Skipped
from derive.pipeline import Scope
from derive.retrieve import By

_BY = [one.value for one in By]


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="DRAFT...")
@click.option("--archive", "url", metavar="URL", help="The archive that holds the sources: wires.db.")
@click.option("--against", multiple=True, metavar="PATH", help="Files or folders that hold the sources; repeatable.")
@click.option("--date", "day", metavar="DATE", help="When drafts that carry no date are published (ISO 8601).")
@click.option("--since", metavar="DATE", help="Only sources published on this day or later.")
@click.option("--until", metavar="DATE", help="Only sources published on this day or earlier.")
@click.option("--exclude-outlet", multiple=True, metavar="NAME", help="Never a source: one's own outlet; repeatable.")
@click.option(
    "--by",
    type=click.Choice(_BY),
    default=_BY[0],
    show_default=True,
    help="Only sources by an author of the draft, or only by others.",
)
@click.option("--max-sources", type=click.IntRange(min=1), help="The most sources that a draft is held against.")
@click.option("--require-source", is_flag=True, help="A draft without a source exits with 1.")
@click.option("--allow-partial", is_flag=True, help="Exit by the findings although an input could not be read.")
@common_options(FailOn.ERROR)
def command(
    paths: tuple[str, ...],
    url: str | None,
    against: tuple[str, ...],
    day: str | None,
    since: str | None,
    until: str | None,
    exclude_outlet: tuple[str, ...],
    by: str,
    max_sources: int | None,
    require_source: bool,
    allow_partial: bool,
    common: Common,
) -> Exit:
    """Find the sources of each DRAFT (files, folders, `-`) and list every fact that changed.

    Exit code 0: nothing at or above the fail level; 1: findings; 2: an input or the archive could not be read.
    """
    if url and against:
        raise UsageError("check wants --archive or --against, not both")
    url = None if against else url or common.settings["archive"]
    if url is None and not against:
        raise UsageError("check wants --archive URL or --against PATH")
    first, last = _day(since, "--since"), _day(until, "--until")
    if first and last and first > last:
        raise UsageError(f"--since is after --until ({first} > {last})")
    scope = Scope(
        first,
        last,
        exclude_outlet or tuple(common.settings["exclude-outlets"]),
        max_sources or common.settings["max-sources"],
        By(by),
    )
    published = date(day, "--date")
    drafts, skipped = _drafts(paths, common.limits)
    drafts = [one if one.published else replace(one, published=published) for one in drafts]
    home = gate.ArchiveHome(url) if url else _against(against, common.limits, skipped)
    notes(drafts, quiet=common.quiet)
    if scope.by is By.SAME:
        for one in (one for one in drafts if not one.authors):
            remark(f"{one.id}: names no author, so no source is by the same one")
    skipped_inputs(skipped)
    checked = gate.check_all(drafts, home, scope, common.settings)
    result = report.merge(
        common.settings.recipe.fingerprint(), [(one.examined, one.articles) for one in checked], skipped
    )
    code = finish(result, common)
    if skipped and not allow_partial:
        fail(f"{len(skipped)} input(s) could not be read: this run is not clean (--allow-partial accepts that)")
    sourceless = any(entry.status is report.Status.NO_SOURCE for entry in result.examined)
    return Exit.FINDINGS if require_source and sourceless else code


def _day(value: str | None, option: str) -> dt.date | None:
    """The day alone: the window counts whole days."""
    day = date(value, option)
    return day.date() if isinstance(day, dt.datetime) else day


def _drafts(paths: Sequence[str], limits: ingest.Limits) -> tuple[list[Article], list[Skipped]]:
    """The drafts, and what is none. Raises UsageError for a draft given twice."""
    found = list(ingest.read(paths, limits))
    drafts = [one for one in found if isinstance(one, Article)]
    _distinct(drafts, "drafts")
    return drafts, [one for one in found if isinstance(one, Skipped)]


def _against(paths: Sequence[str], limits: ingest.Limits, skipped: list[Skipped]) -> gate.Home:
    found = list(ingest.read(paths, limits))
    skipped.extend(one for one in found if isinstance(one, Skipped))
    articles = tuple(one for one in found if isinstance(one, Article))
    if not articles:
        raise UsageError(f"{', '.join(paths)}: no article to check against")
    _distinct(articles, "sources")
    return gate.MemoryHome(articles)


def _distinct(articles: Sequence[Article], kind: str) -> None:
    counts = Counter(one.id for one in articles)
    if twice := next((one for one, count in counts.items() if count > 1), None):
        raise UsageError(f"two {kind} have the id '{twice}'")
