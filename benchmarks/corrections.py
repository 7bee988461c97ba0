"""How much is told of what a desk corrects, one thing at a time, and how often an honest variation is called a change.

    python -m benchmarks.corrections [LABELS.toml] [--show]

The stories, corrections and variations are in `labels/corrections.toml`; all but one word of a story stays as it was.
JSON on standard output; --show lists what was missed, what another check told, and each false alarm.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

from derive import pipeline
from derive.model import Article, Finding

_LABELS = Path(__file__).parent / "labels" / "corrections.toml"


class Story(NamedTuple):
    """A story as it was first sent out."""

    text: str
    date: dt.date

    def changed(self, old: str, new: str) -> tuple[Finding, ...]:
        """What is told when one thing is replaced. Raises ValueError where the story does not have it."""
        if old not in self.text:
            raise ValueError(f"not in the story: {old!r}")
        pair = (_article("original", self.text, self.date), _article("new", self.text.replace(old, new, 1), self.date))
        return pipeline.compare([pair[0]], pair[1]).examined[0].findings


def _article(name: str, text: str, date: dt.date) -> Article:
    return Article(name, text.replace("\n", "\n\n"), published=date)


def _lines(block: str) -> list[list[str]]:
    return [[part.replace("\\n", "\n") for part in line.split("|")] for line in block.strip("\n").split("\n")]


def main() -> None:
    """Run all and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="?", type=Path, default=_LABELS)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    show, labels = options.show, tomllib.loads(options.labels.read_text("utf-8"))
    stories = {one["id"]: Story(one["text"], one["date"]) for one in labels["story"]}

    def note(kind: str, old: str, new: str, told: tuple[Finding, ...]) -> None:
        if show:
            print(f"{kind}  {old!r} -> {new!r}  {[one.message for one in told]}", file=sys.stderr)

    corrections, variations = _lines(labels["corrections"]), _lines(labels["variations"])
    found = another = second = false = 0
    for story, old, new, checks in corrections:
        told = stories[story].changed(old, new)
        if any(one.check in checks.split(",") for one in told):
            found += 1
        else:
            another += bool(told)
            note("another check" if told else "missed", old, new, told)
        if len(told) > 1:
            second += len(told) - 1
            note("second finding", old, new, told)
    for story, old, new in variations:
        told = stories[story].changed(old, new)
        if told:
            false += 1
            note("false alarm", old, new, told)
    shares = {
        "corrections": len(corrections),
        "found": found / len(corrections),
        "found by another check": another / len(corrections),
        "second findings": second,
        "variations": len(variations),
        "false alarms": false / len(variations),
    }
    print(json.dumps({key: round(value, 3) for key, value in shares.items()}, indent=2))


if __name__ == "__main__":
    main()
