"""Words of quotations in normal form: equal where only the house style differs. Styles of quotations."""

from __future__ import annotations

import pytest

from derive.facts.quotes import Kind, Style, find, words
from derive.model import Article, Span
from derive.text import read


def spoken(text: str) -> list[str]:
    plain = read(Article("a", text)).plain
    return [word.norm for word in words(plain, Span(0, len(plain))) if word.kind is Kind.SPOKEN]


EQUAL = [
    ("case", "We Will Go", "we will go"),
    ("punctuation", "we will, of course, go!", "we will of course go"),
    ("apostrophes", "we can’t go", "we can't go"),
    ("contraction of not", "we don't and can't and won't go", "we do not and cannot and will not go"),
    (
        "contraction of verbs",
        "we've seen, they're here, I'm glad, she'll go",
        "we have seen they are here I am glad she will go",
    ),
    ("going to", "we're gonna go", "we are going to go"),
    ("UK spelling", "the colour of the centre was organised", "the color of the center was organized"),
    ("doubled consonants", "we travelled and cancelled", "we traveled and canceled"),
    ("diacritics", "a café in São Dinis", "a cafe in Sao Dinis"),
    ("figures in words", "twenty-one of them and three hundred and seventy more", "21 of them and 370 more"),
    ("thousands", "ten thousand people", "10,000 people"),
    ("magnitude", "2.5 million people", "2,500,000 people"),
    ("short magnitude", "3bn votes", "3 billion votes"),
    ("money", "$15 an hour", "15 dollars an hour"),
    ("money with a code", "USD 15 an hour", "$15 an hour"),
    ("money glued to a code", "USD15 an hour", "$15 an hour"),
    ("money in millions", "$15 million", "fifteen million dollars"),
    ("pounds", "£40 each", "forty pounds each"),
    ("ordinals", "the first and the 2nd time", "the 1st and the second time"),
    ("percent", "40% of us", "40 per cent of us"),
    ("percent in one word", "40 percent of us", "forty per cent of us"),
    ("country", "the U.S. army", "the US army"),
    ("country in words", "the U.S. army", "the United States army"),
    ("title", "Dr. Lindqvist and Gov. Hale", "Doctor Lindqvist and Governor Hale"),
    ("month", "on Sept. 4", "on September 4"),
    ("til", "open 'til ten", "open until 10"),
    ("ampersand", "bread & water", "bread and water"),
    ("only the case is bracketed", "[W]e will go", "we will go"),
    ("a letter put right in brackets", "tariff con[c]essions", "tariff concessions"),
    ("only the case is bracketed, in a contraction", "[I]'m glad and [t]hey're gone", "I am glad and they are gone"),
    ("misplaced capital in brackets", "[t]he end", "The end"),
]


@pytest.mark.parametrize(("why", "one", "other"), EQUAL, ids=[why for why, *_ in EQUAL])
def test_house_style_makes_no_difference(why: str, one: str, other: str) -> None:
    assert spoken(one) == spoken(other)


DIFFERENT = [
    ("figures", "two of them", "three of them"),
    ("magnitude", "two million", "two billion"),
    ("currency", "$15", "£15"),
    ("negation", "we will go", "we won't go"),
    ("filled is not filed", "he filled it", "he filed it"),
    ("us is not the US", "he told us", "he told the US"),
]


@pytest.mark.parametrize(("why", "one", "other"), DIFFERENT, ids=[why for why, *_ in DIFFERENT])
def test_other_words_stay_other_words(why: str, one: str, other: str) -> None:
    assert spoken(one) != spoken(other)


KINDS = [
    ("square brackets", "we told [the minister] so", "the minister"),
    ("round brackets", "we told him (the minister) so", "the minister"),
    ("a word in brackets", "they [sic] went", "sic"),
    ("a mended ending", "they call[ed] us", "called"),
]


@pytest.mark.parametrize(("why", "text", "expected"), KINDS, ids=[why for why, *_ in KINDS])
def test_brackets_are_the_editors(why: str, text: str, expected: str) -> None:
    found = words(text, Span(0, len(text)))
    assert " ".join(word.norm for word in found if word.kind is Kind.INSERTED) == expected


@pytest.mark.parametrize("gap", ["…", "...", ". . .", "[…]", "[...]", "(...)", "[ ... ]", "...."])
def test_an_ellipsis_is_a_gap(gap: str) -> None:
    text = f"we will {gap} go"
    assert [word.kind for word in words(text, Span(0, len(text)))].count(Kind.GAP) == 1
    assert spoken(text) == ["we", "will", "go"]


STYLES = [
    ("a clause behind its tag", "She said: “We will never go.”", Style.FULL),
    ("a clause before its tag", "“We will never go,” she said.", Style.FULL),
    ("one word as a sentence", "She said: “Never.”", Style.FULL),
    ("words inside a sentence", "He called it “a heavy loss for the town”.", Style.FRAGMENT),
    ("a term", "The “ghost ferry” sank.", Style.SCARE),
    ("a nickname", "Marta “Red” Lindqvist won.", Style.SCARE),
    ("a film", "Her film “The Long Quay at Night” opened.", Style.TITLE),
    ("a banner", "The banner read “No Ferry Without Us” in red.", Style.TITLE),
]


@pytest.mark.parametrize(("why", "text", "style"), STYLES, ids=[why for why, *_ in STYLES])
def test_style(why: str, text: str, style: Style) -> None:
    assert [one.style for one in find(read(Article("a", text)))] == [style]
