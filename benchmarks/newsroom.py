"""A newsroom's archive out of a seed: articles with the word frequencies of English, topics, names and figures, and
among them planted copies, edits and rewordings whose exact Jaccard is known.

    python benchmarks/newsroom.py 50000 build/news50k        writes articles.jsonl and planted.jsonl

Same count and seed, same bytes. Sentences come from a small grammar filled from the frequency table, one in twenty
from our own `corpus/` with its names and figures exchanged.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from derive.model import Article
from derive.sketch.words import words
from derive.text.frequency import table

_SENTENCES = 19  # in the mean article; 21 words each make 400
_PLANTED = 0.1
_EDITS = {"copy": 0.0, "touch": 0.02, "light": 0.06, "moderate": 0.15, "heavy": 0.3, "lift": 0.1}
_SYLLABLES = "bar dren fol gath hal ist jor kel lind mar nor ost pel quin rav sol tov ulf ver wen yar zel".split()
_PATTERNS = (
    "{N} {w} the {w} {t} of {w} {w} in {P} on {D}, {w} {w} {t} {w} {w} said.",
    "“{w} {w} {w} {w} {t} {w} {w},” {N} said, “and {w} {w} {w} {t}.”",
    "The {w} {t} {w} {f} {w} {w} {w} {w} {w}, up from {f} in {Y}.",
    "{P}'s {w} {w} {t} {w} {w} {w} {w} after {w} {w} {w} {w} {w} {w}.",
    "{w} {w} {w} {t}, {w} {w} {w} {w} {w} {w} {w} {w} {w} {t} {w} {w} {w} {w}.",
    "More than {f} {t} {w} {w} {w} {w} {w}, according to {N}, who {w} {w} {w} {w} {t} {w} {w} {w} {w} {w} {w}.",
    "It was {w} {w} {w} {w} {w} {w} {w} {t} {w} {w} {w} since {Y}, when {f} {w} {t} {w} {w} {w} {w} {w} {w} {w}.",
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_OUTLETS = tuple(f"Outlet {letter}" for letter in "ABCDEFGHIJ")
_SLOT = re.compile(r"\{(\w)\}")


@dataclass(frozen=True, slots=True)
class Planted:
    """A derived article, its source, how it was made, and the exact Jaccard of their word 3-grams.

    `host` is the article that a lift was put into: most of it comes from there.
    """

    source: str
    rewrite: str
    edit: str
    jaccard: float
    host: str | None = None


class Newsroom:
    """Draws articles. One object, one stream of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = np.random.default_rng(seed)
        known = table()
        self.vocabulary = np.array([word for word in known if word.isalpha()])
        shares = np.array([10.0 ** known[word] for word in self.vocabulary])
        self.cumulative = np.cumsum(shares / shares.sum())
        self.topical = self.vocabulary[[2.8 < known[word] < 4.4 for word in self.vocabulary]]
        self.own = _corpus_sentences()

    def common(self, count: int) -> list[str]:
        """Words as running English has them."""
        return self.vocabulary[np.searchsorted(self.cumulative, self.chance.random(count))].tolist()  # type: ignore[no-any-return]

    def name(self, parts: int) -> str:
        """An invented name."""
        chosen = self.chance.choice(_SYLLABLES, (parts, 2))
        return " ".join("".join(pair).capitalize() for pair in chosen)

    def figure(self) -> str:
        """A figure; large ones are rarer."""
        return f"{int(10 ** self.chance.uniform(0.5, 5.5)):,}"

    def article(self, number: int) -> Article:
        """A new article."""
        topic = self.chance.choice(self.topical, 14).tolist()
        people, places = [self.name(2) for _ in range(4)], [self.name(1) for _ in range(2)]
        count = max(4, round(self.chance.gamma(6.0, _SENTENCES / 6.0)))
        body = [self.sentence(topic, people, places) for _ in range(count)]
        headline = " ".join([places[0], *self.common(3), topic[0], *self.common(2), topic[1]])
        paragraphs = [" ".join(body[at : at + 2]) for at in range(0, count, 2)]
        return Article(
            id=f"n{number}",
            text="\n\n".join([headline, *paragraphs]),
            title=headline,
            outlet=str(self.chance.choice(_OUTLETS)),
            published=dt.date(2020, 1, 1) + dt.timedelta(days=int(self.chance.integers(1500))),
        )

    def sentence(self, topic: list[str], people: list[str], places: list[str]) -> str:
        """A sentence of the grammar, or one of our corpus with other names and figures."""
        chance = self.chance
        if self.own and chance.random() < 0.05:
            pattern = self.own[int(chance.integers(len(self.own)))]
        else:
            pattern = _PATTERNS[int(chance.integers(len(_PATTERNS)))]
        filler = iter(self.common(pattern.count("{w}")))
        slots = {
            "w": lambda: next(filler),
            "t": lambda: topic[int(len(topic) * chance.random() ** 2)],
            "N": lambda: people[int(chance.integers(len(people)))],
            "P": lambda: places[int(chance.integers(len(places)))],
            "D": lambda: _DAYS[int(chance.integers(7))],
            "Y": lambda: str(int(chance.integers(1990, 2020))),
            "f": self.figure,
        }
        made = _SLOT.sub(lambda slot: slots[slot[1]](), pattern)
        return made[0].upper() + made[1:]

    def derived(self, source: Article, other: Article, id: str, edit: str) -> Article:
        """A derivation: words exchanged and dropped, sentences moved; a lift is three sentences in another story."""
        if edit == "lift":
            sentences = source.text.split("\n\n")[1:]
            lifted = sentences[: max(1, len(sentences) // 4)]
            text = "\n\n".join([*other.text.split("\n\n")[:-1], *(self.edited(one, 0.1) for one in lifted)])
        else:
            blocks = source.text.split("\n\n")
            if edit == "heavy" and len(blocks) > 4:
                blocks = [blocks[0], *blocks[2:], blocks[1]]
            text = "\n\n".join(self.edited(block, _EDITS[edit]) for block in blocks)
        known = [one.published for one in (source, other if edit == "lift" else source) if one.published]
        later = max(known, default=dt.date(2020, 1, 1)) + dt.timedelta(days=1)
        return replace(source, id=id, text=text, title=None, outlet=str(self.chance.choice(_OUTLETS)), published=later)

    def edited(self, text: str, share: float) -> str:
        """The text with a share of its words exchanged, dropped or doubled up with new ones."""
        tokens = text.split(" ")
        dice = self.chance.random(len(tokens))
        fresh = self.common(len(tokens))
        made: list[str] = []
        for token, die, new in zip(tokens, dice, fresh, strict=True):
            if die >= share:
                made.append(token)
            elif die < share * 0.5:
                made.append(new)
            elif die < share * 0.75:
                made += [token, new]
        return " ".join(made)


def newsroom(count: int, seed: int = 1) -> Iterator[tuple[Article, Planted | None]]:
    """`count` articles, one in ten of them derived from an earlier one."""
    room = Newsroom(seed)
    originals: list[Article] = []
    edits = list(_EDITS)
    for number in range(count):
        if len(originals) > 10 and room.chance.random() < _PLANTED:
            source, other = (originals[int(room.chance.integers(len(originals)))] for _ in range(2))
            edit = edits[number % len(edits)]
            made = room.derived(source, other, f"n{number}", edit)
            host = other.id if edit == "lift" else None
            yield made, Planted(source.id, made.id, edit, round(jaccard(source.text, made.text), 4), host)
        else:
            made = room.article(number)
            originals.append(made)
            yield made, None


def jaccard(one: str, other: str) -> float:
    """The exact Jaccard of two texts' word 3-grams."""
    a, b = (set(zip(found, found[1:], found[2:], strict=False)) for found in (words(one), words(other)))
    return len(a & b) / (len(a | b) or 1)


def _corpus_sentences() -> list[str]:
    """Patterns out of our sample newsroom: names and figures become slots."""
    patterns = []
    for path in sorted((Path(__file__).parents[1] / "corpus" / "authored" / "originals").glob("*.txt")):
        for sentence in re.split(r"(?<=[.?!])\s+", path.read_text("utf-8")):
            if 60 < len(sentence) < 300 and "{" not in sentence:
                named = re.sub(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+", "{N}", sentence)
                patterns.append(re.sub(r"\b\d[\d,]*\b", "{f}", re.sub(r"(?<=[a-z,] )[A-Z][a-z]+", "{P}", named)))
    return patterns


def record(article: Article) -> str:
    """An article as a line of JSON."""
    fields = {"id": article.id, "text": article.text, "outlet": article.outlet, "published": str(article.published)}
    return json.dumps(fields, ensure_ascii=False)


def main() -> None:
    """Write a newsroom to a folder."""
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "articles.jsonl").open("w", encoding="utf-8") as texts,
        (folder / "planted.jsonl").open("w") as pairs,
    ):
        for article, planted in newsroom(count):
            texts.write(record(article) + "\n")
            if planted:
                pairs.write(json.dumps(asdict(planted)) + "\n")


if __name__ == "__main__":
    main()
