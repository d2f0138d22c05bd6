"""Measurements of speed, memory and size; each prints what it found and judges nothing."""
