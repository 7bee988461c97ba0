"""The reader test: what an editor needs to know of each finding of the sample newsroom stands in its row."""

from __future__ import annotations

from pathlib import Path

import pytest

from derive import pipeline
from derive.model import Article
from derive.render.view import reason
from derive.report import Report
from tests.browser.conftest import Open

CORPUS = Path(__file__).parents[2] / "corpus"
PAIRS = sorted(file.name.removesuffix(".source.txt") for file in (CORPUS / "pairs").glob("*.source.txt"))

WITHOUT_BADGES = """all => all.map(one => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll('.badge').forEach(badge => badge.remove());
    return copy.textContent;
})"""


def _article(file: Path) -> Article:
    return Article(file.name, file.read_text(encoding="utf-8"))


def _report(name: str) -> Report:
    if name == "intray-multi":
        sources = [_article(file) for file in sorted((CORPUS / "multi").glob(f"{name}.source*.txt"))]
        return pipeline.compare(sources, _article(CORPUS / "multi" / f"{name}.rewrite.txt"))
    source, rewrite = (_article(CORPUS / "pairs" / f"{name}.{side}.txt") for side in ("source", "rewrite"))
    return pipeline.compare([source], rewrite)


def _plain(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", [*PAIRS, "intray-multi"])
def test_both_wordings_and_the_reason_stand_in_the_row(show: Open, name: str) -> None:
    report = _report(name)
    page = show(report).page
    for number, finding in enumerate(report.examined[0].findings, 1):
        row = page.locator(f".row:has(#finding-{number})")
        seen = _plain(row.inner_text())
        assert _plain(finding.rewrite_text) in seen
        assert _plain(reason(finding)) in seen
        if finding.source_text is not None:
            assert _plain(finding.source_text) in seen
        for side, words in ((".rewrite", finding.rewrite_text), (".original", finding.source_text)):
            marks = row.locator(f"{side} mark[data-f~='{number}']")
            if words is None:
                assert marks.count() == 0
            else:
                badges = row.locator(f"{side} .badge[href='#finding-{number}']")
                assert badges.count() == 1
                assert badges.inner_text() == str(number)
                said = "".join(marks.evaluate_all(WITHOUT_BADGES))
                assert _plain(said) == _plain(words)
