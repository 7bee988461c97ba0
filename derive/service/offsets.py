"""The report's offsets in UTF-16 units, for editors that run in a browser."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Any

Measure = Callable[[int], int]


def utf16(text: str) -> Measure:
    """From code points to UTF-16 units: each character beyond the basic plane counts twice."""
    wide = [at for at, one in enumerate(text) if one > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)


def measured(data: dict[str, Any], measures: Mapping[str, Measure]) -> dict[str, Any]:
    """A report's data with the offsets into each article, by id, in its measure."""
    for entry in data["examined"]:
        here = measures[entry["article"]]
        entry["unsupported"] = [list(map(here, one)) for one in entry["unsupported"]]
        for source in entry["sources"]:
            there = measures[source["article"]]
            for link in source["alignments"]:
                link["source"] = [list(map(there, one)) for one in link["source"]]
                link["rewrite"] = [list(map(here, one)) for one in link["rewrite"]]
        for finding in entry["findings"]:
            for place, measure in (
                (finding["rewrite"], here),
                (finding["source"], measures[finding["source"]["article"]] if finding["source"] else here),
            ):
                if place:
                    place["start"], place["end"] = measure(place["start"]), measure(place["end"])
    for article in data["articles"]:
        article["characters"] = measures[article["id"]](article["characters"])
    return data
