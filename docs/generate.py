"""Write `docs/checks.md` from the checks' docstrings: `python -m docs.generate`. CI fails when it is stale."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from derive.checks import CHECKS, GATE_CHECKS, Check

TARGET = Path(__file__).parent / "checks.md"
_HEAD = """# The checks

*Generated from the checks' docstrings by `make docs`; do not edit.*

`error`: contradicts the original at a linked place. `warning`: probable, or without support. `note`: worth a look.
derive never says "false": it says "the original does not say this", and shows what the original says.

Of overlapping changes the check named first here reports; one change gives one finding.

To sign one finding off: `derive waive FINGERPRINT --reason … --by …` (the fingerprint stands in every report). To turn
a check off, or to weigh it otherwise, for all drafts or for an outlet or a path: `ignore` and `severity` in
`derive.toml` (see `derive config`).
"""


def page(check: Check) -> str:
    """One check's section."""
    text = inspect.cleandoc(check.doc)
    text = re.sub(
        r"^(Fires|Quiet):$",
        lambda m: "**Fires on**\n" if m[1] == "Fires" else "**Stays silent on**\n",
        text,
        flags=re.M,
    )
    return f"## `{check.id}`\n\n*{check.summary}* — up to `{check.severity.value}`\n\n{text}\n"


def document() -> str:
    """The whole page."""
    gate = "# Checks that only the gate makes\n\nThey need an archive: `derive check`.\n"
    return "\n".join([_HEAD, *map(page, CHECKS), gate, *map(page, GATE_CHECKS)])


if __name__ == "__main__":
    TARGET.write_text(document(), "utf-8")
