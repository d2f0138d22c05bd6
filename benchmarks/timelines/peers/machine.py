"""What kind of machine this is: enough to compare figures, nothing that names it."""

import os
import platform
from pathlib import Path


def machine_kind() -> str:
    """Processor, cores, memory, system, Python, and how busy it was before the first peer."""
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores ({_processor()}), {gib:.0f} GiB, {_system()}, "
        f"Python {platform.python_version()}, a load of {busy:.1f} from other work at the start"
    )


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text().splitlines() if listed.is_file() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()
