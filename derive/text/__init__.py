"""Text: an article is read once into a `Document` of sentences and words, with the way back to its own offsets."""

from derive.text.document import read

__all__ = ["read"]
