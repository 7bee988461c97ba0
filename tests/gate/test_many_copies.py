"""A story that hundreds print alike: the gate reads a few of them, and still finds a source."""

from __future__ import annotations

from msgspec.structs import replace

from derive.archive.memory import MemoryArchive
from derive.model import Article
from derive.pipeline import Scope
from derive.pipeline.draft import check
from tests.archive.stories import stories, story


class Counted(MemoryArchive):
    """Counts the articles that are read whole."""

    def __init__(self, articles: list[Article]) -> None:
        super().__init__(articles)
        self.read: list[str] = []

    def article(self, id: str) -> Article:
        self.read.append(id)
        return super().article(id)


def test_of_hundreds_of_copies_a_few_are_read() -> None:
    first = story(7)
    copies = [
        replace(first, id=f"copy{at}", text=f"{first.text}\n\nFiled by desk {at}.", outlet=f"Paper {at}")
        for at in range(300)
    ]
    index = Counted([*stories(40), *copies])
    found = check(replace(first, id="draft", outlet="Halden Courier"), index, Scope())
    assert len(set(index.read)) < 60
    assert found.examined.sources[0].relation.derived
