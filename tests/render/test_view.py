"""The shared model of all human formats: nothing of the rewrite is lost, every finding is where it belongs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from derive.align.diff import Change as Wording
from derive.align.diff import word_diff
from derive.model import Finding, LinkKind, Role, Severity, Span
from derive.render.view import PairView, Row, reason, runs, views
from derive.render.view.pieces import Mark, cut
from derive.render.view.published import columns
from derive.report import Report
from tests.render.reports import ALONE, CLEAN, FERRY, SEVERAL, Change, Comparison, Link, Story, long_pair, report

WORDS = st.lists(
    st.sampled_from("the ferry ran 214 aground off Skarnholm, on Tuesday. “No” $4 ".split(" ")), max_size=25
)
TEXTS = WORDS.map(" ".join)


def _view(one: Report) -> PairView:
    return next(views(one))


def _text(row: Row) -> str:
    return "".join(piece.text for piece in row.rewrite)


class TestWordDiff:
    @pytest.mark.parametrize(
        ("one", "other", "why"),
        [
            ("He said “no”.", 'He said "no"', "quotation marks and full stops are no wording"),
            ("the centre", "The center", "house case and spelling"),
            ("a, b", "a b", "commas"),
            ("one  two", "one\ntwo", "white space"),
        ],
    )
    def test_sees_no_difference_in(self, one: str, other: str, why: str) -> None:
        left, right = word_diff(one, other)
        assert {stretch.change for stretch in (*left, *right)} == {Wording.SAME}, why

    @pytest.mark.parametrize(
        ("one", "other", "gone", "new"),
        [
            ("the lashings go, one", "the cables snap, one", ["lashings go"], ["cables snap"]),
            ("costs 4 euros", "costs 40 euros", ["4"], ["40"]),
            ("costs $4", "costs €4", ["$"], ["€"]),
            ("big red boats in town", "small old ships at town", ["big red boats in"], ["small old ships at"]),
            ("the storm came over the coast", "a gale hit on the shore", ["the storm came over the coast"], None),
        ],
    )
    def test_marks_words(self, one: str, other: str, gone: list[str], new: list[str] | None) -> None:
        """Changed stretches begin and end with a word; a lone "the" between two changes is no island."""
        left, right = word_diff(one, other)
        assert [one[s.start : s.end] for s in left if s.change is Wording.GONE] == gone
        if new is not None:
            assert [other[s.start : s.end] for s in right if s.change is Wording.NEW] == new

    @given(TEXTS, TEXTS)
    def test_covers_both_texts_without_a_gap(self, one: str, other: str) -> None:
        for text, stretches in zip((one, other), word_diff(one, other), strict=True):
            assert "".join(text[s.start : s.end] for s in stretches) == text
            assert all(before.change is not after.change for before, after in pairwise(stretches))

    @given(TEXTS)
    def test_a_text_does_not_differ_from_itself(self, text: str) -> None:
        left, _ = word_diff(text, text)
        assert {one.change for one in left} <= {Wording.SAME} or not any(c.isalnum() or c == "$" for c in text)


class TestPieces:
    @given(TEXTS, TEXTS, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 40)), max_size=5))
    def test_joined_give_the_text_back(self, text: str, other: str, places: list[tuple[int, int]]) -> None:
        marks = [Mark(i, min(a, len(text)), min(a + n, len(text))) for i, (a, n) in enumerate(places, 1)]
        pieces = cut(text, word_diff(other, text)[1], marks)
        assert "".join(piece.text for piece in pieces) == text
        assert "".join(run.text for run in runs(pieces)) == text
        shown = {number for piece in pieces for number in piece.findings}
        assert shown == {one.number for one in marks if one.start < one.end}
        assert {number for run in runs(pieces) for number in run.badges} == shown

    def test_overlapping_marks_show_each_badge_once(self) -> None:
        pieces = cut("at least nine boats", (), [Mark(1, 0, 13), Mark(2, 9, 19)])
        assert [(run.text, run.findings, run.badges) for run in runs(pieces)] == [
            ("at least ", (1,), (1,)),
            ("nine", (1, 2), (2,)),
            (" boats", (2,), ()),
        ]


class TestRows:
    @pytest.mark.parametrize("one", [FERRY, CLEAN, ALONE, SEVERAL])
    def test_show_all_text_of_the_rewrite(self, one: Comparison) -> None:
        view = _view(report(one))
        shown = "".join("".join(map(_text, view.rows)).split())
        assert shown == "".join(view.rewrite.article.text.split())

    @pytest.mark.parametrize("one", [FERRY, SEVERAL])
    def test_a_badge_stands_on_both_sides(self, one: Comparison) -> None:
        view = _view(report(one))
        for row in view.rows:
            for numbered in row.findings:
                assert any(numbered.number in piece.findings for piece in row.rewrite)
                there = [p for cell in row.sources for p in cell.pieces if numbered.number in p.findings]
                assert bool(there) == (numbered.finding.source_text is not None)
                if there:
                    assert "".join(piece.text for piece in there) == numbered.finding.source_text

    def test_every_finding_has_one_row(self) -> None:
        view = _view(report(SEVERAL))
        assert sorted(one.number for row in view.rows for one in row.findings) == [1, 2, 3, 4, 5]

    def test_sentences_made_from_the_same_share_a_row(self) -> None:
        view = _view(report(FERRY))
        assert [len(row.spans) for row in view.rows] == [1, 2, 1, 1, 1, 1, 1]
        assert [row.kind for row in view.rows][:2] == [LinkKind.CLOSE, LinkKind.LOOSE]
        assert [row.unsupported for row in view.rows] == [False] * 5 + [True, False]
        assert view.rows[-1].role is Role.BOILERPLATE

    def test_sentences_without_an_original_stand_alone(self) -> None:
        """Two unsupported neighbours are two rows: nothing says that they belong together."""
        story = Story("r", ("Head", "One.", "Two."))
        assert [len(row.spans) for row in _view(report(Comparison(story, (), ()))).rows] == [1, 1, 1]

    def test_a_finding_in_the_headline_points_elsewhere(self) -> None:
        head = _view(report(SEVERAL)).rows[0]
        assert head.role is Role.HEADLINE
        assert head.kind is None
        assert [(cell.letter, cell.elsewhere) for cell in head.sources] == [("A", True)]

    def test_a_witness_outside_the_linked_sentences_is_shown_as_elsewhere(self) -> None:
        row = _view(report(SEVERAL)).rows[2]
        assert [(cell.letter, cell.elsewhere) for cell in row.sources] == [("A", False), ("B", False), ("B", True)]
        assert [f"{p.text}{p.findings}" for p in row.sources[-1].pieces if p.findings] == ["since 1998(4,)"]

    def test_a_mark_that_crosses_rows_goes_on_but_the_card_stands_once(self) -> None:
        *_, before, last = _view(report(SEVERAL)).rows
        assert "".join(piece.text for piece in last.rewrite if 5 in piece.findings) == "The end"
        assert not last.findings
        assert 5 in [one.number for one in before.findings]

    def test_a_source_sentence_in_two_rows_has_only_the_badges_of_its_row(self) -> None:
        """Otherwise nobody knows which highlight goes with which."""
        source = Story("s", ("Head", "The bridge cost 5 million and took 9 years."))
        rewrite = Story("r", ("Top", "It cost 6 million.", "It took 8 years, on both of its sides."))
        changes = (
            Change("number", Severity.ERROR, "6 million", "5 million"),
            Change("number", Severity.ERROR, "8 years", "9 years"),
        )
        other = Story("t", ("Head", "Both sides of it were built at once."))
        links = ((Link((1,), (1,)), Link((1,), (2,))), (Link((1,), (2,)),))
        view = _view(report(Comparison(rewrite, (source, other), links, changes)))
        badges = [{n for cell in row.sources for piece in cell.pieces for n in piece.findings} for row in view.rows]
        assert badges == [set(), {1}, {2}]

    def test_a_word_is_new_only_when_no_original_has_it(self) -> None:
        row = _view(report(SEVERAL)).rows[2]
        new = "".join(piece.text for piece in row.rewrite if piece.change is Wording.NEW)
        assert "Solheim" not in new
        assert "aboard" not in new

    def test_findings_outside_every_sentence_are_not_lost(self) -> None:
        """A span in text that the splitter left out stays with the sentence before it."""
        made = report(FERRY)
        entry = made.articles[1]
        short = replace(entry, sentences=tuple(s for s in entry.sentences if s.span.start < 300))
        lost = [f for f in made.examined[0].findings if f.rewrite_span.start >= short.sentences[-1].span.end]
        assert lost, "the test needs a finding past the last sentence"
        view = _view(replace(made, articles=(made.articles[0], short)))
        assert sum(len(row.findings) for row in view.rows) == 5
        assert "".join("".join(map(_text, view.rows)).split()) == "".join(entry.article.text.split())


class TestPublished:
    @pytest.mark.parametrize("one", [report(FERRY), report(SEVERAL), long_pair(30)])
    def test_columns_hold_the_whole_texts(self, one: Report) -> None:
        for column in columns(_view(one)):
            told = [piece.text for part in column.paragraphs for sentence in part for piece in sentence.pieces]
            assert "".join(told) == column.entry.article.text

    def test_both_sides_name_the_same_rows(self) -> None:
        source, rewrite = columns(_view(report(FERRY)))
        linked = [
            {row for part in column.paragraphs for one in part for row in one.rows} for column in (source, rewrite)
        ]
        assert linked[0] <= linked[1]
        anchors = [row for part in source.paragraphs for one in part for row in one.anchors]
        assert len(anchors) == len(set(anchors))


class TestVerdict:
    @pytest.mark.parametrize(
        ("one", "says"),
        [
            (
                FERRY,
                (
                    "A heavy rewrite of “Ferry with 214 aboard runs aground off Skarnholm”, Meridian Wire, 4 Mar 2025; "
                    "5 of its 6 sentences have a counterpart there; "
                    "2 contradictions, 1 changed hedge, 1 unsupported credit, 1 waived."
                ),
            ),
            (
                CLEAN,
                (
                    "Takes a part from “Ferry with 214 aboard runs aground off Skarnholm”, Meridian Wire, 4 Mar 2025; "
                    "its one sentence has a counterpart there; nothing to report."
                ),
            ),
            (ALONE, "No source found for “Snow closes the Brannock pass”."),
        ],
    )
    def test_says_what_of_and_how_many(self, one: Comparison, says: str) -> None:
        assert str(_view(report(one)).verdict) == says


class TestReason:
    @pytest.mark.parametrize(
        ("message", "says"),
        [
            ('"9 boats" — the original has "8 boats"', "Another figure for the same thing."),
            ('"9 boats" — the original has "8 boats" (in the next sentence)', "In the next sentence."),
            (
                '"9 boats": spelling differs, the original has "8 boats"',
                "Spelling differs, the original has “8 boats”.",
            ),
            ("“9 boats” — no original has this figure", "No original has this figure."),
            ("Quite another sentence", "Quite another sentence."),
            ("", "Another figure for the same thing."),
        ],
    )
    def test_keeps_what_the_wordings_do_not_say(self, message: str, says: str) -> None:
        finding = Finding("number", Severity.ERROR, message, Span(0, 7), "9 boats", "a", Span(0, 7), "8 boats", "f")
        assert reason(finding).replace('"', "”").replace("has ”", "has “") == says
