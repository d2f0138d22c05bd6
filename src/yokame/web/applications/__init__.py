"""One application: its page, and everything that a person records about it."""
