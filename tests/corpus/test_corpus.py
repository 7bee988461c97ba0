"""The sample newsroom is what its README says: current, exactly annotated, varied, its independents independent."""

from __future__ import annotations

import collections
import itertools
import json
import pathlib
import re
import subprocess
import sys

import pytest

CORPUS = pathlib.Path(__file__).resolve().parents[2] / "corpus"
TYPES = {
    "number",
    "date",
    "quote-altered",
    "quote-fabricated",
    "attribution",
    "unsupported-attribution",
    "name",
    "hedge",
    "negation",
    "unsupported-number",
    "unsupported-quote",
}
PAIRS = {path.name.removesuffix(".gold.json"): path for path in sorted(CORPUS.glob("pairs/*.gold.json"))}
GOLD = {name: json.loads(path.read_text(encoding="utf-8")) for name, path in PAIRS.items()}
RELATIONS = json.loads((CORPUS / "relations.json").read_text(encoding="utf-8"))
ARCHIVE = {
    record["id"]: record
    for record in map(json.loads, (CORPUS / "archive.jsonl").read_text(encoding="utf-8").splitlines())
}
QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:['’]\w+)?", text.casefold())


def grams(text: str, size: int) -> set[tuple[str, ...]]:
    found = words(text)
    return set(zip(*(found[offset:] for offset in range(size)), strict=False))


def read(name: str, side: str) -> str:
    return (CORPUS / "pairs" / f"{name}.{side}.txt").read_text(encoding="utf-8")


def test_what_is_committed_is_what_the_authored_files_say() -> None:
    done = subprocess.run([sys.executable, CORPUS / "build.py", "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", PAIRS)
def test_every_span_holds_the_text_that_it_says(name: str) -> None:
    gold, texts = GOLD[name], {side: read(name, side) for side in ("source", "rewrite")}
    for note in gold["changes"] + gold["decoys"]:
        for side, text in texts.items():
            if note[side]:
                assert text[note[side]["start"] : note[side]["end"]] == note[side]["text"] != ""
        assert note["rewrite"]
        assert note["why"]


@pytest.mark.parametrize("name", PAIRS)
def test_the_sentences_cover_all_of_both_texts_but_white_space(name: str) -> None:
    headline = read(name, "source").partition("\n")[0]
    for side, start in (("source", len(headline)), ("rewrite", 0)):
        text, at = read(name, side), start
        for sentence in GOLD[name][f"{side}_sentences"]:
            assert text[at : sentence["start"]].strip() == ""
            assert text[sentence["start"] : sentence["end"]].strip() == text[sentence["start"] : sentence["end"]] != ""
            at = sentence["end"]
        assert text[at:].strip() == ""


@pytest.mark.parametrize("name", PAIRS)
def test_each_change_has_a_known_type_lies_in_one_sentence_and_meets_no_other_mark(name: str) -> None:
    gold = GOLD[name]
    assert {change["type"] for change in gold["changes"]} <= TYPES
    for change in gold["changes"]:
        assert (change["source"] is None) == change["type"].startswith("unsupported-")
        here = change["rewrite"]
        assert any(s["start"] <= here["start"] and here["end"] <= s["end"] for s in gold["rewrite_sentences"])
    spans = [note["rewrite"] for note in gold["changes"] + gold["decoys"]] + gold["optional"]
    ordered = sorted((span["start"], span["end"]) for span in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(ordered))


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_is_either_faithful_or_carries_three_to_six_changes(name: str) -> None:
    changes = GOLD[name]["changes"]
    assert GOLD[name]["faithful"] == (not changes)
    assert len(changes) in {0, 3, 4, 5, 6}


@pytest.mark.parametrize("name", [name for name in PAIRS if GOLD[name]["style"] == "heavy"])
def test_a_heavy_rewrite_shares_hardly_any_run_of_three_words(name: str) -> None:
    source, rewrite = (grams(read(name, side), 3) for side in ("source", "rewrite"))
    assert len(source & rewrite) / len(source | rewrite) < 0.1


def test_the_counts_of_the_readme_hold() -> None:
    changes = collections.Counter(change["type"] for gold in GOLD.values() for change in gold["changes"])
    styles = collections.Counter(gold["style"] for gold in GOLD.values())
    longer = [n for n in PAIRS if len(words(read(n, "rewrite"))) > len(words(read(n, "source")))]
    assert set(changes) == TYPES
    assert min(changes.values()) >= 6
    assert f"{sum(changes.values())} in all" in (CORPUS / "README.md").read_text(encoding="utf-8")
    assert styles["light"] >= 6
    assert styles["moderate"] >= 8
    assert styles["heavy"] >= 7
    assert styles["brief"] >= 5
    assert sum(gold["faithful"] for gold in GOLD.values()) >= 8
    assert len(longer) >= 6
    assert len(RELATIONS["common_source"]) >= 12
    assert len(RELATIONS["independent"]) >= 6
    assert len(list(CORPUS.glob("authored/originals/*.txt"))) >= 12


def test_the_archive_holds_every_article_that_the_relations_name() -> None:
    named = {edge[side] for edge in RELATIONS["derivations"] for side in ("source", "rewrite")}
    named |= {report[key] for report in RELATIONS["independent"] for key in ("article", "same_event_as")}
    assert named == set(ARCHIVE)


def test_no_rewrite_is_older_than_its_source() -> None:
    for edge in RELATIONS["derivations"]:
        assert ARCHIVE[edge["source"]]["published"] < ARCHIVE[edge["rewrite"]]["published"]


def event(article: str) -> set[str]:
    """The originals that an article goes back to, or whose event it reports."""
    above = [edge["source"] for edge in RELATIONS["derivations"] if edge["rewrite"] == article]
    above += [report["same_event_as"] for report in RELATIONS["independent"] if report["article"] == article]
    return {root for parent in above for root in event(parent)} or {article}


@pytest.mark.parametrize("report", RELATIONS["independent"], ids=lambda report: report["article"])
def test_no_independent_report_shares_a_run_of_eight_unquoted_words(report: dict[str, str]) -> None:
    mine = grams(QUOTED.sub(" | ", ARCHIVE[report["article"]]["text"]), 8)
    for other, record in ARCHIVE.items():
        if other != report["article"]:
            assert not mine & grams(QUOTED.sub(" | ", record["text"]), 8), other


def test_siblings_have_a_common_original_and_neither_comes_from_the_other() -> None:
    edges = {(edge["source"], edge["rewrite"]) for edge in RELATIONS["derivations"]}
    for case in RELATIONS["common_source"]:
        first, second = case["articles"]
        assert case["original"] in event(first) & event(second)
        assert (first, second) not in edges
        assert (second, first) not in edges


def test_the_chain_and_the_correction_carry_their_errors() -> None:
    (chain,) = RELATIONS["chains"]
    for error in chain["errors"]:
        assert error["in_parent"] in ARCHIVE[chain["entered"]]["text"]
        assert error["in_parent"] not in ARCHIVE[chain["articles"][0]]["text"]
        assert error["here"] in ARCHIVE[chain["articles"][-1]]["text"]
    (correction,) = RELATIONS["corrections"]
    assert ARCHIVE[correction["corrected"]]["text"].startswith("(Corrects ")
    assert correction["carried_by"]


def test_the_rewrite_of_two_originals_points_into_both() -> None:
    (path,) = CORPUS.glob("multi/*.gold.json")
    gold = json.loads(path.read_text(encoding="utf-8"))
    base = str(path).removesuffix(".gold.json")
    texts = {
        source: pathlib.Path(f"{base}.source{number}.txt").read_text(encoding="utf-8")
        for number, source in enumerate(gold["source"], 1)
    }
    for note in gold["changes"] + gold["decoys"]:
        there = note["source"]
        assert texts[there["article"]][there["start"] : there["end"]] == there["text"]
    linked = {ref.partition(":")[0] for sentence in gold["rewrite_sentences"] for ref in sentence["from"]}
    assert linked == set(gold["source"])
