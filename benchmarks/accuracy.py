"""How much of what changed is found, and what else is flagged: by check, by style, by severity.

python -m benchmarks.accuracy [GOLD_DIR ...]     default: corpus/pairs, and ../shared/data where it is present
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from benchmarks.gold import load
from benchmarks.scoring import Score, score
from derive.pipeline import compare

FOLDERS = ("corpus/pairs", "../shared/data/seed_pair", "../shared/data/rewrites")


def measure(folder: Path) -> dict[str, Any]:
    """The scores of one folder of annotated pairs."""
    total = Score()
    styles: defaultdict[str, Score] = defaultdict(Score)
    for pair in load(folder):
        one = score(pair, compare([pair.source], pair.rewrite))
        total += one
        styles[pair.gold.get("style") or "other"] += one
    by_style = {style: each.summary() for style, each in sorted(styles.items())}
    return {
        **total.summary(),
        "by style": {
            style: {"alignment f1": each["alignment"]["f1"], **{k: each["changes"][k] for k in ("precision", "recall")}}
            for style, each in by_style.items()
        },
    }


def main(folders: list[str]) -> dict[str, Any]:
    """Measure every folder that is there."""
    return {
        Path(folder).name if folder != "corpus/pairs" else "corpus": measure(Path(folder))
        for folder in folders
        if Path(folder).is_dir()
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1:] or list(FOLDERS)), indent=1))
