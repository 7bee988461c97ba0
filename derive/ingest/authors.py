"""Who wrote an article, as inputs say it: a line of names, a list, or objects with a name (JSON-LD, feeds)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from derive.ingest.decode import whole

KEYS = ("authors", "author", "dc:creator", "creator")
"""Where a record may say it; the first one that does counts."""

_BETWEEN = re.compile(r"\s*[;,&\n]\s*(?:and\s+)?|\s+and\s+")
_BY = re.compile(r"\A\s*by\s+", re.IGNORECASE)


def of_record(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The authors of a record. Raises ValueError for what is no name."""
    for key in KEYS:
        if record.get(key) is not None:
            return tuple(dict.fromkeys(_names(record[key], key)))
    return ()


def of_line(line: str | None) -> tuple[str, ...]:
    """The names of a byline: "By Marta Lindqvist and Piet Arling"."""
    found = (" ".join(whole(one).split()) for one in _BETWEEN.split(_BY.sub("", line or "")))
    return tuple(dict.fromkeys(one for one in found if one))


def of_linked_data(scripts: Iterable[str]) -> tuple[str, ...]:
    """The authors that a page's JSON-LD gives to its article; what cannot be read says nothing."""
    for script in scripts:
        try:
            data = json.loads(script)
            for one in _things(data):
                if "Article" in str(one.get("@type")) and (found := of_record(one)):
                    return found
        except (ValueError, RecursionError):
            continue
    return ()


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a document, those of its graph included."""
    for one in data if isinstance(data, list) else [data]:
        if isinstance(one, dict):
            yield one
            yield from _things(one.get("@graph", []))


def _names(value: Any, key: str) -> list[str]:
    if isinstance(value, str):
        return list(of_line(value))
    if isinstance(value, list):
        return [name for one in value for name in _names(one, key)]
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return list(of_line(value["name"]))
    raise ValueError(f'"{key}" is neither a name nor a list of names')
