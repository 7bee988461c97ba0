"""Annotated pairs: NAME.gold.json beside NAME.source.txt and NAME.rewrite.txt."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from derive.facts import Reading
from derive.model import Article, Document, Sentence, Span
from derive.pipeline import reading


@dataclass(frozen=True)
class Pair:
    """One annotated pair."""

    name: str
    gold: dict[str, Any]
    source: Article
    rewrite: Article

    def readings(self) -> tuple[Reading, Reading]:
        """Both articles, read."""
        return reading(self.source), reading(self.rewrite)

    @cached_property
    def wanted(self) -> set[tuple[int, int]]:
        """The links that must be found: (source sentence, rewrite sentence)."""
        return {(i, j) for j, s in self._body for i in s["from"]}

    @cached_property
    def tolerated(self) -> set[tuple[int, int]]:
        """The links that are neither demanded nor forbidden."""
        return {(i, j) for j, s in self._body for i in s.get("may_from", [])}

    @cached_property
    def _body(self) -> list[tuple[int, dict[str, Any]]]:
        return [(j, s) for j, s in enumerate(self.gold["rewrite_sentences"]) if not s.get("headline")]

    def counts(self, link: tuple[int, int]) -> bool:
        """Whether a reported link is judged at all."""
        return link not in self.tolerated and not self.gold["rewrite_sentences"][link[1]].get("headline")

    def touched(self, source: Document, one: Sentence, rewrite: Document, other: Sentence) -> set[tuple[int, int]]:
        """The gold links that a pair of our sentences stands for: each overlaps by half of the shorter one."""
        return {
            (i, j)
            for i in self.touching("source_sentences", source.original(one.span))
            for j in self.touching("rewrite_sentences", rewrite.original(other.span))
        }

    def touching(self, side: str, span: Span) -> list[int]:
        """The gold sentences of a side that a span overlaps by half of the shorter one."""
        found = []
        for number, gold in enumerate(self.gold[side]):
            common = min(span.end, gold["end"]) - max(span.start, gold["start"])
            if common > 0 and common * 2 >= min(len(span), gold["end"] - gold["start"]):
                found.append(number)
        return found


def load(folder: Path) -> Iterator[Pair]:
    """All pairs of a folder, in name order."""
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        name = path.name.removesuffix(".gold.json")
        date = dt.date.fromisoformat(gold["source_date"][:10]) if gold.get("source_date") else None
        source, rewrite = (
            Article(f"{name}.{side}", (folder / f"{name}.{side}.txt").read_bytes().decode("utf-8"), published=date)
            for side in ("source", "rewrite")
        )
        yield Pair(name, gold, source, rewrite)
