"""negation: the rewrite says the opposite of the original. All stories are fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from derive.model import Severity
from tests.checks.cases import changes

QUIET, FIRES = (
    block.strip().splitlines()[1:]
    for block in (Path(__file__).parent / "negation_cases.txt").read_text("utf-8").split("\n\n")
)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


@pytest.mark.parametrize(("reason", "source", "rewrite"), [_cells(line) for line in QUIET], ids=lambda one: one[:40])
def test_is_quiet_on(reason: str, source: str, rewrite: str) -> None:
    assert changes(source, rewrite, check="negation") == [], reason


@pytest.mark.parametrize(
    ("reason", "source", "rewrite", "word"), [_cells(line) for line in FIRES], ids=lambda one: one[:40]
)
def test_fires_on(reason: str, source: str, rewrite: str, word: str) -> None:
    found = changes(source, rewrite, check="negation")
    assert len(found) == 1, reason
    (change,) = found
    assert change.severity is Severity.ERROR
    assert word in change.span.of(rewrite)
    assert change.witness is not None
    assert change.witness.span.of(source) in change.message


@pytest.mark.parametrize("line", [*QUIET, *(line.rpartition("|")[0] for line in FIRES)], ids=lambda one: one[:40])
def test_is_quiet_on_identical_texts(line: str) -> None:
    for text in _cells(line)[1:]:
        assert changes(text, text, check="negation") == []


def test_a_second_original_that_says_it_that_way_supports_it() -> None:
    source, rewrite = "The council approved the tram line on Monday.", "The council rejected the tram line on Monday."
    other = "On Monday the council rejected the tram line to the harbour."
    assert changes(source, rewrite, check="negation", others=[other]) == []


def test_words_inside_a_quotation_are_left_to_the_quote_checks() -> None:
    source = "“We did not touch the brakes before the trip,” said Marta Lindqvist."
    rewrite = "“We touched the brakes before the trip,” said Marta Lindqvist."
    assert changes(source, rewrite, check="negation") == []


def test_marks_about_a_word_hide_no_change() -> None:
    source = "The woman was in “not life-threatening” condition on Friday."
    rewrite = "The woman's condition on Friday was “life-threatening”."
    assert len(changes(source, rewrite, check="negation")) == 1


@pytest.mark.parametrize(
    ("rewrite", "severity"),
    [
        (
            "By Friday, when the storm of last week had blown out, nobody had repaired the crane on the western side.",
            Severity.NOTE,
        ),
        (
            "By Friday, when the storm had blown out, they had not repaired the western crane, engineers said.",
            Severity.ERROR,
        ),
        ("No engineers repaired the western crane after the storm of last week.", Severity.ERROR),
    ],
    ids=["nobody, loosely worded", "not, loosely worded", "no, closely worded"],
)
def test_what_rewording_brings_along_is_a_note(rewrite: str, severity: Severity) -> None:
    """A plain "not" is a slip wherever it stands; "no" and "nobody" reword sentences."""
    frame = "The harbour board of Halden met on Tuesday."
    source = f"{frame} Engineers repaired the western crane after the storm of last week. The old crane stands idle."
    found = changes(source, f"{frame} {rewrite} The old crane stands idle.", check="negation")
    assert [one.severity for one in found] == [severity]
