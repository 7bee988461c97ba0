"""A whole corpus -> the pairs worth aligning. Four routes; what they bring is ranked by TF-IDF and wording together.

Wording bands find copies and edits, substance bands rewordings, passage bands what one long article lifts from
another; the exact route adds up rare words and figures and finds the brief that lifts three sentences. No pair is
called derived here, and no two pairs are chained.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from derive.model import Article, Candidate
from derive.recipe import DEFAULT, SketchRecipe
from derive.retrieve.boilerplate import NONE, Boilerplate
from derive.sketch.bands import PASSAGE, SUBSTANCE, WORDING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from derive.sketch.bulk import Sketches

MOST = 50
"""Pairs an article may bring, its best; a partner's best stay too."""

_FLOOR = 0.06  # of the score, half the cosine and half the share of equal wording slots; a rewrite's least is .12
_AKIN = 0.25  # share of equal slots of two passages: below, a band is chance
_LIFTED = 0.5  # … from here on the pair stays whatever the rest of the articles is about


def pairs(
    articles: Sequence[Article], recipe: SketchRecipe = DEFAULT.sketch, boilerplate: Boilerplate = NONE
) -> list[Candidate]:
    """The pairs of a corpus that may be derivations, in the order of the articles; undirected, each once.

    Boilerplate is left out of every sketch: what all share pairs nobody.
    `source_id` is the earlier of the two in the sequence, `score` (0 to 1) the mean of the cosine of their TF-IDF
    vectors and the share of wording slots in common. Articles of the very same wording are paired with the first of
    them only, which stands for all in every other pair.
    """
    import numpy as np

    from derive.retrieve.buckets import distinct
    from derive.retrieve.exact import cosines, similar, vectors
    from derive.sketch.bulk import sketch_many

    if len(articles) < 2:
        return []
    many = sketch_many([article.text for article in articles], recipe, boilerplate.runs)
    firsts = _first_of_its_wording(many.wording)
    copies = np.flatnonzero(firsts != np.arange(len(articles)))
    tfidf = vectors(many)
    passages, shares = _by_passages(many, recipe)
    lifted = firsts[passages[shares >= _LIFTED]]
    found = distinct(firsts[np.concatenate([_by_bands(many, recipe), passages, similar(tfidf)])])
    equal = (many.wording[found[:, 0]] == many.wording[found[:, 1]]).mean(axis=1)
    cosine = np.clip(cosines(tfidf, found), 0, 1)
    scores = (cosine + equal) / 2
    kept = _best(found, np.where(_among(found, distinct(lifted)), np.maximum(scores, _FLOOR), scores))
    rows = [
        *zip(*found[kept].T.tolist(), scores[kept].tolist(), cosine[kept].tolist(), equal[kept].tolist(), strict=True)
    ]
    rows += [(int(firsts[copy]), int(copy), 1.0, 1.0, 1.0) for copy in copies.tolist()]
    return [
        Candidate(
            articles[low].id,
            articles[high].id,
            round(score, 4),
            (f"rare words and figures in common: {near:.2f}", f"wording in common: {same:.2f}"),
        )
        for low, high, score, near, same in sorted(rows)
    ]


def _first_of_its_wording(wording: NDArray[np.uint32]) -> NDArray[np.int64]:
    """For each article the first with the same wording signature; one without words is its own."""
    import numpy as np

    rows = np.ascontiguousarray(wording).view(np.dtype((np.void, wording.shape[1] * wording.itemsize))).ravel()
    _, first, inverse = np.unique(rows, return_index=True, return_inverse=True)
    empty = (wording == 0xFFFFFFFF).all(axis=1)
    return np.where(empty, np.arange(len(wording)), first[inverse.ravel()])


def _by_bands(many: Sketches, recipe: SketchRecipe) -> NDArray[np.int64]:
    """Pairs whose articles share a band."""
    import numpy as np

    from derive.retrieve.buckets import collisions
    from derive.sketch.bands import keys_of_many

    wording = collisions(*keys_of_many(many.wording, recipe.wording_bands, WORDING))
    substance = collisions(*keys_of_many(many.substance, recipe.substance_bands, SUBSTANCE))
    return np.concatenate((wording, substance))


def _by_passages(many: Sketches, recipe: SketchRecipe) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Pairs whose articles have passages that share a band, and the share of the passages' slots that are equal."""
    import numpy as np

    from derive.retrieve.buckets import collisions
    from derive.sketch.bands import keys_of_many

    owners = np.repeat(np.arange(len(many)), np.diff(many.passage_starts))
    found = collisions(*keys_of_many(many.passages, recipe.passage_bands, PASSAGE))
    equal = (many.passages[found[:, 0]] == many.passages[found[:, 1]]).mean(axis=1)
    near = equal >= _AKIN
    return owners[found[near]], equal[near]


def _among(found: NDArray[np.int64], some: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the pairs are among some."""
    import numpy as np

    return np.isin(found[:, 0] << 32 | found[:, 1], some[:, 0] << 32 | some[:, 1])


def _best(found: NDArray[np.int64], scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """The places of the pairs that are among the `MOST` best of either article, and no stranger's."""
    import numpy as np

    places = np.tile(np.arange(len(found)), 2)
    owners = np.concatenate((found[:, 0], found[:, 1]))
    order = np.lexsort((places, -np.tile(scores, 2), owners))
    owners, places = owners[order], places[order]
    starts = np.searchsorted(owners, owners)
    chosen = np.unique(places[np.arange(len(owners)) - starts < MOST])
    return chosen[scores[chosen] >= _FLOOR]
