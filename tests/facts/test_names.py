"""The names of news copy, without a model: what is one, what belongs to it, what bears it, what is none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.facts import names
from derive.facts.names import Name, NameKind
from derive.model import Article
from derive.text import read

_KINDS = {"p": NameKind.PERSON, "l": NameKind.PLACE, "o": NameKind.ORGANISATION, "x": NameKind.OTHER}
_CASES = [
    tuple(part.strip() for part in line.split("||"))
    for line in Path(__file__).with_name("name_cases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def found(text: str) -> tuple[Name, ...]:
    return names.find(read(Article("one", text)))


def test_the_golden_table_is_no_smaller_than_promised() -> None:
    assert sum(len([one for one in wanted.split("|") if one.strip()]) for _, wanted in _CASES) >= 150


@pytest.mark.parametrize(("text", "wanted"), _CASES, ids=[text[:60] for text, _ in _CASES])
def test_a_sentence_has_these_names_of_these_kinds(text: str, wanted: str) -> None:
    expected = [one.strip() for one in wanted.split("|") if one.strip()]
    got = found(text)
    assert [one.text for one in got] == [one.partition("/")[0] for one in expected]
    for name, one in zip(got, expected, strict=True):
        kind = one.partition("/")[2]
        assert not kind or name.kind is _KINDS[kind], name


def keys(text: str) -> dict[str, str]:
    return {one.text: one.key for one in found(text)}


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Marta Lindqvist spoke. Lindqvist then left.", "Lindqvist", "Marta Lindqvist"),
        ("The World Grain Council (WGC) met. The WGC agreed.", "WGC", "World Grain Council"),
        ("Staff of the W-G-C left the World Grain Council.", "W-G-C", "World Grain Council"),
        ("A union, the National Union of Weavers, left. The NUW agreed.", "NUW", "National Union of Weavers"),
        ("Jonas Abel Okafor and Jonas Okafor are one.", "Jonas Okafor", "Jonas Abel Okafor"),
        ("Orrin Shark Tours sank. Clients of Orrin Shark wept.", "Orrin Shark", "Orrin Shark Tours"),
        ("Aboard was Boris Tarn. Then Boris wept.", "Boris", "Boris Tarn"),
        ("The U.K. and the United Kingdom are one.", "U.K.", "United Kingdom"),
        ("He left Ivory Coast. Côte d'Ivoire waited.", "Ivory Coast", "Côte d'Ivoire"),
    ],
)
def test_a_short_form_has_the_key_of_the_full_name(text: str, short: str, long: str) -> None:
    table = keys(text)
    assert table[short] == table[long]


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("North Korea and South Korea met.", "North Korea", "South Korea"),
        ("Marta Lindqvist met Jonas Okafor.", "Marta Lindqvist", "Jonas Okafor"),
        ("London is far from the London Bridge Company.", "London", "London Bridge Company"),
        ("Iran and Iraq fought.", "Iran", "Iraq"),
    ],
)
def test_two_entities_have_two_keys(text: str, one: str, two: str) -> None:
    table = keys(text)
    assert table[one] != table[two]


def test_a_title_is_kept_beside_the_name() -> None:
    titles = {one.text: one.title for one in found("Prime Minister Ilse Varga met Dr. Edda Holm and Tom Reed.")}
    assert titles == {"Ilse Varga": "prime minister", "Edda Holm": "dr", "Tom Reed": ""}


def test_a_title_case_headline_gives_no_evidence() -> None:
    text = "Storm Hits Harbour As Thousands Wait\n\nThousands waited. Storm damage was small in the harbour of Orrin."
    assert [one.text for one in found(text)] == ["Orrin"]


def test_a_title_case_headline_is_read_by_the_body() -> None:
    text = "Lindqvist Wins Vote In Tarnograd\n\nThe vote went to Marta Lindqvist on Monday, said a man in Tarnograd."
    assert [one.text for one in found(text)][:2] == ["Lindqvist", "Tarnograd"]


def test_a_sentence_in_capitals_gives_no_evidence() -> None:
    text = "POLICE FIND MISSING BOY IN FOREST\n\nThe boy was found. Police said so to Marta Lindqvist."
    assert [one.text for one in found(text)] == ["Marta Lindqvist"]


def test_a_word_that_begins_a_sentence_is_a_name_by_what_the_rest_says() -> None:
    assert [one.text for one in found("Baker was tired. They called Ginger Baker home.")] == ["Baker", "Ginger Baker"]
    assert [one.text for one in found("Baker was tired. A baker must rise early.")] == []


def test_the_normal_form_leaves_out_joints_and_marks() -> None:
    (name,) = found("It is run by the Ministry of Works and Côte Labour.")[:1]
    assert name.tokens[:2] == ("ministry", "works")
    assert found("They asked Zoë Núñez-Ødegård about it.")[0].tokens == ("zoe", "nunez", "odegard")
    assert found("A man from the U.N. came.")[0].tokens == ("un",)


@given(st.text(alphabet="AbZ. -'’“”\n&ofthe,É1(", max_size=200))
def test_any_text_gives_names_in_order_that_do_not_overlap(text: str) -> None:
    got = found(text)
    for one, two in pairwise(got):
        assert one.span.end <= two.span.start
    for one in got:
        assert one.tokens
        assert one.key


@pytest.mark.parametrize("unit", ["Aa of ", "A.", "A-", "Mr. ", "and Aa ", "de ", "AA AA\n", "'s Aa", "Bank of the "])
def test_a_long_monotonous_text_is_read_to_its_end(unit: str) -> None:
    text = "The " + unit * (20_000 // len(unit)) + "met Marta Lindqvist."
    assert found(text)
