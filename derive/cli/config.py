"""`derive config`: the effective settings and where each comes from."""

from __future__ import annotations

import json

import click

from derive.settings import load
from derive.settings.keys import KEYS, schema


@click.command("config")
@click.option("--config", metavar="FILE", help="The configuration; else derive.toml or pyproject.toml here.")
@click.option("--schema", "schema_", is_flag=True, help="Print the JSON Schema of derive.toml, for editors.")
def command(config: str | None, schema_: bool) -> None:
    """Print every setting, its effective value and where that comes from."""
    if schema_:
        click.echo(json.dumps(schema(), indent=2))
        return
    settings = load(config)
    for key in KEYS:
        setting = settings.values[key.name]
        value = json.dumps(setting.value, ensure_ascii=False, default=list)
        click.echo(f"{key.name} = {value}  # {setting.origin}: {key.summary}")
