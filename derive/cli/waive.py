"""`derive waive FINGERPRINT`: sign a finding off."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from derive.cli.output import write
from derive.errors import UsageError
from derive.settings import Waiver, add_waiver, load
from derive.settings.waivers import check_fingerprint


@click.command("waive")
@click.argument("fingerprint")
@click.option("--reason", required=True, help="Why it may stand.")
@click.option("--by", required=True, metavar="NAME", help="Who signs it off.")
@click.option("--until", metavar="DAY", help="Its last day (2025-12-31); without it, it never ends.")
@click.option("--config", metavar="FILE", help="The configuration that names the file of waivers.")
def command(fingerprint: str, reason: str, by: str, until: str | None, config: str | None) -> None:
    """Sign the finding with this FINGERPRINT off; it stays in every report, marked, and counts no longer."""
    path = load(config)["waivers"]
    try:
        last = dt.date.fromisoformat(until) if until else None
    except ValueError:
        raise UsageError(f"--until: '{until}' is no day (2025-12-31)") from None
    waiver = Waiver(check_fingerprint(fingerprint, "FINGERPRINT"), reason, by, last)
    write(Path(path), add_waiver(path, waiver))
    click.echo(f"{path}: {fingerprint} waived{f' until {last}' if last else ''}")
