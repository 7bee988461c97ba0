"""Quantities: the golden readings, and what must hold for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from derive.facts import dates, quantities
from derive.facts.quantities import Bound, Kind, Quantity
from derive.model import Article
from derive.text import read

_GOLDEN = Path(__file__).with_name("quantity_cases.txt").read_text("utf-8").splitlines()
CASES = [tuple(line.split(" =>", 1)) for line in _GOLDEN if line and not line.startswith("#")]


def find(text: str) -> tuple[Quantity, ...]:
    document = read(Article("x", text))
    return quantities.find(document, dates.find(document))


def number(value: float) -> str:
    return f"{round(value, 4):.10g}"


def shown(one: Quantity) -> str:
    """A reading in one line: bound, kind, value (measures as written) and unit."""
    if one.kind is Kind.LABEL:
        return f"label {one.noun[0]} {one.unit}"
    worth = one.low / one.written if one.kind is Kind.MEASURE and one.dimension != "temperature" else 1.0
    low, high = one.low / worth, one.high / worth
    if one.kind is Kind.PERCENT:
        low, high = 100 * low, 100 * high
    if one.dimension == "temperature":
        low = high = one.written
    value = number(low) if low == high else f"{number(low)}..{number(high)}"
    if one.kind is Kind.SCORE:
        value = "-".join(number(part) for part in one.parts)
    unit = "" if one.kind in (Kind.AGE, Kind.POINTS, Kind.PERCENT) else one.unit
    bound = "" if one.bound is Bound.EXACT else one.bound.value
    return " ".join(part for part in (bound, one.kind.value, value, unit) if part)


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_a_sentence_reads_as_its_golden_line_says(sentence: str, expected: str) -> None:
    assert "; ".join(shown(one) for one in find(sentence)) == expected.strip()


def test_the_golden_table_is_large_enough_to_mean_something() -> None:
    assert sum(1 for _, expected in CASES if expected.strip()) >= 300


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("They sent over 13,000 shipping containers of munitions.", {"ship", "contain"}),
        ("Ten thousand of the soldiers went home.", {"soldier"}),
        ("Forty-five of them small children died.", {"small", "children"}),
        ("Another 12 firefighters arrived.", {"firefight"}),
        ("Marta Lindqvist, 34, left.", {"lindqvist"}),
        ("Some 200 delegates behind, he stopped.", {"deleg"}),
    ],
)
def test_the_noun_is_what_is_counted(sentence: str, noun: set[str]) -> None:
    assert noun <= set(find(sentence)[0].noun)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ships brought over 13,000 containers of shells.", "over 13,000 containers"),
        ("It lies some 86 miles away.", "some 86 miles"),
        ("It cost nearly $3 million.", "nearly $3 million"),
        ("At least another 40 goats escaped.", "At least another 40 goats escaped"),
    ],
)
def test_the_whole_is_the_figure_with_its_bound_and_noun(text: str, whole: str) -> None:
    assert find(text)[0].whole.of(text) == whole


def test_mentions_stand_in_text_order_and_do_not_overlap() -> None:
    text = " ".join(sentence for sentence, _ in CASES)
    found = find(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(one.span.of(text) == one.text for one in found)


@pytest.mark.parametrize(
    "worst",
    [
        "1",
        "1,",
        "1-",
        "1.",
        "1:1",
        "1/2 ",
        "one ",
        "one-",
        "million ",
        "three hundred and ",
        "A",
        "A-1",
        "No. ",
        "$",
        "£1m-",
        "a@",
        "at least ",
        "Lindqvist, ",
        "half of ",
        "a third ",
    ],
)
def test_a_hostile_text_of_20_kb_is_read_to_its_end(worst: str) -> None:
    text = worst * (20_000 // len(worst))
    assert isinstance(quantities.find(read(Article("x", text)), ()), tuple)
