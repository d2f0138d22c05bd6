"""The pages that show all applications at once: today, board, table."""
