"""Hedges: which words are one, of what class, and what they govern. All sentences are fiction."""

from __future__ import annotations

import pytest

from derive.facts import hedges
from derive.facts.hedges import Hedge, HedgeClass, Weight
from derive.facts.lexicon import load
from derive.model import Article
from derive.text import read


def firm(text: str) -> list[Hedge]:
    return [one for one in hedges.find(read(Article("a", text))) if one.weight is Weight.FIRM]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge closed in May.",
        "On May 4 the bridge closed.",
        "The pilot could not be reached.",
        "He could see the fire from the quay.",
        "She said that it would rain.",
        "The group claimed responsibility for the blast.",
        "Danvik appeared in court on Monday.",
        "The crew will land as soon as possible.",
        "He was jailed without the possibility of parole.",
        "The suspect was arrested.",
        "The festival runs over the weekend.",
        "It was the most expensive ticket.",
        "They loved each other.",
        "Not only the bakers complained.",
    ],
)
def test_what_only_looks_like_a_hedge_is_none(text: str) -> None:
    assert firm(text) == []


@pytest.mark.parametrize(
    ("text", "words", "kind", "head"),
    [
        ("Danvik allegedly took bribes.", "allegedly", HedgeClass.ALLEGATION, "took"),
        ("The court heard of the alleged fraud.", "alleged", HedgeClass.ALLEGATION, "fraud"),
        ("He is accused of leaking plans.", "accused of", HedgeClass.ALLEGATION, "leaking"),
        ("Reportedly, the singer moved abroad.", "Reportedly", HedgeClass.REPORT, "singer"),
        ("The singer moved abroad, reportedly.", "reportedly", HedgeClass.REPORT, "abroad"),
        ("The sisters are said to have fled.", "are said to", HedgeClass.REPORT, "fled"),
        ("The driver is believed to have fled.", "is believed", HedgeClass.BELIEF, "fled"),
        ("The bridge may close.", "may", HedgeClass.MODALITY, "close"),
        ("The dust could be a danger.", "could be", HedgeClass.MODALITY, "danger"),
        ("It is possibly the oldest port.", "possibly", HedgeClass.MODALITY, "oldest"),
        ("The fire appears to have started inside.", "appears to", HedgeClass.MODALITY, "started"),
        ("It is one of the largest reefs.", "one of the", HedgeClass.QUANTIFIER, "largest"),
        ("The ferry usually leaves at noon.", "usually", HedgeClass.FREQUENCY, "leaves"),
        ("The bank plans to close branches.", "plans to", HedgeClass.INTENT, "close"),
        ("It is certainly the oldest port.", "certainly", HedgeClass.CERTAINTY, "oldest"),
    ],
)
def test_a_hedge_has_its_class_and_governs_what_it_holds_back(
    text: str, words: str, kind: HedgeClass, head: str
) -> None:
    (hedge,) = (one for one in firm(text) if one.kind is kind)
    assert hedge.text == words
    tokens = read(Article("a", text)).tokens
    assert text[tokens[hedge.governs[0]].start : tokens[hedge.governs[0]].end] == head


def test_a_relative_clause_between_subject_and_hedge_is_passed_over() -> None:
    text = "The dam, where 40 people live, was reportedly leaking, but the mayor was calm."
    (hedge,) = firm(text)
    tokens = read(Article("a", text)).tokens
    assert [tokens[at].norm for at in hedge.governs] == ["leaking", "dam"]


def test_hedges_come_in_text_order_and_know_their_words() -> None:
    text = "He may resign. Forty people were reportedly hurt, and some schools usually close."
    found = hedges.find(read(Article("a", text)))
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert all(one.text == one.span.of(text) for one in found)


def test_every_entry_of_the_lexicon_is_of_a_known_class_and_reach() -> None:
    for group in load("hedges")["hedge"]:
        assert HedgeClass(group["class"])
        assert Weight(group.get("weight", "firm"))
        assert group["reach"] in ("right", "clause", "noun")
        assert all(phrase == phrase.lower() for phrase in group["words"])


@pytest.mark.parametrize("word", ["may ", "reportedly, ", "one of the most "])
def test_a_long_repetition_is_read(word: str) -> None:
    hedges.find(read(Article("a", (word * (100_000 // len(word))).strip() + ".")))
