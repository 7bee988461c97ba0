"""Folding and tokens of signatures."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.sketch.words import fold, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It’s over,” she said", '"It\'s over," she said'),  # curly and straight quotes
        ("PORT HALDEN", "Port Halden"),  # case
        ("Café Réyl", "Cafe\u0301 Re\u0301yl"),  # composed and decomposed
        ("Cafe Reyl", "Café Réyl"),  # diacritics
        ("ﬁnance Ｎｏｒｖａｎｅ １２", "finance Norvane 12"),  # compatibility forms
        ("Nor\u00advane\u200b report", "Norvane report"),  # soft hyphen, zero-width space
        ("a\u00a0b\u2009c", "a b c"),  # no-break and thin space
        ("loss — of 5", "loss - of 5"),  # dashes
        ("1,250 boats", "1250 boats"),  # grouping
        ("Straße", "strasse"),
        ("٣٤ boats", "34 boats"),  # Arabic-Indic digits
    ],
)
def test_what_only_looks_different_gives_the_same_words(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("... — !?", []),
        ("rose 3.5 percent.", ["rose", "3.5", "percent"]),
        ("In 2019.", ["in", "2019"]),
        ("it's", ["it", "s"]),
        ("F-16, 1,2,3", ["f", "16", "123"]),
        ("東京 tower", ["東", "京", "tower"]),
        ("\ud800 lone", ["lone"]),  # a lone surrogate is no letter
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_normal_forms_agree_and_words_can_be_encoded(text: str) -> None:
    found = words(text)
    assert found == words(unicodedata.normalize("NFD", text))
    assert all(word and word.encode() for word in found)


@given(st.text(max_size=60))
def test_folding_goes_a_character_at_a_time(text: str) -> None:
    assert fold(text) == "".join(fold(one) for one in text)
