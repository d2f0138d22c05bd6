"""Settings, root URLs and the processes of an installation."""
