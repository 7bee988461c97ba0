"""derive tells which article was derived from which, and lists every fact that changed on the way.

    from derive import Article, check, compare, open_archive, scan

Public names are resolved on first use, so that importing derive costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from derive.archive import MemoryArchive, open_archive
    from derive.errors import ArchiveError, DeriveError, InputError, RecipeMismatch, UsageError
    from derive.model import Article, Finding, Severity, Span
    from derive.pipeline import Scope, check, compare, scan
    from derive.report import Report

__version__ = "0.1.0"

_HOMES = {
    "Article": "model",
    "ArchiveError": "errors",
    "DeriveError": "errors",
    "Finding": "model",
    "InputError": "errors",
    "MemoryArchive": "archive",
    "RecipeMismatch": "errors",
    "Report": "report",
    "Scope": "pipeline",
    "Severity": "model",
    "Span": "model",
    "UsageError": "errors",
    "check": "pipeline",
    "compare": "pipeline",
    "open_archive": "archive",
    "scan": "pipeline",
}

__all__ = [
    "ArchiveError",
    "Article",
    "DeriveError",
    "Finding",
    "InputError",
    "MemoryArchive",
    "RecipeMismatch",
    "Report",
    "Scope",
    "Severity",
    "Span",
    "UsageError",
    "__version__",
    "check",
    "compare",
    "open_archive",
    "scan",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"derive.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'derive' has no attribute '{name}'")
