"""`derive scan --relations-only` of unrelated articles that share one paragraph, against the same without it.

    python -m benchmarks.paragraph --articles 10000

The paragraph stands at the end of every article: of articles without an outlet, of one, of ten, of one each, and with
other names, figures and words in each. No two of the articles are related: every edge is wrong.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from benchmarks.newsroom import Newsroom, record
from benchmarks.scan import scanned

ABOUT = (
    "Calder-Roth Holding, which has its seat in Kvistholm, was founded in 1911 and ships zirconium to 43 countries. "
    "It employs 12,400 people at nine sites and reported sales of 3.1 billion crowns in 2024. "
    "The family of chairwoman Oona Brekke holds 38 percent of its shares."
)
_EXCHANGED = 3  # of 48 words


def varied(room: Newsroom, number: int) -> str:
    """The paragraph with another figure and three of its words exchanged, drawn anew for each article."""
    words = ABOUT.replace("12,400", f"{10_000 + number:,}").split(" ")
    for at, word in zip(
        room.chance.choice(len(words), _EXCHANGED, replace=False), room.common(_EXCHANGED), strict=True
    ):
        words[at] = word
    return " ".join(words)


def shared(room: Newsroom, number: int) -> str:
    """The paragraph as it is."""
    return ABOUT


def nothing(room: Newsroom, number: int) -> str:
    """No paragraph."""
    return ""


KINDS: dict[str, tuple[Callable[[int], str | None], Callable[[Newsroom, int], str]]] = {
    "without the paragraph": (lambda number: None, nothing),
    "no outlet": (lambda number: None, shared),
    "one outlet": (lambda number: "Meridian Wire", shared),
    "ten outlets": (lambda number: f"Outlet {number % 10}", shared),
    "an outlet each": (lambda number: f"Outlet {number}", shared),
    "varied": (lambda number: None, varied),
}


def main() -> None:
    """Scan each kind and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--kinds", nargs="+", default=list(KINDS), choices=list(KINDS))
    options = parser.parse_args()
    room = Newsroom(3)
    articles = [room.article(number) for number in range(options.articles)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        for kind in options.kinds:
            outlet, paragraph = KINDS[kind]
            with path.open("w", encoding="utf-8") as stream:
                for number, one in enumerate(articles):
                    text = f"{one.text}\n\n{paragraph(room, number)}".strip()
                    stream.write(record(replace(one, text=text, outlet=outlet(number))) + "\n")
            report, cpu, wall, peak = scanned(path)
            figures = {
                "kind": kind,
                "articles": len(articles),
                "CPU seconds": round(cpu, 1),
                "wall seconds": round(wall, 1),
                "peak GB": round(peak / 1e9, 2),
                "wrong edges": sum(len(family["edges"]) for family in report["families"]),
            }
            print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
