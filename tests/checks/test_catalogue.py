"""The catalogue tests itself: no check without a page, without cases, or outside the tuple."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import derive.checks
from derive.checks import CHECKS, GATE_CHECKS, Check
from docs.generate import TARGET, document

ALL = (*CHECKS, *GATE_CHECKS)
FOLDER = Path(derive.checks.__file__).parent
CASES = Path(__file__).parent


def test_every_file_with_a_check_is_in_the_tuple() -> None:
    """A module that makes a CHECK is listed, under the id that its name says."""
    files = {
        path.stem.replace("_", "-") for path in FOLDER.glob("*.py") if "\nCHECK = Check(" in path.read_text("utf-8")
    }
    assert files == {check.id for check in ALL}
    assert len({check.id for check in ALL}) == len(ALL)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.id)
def test_every_check_has_its_page(check: Check) -> None:
    """What it means, why an editor cares, what it fires on, what it stays silent on; a summary of one line."""
    page = inspect.cleandoc(check.doc)
    head, _, rest = page.partition("Fires:")
    fires, _, quiet = rest.partition("Quiet:")
    assert len(head.strip().split("\n\n")) >= 2, "a sentence on what it means, a paragraph on why an editor cares"
    assert fires.count("\n- ") >= 1
    assert quiet.count("\n- ") >= 1
    assert check.summary
    assert "\n" not in check.summary


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.id)
def test_every_check_has_cases(check: Check) -> None:
    """A file of quiet and firing cases; the quiet ones come first."""
    path = CASES / f"test_{check.id.replace('-', '_')}.py"
    assert path.is_file()
    text = path.read_text("utf-8").lower()
    assert "quiet" in text or "silent" in text
    assert "fires" in text or "firing" in text


def test_the_page_is_current() -> None:
    """docs/checks.md is what `make docs` writes."""
    assert TARGET.read_text("utf-8") == document()
