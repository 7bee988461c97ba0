"""Reads the authored articles and works out what build.py writes."""
