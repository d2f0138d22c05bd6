"""`python -m yokame.server`: yokame on this machine, web and worker, until Ctrl-C.

    python -m yokame.server                  both (what `yokame up` runs)
    python -m yokame.server worker           one more worker for the same database
    python -m yokame.server claim ADDRESS    see `yokame claim`
    python -m yokame.server export …         what `yokame export` and its sisters hand over

Exit codes: 2 a setting is wrong, 3 the port is taken, 4 the data folder or database is unusable.
"""

import os
import sys

from yokame.server.up import up

# The verbs of one's own data, which `yokame.cli.handed_over` hands over.
_DATA_VERBS = ("export", "import", "backup", "restore", "check")

if __name__ == "__main__":
    # Before NumPy is first imported: threads of its own would not live through a fork.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.argv[1:2] and sys.argv[1] in _DATA_VERBS:
        # Imported here: what serves for weeks should not carry what a terminal's words need.
        from yokame.server.data import call

        sys.exit(call(*sys.argv[1:3]))
    sys.exit(up(sys.argv[1:]))
