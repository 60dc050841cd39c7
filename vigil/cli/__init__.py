"""The command line: one thin function a command; ``vigil --help`` lists them."""

from vigil.cli.app import main

__all__ = ["main"]
