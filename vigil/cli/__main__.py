"""`python -m vigil.cli`, for places where the command is not on the path."""

from vigil.cli import main

main()
