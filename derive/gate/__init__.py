"""The gate's work: many drafts against one home of sources, on all cores."""

from derive.gate.run import ArchiveHome, Home, MemoryHome, check_all

__all__ = ["ArchiveHome", "Home", "MemoryHome", "check_all"]
