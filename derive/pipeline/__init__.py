"""The whole flow, one screen each: a pair (`compare`), a draft (`check`), a corpus (`scan`).

Names are resolved on first use: comparing two articles does not pay for retrieval and sketches.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from derive.pipeline.corpus import scan
    from derive.pipeline.draft import Checked, Scope, check, verify
    from derive.pipeline.pair import compare, examine, reading

_HOMES = {
    "Checked": "draft",
    "Scope": "draft",
    "check": "draft",
    "compare": "pair",
    "examine": "pair",
    "reading": "pair",
    "scan": "corpus",
    "verify": "draft",
}

__all__ = ["Checked", "Scope", "check", "compare", "examine", "reading", "scan", "verify"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"derive.pipeline.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'derive.pipeline' has no attribute '{name}'")
