"""Settings in the process: what a waiver survives, what the schema and the loader agree on, rules in order."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.checks import CHECKS
from derive.errors import UsageError
from derive.model import Article
from derive.settings import Waiver, add_waiver, load, load_waivers, rules_for
from derive.settings.keys import KEYS, schema

_NAMES = {key.name: key for key in KEYS}
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from([-0.5, 0.25, 1.5])
    | st.sampled_from(["number", "error", "", "x"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["number", "link", "ignore"]), inner),
    max_leaves=4,
)


@given(st.sampled_from([*_NAMES, "numbers"]), _VALUES)
def test_the_schema_for_editors_agrees_with_the_loader(name: str, value: Any) -> None:
    """What an editor marks as wrong is refused, and nothing else."""
    from derive.settings.validate import validate

    valid = jsonschema.Draft202012Validator(schema()).is_valid({name: value})
    try:
        validate(_NAMES, name, value, "file")
    except UsageError:
        assert not valid
    else:
        assert valid


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_any_words_survive_the_file(tmp_path_factory: pytest.TempPathFactory, reason: str, by: str) -> None:
    """Whatever an editor types is read back."""
    path = tmp_path_factory.mktemp("waivers") / "waivers.toml"
    path.write_text(add_waiver(str(path), Waiver("0" * 16, reason, by, None)), "utf-8")
    (one,) = load_waivers(str(path), dt.date(2025, 1, 1)).entries
    assert (one.reason, one.by) == (reason, by)
    assert tomllib.loads(path.read_text("utf-8"))


def test_rules_in_order(tmp_path: Path) -> None:
    """General, then the outlet's, then each path's in file order; ignoring adds up, the last severity wins."""
    path = tmp_path / "derive.toml"
    path.write_text(
        'ignore = ["hedge"]\n[severity]\nnumber = "note"\n'
        '[outlets.Courier]\nignore = ["date"]\nseverity.number = "warning"\n'
        '[paths."opinion/*"]\nselect = ["number", "hedge", "name"]\nseverity.number = "error"\n',
        "utf-8",
    )
    settings = load(str(path), {})
    every = {check.id for check in CHECKS}
    for article, checks, severity in (
        (Article("news/a.txt", "x"), every - {"hedge"}, "note"),
        (Article("news/a.txt", "x", outlet="Courier"), every - {"hedge", "date"}, "warning"),
        (Article("opinion/a.txt", "x", outlet="Courier"), {"number", "name"}, "error"),
    ):
        rules = rules_for(article, settings)
        assert {check.id for check in rules.checks} == checks
        assert dict(rules.severity)["number"] == severity


def test_the_last_day_of_a_waiver_counts(tmp_path: Path) -> None:
    """Until is inclusive."""
    path = tmp_path / "waivers.toml"
    path.write_text(add_waiver(str(path), Waiver("0" * 16, "r", "b", dt.date(2025, 5, 31))), "utf-8")
    from derive.report import Report

    empty = Report("", (), ())
    assert "is not used" in load_waivers(str(path), dt.date(2025, 5, 31)).remarks(empty)[0]
    assert "expired on 2025-05-31" in load_waivers(str(path), dt.date(2025, 6, 1)).remarks(empty)[0]
