"""A page in the browser, and what it said and asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from derive.render import Look, render
from derive.report import Report


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
