"""Runs of words: counted over a corpus, and left out of sketches, alike in both paths."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from derive.recipe import SketchRecipe
from derive.sketch import sketch
from derive.sketch.bulk import sketch_many
from derive.sketch.runs import GAP, RUN, hashed, known, recurring, runs_of
from derive.sketch.words import words

RECIPE = replace(SketchRecipe(), passage_slots=0)
TEXTS = st.lists(
    st.lists(st.sampled_from(["quay", "of", "1,200", "Zürich", "3.5", "a"]), max_size=30).map(" ".join), max_size=6
)


def test_a_run_inside_one_text_recurs_in_no_other() -> None:
    runs, texts = recurring(["one two three four five six " * 5, "", "seven"], 2)
    assert (len(runs), len(texts)) == (0, 0)


def test_every_digit_is_one() -> None:
    assert hashed("© 2024 at 3.5 or 1,250") == hashed("© 2025 at 9.1 or 3,871")


def test_a_short_gap_between_two_known_runs_is_known_and_a_longer_one_is_not() -> None:
    first, second = [[number * 10 + at for at in range(RUN)] for number in (1, 2)]
    runs = {*runs_of(first), *runs_of(second)}
    assert known([*first, *[7] * GAP, *second], runs) == [True] * (2 * RUN + GAP)
    assert known([*first, *[7] * (GAP + 1), *second], runs) == [True] * RUN + [False] * (GAP + 1) + [True] * RUN


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_what_recurs_is_what_counting_finds(texts: list[str]) -> None:
    held = {(run, at) for at, text in enumerate(texts) for run in runs_of(hashed(text))}
    often = {one for one in held if sum(other == one[0] for other, _ in held) >= 2}
    runs, numbers = recurring(texts, 2)
    assert list(zip(runs.tolist(), numbers.tolist(), strict=True)) == sorted(often)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_words_of_known_runs_are_left_out_as_if_they_did_not_stand_there(texts: list[str]) -> None:
    runs = frozenset(run for text in texts[:2] for run in runs_of(hashed(text)))
    many = list(sketch_many(texts, RECIPE, runs))
    for text, bulk in zip(texts, many, strict=True):
        kept = [word for word, out in zip(words(text), known(hashed(text), runs), strict=True) if not out]
        single = sketch(" ".join(kept), RECIPE)
        assert (bulk.wording.tolist(), bulk.substance.tolist()) == (single.wording.tolist(), single.substance.tolist())
        assert bulk.terms == single.terms
