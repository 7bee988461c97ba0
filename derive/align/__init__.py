"""Alignment: which sentences of the source does each sentence of the rewrite tell again?"""

from derive.align.aligner import align, align_words

__all__ = ["align", "align_words"]
