"""`derive serve`: the HTTP service and its web page."""

from __future__ import annotations

import datetime as dt
import os
from importlib.util import find_spec
from pathlib import Path

import click
from msgspec.structs import replace

from derive.archive import open_archive
from derive.errors import UsageError
from derive.settings import Setting, Settings, load, load_waivers


@click.command("serve")
@click.option("--archive", "url", metavar="URL", help="The archive that holds the sources; made if it is not there.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Another address than loopback wants a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes on one archive.")
@click.option("--token-file", metavar="FILE", help="The bearer token; else DERIVE_TOKEN.")
@click.option("--max-body", type=click.IntRange(min=1000), default=1_000_000, show_default=True, help="Bytes.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help="Seconds an answer.")
@click.option("--config", metavar="FILE", help="The configuration; else derive.toml or pyproject.toml here.")
def command(
    url: str | None,
    host: str,
    port: int,
    workers: int,
    token_file: str | None,
    max_body: int,
    timeout: float,
    config: str | None,
) -> None:
    """Serve `compare`, `check` and an editor's validation over HTTP, and a web page to try them.

    The page is at http://127.0.0.1:8765/, the description of the API at /openapi.json.
    """
    if missing := [name for name in ("fastapi", "uvicorn") if find_spec(name) is None]:
        raise UsageError(f"serve needs {' and '.join(missing)}: pip install 'derive-news[serve]'")
    from derive.service import Options
    from derive.service.run import serve

    settings = _with_archive(load(config), url)
    if settings["archive"]:
        open_archive(settings["archive"], create=True).close()
    load_waivers(settings["waivers"], dt.date.today())  # a malformed file shows now, not at the first request
    options = Options(settings, host, port, _token(token_file), workers, max_body, timeout)
    click.echo(f"derive: http://{host}:{port}/ ({workers} worker(s))", err=True)
    serve(options)


def _with_archive(settings: Settings, url: str | None) -> Settings:
    return replace(settings, values={**settings.values, "archive": Setting(url, "--archive")}) if url else settings


def _token(file: str | None) -> str | None:
    try:
        token = Path(file).read_text("utf-8").strip() if file else os.environ.get("DERIVE_TOKEN", "").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({getattr(error, 'strerror', 'not UTF-8')})") from None
    if file and not token:
        raise UsageError(f"{file}: holds no token")
    return token or None
