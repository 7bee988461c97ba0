"""What is mutated: verbatim copies of articles, and the faithful rewrites, each beside its original."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from benchmarks.gold import load
from derive.model import Article

PAIRS = (Path("corpus/pairs"), Path("../shared/data/rewrites"))
ARCHIVES = (Path("corpus/archive.jsonl"), Path("../shared/data/wikinews/articles.jsonl"))

_QUOTED = re.compile(r'“[^”\n]*”?|"[^"\n]*"?|(?<!\w)‘[^\n]{1,400}?’(?!\w)|(?<!\w)\'[^\'\n]{8,400}\'(?!\w)')
_END = re.compile(r"(?<=[.!?”\"’])\s+(?=[A-Z“\"‘])|\n+")


class Population(StrEnum):
    """What a mutated text was before."""

    COPY = "copy"
    FAITHFUL = "faithful"


@dataclass(frozen=True)
class Subject:
    """A text to mutate and the original that it will be held against."""

    population: Population
    source: Article
    article: Article

    @property
    def text(self) -> str:
        """The text to mutate."""
        return self.article.text

    @cached_property
    def body(self) -> int:
        """Where the headline is over."""
        head = self.text.find("\n\n")
        return head if 0 <= head < 160 and not self.text[:head].rstrip().endswith((".", "”", '"')) else 0

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """The quotations, marks included."""
        return tuple(one.span() for one in _QUOTED.finditer(self.text))

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return (0, *(one.end() for one in _END.finditer(self.text)), len(self.text))

    def narrated(self, start: int, end: int) -> bool:
        """Whether a range stands in the body and outside quotations."""
        return start >= self.body and not any(a < end and start < b for a, b in self.quotes)

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence that holds a position."""
        return next((a, b) for a, b in pairwise(self._ends) if a <= position < b or b == len(self.text))

    def finds(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the narration."""
        return (one for one in pattern.finditer(self.text) if self.narrated(*one.span()))

    def around(self, found: re.Match[str]) -> str:
        """The words of the sentence in which a match begins."""
        start, end = self.sentence(found.start())
        return self.text[start:end]


def subjects() -> list[Subject]:
    """Every subject at hand, copies first: a pair's source counts once, as an archive's article or by itself."""
    faithful: list[Subject] = []
    originals: dict[str, Article] = {}
    for path in ARCHIVES:
        if path.is_file():
            for line in path.read_text("utf-8").splitlines():
                row = json.loads(line)
                day = dt.date.fromisoformat(row["published"][:10]) if row.get("published") else None
                originals[row["text"][:200]] = Article(row["id"], row["text"], published=day)
    for folder in PAIRS:
        for pair in load(folder):
            body = pair.source.text.split("\n\n", 1)[-1]
            originals.setdefault(body[:200], pair.source)
            if pair.gold.get("faithful") and pair.gold.get("style") != "brief":
                faithful.append(Subject(Population.FAITHFUL, pair.source, pair.rewrite))
    copies = [
        Subject(Population.COPY, one, Article(one.id + "#copy", one.text, published=one.published))
        for one in originals.values()
        if 400 <= len(one.text) <= 6000  # room for a fact, and no essay that eats the time of ten
    ]
    return copies + faithful
