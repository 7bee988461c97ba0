"""`derive compare --open`: the page is written and a browser is asked to show it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from tests.browser.conftest import Open
from tests.cli.run import derive

CORPUS = Path(__file__).parents[2] / "corpus" / "pairs"
PAIR = (CORPUS / "harbour.source.txt", CORPUS / "harbour.rewrite.txt")


@pytest.fixture
def asked(tmp_path: Path) -> tuple[Path, str]:
    """Where a browser of our own notes what it was asked for, and the variable that names it."""
    noted, script = tmp_path / "asked.txt", tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" > {noted}\n')
    script.chmod(0o755)
    return noted, f"{script} %s"


def _file(noted: Path) -> Path:
    return Path(unquote(urlparse(noted.read_text()).path))


def test_shows_the_page_and_still_prints(asked: tuple[Path, str], show: Open) -> None:
    noted, browser = asked
    done = derive("compare", *PAIR, "--open", BROWSER=browser)
    assert done.returncode == 0, done.stderr
    assert "side by side" in done.stdout
    opened = show(_file(noted))
    assert opened.page.locator("h1").inner_text().startswith("Hundreds of steel boxes")
    assert opened.page.locator(".card").count() > 0
    opened.quiet()
    assert _file(noted).parent.stat().st_mode & 0o077 == 0, "articles may be under embargo"


@pytest.mark.parametrize("options", [("--format", "html", "-o"), ("--output",)])
def test_shows_the_file_that_was_asked_for(asked: tuple[Path, str], tmp_path: Path, options: tuple[str, ...]) -> None:
    noted, browser = asked
    file = tmp_path / "page.html"
    target = f"html={file}" if options[-1] == "--output" else str(file)
    assert derive("compare", *PAIR, "--open", *options, target, BROWSER=browser).returncode == 0
    assert _file(noted) == file


def test_shows_the_index_of_a_folder(asked: tuple[Path, str], tmp_path: Path) -> None:
    noted, browser = asked
    done = derive("compare", *PAIR, "--open", "--format", "html", "-o", f"{tmp_path}/out/", BROWSER=browser)
    assert done.returncode == 0, done.stderr
    assert _file(noted) == tmp_path / "out" / "index.html"
    assert (tmp_path / "out" / "pair-1.html").exists()


def test_without_a_browser_it_says_where_the_page_is(tmp_path: Path) -> None:
    done = derive(
        "compare", *PAIR, "--open", "-o", tmp_path / "x.txt", BROWSER="/nowhere/browser %s", PATH="", DISPLAY=""
    )
    assert done.returncode == 0
    assert "no browser could be opened; the page is " in done.stderr
