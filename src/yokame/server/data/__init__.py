"""`yokame export`, `import`, `backup`, `restore`, `check`: one's own data from a terminal."""

from yokame.server.data.verbs import VERBS, call

__all__ = ["VERBS", "call"]
