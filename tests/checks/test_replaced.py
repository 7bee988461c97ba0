"""A word in the place of one that it excludes, among the same words, whichever check tells it."""

from __future__ import annotations

import pytest

from derive.checks import CHECKS, Examination
from derive.checks.replaced import replaced
from derive.facts.lexicon import load
from derive.model import Change
from tests.checks.cases import examination

_FOUND_BY = ("name", "date", "number", "negation")

# One sentence each: what it says in the original, and in the rewrite.
QUIET = (
    ("the same word elsewhere", "in the north and the south of the island", "in the south and the north of the island"),
    ("one meaning, two wordings", "in the northern part of the island", "in the north part of the island"),
    ("a denial with it", "members did not accept the plan for the island", "members rejected the plan for the island"),
    ("reworded all around", "was opened before the winter storms", "began its work ahead of the months of storms"),
    ("no office before a wording", "in a health paper on the island", "in a trade paper on the island"),
)
FIRING = (
    ("name", "in the northern part of the island", "in the southern part of the island", "southern", "northern"),
    ("name", "by the finance minister of the island", "by the justice minister of the island", "justice", "finance"),
    (
        "name",
        "by the chief executive of the yard",
        "by the chief financial officer of the yard",
        "chief financial officer",
        "chief executive",
    ),
    ("name", "and his brother Tobin of the yard", "and his uncle Tobin of the yard", "uncle", "brother"),
    ("date", "more than in the month before the storm", "more than in the week before the storm", "week", "month"),
    ("date", "a quarterly fee for the berths", "an annual fee for the berths", "annual", "quarterly"),
    ("number", "the net profit of the yard", "the net revenue of the yard", "revenue", "profit"),
    ("negation", "where prices went up in the harbor", "where prices went down in the harbor", "down", "up"),
    ("negation", "where the gap is widening by the day", "where the gap is closing by the day", "closing", "widening"),
    ("negation", "after the ferry was suspended at noon", "after the ferry resumed at noon", "resumed", "suspended"),
)


def _examined(original: str, rewrite: str) -> Examination:
    frame = "Port Halden heard on Friday of the talks {}, the Norvane Gazette wrote.\n"
    return examination(frame.format(original), frame.format(rewrite))


def _all(original: str, rewrite: str) -> list[Change]:
    examined = _examined(original, rewrite)
    return [change for check in _FOUND_BY for change in replaced(examined, check)]


@pytest.mark.parametrize(("reason", "original", "rewrite"), QUIET, ids=[one[0] for one in QUIET])
def test_stays_silent(reason: str, original: str, rewrite: str) -> None:
    assert not _all(original, rewrite), reason


@pytest.mark.parametrize(("check", "original", "rewrite", "new", "old"), FIRING, ids=[one[3] for one in FIRING])
def test_tells_both_words(check: str, original: str, rewrite: str, new: str, old: str) -> None:
    examined = _examined(original, rewrite)
    (change,) = _all(original, rewrite)
    assert change.check == check
    assert change.span.of(examined.rewrite.document.plain) == new
    assert change.witness is not None
    assert change.witness.span.of(examined.sources[0].document.plain) == old


def test_says_nothing_of_the_same_text() -> None:
    text = "where prices went up in the northern harbor before the winter"
    assert not _all(text, text)


def test_families_name_a_check_and_no_wording_twice() -> None:
    for family in load("rivals")["family"]:
        assert family["check"] in {check.id for check in CHECKS}
        assert set(family) <= {"check", "words", "before", "lone"}
        wordings = [wording.strip() for line in family.get("words", family.get("lone")) for wording in line.split(",")]
        assert len(wordings) == len(set(wordings)) > 1
