"""Pages on which a letter is written, checked, sent and kept."""
