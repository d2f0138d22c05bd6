"""`python -m yokame.cli`."""

from yokame.cli import main

main()
