"""quote-fabricated: narration or indirect speech inside quotation marks. All stories are fiction."""

from __future__ import annotations

import pytest

from derive.model import Severity
from tests.checks.cases import changes

SOURCE = """Reservoir report faults the water board

The water board of Ostmark Valley ignored three warnings about the Brenna dam, a report said on
Tuesday.

Engineer Ilse Varga said the north wall had been leaking since March and that nobody had measured
the pressure for weeks.

"Nobody came down here to look," Varga told the inquiry. She described the board's manner as
"breezy".

The board's chairman, Piet Hallam, denied that the leak was dangerous. The film Deep Water Rising
is set in the valley, and people there speak of the night of the sirens.

His statement read: We are sorry for the worry that this has caused.

Hallam: We should have called the engineers in May.

"No vamos a ceder," said a guest from Almera (we will not give in).
"""

QUIET = [
    ("the original quotes it", "“Nobody came down here to look,” Varga said."),
    ("a part of what the original quotes", "Varga said that “nobody came down here”."),
    ("indirect speech stays indirect", "Varga said the north wall had been leaking since March."),
    ("narration word for word, without marks", "The water board ignored three warnings about the Brenna dam."),
    ("one word that the original uses", "The “leak” was small, he said."),
    ("two words that the original uses", "The “three warnings” were filed away."),
    ("three words that the original uses", "The “Brenna dam leak” was small, he said."),
    ("the title of a film", "The film “Deep Water Rising” is set there."),
    ("the title of a film in single marks", "The film ‘Deep Water Rising’ is set there."),
    ("one word that the original quotes", "The board was “breezy”, she said."),
    ("a statement printed without marks", "“We are sorry for the worry that this has caused,” his statement read."),
    ("a labelled answer", "“We should have called the engineers in May,” Hallam said."),
    ("a translation in brackets", "“We will not give in,” said a guest from Almera."),
]

FIRING = [
    (
        "indirect speech turned direct",
        "“The north wall has been leaking since March,” Varga said.",
        "the north wall had been leaking since March",
    ),
    (
        "a denial in a fragment",
        "The chairman “denied the leak was dangerous”, he said.",
        "denied that the leak was dangerous",
    ),
    ("three words of narration", "Varga said nobody had “measured the pressure” there.", "measured"),
    ("indirect speech cut", "Varga said it “had been leaking since March”.", "had been leaking since March"),
    (
        "narration word for word",
        "The board “ignored three warnings about the Brenna dam”, the report said.",
        "ignored three warnings about the Brenna dam",
    ),
    (
        "a denial",
        "“The leak was not dangerous,” said the chairman, Piet Hallam.",
        "the leak was dangerous",
    ),
    (
        "reworded",
        "“Since March the north wall has leaked and for weeks nobody measured its pressure,” Varga said.",
        "since March",
    ),
    (
        "of the document",
        "“The water board ignored three warnings,” the report says.",
        "water board",
    ),
]


def rewrite(sentence: str) -> str:
    return f"""Dam report blames board

The water board of Ostmark Valley ignored three warnings about the dam.

{sentence}

Engineer Ilse Varga spoke to the inquiry and the chairman, Piet Hallam, denied danger.
"""


@pytest.mark.parametrize(("why", "sentence"), QUIET, ids=[why for why, _ in QUIET])
def test_quiet(why: str, sentence: str) -> None:
    assert changes(SOURCE, rewrite(sentence), check="quote-fabricated") == []


@pytest.mark.parametrize(("why", "sentence", "theirs"), FIRING, ids=[why for why, *_ in FIRING])
def test_fires_once_and_points_at_the_narration(why: str, sentence: str, theirs: str) -> None:
    text = rewrite(sentence)
    (found,) = changes(SOURCE, text, check="quote-fabricated")
    assert found.severity is Severity.ERROR
    assert found.span.of(text) in sentence
    assert found.witness is not None
    assert theirs in found.witness.span.of(SOURCE)


def test_a_second_original_that_quotes_it_silences_it() -> None:
    text = rewrite("“The north wall has been leaking since March,” Varga said.")
    other = 'Dam news\n\n"The north wall has been leaking since March," Varga told the radio.\n'
    assert changes(SOURCE, text, check="quote-fabricated", others=[other]) == []


def test_an_original_that_has_lost_its_marks_is_no_witness() -> None:
    stripped = """Market news

We dont have a stall this year, said Ana Brandvik. The market isnt what it was in my day.

The town hall said it would look at the rents again before the spring.
"""
    text = "Market news\n\n“The market isn’t what it was in my day,” Ana Brandvik said.\n\nRents will be looked at.\n"
    assert changes(stripped, text, check="quote-fabricated") == []


def test_identical_articles_are_silent() -> None:
    assert changes(SOURCE, SOURCE, check="quote-fabricated") == []
