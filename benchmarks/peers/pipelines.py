"""Tokenise -> signatures -> candidate pairs, by derive and by its peers: the same shingles, slots, bands and cut.

    python benchmarks/peers/pipelines.py NAME FOLDER

reads FOLDER/articles.jsonl and writes one line of JSON: CPU seconds of each step (reading the file excluded, imports
and compiled code under "load"), peak memory, the recall of FOLDER/planted.jsonl by exact Jaccard. It imports nothing
of derive but in derive's own pipeline.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

N, SLOTS, BANDS, ROWS, CUT = 3, 128, 25, 5, 0.4
"""Word 3-grams; 125 of 128 slots in 25 bands of 5; pairs whose estimated Jaccard is below the cut are dropped."""

Pairs = set[tuple[int, int]]
_WORD = re.compile(r"\w+")
steps: dict[str, float] = {}


@contextmanager
def step(name: str) -> Iterator[None]:
    """Time a step in CPU seconds of the whole process."""
    before = time.process_time()
    yield
    steps[name] = steps.get(name, 0.0) + time.process_time() - before


def shingles(text: str) -> list[str]:
    """The distinct word 3-grams of a text, as anybody would write it."""
    words = _WORD.findall(text.lower())
    return list({" ".join(words[at : at + N]) for at in range(max(1, len(words) - N + 1))})


def derive(texts: list[str]) -> Pairs:
    """Ours: the compiled kernel, bands by sorting."""
    with step("load"):
        from msgspec.structs import replace

        from derive.recipe import SketchRecipe
        from derive.retrieve.buckets import collisions
        from derive.sketch.bands import keys_of_many
        from derive.sketch.bulk import sketch_many

        recipe = replace(SketchRecipe(), ngram=N, wording_slots=SLOTS, wording_bands=(BANDS, ROWS), rare_below=0)
        sketch_many(["The compiled code comes out of its cache."], recipe)
    with step("tokenise and sign"):
        signatures = sketch_many(texts, recipe).wording
    with step("pairs"):
        found = collisions(*keys_of_many(signatures, (BANDS, ROWS), 0))
        near = (signatures[found[:, 0]] == signatures[found[:, 1]]).mean(axis=1) >= CUT
        return set(zip(*found[near].T.tolist(), strict=True))


def _datasketch(texts: list[str], **options: object) -> Pairs:
    with step("load"):
        from datasketch import MinHash, MinHashLSH

    with step("tokenise"):
        sets = [[shingle.encode() for shingle in shingles(text)] for text in texts]
    with step("sign"):
        signatures = list(MinHash.generator(sets, num_perm=SLOTS, **options))
    found: Pairs = set()
    with step("pairs"):
        index = MinHashLSH(num_perm=SLOTS, params=(BANDS, ROWS))
        for number, signature in enumerate(signatures):
            for other in index.query(signature):
                if signature.jaccard(signatures[other]) >= CUT:
                    found.add((other, number))
            index.insert(number, signature)
    return found


def datasketch(texts: list[str]) -> Pairs:
    """datasketch as it comes: SHA-1, the affine32 scheme, its bulk generator."""
    return _datasketch(texts)


def datasketch_xxh32(texts: list[str]) -> Pairs:
    """datasketch with the fastest hash that it can be given."""
    import xxhash

    return _datasketch(texts, hashfunc=xxhash.xxh32_intdigest)


def rensa(texts: list[str]) -> Pairs:
    """rensa's R-MinHash and its LSH, by the bulk calls where there are any."""
    with step("load"):
        from rensa import RMinHash, RMinHashLSH

    with step("tokenise"):
        sets = [shingles(text) for text in texts]
    with step("sign"):
        signatures = RMinHash.from_token_sets(sets, num_perm=BANDS * ROWS, seed=42)  # it refuses a slot over
    found: Pairs = set()
    with step("pairs"):
        index = RMinHashLSH(threshold=CUT, num_perm=BANDS * ROWS, num_bands=BANDS)
        return _rensa_pairs(index, signatures, found)


def _rensa_pairs(index: object, signatures: list[object], found: Pairs) -> Pairs:
    for number, signature in enumerate(signatures):
        for other in index.query(signature):  # type: ignore[attr-defined]
            if signature.jaccard(signatures[other]) >= CUT:  # type: ignore[attr-defined]
                found.add((other, number))
        index.insert(number, signature)  # type: ignore[attr-defined]
    return found


def gaoya(texts: list[str]) -> Pairs:
    """gaoya's string index: tokeniser, signatures and LSH in Rust, on one thread."""
    with step("load"):
        from gaoya.minhash import MinHashStringIndex

    options = {"analyzer": "word", "lowercase": True, "ngram_range": (N, N), "id_container": "set"}
    index = MinHashStringIndex(32, CUT, BANDS, ROWS, SLOTS, **options)
    found: Pairs = set()
    with step("tokenise, sign and index"):
        for number, text in enumerate(texts):
            index.insert_document(number, text)
    with step("pairs"):
        for number, text in enumerate(texts):
            found.update((min(number, other), max(number, other)) for other in index.query(text) if other != number)
    return found


def text_dedup(texts: list[str]) -> Pairs:
    """text-dedup's MinHash as its command runs it, without the files between: SHA-1 and 64 bits as it comes.

    It joins articles by any shared band and verifies nothing: its pairs are all of a cluster.
    """
    with step("load"):
        import numpy as np
        from text_dedup.minhash import RNG, SIGNATURE_COLUMN, UnionFind, embed_func, sha1_hash

    prime = np.uint64((1 << 61) - 1)
    options = {
        "num_perm": SLOTS,
        "ngram_size": N,
        "min_length": 0,
        "hashranges": [(band * ROWS, band * ROWS + ROWS) for band in range(BANDS)],
        "permutations": tuple(RNG.randint(least, prime, size=(SLOTS,), dtype=np.uint64) for least in (1, 0)),
        "hash_func": sha1_hash,
        "dtype": np.uint64,
        "max_hash": np.uint32((1 << 32) - 1),
        "modulo_prime": prime,
    }
    with step("tokenise and sign"):
        signatures = [embed_func(text, number, **options)[SIGNATURE_COLUMN] for number, text in enumerate(texts)]
    with step("pairs"):
        tables: list[dict[bytes, set[int]]] = [defaultdict(set) for _ in range(BANDS)]
        for number, bands in enumerate(signatures):
            for table, band in zip(tables, bands, strict=True):
                table[band].add(number)
        joined = UnionFind()
        for cluster in (one for table in tables for one in table.values() if len(one) > 1):
            for number in cluster:
                joined.union(number, min(cluster))
        members: dict[int, list[int]] = defaultdict(list)
        for number in range(len(texts)):
            members[joined.find(number)].append(number)
        return {pair for cluster in members.values() for pair in combinations(cluster, 2)}


PIPELINES: dict[str, Callable[[list[str]], Pairs]] = {
    "derive": derive,
    "datasketch": datasketch,
    "datasketch + xxh32": datasketch_xxh32,
    "rensa": rensa,
    "gaoya": gaoya,
    "text-dedup": text_dedup,
}


def main() -> None:
    """Run one pipeline on one core."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    records = [json.loads(line) for line in (folder / "articles.jsonl").open(encoding="utf-8")]
    texts = [record["text"] for record in records]
    before = time.process_time()
    found = PIPELINES[name](texts)
    total = time.process_time() - before - steps["load"]
    numbers = {record["id"]: number for number, record in enumerate(records)}
    recall = {}
    planted = [json.loads(line) for line in (folder / "planted.jsonl").open()]
    for least in (0.5, 0.7, 0.8):
        wanted = [(numbers[one["source"]], numbers[one["rewrite"]]) for one in planted if one["jaccard"] >= least]
        recall[least] = round(sum(pair in found for pair in wanted) / (len(wanted) or 1), 4)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"name": name, "cpu": total, "steps": steps, "mb": memory, "pairs": len(found), "recall": recall}))


if __name__ == "__main__":
    main()
