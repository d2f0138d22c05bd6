"""Keeps processes running: forks them, starts again the one that died, ends all of them together.

The children are forked from a parent that has everything loaded, so that they share its memory. A
child lives in a process group of its own, because Ctrl-C must reach the parent alone, and hangs on
a pipe whose other end only the parent holds, so that no child outlives a parent that was killed.
"""

import contextlib
import os
import select
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WATCHED = (*ENDING, signal.SIGCHLD)
LONGEST_PAUSE_SECONDS = 30.0
HEALTHY_AFTER_SECONDS = 10.0


@dataclass
class Child:
    """One process to keep running, and how it has fared so far."""

    name: str
    work: Callable[[], None]
    pid: int | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    pause_seconds: float = field(default=0.5)


class Supervisor:
    """Runs children until it is told to end."""

    def __init__(self, children: list[Child], *, patience_seconds: float = 10.0) -> None:
        """`patience_seconds`: how long a child may take to end before it is killed."""
        self.children = children
        self.patience_seconds = patience_seconds
        self.received: list[int] = []
        self.parent_lives, self.parent_end = os.pipe()

    def run(self, on_started: Callable[[], None]) -> None:
        """Start all, call `on_started`, and return once told to end and all have ended."""
        ear, mouth = socket.socketpair()
        ear.setblocking(False)
        mouth.setblocking(False)
        signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)
        for number in WATCHED:
            signal.signal(number, lambda number, _frame: self.received.append(number))
        self._start_due()
        on_started()
        while not self._told_to_end():
            select.select([ear], [], [], self._seconds_to_next_start())
            with contextlib.suppress(BlockingIOError):
                ear.recv(4096)
            self._bury_the_dead()
            if not self._told_to_end():
                self._start_due()
        self._end_all(ear)

    def _told_to_end(self) -> bool:
        return any(number in ENDING for number in self.received)

    def _seconds_to_next_start(self) -> float | None:
        starts = [child.start_at for child in self.children if child.pid is None]
        return max(0.0, min(starts) - time.monotonic()) if starts else None

    def _start_due(self) -> None:
        now = time.monotonic()
        for child in self.children:
            if child.pid is None and child.start_at <= now:
                child.started_at = now
                child.pid = self._fork(child)

    def _fork(self, child: Child) -> int:
        sys.stdout.flush()
        sys.stderr.flush()
        # A signal between the fork and the child's own handlers would reach the parent's handlers.
        signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
        pid = os.fork()
        if pid == 0:
            self._be(child)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WATCHED)
        return pid

    def _be(self, child: Child) -> None:
        """In the child: leave the parent's signals behind, work, and never return."""
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            for number in WATCHED:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, WATCHED)
            os.setpgid(0, 0)
            os.close(self.parent_end)
            _end_with_parent(self.parent_lives)
            child.work()
            status = 0
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    def _bury_the_dead(self) -> None:
        now = time.monotonic()
        for child in self.children:
            if child.pid is None or os.waitpid(child.pid, os.WNOHANG)[0] == 0:
                continue
            child.pid = None
            if now - child.started_at > HEALTHY_AFTER_SECONDS:
                child.pause_seconds = 0.5
            child.start_at = now + child.pause_seconds
            child.pause_seconds = min(child.pause_seconds * 2, LONGEST_PAUSE_SECONDS)

    def _end_all(self, ear: socket.socket) -> None:
        """Ask all to end; kill who does not in time, or at once when asked a second time."""
        asked = sum(number in ENDING for number in self.received)
        deadline = time.monotonic() + self.patience_seconds
        self._signal_all(signal.SIGTERM)
        while any(child.pid for child in self.children):
            left = deadline - time.monotonic()
            if left <= 0 or sum(number in ENDING for number in self.received) > asked:
                self._signal_all(signal.SIGKILL)
            select.select([ear], [], [], min(max(left, 0.05), 1.0))
            with contextlib.suppress(BlockingIOError):
                ear.recv(4096)
            self._bury_the_dead()

    def _signal_all(self, number: int) -> None:
        """To each child's whole group when it is to be killed: its own children go with it."""
        for child in self.children:
            if child.pid is not None:
                with contextlib.suppress(ProcessLookupError):
                    (os.killpg if number == signal.SIGKILL else os.kill)(child.pid, number)


def _end_with_parent(parent_lives: int) -> None:
    """Ask this process to end as soon as nobody holds the other end of the pipe any more."""

    def wait() -> None:
        with contextlib.suppress(OSError):
            os.read(parent_lives, 1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, name="end-with-parent", daemon=True).start()
