"""Which quantities say the same: a table, and properties over every way to write a figure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from derive.facts.quantities import Quantity
from derive.facts.quantities.compare import agree, comparable, reversed_bound
from tests.facts.test_quantities import find

SAME = [
    ("8,000 boats", "eight thousand boats"),
    ("8K boats", "8,000 boats"),
    ("$59bn", "$59 billion"),
    ("US$59bn", "$59 billion"),
    ("C$59bn", "$59 billion"),
    ("about 8,000 boats", "7,950 boats"),
    ("8,000 boats", "7,950 boats"),
    ("nearly 8,000 boats", "7,950 boats"),
    ("more than 7,000 boats", "7,950 boats"),
    ("up to 8,000 boats", "7,950 boats"),
    ("a quarter of the town", "25 percent of the town"),
    ("25% of the town", "a quarter of the town"),
    ("a third of the town", "33 percent of the town"),
    ("nearly half of the town", "48 percent of the town"),
    ("more than four in five sailors", "84% of the sailors"),
    ("one in four sailors", "a quarter of the sailors"),
    ("Fees doubled", "fees rose 100 percent"),
    ("twice as many", "Fees doubled"),
    ("three times as many", "a threefold rise"),
    ("75 feet", "23 metres"),
    ("195 km", "120 miles"),
    ("100 degrees Fahrenheit", "38 degrees Celsius"),
    ("550 pounds", "250 kg"),
    ("40 acres", "16 hectares"),
    ("50 gallons of oil", "190 litres of oil"),
    ("Rs 5 crore", "50 million rupees"),
    ("5 lakh people", "500,000 people"),
    ("half a million users", "500,000 users"),
    ("a dozen boats", "12 boats"),
    ("dozens of boats", "45 boats"),
    ("dozens of boats", "scores of boats"),
    ("10 to 15 boats", "12 boats"),
    ("10-15 boats", "between 10 and 15 boats"),
    ("up to 15 boats", "10 to 15 boats"),
    ("the 34-year-old", "Marta Lindqvist, 34, left"),
    ("a woman in her 30s", "Marta Lindqvist, 34, left"),
    ("won 3-2", "lost 2-3"),
    ("by 51 votes to 49", "51-49 vote"),
    ("29 of the charges", "29 out of 30 charges"),
    ("21st attempt", "twenty-first attempt"),
    ("2.5 microns", "2.5 micrometers"),
    ("at least 40 goats", "40 goats"),
    ("Flight 214", "Flight 214"),
]

OTHER = [
    ("1,000 containers", "13,000 containers"),
    ("over 1,000 containers", "13,000 containers"),
    ("139 miles", "139 km"),
    ("US$10,000", "C$10,000"),
    ("£10,000", "€10,000"),
    ("$59 billion", "$59 million"),
    ("3 percent", "3 percentage points"),
    ("a third of the town", "a quarter of the town"),
    ("one in eight sailors", "16% of the sailors"),
    ("7,950 boats", "about 8,000 boats"),
    ("nearly 8,000 boats", "8,040 boats"),
    ("more than 8,000 boats", "7,950 boats"),
    ("up to 100,000 birds", "upwards of 100,000 birds"),
    ("thousands of boats", "hundreds of boats"),
    ("50 boats", "dozens of boats"),
    ("won 3-1", "won 3-2"),
    ("Marta Lindqvist, 43, left", "Marta Lindqvist, 34, left"),
    ("fifth storm", "fourth storm"),
    ("2.5 millimeters", "2.5 micrometers"),
    ("2:17:10", "2:17:01"),
    ("Fees tripled", "fees doubled"),
    ("Flight 241", "Flight 214"),
    ("all but two of the 30 charges", "29 out of 30 charges"),
    ("500 gallons", "50 gallons"),
    ("102 amendments", "120 amendments"),
]


def one(text: str) -> Quantity:
    found = find(f"They saw {text}." if text[0].islower() or text[0].isdigit() else f"{text} came.")
    assert found, text
    return found[0]


@pytest.mark.parametrize(("new", "old"), SAME)
def test_these_say_the_same(new: str, old: str) -> None:
    assert agree(one(new), one(old))


@pytest.mark.parametrize(("new", "old"), OTHER)
def test_these_do_not(new: str, old: str) -> None:
    assert not agree(one(new), one(old))


@pytest.mark.parametrize(("new", "old"), [*SAME, *OTHER])
def test_every_quantity_agrees_with_itself(new: str, old: str) -> None:
    for text in (new, old):
        assert agree(one(text), one(text))
        assert comparable(one(text), one(text))
        assert not reversed_bound(one(text), one(text))


def forms(value: int) -> list[str]:
    """Every way in which a whole number is written; num2words is the independent formatter."""
    words = num2words(value)
    written = [f"{value}" if value < 1000 else f"{value:,}", words, words.replace(" and ", " ").replace(",", "")]
    for scale, name, short in ((10**6, "million", "m"), (10**9, "billion", "bn")):
        if value >= scale and value % (scale // 10) == 0 and value < 1000 * scale:
            written += [f"{value / scale:g} {name}", f"{value / scale:g}{short}"]
    if 1000 <= value < 10**6 and value % 1000 == 0:
        written += [f"{value // 1000}K", f"{value // 1000} thousand"]
    return written


def in_context(written: str, unit: str) -> Quantity:
    (found,) = find(f"The port of Halden counted {written} {unit} in all.")
    return found


NUMBERS = st.one_of(
    st.integers(2, 999).filter(lambda n: n != 911),  # the emergency number counts nothing
    st.integers(1_000, 999_999), st.integers(1, 999).map(lambda n: n * 1000),
    st.integers(10, 9_999).map(lambda n: n * 100_000), st.integers(10, 9_999).map(lambda n: n * 10**8),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(NUMBERS, st.data())
def test_any_two_forms_of_a_number_agree(value: int, data: st.DataObject) -> None:
    a, b = (data.draw(st.sampled_from(forms(value))) for _ in range(2))
    assert agree(in_context(a, "boats"), in_context(b, "boats"))


@settings(max_examples=150, deadline=None)
@given(NUMBERS, NUMBERS, st.data())
def test_two_different_numbers_do_not_agree_unless_one_rounds_the_other(x: int, y: int, data: st.DataObject) -> None:
    a, b = data.draw(st.sampled_from(forms(x))), data.draw(st.sampled_from(forms(y)))
    if agree(in_context(a, "boats"), in_context(b, "boats")):
        assert abs(x - y) <= 0.05 * y


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 9_999).map(lambda n: n * 10**5), st.sampled_from(["$", "£", "€", "US$", "C$"]))
def test_the_forms_of_an_amount_of_money_agree(value: int, sign: str) -> None:
    words = {"$": "dollars", "£": "pounds", "€": "euros", "US$": "US dollars", "C$": "Canadian dollars"}[sign]
    written = [
        f"{sign}{value:,}",
        f"{value:,} {words}",
        f"{sign}{value / 10**6:g} million",
        f"{sign}{value / 10**6:g}m",
    ]
    read = [find(f"The port of Halden paid {text} for it.")[0] for text in written]
    assert all(agree(a, b) for a in read for b in read)


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 99))
def test_percentages_agree_however_they_are_spelt(value: int) -> None:
    written = [f"{value}%", f"{value} percent", f"{value} per cent", f"{num2words(value)} percent", f"{value}pc"]
    read = [find(f"The share was {text} in May.")[0] for text in written]
    assert all(agree(a, b) for a in read for b in read)
    assert not agree(read[0], find(f"The share was {value + 7}% in May.")[0])


@settings(max_examples=60, deadline=None)
@given(
    st.integers(20, 5_000),
    st.sampled_from([("miles", "kilometres", 1.609344), ("feet", "metres", 0.3048), ("lbs", "kilograms", 0.4536)]),
)
def test_a_conversion_rounded_as_newsrooms_do_agrees(value: int, units: tuple[str, str, float]) -> None:
    imperial, metric, factor = units
    converted = value * factor
    rounded = round(converted) if converted < 100 else round(converted, -1)
    new, old = in_context(f"{rounded:.0f}", metric), in_context(f"{value}", imperial)
    assert agree(new, old)
    assert not agree(in_context(f"{rounded * 1.2 + 1:.0f}", metric), old)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 110))
def test_ages_agree_however_they_are_told(value: int) -> None:
    written = [f"Marta Lindqvist, {value}, left.", f"The {value}-year-old left.", f"The pilot, aged {value}, left."]
    read = [find(text)[0] for text in written]
    assert all(agree(a, b) for a in read for b in read)
    assert not agree(read[0], find(f"The {value + 1}-year-old left.")[0])


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 99))
def test_ordinals_agree_in_figures_and_words(value: int) -> None:
    words, figures = num2words(value, to="ordinal"), num2words(value, to="ordinal_num")
    read = [find(f"It was the {text} storm of the year.")[0] for text in (words, figures)]
    assert agree(*read)
    assert agree(*reversed(read))
