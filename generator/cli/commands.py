"""The type of the object to which each command adds its parser."""

from __future__ import annotations

import argparse

from generator.cli.parser import ChineseParser

Commands = argparse._SubParsersAction[ChineseParser]
