"""Jobs outside a request: claimed by the database, and claimed again when their worker dies."""
