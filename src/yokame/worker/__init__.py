"""Work that runs beside the web."""
