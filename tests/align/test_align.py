"""Alignment: verbatim, reworded, split, merged, reordered, and nothing where nothing belongs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.gold import Pair, load
from derive.align import align, align_words
from derive.facts import Reading
from derive.model import Alignment, Article, LinkKind
from derive.pipeline import reading
from derive.recipe import DEFAULT

PAIRS = list(load(Path("corpus/pairs")))
SENTENCES = [
    sentence.span.of(one.document.plain)
    for pair in PAIRS[:6]
    for one in pair.readings()
    for sentence in one.document.body
]


def read(*sentences: str) -> Reading:
    """A reading of an article with these paragraphs."""
    return reading(Article("a", "\n\n".join(sentences)))


def links(alignment: Alignment) -> set[tuple[int, int]]:
    """The linked pairs: source sentence, rewrite sentence."""
    return {(i, j) for link in alignment.links for i in link.source for j in link.rewrite}


def linked(source: Reading, rewrite: Reading) -> set[tuple[int, int]]:
    """The linked pairs of two readings."""
    return links(align(source, rewrite, DEFAULT.align))


CRANE = "A crane fell on a barge in the port of Halden on Monday, the harbour master said."
FINE = "The operator, Norvane Docks, faces a fine of up to 2 million euros over missing inspections."
BIRDS = "Ornithologists counted 340 pairs of terns on the island of Ketter this spring."


class TestUnlinked:
    """Where there is nothing to link."""

    def test_other_stories(self) -> None:
        """Sentences about other things stay alone."""
        assert not linked(read(CRANE, FINE), read(BIRDS))

    def test_empty(self) -> None:
        """A text without a sentence links nothing."""
        empty = reading(Article("a", "* * *"))
        assert not linked(empty, read(CRANE)) - {(0, 0)}


class TestLinked:
    """Where something was told again."""

    def test_verbatim(self) -> None:
        """The same sentences, each with itself, all verbatim."""
        alignment = align(read(CRANE, FINE, BIRDS), read(CRANE, FINE, BIRDS), DEFAULT.align)
        assert links(alignment) == {(0, 0), (1, 1), (2, 2)}
        assert {link.kind for link in alignment.links} == {LinkKind.VERBATIM}

    def test_reordered(self) -> None:
        """Moved sentences find their originals."""
        assert linked(read(CRANE, FINE, BIRDS), read(BIRDS, CRANE, FINE)) == {(2, 0), (0, 1), (1, 2)}

    def test_reworded(self) -> None:
        """Other words, the same figures and names."""
        rewrite = read("Norvane Docks may have to pay as much as €2m because inspections had been left out.")
        assert (1, 0) in linked(read(CRANE, FINE, BIRDS), rewrite)

    def test_merged(self) -> None:
        """Two sentences told in one."""
        merged = read(
            "A crane fell on a barge in the port of Halden, whose operator Norvane Docks faces a fine of 2 million."
        )
        assert linked(read(CRANE, FINE, BIRDS), merged) == {(0, 0), (1, 0)}

    def test_split(self) -> None:
        """One sentence told in two."""
        split = read(
            "In the port of Halden a crane fell on a barge.", "The harbour master said that it happened on Monday."
        )
        assert linked(read(CRANE, BIRDS), split) == {(0, 0), (0, 1)}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_swapping_mirrors_the_links(pair: Pair) -> None:
    """An alignment is symmetric: swapping the articles swaps each link of their bodies."""
    source, rewrite = (one.document for one in pair.readings())
    there = links(align_words(source, rewrite, DEFAULT.align))
    back = {(i, j) for j, i in links(align_words(rewrite, source, DEFAULT.align))}
    assert there == back


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12, unique=True))
def test_a_text_is_linked_to_itself(sentences: list[str]) -> None:
    """Every sentence of four words or more finds itself."""
    one = read(*sentences)
    alignment = links(align(one, one, DEFAULT.align))
    long = [s.index for s in one.document.body if s.tokens[1] - s.tokens[0] >= 4]
    assert all((index, index) in alignment for index in long)
