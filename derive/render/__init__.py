"""Renderers: one file a format, `render(report) -> str`. Only the command line prints, opens files or exits."""
