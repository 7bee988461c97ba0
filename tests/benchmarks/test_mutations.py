"""The planters change what they say they change, and nothing else."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from random import Random

import pytest

from benchmarks.mutations.edit import Edit, Plant, Restyle, applied, places, shifted
from benchmarks.mutations.measure import planned
from benchmarks.mutations.plants import PLANTS
from benchmarks.mutations.restyles import RESTYLES
from benchmarks.mutations.subject import Population, Subject, subjects
from derive.model import Article

_TEXT = (
    "The ferry ran aground off Port Halden on Thursday with 4,212 passengers on board, and 35 percent of them were"
    " injured, coast guard spokesman Piet Arling said. It was not insured, and may be sold for $1.2 million.\n\n"
    "“We know that many people heard the scrape. Then every light went out,” said Marta Lindqvist, a passenger. The"
    " harbour lies 46 km away, at least 30 passengers live there, and its three cranes date from 1987. On the quay"
    " that day, Marta Lindqvist waited three weeks. It rose on May 12, Piet Arling said. He said that the ferry had"
    " left the marked channel an hour before. The owner didn’t answer. She did not reportedly ask."
)
SUBJECT = Subject(
    Population.COPY,
    Article("source", _TEXT, published=dt.date(2025, 5, 16)),
    Article("copy", _TEXT, published=dt.date(2025, 5, 16)),
)


def written(kind: str) -> list[str]:
    """Every mutated text of a kind."""
    run = next(one.run for one in (*PLANTS, *RESTYLES) if one.kind == kind)
    return [applied(_TEXT, edits) for edits in run(SUBJECT, Random(1))]


@pytest.mark.parametrize("kind", [*PLANTS, *RESTYLES], ids=lambda kind: kind.kind)
def test_every_edit_changes_the_text_and_lies_apart(kind: Plant | Restyle) -> None:
    """Edits ascend and never overlap, and the text is another afterwards."""
    for edits in kind.run(SUBJECT, Random(3)):
        assert all(a.end <= b.start for a, b in pairwise(edits))
        assert applied(_TEXT, edits) != _TEXT


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("unit", "46 miles away"),
        ("magnitude", "42,120 passengers"),
        ("quote word", "We believe that"),
        ("quote marks", "said that “the ferry had left the marked channel an hour before”."),
        ("swapped speakers", "spokesman Marta Lindqvist said"),
        ("dropped bound", "away, 30 passengers"),
        ("dropped hedge", "and will be sold"),
        ("not inserted", "them were not injured"),
        ("not removed", "It was insured"),
        ("antonym", "It fell on May"),
        ("figures to words", "thirty-five percent"),
        ("words to figures", "its 3 cranes"),
        ("grouping", "4212 passengers"),
        ("rounding", "4,200 passengers"),
        ("conversion", "about 29 miles"),
        ("weekday to date", "15"),
        ("quotation marks", "said Marta"),
        ("trimmed quote", "“Then every light went out,”"),
        ("surname", "that day, Lindqvist waited"),
        ("spelling", "harbor"),
    ],
)
def test_a_kind_writes(kind: str, words: str) -> None:
    """One of its texts has these words."""
    assert any(words in text for text in written(kind)), written(kind)


def test_a_planted_figure_is_no_year_no_day_and_in_no_quotation() -> None:
    """1987 and May 12 are dates."""
    assert all("1987" in text and "May 12" in text for text in written("value"))


def test_positions_move_with_the_edits() -> None:
    """Before an edit nothing moves; behind it by what it grew."""
    edits = (Edit(2, 4, "xyz"), Edit(6, 6, "!"))
    assert applied("abcdefgh", edits) == "abxyzef!gh"
    assert [shifted(at, edits) for at in (0, 2, 4, 7)] == [0, 2, 5, 9]
    assert list(places("abcdefgh", edits)) == [(2, 5), (7, 8)]


def test_the_same_seed_plans_the_same_cases() -> None:
    """And another seed others."""
    mine = subjects()[:6]
    first, again, other = (planned(list(PLANTS[:3]), mine, seed, 3) for seed in (1, 1, 2))
    assert first == again
    assert first != other
