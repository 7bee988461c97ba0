"""`derive scan PATH...`: all derivations in a corpus."""

from __future__ import annotations

import click

from derive import ingest
from derive.checks import CHECKS, Check
from derive.cli.common import Common, common_options, finish
from derive.cli.exits import Exit, FailOn
from derive.cli.main import fail
from derive.cli.messages import skipped_inputs
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
    found = list(ingest.read(paths, common.limits))
    articles = [one for one in found if isinstance(one, Article)]
    skipped = [one for one in found if isinstance(one, Skipped)]
    if twice := _twice(articles):
        raise UsageError(f"two articles have the id '{twice}'")
    skipped_inputs(skipped)
    checks = () if relations_only else _checks(common.settings)
    code = finish(scan(articles, common.settings.recipe, checks, skipped), common)
    if (skipped or not articles) and not allow_partial:
        fail(f"{len(skipped)} input(s) could not be read: this run is not clean (--allow-partial accepts that)")
    return code


def _twice(articles: list[Article]) -> str | None:
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            return article.id
        seen.add(article.id)
    return None


def _checks(settings: Settings) -> tuple[Check, ...]:
    return tuple(check for check in CHECKS if check.id in settings["select"] and check.id not in settings["ignore"])
