"""The JSON Schema of the policy YAML, for completion and help in editors; made from the loader's own key table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from generator.ingest.key_table import Key, KeyTable, Kind
from generator.ingest.policy_keys import POLICY

Json: TypeAlias = "str | bool | int | Sequence[Json] | Mapping[str, Json]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_QUANTITY_PATTERN = r"^\s*\D*[\d０-９一二三四五六七八九十百千零〇两][^\n]*[^\s\d.,]\s*$"
_DATE_PATTERN = r"^\s*[12]\d{3}([-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)\s*$"
_YEAR_PATTERN = r"^\s*[12]\d{3}年?(\s*[-—–~～至到]+\s*[12]\d{3}年?)?\s*$"
# Editors read these in JavaScript, where \w knows no Chinese.
_SUM_PATTERN = r"^\s*[^\s+＋]+(\s*[+＋]\s*[^\s+＋]+)*\s*$"
_NAME_PATTERN = r"^[^\d\s.,+＋{}|][^\s.,+＋{}|]*$"


def policy_schema() -> dict[str, Json]:
    """A JSON Schema, draft 2020-12, with Chinese titles and descriptions."""
    return {
        "$schema": DIALECT,
        "title": POLICY.title,
        "description": "拟稿（nigao）的公文数据：由它生成通知、任务分解表和责任书",
        **_table(POLICY),
    }


def _table(table: KeyTable) -> dict[str, Json]:
    return {
        "type": "object",
        "properties": {key.name: _key(key) for key in table.keys},
        "required": [key.name for key in table.keys if key.required],
        "additionalProperties": False,
    }


def _key(key: Key) -> dict[str, Json]:
    described: dict[str, Json] = {"title": key.name, "description": _description(key)}
    if key.choices:
        return {**described, "type": "string", "enum": list(key.choices)}
    return {**described, **_value(key)}


def _description(key: Key) -> str:
    example = f"。例如：{key.example}" if key.example else ""
    return key.help + example


def _value(key: Key) -> dict[str, Json]:
    below = _table(key.table) if key.table else {}
    match key.kind:
        case Kind.TEXT | Kind.PROSE:
            return {"type": ["string", "number"]} if key.kind is Kind.TEXT else {"type": "string"}
        case Kind.NAMES:
            return {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
        case Kind.QUANTITY:
            return dict(_QUANTITY)
        case Kind.DATE:
            return {"type": "string", "pattern": _DATE_PATTERN}
        case Kind.YEAR:
            return {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": _YEAR_PATTERN}]}
        case Kind.SUM:
            return {"type": "string", "pattern": _SUM_PATTERN}
        case Kind.TABLE:
            return below
        case Kind.TABLES:
            return {"type": "array", "items": below}
        case Kind.TABLE_BY_NAME:
            each: Json = {"oneOf": [_QUANTITY, below]} if key.short else below
            return {
                "type": "object",
                "propertyNames": {"pattern": _NAME_PATTERN},
                "additionalProperties": each,
            }
        case Kind.QUANTITIES_BY_NAME:
            shares: Json = {"type": "object", "additionalProperties": _QUANTITY}
            return {"type": "object", "additionalProperties": shares}


_QUANTITY: dict[str, Json] = {
    "type": "string",
    "pattern": _QUANTITY_PATTERN,
    "description": "数和计量单位，如 6645人、1.329万人、70%",
}
