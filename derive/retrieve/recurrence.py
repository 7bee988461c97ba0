"""A corpus -> its boilerplate: the runs of words that unrelated articles share, learnt before anything is sketched.

Ten thousand articles that share a paragraph share the passage bands of it, and a hundred thousand pairs would be
aligned only to find that nothing else links them; so its words must be gone before articles are paired, and its
sentences before a pair is judged. It is counted in runs of words, not in sentences, so that a paragraph with another
name or number in each article is known all the same.

How often is not enough: a story that thirty papers print stands in thirty articles, too. What tells the two apart is
the rest of those articles, which for boilerplate tells as many other stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from derive.model import Article
from derive.recipe import DEFAULT, SketchRecipe
from derive.retrieve.boilerplate import NONE, Boilerplate, Run
from derive.retrieve.refrain import EACH, LEAST, OTHER, REST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from derive.sketch.bulk import Sketches

    Runs = NDArray[np.uint32]
    Keys = NDArray[np.uint64]
    Numbers = NDArray[np.int64]

_ANYWHERE = 20  # articles that must hold a run where it is no single outlet's: six papers may lift one brief
_TOLD = 500  # of the commonest runs are kept in words: some ten paragraphs


def learn(articles: Sequence[Article], recipe: SketchRecipe = DEFAULT.sketch) -> Boilerplate:
    """Learn from a corpus: the runs that `LEAST` stories of one outlet hold, or `_ANYWHERE` stories of any."""
    import numpy as np

    from derive.sketch.runs import recurring

    runs, holders = recurring([one.text for one in articles], LEAST)
    if not len(runs):
        return NONE
    each, firsts, counts = np.unique(runs, return_index=True, return_counts=True)
    nobodys = np.isin(each, _nobodys(articles, runs, holders, recipe))
    found = zip(each[nobodys].tolist(), counts[nobodys].tolist(), holders[firsts[nobodys]].tolist(), strict=True)
    known = sorted(map(Run._make, found), key=lambda one: (-one.articles, one.first, one.run))
    return Boilerplate(frozenset(one.run for one in known), tuple(known[:_TOLD]))


def _nobodys(articles: Sequence[Article], runs: Runs, holders: Numbers, recipe: SketchRecipe) -> Keys:
    """Those of the runs whose holders are strangers but for what recurs."""
    import numpy as np

    from derive.sketch.bulk import sketch_many

    numbers, holders = np.unique(holders, return_inverse=True)
    some = [articles[at] for at in numbers.tolist()]
    texts, recipe = [one.text for one in some], replace(recipe, passage_slots=0)
    whole, rest = sketch_many(texts, recipe), sketch_many(texts, recipe, frozenset(runs.tolist()))
    own = np.diff(rest.term_starts)
    telling = ((own > 0) & (own >= REST * np.diff(whole.term_starts)))[holders]
    keys, holders = runs[telling].astype(np.uint64), holders[telling]
    names = {one.outlet: at for at, one in enumerate(some) if one.outlet}
    outlets = np.array([names.get(one.outlet, -1) for one in some], np.int64)[holders]
    named = outlets >= 0
    by_outlet = (keys[named] << np.uint64(32)) | outlets[named].astype(np.uint64)
    order = np.argsort(by_outlet, kind="stable")
    of_one, samples_of_one = _spread(by_outlet[order], holders[named][order], LEAST)
    of_any, samples_of_any = _spread(keys, holders, _ANYWHERE)
    strange = _strangers(np.concatenate((samples_of_one, samples_of_any)), rest)
    return np.concatenate((of_one >> np.uint64(32), of_any))[strange]


def _spread(keys: Keys, holders: Numbers, least: int) -> tuple[Keys, Numbers]:
    """The keys (ascending) of `least` holders or more, and `EACH` of the holders of each, spread over all."""
    import numpy as np

    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.r_[starts, len(keys)])
    starts, sizes = starts[sizes >= least, None], sizes[sizes >= least, None]
    return keys[starts[:, 0]], holders[starts + np.arange(EACH) * sizes // EACH]


def _strangers(samples: Numbers, rest: Sketches) -> NDArray[np.bool_]:
    """For each row of articles whether `LEAST` of them are like none before them in the row."""
    import numpy as np

    from derive.retrieve.exact import cosines, vectors

    if not len(samples):
        return np.zeros(0, np.bool_)
    rows, inverse = np.unique(samples, axis=0, return_inverse=True)  # the runs of a paragraph have the same holders
    first, second = np.triu_indices(EACH, 1)
    pairs, back = np.unique(rows[:, first] << 32 | rows[:, second], return_inverse=True)
    near = cosines(vectors(rest), np.stack((pairs >> 32, pairs & 0xFFFFFFFF), axis=1))[back.reshape(-1, len(first))]
    repeats = np.zeros(rows.shape, np.bool_)
    for column, at in enumerate(second):
        repeats[:, at] |= near[:, column] >= OTHER
    strange: NDArray[np.bool_] = (~repeats).sum(axis=1) >= LEAST
    return strange[inverse.ravel()]
