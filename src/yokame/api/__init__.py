"""The HTTP API: the same answers as the command line's `--json`, over POST."""
