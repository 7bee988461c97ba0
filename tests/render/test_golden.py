"""What the human formats print, to the letter. DERIVE_GOLDEN=write rewrites the files; review the difference."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from derive import __version__
from derive.render import Look, render
from derive.report import Report
from tests.render.reports import ALONE, CLEAN, FERRY, SEVERAL, STRANGER, report, scan_report

GOLDEN = Path(__file__).parent / "golden"
REPORTS = {
    "ferry": report(FERRY),
    "clean": report(CLEAN),
    "alone": report(ALONE),
    "stranger": report(STRANGER),
    "several": report(SEVERAL),
    "scan": scan_report(),
    "nothing": report(),
}
FORMATS = {"text": "txt", "markdown": "md", "html": "html"}


def _steady(text: str) -> str:
    """Without style, script, their hashes and the version, which change for reasons of their own."""
    text = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", text, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-…", text).replace(__version__, "VERSION")


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("format_", FORMATS)
def test_prints_the_golden_file(name: str, format_: str) -> None:
    file = GOLDEN / f"{name}.{FORMATS[format_]}"
    printed = _steady(render(REPORTS[name], format_, Look()))
    if os.environ.get("DERIVE_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(printed, encoding="utf-8")
    assert printed == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_report_gives_the_same_bytes(format_: str) -> None:
    def once(one: Report) -> bytes:
        return render(one, format_, Look()).encode("utf-8")

    assert once(scan_report()) == once(scan_report())
