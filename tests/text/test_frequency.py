"""The frozen frequency table."""

import pytest

from derive.text import frequency
from derive.text.words import forms


@pytest.mark.parametrize("word", ["the", "said", "killed", "travelled", "organisation", "colour", "don", "centre"])
def test_a_common_word_is_common_however_it_is_spelt(word: str) -> None:
    assert frequency.zipf(word) > 3.5
    assert frequency.zipf(forms(word)[0]) >= frequency.zipf(word)


@pytest.mark.parametrize("word", ["zznorvane", "1987", "3.5", "", " ", "the ", "\n", "ñ", "zzzzzzzz", "0"])
def test_what_the_table_lacks_is_rare(word: str) -> None:
    assert frequency.zipf(word) == frequency.UNKNOWN


def test_search_by_halving_finds_every_word_of_the_table() -> None:
    table = frequency.table()
    assert 40_000 < len(table) < 60_000
    assert all(frequency.zipf(word) == value for word, value in table.items())
    assert min(table.values()) > frequency.UNKNOWN


def test_order_of_commonness() -> None:
    assert frequency.zipf("the") > frequency.zipf("minister") > frequency.zipf("harbor") > frequency.zipf("trawler")
