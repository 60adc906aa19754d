"""What is known of a source of the corpus, in a YAML beside it that a clerk may edit."""

from __future__ import annotations

import json
from pathlib import Path

from generator.atomic_files import write_text_atomically
from generator.ingest.fact_sheet import read_identity
from generator.ingest.fact_sheet_keys import IDENTITY
from generator.ingest.fields import Fields
from generator.ingest.key_table import Key, KeyTable, Kind
from generator.ingest.problems import Problems
from generator.ingest.yaml_nodes import read_yaml
from generator.model.source import SourceIdentity, identity_fields

_FILE = KeyTable(
    title="元数据",
    keys=(Key(name="文件", kind=Kind.TABLE, help="文件的标题、字号、日期等", required=True, table=IDENTITY),),
)
_HEAD = "# 从文件里自动读出的信息，请核对；改好保存，下次核对就按改过的用。\n"


def load_metadata(path: Path) -> SourceIdentity:
    """The identity in ``path``; raises InputError with every problem of the file."""
    source = read_yaml(path)
    problems = Problems(file=source.file, found=list(source.problems))
    node = Fields.read(source.root, _FILE, problems).get("文件")
    identity = read_identity(Fields.read(node, IDENTITY, problems), path) if node else None
    problems.raise_if_any()
    assert identity is not None  # a missing 文件 is a problem  # noqa: S101
    return identity


def write_metadata(path: Path, identity: SourceIdentity) -> None:
    """Writes the file, what is not known as a remark to fill in."""
    lines = [_HEAD, "文件:\n"]
    for name, value in identity_fields(identity).items():
        if value:
            lines.append(f"  {name}: {json.dumps(value, ensure_ascii=False)}\n")
        elif name == "标题":
            lines.append(f"  标题: {json.dumps(identity.id, ensure_ascii=False)}  # 没有读出来，先用文件名\n")
        else:
            key = IDENTITY.find(name)
            lines.append(f"  # {name}:   # 没有读出来，请补上，如：{key.example if key else ''}\n")
    write_text_atomically(path, "".join(lines))
