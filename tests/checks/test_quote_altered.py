"""quote-altered: other words inside quotation marks. All stories are fiction."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.model import Severity
from tests.checks.cases import changes

SOURCE = """Harbour chief warns of a hard winter

PORT HALDEN - The Norvane Ministry closed the old ferry terminal on Monday.

"We have lost 14 of our 30 pilots since spring, and the harbour cannot run at night without
them," harbour chief Marta Lindqvist said. "Well, the ministers promised us new boats twice.
They never came."

The mayor, Tomas Okereke, called the closure "a bitter blow for every family on the quay" and asked for an inquiry.

"I do not blame the crews," he said, "but somebody in the capital has to answer for this."

A statement from the ministry read: "The terminal will reopen when the [safety] survey is
complete ... We thank the public for its patience."

The union said the decision was rushed and that no survey had been published.
"""

QUIET = [
    (
        "word for word",
        "“We have lost 14 of our 30 pilots since spring, and the harbour cannot run at night without them,” she said.",
    ),
    ("cut at the end", "“We have lost 14 of our 30 pilots,” Lindqvist said."),
    ("cut at the start", "Lindqvist said “the harbour cannot run at night without them”."),
    ("cut at both ends", "Lindqvist said the harbour “cannot run at night”."),
    (
        "cut in the middle with an ellipsis",
        "“We have lost 14 of our 30 pilots … and the harbour cannot run at night,” Lindqvist said.",
    ),
    (
        "cut with dots in brackets",
        "“We have lost 14 of our 30 pilots [...] and the harbour cannot run at night,” she said.",
    ),
    ("first sentence left out", "“They never came,” Lindqvist said."),
    ("a sentence left out in between", "“The harbour cannot run at night without them. They never came,” she said."),
    ("a filler left out", "“The ministers promised us new boats twice,” Lindqvist said."),
    (
        "a word in brackets for a pronoun",
        "“The harbour cannot run at night without [the pilots],” she said.",
    ),
    ("a word added in brackets", "“They never came [to Port Halden],” Lindqvist said."),
    ("an added bracket in the middle", "“We have lost 14 of our 30 [harbour] pilots since spring,” Lindqvist said."),
    (
        "the original's own brackets left out",
        "“The terminal will reopen when the survey is complete,” the ministry said.",
    ),
    (
        "the original's own brackets opened",
        "“The terminal will reopen when the safety survey is complete,” the ministry said.",
    ),
    (
        "the original's own gap left out",
        "“The terminal will reopen when the survey is complete. We thank the public for its patience,” it said.",
    ),
    ("split by its attribution", "“We have lost 14 of our 30 pilots,” Lindqvist said, “since spring.”"),
    (
        "joined that was split",
        "“I do not blame the crews, but somebody in the capital has to answer for this,” Okereke said.",
    ),
    ("US spelling", "“The harbor cannot run at night without them,” Lindqvist said."),
    ("other marks", "'The harbour cannot run at night without them,' Lindqvist said."),
    ("contraction", "“The harbour can't run at night without them,” Lindqvist said."),
    ("contraction opened", "“I don't blame the crews,” Okereke said."),
    ("figures in words", "“We have lost fourteen of our thirty pilots since spring,” Lindqvist said."),
    ("capitals", "Okereke: “A BITTER BLOW FOR EVERY FAMILY ON THE QUAY”."),
    ("bracketed capital", "“[T]he harbour cannot run at night,” Lindqvist said."),
    ("a fragment inside a sentence", "Okereke spoke of “a bitter blow” on Monday."),
    (
        "indirect speech in other words",
        "Lindqvist said nearly half of the pilots had gone and night work was impossible.",
    ),
    ("indirect speech word for word, without marks", "Lindqvist said we have lost 14 of our 30 pilots since spring."),
    (
        "comma left out",
        "“We have lost 14 of our 30 pilots since spring and the harbour cannot run at night without them,” she said.",
    ),
    ("a masked oath", "“We have lost 14 of our 30 p****s since spring,” Lindqvist said."),
    ("plural mended", "“The minister promised us new boats twice,” Lindqvist said."),
]

FIRING = [
    (
        "a verb",
        "“The harbour should not run at night without them,” she said.",
        "should not",
        "cannot",
    ),
    ("an adjective", "Okereke called it “a heavy blow for every family on the quay”.", "heavy", "bitter"),
    ("a short fragment", "The mayor, Tomas Okereke, called the closure “a bitter pill”.", "pill", "blow"),
    ("a figure", "“We have lost 16 of our 30 pilots since spring,” Lindqvist said.", "16", "14"),
    ("a figure in words", "“We have lost fifteen of our 30 pilots since spring,” Lindqvist said.", "fifteen", "14"),
    ("a negation dropped", "“I do blame the crews,” Okereke said.", "do", "not"),
    ("a negation put in", "“The ministers never promised us new boats twice,” Lindqvist said.", "never", "promised"),
    ("a content word put in", "“They almost never came back,” Lindqvist said.", "almost", "never"),
    (
        "content words left out without a mark",
        "“We have lost 14 pilots since spring,” Lindqvist said.",
        "14 pilots",
        "of our 30",
    ),
    ("first person turned third", "“They have lost 14 of their 30 pilots since spring,” Lindqvist said.", "They", "We"),
    ("a pronoun in the middle", "“The ministers promised them new boats twice,” Lindqvist said.", "them", "us"),
    (
        "thorough rewording",
        "“We are short of 14 pilots since spring, so the harbour can not work at night,” Lindqvist said.",
        "14",
        "14",
    ),
    (
        "a document",
        "“The terminal will reopen once the survey is public,” the ministry said in a statement.",
        "public",
        "complete",
    ),
    ("words at the end", "“They never came back,” Lindqvist said.", "came back", "came"),
]


def rewrite(sentence: str) -> str:
    return f"""Ferry terminal shut

The Norvane Ministry has closed the old ferry terminal in Port Halden.

{sentence}

The union said the decision was rushed.
"""


@pytest.mark.parametrize(("why", "sentence"), QUIET, ids=[why for why, _ in QUIET])
def test_quiet(why: str, sentence: str) -> None:
    assert changes(SOURCE, rewrite(sentence), check="quote-altered") == []


@pytest.mark.parametrize(("why", "sentence", "mine", "theirs"), FIRING, ids=[why for why, *_ in FIRING])
def test_fires_once_and_shows_both_wordings(why: str, sentence: str, mine: str, theirs: str) -> None:
    text = rewrite(sentence)
    (found,) = changes(SOURCE, text, check="quote-altered")
    assert found.severity is Severity.ERROR
    assert mine in found.span.of(text)
    assert found.witness is not None
    assert theirs in found.witness.span.of(SOURCE)
    assert found.span.of(text) in found.message
    assert theirs in found.message


HOUSE = [
    (
        "a day before its month",
        '"We sail on September 4 and not before," she said.',
        "“We sail on 4 September and not before,” she said.",
    ),
    ("a transliteration", '"I left Kiev in the spring," she said.', "“I left Kyiv in the spring,” she said."),
    (
        "a country",
        '"The U.S. sent us blankets and bread," she said.',
        "“The United States sent us blankets and bread,” she said.",
    ),
    ("percent", '"We lost 40 percent of the herd," she said.', "“We lost 40% of the herd,” she said."),
    ("a title", '"I asked Gov. Hale for help twice," she said.', "“I asked Governor Hale for help twice,” she said."),
    ("money", '"They owe us USD 15 million now," she said.', "“They owe us $15m now,” she said."),
    ("a hyphen", '"It was a heart-felt word from him," she said.', "“It was a heartfelt word from him,” she said."),
    ("a misprint", '"We will definitley be there again," she said.', "“We will definitely be there again,” she said."),
]


@pytest.mark.parametrize(("why", "theirs", "mine"), HOUSE, ids=[why for why, *_ in HOUSE])
def test_house_style_inside_marks_is_silent(why: str, theirs: str, mine: str) -> None:
    frame = "Island news\n\nThe island council met on Monday in Port Halden.\n\n{}\n\nThe council meets again.\n"
    assert changes(frame.format(theirs), frame.format(mine), check="quote-altered") == []


def test_a_figure_is_named_in_the_message() -> None:
    (found,) = changes(SOURCE, rewrite("“We have lost 16 of our 30 pilots,” Lindqvist said."), check="quote-altered")
    assert "another figure" in found.message


def test_words_of_two_places_joined_are_named_in_the_message() -> None:
    joined = "“I do not blame the crews for every family on the quay,” Okereke said."
    (found,) = changes(SOURCE, rewrite(joined), check="quote-altered")
    assert "family" in found.span.of(rewrite(joined)) or "crews" in found.span.of(rewrite(joined))


def test_two_pieces_give_two_findings_one_piece_gives_one() -> None:
    text = rewrite("“I do not praise the crews,” he said, “but nobody in the capital has to answer for this.”")
    assert len(changes(SOURCE, text, check="quote-altered")) == 2


def test_a_second_original_that_has_the_words_silences_it() -> None:
    altered = rewrite("“We have lost 16 of our 30 pilots since spring,” Lindqvist said.")
    other = 'Harbour news\n\n"We have lost 16 of our 30 pilots since spring," Lindqvist said on Tuesday.\n'
    assert changes(SOURCE, altered, check="quote-altered", others=[other]) == []


def test_identical_articles_are_silent() -> None:
    assert changes(SOURCE, SOURCE, check="quote-altered") == []


_SPOKEN = "We have lost fourteen of our thirty pilots since the spring and the harbour cannot run at night".split()
_CONTENT = [
    number
    for number, word in enumerate(_SPOKEN)
    if word in "lost fourteen thirty pilots spring harbour run night".split()
]
_ORIGINAL = f'Ferry news\n\nThe terminal closed on Monday.\n\n"{" ".join(_SPOKEN)}," Lindqvist said.\n'


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(_SPOKEN) - 4), st.integers(4, len(_SPOKEN)))
def test_trimming_at_either_end_is_silent(start: int, length: int) -> None:
    kept = " ".join(_SPOKEN[start : start + length])
    text = f"Ferry news\n\nThe terminal closed on Monday.\n\n“{kept},” Lindqvist said.\n"
    assert changes(_ORIGINAL, text, check="quote-altered") == []


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(_CONTENT), st.sampled_from(["marble", "whistled", "seventeen", "borrowed", "lantern"]))
def test_changing_any_content_word_fires(at: int, word: str) -> None:
    said = " ".join([*_SPOKEN[:at], word, *_SPOKEN[at + 1 :]])
    text = f"Ferry news\n\nThe terminal closed on Monday.\n\n“{said},” Lindqvist said.\n"
    (found,) = changes(_ORIGINAL, text, check="quote-altered")
    assert word in found.span.of(text)


@pytest.mark.parametrize(
    ("printed", "quoted", "found"),
    [
        ("the harbor reconized no danger", "the harbor recognized no danger", 0),
        ("the harbor recognized no danger", "the harbor recognised no danger", 0),
        ("the harbor served no boats", "the harbor severed no boats", 1),
    ],
    ids=["a misprint put right", "UK spelling", "another word, one letter away"],
)
def test_a_misprint_is_no_word(printed: str, quoted: str, found: int) -> None:
    """What is no English word may be put right; a word of English is somebody's word."""
    source = f"“On that morning {printed} at all,” said Marta Lindqvist, the harbour master of Port Halden."
    text = f"“On that morning {quoted} at all,” harbour master Marta Lindqvist said."
    assert len(changes(source, text, check="quote-altered")) == found
