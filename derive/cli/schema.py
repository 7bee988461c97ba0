"""`derive schema`."""

from __future__ import annotations

import click

from derive.render.schema import text


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of `derive.report/1`."""
    click.echo(text(), nl=False)
