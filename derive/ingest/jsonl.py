"""JSON Lines: one record a line with `text` and, if known, `id`, `title`, `published`, `outlet`, `authors`, `url`, …"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from derive.errors import InputError
from derive.ingest import authors
from derive.ingest.decode import whole
from derive.ingest.source import Source
from derive.model import Article, Skipped


def articles(source: Source) -> Iterator[Article | Skipped]:
    """The articles of a file, record by record; a broken record is skipped with its line number."""
    number = 0
    for line_number, line in enumerate(source.text().split("\n"), 1):
        if not line.strip():
            continue
        number += 1
        place = source.path if number == 1 else f"{source.path}#{number}"
        try:
            yield article(_record(line), place, source.path)
        except (ValueError, RecursionError) as error:
            reason = str(error) if isinstance(error, ValueError) else "nested too deeply"
            yield Skipped(f"{source.path}:{line_number}", f"not a record: {reason}")


def _refuse(value: str) -> None:
    raise ValueError(f"{value} is no JSON")


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} at column {error.colno}") from None
    if not isinstance(record, dict):
        raise ValueError("a JSON object is expected")
    return record


def article(record: dict[str, Any], place: str, path: str) -> Article:
    """A record as an article. Raises ValueError with the reason when it is none."""
    text = _string(record, "text")
    if text is None:
        raise ValueError('no "text"')
    title = _string(record, "title")
    identity = record.get("id")
    if identity is not None and not isinstance(identity, str | int):
        raise ValueError('"id" is neither text nor a number')
    return Article(
        id=whole(str(identity)) if identity not in (None, "") else place,
        text=with_headline(title, text),
        title=title,
        outlet=_string(record, "outlet"),
        published=moment(_string(record, "published")),
        language=_string(record, "language") or "en",
        path=path,
        url=_string(record, "url"),
        authors=authors.of_record(record),
    )


def with_headline(title: str | None, text: str) -> str:
    """Headline, blank line, body: the headline is checked like any sentence."""
    if not title or not title.strip() or text.lstrip().startswith(title.strip()):
        return text
    return f"{title.strip()}\n\n{text}"


def moment(value: str | None) -> dt.date | None:
    """An ISO 8601 date or date-time. Raises ValueError for anything else."""
    if value is None or not value.strip():
        return None
    value = value.strip()
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        pass
    try:
        return dt.datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f'"{value[:40]}" is no ISO 8601 date') from None


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f'"{key}" is not text')
    return whole(value)


def single(source: Source) -> Iterator[Article | Skipped]:
    """A `.json` file: one record, or a list of them."""
    try:
        value = json.loads(source.text(), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise InputError(source.path, f"not JSON: {reason}") from None
    records = value if isinstance(value, list) else [value]
    for number, record in enumerate(records, 1):
        place = source.path if number == 1 else f"{source.path}#{number}"
        try:
            if not isinstance(record, dict):
                raise ValueError("a JSON object is expected")
            yield article(record, place, source.path)
        except ValueError as error:
            yield Skipped(place, f"not a record: {error}")
