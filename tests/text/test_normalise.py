"""The plain form: one form for matching, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.model import Article, Span
from derive.text import read
from derive.text.normalise import plain
from derive.text.words import forms

ODD = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("ﬁﬀß“”‘’…½\u00ad\u200b\u200e\u202e\ufeff\u0301é\u00a0\u2011``''")
    ),
    max_size=120,
)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("plain", "plain"),
        ("8\u00a0000", "8 000"),
        ("don’t", "don't"),
        ("“don’t”", "“don't”"),
        ("the ministers’ plan", "the ministers’ plan"),
        ("ﬁnal ﬂight", "final flight"),
        ("mil\u00adlion", "million"),
        ("mil\u200blion", "million"),
        ("\u202eevil\u202c", "evil"),
        ("\u22125 C", "-5 C"),
        ("co\u2011op", "co-op"),
        ("cafe\u0301", "café"),
        ("``no'', he said", "“no”, he said"),
        ("１２３", "123"),
        ("2½ miles", "2½ miles"),
        ("wait…", "wait…"),
        ("51–49", "51–49"),
        ("a\u2028b", "a\nb"),
        ("text\ufe0f", "text"),
    ],
)
def test_plain_form(text: str, want: str) -> None:
    """What matching reads."""
    assert plain(text)[0] == want


@given(ODD)
def test_every_span_leads_back(text: str) -> None:
    """Any stretch of the plain text comes from a stretch of the original that has the same plain form in it."""
    form, offsets = plain(text)
    if offsets is None:
        assert len(form) == len(text)
        return
    assert len(offsets) == len(form) + 1
    assert list(offsets) == sorted(offsets)
    assert all(0 <= one <= len(text) for one in offsets)


@given(ODD)
def test_normalising_again_changes_nothing(text: str) -> None:
    """The plain form is its own plain form."""
    once = plain(text)[0]
    assert plain(once)[0] == once


@given(ODD)
def test_original_of_a_word_is_inside_the_text(text: str) -> None:
    """`Document.original` of each word is a non-empty stretch of the article."""
    document = read(Article("a", text))
    for word in document.tokens:
        span = document.original(word.span)
        assert isinstance(span, Span)
        assert span.end <= len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organise", "organize"), ("colour", "color"), ("centre", "center"), ("travelled", "traveled"),
        ("minister's", "minister"), ("Café", "cafe"), ("defence", "defense"), ("PROGRAMME", "program"),
    ],
)  # fmt: skip
def test_house_style_is_no_difference(one: str, other: str) -> None:
    """Case, diacritics, possessives and UK spelling fold to one form."""
    assert forms(one) == forms(other)
