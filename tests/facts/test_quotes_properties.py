"""What holds for the quotations of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.facts.quotes import find
from derive.model import Article
from derive.text import read

_MARKS = "\"'“”‘’„‚«»‹›「」`´"
_PIECES = [*_MARKS, *"ab sS.,?!5-–—[]()…\n", "til", "90s", "We go", "\n\n", " said "]
_TEXT = st.lists(st.sampled_from(_PIECES), max_size=80).map("".join)
_WORDS = st.lists(
    st.sampled_from("we will go to the end of quay and win it soon again".split()), min_size=2, max_size=12
)


@given(_TEXT)
def test_spans_are_ordered_and_hold_their_pieces(text: str) -> None:
    document = read(Article("a", text))
    found = find(document)
    for one in found:
        assert one.text == one.span.of(document.plain)
        assert all(one.span.contains(piece) for piece in one.pieces)
        assert all(before.end <= after.start for before, after in pairwise(one.pieces))
        assert all(one.span.contains(inner) for inner in one.nested)
        assert all(any(piece.contains(word.span) for piece in one.pieces) for word in one.words)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


@given(_TEXT)
def test_the_same_text_gives_the_same_quotations(text: str) -> None:
    assert find(read(Article("a", text))) == find(read(Article("b", text)))


@given(_WORDS, st.sampled_from(["“”", "‘’", '""', "''", "«»", "„“", "‹›"]), st.sampled_from(["she said", "he added"]))
def test_what_is_put_in_marks_is_found(words: list[str], marks: str, tag: str) -> None:
    inside = " ".join(words)
    document = read(Article("a", f"{marks[0]}{inside.capitalize()},{marks[1]} {tag} on Monday."))
    (found,) = find(document)
    assert [word.norm for word in found.words] == words
    assert found.pieces[0].of(document.plain) == inside.capitalize() + ","


@given(_WORDS, st.integers(1, 10))
def test_splitting_by_an_attribution_keeps_the_words(words: list[str], at: int) -> None:
    at = min(at, len(words) - 1)
    first, second = " ".join(words[:at]), " ".join(words[at:])
    whole = find(read(Article("a", f"“{first.capitalize()} {second},” she said.")))
    split = find(read(Article("a", f"“{first.capitalize()},” she said, “{second}.”")))
    assert [[word.norm for word in one.words] for one in whole] == [[word.norm for word in one.words] for one in split]


@pytest.mark.parametrize(
    "worst",
    [
        '"',
        "'",
        "“",
        "”",
        "‘",
        "’",
        "“‘",
        "“a ",
        '"a ',
        "a's ",
        "s' x ",
        "[",
        "“(",
        "a[",
        "1 ",
        "a*",
        "“a\n\n",
        "“a,” said X, ",
        "«",
        "» ",
    ],
)
def test_a_text_of_nothing_but_marks_is_read_to_its_end(worst: str) -> None:
    text = "“" + worst * (100_000 // len(worst))
    document = read(Article("a", text))
    assert all(one.span.end <= len(document.plain) for one in find(document))
