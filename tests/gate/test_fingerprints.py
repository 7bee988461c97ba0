"""A fingerprint holds on to content: edits elsewhere leave it alone, another fact makes another."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from derive.model import Article
from derive.pipeline import compare

# Each line: a sentence of the source, and how the draft tells it. The first is the one that changed.
FACT = "The port of Halden lost {} cranes in the storm, harbour master Marta Lindqvist said."
REST = (
    "Ferries to Southmark will not sail before Friday, the shipping office announced.",
    "The Norvane Ministry of Transport promised to pay for new rails along the eastern quay.",
    "Fishermen of Ostra Bay brought blankets and soup to the stranded passengers.",
    "An inspection of the rusted bolts had been put off again and again by the owner.",
    "Dock workers’ leader Piet Arling called for a public inquiry into the accident.",
    "The grain terminal went on loading as if nothing had happened.",
    "Schools along the waterfront stayed closed because of broken windows.",
    "The lighthouse keeper of Kelder Point measured the strongest gust.",
    "Insurers sent their assessors to the breakwater at first light.",
    "A choir sang in the chapel of Marrick to thank the rescue crews.",
)
EDITS = ("Nobody wanted to guess how long that would take.", "Traders in Tolvane shrugged.", "Gulls circled overhead.")


def draft(number: int, rest: tuple[str, ...] | list[str]) -> Article:
    """A draft with the changed fact in its middle."""
    return Article("draft", "\n\n".join(["Cranes fall", *rest[:4], FACT.format(number), *rest[4:]]))


SOURCE = Article("wire", "\n\n".join(["Storm at the port", FACT.format(12), *REST]))


def prints(article: Article) -> set[str]:
    """The fingerprints of the number findings."""
    (entry,) = compare([SOURCE], article).examined
    return {one.fingerprint for one in entry.findings if one.check == "number"}


@settings(max_examples=20, deadline=None)
@given(st.integers(13, 99), st.integers(0, 2**32))
def test_edits_elsewhere_keep_it(number: int, seed: int) -> None:
    """Three of ten other sentences rewritten, dropped or moved, others added in front."""
    before = prints(draft(number, REST))
    assert len(before) == 1
    chance = random.Random(seed)
    rest = list(REST)
    for at in chance.sample(range(len(rest)), 3):
        rest[at] = chance.choice((rest[at].upper(), "", rest[at] + " " + chance.choice(EDITS), chance.choice(EDITS)))
    chance.shuffle(rest)
    assert prints(draft(number, [one for one in rest if one])) == before


@settings(max_examples=20, deadline=None)
@given(st.integers(13, 99), st.integers(13, 99))
def test_another_fact_makes_another(number: int, other: int) -> None:
    """Another value in the draft, or in the source: a waiver of the old one must not hold."""
    assert (prints(draft(number, REST)) == prints(draft(other, REST))) == (number == other)
