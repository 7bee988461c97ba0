"""Relations and directions against what is known: corpus/, and where present ../shared/data.

    python -m benchmarks.relations

Derived or not, common sources with and without the third text at hand, and which of two articles came first. By words
alone, as `scan` and `check` verify; directions from the facts as well, as `compare` reports them.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from benchmarks.gold import load
from derive.align import align
from derive.ingest import read as ingest
from derive.lineage import Derivation, settled
from derive.model import Article, Direction, Document, Relation, RelationKind
from derive.pipeline import reading, scan, verify
from derive.recipe import DEFAULT
from derive.relate import relate
from derive.text import read

SHARED = Path("../shared/data")
CORPUS = {one.id: one for one in ingest(["corpus/archive.jsonl"]) if isinstance(one, Article)}
TRUTH: dict[str, list[dict[str, Any]]] = json.loads(Path("corpus/relations.json").read_text("utf-8"))


def probability(relation: Relation) -> float:
    """That the pair is derived."""
    independent = relation.kind is RelationKind.INDEPENDENT
    return 1 - relation.confidence if independent else relation.confidence


def auc(positive: list[float], negative: list[float]) -> float:
    """How often a derived pair scores above an independent one."""
    wins = sum((p > n) + (p == n) / 2 for p in positive for n in negative)
    return round(wins / (len(positive) * len(negative)), 4)


def levels() -> Iterator[tuple[Article, Article]]:
    """The advanced and the elementary telling of each story."""
    for line in (SHARED / "derivation/levels.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["adv"] and record["ele"]:
            yield Article("adv", record["adv"]), Article("ele", record["ele"])


def same_event() -> Iterator[tuple[Document, Document]]:
    """Reports of one event by two newsrooms."""
    events: dict[str, list[Document]] = defaultdict(list)
    for line in (SHARED / "derivation/same_event.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        events[record["event"]].append(read(Article(record["id"], f"{record['title']}\n\n{record['text']}")))
    for documents in events.values():
        yield from itertools.combinations(documents, 2)


def told(relations: list[Relation]) -> str:
    """How many are called what."""
    return ", ".join(f"{count} {kind}" for kind, count in Counter(one.kind.value for one in relations).most_common())


def derived_or_not() -> dict[str, Any]:
    """Rewrites against independent reports."""
    own = [verify(read(CORPUS[one["same_event_as"]]), read(CORPUS[one["article"]]))[1] for one in TRUTH["independent"]]
    figures: dict[str, Any] = {"independent, corpus": told(own)}
    if SHARED.is_dir():
        simple = [verify(read(one), read(other))[1] for one, other in levels()]
        events = [verify(one, other)[1] for one, other in same_event()]
        p, n = ([probability(one) for one in group] for group in (simple, events))
        figures |= {
            "levels found": f"{sum(one >= 0.5 for one in p)} of {len(p)}",
            "same event above one half": f"{sum(one >= 0.5 for one in n)} of {len(n)}",
            "same event": told(events),
            "AUC": auc(p, n),
        }
    return figures


def common_source() -> dict[str, Any]:
    """Two rewrites of one wire story: called what alone, an edge or none with the wire at hand."""
    alone, edges = [], 0
    for one in TRUTH["common_source"]:
        first, second = one["articles"]
        documents = {id: read(CORPUS[id]) for id in (first, second, one["original"])}
        alone.append(verify(documents[first], documents[second])[1])
        sisters = sorted((first, second), key=lambda id: str(CORPUS[id].published))
        known = [Derivation(one["original"], id, 0.5) for id in sisters] + [Derivation(*sisters, 0.9)]
        edges += Derivation(*sisters, 0.9) in settled(known, documents.__getitem__)
    report = scan(list(CORPUS.values()), checks=())
    pairs = {frozenset(one["articles"]) for one in TRUTH["common_source"]}
    found = {(edge.source, edge.rewrite) for family in report.families for edge in family.edges}
    named = {(source.article, one.article) for one in report.examined for source in one.sources}
    truth = {(one["source"], one["rewrite"]) for one in TRUTH["derivations"]}
    cases = len(alone)
    return {
        "with the wire, right": f"{cases - edges} of {cases}",
        "scan of the corpus, edges between sisters": sum(frozenset(edge) in pairs for edge in found),
        "scan of the corpus, derivations found": f"{len(found & truth)} of {len(truth)}",
        "scan of the corpus, other edges": sorted(found - truth),
        "scan of the corpus, named as sources": f"{len(named & truth)} of {len(truth)}",
        "scan of the corpus, other sources": sorted(named - truth),
        "without the wire": told(alone),
    }


def direction(pairs: list[tuple[Article, Article]], *, dated: bool) -> str:
    """Source first is right, in both orders."""
    verdicts: Counter[str] = Counter()
    for pair in pairs:
        bare = [one if dated else replace(one, published=None, outlet=None) for one in pair]
        for order, right in ((bare, Direction.SOURCE_FIRST), (bare[::-1], Direction.REWRITE_FIRST)):
            a, b = map(reading, order)
            found = relate(align(a, b, DEFAULT.align), DEFAULT.relate, (a, b)).direction
            verdicts["undecided" if found is Direction.UNDECIDED else "right" if found is right else "wrong"] += 1
    decided = verdicts["right"] + verdicts["wrong"]
    total = decided + verdicts["undecided"]
    return (
        f"{verdicts['right']} right of {decided} decided ({verdicts['right'] / (decided or 1):.1%}) "
        f"of {total} ({decided / (total or 1):.1%})"
    )


def directions() -> dict[str, str]:
    """From text alone and with dates."""
    own = [(CORPUS[one["source"]], CORPUS[one["rewrite"]]) for one in TRUTH["derivations"]]
    longer = [pair for pair in own if len(pair[1].text) > len(pair[0].text)]
    figures = {
        "with dates, corpus": direction(own, dated=True),
        "text alone, corpus, rewrite longer": direction(longer, dated=False),
        "text alone, corpus": direction(own, dated=False),
    }
    if SHARED.is_dir():
        rewrites = [(one.source, one.rewrite) for one in load(SHARED / "rewrites")]
        figures["text alone, rewrites"] = direction(rewrites, dated=False)
        figures["text alone, levels"] = direction(list(levels()), dated=False)
    return figures


def main() -> None:
    """Print as JSON."""
    for part in (derived_or_not, common_source, directions):
        print(json.dumps({part.__name__.replace("_", " "): part()}, indent=1), flush=True)


if __name__ == "__main__":
    main()
