"""The inline form of an authored article: `{shown text|type|the original's words|why}` within a sentence a line."""

from __future__ import annotations

import pathlib
import re
from dataclasses import dataclass, field

MARK = re.compile(r"\{([^|{}]*)\|([^|{}]*)\|([^|{}]*)\|([^|{}]*)\}")
LINE = re.compile(r"\[([^\]]*)\] (.*)")


class CorpusError(Exception):
    """An authored file does not say what it should; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    kind: str  # one of TYPES, or decoy, optional, inherited
    source: str
    why: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: where it stands in the article, and what its bracket says."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Authored:
    """One article as it will be read (`text`: headline, blank line, body) with its marks taken out and located."""

    head: dict[str, str]
    text: str
    lines: tuple[Line, ...]  # [0] is the headline
    marks: tuple[Mark, ...] = field(repr=False)

    @property
    def id(self) -> str:
        return self.head["id"]

    @property
    def body(self) -> tuple[Line, ...]:
        return self.lines[1:]

    @property
    def sources(self) -> tuple[str, ...]:
        """The articles that the annotations refer to: those it is `against`, else those it was written from."""
        return tuple(self.head.get("against", self.head.get("sources", "")).split())


def read(path: pathlib.Path) -> Authored:
    return assemble(*halves(path), path.name)


def halves(path: pathlib.Path) -> tuple[dict[str, str], str]:
    """`key: value` lines, an empty line, the body; the id is the file's name."""
    head_text, _, body_text = path.read_text(encoding="utf-8").partition("\n\n")
    return {"id": path.stem} | dict(line.split(": ", 1) for line in head_text.splitlines()), body_text


def assemble(head: dict[str, str], body_text: str, where: str) -> Authored:
    text, marks, lines = "", list[Mark](), list[Line]()

    def append(marked: str, label: str) -> None:
        nonlocal text
        start, done = len(text), 0
        for found in MARK.finditer(marked):
            text += marked[done : found.start()]
            shown, kind, source, why = found.groups()
            marks.append(Mark(len(text), len(text) + len(shown), kind, source, why))
            text, done = text + shown, found.end()
        text += marked[done:]
        if "{" in text or "|" in text:
            raise CorpusError(f"{where}: broken mark in {marked!r}")
        lines.append(Line(start, len(text), label))

    append(head["title"], "")
    for paragraph in body_text.strip().split("\n\n"):
        gap = "\n\n"
        for row in paragraph.splitlines():
            if not (match := LINE.fullmatch(row)):
                raise CorpusError(f"{where}: no [label] before {row!r}")
            text += gap
            gap = " "
            append(match[2], match[1])
    return Authored(head, text + "\n", tuple(lines), tuple(marks))


def corrected(path: pathlib.Path, originals: dict[str, Authored]) -> Authored:
    """A later version of an original: the note on top, then the first version's sentences, some of them replaced."""
    head, body_text = halves(path)
    changed = dict(match.groups() for row in body_text.strip().splitlines() if (match := LINE.fullmatch(row)))
    first = originals[head["corrects"]]
    rows = [f"[0] {changed.pop('note')}\n"]
    for number, line in enumerate(first.body):
        rows.append(f"[{number + 1}] {changed.pop(str(number), first.text[line.start : line.end])}")
        rows.extend([""] if first.text.startswith("\n\n", line.end) else [])
    if changed:
        raise CorpusError(f"{path.name}: no sentence {sorted(changed)} in {first.id}")
    return assemble(head, "\n".join(rows), path.name)
