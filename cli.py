"""Runs nigao from a checkout: python cli.py <command>."""

import sys

from generator.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
