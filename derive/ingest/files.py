"""Paths -> articles. The reader is chosen by the file's suffix; anything else is plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from derive.errors import InputError
from derive.ingest import html, jsonl, markdown, text
from derive.ingest.source import Source
from derive.ingest.standard import standard_input
from derive.model import Article, Skipped

Reader = Callable[[Source], Iterator[Article | Skipped]]

READERS: dict[str, Reader] = {
    ".txt": text.articles,
    ".text": text.articles,
    ".md": markdown.articles,
    ".markdown": markdown.articles,
    ".html": html.articles,
    ".htm": html.articles,
    ".xhtml": html.articles,
    ".jsonl": jsonl.articles,
    ".ndjson": jsonl.articles,
    ".json": jsonl.single,
}


class Limits(Struct, frozen=True):
    """What an input may measure. `article` counts bytes of one article's text."""

    article: int = 5_000_000


def read(paths: Iterable[str], limits: Limits | None = None) -> Iterator[Article | Skipped]:
    """All articles of files and folders (walked in name order), lazily; what cannot be read is a `Skipped`."""
    limits = limits or Limits()
    for path in paths:
        try:
            for file in _files(path):
                yield from _read_file(file, limits)
        except InputError as error:
            yield Skipped(error.path, error.reason)


def read_one(path: str, limits: Limits | None = None) -> Article:
    """The one article of a path (`-`: standard input). Raises InputError when there is none or more than one."""
    found = list(_read_file(path, limits or Limits()))
    for entry in found:
        if isinstance(entry, Skipped):
            raise InputError(entry.path, entry.reason)
    articles = [entry for entry in found if isinstance(entry, Article)]
    if len(articles) != 1:
        raise InputError(path, f"holds {len(articles)} records where exactly one is wanted")
    return articles[0]


def _files(path: str) -> Iterator[str]:
    place = Path(path)
    if path == "-" or not place.is_dir():
        yield path
        return
    for folder, folders, names in _walk(place):
        folders.sort()
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in READERS:
                yield str(folder / name)


def _walk(place: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    import os

    for folder, folders, names in os.walk(place):
        folders[:] = [one for one in folders if not one.startswith(".")]
        yield Path(folder), folders, names


def _load(path: str, limits: Limits) -> bytes:
    reading_lines = Path(path).suffix.lower() in (".jsonl", ".ndjson", ".json")
    try:
        if path == "-":
            data = standard_input(limits.article + 1)
        elif Path(path).is_dir():
            raise InputError(path, "is a folder")
        elif not Path(path).is_file() and Path(path).exists():
            raise InputError(path, "is not a regular file")
        else:
            with Path(path).open("rb") as stream:
                data = stream.read(-1 if reading_lines else limits.article + 1)
    except FileNotFoundError:
        raise InputError(path, "no such file") from None
    except PermissionError:
        raise InputError(path, "permission denied") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(path, reason) from None
    if len(data) > limits.article and not reading_lines:
        raise _too_large(path, limits)
    if not data:
        raise InputError(path, "empty")
    return data


def _too_large(path: str, limits: Limits) -> InputError:
    return InputError(path, f"larger than {limits.article:,} bytes, the limit for one article (--max-bytes)")


def _read_file(path: str, limits: Limits) -> Iterator[Article | Skipped]:
    reader = READERS.get(Path(path).suffix.lower(), text.articles)
    try:
        for entry in reader(Source(path, _load(path, limits))):
            if isinstance(entry, Article):
                _refuse_unfit(entry, limits)
            yield entry
    except InputError as error:
        yield Skipped(error.path, error.reason)


def _refuse_unfit(article: Article, limits: Limits) -> None:
    if not article.text.strip():
        raise InputError(article.id, "holds only white space")
    if len(article.text) > limits.article or len(article.text.encode("utf-8")) > limits.article:
        raise _too_large(article.id, limits)
