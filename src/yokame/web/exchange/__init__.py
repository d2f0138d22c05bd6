"""Pages by which a season comes in as a file, and goes out as one."""
