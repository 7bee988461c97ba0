"""An archive that lives as long as the process: the index of `check --against`, and the plainest statement of what an
archive does."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from derive.archive.batch import distinct, postings
from derive.archive.interface import Added, Info, Listed, Progress
from derive.archive.record import Record, digest, records
from derive.model import Article
from derive.recipe import DEFAULT, SketchRecipe
from derive.retrieve import Entry


class MemoryArchive:
    """Articles in dictionaries."""

    def __init__(self, articles: Sequence[Article] = (), recipe: SketchRecipe = DEFAULT.sketch) -> None:
        self._recipe = recipe
        self._versions: dict[str, list[int]] = {}  # id -> numbers, the newest last
        self._records: dict[int, Record] = {}
        self._postings: dict[int, array[int]] = {}
        self.add(articles)

    @property
    def recipe(self) -> SketchRecipe:
        """The recipe of every sketch."""
        return self._recipe

    def __len__(self) -> int:
        return len(self._versions)

    def postings(self, keys: Sequence[int]) -> Mapping[int, array[int]]:
        """The numbers that hold each of the keys."""
        return {key: self._postings[key] for key in keys if key in self._postings}

    def entries(self, numbers: Sequence[int]) -> Iterable[Entry]:
        """What is known of each number that is still current."""
        for number in numbers:
            record = self._records.get(number)
            if record is not None and self._versions[record.article.id][-1] == number:
                yield Entry(
                    number,
                    record.article.id,
                    record.article.outlet,
                    record.article.day,
                    record.norm,
                    record.article.authors,
                )

    def article(self, id: str) -> Article:
        """The newest version of an article. Raises KeyError."""
        return self._records[self._versions[id][-1]].article

    def history(self, id: str) -> tuple[Article, ...]:
        """Every version of an article, the oldest first."""
        return tuple(self._records[number].article for number in self._versions.get(id, ()))

    def add(self, articles: Sequence[Article]) -> Added:
        """Store articles (see `Archive.add`)."""
        fresh = [one for one in distinct(articles).values() if not self._holds(one)]
        changed = sum(one.id in self._versions for one in fresh)
        numbered = list(enumerate(records(fresh, self._recipe), max(self._records, default=0) + 1))
        for number, record in numbered:
            versions = self._versions.setdefault(record.article.id, [])
            self._unindex(versions[-1:])
            versions.append(number)
            self._records[number] = record
        for key, held in postings(numbered):
            self._postings.setdefault(key, array("I")).extend(held)
        return Added(len(fresh) - changed, changed, len(articles) - len(fresh))

    def _holds(self, article: Article) -> bool:
        versions = self._versions.get(article.id)
        return versions is not None and self._records[versions[-1]].digest == digest(article)

    def remove(self, ids: Sequence[str]) -> int:
        """Delete articles, all their versions."""
        gone = [number for id in dict.fromkeys(ids) for number in self._versions.get(id, ())]
        self._unindex(gone)
        articles = {self._records.pop(number).article.id for number in gone}
        for id in articles:
            del self._versions[id]
        return len(articles)

    def _unindex(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            for key in self._records[number].keys:
                if key in self._postings and number in self._postings[key]:
                    self._postings[key].remove(number)
                    if not self._postings[key]:
                        del self._postings[key]

    def expire(self, before: dt.date) -> int:
        """Delete the articles published before a day."""
        return self.remove([one.id for one in self.articles() if one.day is not None and one.day < before])

    def list(self) -> Iterator[Listed]:
        """Every article's newest version, in order of id."""
        for id in sorted(self._versions):
            one = self.article(id)
            yield Listed(id, len(self._versions[id]), one.outlet, one.published, one.title, len(one.text), one.authors)

    def articles(self) -> Iterator[Article]:
        """Every article's newest version, in the order of arrival."""
        return (self._records[number].article for number in sorted(numbers[-1] for numbers in self._versions.values()))

    def info(self) -> Info:
        """What it holds. Memory has no file, no format and no size of interest."""
        days = sorted(one.day for one in self.articles() if one.day is not None)
        return Info(
            url=":memory:",
            format=0,
            recipe=self._recipe.fingerprint(),
            articles=len(self),
            versions=len(self._records),
            size=0,
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )

    def rebuild(self, progress: Progress | None = None) -> int:
        """Make the sketches and the index anew."""
        made = records([record.article for record in self._records.values()], self._recipe)
        self._records = dict(zip(self._records, made, strict=True))
        current = {numbers[-1] for numbers in self._versions.values()}
        self._postings = dict(postings((n, r) for n, r in self._records.items() if n in current))
        if progress is not None:
            progress(len(made), len(made))
        return len(self)

    def close(self) -> None:
        """Nothing to let go of."""
