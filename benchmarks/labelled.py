"""The labelled sentences of `labels/`, with the text of their articles, which is kept elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

_LABELS = Path(__file__).parent / "labels"


def labelled_sentences(articles: Sequence[Path]) -> Iterator[tuple[dict[str, Any], str]]:
    """Each labelled sentence whose article is in one of these files, and the article's text."""
    rows = (json.loads(line) for path in articles for line in path.read_text("utf-8").splitlines())
    # A story of three levels is labelled in its source.
    texts = {row.get("id", row.get("story")): row.get("text", row.get("adv", "")) for row in rows}
    for path in sorted(_LABELS.glob("*.jsonl")):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            if row["article"] in texts:
                yield row, texts[row["article"]]
