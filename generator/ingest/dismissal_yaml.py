"""The file of set-aside findings that lies beside a draft: 稿.docx → 稿.docx.忽略.yaml."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from generator.atomic_files import write_text_atomically
from generator.ingest.fields import Fields
from generator.ingest.key_table import Key, KeyTable, Kind
from generator.ingest.problems import Problems
from generator.ingest.yaml_nodes import read_yaml
from generator.model.dismissal import Dismissal, dismissal_file

_HEAD = (
    "# 核对过、不必再提示的意见。规则和原文都对得上才忽略；原文改动以后会重新提示。\n"
    "# 删掉一项，那条意见就会再出现。\n"
)
_ITEM = KeyTable(
    title="忽略的意见",
    keys=(
        Key(
            name="规则",
            kind=Kind.TEXT,
            help="意见末尾方括号里的规则名",
            example="figures.contradicts-source",
            required=True,
        ),
        Key(name="原文", kind=Kind.TEXT, help="意见所指的字", example="4783人"),
        Key(
            name="所在句",
            kind=Kind.TEXT,
            help="原文所在的句子；不写则全文同样的字都忽略",
            example="全年脱贫4783人。",
        ),
        Key(
            name="理由",
            kind=Kind.TEXT,
            help="为什么不必改",
            example="省里5月追加指标，文件待补",
            required=True,
        ),
    ),
)
_FILE = KeyTable(
    title="忽略",
    keys=(Key(name="忽略", kind=Kind.TABLES, help="一项一条意见", table=_ITEM),),
)


def load_dismissals(draft: Path) -> tuple[Dismissal, ...]:
    """Those beside ``draft``; none where there is no file. Raises InputError with every problem of the file."""
    path = dismissal_file(draft)
    if not path.is_file():
        return ()
    source = read_yaml(path)
    problems = Problems(file=source.file, found=list(source.problems))
    items = [
        Fields.read(node, _ITEM, problems) for node in Fields.read(source.root, _FILE, problems).items("忽略")
    ]
    found = tuple(
        Dismissal(
            rule=item.text("规则"),
            quote=item.text("原文"),
            sentence=item.text("所在句"),
            reason=item.text("理由"),
        )
        for item in items
    )
    problems.raise_if_any()
    return found


def save_dismissals(draft: Path, dismissals: Sequence[Dismissal]) -> Path:
    """Writes the file beside ``draft``, whole or not at all; gives its path."""
    path = dismissal_file(draft)
    lines = [_HEAD, "忽略:\n"]
    for each in dismissals:
        pairs = (("规则", each.rule), ("原文", each.quote), ("所在句", each.sentence), ("理由", each.reason))
        written = [f"{key}: {_quoted(value)}\n" for key, value in pairs if value]
        lines += [f"  {'- ' if number == 0 else '  '}{line}" for number, line in enumerate(written)]
    write_text_atomically(path, "".join(lines))
    return path


def _quoted(text: str) -> str:
    """A double-quoted scalar on one line: nothing in a draft's words can be read as YAML."""
    return json.dumps(text, ensure_ascii=False)
