"""`./yokame test`: what the browser tests need, then every test. pytest speaks last.

With CI=true or --with-system-packages the missing Debian packages are installed. Elsewhere, where
there is no Chromium, the tests marked `browser` are left out, and named, with the one line that
would let them run. Anything else on the line goes to pytest.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {"chromium": "chromium", "fonts-noto-cjk": "NotoSansCJK-Regular.ttc"}
ASK_FOR_PACKAGES = "--with-system-packages"


def main(arguments: list[str]) -> int:
    """Run the tests that can run here; returns pytest's exit code."""
    os.chdir(ROOT)
    install = os.environ.get("CI") == "true" or ASK_FOR_PACKAGES in arguments
    arguments = [argument for argument in arguments if argument != ASK_FOR_PACKAGES]
    if install and missing_packages():
        install_packages(missing_packages())
    if not find_chromium():
        tell_what_is_left_out()
        arguments = ["--without-browser", *arguments]
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode


def find_chromium() -> str | None:
    """Debian's Chromium, or the Chrome that is at hand."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


def missing_packages() -> list[str]:
    """What the browser tests need and this machine lacks: a browser, and Japanese letters."""
    fonts = Path("/usr/share/fonts")
    has_font = any(fonts.rglob(PACKAGES["fonts-noto-cjk"])) if fonts.is_dir() else False
    return [*([] if find_chromium() else ["chromium"]), *([] if has_font else ["fonts-noto-cjk"])]


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


def tell_what_is_left_out() -> None:
    """Name the tests that need a browser, and how to have them run."""
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "browser"],
        capture_output=True,
        text=True,
        check=False,
    )
    names = [line for line in listed.stdout.splitlines() if "::" in line]
    print(
        f"yokame test: no Chromium here, so {len(names)} browser tests are left out:",
        *(f"    {name}" for name in names),
        "To run them too:  apt-get install -y chromium fonts-noto-cjk",
        sep="\n",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
