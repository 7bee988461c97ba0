"""What an outlet prints under every story: learnt from how many of its articles hold a sentence, then set aside.

The grammar of credits and service lines is `derive.text.boilerplate`; this finds what no grammar knows, such as the
paragraph about the company.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from derive.model import Article, Document, Role
from derive.sketch.words import words
from derive.text.normalise import plain
from derive.text.sentences import sentences

_SAMPLE = 400  # articles of an outlet are enough to tell, and bound the cost
_SHARE = 0.01
_LEAST = 5  # … different articles, by their openings: copies of one story teach nothing about the outlet
_UNNAMED = (20, 0.2)  # … articles, and their share, where no outlet is known: six papers may tell one wire story
_SHORTEST = 3  # words
_FIGURE = re.compile(r"\d+")


class Boilerplate(Struct, frozen=True):
    """For each outlet its recurring sentences, as `form` writes them."""

    of: Mapping[str | None, frozenset[str]]

    def mark(self, document: Document) -> Document:
        """The document with the sentences that its outlet prints everywhere given the role of boilerplate."""
        return set_aside(document, self.of.get(document.article.outlet) or frozenset())


def set_aside(document: Document, known: Collection[str]) -> Document:
    """The document with the sentences whose `form` is known given the role of boilerplate."""
    if not known:
        return document
    marked = tuple(
        replace(one, role=Role.BOILERPLATE)
        if one.role is Role.BODY and form(one.span.of(document.plain)) in known
        else one
        for one in document.sentences
    )
    return replace(document, sentences=marked) if marked != document.sentences else document


def learn(articles: Iterable[Article]) -> Boilerplate:
    """Learn from a corpus. Articles without an outlet may be of many: only what a fifth of them say is set aside."""
    by_outlet: dict[str | None, list[Article]] = defaultdict(list)
    for article in articles:
        by_outlet[article.outlet].append(article)
    return Boilerplate(
        {
            outlet: _recurring(_sampled(members), *((_LEAST, _SHARE) if outlet else _UNNAMED))
            for outlet, members in by_outlet.items()
        }
    )


def _sampled(articles: Sequence[Article]) -> Sequence[Article]:
    return articles[:: -(-len(articles) // _SAMPLE)]


def _recurring(articles: Sequence[Article], least: int, share: float) -> frozenset[str]:
    """The sentences that stand in enough articles of different openings."""
    openings: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        text, _ = plain(article.text)
        forms = [form(span.of(text)) for span, _, role in sentences(text) if role is Role.BODY]
        for one in forms[1:]:
            if one.count(" ") + 1 >= _SHORTEST:
                openings[one].add(forms[0])
    enough = max(least, share * len(articles))
    return frozenset(one for one, stories in openings.items() if len(stories) >= enough)


def form(sentence: str) -> str:
    """A sentence as its words in lower case, every figure the same: "© 2024" recurs as "© 2025"."""
    return _FIGURE.sub("0", " ".join(words(sentence)))
