"""What unrelated stories say alike tells of no source.

An archive is not read as a whole: `recurrence.learn` knows nothing of the paragraph about the company. But where
five articles that hold the same sentence share nothing else, the draft's own copy may come from any, or from none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from derive.model import Document
from derive.recipe import SketchRecipe
from derive.retrieve.index import Index, norm
from derive.sketch.terms import terms
from derive.sketch.words import words
from derive.text.document import set_aside

LEAST = 5
"""Stories that must hold a sentence; fewer articles teach nothing, and cost nothing."""

_SHORTEST = 3  # words
_TELLING = 3  # terms that a sentence must have for its holders to be looked up
EACH = 12  # holders of one sentence, spread over all, are enough to tell
_READ = 24  # articles read at most
_FIGURE = re.compile(r"\d+")
REST = 0.3  # of an article is its own, or it may be one more version of the others: thirty words beside a paragraph
OTHER = 0.1  # cosine of the rest of two articles: below, they tell two stories; a rewrite's least is .16


def holders(sentences: Sequence[str], index: Index) -> list[str]:
    """The ids of some articles, at most `_READ`, that hold all terms of a sentence that `LEAST` or more so hold."""
    keys = [sorted(terms(words(one), index.recipe.rare_below)) for one in sentences]
    postings = index.postings(sorted({key for some in keys for key in some}))
    found: dict[int, None] = {}
    for some in keys:
        if len(some) >= _TELLING and all(key in postings for key in some):
            numbers = sorted(set.intersection(*(set(postings[key]) for key in some)))
            if len(numbers) >= LEAST:
                found |= dict.fromkeys(numbers[:: -(-len(numbers) // EACH)])
    return sorted(entry.id for entry in index.entries(list(found)[:_READ]))


def refrains(documents: Sequence[Document], recipe: SketchRecipe) -> frozenset[str]:
    """The sentences, in their `form`, that stand in `LEAST` documents whose other sentences tell as many stories.

    The versions of one running story repeat their background and are one story, whoever prints them.
    """
    if len(documents) < LEAST:
        return frozenset()
    holders: dict[str, list[int]] = defaultdict(list)
    written = [[form(one.span.of(document.plain)) for one in document.body] for document in documents]
    for number, forms in enumerate(written):
        for one in dict.fromkeys(forms):
            if one.count(" ") + 1 >= _SHORTEST:
                holders[one].append(number)
    shared = {one: numbers for one, numbers in holders.items() if len(numbers) >= LEAST}
    if not shared:
        return frozenset()
    rest = [_rest(forms, shared, recipe) for forms in written]
    return frozenset(one for one, numbers in shared.items() if _told_apart([rest[at] for at in numbers]))


def without(document: Document, known: Collection[str]) -> Document:
    """The document with the sentences whose `form` is known set aside."""
    return set_aside(document, lambda sentence: form(sentence.span.of(document.plain)) in known)


def form(sentence: str) -> str:
    """A sentence as its words in lower case, every figure the same: "© 2024" recurs as "© 2025"."""
    return _FIGURE.sub("0", " ".join(words(sentence)))


def _rest(forms: Sequence[str], shared: Collection[str], recipe: SketchRecipe) -> Mapping[int, int]:
    """The terms of what an article does not share, none where that is the lesser part."""
    own = " ".join(one for one in forms if one not in shared)
    return terms(words(own), recipe.rare_below) if len(own) >= REST * len(" ".join(forms)) else {}


def _told_apart(rests: Sequence[Mapping[int, int]]) -> bool:
    """Whether `LEAST` of them are strangers to each other; one without terms tells nothing."""
    stories: list[Mapping[int, int]] = []
    for rest in rests:
        if rest and all(_cosine(rest, story) < OTHER for story in stories):
            stories.append(rest)
    return len(stories) >= LEAST


def _cosine(one: Mapping[int, int], other: Mapping[int, int]) -> float:
    dot = sum(weight * other[term] for term, weight in one.items() if term in other)
    return dot / (norm(one.values()) * norm(other.values()))
