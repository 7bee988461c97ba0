"""The check `uncredited`: quiet cases first."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.checks.gatecases import DRAFT, WIRE, findings


@pytest.mark.parametrize(
    "credit",
    [
        "The plan was first reported by Northwire.",
        "(Northwire)",
        "The union confirmed the plan to Northwire on Thursday.",
    ],
)
def test_quiet_where_the_source_is_named(credit: str) -> None:
    """A credit line, "reported by", or the outlet's name anywhere."""
    assert not findings("uncredited", replace(DRAFT, text=f"{DRAFT.text}\n\n{credit}"), WIRE)


def test_quiet_for_the_outlets_own_story() -> None:
    """One's own earlier version needs no credit."""
    assert not findings("uncredited", replace(DRAFT, outlet="Northwire"), WIRE)


def test_quiet_where_the_outlet_is_unknown() -> None:
    """Nobody can be named."""
    assert not findings("uncredited", DRAFT, replace(WIRE, outlet=None))


def test_fires_where_nobody_is_named() -> None:
    """Most of the draft is the wire's, and the wire is not named."""
    (finding,) = findings("uncredited", DRAFT, WIRE)
    assert "Northwire" in finding.message
