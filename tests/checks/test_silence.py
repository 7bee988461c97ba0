"""Properties that hold for all checks together, over the sample newsroom."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from derive.model import Article, Finding, Severity
from derive.pipeline import compare

CORPUS = Path(__file__).parents[2] / "corpus"
ARCHIVE = [json.loads(line) for line in (CORPUS / "archive.jsonl").read_text("utf-8").splitlines()]
# Earnings, rates and casualty figures: many figures of one kind in a sentence, which must not look exchanged.
STORIES = tomllib.loads((CORPUS.parent / "benchmarks" / "labels" / "corrections.toml").read_text("utf-8"))["story"]
PAIRS = sorted(path.name.removesuffix(".gold.json") for path in (CORPUS / "pairs").glob("*.gold.json"))

# Five paragraphs, each of which says by itself who speaks and of whom.
_SOURCE = (
    "The ferry Norvane Star ran aground off Port Halden on Tuesday with 212 people on board, the coast guard said.",
    "“We heard a long scrape and then every light went out,” said Marta Lindqvist, a passenger from Southmark.",
    "Piet Arling, a spokesman for the coast guard, said that the ferry had been 400 metres off her course.",
    "Ingrid Solvay, director of St Brannoc Hospital, said that 14 people had been treated and none was in danger.",
    "The operator, Calder-Roth Line, may face a fine of up to 2 million euros, according to Jorun Aske, a lawyer.",
)
_REWRITE = (
    "The ferry Norvane Star ran aground off Port Halden on Wednesday with 212 people on board, the coast guard said.",
    "“We heard a long crash and then every light went out,” said Marta Lindqvist, a passenger from Southmark.",
    "Piet Arling, a spokesman for the coast guard, said that the ferry had been 900 metres off her course.",
    "Ingrid Solvay, director of St Brannoc Hospital, said that 14 people had been treated and none was in danger.",
    "The operator, Calder-Roth Line, will face a fine of up to 2 million euros, according to Jorun Aske, a lawyer.",
)


def found(sources: list[Article], rewrite: Article) -> Counter[tuple[str, str]]:
    """The loud findings as check and words."""
    return Counter((one.check, one.rewrite_text) for one in loud(sources, rewrite))


def loud(sources: list[Article], rewrite: Article) -> list[Finding]:
    """The findings that an editor is shown."""
    (examined,) = compare(sources, rewrite).examined
    return [one for one in examined.findings if one.severity is not Severity.NOTE]


def article(paragraphs: tuple[str, ...], name: str) -> Article:
    """An article of these paragraphs."""
    return Article(name, "\n\n".join(paragraphs))


def side(pair: str, which: str) -> Article:
    """One text of a pair of the corpus."""
    return Article(f"{pair}.{which}", (CORPUS / "pairs" / f"{pair}.{which}.txt").read_bytes().decode("utf-8"))


@pytest.mark.parametrize("row", [*ARCHIVE, *STORIES], ids=lambda row: str(row["id"]))
def test_identical_articles_are_silent(row: dict[str, str]) -> None:
    """Every article against its own copy: no finding, not even a note."""
    one = Article(row["id"], row["text"])
    (examined,) = compare([one], replace(one, id="copy")).examined
    assert examined.findings == ()


@pytest.mark.parametrize("pair", PAIRS)
def test_a_rewrite_against_itself_is_silent(pair: str) -> None:
    """Headline and all."""
    one = side(pair, "rewrite")
    assert not loud([one], replace(one, id="copy"))


@pytest.mark.parametrize(
    "order",
    [(0, 2, 1, 3, 4), (0, 1, 3, 2, 4), (0, 4, 2, 3, 1), (0, 3, 4, 1, 2), (0, 4, 3, 2, 1)],
    ids=lambda order: "".join(map(str, order)),
)
def test_the_order_of_paragraphs_that_name_their_speakers_changes_nothing(order: tuple[int, ...]) -> None:
    """Each says who speaks: moved, it says the same."""
    source = article(_SOURCE, "source")
    straight = found([source], article(_REWRITE, "rewrite"))
    assert len(straight) == 4
    assert found([source], article(tuple(_REWRITE[number] for number in order), "rewrite")) == straight


@pytest.mark.parametrize("order", [(0, 2, 1, 3, 4), (0, 4, 3, 2, 1)], ids=["two swapped", "all but the first"])
def test_an_honest_article_stays_silent_in_any_order(order: tuple[int, ...]) -> None:
    """The same with nothing changed."""
    assert not found([article(_SOURCE, "source")], article(tuple(_SOURCE[number] for number in order), "rewrite"))


def _supported(pair: str) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    source, rewrite = side(pair, "source"), side(pair, "rewrite")
    other = side(PAIRS[(PAIRS.index(pair) + len(PAIRS) // 2) % len(PAIRS)], "source")
    return found([source], rewrite), found([source, other], rewrite)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_second_original_makes_no_finding(pair: str) -> None:
    """What the first original supports, no other story calls into question."""
    alone, beside = _supported(pair)
    assert set(beside) <= set(alone)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_second_original_that_says_otherwise_makes_no_finding(pair: str) -> None:
    """Its own copy supports every word of a rewrite: that another original tells it differently is no finding."""
    rewrite = side(pair, "rewrite")
    beside = [replace(rewrite, id="first"), side(pair, "source")]
    assert not found(beside, rewrite)


def test_a_negator_cut_before_the_last_word_of_an_article() -> None:
    """The words about the place end with the article."""
    source = article((*_SOURCE, "The bridge is open at night, and whistling on it is not appreciated."), "source")
    rewrite = article((*_SOURCE, "The bridge is open at night, and whistling on it is appreciated."), "rewrite")
    assert [check for check, _ in found([source], rewrite)] == ["negation"]
    assert [check for check, _ in found([rewrite], source)] == ["negation"]
