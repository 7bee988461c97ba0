"""The HTTP service and its web page: the same report as the command line's, for a content management system."""

from derive.service.options import Options

__all__ = ["Options"]
