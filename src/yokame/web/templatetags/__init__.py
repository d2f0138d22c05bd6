"""What templates need to write days and numbers."""
