"""People: who they are, how they wish to be served, and how they leave."""
