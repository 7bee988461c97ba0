"""`derive scan PATH...`: all derivations in a corpus."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence

import click

from derive import ingest
from derive.checks import CHECKS, Check
from derive.cli.common import Common, common_options, finish
from derive.cli.exits import Exit, FailOn
from derive.cli.main import fail
from derive.cli.messages import remark, skipped_inputs
from derive.cli.progress import Step, bar
from derive.errors import UsageError
from derive.model import Article, Skipped
from derive.pipeline import scan
from derive.settings.load import Settings


@click.command("scan")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--relations-only", is_flag=True, help="Name relations and families, examine no facts.")
@click.option("--allow-partial", is_flag=True, help="Exit by the findings although an input could not be read.")
@common_options(FailOn.NEVER)
def command(paths: tuple[str, ...], relations_only: bool, allow_partial: bool, common: Common) -> Exit:
    """Find all derivations among the articles of PATH...: who took it from whom, and what changed on the way."""
    try:
        with bar("Scan", quiet=common.quiet) as step:
            articles, skipped = _read(paths, common, step)
            skipped_inputs(skipped)
            gc.freeze()  # the articles stay to the end: no use in looking through them again and again
            checks = () if relations_only else _checks(common.settings)
            workers = os.cpu_count() or 1
            report = scan(articles, common.settings.recipe, checks, skipped, workers=workers, step=step)
        code = finish(report, common)
    except KeyboardInterrupt:
        remark("interrupted, no report written")
        return Exit.INTERRUPTED
    if not articles and not skipped:
        fail("there is no article to scan")
    if skipped and not allow_partial:
        fail(f"{len(skipped)} input(s) could not be read: this run is not clean (--allow-partial accepts that)")
    return code


def _read(paths: Sequence[str], common: Common, step: Step) -> tuple[list[Article], list[Skipped]]:
    """All articles. Raises UsageError for two of one id."""
    articles: dict[str, Article] = {}
    skipped = []
    for one in ingest.read(paths, common.limits):
        if isinstance(one, Skipped):
            skipped.append(one)
        elif one.id in articles:
            raise UsageError(f"two articles have the id '{one.id}'")
        else:
            articles[one.id] = one
            step(0, 0, len(articles))
    return list(articles.values()), skipped


def _checks(settings: Settings) -> tuple[Check, ...]:
    return tuple(check for check in CHECKS if check.id in settings["select"] and check.id not in settings["ignore"])
