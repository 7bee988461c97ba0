"""Fit "derived or independent" (logistic regression) and write `derive/relate/coefficients.json`.

    python -m benchmarks.train_relate

Two ways to derive are learnt apart: a whole story told again, and a few sentences lifted into a story of one's own.
Ground: corpus/, and where present ../shared/data (levels, same_event, rewrites, and of the wikinews articles those
that tell how a story went on: they share its background, and no wording). The bias of each model is moved so that one
half is the operating point: at most one in a hundred independent pairs of one event above it.
The report, cross-validated by story, goes into the same file.
"""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from benchmarks.gold import load
from derive.align import align_words
from derive.model import Article, Document
from derive.recipe import DEFAULT
from derive.relate.signals import Signals, signals
from derive.retrieve import pairs
from derive.text import read

SHARED = Path("../shared/data")
TARGET = Path("derive/relate/coefficients.json")
MODELS = {
    "whole": (("coverage_low", "strong", "peak", "names"), {"light", "moderate", "heavy", "levels"}),
    "partial": (("coverage", "coverage_low", "strong", "certainty", "peak", "runs", "names"), {"brief"}),
}
NEGATIVE = {"whole": {"independent"}, "partial": {"independent", "follow-up"}}
FALSE = {"whole": 0.0, "partial": 0.0065}  # share of independent pairs that may lie above one half: of 156 none and one
LIFTED = 7  # words: articles that share such a run share text, and are no example of a follow-up


@dataclass(frozen=True)
class Case:
    """A pair with its truth: `kind` is a style of rewriting, "levels", "independent" or "follow-up"."""

    story: str
    kind: str
    signals: Signals


def case(story: str, kind: str, one: Document, other: Document) -> Case:
    """Measure a pair."""
    return Case(story, kind, signals(align_words(one, other, DEFAULT.align)))


def own() -> Iterator[Case]:
    """The sample newsroom."""
    records = map(json.loads, Path("corpus/archive.jsonl").read_text("utf-8").splitlines())
    articles = {one["id"]: read(Article(one["id"], f"{one['title']}\n\n{one['text']}")) for one in records}
    relations = json.loads(Path("corpus/relations.json").read_text("utf-8"))
    for one in relations["derivations"]:
        if one["style"] in ("light", "moderate", "heavy", "brief"):
            yield case(one["source"], one["style"], articles[one["source"]], articles[one["rewrite"]])
    for one in relations["independent"]:
        story = one["same_event_as"]
        yield case(story, "independent", articles[story], articles[one["article"]])


def shared() -> Iterator[Case]:
    """What lies beside the project."""
    for line in (SHARED / "derivation/levels.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["adv"] and record["ele"]:
            documents = (read(Article(level, record[level])) for level in ("adv", "ele"))
            yield case(record["story"], "levels", *documents)
    events: dict[str, list[Document]] = defaultdict(list)
    for line in (SHARED / "derivation/same_event.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        events[record["event"]].append(read(Article(record["id"], f"{record['title']}\n\n{record['text']}")))
    for event, documents_of in events.items():
        for one, other in itertools.combinations(documents_of, 2):
            yield case(event, "independent", one, other)
    for pair in load(SHARED / "rewrites"):
        yield case(pair.name, pair.gold["style"], read(pair.source), read(pair.rewrite))
    yield from follow_ups()


def follow_ups() -> Iterator[Case]:
    """Articles of one matter that have no text in common."""
    records = map(json.loads, (SHARED / "wikinews/articles.jsonl").read_text("utf-8").splitlines())
    articles = [Article(one["id"], f"{one['title']}\n\n{one['text']}") for one in records]
    documents = {one.id: read(one) for one in articles}
    for pair in pairs(articles):
        one, other = documents[pair.source_id], documents[pair.rewrite_id]
        if not _long_runs(one) & _long_runs(other):
            yield case(pair.source_id, "follow-up", one, other)


def _long_runs(document: Document) -> set[tuple[str, ...]]:
    words = [word.norm for sentence in document.body for word in document.words(sentence)]
    return set(zip(*(words[at:] for at in range(LIFTED)), strict=False))


def fit(cases: list[Case], name: str) -> dict[str, object]:
    """One model with its report."""
    fields, positive = MODELS[name]
    used = [one for one in cases if one.kind in positive | NEGATIVE[name]]
    x = np.array([[getattr(one.signals, field) for field in fields] for one in used])
    kinds = np.array([one.kind for one in used])
    y = np.isin(kinds, sorted(positive))
    weight = np.where(y, (~y).sum() / y.sum(), 1.0)
    scores = np.zeros(len(y))
    for train, test in GroupKFold(10).split(x, y, [one.story for one in used]):
        scores[test] = model(x[train], y[train], weight[train]).decision_function(x[test])
    events = kinds == "independent"
    cut = float(np.quantile(scores[events], 1 - FALSE[name]))
    found = {
        kind: f"{int((scores[kinds == kind] > cut).sum())} of {int((kinds == kind).sum())}"
        for kind in sorted(set(kinds))
    }
    final = model(x, y, weight)
    return {
        "bias": round(float(final.intercept_[0]) - cut, 3),
        "weights": {field: round(float(one), 3) for field, one in zip(fields, final.coef_[0], strict=True)},
        "report": {"auc": round(float(roc_auc_score(y[y | events], scores[y | events])), 4), "above_one_half": found},
    }


def model(x: NDArray[np.float64], y: NDArray[np.bool_], weight: NDArray[np.float64]) -> LogisticRegression:
    """The estimator."""
    return LogisticRegression(C=30.0, max_iter=5000).fit(x, y, sample_weight=weight)


def main() -> None:
    """Train on all that is at hand and write the file."""
    cases = [*own(), *(shared() if SHARED.is_dir() else ())]
    cases = [one for one in cases if one.signals.coverage > 0 or one.kind == "independent"]
    text = json.dumps({name: fit(cases, name) for name in MODELS}, indent=1)
    TARGET.write_text(text + "\n", "utf-8")
    print(text)


if __name__ == "__main__":
    main()
