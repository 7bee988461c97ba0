"""How well are dates read? Against the sentences in `labels/`, and against the specifications of Recognizers-Text.

    python -m benchmarks.dates ARTICLES.jsonl [...] [--show]   the labels' articles, for their text
    python -m benchmarks.dates --recognizers FOLDER [--show]   the folder with DateTimeModel.json

A reading is right when it stands on the labelled words and has their value: the same days, time of day, or length.
"early" and "late" do not narrow a label, so a reading inside the labelled days counts where such a word stands.
Left out on both sides, by the labels' conventions: bare parts of the day, feasts, vague plurals, "every six months".
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.labelled import labelled_sentences
from derive.facts.dates import Bound, DateKind, DateMention, Length, find
from derive.facts.dates.calendar import Interval
from derive.facts.dates.lengths import DAYS
from derive.model import Article
from derive.text import read

_NARROWING = ("early", "late", "mid", "end", "beginning", "start", "first", "earlier", "later", "middle")


def labelled(one: DateMention) -> bool:
    """Whether the labels' conventions have a place for such a reading."""
    if one.kind is DateKind.TIME:
        return one.clock is not None and one.clock.exact and any(letter.isdigit() for letter in one.text)
    if one.kind is DateKind.SEASON or one.bound is Bound.EVERY:
        return False
    if one.kind is DateKind.DURATION and one.length is not None:
        return not one.length.vague
    return not (one.kind is DateKind.DAY and one.fields.month is None and one.fields.day is None)


def interval(label: dict[str, Any]) -> Interval | None:
    """The labelled days."""
    if not label["from"] or not label["to"]:
        return None
    return Interval(*(dt.date.fromisoformat(label[end]).toordinal() for end in ("from", "to")))


def right(one: DateMention, label: dict[str, Any]) -> bool:
    """Whether a reading has the value of its label."""
    if label["kind"] == "time":
        return one.clock is not None and label["time"] == f"{one.clock.start // 60:02}:{one.clock.start % 60:02}"
    if label["kind"] == "duration":
        return one.length is not None and _length(one.length, label)
    days = interval(label)
    if days is None:
        return one.length is None or label["low"] is None or _length(one.length, label)
    if one.interval == days:
        return True
    narrowed = any(word in one.text.lower() for word in _NARROWING)
    if one.interval is not None and narrowed and days.contains(one.interval):
        return True
    # "Two weeks ago" is labelled as the very day; a reading of it is as blurred as its unit.
    return one.kind is DateKind.OFFSET and any(day.contains(days) for day in one.days)


def _length(one: Length, label: dict[str, Any]) -> bool:
    if label["low"] is None or label["unit"] is None:
        return label["days"] is not None and abs(one.said - label["days"]) < 1e-3
    size = DAYS[label["unit"]]
    high = label["high"] if label["high"] is not None else label["low"]
    return abs(one.said - (label["low"] + high) / 2 * size) < 0.02 * max(size, one.said)


def against_labels(articles: Sequence[Path], show: bool) -> None:
    """Print precision, recall and the share of sentences that are read without any fault."""
    count: Counter[str] = Counter()
    for row, text in labelled_sentences(articles):
        day = dt.date.fromisoformat(row["published"]) if row["published"] else None
        document = read(Article("x", text, published=day))
        spans = [(document.original(one.span), one) for one in find(document)]
        found = [(span, one) for span, one in spans if row["start"] <= span.start < row["end"] and labelled(one)]
        every = [(span, one) for span, one in spans if row["start"] <= span.start < row["end"]]
        wrong = []
        for label in row["dates"]:
            at = [one for span, one in every if label["start"] < span.end and span.start < label["end"]]
            hit = any(right(one, label) for one in at)
            count.update({"wanted": 1, "right": hit, f"{label['kind']} wanted": 1, f"{label['kind']} right": hit})
            if not hit:
                words = text[label["start"] : label["end"]]
                value = {
                    key: label[key]
                    for key in ("kind", "from", "to", "days", "time", "low", "high", "unit")
                    if label[key]
                }
                wrong.append(f"{words!r} label {value} read {[(one.text, one.value) for one in at]}")
        for span, one in found:
            on = any(label["start"] < span.end and span.start < label["end"] for label in row["dates"])
            count.update(found=1, placed=on)
            if not on:
                wrong.append(f"extra {one.text!r} {one.value}")
        count.update(sentences=1, exact=not wrong)
        if show and wrong:
            print(row["published"], text[row["start"] : row["end"]], *wrong, sep="\n      ")
    print(dict(sorted(count.items())))
    print(
        f"values right {count['right'] / count['wanted']:.3f} of the labels, readings on a label"
        f" {count['placed'] / count['found']:.3f}, sentences exact {count['exact'] / count['sentences']:.3f}"
    )


def against_recognizers(folder: Path, show: bool) -> None:
    """Print by type how many expected expressions are read with an expected value."""
    count: Counter[str] = Counter()
    for case in json.loads((folder / "DateTimeModel.json").read_text("utf-8-sig")):
        now = case.get("Context", {}).get("ReferenceDateTime")
        text = case["Input"]
        document = read(Article("x", text, published=dt.date.fromisoformat(now[:10]) if now else None))
        found = find(document)
        for want in case["Results"]:
            kind = (want.get("TypeName") or "datetimeV2.none").removeprefix("datetimeV2.")
            start, end = want.get("Start", 0), want.get("End", len(text)) + 1
            at = [one for one in found if start < one.span.end and one.span.start < end]
            values = ((want.get("Resolution") or {}).get("values")) or []
            hit = any(_agrees(one, value) for one in at for value in values)
            count.update({f"{kind} wanted": 1, f"{kind} read": bool(at), f"{kind} agrees": hit})
            if show and not hit:
                print(
                    kind,
                    repr(text),
                    now,
                    want["Text"],
                    [value.get("timex") for value in values],
                    [one.value for one in at],
                )
    for kind in sorted({name.split()[0] for name in count}):
        wanted, seen, hit = (count[f"{kind} {what}"] for what in ("wanted", "read", "agrees"))
        print(f"{kind:16} {wanted:4} specified, {seen:4} read, {hit:4} agree ({hit / wanted:.2f})")


def _agrees(one: DateMention, value: dict[str, Any]) -> bool:
    if value["type"] == "duration":
        return one.length is not None and abs(one.length.said - float(value["value"]) / 86400) < 0.02 * one.length.said
    if value["type"] == "time":
        clock = one.clock
        return clock is not None and value["value"][:5] == f"{clock.start // 60:02}:{clock.start % 60:02}"
    start, end = value.get("value") or value.get("start"), value.get("value") or value.get("end")
    edges = [edge[:10] for edge in (start, end) if edge and edge[:2].isdigit() and edge[4:5] == "-"]
    if not edges or one.interval is None:
        return False
    first, last = dt.date.fromisoformat(edges[0]).toordinal(), dt.date.fromisoformat(edges[-1]).toordinal()
    return any(day.start <= first < day.end or (first <= day.start < last) for day in one.days)


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--recognizers", type=Path)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    if arguments.articles:
        against_labels(arguments.articles, arguments.show)
    if arguments.recognizers:
        against_recognizers(arguments.recognizers, arguments.show)


if __name__ == "__main__":
    main()
