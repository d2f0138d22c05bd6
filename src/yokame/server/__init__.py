"""The house's settings, root addresses and processes; the only reader of environment variables."""
