"""Relations: derived or independent, and which way."""

from derive.relate.relation import relate

__all__ = ["relate"]
