"""How fast the house opens, what it takes at rest, and what a first visit weighs.

    .venv/bin/python benchmarks/house.py          (or: make bench)

Measured as a newcomer meets it: the launcher, an environment that is ready, no database. Needs no
network, and Linux for the memory (PSS counts a page that n processes share as 1/n to each).
"""

import gzip
import os
import re
import signal
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

ROOT = Path(__file__).resolve().parent.parent
STARTS = 5
REST_SECONDS = 5.0


class Subresources(HTMLParser):
    """Collects what a browser fetches by itself when it opens a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A script, a stylesheet, an icon or a picture."""
        values = dict(attrs)
        rel = (values.get("rel") or "").split()
        linked = tag == "link" and {"stylesheet", "icon", "manifest", "preload"} & set(rel)
        address = values.get("href") if linked else values.get("src")
        if address and (linked or tag in ("script", "img", "iframe", "source")):
            self.found.append(address)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


PORT = free_port()
ADDRESS = f"http://127.0.0.1:{PORT}/"


@contextmanager
def running(data_dir: Path) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """yokame from its launcher; yields it and the seconds to the first page."""
    variables = {**os.environ, "YOKAME_DATA_DIR": str(data_dir), "YOKAME_PORT": str(PORT)}
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(ROOT / "yokame")], env=variables, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        wait_for_page(process)
        yield process, time.perf_counter() - began
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def wait_for_page(process: subprocess.Popen[bytes]) -> None:
    """Return when the first page has come with status 200."""
    while process.poll() is None:
        try:
            with urllib.request.urlopen(ADDRESS, timeout=10) as response:
                response.read()
            return
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.01)
    raise SystemExit("yokame ended before it was open.")


def family(pid: int) -> list[int]:
    """The process and all that came from it."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    parents = {
        int(child): int(parent) for child, parent in map(str.split, listed.stdout.splitlines())
    }
    found = [pid]
    for member in found:
        found.extend(child for child, parent in parents.items() if parent == member)
    return found


def pss_megabytes(pid: int) -> dict[int, float]:
    """Proportional set size of each process of the family, in units of 1,000,000 bytes."""
    sizes = {}
    for member in family(pid):
        rollup = Path(f"/proc/{member}/smaps_rollup").read_text()
        kibibytes = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
        if kibibytes:
            sizes[member] = int(kibibytes[1]) * 1024 / 1e6
    return sizes


def fetch(address: str) -> tuple[int, bytes]:
    """Bytes of the response as sent (head and body), and the body unpacked."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=10) as response:
        body = response.read()
        head = sum(len(name) + len(value) + 4 for name, value in response.headers.items())
        packed = response.headers.get("Content-Encoding") == "gzip"
    return head + len(body), gzip.decompress(body) if packed else body


def first_visit() -> tuple[dict[str, int], set[str]]:
    """Bytes of each thing a first visit fetches from here, and the other hosts it would ask."""
    bytes_of: dict[str, int] = {}
    other_hosts: set[str] = set()
    waiting = [ADDRESS]
    while waiting:
        address = waiting.pop()
        if urlsplit(address).netloc != urlsplit(ADDRESS).netloc:
            other_hosts.add(urlsplit(address).netloc)
        elif address not in bytes_of:
            bytes_of[address], body = fetch(address)
            waiting.extend(urljoin(address, each) for each in fetched_with(address, body.decode()))
    return bytes_of, other_hosts


def fetched_with(address: str, text: str) -> list[str]:
    """What this page or stylesheet has a browser fetch; data: addresses fetch nothing."""
    if urlsplit(address).path.endswith(".js"):
        return []
    page = Subresources()
    if not urlsplit(address).path.endswith(".css"):
        page.feed(text)
    in_styles = re.findall(r"url\(\s*['\"]?([^'\")]+)", text)
    return [each for each in (*page.found, *in_styles) if not each.startswith(("data:", "#"))]


def main() -> None:
    """Measure all of it and print it."""
    fresh: list[float] = []
    again: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(STARTS):
            for seconds in (fresh, again):
                with running(Path(folder) / str(number)) as (_, took):
                    seconds.append(took)
        with running(Path(folder) / "0") as (process, _):
            bytes_of, other_hosts = first_visit()
            time.sleep(REST_SECONDS)
            sizes = pss_megabytes(process.pid) if Path("/proc").is_dir() else {}
    print(f"first 200, no database yet:  {statistics.median(fresh):.2f} s (median of {STARTS})")
    print(f"first 200, database there:   {statistics.median(again):.2f} s (median of {STARTS})")
    each = " + ".join(f"{size:.1f}" for size in sizes.values())
    print(f"at rest after a visit:       {sum(sizes.values()):.1f} MB PSS = {each}")
    print(f"first visit:                 {sum(bytes_of.values()) / 1000:.1f} kB as sent")
    for address, size in sorted(bytes_of.items()):
        print(f"    {size:>7,}  {address.removeprefix(ADDRESS) or '/'}")
    print(f"other hosts asked:           {', '.join(sorted(other_hosts)) or 'none'}")


if __name__ == "__main__":
    main()
