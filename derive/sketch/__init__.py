"""Sketches: what stands for an article when there are a hundred thousand (see `signature.Sketch`)."""

from derive.sketch.bands import band_keys, wording_keys
from derive.sketch.signature import Sketch, sketch

__all__ = ["Sketch", "band_keys", "sketch", "wording_keys"]
