"""How well are quantities read? Against the sentences in `labels/`, and against the specifications of Recognizers-Text.

    python -m benchmarks.quantities ARTICLES.jsonl [...] [--show]    the labels' articles, for their text
    python -m benchmarks.quantities --recognizers FOLDER [--show]    the folder with NumberModel.json and its sisters

What the labels leave out by their conventions (several, few, both, no, none, "one of", names with a number) is left
out of the readings too; everything else counts. A reading is right when span, kind, value, unit and bound are.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.labelled import labelled_sentences
from derive.facts import dates, quantities
from derive.facts.quantities import Bound, Kind, Quantity
from derive.model import Article
from derive.text import read

_LEFT_OUT = re.compile(r"(?:several|an? few|an? handful|both|none|no|the (?:duo|trio|pair|couple)|zero)", re.IGNORECASE)
_BOUNDS = {
    Bound.NEARLY: "less-than",
    Bound.AT_LEAST: "at-least",
    Bound.MORE_THAN: "more-than",
    Bound.AT_MOST: "at-most",
}
_BOUNDS |= {Bound.LESS_THAN: "less-than", Bound.ABOUT: "about", Bound.EXACT: "exact"}
_UNITS = {"mi": "mile", "in": "inch", "AU": "au", "%": "percent", "points": "points", "year": "year", "$": "USD"}
_FILES = ("NumberModel", "PercentModel", "CurrencyModel", "AgeModel", "DimensionModel", "OrdinalModel")


def labelled(one: Quantity, text: str) -> bool:
    """Whether the labels' conventions have a place for such a reading."""
    if one.kind is Kind.LABEL or _LEFT_OUT.fullmatch(one.text):
        return False
    return not (one.text.lower() == "one" and text.startswith(" of", one.span.end))


def value(one: Quantity) -> tuple[str, float, str, str]:
    """Kind, value as written, unit and bound in the labels' words."""
    kind = "count" if one.kind is Kind.MULTIPLE and one.text.lower() in ("twice", "once", "thrice") else one.kind.value
    low = one.written if one.kind in (Kind.MEASURE, Kind.PERCENT) else one.low
    if one.kind is Kind.VAGUE:  # labelled with the magnitude word's own value
        low = 12 if "dozen" in one.text.lower() else 10 ** math.floor(math.log10(low))
    unit = _UNITS.get(one.unit, one.unit)
    return kind, round(low, 3), unit, _BOUNDS[one.bound]


def against_labels(articles: Sequence[Path], show: bool) -> None:
    """Print precision, recall and the share of sentences that are read without any fault."""
    count: Counter[str] = Counter()
    for row, whole in labelled_sentences(articles):
        document = read(Article("x", whole))
        first, last = row["start"], row["end"]
        found = [
            one
            for one in quantities.find(document, dates.find(document))
            if first <= document.original(one.span).start < last and labelled(one, document.plain)
        ]
        wanted = {(q["start"], q["end"]): q for q in row["quantities"]}
        right, spans = 0, 0
        wrong: list[str] = []
        for one in found:
            span = document.original(one.span)
            want = next((q for (a, b), q in wanted.items() if a < span.end and span.start < b), None)
            if want is None:
                wrong.append(f"extra {one.text!r} {value(one)}")
                continue
            spans += 1
            expected = (want["kind"], round(want["low"], 3), want["unit"] or "", want["bound"])
            if value(one)[:3] == expected[:3]:
                right += 1
            if value(one) != expected:
                wrong.append(f"{one.text!r} read {value(one)} label {expected} {whole[want['start'] : want['end']]!r}")
        missed = [
            whole[a:b]
            for a, b in wanted
            if not any(document.original(one.span).start < b and a < document.original(one.span).end for one in found)
        ]
        wrong.extend(f"missed {words!r}" for words in missed)
        count.update(found=len(found), wanted=len(wanted), spans=spans, right=right, sentences=1, exact=not wrong)
        if show and wrong:
            print(whole[first:last], *wrong, sep="\n      ")
    print(dict(count))
    print(
        f"precision {count['right'] / count['found']:.3f} recall {count['right'] / count['wanted']:.3f}"
        f" sentences exact {count['exact'] / count['sentences']:.3f}"
    )


def against_recognizers(folder: Path, show: bool) -> None:
    """Print for each model how many of its expected values are read at their place."""
    for name in _FILES:
        hit = total = 0
        for case in json.loads((folder / f"{name}.json").read_text("utf-8-sig")):
            document = read(Article("x", case["Input"]))
            found = quantities.find(document, ())
            for want in case["Results"]:
                total += 1
                same = [one for one in found if _agrees(one, want)]
                hit += bool(same)
                if show and not same:
                    print(f"{name}: {want['Text']!r} = {want['Resolution']} in {case['Input'][:120]!r}")
                    print("      ", [(one.text, one.kind.value, one.low) for one in found])
        print(f"{name}: {hit} of {total} agree ({hit / total:.3f})")


def _agrees(one: Quantity, want: dict[str, Any]) -> bool:
    digits = re.search(r"-?\d+(?:\.\d+)?(?:E[+-]?\d+)?", str(want["Resolution"].get("value")))
    start = want.get("Start", 0)
    if digits is None or not (one.span.start <= start + len(want["Text"]) and start <= one.span.end):
        return False
    expected = float(digits.group())
    return any(
        abs(abs(seen) - abs(expected)) <= 1e-3 * max(1.0, abs(expected)) for seen in (one.low, one.written, one.high)
    )


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
