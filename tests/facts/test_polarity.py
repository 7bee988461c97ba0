"""Polarity: what is denied, opposites, stations on a ladder. All sentences are fiction."""

from __future__ import annotations

import pytest

from derive.facts import polarity
from derive.facts.lexicon import load
from derive.facts.polarity import Polarity
from derive.facts.polarity.words import alike, key_of, keys
from derive.model import Article
from derive.text import read
from derive.text.words import forms


def denied(text: str) -> list[str]:
    return [
        one.text for one in polarity.find(read(Article("a", text))) if one.is_plain and one.polarity is Polarity.DENIED
    ]


def key(word: str) -> str:
    return key_of(*forms(word))


@pytest.mark.parametrize(
    "text",
    [
        "The crew landed.",
        "Not only the bakers complained.",
        "No fewer than 40 ships sailed.",
        "There is no doubt about it.",
        "The pump did not fail to start.",
        "No attack has been deadlier since 2012.",
        "The crew was not the same in Orvik.",
        "The uncle of the united team underwent surgery.",
    ],
)
def test_what_denies_nothing_outright_is_no_denial(text: str) -> None:
    assert denied(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The crew did not land.", "not land"),
        ("The crew didn't land.", "didn't land"),
        ("The crew has never landed.", "never landed"),
        ("The crew failed to land.", "failed to land"),
        ("The crew was unable to land.", "unable to land"),
        ("The crew refused to land.", "refused to land"),
        ("The crew has yet to land.", "yet to land"),
        ("The crew no longer lands there.", "no longer lands"),
        ("It landed without wheels.", "without wheels"),
        ("None of the wheels broke.", "None of the wheels"),
        ("The firm has no plans.", "no plans"),
        ("The study ruled out arson.", "ruled out arson"),
        ("The cases are unrelated.", "unrelated"),
        ("The strike was illegal.", "illegal"),
    ],
)
def test_a_negator_denies_the_next_word_of_content(text: str, words: str) -> None:
    assert words in denied(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prices rose in May.", "Prices fell in May."),
        ("Prices rose in May.", "Prices did not rise in May."),
        ("The house approved the bill.", "The house voted down the bill."),
        ("He is in custody.", "He is at large."),
        ("She was found guilty.", "She was found not guilty."),
        ("They voted for the tax.", "They voted against the tax."),
    ],
)
def test_opposites_stand_on_two_sides_of_one_pair(one: str, other: str) -> None:
    first, second = (
        {(p.key, p.polarity) for p in polarity.find(read(Article("a", text))) if p.key.startswith("axis")}
        for text in (one, other)
    )
    assert any((name, side) for name, side in first for rival, against in second if name == rival and side != against)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("won", "wins"),
        ("rose", "rising"),
        ("shortened", "short"),
        ("seventeen", "17"),
        ("1.1bn", "1.1"),
        ("killed", "killing"),
        ("recount", "count"),
        ("legislators", "legislative"),
    ],
)
def test_forms_of_a_word_are_alike(a: str, b: str) -> None:
    assert alike(key(a), key(b))


@pytest.mark.parametrize(("a", "b"), [("17", "70"), ("port", "sport"), ("the", "the"), ("north", "south")])
def test_other_words_are_not_alike(a: str, b: str) -> None:
    assert not alike(key(a), key(b))


def test_a_spelt_figure_of_two_words_is_one() -> None:
    assert keys(read(Article("a", "Twenty-five ships")))[:2] == ("#25", "#25")


def test_no_word_stands_on_both_sides_of_a_pair() -> None:
    for axis in load("polarity")["axis"]:
        assert not set(axis["up"]) & set(axis["down"])
        assert axis.get("order", "free") in ("free", "after", "time", "converse", "relation")


def test_every_descent_names_stations_of_its_ladder() -> None:
    for ladder in load("polarity")["ladder"]:
        stations = {key(word) for step in ladder["steps"] for word in step.split()}
        assert all(key(word) in stations for pair in ladder["down"] for word in pair.split())


@pytest.mark.parametrize("word", ["not ", "no one ", "rose, ", "not not for against ", "unun"])
def test_a_long_repetition_is_read(word: str) -> None:
    polarity.find(read(Article("a", (word * (100_000 // len(word))).strip() + ".")))
