"""`derive explain CHECK`."""

from __future__ import annotations

import inspect

import click

from derive.checks import CHECKS
from derive.errors import UsageError


@click.command("explain")
@click.argument("check", required=False)
def command(check: str | None) -> None:
    """Say what CHECK means, when it fires and when it stays silent; without CHECK, list them all."""
    if check is None:
        width = max(len(one.id) for one in CHECKS)
        for one in CHECKS:
            click.echo(f"{one.id:{width}}  {one.summary}")
        return
    for one in CHECKS:
        if one.id == check:
            click.echo(f"{one.id} (up to {one.severity.value})\n\n{inspect.cleandoc(one.doc)}")
            click.echo("\nWaive:\n  derive waive FINGERPRINT --reason … --by … (the fingerprint is in every report)")
            return
    from rapidfuzz import process

    near = process.extractOne(check, [one.id for one in CHECKS])
    hint = f"; did you mean {near[0]}?" if near and near[1] >= 60 else ""
    raise UsageError(f"no check '{check}'{hint}")
