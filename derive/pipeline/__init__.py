"""The whole flow, one screen each: a pair (`compare`), a draft (`check`), a corpus (`scan`)."""

from derive.pipeline.corpus import scan
from derive.pipeline.draft import Checked, Scope, check, verify
from derive.pipeline.pair import compare, examine, reading

__all__ = ["Checked", "Scope", "check", "compare", "examine", "reading", "scan", "verify"]
