"""The check `unsupported-number`: quiet first."""

from __future__ import annotations

import pytest

from derive.model import Severity
from tests.checks.cases import changes

_FRAME = "The port of Halden lies on the Norvane coast. Its harbour master is Marta Lindqvist."


def unsupported(source: str, rewrite: str, *others: str) -> list[str]:
    """The words that are reported."""
    text = f"{_FRAME} {rewrite}"
    originals = [f"{_FRAME} {other}" for other in others]
    found = changes(f"{_FRAME} {source}", text, check="unsupported-number", others=originals)
    assert all(one.severity is Severity.WARNING and one.witness is None for one in found)
    return [one.span.of(text) for one in found]


QUIET = [
    (
        "A thief can be sent to prison for up to 12 years in Norvane.",
        "No thief in Norvane can be sent to prison for more than 12 years.",
        "a length with its bound denied",
    ),
    (
        "Seven of the nine members voted for the cut and two wanted no change.",
        "The members split 7-2 over the cut.",
        "the two sides of a vote, counted",
    ),
    (
        "At least three quarters of the 50 guilds would have to agree to it.",
        "At least 38 of the 50 guilds would have to agree to it.",
        "a share of a whole that is told too",
    ),
    ("Seven towns bid for the office and Halden won.", "Halden won the office and beat six rivals.", "all but one"),
    (
        "Tonga, Fiji, the Norvane Isles and Samoa had outbreaks.",
        "There were outbreaks in parts of Tonga, in Fiji, on the isles and, the latest of the four, in Samoa.",
        "a figure that points back",
    ),
    ("It was the 70th anniversary of the port.", "It was seventy years to the day since the port opened.", "a jubilee"),
    (
        "She got 75 percent of the votes and he 25 percent.",
        "She got 75 percent of the votes, he 25.",
        "a unit left out",
    ),
    ("Nobody slept in the port that night.", "Nobody slept until the clock struck twelve that night.", "a clock"),
    ("The guilds ask for 6.5 percent; the port offers 4.2 percent.", "They are 2.3 points apart.", "points between"),
    ("Twelve boats sank off the coast in the storm.", "In the storm 12 boats sank off the coast.", "the same figure"),
    (
        "The divers reached the wreck at dawn.",
        "The two divers reached the wreck at dawn.",
        "a small count may point back",
    ),
    ("Two women and a man were hurt on the pier.", "Three people were hurt on the pier.", "a sum"),
    (
        "It sold 120 boats in May, up from 80 in April.",
        "It sold 120 boats in May, 40 more than in April.",
        "a difference",
    ),
    ("It sold 120 boats in May, up from 80 in April.", "It sold 120 boats in May, a rise of 50 percent.", "a ratio"),
    (
        "There were 70 people on the ferry, eight of them sailors.",
        "On the ferry were 62 passengers and eight sailors.",
        "the parts that the sentence tells make up the original's whole",
    ),
    (
        "The mine has twelve shafts. Nine of the shafts were flooded.",
        "Three-quarters of the shafts were flooded.",
        "a share of a whole that another sentence tells",
    ),
    ("The ring is of 18-karat gold.", "The ring is of 18-carat gold.", "a UK spelling"),
    (
        "Support for the port was 48 percent.",
        "Support for the port was 48 percent; 52 percent were against.",
        "the rest",
    ),
    ("Lindqvist, Oduya, Marsh and Vale left the board.", "Four members left the board.", "the length of a list"),
    ("The crane cost €5 million.", "The crane cost €5 million ($5.4 million).", "a conversion of money"),
    ("The port was the oldest on the coast.", "The port was the first on the coast.", "first to third"),
    (
        "Many boats sank off the coast in the storm.",
        "Dozens of boats sank off the coast in the storm.",
        "vague plurals",
    ),
    ("The jet landed at Halden.", "The Boeing 737 landed at Halden.", "a number in a name"),
    (
        "The strike began on May 3, 2019 and ended on May 24, 2019.",
        "The strike, which ended on May 24, 2019, took three weeks.",
        "the time between two dates",
    ),
    (
        "Marsh won the race in 2:20:51 and Oduya came second in 2:20:55.",
        "Oduya came second in the race, four seconds behind Marsh.",
        "the difference of two times",
    ),
    ("She spent a week-long holiday on the pier.", "She spent seven days on the pier.", "a week-long stay"),
    (
        "The party finished its fourth month in a row at the top.",
        "The party has been at the top for four months.",
        "a fourth month makes four",
    ),
    ("His wife, four decades his junior, spoke.", "His wife, 40 years younger, spoke.", "decades in years"),
    ("Halden beat Calder 43-5 on the pier.", "Halden beat Calder by 38 points on the pier.", "the margin of a score"),
]

FIRING = [
    ("The song reached the charts in Norvane.", "The song spent 27 weeks in the charts in Norvane.", "27 weeks"),
    (
        "The jet landed at Halden and took Lindqvist to the port.",
        "The jet landed at Halden and 40 minutes later took Lindqvist to the port.",
        "40 minutes later",
    ),
    (
        "Divers counted mooring rings in the basin.",
        "Divers counted at least 17 mooring rings in the basin.",
        "at least 17 mooring rings",
    ),
    ("Tomas Oduya broke the news to the sailors.", "Tomas Oduya, 78, broke the news to the sailors.", "78"),
    (
        "She won most of the ballots in the harbour election.",
        "She won more than three quarters of the ballots in the harbour election.",
        "more than three quarters of the ballots",
    ),
    (
        "The main burst flooded the harbour quarter.",
        "The main burst flooded the harbour quarter and cost $40 million.",
        "$40 million",
    ),
    ("His party holds the majority in the council.", "His party holds 53 of the 100 seats in the council.", "53"),
]


@pytest.mark.parametrize(("source", "rewrite", "reason"), QUIET)
def test_it_is_silent_on(source: str, rewrite: str, reason: str) -> None:
    assert unsupported(source, rewrite) == [], reason


@pytest.mark.parametrize(("source", "rewrite", "words"), FIRING)
def test_it_fires_on(source: str, rewrite: str, words: str) -> None:
    assert unsupported(source, rewrite) == [words]


def test_a_figure_of_another_original_is_supported() -> None:
    source, rewrite = "Boats sank off the coast in the storm.", "Seventeen boats sank off the coast in the storm."
    assert unsupported(source, rewrite) == ["Seventeen boats sank"]
    assert unsupported(source, rewrite, "The coast guard counted 17 boats that sank.") == []


def test_own_reporting_is_not_examined() -> None:
    source = "The ferry struck the pier at Halden on its way to Norvane. Its captain blamed the fog over the bay."
    own = "The cafe on the quay sold 340 pies. Its owner baked 40 more. A choir of 25 sang. Some 300 danced until late."
    assert unsupported(source, f"{source} {own * 2}") == []


_OWN = (
    "Farmers inland have other cares. The barley stands low after a dry spring. Prices at the mill have hardly moved.",
    "Few of them go down to the coast. Their sons drive lorries now, and come home on Sundays.",
)
_SOURCE = "Lindqvist said the quay was safe. Two cranes fell into the basin. Divers searched the wreck of a barge."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Wages in the valley rose by 4,300 crowns in a decade.", []),
        ("Farmer Ilse Brandt said wages had risen by 4,300 crowns.", []),
        ("Lindqvist said wages in the valley had risen by 4,300 crowns.", ["4,300 crowns"]),
    ],
    ids=[
        "own reporting",
        "from somebody whom no original knows",
        "put into the mouth of somebody whom the original names",
    ],
)
def test_a_figure_away_from_all_links(sentence: str, found: list[str]) -> None:
    """Own reporting is left alone; words put into a known mouth are not own reporting."""
    assert unsupported(_SOURCE, f"Two cranes fell into the basin. {_OWN[0]} {sentence} {_OWN[1]}") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The ferry sailed for Varby in the last 40 minutes.", []),
        ("The ferry for Varby sailed 40 minutes ahead of the storm.", []),
        ("The ferry sailed for Varby 40 minutes later.", ["40 minutes later"]),
    ],
    ids=["up to now", "a lead over somebody else", "of the events themselves"],
)
def test_a_length_of_time(sentence: str, found: list[str]) -> None:
    """A length that the writer works out is not told of the events."""
    assert (
        unsupported("The pilots came back. The ferry sailed for Varby.", f"The pilots came back. {sentence}") == found
    )
