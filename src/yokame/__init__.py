"""yokame: what an employer's silence means, and what to do about it today."""

__version__ = "0.1.0"
