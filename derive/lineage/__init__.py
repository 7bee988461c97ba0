"""Lineage: families of derived articles as forests, and where an error entered one."""

from derive.lineage.families import Derivation, forest, parents
from derive.lineage.inheritance import inherited
from derive.lineage.siblings import adds_nothing, settled, through
from derive.lineage.sources import explaining, further, unplaced

__all__ = [
    "Derivation",
    "adds_nothing",
    "explaining",
    "forest",
    "further",
    "inherited",
    "parents",
    "settled",
    "through",
    "unplaced",
]
