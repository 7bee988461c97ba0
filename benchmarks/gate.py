"""The gate on annotated rewrites: is the right source found, and does the exit code say what `compare` says?

    python -m benchmarks.gate

Archive: ../shared/data/wikinews (which holds the sources), levels and same_event, and corpus/. Skips with a reason
where the shared data is absent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.gold import Pair, load
from derive.archive import MemoryArchive
from derive.model import Article, Severity
from derive.pipeline import Scope, check, compare
from derive.report import Examined

SHARED = Path("../shared/data")


def haystack(pairs: list[Pair]) -> Iterator[Article]:
    """Every article at hand; the sources of the pairs under the pairs' names."""
    heads = {one.source.text.split("\n", 1)[0].strip() for one in pairs}
    yield from (one.source for one in pairs)
    for line in (SHARED / "wikinews/articles.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["title"].strip() not in heads:
            yield Article(record["id"], f"{record['title']}\n\n{record['text']}", outlet=record["outlet"])
    for line in (SHARED / "derivation/same_event.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        yield Article(record["id"], f"{record['title']}\n\n{record['text']}", outlet=record["outlet"])
    for line in (SHARED / "derivation/levels.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["adv"]:
            yield Article(f"levels/{record['story']}", record["adv"])


def fails(examined: Examined) -> bool:
    """Whether the gate would exit with 1."""
    return any(one.severity is Severity.ERROR for one in examined.findings)


def main() -> None:
    """Count and print as JSON."""
    if not SHARED.is_dir():
        raise SystemExit("skipped: the annotated rewrites are not beside the project (../shared/data)")
    pairs = list(load(SHARED / "rewrites"))
    index = MemoryArchive(list(haystack(pairs)))
    first, unfaithful, faithful, differs = [], [], [], []
    for pair in pairs:
        checked = check(pair.rewrite, index, Scope()).examined
        alone = compare([pair.source], pair.rewrite).examined[0]
        if not checked.sources or checked.sources[0].article != pair.source.id:
            first.append((pair.name, [one.article for one in checked.sources]))
        if fails(checked):
            (faithful if pair.gold["faithful"] else unfaithful).append(pair.name)
        if fails(checked) != fails(alone):
            differs.append(pair.name)
    print(
        json.dumps(
            {
                "articles in the archive": len(index),
                "right source first": f"{len(pairs) - len(first)} of {len(pairs)}",
                "not first": first,
                "exit 1, unfaithful": f"{len(unfaithful)} of {sum(not one.gold['faithful'] for one in pairs)}",
                "exit 1, faithful": f"{len(faithful)} of {sum(one.gold['faithful'] for one in pairs)}",
                "exit code other than with the true source alone": differs,
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
