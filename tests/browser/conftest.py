"""A real Chromium. Without one these tests are skipped, but never where CI runs them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from derive.render import Look, render
from derive.report import Report

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        if os.environ.get("CI"):
            pytest.fail("CI needs Debian's chromium; .ci/run installs it")
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@dataclass
class Opened:
    """A page, and what it said and asked for."""

    page: Page
    file: Path
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def quiet(self) -> None:
        """Nothing on the console, and no request but for the page itself."""
        assert self.console == []
        assert self.requests == [self.file.as_uri()]


Open = Callable[..., Opened]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Render a report and open it, with the options of a browser context."""
    contexts = []

    def opened(report: Report | Path, anchor: str = "", **options: object) -> Opened:
        if isinstance(report, Path):
            file = report
        else:
            file = tmp_path / f"page-{len(contexts)}.html"
            file.write_text(render(report, "html", Look()), encoding="utf-8")
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        made = Opened(page, file)
        page.on("console", lambda message: made.console.append(message.text))
        page.on("pageerror", lambda error: made.console.append(str(error)))
        page.on("dialog", lambda dialog: (made.console.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: made.requests.append(request.url.partition("#")[0]))
        page.goto(file.as_uri() + anchor)
        return made

    yield opened
    for context in contexts:
        context.close()
