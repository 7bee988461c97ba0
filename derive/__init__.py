"""derive tells which article was derived from which, and lists every fact that changed on the way."""

__version__ = "0.1.0"
