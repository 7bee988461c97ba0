"""The compiled path gives bit for bit what the plain one gives, which is what datasketch gives."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from derive.recipe import SketchRecipe
from derive.sketch import Sketch, sketch, wording_keys
from derive.sketch.bands import keys_of_many
from derive.sketch.bulk import Sketches, sketch_many
from tests.sketch.test_signature import STORY, defined, plain

RECIPE = SketchRecipe()
ODD = [
    "",
    " ",
    "one",
    "one two",
    "“Curly” ‘quotes’ — and… dashes\u00a0there",
    "\"Curly\" 'quotes' - and... dashes there",
    "1,250 3.5 1,2,3 1.2.3 ,5 5, .5 5. 1,.5 1.,5 59bn F-16 2019 1987x 19 100",
    "CAFÉ café cafe\u0301 Ｎｏｒｖａｎｅ ﬁnance ½ ٣٤٥ 東京タワー Straße ΣΊΣΥΦΟΣ \ud800 \x00",
    "a" * 5000 + " " + "é" * 5000 + " b1c2d3" * 40,
    "the of and to in " * 50,
    STORY,
    STORY.upper(),
    STORY.replace("'", "’"),
]


def one_of(many: Sketches, at: int) -> Sketch:
    def part(values: object, starts: object) -> list[object]:
        return values[starts[at] : starts[at + 1]].tolist()  # type: ignore[index,no-any-return]

    return Sketch(
        many.wording[at].tolist(),
        many.substance[at].tolist(),
        tuple(part(many.passages, many.passage_starts)),  # type: ignore[arg-type]
        dict(zip(part(many.terms, many.term_starts), part(many.weights, many.term_starts), strict=True)),  # type: ignore[arg-type]
    )


def agree(texts: list[str], recipe: SketchRecipe) -> None:
    many = sketch_many(texts, recipe)
    assert len(many) == len(texts)
    for at, text in enumerate(texts):
        single, bulk = sketch(text, recipe), one_of(many, at)
        assert plain(single) == plain(bulk) == defined(text, recipe)
        assert list(single.terms.items()) == list(bulk.terms.items())


def test_both_paths_and_datasketch_agree() -> None:
    agree(ODD, RECIPE)


@pytest.mark.parametrize("recipe", [replace(RECIPE, ngram=1), replace(RECIPE, ngram=5, seed=7, rare_below=60)])
def test_they_agree_under_other_recipes(recipe: SketchRecipe) -> None:
    agree(ODD, recipe)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=200), min_size=1, max_size=8))
def test_they_agree_on_anything(texts: list[str]) -> None:
    agree(texts, RECIPE)


def test_no_texts_give_no_sketches() -> None:
    assert len(sketch_many([], RECIPE)) == 0


def test_order_and_number_of_texts_change_nothing() -> None:
    texts = [f"{STORY} {number}00 zq{number}" for number in range(1200)]
    many = sketch_many(texts, RECIPE)
    for at in (0, 511, 512, 513, 1199):
        assert plain(one_of(many, at)) == plain(sketch(texts[at], RECIPE))


def test_only_wording_where_nothing_is_rare() -> None:
    recipe = replace(RECIPE, rare_below=0)
    many = sketch_many(ODD, recipe)
    assert (len(many.terms), len(many.passages)) == (0, 0)
    assert many.wording.tolist() == sketch_many(ODD, RECIPE).wording.tolist()


def test_band_keys_agree() -> None:
    many = sketch_many(ODD, RECIPE)
    keys, owners = keys_of_many(many.wording, RECIPE.wording_bands, 0)
    for at, text in enumerate(ODD):
        assert keys[owners == at].tolist() == wording_keys(sketch(text, RECIPE), RECIPE)
