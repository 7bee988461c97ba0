"""`derive archive add|remove|list|info|rebuild|expire URL`."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
from msgspec.structs import asdict

from derive import archive, ingest
from derive.cli.exits import Exit
from derive.cli.main import printable
from derive.cli.messages import remark
from derive.cli.progress import bar
from derive.errors import UsageError
from derive.model import Article, Skipped

_BATCH = 2000
"""Articles of one transaction: what an interruption can cost, and what one sketching call is fed."""

_AGE = re.compile(r"(\d{1,5})([dwy])")
_DAYS = {"d": 1, "w": 7, "y": 365}

_url = click.argument("url", metavar="URL")
_quiet = click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
_as_json = click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)


@click.group("archive")
def command() -> None:
    """Keep articles with their sketches, to find the sources of a draft. URL is the path of an SQLite file."""


@command.command("add")
@_url
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--allow-partial", is_flag=True, help="Exit with 0 although an input could not be read.")
@click.option("--max-bytes", type=click.IntRange(min=1), default=5_000_000, show_default=True,
              help="The largest article that is read.")  # fmt: skip
@_quiet
def add(url: str, paths: tuple[str, ...], allow_partial: bool, max_bytes: int, quiet: bool) -> Exit:
    """Add the articles of files and folders; make the archive where there is none.

    An article that is there already is left alone, a changed one becomes a new version. An interrupted run is taken
    up by giving the same command again.
    """
    total, skipped, done, stored = archive.Added(), 0, 0, 0
    size = _bytes(paths)
    try:
        with closing(archive.open_archive(url, create=True)) as target, bar("adding", quiet=quiet) as step:
            for batch in _batches(ingest.read(paths, ingest.Limits(max_bytes))):
                for one in batch:
                    if isinstance(one, Skipped):
                        skipped += 1
                        remark(f"{one.path}: {one.reason}")
                articles = [one for one in batch if isinstance(one, Article)]
                total += target.add(articles)
                done += sum(len(one.text.encode("utf-8", "replace")) for one in articles)
                stored += len(articles)
                step(done, size, stored)
    except KeyboardInterrupt:
        remark(f"interrupted; {stored:,} articles are stored, and the same command goes on from there")
        return Exit.INTERRUPTED
    if not quiet:
        click.echo(f"{printable(url)}: {total.new:,} new, {total.changed:,} changed, {total.unchanged:,} unchanged")
    return Exit.BROKEN if skipped and not allow_partial else Exit.CLEAN


def _bytes(paths: tuple[str, ...]) -> int:
    """About how much there is to read."""
    files = (file for path in paths for file in ([Path(path)] if Path(path).is_file() else Path(path).rglob("*")))
    return sum(file.stat().st_size for file in files if file.is_file())


def _batches(found: Iterator[Article | Skipped]) -> Iterator[list[Article | Skipped]]:
    """What was read, in batches. An id that comes again in one run is an error of the input."""
    seen: set[str] = set()
    batch: list[Article | Skipped] = []
    for one in found:
        if isinstance(one, Article) and one.id in seen:
            batch.append(Skipped(one.path or one.id, f"the id '{one.id}' was given before"))
        else:
            batch.append(one)
        if isinstance(one, Article):
            seen.add(one.id)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    yield batch


@command.command("remove")
@_url
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_quiet
def remove(url: str, ids: tuple[str, ...], quiet: bool) -> None:
    """Delete articles, all their versions."""
    with closing(archive.open_archive(url)) as target:
        for id in ids:
            if not target.history(id):
                raise UsageError(f"{url}: no article '{id}'; nothing was removed")
        count = target.remove(ids)
    if not quiet:
        click.echo(f"{printable(url)}: {count:,} removed")


@command.command("expire")
@_url
@click.option("--older-than", "age", required=True, metavar="AGE", help="A day (2024-01-31), or 90d, 12w, 2y from now.")
@_quiet
def expire(url: str, age: str, quiet: bool) -> None:
    """Delete the articles published before a day. Those without a date stay."""
    before = _day(age)
    with closing(archive.open_archive(url)) as target:
        count = target.expire(before)
    if not quiet:
        click.echo(f"{printable(url)}: {count:,} removed, published before {before}")


def _day(age: str) -> dt.date:
    try:
        if match := _AGE.fullmatch(age):
            return dt.date.today() - dt.timedelta(days=int(match[1]) * _DAYS[match[2]])
        return dt.date.fromisoformat(age)
    except (ValueError, OverflowError):
        raise UsageError(f"--older-than {age}: neither a day like 2024-01-31 nor an age like 90d, 12w, 2y") from None


@command.command("list")
@_url
@_as_json
def list_(url: str, format_: str) -> None:
    """The articles in order of id, a line each, or JSON.

    A line holds id, version, date, outlet, title and authors, with tabs between.
    """
    with closing(archive.open_archive(url)) as target:
        for one in target.list():
            if format_ == "json":
                click.echo(json.dumps(asdict(one), default=str))
            else:
                day = one.published.isoformat() if one.published else "-"
                fields = (
                    one.id,
                    str(one.version),
                    day,
                    one.outlet or "-",
                    one.title or "-",
                    "; ".join(one.authors) or "-",
                )
                click.echo("\t".join(map(printable, fields)))


@command.command("info")
@_url
@_as_json
def info(url: str, format_: str) -> None:
    """How many articles, from when, how large, and by which recipe."""
    with closing(archive.open_archive(url)) as target:
        found = asdict(target.info())
    if format_ == "json":
        click.echo(json.dumps(found, default=str))
    else:
        for name, value in found.items():
            click.echo(f"{name:<9} {f'{value:,}' if isinstance(value, int) else printable(str(value or '-'))}")


@command.command("rebuild")
@_url
@_quiet
def rebuild(url: str, quiet: bool) -> None:
    """Sketch and index everything anew by this version's recipe; what a damaged file still holds is saved."""
    with bar("rebuilding", quiet=quiet) as step:
        made = archive.rebuild_archive(url, lambda done, total: step(done, total, done))
    if made.damaged:
        click.echo(f"derive: {printable(url)}: was damaged; the file is kept as {printable(made.damaged)}", err=True)
    if not quiet:
        click.echo(f"{printable(url)}: {made.articles:,} articles rebuilt")
