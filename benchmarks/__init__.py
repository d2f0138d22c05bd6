"""Measurements of speed, memory, size and skill; each prints what it found and judges nothing."""

import sys
from pathlib import Path

# yokame is not installed but lies beside this folder: `python -m benchmarks.answers` must find it.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
