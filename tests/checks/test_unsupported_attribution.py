"""unsupported-attribution: a statement that no original has. All stories are fiction."""

from __future__ import annotations

import pytest

from derive.model import Severity
from tests.checks.cases import changes, examination

SOURCE = """Norvane shuts the ferry terminal in Port Halden

PORT HALDEN - The Norvane Ministry closed the old ferry terminal on Monday after divers found
cracks in the quay.

Harbour master Marta Lindqvist said passengers could not be let over a broken quay. She wants
the repair to begin in May.

Erik Ostrand, leader of the Port Union, said dockers might strike before the end of the month.

Four hundred passengers use the terminal each day. The repair will cost 12 million crowns.
"""

RETOLD = """The old ferry terminal in Port Halden was closed on Monday by the Norvane Ministry after cracks
were found in the quay by divers.

Marta Lindqvist, the harbour master, said passengers could not be let over a broken quay. She
wants repair to begin in May.

Dockers might strike before the end of the month, said Erik Ostrand, who leads the Port Union.

The terminal is used by four hundred passengers each day. It will cost 12 million crowns to
repair.

"""

QUIET = [
    ("a word that stands for the sentence before", "Plenty of passengers thought so too, Lindqvist said."),
    ("the statement itself", "Lindqvist said passengers could not be let over a broken quay."),
    ("the statement in other words", "Lindqvist said a broken quay was no place for passengers."),
    (
        "the statement of somebody else: attribution's business",
        "Lindqvist said dockers might strike before the month ends.",
    ),
    ("what the narration tells", "Lindqvist said four hundred passengers used the terminal each day."),
    ("a quotation: unsupported-quote's business", "“Nobody told the crews about the survey,” Lindqvist said."),
    ("nobody in particular", "Experts say the whole coast is sinking by a hair every winter."),
    ("a figure: the figures' business", "Lindqvist put the loss of the whole summer season at 90 million crowns."),
    ("what a sentence shows", "The quay is closed, underscoring how little was spent on lighthouses and fog horns."),
    ("no statement", "Lindqvist was born in Tormo and learned to sail from her uncle."),
    ("a speaker that cannot be told", "They said the whole coast was sinking by a hair every winter."),
]


@pytest.mark.parametrize(("reason", "added"), QUIET, ids=[reason for reason, _ in QUIET])
def test_silent_where_an_original_has_it_or_nobody_can_be_asked(reason: str, added: str) -> None:
    """Support in any form silences."""
    assert changes(SOURCE, RETOLD + added, check="unsupported-attribution") == [], reason


def test_silent_in_the_own_reporting_of_a_brief() -> None:
    """A story of one's own that lifts a sentence may quote whom it likes."""
    own = " ".join(f"Baker number {n} kneads dough before sunrise and sweeps the yard with a broom." for n in range(30))
    brief = (
        own + "\n\nDivers found cracks in the quay.\n\n" + own + "\n\nBaker Ida Holm said flour was dear this winter."
    )
    assert changes(SOURCE, brief, check="unsupported-attribution") == []


FIRING = [
    ("Lindqvist warned that the lighthouse would be sold to a hotel chain.", "Lindqvist warned"),
    ("Ostrand promised free coffee for every sailor on the northern route.", "Ostrand promised"),
    ("The Port Union demanded that the lighthouse be sold.", "The Port Union demanded"),
    ("Both Lindqvist and Ostrand urged Tormo to lower its fishing fees.", "Both Lindqvist and Ostrand urged"),
    ("The mayor's office said the lighthouse would be painted red.", "The mayor's office said"),
    ("The county sheriff said the lighthouse would be painted red.", "The county sheriff said"),
    ("The lighthouse will be sold to a hotel chain, according to Lindqvist.", "according to Lindqvist"),
]


@pytest.mark.parametrize(("added", "mine"), FIRING)
def test_words_that_nobody_said_are_found(added: str, mine: str) -> None:
    """One warning on speaker and cue, without a witness."""
    (change,) = changes(SOURCE, RETOLD + added, check="unsupported-attribution")
    assert change.span.of(examination(SOURCE, RETOLD + added).rewrite.document.plain) == mine
    assert change.severity is Severity.WARNING
    assert change.witness is None


def test_a_clause_hung_on_to_a_faithful_sentence_is_found() -> None:
    """The link of the sentence is for its other words."""
    hung = RETOLD + (
        "Four hundred passengers use the terminal each day, and the palace said the lighthouse would be painted red."
    )
    (change,) = changes(SOURCE, hung, check="unsupported-attribution")
    assert change.value == "the palace said"


def test_a_sentence_is_reported_once() -> None:
    """Further statements of the sentence are the same invention."""
    added = "Lindqvist warned that the lighthouse would be sold, adding that a hotel chain had made an offer."
    assert len(changes(SOURCE, RETOLD + added, check="unsupported-attribution")) == 1


def test_a_second_original_that_has_the_statement_silences() -> None:
    """Any original supports."""
    added = "Lindqvist warned that the lighthouse would be sold to a hotel chain."
    other = "Marta Lindqvist warned on Tuesday that the old lighthouse would be sold to a hotel chain."
    assert changes(SOURCE, RETOLD + added, check="unsupported-attribution", others=[other]) == []
