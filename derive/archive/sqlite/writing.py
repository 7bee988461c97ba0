"""Changes to an archive. Each function runs inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from derive.archive.record import Record, records, stamp, unpack
from derive.archive.sqlite.blocks import rows, without
from derive.archive.sqlite.reading import marks, parts
from derive.recipe import SketchRecipe


def store(db: Connection, fresh: Sequence[Record], recipe: SketchRecipe) -> int:
    """Store records as the newest versions of their articles. Returns how many articles were there before."""
    versions: dict[str, int] = {}
    for part in parts([record.article.id for record in fresh]):
        versions |= dict(
            db.execute(f"SELECT id, max(version) FROM articles WHERE id IN ({marks(part)}) GROUP BY id", part)
        )
    for part in parts(list(versions)):
        sql = f"UPDATE articles SET current = 0 WHERE current AND id IN ({marks(part)}) RETURNING number"
        unindex(db, [number for (number,) in db.execute(sql, part).fetchall()], recipe)
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone()
    numbered = list(enumerate(fresh, (row[0] if row else 0) + 1))
    db.executemany(
        "INSERT INTO articles VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)",
        (
            (
                n,
                r.article.id,
                versions.get(r.article.id, 0) + 1,
                r.digest,
                _ordinal(r),
                r.article.outlet,
                r.norm,
                _names(r),
            )
            for n, r in numbered
        ),
    )
    db.executemany("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?)", (_text_row(n, r) for n, r in numbered))
    index(db, numbered)
    return len(versions)


def _ordinal(record: Record) -> int | None:
    day = record.article.day
    return day.toordinal() if day else None


def _names(record: Record) -> str | None:
    return "\n".join(record.article.authors) or None


def _text_row(number: int, record: Record) -> tuple[object, ...]:
    one = record.article
    return number, one.title, stamp(one.published), len(one.text), record.packed, record.wording, record.substance


def index(db: Connection, numbered: Iterable[tuple[int, Record]]) -> None:
    """Add the postings of records with ascending numbers."""
    sql = """
        INSERT INTO postings VALUES (?, ?, ?)
        ON CONFLICT (key, block) DO UPDATE SET offsets = CAST(offsets || excluded.offsets AS BLOB)
    """
    db.executemany(sql, rows(numbered))


def remake(db: Connection, numbers: Sequence[int], recipe: SketchRecipe) -> None:
    """Sketch the stored articles of a run of numbers anew, and index those that are current."""
    sql = """
        SELECT number, current, packed FROM articles JOIN texts USING (number)
        WHERE number BETWEEN ? AND ? ORDER BY number
    """
    stored = db.execute(sql, (numbers[0], numbers[-1])).fetchall()
    made = records([unpack(packed) for _, _, packed in stored], recipe)
    numbered = [(number, record) for (number, _, _), record in zip(stored, made, strict=True)]
    db.executemany("UPDATE articles SET norm = ? WHERE number = ?", ((r.norm, n) for n, r in numbered))
    signatures = ((r.wording, r.substance, n) for n, r in numbered)
    db.executemany("UPDATE texts SET wording = ?, substance = ? WHERE number = ?", signatures)
    index(db, [pair for pair, (_, current, _) in zip(numbered, stored, strict=True) if current])


def delete(db: Connection, numbers: Sequence[int], recipe: SketchRecipe) -> None:
    """Delete versions, out of the index as well."""
    unindex(db, numbers, recipe)
    for part in parts(numbers):
        db.execute(f"DELETE FROM articles WHERE number IN ({marks(part)})", part)
        db.execute(f"DELETE FROM texts WHERE number IN ({marks(part)})", part)


def unindex(db: Connection, numbers: Sequence[int], recipe: SketchRecipe) -> None:
    """Take versions out of the index. Their keys are not stored: their texts are sketched again."""
    gone: set[int] = set()
    keys: set[int] = set()
    for part in parts(numbers):
        texts = db.execute(f"SELECT number, packed FROM texts WHERE number IN ({marks(part)})", part).fetchall()
        gone.update(number for number, _ in texts)
        keys.update(key for one in records([unpack(packed) for _, packed in texts], recipe) for key in one.keys)
    for part in parts(sorted(keys)):
        held = db.execute(f"SELECT key, block, offsets FROM postings WHERE key IN ({marks(part)})", part).fetchall()
        for key, block, offsets in held:
            kept = without(block, offsets, gone)
            if not kept:
                db.execute("DELETE FROM postings WHERE key = ? AND block = ?", (key, block))
            elif len(kept) < len(offsets):
                db.execute("UPDATE postings SET offsets = ? WHERE key = ? AND block = ?", (kept, key, block))
