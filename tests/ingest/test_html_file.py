"""Web pages: the main text without chrome, in every encoding that offices publish in."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.drafts import read_document
from generator.model.text_document import BlockKind, TextDocument

SENTENCE = "全县今年计划脱贫6645人，其中通过产业脱贫4783人，通过就业脱贫162人，通过兜底脱贫1700人。"
SECOND = "完成危房改造372户873人，新建光伏电站112个，由县农发局牵头，各乡镇配合实施，年底前全部完成。"


def read(folder: Path, page: str | bytes) -> TextDocument:
    path = folder / "页.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return read_document(path)


def lines(folder: Path, body: str, head: str = "") -> list[str]:
    return read(folder, f"<html><head>{head}</head><body>{body}</body></html>").text.split("\n")


CHROME = {
    "脚本和样式": "<script>var a='脚本';</script><style>p{}</style>",
    "nav元素": "<nav><a href=/>首页</a>机构职能</nav>",
    "按类名的导航": "<div class='top-nav'><a href=/>首页</a><a href=/x>政务公开</a></div>",
    "面包屑": "<div class='breadcrumb'>当前位置：首页 > 文件</div>",
    "页脚": "<footer>版权所有：某县人民政府办公室</footer>",
    "按编号的页脚": "<div id='footer'>主办：某县人民政府 备案号：00000000</div>",
    "侧栏": "<aside>相关文件：某某通知</aside>",
    "分享按钮": "<div class='share'>分享到：<a href=#>微信</a></div>",
    "隐藏的内容": "<div style='display: none'>打印用的文字。</div>",
    "按钮": "<button>打印本页</button><select><option>大</option></select>",
}


def links(*names: str) -> str:
    return "<ul>" + "".join(f"<li><a href=/x>{name}</a></li>" for name in names) + "</ul>"


CHROME["没有名字的栏目表"] = links("首页", "机构概况", "政务公开", "办事服务", "互动交流")
CHROME["往期列表"] = f"<div>{links(*[f'关于开展第{n}次检查的通知' for n in range(1, 9)])}</div>"


@pytest.mark.parametrize("name", CHROME)
def test_chrome_is_left_out(name: str, tmp_path: Path) -> None:
    body = f"{CHROME[name]}<div class='content'><p>{SENTENCE}</p><p>{SECOND}</p></div>{CHROME[name]}"
    assert lines(tmp_path, body) == [SENTENCE, SECOND]


def test_short_lines_beside_the_main_text_are_left_out(tmp_path: Path) -> None:
    body = f"<div>格式:DOC 上传日期</div><div><div>字号 大 中 小</div><div><p>{SENTENCE * 4}</p></div></div>"
    assert lines(tmp_path, body) == [SENTENCE * 4]


def test_the_title_above_the_main_text_is_kept(tmp_path: Path) -> None:
    body = f"<div><h1>2017年<br>工作要点</h1></div><div class='text'><p>{SENTENCE}</p><p>{SECOND}</p></div>"
    assert lines(tmp_path, body) == ["2017年工作要点", SENTENCE, SECOND]


def test_a_title_in_the_main_text_stands_once(tmp_path: Path) -> None:
    assert lines(tmp_path, f"<article><h1>工作要点</h1><p>{SENTENCE}</p></article>") == ["工作要点", SENTENCE]


KEPT = {
    "段落没有容器": (f"<p>{SENTENCE}</p><p>{SECOND}</p>", [SENTENCE, SECOND]),
    "用换行分段": (f"<div>{SENTENCE}<br>　　{SECOND}<br/></div>", [SENTENCE, SECOND]),
    "行内标记": ("<p>完成<b>6645</b><span>人</span>脱贫任务。</p>", ["完成6645人脱贫任务。"]),
    "两栏各占一半": (f"<div><p>{SENTENCE}</p></div><div><p>{SECOND}</p></div>", [SENTENCE, SECOND]),
    "正文后的短附段": (f"<div><p>{SENTENCE * 9}</p></div><div><p>{SECOND}</p></div>", [SENTENCE * 9, SECOND]),
    "整页在表单里": (f"<form><div><p>{SENTENCE}</p></div></form>", [SENTENCE]),
    "整页在类名像导航的容器里": (f"<div class='nav-content position'><p>{SENTENCE}</p></div>", [SENTENCE]),
    "文章里的header": (
        f"<article><header><p>某县文件</p></header><p>{SENTENCE}</p></article>",
        ["某县文件", SENTENCE],
    ),
    "源代码换行": ("<p>完成6645人\n      脱贫任务。</p>", ["完成6645人 脱贫任务。"]),
    "实体": ("<p>小于&lt;6%&nbsp;且A&amp;B</p>", ["小于<6%\xa0且A&B"]),
    "预排版": ("<pre>第一行。\n第二行。</pre>", ["第一行。", "第二行。"]),
    "列表": ("<ul><li>甲镇5个</li><li>乙镇7个</li></ul>", ["甲镇5个", "乙镇7个"]),
    "链接里的文件名": (f"<p>{SENTENCE}详见<a href=x>附件</a>。</p>", [f"{SENTENCE}详见附件。"]),
    "排版用的表格": (
        f"<table><tr><td><p>{SENTENCE}</p><p>{SECOND}</p></td></tr></table>",
        [SENTENCE, SECOND],
    ),
    "没有闭合的标签": (f"<p>{SENTENCE}<p>{SECOND}", [SENTENCE, SECOND]),
}


KEPT["附件列表"] = (
    f"<p>{SENTENCE}</p><p>附件：</p>{links('甲表', '乙表', '丙表', '丁表')}<p>{SECOND}</p>",
    [SENTENCE, "附件：", "甲表", "乙表", "丙表", "丁表", SECOND],
)


@pytest.mark.parametrize("name", KEPT)
def test_the_text_is_kept(name: str, tmp_path: Path) -> None:
    body, expected = KEPT[name]
    assert lines(tmp_path, body) == expected


def test_a_table_becomes_cells_with_places(tmp_path: Path) -> None:
    table = (
        "<table><tr><th rowspan=2>乡镇</th><th colspan=2>脱贫</th></tr><tr><td>户</td><td>人</td></tr>"
        "<tr><td>清原镇</td><td>300</td><td>812</td></tr></table>"
    )
    document = read(tmp_path, f"<p>{SENTENCE}</p>{table}<p>{SECOND}</p>")
    cells = [
        (block.span.of(document.text), block.cell.row, block.cell.column)
        for block in document.blocks
        if block.cell is not None
    ]
    assert cells == [
        ("乡镇", 0, 0),
        ("脱贫", 0, 1),
        ("户", 1, 1),
        ("人", 1, 2),
        ("清原镇", 2, 0),
        ("300", 2, 1),
        ("812", 2, 2),
    ]
    assert document.blocks[0].kind is document.blocks[-1].kind is BlockKind.PARAGRAPH
    assert document.blocks[-1].span.of(document.text) == SECOND


def test_the_table_of_a_document_s_identity_is_kept(tmp_path: Path) -> None:
    identity = (
        "<table><tr><td>索引号</td><td>0001</td></tr><tr><td>发文机关</td><td>县扶贫办</td></tr>"
        "<tr><td>发文字号</td><td>清脱贫办发〔2017〕2号</td></tr></table>"
    )
    body = f"{links('首页', '公开', '服务', '互动')}<div>{identity}<div><p>{SENTENCE}</p><p>{SECOND}</p></div></div>"
    text = lines(tmp_path, body)
    assert text[0] == "索引号"
    assert "清脱贫办发〔2017〕2号" in text
    assert text[-2:] == [SENTENCE, SECOND]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("gb2312", "gbk"),
        ("GBK", "gb18030"),
        ("gb2312", "utf-8"),
        ("utf-8", "gbk"),
        ("", "gbk"),
        ("utf-16", "utf-16"),
    ],
)
def test_any_encoding_is_read(charset: str, encoding: str, tmp_path: Path) -> None:
    meta = f"<meta charset='{charset}'>" if charset else ""
    page = f"<html><head>{meta}</head><body><p>朱镕基说：完成6645人脱贫。</p></body></html>"
    assert read(tmp_path, page.encode(encoding)).text == "朱镕基说：完成6645人脱贫。"


def test_an_xhtml_page_is_read(tmp_path: Path) -> None:
    page = f'<?xml version="1.0" encoding="gb2312"?><html><body><p>{SENTENCE}</p></body></html>'
    assert read(tmp_path, page.encode("gbk")).text == SENTENCE


def test_a_deeply_nested_page_does_not_stop_the_reader(tmp_path: Path) -> None:
    body = f"<p>{SENTENCE}</p>" + "<div>" * 20_000 + "x"
    assert SENTENCE in read(tmp_path, body).text


def test_entities_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "秘密.txt"
    secret.write_text("口令", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>{SENTENCE}&x;</p></body></html>'
    assert "口令" not in read(tmp_path, page).text
