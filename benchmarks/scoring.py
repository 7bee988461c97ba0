"""Reports held against annotated pairs: links, changed facts, false alarms. One-to-one and to the point.

A finding matches a change of its family that it overlaps, if it is no longer than twice the gold span plus 40
characters, or, for who, hedge and negation, stands in the same sentence. What is left over is a false alarm, unless it
lies at least half on an optional span.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from benchmarks.gold import Pair
from derive.model import Finding, Role, Severity
from derive.report import Report

FAMILIES = {
    "number": "figure", "date": "figure", "unsupported-number": "figure",
    "quote-altered": "quote", "quote-fabricated": "quote", "unsupported-quote": "quote",
    "attribution": "who", "unsupported-attribution": "who", "name": "who",
    "hedge": "hedge", "negation": "negation",
}  # fmt: skip
_LOOSE = ("who", "hedge", "negation")


@dataclass
class Score:
    """Counts over pairs; add up with `+=`."""

    pairs: int = 0
    words: int = 0
    links: Counter[str] = field(default_factory=Counter)  # wanted, reported, both
    gold: Counter[str] = field(default_factory=Counter)  # by type
    found: Counter[str] = field(default_factory=Counter)  # by type
    false: Counter[str] = field(default_factory=Counter)  # by check
    by_severity: Counter[tuple[str, bool]] = field(default_factory=Counter)  # severity, right
    exact: int = 0
    pointed: int = 0
    witnessed: int = 0
    decoys: int = 0
    decoys_hit: int = 0
    notes: int = 0
    faithful: int = 0
    faithful_false: int = 0

    def __iadd__(self, other: Score) -> Score:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self

    def summary(self) -> dict[str, Any]:
        """The shares that the project is judged by."""
        found, gold, false = self.found.total(), self.gold.total(), self.false.total()
        precision, recall = (
            _share(self.links["both"], self.links["reported"]),
            _share(self.links["both"], self.links["wanted"]),
        )
        return {
            "pairs": self.pairs,
            "alignment": {"precision": precision, "recall": recall, "f1": _f1(precision, recall)},
            "changes": {
                "gold": gold,
                "found": found,
                "false alarms": false,
                "precision": _share(found, found + false),
                "recall": _share(found, gold),
                "exact type": _share(self.exact, found),
                "witness": _share(self.witnessed, self.pointed),
            },
            "by type": {
                kind: f"{self.found[kind]} of {self.gold[kind]}, {self.false[kind]} false"
                for kind in sorted(self.gold | self.false)
            },
            "precision by severity": {
                severity.value: _share(
                    self.by_severity[severity.value, True],
                    self.by_severity[severity.value, True] + self.by_severity[severity.value, False],
                )
                for severity in (Severity.ERROR, Severity.WARNING)
            },
            "false alarms in a faithful article": _share(self.faithful_false, self.faithful),
            "decoys hit": _share(self.decoys_hit, self.decoys),
            "notes per 1,000 words": round(1000 * self.notes / self.words, 2) if self.words else None,
        }


def score(pair: Pair, report: Report) -> Score:
    """One pair's counts."""
    (examined,) = report.examined
    loud = [one for one in examined.findings if one.severity is not Severity.NOTE and one.waived is None]
    pairs = sorted(
        (
            (_overlap(_span(finding), _gold_span(change)), -len(finding.rewrite_span), f, c)
            for f, finding in enumerate(loud)
            for c, change in enumerate(pair.gold["changes"])
            if _matches(finding, change, pair.gold["rewrite_sentences"])
        ),
        reverse=True,
    )
    by_finding: dict[int, int] = {}
    for _, _, f, c in pairs:
        if f not in by_finding and c not in by_finding.values():
            by_finding[f] = c
    optional = [(one["start"], one["end"]) for one in pair.gold.get("optional", [])]
    false = [one for f, one in enumerate(loud) if f not in by_finding and not _free(one, optional)]
    hits = [(loud[f], pair.gold["changes"][c]) for f, c in by_finding.items()]
    pointed = [
        (one, change)
        for one, change in hits
        if change.get("source") and change["source"]["end"] > change["source"]["start"]
    ]
    result = Score(
        pairs=1,
        words=pair.gold["rewrite_words"],
        links=_links(pair, report),
        gold=Counter(one["type"] for one in pair.gold["changes"]),
        found=Counter(change["type"] for _, change in hits),
        false=Counter(one.check for one in false),
        exact=sum(one.check == change["type"] for one, change in hits),
        pointed=len(pointed),
        witnessed=sum(
            one.source_span is not None
            and _overlap((one.source_span.start, one.source_span.end), _gold_span(change, "source")) > 0
            for one, change in pointed
        ),
        decoys=len(pair.gold["decoys"]),
        decoys_hit=sum(any(_overlap(_gold_span(decoy), _span(one)) for one in false) for decoy in pair.gold["decoys"]),
        notes=len(examined.findings) - len(loud),
        faithful=int(bool(pair.gold.get("faithful"))),
        faithful_false=len(false) if pair.gold.get("faithful") else 0,
    )
    result.by_severity = Counter(
        [(one.severity.value, True) for one, _ in hits] + [(one.severity.value, False) for one in false]
    )
    return result


def _links(pair: Pair, report: Report) -> Counter[str]:
    source, rewrite = (report.article(one.id) for one in (pair.source, pair.rewrite))
    heads = {entry.span for entry in rewrite.sentences if entry.role is Role.HEADLINE}
    got: set[tuple[int, int]] = set()
    for entry in report.examined[0].sources:
        for link in entry.links:
            if link.rewrite[0] not in heads:
                got |= {
                    (i, j)
                    for i in pair.touching("source_sentences", link.source[0])
                    for j in pair.touching("rewrite_sentences", link.rewrite[0])
                }
    got = {one for one in got if pair.counts(one)}
    assert source.article.id == pair.source.id
    return Counter(wanted=len(pair.wanted), reported=len(got), both=len(got & pair.wanted))


def _matches(finding: Finding, change: dict[str, Any], sentences: list[dict[str, Any]]) -> bool:
    mine, gold = _span(finding), _gold_span(change)
    family = FAMILIES.get(change["type"])
    if not _overlap(mine, gold) or (family and FAMILIES.get(finding.check) != family):
        return False
    if mine[1] - mine[0] <= 2 * (gold[1] - gold[0]) + 40:
        return True
    inside = any(
        s["start"] <= gold[0] < s["end"] and s["start"] - 2 <= mine[0] and mine[1] <= s["end"] + 2 for s in sentences
    )
    return inside and family in _LOOSE


def _free(finding: Finding, optional: list[tuple[int, int]]) -> bool:
    mine = _span(finding)
    return 2 * sum(_overlap(mine, one) for one in optional) >= mine[1] - mine[0]


def _span(finding: Finding) -> tuple[int, int]:
    return finding.rewrite_span.start, finding.rewrite_span.end


def _gold_span(change: dict[str, Any], side: str = "rewrite") -> tuple[int, int]:
    return change[side]["start"], change[side]["end"]


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 3) if whole else None


def _f1(precision: float | None, recall: float | None) -> float | None:
    return round(2 * precision * recall / (precision + recall), 3) if precision and recall else None
