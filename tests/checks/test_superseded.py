"""The check `superseded`: quiet cases first."""

from __future__ import annotations

from msgspec.structs import replace

from tests.checks.gatecases import DRAFT, WIRE, corrected, findings


def test_quiet_without_a_later_version() -> None:
    """Nothing was corrected."""
    assert not findings("superseded", DRAFT, WIRE)


def test_quiet_where_the_draft_has_the_new_value() -> None:
    """The draft was made from the correction."""
    draft = replace(DRAFT, text=DRAFT.text.replace("450", "540"))
    assert not findings("superseded", draft, WIRE, corrected("450 jobs", "540 jobs"))


def test_quiet_where_the_draft_left_the_fact_out() -> None:
    """What was corrected is not in the draft."""
    draft = replace(DRAFT, text=DRAFT.text.replace("; the year before it had earned 12 million", ""))
    assert not findings("superseded", draft, WIRE, corrected("12 million euros", "21 million euros"))


def test_quiet_about_another_outlets_report() -> None:
    """Another outlet's story is no version of the source."""
    other = replace(corrected("450 jobs", "540 jobs"), outlet="The Harbour Post")
    assert not findings("superseded", DRAFT, WIRE, other)


def test_fires_where_the_draft_carries_what_was_corrected() -> None:
    """Both wordings are named, and the later version."""
    (finding,) = findings("superseded", DRAFT, WIRE, corrected("450 jobs at", "540 jobs at"))
    assert finding.rewrite_text.startswith("450")
    assert "540" in finding.message
    assert "wire-2" in finding.message
