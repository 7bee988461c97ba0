"""hedge: a word that holds a statement back was dropped, added or turned round. All stories are fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from derive.model import Severity
from tests.checks.cases import changes

QUIET, FIRES = (
    block.strip().splitlines()[1:]
    for block in (Path(__file__).parent / "hedge_cases.txt").read_text("utf-8").split("\n\n")
)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


@pytest.mark.parametrize(("reason", "source", "rewrite"), [_cells(line) for line in QUIET], ids=lambda one: one[:40])
def test_is_quiet_on(reason: str, source: str, rewrite: str) -> None:
    assert changes(source, rewrite, check="hedge") == [], reason


@pytest.mark.parametrize(
    ("reason", "source", "rewrite", "word"), [_cells(line) for line in FIRES], ids=lambda one: one[:40]
)
def test_fires_on(reason: str, source: str, rewrite: str, word: str) -> None:
    found = changes(source, rewrite, check="hedge")
    assert len(found) == 1, reason
    (change,) = found
    assert change.severity is Severity.WARNING
    assert word in change.span.of(rewrite)
    assert change.witness is not None
    assert change.witness.span.of(source) in change.message


@pytest.mark.parametrize("line", [*QUIET, *(line.rpartition("|")[0] for line in FIRES)], ids=lambda one: one[:40])
def test_is_quiet_on_identical_texts(line: str) -> None:
    for text in _cells(line)[1:]:
        assert changes(text, text, check="hedge") == []


def test_a_second_original_that_says_it_plainly_supports_it() -> None:
    source = "Danvik allegedly took bribes from three shipyards."
    rewrite = "Danvik took bribes from three shipyards."
    assert changes(source, rewrite, check="hedge", others=["Danvik took bribes from three shipyards in Halden."]) == []


def test_a_changed_figure_is_left_to_the_number_check() -> None:
    assert changes("At least 17 people died in the fire.", "Nineteen people died in the fire.", check="hedge") == []


def test_words_inside_a_quotation_are_left_to_the_quote_checks() -> None:
    source = "“The bridge may close for repairs in June,” said Marta Lindqvist."
    rewrite = "“The bridge will close for repairs in June,” said Marta Lindqvist."
    assert changes(source, rewrite, check="hedge") == []


def test_a_headline_taken_over_word_for_word_loses_nothing() -> None:
    story = "Rail is likely to pass road as the top carrier of goods within five years, Norvane’s ministry says.\n"
    headline = "Rail to pass road as top carrier within five years\n\n"
    rewrite = f"{headline}Within five years rail is likely to pass road as the top carrier, Norvane’s ministry says.\n"
    assert changes(headline + story, rewrite, check="hedge") == []
