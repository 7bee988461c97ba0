"""Lineage: families of derived articles as forests, and where an error entered one."""

from derive.lineage.families import Derivation, forest, parents
from derive.lineage.inheritance import inherited

__all__ = ["Derivation", "forest", "inherited", "parents"]
