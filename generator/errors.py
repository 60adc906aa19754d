"""Errors that a user can cause and mend. They carry data; the command line alone prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with an input: where it stands, what is wrong, what to write or do instead.

    ``file`` as the user named it; ``line`` and ``column`` count from 1 and are None where the input has no lines;
    ``key_path`` is the place inside a YAML or a template (``指标.脱贫人口.数值``), empty where there is none.
    ``what`` and ``remedy`` are Chinese, one sentence each, without the final 。
    """

    file: str
    what: str
    remedy: str
    line: int | None = None
    column: int | None = None
    key_path: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.line is not None:
            place += f" 第{self.line}行"
            if self.column is not None:
                place += f"第{self.column}列"
        if self.key_path:
            place += f"（{self.key_path}）"
        return f"{place}：{self.what}；{self.remedy}。" if self.remedy else f"{place}：{self.what}。"


class GeneratorError(Exception):
    """Root of the errors that this package raises on purpose."""


class InputError(GeneratorError):
    """The user's input cannot be used as it is. Carries every problem found, not only the first."""

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RenderMismatchError(InputError):
    """The written document does not say what the policy says; nothing was issued."""
