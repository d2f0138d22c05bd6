"""A yokame that was opened for real: how to ask it, and how to end it."""

import signal
import subprocess
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Opened:
    """A running yokame: where it is, its first process, and what it writes."""

    address: str
    process: subprocess.Popen[bytes]
    output: Path

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        with urllib.request.urlopen(self.address + path, timeout=60) as response:
            return response.status, response.read().decode()

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and wait for the end; the exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=60)


Open = Callable[..., Opened]
