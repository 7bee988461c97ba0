"""attribution: a statement credited to somebody else. All stories are fiction."""

from __future__ import annotations

import pytest

from derive.model import Severity
from tests.checks.cases import changes, examination

SOURCE = """Norvane shuts the ferry terminal in Port Halden

PORT HALDEN - The Norvane Ministry closed the old ferry terminal on Monday after divers found
cracks in the quay.

"We cannot let four hundred passengers a day walk over a broken quay," said harbour master
Marta Lindqvist.

Erik Ostrand, leader of the Port Union, called the closure "a gift to the rival port of Tormo".
He warned that dockers could strike before the end of the month.

The coroner recommended stronger railings along the north mole, according to WKLD-TV.

The quay broke in two places but did not sink, according to the Directorate General of Harbours.

According to the Halden Post, the repair will cost 12 million crowns.

Police said two men had been arrested for cutting a cable at the gate.

Mayor Ann Lee opposed the closure and suggested that the town could pay for a temporary pier.

The terminal was built in 1931 and renewed after the great flood.

Forest officials said the timber for the new piles would come from the hills above Tormo.

The owner of the kiosk at the gate, Nils Berg, claimed the ministry had known of the cracks for
three years.
"""

QUIET = [
    (
        "a town is nobody: the pronoun is not read",
        "Tormo grew. “We cannot let four hundred passengers a day walk over a broken quay,” she said.",
    ),
    (
        "a role that two bear, and the pronoun after it",
        (
            "Harbour master Marta Lindqvist met harbour master Rosa Vidal. “We cannot let four hundred passengers a "
            "day walk over a broken quay,” the harbour master said."
        ),
    ),
    (
        "narration stands before a quotation without credit",
        (
            "Erik Ostrand called it “a gift to the rival port of Tormo”. The town talked of nothing else. "
            "“We cannot let four hundred passengers a day walk over a broken quay.”"
        ),
    ),
    ("an outlet reports what a speaker said", "The coroner said stronger railings were needed along the north mole."),
    (
        "a role and the body that has it",
        "The regulator, the Directorate General of Harbours, said the quay broke in two places but did not sink.",
    ),
    (
        "a surname but for a letter",
        "“We cannot let four hundred passengers a day walk over a broken quay,” Marta Mindqvist said.",
    ),
    ("surname and full name", "“We cannot let four hundred passengers a day walk over a broken quay,” Lindqvist said."),
    (
        "role for the name",
        "“We cannot let four hundred passengers a day walk over a broken quay,” the harbour master said.",
    ),
    (
        "pronoun for the name",
        "Marta Lindqvist defended the move. “We cannot let four hundred passengers a day walk,” she said.",
    ),
    (
        "quotation told in other words",
        "Marta Lindqvist, the harbour master, said passengers could not be let over a broken quay.",
    ),
    ("the union for its leader", "The Port Union called the closure “a gift to the rival port of Tormo”."),
    (
        "the union's leader for his name",
        "The union's leader warned that dockers could strike before the end of the month.",
    ),
    ("a wider word", "Officials said two men had been arrested for cutting a cable at the gate."),
    ("two words for the police", "Officers said two men were arrested for cutting a cable at the gate."),
    ("the paper without its name", "According to the newspaper, the repair will cost 12 million crowns."),
    ("another order", "The repair, the Halden Post reported, will cost 12 million crowns."),
    ("another verb", "The mayor, Ann Lee, proposed that the town pay for a temporary pier."),
    (
        "a misspelt name is no other person",
        "Eric Ostrand warned that dockers could strike before the end of the month.",
    ),
    ("told without a speaker", "Two men were arrested for cutting a cable at the gate."),
    ("a narration that goes on in the same voice", "Police said the cable at the gate had been cut."),
    ("a speaker that cannot be told", "They said the repair would cost 12 million crowns."),
    ("own reporting", "“I used to sell coffee there every morning,” said kiosk worker Ida Holm."),
    (
        "speech inside speech",
        "Ann Lee said that Erik Ostrand had called the closure “a gift to the rival port of Tormo”.",
    ),
    ("two who speak of one thing", "Nils Berg criticised the closure of the old ferry terminal."),
]


@pytest.mark.parametrize(("reason", "rewrite"), QUIET, ids=[reason for reason, _ in QUIET])
def test_silent_on_the_same_speaker(reason: str, rewrite: str) -> None:
    """Equivalence before difference."""
    assert changes(SOURCE, rewrite, check="attribution") == [], reason


def test_an_outlet_that_carries_the_words_is_no_other_speaker() -> None:
    original = "The mayor, Ann Lee, said — as told by the Halden Post — “the quay will never open to the public again”."
    retold = "She had said, according to the Halden Post, that “the quay will never open to the public again”."
    assert not changes(original, retold, check="attribution")


def test_a_role_in_capitals_before_a_name_is_no_name() -> None:
    original = "A Liberal Assemblywoman, Rosa Vidal, said: “The quay will never open to the public again.”"
    retold = "Rosa Vidal, a Liberal member of the Assembly, said: “The quay will never open to the public again.”"
    assert not changes(original, retold, check="attribution")


def test_one_word_in_common_is_no_origin() -> None:
    original = "The quay broke. Ann Lee explained, “By fencing the quay, he hides that the cable was cut by night.”"
    retold = "At last Norvane denied that it had been cut at all."
    assert not changes(original, retold, check="attribution")


def test_silent_on_the_article_itself() -> None:
    """No finding in a copy."""
    assert changes(SOURCE, SOURCE, check="attribution") == []


def test_a_second_original_that_supports_the_speaker_silences() -> None:
    """What any original credits to this speaker is no finding."""
    rewrite = "Ann Lee warned that dockers could strike before the end of the month."
    other = "Mayor Ann Lee warned on Tuesday that dockers could strike before the end of the month."
    assert len(changes(SOURCE, rewrite, check="attribution")) == 1
    assert changes(SOURCE, rewrite, check="attribution", others=[other]) == []


FIRING = [
    (
        "a quotation",
        "“We cannot let four hundred passengers a day walk over a broken quay,” said Erik Ostrand.",
        "said Erik Ostrand",
        "said harbour master Marta Lindqvist",
    ),
    (
        "part of a quotation",
        "Passengers could not “walk over a broken quay”, Ann Lee said.",
        "Ann Lee said",
        "said harbour master Marta Lindqvist",
    ),
    (
        "a quotation of few words",
        "Marta Lindqvist called the closure “a gift to the rival port”.",
        "Marta Lindqvist called",
        "Erik Ostrand, leader of the Port Union, called",
    ),
    (
        "indirect speech",
        "Marta Lindqvist warned that dockers could strike before the end of the month.",
        "Marta Lindqvist warned",
        "He warned",
    ),
    (
        "an outlet for an outlet",
        "According to Reuters, the repair will cost 12 million crowns.",
        "According to Reuters",
        "According to the Halden Post",
    ),
    (
        "an outlet for the police",
        "Reuters reported that two men had been arrested for cutting a cable at the gate.",
        "Reuters reported",
        "Police said",
    ),
    (
        "one service for another",
        "The fire service said two men had been arrested for cutting a cable at the gate.",
        "The fire service said",
        "Police said",
    ),
    (
        "an inverted speaker",
        "The repair will cost 12 million crowns, said the Norvane Ministry.",
        "said the Norvane Ministry",
        "According to the Halden Post",
    ),
    (
        "the spokesman of another body",
        "A spokesman for the Halberg bank called the closure “a gift to the rival port”.",
        "A spokesman for the Halberg bank called",
        "Erik Ostrand, leader of the Port Union, called",
    ),
    (
        "a name for a group that need not include it",
        "Marta Lindqvist said the timber for the new piles would come from the hills above Tormo.",
        "Marta Lindqvist said",
        "Forest officials said",
    ),
]


@pytest.mark.parametrize(("reason", "rewrite", "mine", "theirs"), FIRING, ids=[reason for reason, *_ in FIRING])
def test_another_speaker_is_found(reason: str, rewrite: str, mine: str, theirs: str) -> None:
    """One finding on speaker and cue, with the original's own speaker and cue for a witness."""
    (change,) = changes(SOURCE, rewrite, check="attribution")
    assert change.span.of(examination(SOURCE, rewrite).rewrite.document.plain) == mine, reason
    assert change.witness is not None
    assert " ".join(change.witness.span.of(SOURCE).split()) == theirs
    assert mine in change.message
    assert theirs in change.message


def test_narration_credited_to_somebody_is_a_warning() -> None:
    """The original's own voice is put into a mouth; the witness is its words."""
    rewrite = "The terminal was built in 1931 and renewed after the great flood, according to Marta Lindqvist."
    (change,) = changes(SOURCE, rewrite, check="attribution")
    assert change.severity is Severity.WARNING
    assert change.witness is not None
    assert "built in 1931" in change.witness.span.of(SOURCE)


CLAIM = """PORT HALDEN - The old ferry terminal closed on Monday after divers found cracks in the quay.

Kiosk owner Nils Berg claimed the ministry had known of the cracks in the quay for three years.

Police said two men had been arrested for cutting a cable at the gate.

According to the Halden Post, the repair of the terminal will cost 12 million crowns.
"""
DROPPED = "The ministry had known of the cracks in the quay for three years."
"""The kiosk owner's claim without the kiosk owner."""


def test_a_claim_told_as_a_fact_is_a_warning() -> None:
    """The credit is gone, and with it that it is one man's word."""
    (change,) = changes(CLAIM, DROPPED, check="attribution")
    assert change.severity is Severity.WARNING
    assert change.witness is not None
    assert change.witness.span.of(CLAIM) == "Kiosk owner Nils Berg claimed"


@pytest.mark.parametrize(
    ("reason", "rewrite"),
    [
        ("a word keeps it", "The ministry had reportedly known of the cracks in the quay for three years."),
        ("its speaker goes on", "Nils Berg accused the capital of lies, he said. " + DROPPED + " Nils Berg said so."),
        ("the police count", "Two men had been arrested for cutting a cable at the gate."),
        ("a figure with its source", "The repair of the terminal will cost 12 million crowns."),
    ],
)
def test_silent_where_the_credit_hangs_on_or_is_routine(reason: str, rewrite: str) -> None:
    """Reporters need not say "said" in every sentence."""
    assert changes(CLAIM, rewrite, check="attribution") == [], reason


def test_a_sure_contradiction_is_an_error() -> None:
    """Both speakers are read off their sentences."""
    (change,) = changes(SOURCE, "According to Reuters, the repair will cost 12 million crowns.", check="attribution")
    assert change.severity is Severity.ERROR


def test_a_swapped_speaker_and_its_pronouns_are_one_change() -> None:
    """What goes on with "he" is not reported again."""
    rewrite = (
        "Nils Berg called the closure “a gift to the rival port of Tormo”. "
        "He warned that dockers could strike before the end of the month."
    )
    assert len(changes(SOURCE, rewrite, check="attribution")) == 1


def test_two_speakers_exchanged_in_a_copy_are_both_found() -> None:
    """Each of the two statements has another speaker."""
    swapped = (
        SOURCE.replace("Marta Lindqvist", "X").replace("Erik Ostrand", "Marta Lindqvist").replace("X", "Erik Ostrand")
    )
    assert len(changes(SOURCE, swapped, check="attribution")) == 2


def test_the_finding_names_what_was_compared() -> None:
    """The value is the normal form that a waiver holds on to."""
    (change,) = changes(SOURCE, "According to Reuters, the repair will cost 12 million crowns.", check="attribution")
    assert change.value == "according to reuters"


def test_a_person_named_behind_the_body_that_she_directs() -> None:
    """The original's phrase may be read as the body; its words name the person."""
    source = (
        "The quay was closed on Monday. After the vote the director of Norvane's Harbour Watch, Mirela Bolk, said the "
        "council had “heard the demands of dockers and pilots”."
    )
    rewrite = (
        "The quay was closed on Monday. After the vote Mirela Bolk, who heads Harbour Watch in Norvane, said the "
        "council had “heard the demands of dockers and pilots”."
    )
    assert changes(source, rewrite, check="attribution") == []
