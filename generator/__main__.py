"""python -m generator"""

import sys

from generator.cli.main import program

if __name__ == "__main__":
    sys.exit(program())
