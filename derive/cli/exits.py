"""Exit codes: a promise."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from derive.model import Finding


class Exit(IntEnum):
    """What the process says on leaving."""

    CLEAN = 0
    FINDINGS = 1
    BROKEN = 2
    INTERRUPTED = 130


class FailOn(StrEnum):
    """The lightest severity that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def verdict(findings: Iterable[Finding], fail_on: FailOn) -> Exit:
    """1 if a finding that is not waived is at or above the fail level."""
    if fail_on is FailOn.NEVER:
        return Exit.CLEAN
    from derive.model import Severity

    level = Severity(fail_on.value).rank
    heavy = any(one.waived is None and one.severity.rank <= level for one in findings)
    return Exit.FINDINGS if heavy else Exit.CLEAN
