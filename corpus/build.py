"""Write pairs/, multi/, archive.jsonl and relations.json from authored/, so that no offset is ever typed by hand.

    python corpus/build.py            write
    python corpus/build.py --check    exit 1 when what is committed is not what would be written

The form of the authored files is described in README.md.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from collections.abc import Iterator

from authoring.inline import Authored, CorpusError, corrected, read
from authoring.truth import Json, gold, relations

HERE = pathlib.Path(__file__).resolve().parent


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
    yield (
        "relations.json",
        json.dumps(relations(originals, rewrites, independents), ensure_ascii=False, indent=1) + "\n",
    )


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
