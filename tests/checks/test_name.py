"""The check `name`: silent on every honest form of a name, loud on another name and on another spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from derive.model import Severity
from tests.checks.cases import changes, examination

# The rest of the story, so that the pair is a rewrite and the sentence under test is one of several.
_REST = (
    "The ferry service between the two towns has been closed since the winter storms damaged the pier. "
    "Repairs are expected to cost four million crowns and to last until the end of the summer."
)


_LINES = [
    [part.strip().replace("\\n", "\n") for part in line.split("|")]
    for line in Path(__file__).with_name("name_pairs.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
QUIET = [(why, source, rewrite) for why, source, rewrite, words in _LINES if not words]
FIRING = [(why, source, rewrite, words) for why, source, rewrite, words in _LINES if words]


def found(source: str, rewrite: str) -> list[tuple[str, Severity]]:
    got = changes(f"{source} {_REST}", f"{rewrite} {_REST}", check="name")
    rewritten = f"{rewrite} {_REST}"
    return [(one.span.of(rewritten), one.severity) for one in got]


MISSPELT = [
    ("last letter dropped", "Mohan Krishnar", "Mohan Krishna"),
    ("letter swapped", "Jessie K. Liuvand", "Jessie K. Luivand"),
    ("short name swapped", "Jessie K. Liu", "Jessie K. Lui"),
    ("letter doubled", "Brady Haran", "Brady Harran"),
    ("letter halved", "Kevin Connolly", "Kevin Conolly"),
    ("s added", "Ada Griffith", "Ada Griffiths"),
    ("vowel", "George Weidler", "George Weidner"),
    ("first name swapped", "Kristen Welkin", "Kirsten Welkin"),
    ("first name, one vowel", "Kyoko Kimbara", "Kyoka Kimbara"),
    ("hyphened", "Paul Min-Hyung Park", "Paul Ming-Hyun Park"),
    ("rare surname", "Ilse Khoslava", "Ilse Kholsava"),
    ("letter lost inside", "Marta Lindqvist", "Marta Lindqist"),
    ("k for q", "Marta Lindqvist", "Marta Lindkvist"),
    ("two letters", "Tomasz Wojciechowski", "Tomasz Wojcieckowsky"),
    ("c for ck", "Otto Beckmann", "Otto Becmann"),
    ("double s", "Rosa Vellas", "Rosa Vellass"),
    ("y for i", "Simon Tarnoviq", "Symon Tarnoviq"),
    ("i before e", "Anton Riedlinger", "Anton Reidlinger"),
]  # fmt: skip


def test_the_tables_are_no_smaller_than_promised() -> None:
    assert len(QUIET) >= 60
    assert len(FIRING) + len(MISSPELT) + len(PLACES) >= 60


@pytest.mark.parametrize(("why", "source", "rewrite"), QUIET, ids=[one[0] for one in QUIET])
def test_is_quiet_on(why: str, source: str, rewrite: str) -> None:
    assert found(source, rewrite) == [], why


@pytest.mark.parametrize(("why", "source", "rewrite", "words"), FIRING, ids=[one[0] for one in FIRING])
def test_reports_another_name(why: str, source: str, rewrite: str, words: str) -> None:
    assert [text for text, _ in found(source, rewrite)] == [words], why


@pytest.mark.parametrize(("why", "right", "other"), MISSPELT, ids=[one[0] for one in MISSPELT])
def test_warns_of_another_spelling(why: str, right: str, other: str) -> None:
    source = f"The report on the pier was written by {right} for the council."
    rewrite = f"It was {other} who wrote the report on the pier for the council."
    assert found(source, rewrite) == [(other, Severity.WARNING)], why


PLACES = [
    ("town", "Tarnograd", "Tarongrad"), ("body", "Harland Institute", "Harlnad Institute"),
    ("company", "Orrinberg Motors", "Orinberg Motors"), ("country", "Slovenia", "Slovinia"),
    ("lake", "Lake Tarnholm", "Lake Tarnhom"), ("state", "Massachusetts", "Massachussetts"),
    ("paper", "Halden Herald", "Haldne Herald"), ("island", "Vellasund", "Velassund"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "right", "other"), PLACES, ids=[one[0] for one in PLACES])
def test_warns_of_another_spelling_of_a_place_or_body(why: str, right: str, other: str) -> None:
    source = f"Engineers from {right} looked at the pier on Friday."
    rewrite = f"On Friday the pier was looked at by engineers from {other}."
    assert found(source, rewrite) == [(other, Severity.WARNING)], why


def test_a_spelling_is_reported_once() -> None:
    source = "Marta Lindqvist opened the bridge. The council thanked Lindqvist for it."
    rewrite = "Marta Lindkvist opened the bridge. The council thanked Marta Lindkvist for it."
    assert len(found(source, rewrite)) == 1


def test_never_says_which_spelling_is_right() -> None:
    (change,) = changes(
        f"Marta Lindqvist opened the bridge. {_REST}", f"Marta Lindkvist opened the bridge. {_REST}", check="name"
    )
    assert change.message == '"Marta Lindkvist": spelling differs, the original has "Marta Lindqvist"'


def test_points_at_the_words_of_the_original() -> None:
    source = f"The bridge was opened by Marta Lindqvist. {_REST}"
    (change,) = changes(source, f"The bridge was opened by Edda Holm. {_REST}", check="name")
    assert change.witness is not None
    assert change.witness.span.of(source) == "Marta Lindqvist"


def test_a_second_original_that_has_the_name_is_support() -> None:
    source = f"The bridge was opened by Marta Lindqvist. {_REST}"
    rewrite = f"The bridge was opened by Edda Holm. {_REST}"
    other = "The bridge across the sound was opened by Edda Holm, a doctor."
    assert changes(source, rewrite, check="name", others=(other,)) == []


def test_an_article_held_against_itself_has_no_finding() -> None:
    text = " ".join(source for _, source, _ in QUIET)
    assert changes(text, text, check="name") == []


def test_the_pairs_under_test_are_linked() -> None:
    """Else silence would prove nothing."""
    for _, source, rewrite in QUIET:
        one = examination(f"{source} {_REST}", f"{rewrite} {_REST}")
        assert any(one.linked(sentence) for sentence in one.sentences)
