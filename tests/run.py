"""`./yokame test`: what the browser tests need, then every test. pytest speaks last.

With CI=true or --with-system-packages the missing Debian packages are installed. Elsewhere, where
there is no Chromium, `conftest.py` leaves the browser tests out and says so. Anything else on the
line goes to pytest.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONT = "NotoSansCJK-Regular.ttc"
ASK_FOR_PACKAGES = "--with-system-packages"


def main(arguments: list[str]) -> int:
    """Run the tests that can run here; returns pytest's exit code."""
    os.chdir(ROOT)
    install = os.environ.get("CI") == "true" or ASK_FOR_PACKAGES in arguments
    arguments = [argument for argument in arguments if argument != ASK_FOR_PACKAGES]
    missing = missing_packages()
    if install and missing:
        install_packages(missing)
    return subprocess.run(
        [sys.executable, "-P", "-m", "pytest", *arguments], check=False
    ).returncode


def missing_packages() -> list[str]:
    """What the browser tests need and this machine lacks: a browser, and Japanese letters."""
    fonts = Path("/usr/share/fonts")
    has_font = any(fonts.rglob(FONT)) if fonts.is_dir() else False
    return [
        *([] if shutil.which("chromium") else ["chromium"]),
        *([] if has_font else ["fonts-noto-cjk"]),
    ]


def install_packages(packages: list[str]) -> None:
    """Install by apt-get where there is one. A failure is told; the tests then run without."""
    if shutil.which("apt-get") is None:
        return
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"yokame test: apt-get install {' '.join(packages)}", flush=True)
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*as_root, "apt-get", *step], env=environment, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode != 0:
            print(f"yokame test: apt-get {step[0]} failed.", flush=True)
            return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
