"""The archive in one SQLite file: a write-ahead log, one transaction a call, any number of processes."""

from __future__ import annotations

import datetime as dt
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from derive.archive.batch import distinct
from derive.archive.interface import Added, Info, Listed, Progress
from derive.archive.record import digest, records
from derive.archive.sqlite import reading, writing
from derive.archive.sqlite.opening import FORMAT, check_recipe, connect
from derive.archive.sqlite.trouble import told
from derive.model import Article
from derive.recipe import DEFAULT, SketchRecipe
from derive.retrieve import Entry

_REBUILT_AT_ONCE = 2000


class SqliteArchive:
    """An archive file (see `interface.Archive`). One object serves one thread; each process opens its own."""

    def __init__(self, path: str, recipe: SketchRecipe = DEFAULT.sketch) -> None:
        """Open without a look at the recipe: `open_archive` asks `check` for it."""
        self._path = path
        self._recipe = recipe
        self._db = connect(path)

    def check(self) -> None:
        """Raise RecipeMismatch unless the sketches follow our recipe."""
        with told(self._path):
            check_recipe(self._path, self._db, self._recipe)

    @property
    def recipe(self) -> SketchRecipe:
        """The recipe of every sketch."""
        return self._recipe

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction on sketches of our recipe: a rebuild by another version may have come between."""
        with self._transaction() as db:
            check_recipe(self._path, db, self._recipe)
            yield db

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """The writer's turn is taken at once, and all or nothing of the change stays."""
        with told(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def __len__(self) -> int:
        with told(self._path):
            return reading.count(self._db)

    def postings(self, keys: Sequence[int]) -> Mapping[int, array[int]]:
        """The numbers that hold each of the keys."""
        with told(self._path):
            return reading.postings(self._db, keys)

    def entries(self, numbers: Sequence[int]) -> Iterable[Entry]:
        """What is known of each number that is still current."""
        with told(self._path):
            return list(reading.entries(self._db, numbers))

    def article(self, id: str) -> Article:
        """The newest version of an article. Raises KeyError."""
        versions = self.history(id)
        if not versions:
            raise KeyError(id)
        return versions[-1]

    def history(self, id: str) -> tuple[Article, ...]:
        """Every version of an article, the oldest first."""
        with told(self._path):
            return reading.history(self._db, id)

    def add(self, articles: Sequence[Article]) -> Added:
        """Store articles (see `Archive.add`). They are sketched before the writer's turn is asked for."""
        given = {id: (digest(one), one) for id, one in distinct(articles).items()}
        with told(self._path):
            held = reading.digests(self._db, list(given))
        made = records([one for id, (mark, one) in given.items() if held.get(id) != mark], self._recipe)
        if not made:
            return Added(unchanged=len(articles))
        with self._writing() as db:
            held = reading.digests(db, [record.article.id for record in made])
            fresh = [record for record in made if held.get(record.article.id) != record.digest]
            changed = writing.store(db, fresh, self._recipe)
        return Added(len(fresh) - changed, changed, len(articles) - len(fresh))

    def remove(self, ids: Sequence[str]) -> int:
        """Delete articles, all their versions."""
        with self._writing() as db:
            gone: dict[int, str] = {}
            for part in reading.parts(ids):
                sql = f"SELECT number, id FROM articles WHERE id IN ({reading.marks(part)})"
                gone |= dict(db.execute(sql, part))
            writing.delete(db, list(gone), self._recipe)
        return len(set(gone.values()))

    def expire(self, before: dt.date) -> int:
        """Delete the articles whose newest version was published before a day."""
        with self._writing() as db:
            sql = "SELECT number FROM articles WHERE id IN (SELECT id FROM articles WHERE current AND day < ?)"
            numbers = [number for (number,) in db.execute(sql, (before.toordinal(),))]
            before_that = reading.count(db)
            writing.delete(db, numbers, self._recipe)
            return before_that - reading.count(db)

    def list(self) -> Iterator[Listed]:
        """Every article's newest version, in order of id."""
        with told(self._path):
            yield from reading.listing(self._db)

    def articles(self) -> Iterator[Article]:
        """Every article's newest version, in the order of arrival."""
        with told(self._path):
            yield from reading.articles(self._db)

    def info(self) -> Info:
        """What it holds."""
        with told(self._path):
            articles, versions = reading.count(self._db), reading.versions(self._db)
            (recipe,) = self._db.execute("SELECT value FROM about WHERE name = 'recipe'").fetchone()
            first, last = reading.days(self._db)
        files = (Path(self._path), Path(f"{self._path}-wal"))
        size = sum(one.stat().st_size for one in files if one.exists())
        return Info(self._path, FORMAT, recipe, articles, versions, size, first, last)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Sketch and index everything anew, in one transaction: readers see the old index until it is done."""
        with self._transaction() as db:
            total = reading.versions(db)
            db.execute("DELETE FROM postings")
            numbers = [number for (number,) in db.execute("SELECT number FROM articles ORDER BY number")]
            for done, part in enumerate(reading.parts(numbers, _REBUILT_AT_ONCE)):
                writing.remake(db, part, self._recipe)
                if progress is not None:
                    progress(min(total, (done + 1) * _REBUILT_AT_ONCE), total)
            db.execute("INSERT OR REPLACE INTO about VALUES ('recipe', ?)", (self._recipe.fingerprint(),))
            return reading.count(db)

    def close(self) -> None:
        """Let go of the file."""
        with told(self._path):
            self._db.close()
