"""unsupported-quote: a quotation that no original has. All stories are fiction."""

from __future__ import annotations

import pytest

from derive.model import Severity
from tests.checks.cases import changes

SOURCE = """Bakers of Port Halden end their strike

The bakers of Port Halden ended a strike of nine days on Friday after the guild offered a rise of
four percent.

"We are tired and we are glad," said Jonas Pell, who leads the union. He thanked the customers.

Guild master Edda Rasmus said the offer would not be improved. "This is the last loaf on the
table," she said.

About 200 bakers had stopped work over pay and night hours. The mayor stayed out of the dispute.
"""

RETOLD = """Bakers end strike

The bakers of Port Halden ended a nine-day strike on Friday after the guild offered them four percent.

{sentence}

About 200 bakers had stopped work over pay and night hours.
"""

QUIET = [
    ("the original has it", "“We are tired and we are glad,” said Jonas Pell, the union leader."),
    ("a part of it", "Pell said they were “tired” and “glad”."),
    ("altered is another check's", "“We are tired and we are proud,” said Jonas Pell, the union leader."),
    ("made of narration is another check's", "“The offer would not be improved,” said Edda Rasmus, the guild master."),
    ("a scare quote of one word", "The “doughnut” dispute was over."),
    ("a title", "The strikers sang “Rise Up With Us Tonight” in the square."),
    ("no quotation", "The bakers went home and slept."),
]


@pytest.mark.parametrize(("why", "sentence"), QUIET, ids=[why for why, _ in QUIET])
def test_quiet(why: str, sentence: str) -> None:
    assert changes(SOURCE, RETOLD.format(sentence=sentence), check="unsupported-quote") == []


FIRING = [
    (
        "given to someone whom the original quotes",
        "“Nobody should have to choose between sleep and rent,” Pell said.",
        Severity.ERROR,
    ),
    ("given to somebody new", "“The smell of the ovens is back,” said a neighbour.", Severity.WARNING),
    ("in two sentences", "“The smell is back. My street lives again,” said a neighbour.", Severity.WARNING),
]


@pytest.mark.parametrize(("why", "sentence", "severity"), FIRING, ids=[why for why, *_ in FIRING])
def test_fires_once(why: str, sentence: str, severity: Severity) -> None:
    (found,) = changes(SOURCE, RETOLD.format(sentence=sentence), check="unsupported-quote")
    assert found.severity is severity
    assert found.witness is None
    assert found.span.of(RETOLD.format(sentence=sentence)) in sentence


OWN = """A town and its ovens

The lighthouse keeper rowed over to fetch his bread. The island has no shop, no school and no doctor.

“I have eaten biscuits since my birthday,” said Olav Trane, the keeper, tying up his boat.

His lamp was fitted in the reign of a forgotten king and still turns by clockwork every evening.

Trane counts the herring boats, writes down the clouds and waters a single tomato plant.

The bakers of Port Halden ended a strike of nine days on Friday after the guild offered a rise of four percent.
"""


def test_own_reporting_keeps_its_quotes() -> None:
    assert changes(SOURCE, OWN, check="unsupported-quote") == []


def test_what_the_paper_was_told_is_own_reporting() -> None:
    sentence = "“The smell of the ovens is back,” a neighbour told this newspaper."
    assert changes(SOURCE, RETOLD.format(sentence=sentence), check="unsupported-quote") == []


def test_another_original_supports_it() -> None:
    sentence = "“Nobody should have to choose between sleep and rent,” Pell said."
    other = "Strike\n\n“Nobody should have to choose between sleep and rent,” Pell said on the quay.\n"
    assert changes(SOURCE, RETOLD.format(sentence=sentence), check="unsupported-quote", others=[other]) == []


def test_identical_articles_are_silent() -> None:
    assert changes(SOURCE, SOURCE, check="unsupported-quote") == []
