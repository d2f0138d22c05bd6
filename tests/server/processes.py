"""Which processes a process has begun, by `ps`, which Linux and macOS both have."""

import subprocess
import time
from collections.abc import Callable


def children_of(pid: int) -> list[int]:
    """Ids of the processes whose parent is `pid`, oldest first."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    pairs = [line.split() for line in listed.stdout.splitlines()]
    return sorted(int(child) for child, parent in pairs if int(parent) == pid)


def is_alive(pid: int) -> bool:
    """True for a process that runs; one that ended and waits to be buried is dead."""
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return listed.stdout.strip() != "" and not listed.stdout.strip().startswith("Z")


def eventually(is_true: Callable[[], bool], *, seconds: float = 60) -> bool:
    """Whether it becomes true within that time."""
    deadline = time.monotonic() + seconds
    while not is_true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
