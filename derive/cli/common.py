"""What every command that reports has in common: its options as one value, and how it finishes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from derive import ingest
from derive.cli.exits import Exit, FailOn, verdict
from derive.cli.messages import remark
from derive.cli.output import Output, emit, output
from derive.errors import UsageError
from derive.render import FORMATS
from derive.report import Report
from derive.settings import Settings, load, load_waivers, weighed
from derive.settings.waivers import without


class Common(Struct, frozen=True):
    """The common options, resolved: the command line above the environment above the configuration file."""

    output: Output
    settings: Settings
    fail_on: FailOn
    limits: ingest.Limits
    baseline: str | None
    quiet: bool


def common_options(fail_on: FailOn) -> Callable[[Callable[..., Exit]], Callable[..., Exit]]:
    """The contract's common options; the command gets them as `common`. `fail_on` is the command's own default."""
    options = (
        click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True,
                     help="What to print."),
        click.option("-o", "file", metavar="FILE",
                     help="Write there instead of stdout, atomically; html fills a folder, too: -o report/."),
        click.option("--output", "further", metavar="FORMAT=FILE", multiple=True,
                     help="A further format of the same run; repeatable."),
        click.option("--with-text", is_flag=True, help="Put each article's text into the JSON."),
        click.option("--fail-on", type=click.Choice([one.value for one in FailOn]),
                     help=f"The lightest severity that makes the exit code 1.  [default: {fail_on.value}]"),
        click.option("--config", metavar="FILE", help="The configuration; else derive.toml or pyproject.toml here."),
        click.option("--baseline", metavar="REPORT", help="An earlier JSON report: show only what is new."),
        click.option("--max-bytes", type=click.IntRange(min=1), help="The largest article that is read."),
        click.option("-q", "--quiet", is_flag=True, help="No messages on stderr but errors."),
        click.option("--no-color", is_flag=True, help="No colour (NO_COLOR works too)."),
    )  # fmt: skip

    def decorate(function: Callable[..., Exit]) -> Callable[..., Exit]:
        @wraps(function)
        def command(
            *,
            format_: str,
            file: str | None,
            further: tuple[str, ...],
            with_text: bool,
            config: str | None,
            max_bytes: int | None,
            quiet: bool,
            no_color: bool,
            baseline: str | None,
            **rest: Any,
        ) -> Exit:
            settings = load(config)
            given: str | None = rest.pop("fail_on")
            common = Common(
                output(format_, file, further, with_text=with_text, no_color=no_color),
                settings,
                FailOn(given or settings["fail-on"] or fail_on),
                ingest.Limits(max_bytes or settings["max-bytes"]),
                baseline,
                quiet,
            )
            return function(common=common, **rest)

        wrapped: Callable[..., Exit] = command
        for option in reversed(options):
            wrapped = option(wrapped)
        return wrapped

    return decorate


def finish(report: Report, common: Common) -> Exit:
    """Weigh the findings by the rules, mark the waived ones, write the report, and say how it went."""
    report = weighed(report, common.settings)
    if common.baseline:
        report = without(report, _fingerprints(common.baseline))
    # The one place that looks at a clock: a waiver may have run out.
    waivers = load_waivers(common.settings["waivers"], dt.date.today())
    report = waivers.apply(report)
    if not common.quiet:
        for line in waivers.remarks(report):
            remark(line)
    emit(report, common.output)
    return verdict((one for entry in report.examined for one in entry.findings), common.fail_on)


def _fingerprints(path: str) -> list[str]:
    try:
        data = json.loads(Path(path).read_text("utf-8"))
        return [finding["fingerprint"] for entry in data["examined"] for finding in entry["findings"]]
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(f"{path}: is no JSON report of derive") from None
