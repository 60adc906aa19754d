"""The schema for editors: says the same as the loader, in Chinese."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.ingest.policy_schema import policy_schema
from tests.ingest.policies import RIGHT, changed, load, problems_of

Schema = Mapping[str, Any]


def faults(value: Any, schema: Schema) -> Iterator[str]:
    """What a validator of draft 2020-12 says, for the keywords that our schema uses."""
    known = {
        "$schema",
        "title",
        "description",
        "type",
        "properties",
        "required",
        "additionalProperties",
        "enum",
    }
    known |= {"pattern", "items", "oneOf", "anyOf", "propertyNames"}
    assert set(schema) <= known
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": int | float}
    names = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if names and not any(isinstance(value, kinds[name]) for name in names):
        yield f"{value!r} is no {names}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{value!r} is none of the choices"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value, re.ASCII):
        yield f"{value!r} does not match"
    for word, right in (("oneOf", lambda n: n == 1), ("anyOf", lambda n: n >= 1)):
        if word in schema and not right(sum(not list(faults(value, each)) for each in schema[word])):
            yield f"{value!r} fits not {word}"
    if isinstance(value, list) and "items" in schema:
        for item in value:
            yield from faults(item, schema["items"])
    if isinstance(value, dict):
        yield from _object_faults(value, schema)


def _object_faults(value: Mapping[str, Any], schema: Schema) -> Iterator[str]:
    properties = schema.get("properties", {})
    yield from (f"{name} is missing" for name in schema.get("required", ()) if name not in value)
    for name, below in value.items():
        if not re.search(schema.get("propertyNames", {}).get("pattern", ""), name, re.ASCII):
            yield f"{name} is no name"
        other = schema.get("additionalProperties", {})
        if name in properties:
            yield from faults(below, properties[name])
        elif other is False:
            yield f"{name} is unknown"
        else:
            yield from faults(below, other)


def parsed(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def test_it_is_a_json_object_of_the_dialect() -> None:
    schema = json.loads(json.dumps(policy_schema(), ensure_ascii=False))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == ["公文", "印发", "章节"]
    assert len(schema["properties"]["公文"]["properties"]["文种"]["enum"]) == 15


def test_every_key_has_chinese_help() -> None:
    def descriptions(schema: Any) -> Iterator[str]:
        if isinstance(schema, dict):
            for below in schema.get("properties", {}).values():
                yield below["description"]
            for below in schema.values():
                yield from descriptions(below)
        elif isinstance(schema, list):
            for below in schema:
                yield from descriptions(below)

    said = list(descriptions(policy_schema()))
    assert len(said) > 35
    assert all(re.search("[\u4e00-\u9fff]{2}", each) for each in said)


def test_a_right_policy_fits() -> None:
    assert list(faults(parsed(RIGHT), policy_schema())) == []


def test_a_year_may_be_a_number() -> None:
    policy = parsed(RIGHT)
    policy["指标"]["脱贫人口"]["年度"] = 2017
    assert list(faults(policy, policy_schema())) == []


@pytest.mark.parametrize(
    "quantity", ["6645人", "1.329万人", "70%", "约200户", "28,583万元", "15千瓦以上", "0.8个百分点"]
)
def test_quantities_fit(quantity: str) -> None:
    assert list(faults(parsed(changed("1700人", quantity)), policy_schema())) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  发文机关:", "  发文机构:"),
        ("数值: 6645人", "数值: 6645"),
        ("1700人", "1700"),
        ("2017-02-14", "二月"),
        ("年度: 2017, 口径", "年度: 今年, 口径"),
        ("文种: 通知", "文种: 通报函"),
        ("印发: 清原满族自治县2017年脱贫攻坚工作要点\n", ""),
        ("{数值: 162人}", "{年度: 2017}"),
        ("        完成时限:", "        时限:"),
        ("产业资金: 420", "6岁资金: 420"),
    ],
)
def test_what_the_loader_refuses_for_its_form_the_schema_refuses(old: str, new: str, tmp_path: Path) -> None:
    text = changed(old, new)
    assert problems_of(tmp_path, text)
    assert list(faults(parsed(text), policy_schema()))


def test_what_the_schema_calls_optional_may_be_left_out(tmp_path: Path) -> None:
    load(tmp_path, "公文: {文种: 通知, 发文机关: 县扶贫办}\n印发: 要点\n章节: [{标题: 总则, 内容: 无}]\n")
