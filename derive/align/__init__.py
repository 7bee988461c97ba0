"""Alignment: which sentences of the source does each sentence of the rewrite tell again?"""

from derive.align.aligner import align

__all__ = ["align"]
