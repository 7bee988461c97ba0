"""Write pairs/, multi/, archive.jsonl and relations.json from authored/, so that no offset is ever typed by hand.

    python corpus/build.py            write
    python corpus/build.py --check    exit 1 when what is committed is not what would be written

The form of the authored files is described in README.md.
"""

from __future__ import annotations

import argparse
import itertools
import json
import pathlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).resolve().parent
TYPES = (
    "number",
    "date",
    "quote-altered",
    "quote-fabricated",
    "attribution",
    "unsupported-attribution",
    "name",
    "hedge",
    "negation",
    "unsupported-number",
    "unsupported-quote",
)
STYLES = ("light", "moderate", "heavy", "brief")
STRENGTHS = {"v": "verbatim", "c": "close", "l": "loose"}
MARK = re.compile(r"\{([^|{}]*)\|([^|{}]*)\|([^|{}]*)\|([^|{}]*)\}")
LINE = re.compile(r"\[([^\]]*)\] (.*)")

Json = dict[str, object]
Ref = tuple[str, int]  # article id, number of the sentence in its body


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
    head_text, _, body_text = path.read_text(encoding="utf-8").partition("\n\n")
    head = {"id": path.stem} | dict(line.split(": ", 1) for line in head_text.splitlines())
    return assemble(head, body_text, path.name)


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
    """A later version of an original: the note on top, then the sentences of the first version, some of them replaced."""
    head_text, _, body_text = path.read_text(encoding="utf-8").partition("\n\n")
    head = {"id": path.stem} | dict(line.split(": ", 1) for line in head_text.splitlines())
    changed = dict(match.groups() for row in body_text.strip().splitlines() if (match := LINE.fullmatch(row)))
    first = originals[head["corrects"]]
    rows = [f"[0] {changed.pop('note')}\n"]
    for number, line in enumerate(first.body):
        rows.append(f"[{number + 1}] {changed.pop(str(number), first.text[line.start : line.end])}")
        rows.extend([""] if first.text.startswith("\n\n", line.end) else [])
    if changed:
        raise CorpusError(f"{path.name}: no sentence {sorted(changed)} in {first.id}")
    return assemble(head, "\n".join(rows), path.name)


def references(label: str, sources: tuple[str, ...], where: str) -> tuple[list[Ref], str | None, list[Ref]]:
    """`3,4 c ?2` or `harbour:3,storm:4 l`: sentences it comes from, strength, sentences that it may come from."""
    words = label.split()
    may = [word[1:] for word in words if word.startswith("?")]
    plain = [word for word in words if not word.startswith("?") and word != "o"]
    strength = STRENGTHS[plain.pop()] if plain else None
    if (strength is None) != (not plain) or len(plain) > 1:
        raise CorpusError(f"{where}: [{label}] needs both sentences and one of {'/'.join(STRENGTHS)}, or neither")

    def refs(text: str) -> list[Ref]:
        pairs = (part.rpartition(":") for part in text.split(","))
        return [(article or sources[0], int(number)) for article, _, number in pairs]

    return [ref for word in plain for ref in refs(word)], strength, [ref for word in may for ref in refs(word)]


def locate(mark: Mark, refs: list[Ref], articles: dict[str, Authored], sources: tuple[str, ...], where: str) -> Json | None:
    """The original's words: looked for in the sentences that the rewrite comes from, then everywhere."""
    if not mark.source:
        return None
    areas = [(a, articles[a].body[n].start, articles[a].body[n].end) for a, n in refs]
    areas += [(a, articles[a].lines[0].end, len(articles[a].text)) for a in sources]
    for article, start, end in areas:
        at = articles[article].text.find(mark.source, start, end)
        if at >= 0:
            found: Json = {"start": at, "end": at + len(mark.source), "text": mark.source}
            return {"article": article} | found if len(sources) > 1 else found
    raise CorpusError(f"{where}: {mark.source!r} is not in {', '.join(sources)}")


def gold(rewrite: Authored, articles: dict[str, Authored]) -> Json:
    sources = rewrite.sources
    many = len(sources) > 1
    sentences: list[Json] = [{"start": 0, "end": rewrite.lines[0].end, "from": [], "strength": None, "headline": True}]
    changes: list[Json] = []
    decoys: list[Json] = []
    optional: list[Json] = []
    for line in rewrite.lines:
        where = f"{rewrite.id}: {rewrite.text[line.start : line.start + 40]!r}"
        refs, strength, may = references(line.label, sources, where)
        if line is not rewrite.lines[0]:
            sentence: Json = {"start": line.start, "end": line.end, "from": shown(refs, many), "strength": strength}
            sentences.append(sentence | ({"may_from": shown(may, many)} if may else {}))
        if "o" in line.label.split():
            optional.append({"start": line.start, "end": line.end, "why": "own reporting"})
        for mark in rewrite.marks:
            if not line.start <= mark.start < line.end:
                continue
            here: Json = {"start": mark.start, "end": mark.end, "text": rewrite.text[mark.start : mark.end]}
            note: Json = {"rewrite": here, "source": locate(mark, refs, articles, sources, where), "why": mark.why}
            if mark.kind in TYPES:
                changes.append({"type": mark.kind} | note)
            elif mark.kind in ("decoy", "inherited"):
                decoys.append(note)
            elif mark.kind == "optional":
                optional.append({"start": mark.start, "end": mark.end, "why": mark.why})
            else:
                raise CorpusError(f"{where}: unknown mark {mark.kind!r}")
    dates = [articles[source].head["published"][:10] for source in sources]
    return {
        "id": rewrite.id,
        "style": rewrite.head["style"],
        "faithful": not changes,
        "source": list(sources) if many else sources[0],
        "source_date": dates if many else dates[0],
        "rewrite_date": rewrite.head["published"][:10],
        "rewrite_words": len(rewrite.text.split()),
        "source_sentences": {a: spans(articles[a]) for a in sources} if many else spans(articles[sources[0]]),
        "rewrite_sentences": sentences,
        "changes": changes,
        "decoys": decoys,
        "optional": optional,
    }


def shown(refs: list[Ref], many: bool) -> list[object]:
    return [f"{article}:{number}" if many else number for article, number in refs]


def spans(article: Authored) -> list[Json]:
    return [{"start": line.start, "end": line.end} for line in article.body]


def relations(originals: dict[str, Authored], rewrites: list[Authored], independents: list[Authored]) -> Json:
    parents = {rewrite.id: rewrite.head["sources"].split() for rewrite in rewrites}
    siblings = [
        {"articles": [a, b], "original": parent}
        for a, b in itertools.combinations(sorted(parents), 2)
        for parent in sorted(set(parents[a]) & set(parents[b]))
        if parent in originals
    ]
    corrections = [
        {
            "wrong": article.head["corrects"],
            "corrected": article.id,
            "carried_by": [r.id for r in rewrites if r.head.get("against") == article.id],
        }
        for article in originals.values()
        if "corrects" in article.head
    ]
    chains = [
        {
            "articles": [*parents[parents[rewrite.id][0]], parents[rewrite.id][0], rewrite.id],
            "entered": parents[rewrite.id][0],
            "error": {"parent": mark.source, "text": rewrite.text[mark.start : mark.end], "why": mark.why},
        }
        for rewrite in rewrites
        for mark in rewrite.marks
        if mark.kind == "inherited"
    ]
    derivations = [
        {"source": source, "rewrite": r.id, "style": r.head["style"]} for r in rewrites for source in parents[r.id]
    ]
    derivations += [{"source": str(c["wrong"]), "rewrite": str(c["corrected"]), "style": "correction"} for c in corrections]
    return {
        "derivations": sorted(derivations, key=lambda d: (d["source"], d["rewrite"])),
        "common_source": siblings,
        "independent": [{"article": i.id, "same_event_as": i.head["event"]} for i in independents],
        "chains": chains,
        "corrections": corrections,
    }


def record(article: Authored) -> Json:
    return {
        "id": article.id,
        "title": article.text[: article.lines[0].end],
        "text": article.text[article.body[0].start :],
        "published": article.head["published"],
        "outlet": article.head["outlet"],
        "url": f"https://example.org/{article.head['published'][:10]}/{article.id}",
    }


def folder(name: str) -> list[pathlib.Path]:
    return sorted((HERE / "authored" / name).glob("*.txt"))


def load() -> tuple[dict[str, Authored], list[Authored], list[Authored]]:
    """Originals by id (with corrected versions), rewrites, independent reports."""
    originals = {a.id: a for a in map(read, folder("originals"))}
    originals |= {a.id: a for a in (corrected(path, originals) for path in folder("corrections"))}
    for article in originals.values():
        if [line.label for line in article.body] != [str(number) for number in range(len(article.body))]:
            raise CorpusError(f"{article.id}: the sentences are not numbered 0, 1, 2, …")
    return originals, [read(path) for path in folder("rewrites")], [read(path) for path in folder("independents")]


def build() -> Iterator[tuple[str, str]]:
    """Every file of the corpus that is not written by hand: path from this folder, contents."""
    originals, rewrites, independents = load()
    articles = originals | {rewrite.id: rewrite for rewrite in rewrites}
    if len(articles) + len(independents) != len({*articles, *(i.id for i in independents)}) or any(
        rewrite.id in originals for rewrite in rewrites
    ):
        raise CorpusError("two articles have the same id")
    for rewrite in rewrites:
        sources = rewrite.sources
        base = f"{'multi' if len(sources) > 1 else 'pairs'}/{rewrite.id}"
        for number, source in enumerate(sources, 1):
            yield f"{base}.source{number if len(sources) > 1 else ''}.txt", articles[source].text
        yield f"{base}.rewrite.txt", rewrite.text
        yield f"{base}.gold.json", json.dumps(gold(rewrite, articles), ensure_ascii=False, indent=1) + "\n"
    every = sorted([*articles.values(), *independents], key=lambda a: (a.head["published"], a.id))
    yield "archive.jsonl", "".join(json.dumps(record(a), ensure_ascii=False) + "\n" for a in every)
    yield "relations.json", json.dumps(relations(originals, rewrites, independents), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file is not current")
    check = parser.parse_args().check
    wanted = {HERE / name: contents for name, contents in build()}
    present = [path for name in ("pairs", "multi") for path in (HERE / name).glob("*")]
    stale = [path for path in present if path not in wanted]
    stale += [p for p, text in wanted.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    if check:
        print("\n".join(f"not current: {path.relative_to(HERE)}" for path in stale), end="\n" if stale else "")
        return 1 if stale else 0
    for path in present:
        path.unlink()
    for path, contents in wanted.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(contents, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
