"""The check `number`: quiet first."""

from __future__ import annotations

import pytest

from derive.model import Severity
from tests.checks.cases import changes

# Two sentences that every source and rewrite share, so that the pair is a derivation.
_FRAME = "The port of Halden lies on the Norvane coast. Its harbour master is Marta Lindqvist."


def number(source: str, rewrite: str, *others: str) -> list[tuple[str, str]]:
    """The findings as (words of the rewrite, message)."""
    text = f"{_FRAME} {rewrite}"
    found = changes(f"{_FRAME} {source}", text, check="number", others=[f"{_FRAME} {other}" for other in others])
    return [(one.span.of(text), one.message) for one in found]


QUIET = [
    ("The ships brought 8,000 containers.", "The ships brought eight thousand containers.", "words for figures"),
    (
        "Lindqvist admits receiving $250,000 to $300,000 in gifts from a shipper.",
        "Lindqvist admits that she took from $250,000 to $300,000 in gifts from a shipper.",
        "a range told with from and to",
    ),
    ("The ships brought 8,000 containers.", "The ships brought 8K containers.", "a headline's short form"),
    ("The bridge cost $59 billion.", "The bridge cost $59bn.", "house style of a magnitude"),
    ("The bridge cost $59 billion.", "The bridge cost US$59bn.", "whose dollar is open"),
    ("The bridge cost nearly half a million dollars.", "The bridge cost almost $500,000.", "a fraction of a magnitude"),
    ("It handled 7,950 boats last year.", "It handled nearly 8,000 boats last year.", "rounding that says so"),
    ("It handled 7,950 boats last year.", "It handled 8,000 boats last year.", "a correct rounding"),
    ("It handled 8,240 boats last year.", "It handled more than 8,000 boats last year.", "an honest floor"),
    ("The pier is 75 feet long.", "The pier is 23 metres long.", "a conversion to a round figure"),
    ("The island lies 120 miles away.", "The island lies about 195 km away.", "a conversion that says about"),
    ("It was 38 degrees Celsius on the pier.", "It was 100 degrees Fahrenheit on the pier.", "another scale"),
    ("A quarter of the sailors fell ill.", "Twenty-five percent of the sailors fell ill.", "a share as percent"),
    ("Some 84% of the sailors fell ill.", "More than four in five sailors fell ill.", "a share below the figure"),
    ("Harbour fees doubled in May.", "Harbour fees rose 100 percent in May.", "a multiple as percent"),
    ("At least 40 goats escaped.", "Forty goats escaped.", "a dropped bound is hedge's"),
    ("Two women and a man were hurt.", "Three people were hurt.", "a sum"),
    ("Of the 33 sailors, five were saved.", "The other 28 sailors were not saved.", "a remainder"),
    ("Lindqvist, Oduya and Marsh resigned.", "The three resigned.", "the length of a list"),
    ("The court ruled 5-4 for the port.", "By five votes to four the court ruled for the port.", "a vote in words"),
    ("Lindqvist, 34, runs the port.", "The 34-year-old Lindqvist runs the port.", "an age in another form"),
    ("A dozen boats sank near the port.", "Twelve boats sank near the port.", "a dozen"),
    ("It paid Rs 5 crore for the crane.", "It paid 50 million rupees for the crane.", "crore"),
    ("Dozens of boats sank.", "Scores of boats sank.", "vague plurals that overlap"),
    ("Some 45 boats sank.", "Dozens of boats sank.", "a vague plural for its figure"),
    ("Forty men and 60 women work there.", "Sixty women and 40 men work there.", "another order"),
    ("It takes between 10 and 15 pilots.", "It takes 10-15 pilots.", "a range"),
    ("An F-16 flew over the 12 boats.", "A fighter flew over the 12 boats.", "a number in a name"),
    (
        "A captain needs at least 15 votes to lead the guild.",
        "No captain with fewer than 15 votes can lead the guild.",
        "the other bound, denied",
    ),
    (
        "She served two terms in the council in addition to her five terms in the guild.",
        "She served seven terms in all, two of them in the council.",
        "a sum that tells one of its parts",
    ),
    (
        "Dahl scored on 57 minutes in the rain.",
        "Dahl scored in the 57th minute in the rain.",
        "an ordinal for a length",
    ),
    ("It hopes for growth of 0-1% this year.", "It hopes for growth of 1% at best this year.", "the end of a range"),
    (
        "The blast killed nine people and injured 50 more.",
        "The blast left nine people dead and sent 50 to hospital.",
        "who died and who was hurt, in other words",
    ),
    (
        "Some 57 percent backed the plan while 28 percent opposed it.",
        "Some 28 percent opposed the plan while 57 percent were in favour.",
        "the two camps in another order",
    ),
    (
        "The margin narrowed by 3 percentage points to 4.5 percent.",
        "The margin shrank to 4.5 percent from 7.5 percent.",
        "what it was before the change",
    ),
]

FIRING = [
    ("The margin narrowed by 3 percentage points to 4.5%.", "The margin narrowed by 3 percent to 4.5%.", "3 percent"),
    ("One in five sailors is older than 65.", "One in five sailors is older than 60.", "older than 60"),
    (
        "It cost 318 million euros, up from 284 million.",
        "It cost 318 million euros, up from 284 billion.",
        "284 billion",
    ),
    ("She was the fourth person charged.", "She was the third person charged.", "third person charged"),
    ("The blast killed nine people and injured 50.", "The blast left 50 people dead.", "50 people"),
    (
        "The ships brought over 13,000 containers of shells.",
        "The ships brought over 1,000 containers of shells.",
        "over 1,000 containers",
    ),
    ("The island lies 139 km away.", "The island lies 139 miles away.", "139 miles"),
    ("The winner received C$10,000.", "The winner received US$10,000.", "US$10,000"),
    ("The bridge cost $59 million.", "The bridge cost $59 billion.", "$59 billion"),
    (
        "Particles under 2.5 micrometers pass the filter.",
        "Particles under 2.5 millimeters pass the filter.",
        "under 2.5 millimeters",
    ),
    ("Lindqvist, 34, runs the port.", "Lindqvist, 43, runs the port.", "43"),
    ("Halden beat Norvane 3-2 in the final.", "Halden beat Norvane 3-1 in the final.", "3-1"),
    ("It was the fourth storm of the year.", "It was the fifth storm of the year.", "fifth storm"),
    ("A quarter of the sailors fell ill.", "A third of the sailors fell ill.", "A third of the sailors"),
    ("Sixteen percent of the sailors are women.", "One in eight sailors is a woman.", "One in eight sailors"),
    ("Prices rose 3 percentage points.", "Prices rose 3 percent.", "3 percent"),
    ("Fees have doubled since May.", "Fees have tripled since May.", "tripled"),
    ("Hundreds of boats sank off the coast.", "Thousands of boats sank off the coast.", "Thousands of boats sank"),
    (
        "The yard has sold 39 out of 40 berths.",
        "The yard has sold all but two of the 40 berths.",
        "all but two of the 40 berths",
    ),
    (
        "It kills upwards of 100,000 seabirds a year.",
        "It kills up to 100,000 seabirds a year.",
        "up to 100,000 seabirds",
    ),
    ("Flight 214 landed at Halden.", "Flight 241 landed at Halden.", "Flight 241"),
    ("The record of 2:17:01 stands.", "The record of 2:17:10 stands.", "2:17:10"),
    ("It handled 7,950 boats last year.", "It handled more than 9,000 boats last year.", "more than 9,000 boats"),
    ("Two boats sank in the harbour.", "Three boats sank in the harbour.", "Three boats sank"),
]


@pytest.mark.parametrize(("source", "rewrite", "reason"), QUIET)
def test_it_is_silent_on(source: str, rewrite: str, reason: str) -> None:
    assert number(source, rewrite) == [], reason


@pytest.mark.parametrize(("source", "rewrite", "words"), FIRING)
def test_it_fires_on_the_figure_and_names_both_wordings(source: str, rewrite: str, words: str) -> None:
    found = number(source, rewrite)
    assert [one for one, _ in found] == [words]
    assert "the original has" in found[0][1]


@pytest.mark.parametrize("text", sorted({source for source, *_ in (*QUIET, *FIRING)}))
def test_identical_articles_are_silent(text: str) -> None:
    assert number(text, text) == []


def test_two_figures_that_changed_places_are_one_finding() -> None:
    found = number("Forty men and 60 women work there.", "Sixty men and 40 women work there.")
    assert [words for words, _ in found] == ["Sixty men and 40 women work"]
    assert "changed places" in found[0][1]


@pytest.mark.parametrize(
    ("source", "rewrite", "words"),
    [
        (
            "The blast killed nine people and injured at least 50 more.",
            "At least 50 people were killed in the blast and nine were injured.",
            "At least 50 people were killed in the blast and nine",
        ),
        (
            "A poll found that 57 percent supported the strike and 28 percent were against it.",
            "A poll found that 28 percent supported the strike and 57 percent were against it.",
            "28 percent supported the strike and 57 percent",
        ),
    ],
)
def test_figures_that_changed_places_between_what_they_tell(source: str, rewrite: str, words: str) -> None:
    assert [one for one, _ in number(source, rewrite)] == [words]


def test_the_note_of_a_correction_bears_out_no_figure() -> None:
    source = "(Corrects number of boats in second paragraph to 46, not 64)\n\nThe storm sank 46 boats."
    assert [words for words, _ in number(source, "The storm sank 64 boats.")] == ["64 boats"]


def test_an_equal_figure_for_something_else_is_no_excuse() -> None:
    source = "Four boats sank in the storm. Six divers searched the wrecks."
    found = number(source, "Six boats sank in the storm. Six divers searched the wrecks.")
    assert [words for words, _ in found] == ["Six boats sank"]


def test_a_second_original_that_has_the_figure_silences_it() -> None:
    source, rewrite = "Four boats sank in the storm.", "Six boats sank in the storm."
    assert number(source, rewrite) != []
    assert number(source, rewrite, "Six boats sank in the storm.") == []


def test_a_second_original_never_accuses_what_the_first_supports() -> None:
    source, rewrite = "Six boats sank in the storm off the coast.", "Six boats sank in the storm off the coast."
    assert number(source, rewrite, "Four boats sank in the storm off the coast.") == []
    apart = "The storm came at night. Nobody slept. In the end six boats were lost, the harbour master said."
    assert number(apart, rewrite, "Four boats sank in the storm off the coast.") == []


def test_the_witness_is_the_original_s_own_figure() -> None:
    source = f"{_FRAME} The ships brought over 13,000 containers of shells."
    rewrite = f"{_FRAME} The ships brought over 1,000 containers of shells."
    (found,) = changes(source, rewrite, check="number")
    assert found.witness is not None
    assert found.witness.span.of(source) == "over 13,000 containers"
    assert found.severity is Severity.ERROR
    assert found.message == '"over 1,000 containers" — the original has "over 13,000 containers"'
