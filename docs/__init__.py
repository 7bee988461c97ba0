"""Documentation, some of it generated: `python -m docs.generate`."""
