"""Signatures: datasketch is their definition."""

from hashlib import sha256

import datasketch
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from derive.recipe import SketchRecipe
from derive.sketch import Sketch, sketch, wording_keys
from derive.sketch.bands import FAMILY
from derive.sketch.hashing import permutations, shingle_hash, word_hash
from derive.sketch.terms import commonness
from derive.sketch.words import words

RECIPE = SketchRecipe()
LETTERS = st.text(st.sampled_from("abc 019.,'’“é-A\n東\u00ad"), max_size=300)
STORY = (
    "The ferry Mabel left Port Halden at 6.40 on Friday with 1,250 passengers, Norvane officials said.\n\n"
    "“Nobody told us,” said Marta Lindqvist, 34, of the Calder-Roth Line. She put the bill at $4.2m (€3.9m).\n\n"
) * 4


def by_datasketch(hashes: list[int], slots: int, seed: int) -> list[int]:
    made = datasketch.MinHash(num_perm=slots, seed=seed, hashfunc=lambda value: value, scheme="affine32")
    made.update_batch(hashes)
    return [int(value) for value in made.hashvalues]


def defined(text: str, recipe: SketchRecipe) -> tuple[list[int], list[int], list[list[int]]]:
    """Wording, substance and passages as the documentation defines them, with nothing of our signing code."""
    found = words(text)
    n, size = min(recipe.ngram, len(found)), recipe.passage_words
    shingles = [shingle_hash([word_hash(w) for w in found[i : i + n]]) for i in range(len(found) - n + 1)] if n else []

    def terms(of: list[str]) -> list[int]:
        return [word_hash(word) for word in of if commonness(word) < recipe.rare_below]

    starts = range(0, max(1, len(found) - size // 2), size // 2) if found else ()
    return (
        by_datasketch(shingles, recipe.wording_slots, recipe.seed),
        by_datasketch(terms(found), recipe.substance_slots, recipe.seed),
        [by_datasketch(terms(found[i : i + size]), recipe.passage_slots, recipe.seed) for i in starts],
    )


def plain(one: Sketch) -> tuple[list[int], list[int], list[list[int]]]:
    return list(one.wording), list(one.substance), [list(passage) for passage in one.passages]


@pytest.mark.parametrize(("slots", "seed"), [(1, 1), (64, 1), (128, 1), (700, 1), (128, 7), (128, 2**32 - 1)])
def test_permutations_are_those_of_datasketch(slots: int, seed: int) -> None:
    a, b = datasketch.MinHash(slots, seed).permutations
    assert list(zip(a.tolist(), b.tolist(), strict=True)) == list(permutations(slots, seed))


@pytest.mark.parametrize("text", ["", "one", "one two", "one two three", STORY, "the of and " * 40, "zzqx " * 200])
def test_signatures_are_those_of_datasketch(text: str) -> None:
    assert plain(sketch(text, RECIPE)) == defined(text, RECIPE)


@settings(max_examples=40, deadline=None)
@given(LETTERS)
def test_signatures_of_odd_texts_are_those_of_datasketch(text: str) -> None:
    small = SketchRecipe(wording_slots=16, substance_slots=8, passage_slots=4, passage_words=6)
    assert plain(sketch(text, small)) == defined(text, small)


def test_a_signature_is_of_a_set() -> None:
    assert sketch("alpha beta gamma " * 2, RECIPE).substance == sketch("gamma alpha beta", RECIPE).substance


def test_texts_without_words_share_no_band() -> None:
    assert wording_keys(sketch("", RECIPE), RECIPE) == wording_keys(sketch("— !", RECIPE), RECIPE) == []


def test_band_keys_and_terms_never_meet() -> None:
    one = sketch(STORY, RECIPE)
    assert len(set(wording_keys(one, RECIPE))) == RECIPE.wording_bands[0]
    assert all(FAMILY <= key < 2 * FAMILY for key in wording_keys(one, RECIPE))
    assert all(term < 1 << 32 for term in one.terms)


def test_figures_and_rare_words_are_terms() -> None:
    spelt = {word_hash(word): word for word in words(STORY)}
    found = {spelt[term] for term in sketch(STORY, RECIPE).terms}
    assert {"halden", "norvane", "lindqvist", "1250", "4.2m"} <= found
    assert not {"the", "said", "on", "6", "34", "friday"} & found


def test_what_archives_hold_stays_what_it_is() -> None:
    """When this fails, every stored sketch is stale: raise SketchRecipe.version with the new value."""
    text = STORY + "Ｎｏｒｖａｎｅ’s café — 東京, 2019; U.S. 3.5% ﬁnance ½ Øre"
    one = sketch(text, RECIPE)
    said = repr((plain(one), sorted(one.terms.items()), wording_keys(one, RECIPE)))
    assert (RECIPE.version, sha256(said.encode()).hexdigest()[:16]) == (1, "d0570ebc4cd8bd9d")
