"""Fit the weights of the direction's evidence (logistic regression without a constant) and report.

    python -m benchmarks.train_direction [--write]

Ground, dates hidden: corpus/ (pairs whose rewrite is the longer one are counted apart) and, where present, the
annotated rewrites. `levels` (teachers' simplifications) is reported, never trained on: there the shorter text is
always the derived one, which news does not obey.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.gold import load
from derive.align import align
from derive.model import Article
from derive.pipeline import reading
from derive.recipe import DEFAULT
from derive.relate.direction import measures

SHARED = Path("../shared/data")
TARGET = Path("derive/relate/direction.json")


def cases() -> Iterator[tuple[str, str, dict[str, float]]]:
    """Group, story, and the measures of each pair, source first, without dates and outlets."""
    folders = [("corpus", Path("corpus/pairs")), ("rewrites", SHARED / "rewrites")]
    for group, folder in folders:
        for pair in load(folder):
            source, rewrite = (reading(Article(one.id, one.text)) for one in (pair.source, pair.rewrite))
            longer = group == "corpus" and len(rewrite.document.tokens) > len(source.document.tokens)
            values = measures(align(source, rewrite, DEFAULT.align), source, rewrite)
            story = pair.name.split("-")[0]
            yield "corpus, rewrite longer" if longer else group, story, {k: v for k, (v, _) in values.items()}
    if (SHARED / "derivation").is_dir():
        for line in (SHARED / "derivation/levels.jsonl").read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["adv"] and record["ele"]:
                source, rewrite = (reading(Article(level, record[level])) for level in ("adv", "ele"))
                values = measures(align(source, rewrite, DEFAULT.align), source, rewrite)
                yield "levels", record["story"], {k: v for k, (v, _) in values.items()}


def main(write: bool) -> None:
    """Cross-validate by story, report both orders (they mirror each other), fit on all."""
    data = list(cases())
    names = list(data[0][2])
    x = np.array([[values[name] for name in names] for _, _, values in data])
    groups = np.array([group for group, _, _ in data])
    trained = groups != "levels"
    scores = np.zeros(len(x))

    def fit(rows: np.ndarray) -> LogisticRegression:
        both = np.vstack([x[rows], -x[rows]])
        truth = np.array([1] * len(rows) + [0] * len(rows))
        return LogisticRegression(C=1.0, fit_intercept=False, max_iter=2000).fit(both, truth)

    rows = np.flatnonzero(trained)
    stories = [data[row][1] for row in rows]
    for train, test in GroupKFold(8).split(rows, groups=stories):
        scores[rows[test]] = fit(rows[train]).decision_function(x[rows[test]])
    model = fit(rows)
    scores[~trained] = model.decision_function(x[~trained])
    confidence = 1 / (1 + np.exp(-np.abs(scores)))
    report = {}
    for group in sorted(set(groups)):
        here = groups == group
        decided = here & (confidence >= DEFAULT.relate.decided)
        right = int((scores[decided] > 0).sum())
        report[group] = f"{right} right of {int(decided.sum())} decided of {int(here.sum())}"
    weights = {name: round(float(one), 3) for name, one in zip(names, model.coef_[0], strict=True)}
    weights["credit"] = 3.0  # outlets are hidden in training; whoever names the other's outlet took from it
    text = json.dumps({"weights": weights, "report": report}, indent=1)
    print(text)
    if write:
        TARGET.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv)
