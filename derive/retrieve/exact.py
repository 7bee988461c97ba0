"""The exact route of a corpus: pairs whose shared rare words and figures outweigh a stranger's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from derive.sketch.bulk import Sketches

FLOOR = 0.1
"""Cosine of the TF-IDF vectors. Of 73 rewrites the loosest has .16 with its source."""

_BUDGET = (
    4000  # additions an article: common terms go first until they are paid for, so cost grows with the corpus only
)
_ROWS = 1000


def vectors(many: Sketches) -> Any:
    """The TF-IDF vectors of a corpus, of length 1: a scipy CSR matrix (articles, terms), by scikit-learn."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfTransformer

    names, columns = np.unique(many.terms, return_inverse=True)
    shape = (len(many), len(names) or 1)
    counts = csr_matrix((many.weights.astype(np.float32) / 10, columns, many.term_starts), shape=shape)
    return TfidfTransformer().fit_transform(counts)


def similar(tfidf: Any) -> NDArray[np.int64]:
    """The pairs (low, high) of articles whose cosine, over the terms that the budget admits, is at least `FLOOR`."""
    import numpy as np

    kept = affordable(np.bincount(tfidf.indices, minlength=tfidf.shape[1]), tfidf.shape[0])
    some = tfidf[:, kept].tocsr()
    across = some.T.tocsr()
    found = [np.empty((0, 2), np.int64)]
    for start in range(0, some.shape[0], _ROWS):
        products = (some[start : start + _ROWS] @ across).tocoo()
        rows = products.row.astype(np.int64) + start
        near = (products.data >= FLOOR) & (rows < products.col)
        found.append(np.stack((rows[near], products.col[near].astype(np.int64)), axis=1))
    return np.concatenate(found)


def affordable(df: NDArray[np.int64], articles: int) -> NDArray[np.int64]:
    """The terms that two articles or more hold, rarest first, as many as `_BUDGET` additions an article pay for."""
    import numpy as np

    order = np.argsort(df, kind="stable")
    order = order[df[order] > 1]
    spent = np.cumsum(df[order].astype(np.float64) ** 2)
    return np.sort(order[spent <= _BUDGET * articles])


def cosines(tfidf: Any, pairs: NDArray[np.int64]) -> NDArray[np.float32]:
    """The cosine of each pair, over all terms."""
    import numpy as np

    parts = [pairs[start : start + 10_000] for start in range(0, len(pairs), 10_000)]
    done = [np.asarray(tfidf[part[:, 0]].multiply(tfidf[part[:, 1]]).sum(axis=1)).ravel() for part in parts]
    return np.concatenate([np.empty(0, np.float32), *done]).astype(np.float32)
