"""Fit the aligner's bias and weights (logistic regression) on annotated pairs and print them for `recipe.py`.

    python -m benchmarks.train_aligner [GOLD_DIR ...]

Uses corpus/pairs, and the annotated rewrites where they are present. Reports F1 cross-validated by article.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.gold import Pair, load
from derive.align.evidence import Evidence, gather
from derive.align.terms import terms

FLOORS = (0.6, 0.65, 0.7, 0.75)
Links = set[tuple[int, int]]


def rows(pair: Pair) -> tuple[list[Evidence], list[int], list[Links]]:
    """Evidence, label (1 a link, 0 none, -1 neither) and gold links of each pair of sentences."""
    source, rewrite = pair.readings()
    of_source, of_rewrite = source.document.body, rewrite.document.body
    terms_a, terms_b = terms(source), terms(rewrite)
    evidence, labels, touched = [], [], []
    for i, j, signals in gather([terms_a[s.index] for s in of_source], [terms_b[s.index] for s in of_rewrite]):
        links = pair.touched(source.document, of_source[i], rewrite.document, of_rewrite[j])
        evidence.append(signals)
        touched.append(links)
        labels.append(1 if links & pair.wanted else -1 if links & pair.tolerated else 0)
    return evidence, labels, touched


def main(folders: list[str]) -> None:
    """Train, cross-validate, print."""
    pairs = [pair for folder in folders for pair in load(Path(folder))]
    data = [rows(pair) for pair in pairs]
    x = np.array([signals for evidence, _, _ in data for signals in evidence])
    y = np.array([label for _, labels, _ in data for label in labels])
    group = np.array([k for k, (_, labels, _) in enumerate(data) for _ in labels])
    scores = np.zeros(len(y))
    for train, test in GroupKFold(8).split(x, y, group):
        train = train[y[train] >= 0]
        scores[test] = LogisticRegression(max_iter=3000).fit(x[train], y[train]).predict_proba(x[test])[:, 1]
    for floor in FLOORS:
        found = wanted = reported = 0
        for k, pair in enumerate(pairs):
            mine = [links for links, score in zip(data[k][2], scores[group == k], strict=True) if score >= floor]
            got = {one for links in mine for one in links if pair.counts(one)}
            found += len(got & pair.wanted)
            reported += len(got)
            wanted += len(pair.wanted)
        precision, recall = found / reported, found / wanted
        f1 = 2 * precision * recall / (precision + recall)
        print(f"floor {floor:.2f}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    keep = y >= 0
    model = LogisticRegression(max_iter=3000).fit(x[keep], y[keep])
    print("bias", round(float(model.intercept_[0]), 2))
    print("weights", tuple(round(float(one), 2) for one in model.coef_[0]), Evidence._fields)


if __name__ == "__main__":
    shared = Path("../shared/data/rewrites")
    main(sys.argv[1:] or ["corpus/pairs", *([str(shared)] if shared.is_dir() else [])])
