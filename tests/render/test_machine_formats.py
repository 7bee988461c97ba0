"""SARIF, JUnit, GitHub and JSON Lines: valid, complete, escaped, the same bytes for the same report."""

from __future__ import annotations

import datetime as dt
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from derive import gate, report
from derive.archive import MemoryArchive
from derive.model import Article, Finding, Severity, Skipped, Span, Waived
from derive.pipeline import Scope, check
from derive.render import Look, render
from derive.render.lines import Lines
from derive.render.schema import text as schema_text
from derive.report import Report
from derive.settings import load
from tests.gate.newsroom import CHANGED, FAITHFUL, OWN_STORY, UNCREDITED, WIRE
from tests.render.payloads import PAYLOADS

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
SOURCE = Article(
    WIRE["id"], f"{WIRE['title']}\n\n{WIRE['text']}", WIRE["title"], WIRE["outlet"], dt.date(2025, 3, 3), path="w.jsonl"
)


def made(*texts: str, skipped: tuple[Skipped, ...] = ()) -> Report:
    """The report of the gate on some drafts."""
    index = MemoryArchive([SOURCE])
    drafts = [Article(f"d{n}", text, path=f"drafts/d {n}.txt") for n, text in enumerate(texts)]
    parts = [check(one, index, Scope()) for one in drafts]
    return report.merge("0" * 12, [(one.examined, one.articles) for one in parts], skipped)


def waived(one: Report) -> Report:
    """The same report with every finding signed off."""
    mark = Waived("the port’s own count", "Night desk", dt.date(2030, 1, 1))
    examined = tuple(replace(e, findings=tuple(replace(f, waived=mark) for f in e.findings)) for e in one.examined)
    return replace(one, examined=examined)


def with_messages(*messages: str, severity: Severity = Severity.ERROR) -> Report:
    """A report with one finding a message, all at the same place."""
    (entry,) = made(CHANGED).examined
    finding = Finding("number", severity, "", Span(0, 5), CHANGED[:5], None, None, None, "0" * 16)
    findings = tuple(replace(finding, message=one) for one in messages)
    return replace(made(CHANGED), examined=(replace(entry, findings=findings),))


def sarif(one: Report) -> dict[str, Any]:
    """The run of a SARIF log that is valid."""
    data = json.loads(render(one, "sarif", Look()))
    jsonschema.Draft4Validator(SCHEMA).validate(data)
    (run,) = data["runs"]
    assert isinstance(run, dict)
    return run


class TestSarif:
    """Against the official schema."""

    def test_clean_and_empty(self) -> None:
        """No draft, a clean one, one without a source: a run without results."""
        for one in (made(), made(FAITHFUL), made(OWN_STORY)):
            run = sarif(one)
            assert run["results"] == []
            assert run["invocations"][0]["executionSuccessful"]

    def test_a_result_has_its_place_its_rule_and_the_original(self) -> None:
        """Region, rule index, fingerprint, related location."""
        one = made(CHANGED)
        run = sarif(one)
        (result,) = run["results"]
        (finding,) = one.examined[0].findings
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "number"
        assert result["partialFingerprints"] == {"derive/v1": finding.fingerprint}
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "drafts/d%200.txt"
        region = place["region"]
        assert CHANGED[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
        line = CHANGED.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == finding.rewrite_text
        related = result["relatedLocations"][0]["physicalLocation"]
        assert related["artifactLocation"]["uri"] == "w.jsonl"
        assert "12 cranes" in related["region"]["snippet"]["text"]

    def test_every_check_is_a_rule_with_help(self) -> None:
        """So that the page of an alert says when it fires and when it is silent."""
        for rule in sarif(made())["tool"]["driver"]["rules"]:
            assert "Fires:" in rule["help"]["text"]
            assert "Quiet:" in rule["help"]["text"]

    def test_waived_is_suppressed_not_dropped(self) -> None:
        """Dropping it would close the alert and open it again."""
        results = sarif(waived(made(CHANGED, UNCREDITED)))["results"]
        assert [one["suppressions"][0]["status"] for one in results] == ["accepted"] * 2
        assert "Night desk" in results[0]["suppressions"][0]["justification"]

    def test_what_was_not_examined_is_told(self) -> None:
        """The run did not succeed."""
        (invocation,) = sarif(made(FAITHFUL, skipped=(Skipped("a b/empty.txt", "empty"),)))["invocations"]
        assert not invocation["executionSuccessful"]
        assert "empty" in invocation["toolExecutionNotifications"][0]["message"]["text"]

    @pytest.mark.parametrize("payload", PAYLOADS)
    def test_hostile_names_and_messages(self, payload: str) -> None:
        """Valid whatever a path or a message holds."""
        one = with_messages(payload)
        paths = tuple(replace(e, article=replace(e.article, path=payload)) for e in one.articles)
        one = replace(one, articles=paths, skipped=(Skipped(payload, payload),))
        sarif(one)
        ET.fromstring(render(one, "junit", Look()).encode("utf-8", "replace"))
        for line in render(one, "github", Look()).split("\n")[:-1]:
            assert line.startswith("::error ")


class TestJUnit:
    """A suite a draft, a case a check."""

    def test_counts_are_right(self) -> None:
        """As consumers add them up."""
        root = ET.fromstring(render(made(CHANGED, FAITHFUL, skipped=(Skipped("x", "empty"),)), "junit", Look()))
        suites = root.findall("testsuite")
        assert [one.get("failures") for one in suites] == ["1", "0", "0"]
        assert suites[2].get("errors") == "1"
        for one in suites:
            assert int(one.get("tests", "")) == len(one.findall("testcase"))
            assert int(one.get("failures", "")) == len(one.findall("testcase/failure"))
            assert int(one.get("errors", "")) == len(one.findall("testcase/error"))

    def test_waived_is_skipped_with_its_reason(self) -> None:
        """And fails nothing."""
        (suite,) = ET.fromstring(render(waived(made(CHANGED)), "junit", Look()))
        assert (suite.get("failures"), suite.get("skipped")) == ("0", "1")
        (case,) = suite.findall("testcase/skipped")
        assert "the port’s own count (Night desk)" in case.get("message", "")


class TestGithub:
    """Workflow commands."""

    def test_heaviest_first_and_summarised_above_ten(self) -> None:
        """GitHub shows ten of a kind; the eleventh line says how many more."""
        lines = render(with_messages(*map(str, range(14))), "github", Look()).splitlines()
        assert len(lines) == 11
        assert lines[10] == "::error title=derive::4 more of this kind; see the full report"
        lines = render(made(CHANGED.replace(", Meridian reported", "")), "github", Look()).splitlines()
        assert [one.split(" ")[0] for one in lines] == ["::error", "::warning"]

    def test_escaped(self) -> None:
        """No message can end its command or begin another."""
        (line,) = render(with_messages("100%\r\n::error::x"), "github", Look()).splitlines()
        assert line.endswith("::100%25%0D%0A::error::x")

    def test_waived_is_a_notice(self) -> None:
        """With its reason."""
        (line,) = render(waived(made(CHANGED)), "github", Look()).splitlines()
        assert line.startswith("::notice ")
        assert line.endswith("(waived: the port’s own count, Night desk)")


def test_json_lines_are_reports(tmp_path: Path) -> None:
    """One valid report a draft, then one of what was not examined."""
    lines = render(made(CHANGED, OWN_STORY, skipped=(Skipped("x", "empty"),)), "jsonl", Look()).splitlines()
    for line in lines:
        jsonschema.validate(json.loads(line), json.loads(schema_text()))
    assert [len(json.loads(line)["examined"]) for line in lines] == [1, 1, 0]
    assert json.loads(lines[2])["skipped"] == [{"path": "x", "reason": "empty"}]


@given(st.text(alphabet="ab\r\n\u2028", max_size=40))
def test_lines_count_as_editors_do(text: str) -> None:
    """Each offset's line and column lead back to it; a line separator ends no line."""
    lines = Lines(text)
    pieces = text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n")
    for offset in range(len(text)):
        line, column = lines.at(offset)
        assert 1 <= line <= len(pieces)
        assert column >= 1
        assert lines.at(offset - column + 1) == (line, 1)


def test_many_drafts_in_order_on_all_cores() -> None:
    """The pool's result is the single process's."""
    drafts = [Article(f"d{n:02}", (CHANGED, FAITHFUL, OWN_STORY)[n % 3]) for n in range(9)]
    home = gate.MemoryHome((SOURCE,))
    settings = load(environment={})
    many = gate.check_all(drafts, home, Scope(), settings)
    assert [one.examined.article for one in many] == [one.id for one in drafts]
    assert many == [gate.check_all([one], home, Scope(), settings)[0] for one in drafts]
