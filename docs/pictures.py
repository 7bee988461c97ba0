"""Take the two pictures of the README anew, from the demo: `python docs/pictures.py` (wants chromium)."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PAIRS = ROOT / "corpus" / "pairs"
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split()
DAYS = (dt.date(2025, 2, 13), dt.date(2025, 2, 13))  # of the original and the rewrite


def derive(*arguments: object) -> None:
    """Run the command."""
    subprocess.run([sys.executable, "-m", "derive", *map(str, arguments)], check=True, cwd=ROOT)


def take(browser: Browser, page: Path, name: str, scheme: str, at: str, height: int) -> None:
    """A picture of a page from the element `at` on; JPEG keeps it under 200 kB."""
    context = browser.new_context(viewport={"width": 1280, "height": height}, color_scheme=scheme)
    shown = context.new_page()
    shown.goto(page.as_uri())
    if shown.locator(".pair:visible").count():
        shown.locator("[data-only]").evaluate("box => box.click()")  # only rows with findings
    shown.locator(at).evaluate(
        "one => scrollTo({top: one.getBoundingClientRect().top + scrollY - 16, behavior: 'instant'})"
    )
    IMAGES.mkdir(parents=True, exist_ok=True)
    shown.screenshot(path=IMAGES / name, type="jpeg", quality=70)
    context.close()


def main() -> None:
    """The pair view in light, the scan view in dark."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pair, scan = Path(folder) / "pair.html", Path(folder) / "scan.html"
        derive("compare", PAIRS / "harbour.source.txt", PAIRS / "harbour.rewrite.txt", "--source-date", DAYS[0],
               "--rewrite-date", DAYS[1], "--format", "html", "-o", pair)  # fmt: skip
        derive("scan", ROOT / "corpus" / "archive.jsonl", "--format", "html", "-o", scan, "--quiet")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        take(browser, pair, "pair.jpg", "light", "body", 1120)
        take(browser, scan, "scan.jpg", "dark", ".family:has-text('Hundreds of steel boxes')", 860)
        browser.close()


if __name__ == "__main__":
    main()
