"""The packaged facts, each with its grade and its sources."""
