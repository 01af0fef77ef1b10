"""Stored files to records: formats, encodings, archives, and every fault as a problem."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Problem, Record
from core.reading import read_paths
from core.reading.columns import parse_published
from core.reading.decoding import decode

ARABIC = "قال مدير الميناء إن أعمال التوسعة بدأت في الرصيف الشرقي، مشيرا إلى أن العمل مستمر."


def records(path: Path, **options: object) -> list[Record]:
    return [item for item in read_paths([path], **options) if isinstance(item, Record)]  # type: ignore[arg-type]


def codes(path: Path) -> list[str]:
    return [item.code for item in read_paths([path]) if isinstance(item, Problem)]


class TestDecoding:
    @pytest.mark.parametrize(
        ("data", "encoding"),
        [
            (ARABIC.encode(), "utf-8"),
            (ARABIC.encode("cp1256"), "cp1256"),
            (ARABIC.encode("iso8859-6", "replace").replace(b"?", b" "), "iso8859-6"),
            (ARABIC.encode("utf-16"), "utf-16"),
        ],
    )
    def test_encoding_is_found(self, data: bytes, encoding: str) -> None:
        decoded = decode(data)
        assert decoded is not None
        assert decoded.encoding == encoding
        assert "مدير الميناء" in decoded.text

    def test_byte_order_mark_stays_code_point_zero(self) -> None:
        decoded = decode(b"\xef\xbb\xbf" + ARABIC.encode())
        assert decoded is not None
        assert decoded.text == "\ufeff" + ARABIC

    @pytest.mark.parametrize(
        ("wrong", "right"),
        [("latin-1", "utf-8"), ("sloppy-windows-1252", "utf-8"), ("latin-1", "cp1256")],
    )
    def test_mojibake_is_turned_back_and_said(self, wrong: str, right: str) -> None:
        stored = ARABIC.encode(right).decode(wrong).encode("utf-8")
        decoded = decode(stored)
        assert decoded is not None
        assert decoded.text == ARABIC
        assert decoded.oddity is not None
        assert decoded.oddity[0] == "mojibake-repaired"

    @pytest.mark.parametrize(
        "text",
        [
            ARABIC,
            "Café crème à Beyrouth: déjà vu, naïve, Zürich, São Paulo",
            "الرئيس قال: «Ça va» ثم مضى في طريقه إلى المرفأ",
            "12345 !?",
        ],
        ids=["arabic", "french", "mixed", "no letters"],
    )
    def test_right_text_is_left_alone(self, text: str) -> None:
        decoded = decode(text.encode())
        assert decoded is not None
        assert (decoded.text, decoded.oddity) == (text, None)

    def test_page_cut_inside_a_letter_is_read_and_said(self) -> None:
        decoded = decode((ARABIC * 3).encode()[:-4])
        assert decoded is not None
        assert decoded.oddity is not None
        assert decoded.oddity[0] == "damaged-utf-8"

    @pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(128, 255)) * 9])
    def test_what_is_no_text_is_none(self, data: bytes) -> None:
        assert decode(data) is None

    @given(st.text())
    def test_any_utf8_text_is_read_as_it_is_or_repaired_with_a_word(self, text: str) -> None:
        decoded = decode(text.encode())
        if "\0" not in text:
            assert decoded is not None
            assert decoded.text == text or decoded.oddity is not None


class TestFormats:
    def test_text_keeps_line_ends(self, tmp_path: Path) -> None:
        path = tmp_path / "page.txt"
        path.write_bytes((ARABIC + "\r\n\u00a0\r\n" + ARABIC).encode())
        [record] = records(path)
        assert record.text == ARABIC + "\r\n\u00a0\r\n" + ARABIC
        assert (record.record_id, record.n_bytes) == ("page", path.stat().st_size)

    @pytest.mark.parametrize(
        "name", ["rows.jsonl", "rows.jsonl.gz", "rows.json", "rows.csv", "rows.parquet"]
    )
    def test_same_row_from_every_table_format(self, tmp_path: Path, name: str) -> None:
        row = {
            "ID": "a-1",
            "Body": ARABIC + "\nثانية",
            "Title": "توسعة الميناء &quot;تبدأ&quot;",
            "source": "صحيفة الضفة",
            "link": "https://example.org/1",
            "pub_date": "2026-10-12T08:00:00+03:00",
            "author": "سلمى الراوي",
        }
        path = tmp_path / name
        self.write(path, row)
        [record] = records(path)
        assert record.record_id == "a-1"
        assert record.text == ARABIC + "\nثانية"
        assert record.headline == 'توسعة الميناء "تبدأ"'
        assert record.outlet == "صحيفة الضفة"
        assert record.url == "https://example.org/1"
        assert record.published == "2026-10-12T08:00:00+03:00"
        assert record.byline == "سلمى الراوي"

    @staticmethod
    def write(path: Path, row: dict[str, str]) -> None:
        if path.suffix == ".parquet":
            pq.write_table(pa.Table.from_pylist([row]), path)
        elif path.suffix == ".csv":
            quoted = [
                ['"' + value.replace('"', '""') + '"' for value in part]
                for part in (row, row.values())
            ]
            path.write_text("\n".join(";".join(part) for part in quoted), encoding="utf-8-sig")
        elif path.suffix == ".json":
            path.write_text(json.dumps([row], ensure_ascii=False), encoding="utf-8")
        elif path.suffix == ".gz":
            path.write_bytes(gzip.compress(json.dumps(row).encode()))
        else:
            path.write_text(json.dumps(row, ensure_ascii=False) + "\n\n", encoding="utf-8-sig")

    def test_crawl_time_is_no_publication_date(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.jsonl"
        path.write_text(json.dumps({"text": ARABIC, "crawled": "2026-10-13"}), encoding="utf-8")
        assert records(path)[0].published is None

    def test_html_gives_main_text_and_metadata(self, tmp_path: Path) -> None:
        paragraphs = "".join(f"<p>{ARABIC} ({number})</p>" for number in range(6))
        path = tmp_path / "page.html"
        path.write_text(
            '<html lang="ar"><head><title>توسعة الميناء</title>'
            '<meta property="og:site_name" content="موقع الضفة">'
            '<meta property="article:published_time" content="2026-10-12T09:00:00Z"></head>'
            f"<body><nav><a href='/'>الرئيسية</a></nav><article><h1>توسعة الميناء</h1>{paragraphs}"
            "</article><footer>جميع الحقوق محفوظة</footer></body></html>",
            encoding="utf-8",
        )
        [record] = records(path)
        assert record.text.count(ARABIC) == 6
        assert "الرئيسية" not in record.text
        assert record.headline == "توسعة الميناء"
        assert record.outlet == "موقع الضفة"
        assert (record.published or "")[:10] == "2026-10-12"

    @pytest.mark.parametrize("kind", ["rss", "atom"])
    def test_feed_entries_are_records(self, tmp_path: Path, kind: str) -> None:
        path = tmp_path / f"feed.{kind}"
        path.write_text(RSS if kind == "rss" else ATOM, encoding="utf-8")
        [record] = records(path)
        assert ARABIC in record.text
        assert "<p>" not in record.text
        assert record.headline == "توسعة الميناء"
        assert record.outlet == "موقع الضفة"
        assert (record.published or "").startswith("2026-10-12")
        assert record.url == "https://example.org/1"

    def test_archive_and_folder_give_the_same_pages(self, tmp_path: Path) -> None:
        folder = tmp_path / "pages"
        (folder / "delta").mkdir(parents=True)
        (folder / "delta" / "one.txt").write_text(ARABIC, encoding="utf-8")
        (folder / ".hidden.txt").write_text(ARABIC, encoding="utf-8")
        archive = tmp_path / "pages.zip"
        with zipfile.ZipFile(archive, "w") as file:
            file.write(folder / "delta" / "one.txt", "delta/one.txt")
        [from_folder], [from_archive] = records(folder), records(archive)
        assert from_folder.page_id == from_archive.page_id

    def test_outlet_from_table_then_folder_then_option(self, tmp_path: Path) -> None:
        for name in ("delta", "other"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "one.txt").write_text(ARABIC + name, encoding="utf-8")
        (tmp_path / "outlets.tsv").write_text(
            "# who is who\nfolder\toutlet\toutlet_en\tcountry\ndelta\tصحيفة الدلتا\tDelta\tEG\n",
            encoding="utf-8",
        )
        found = records(tmp_path, outlet="غيرها", outlet_from_folder=False)
        assert [record.outlet for record in found] == ["صحيفة الدلتا", "غيرها"]
        found = records(tmp_path, outlet_from_folder=True)
        assert [record.outlet for record in found] == ["صحيفة الدلتا", "other"]


class TestProblems:
    @pytest.mark.parametrize(
        ("name", "data", "code"),
        [
            ("page.txt", b"", "empty"),
            ("page.txt", b"\xef\xbb\xbf \r\n", "empty"),
            ("page.txt", b"\0\1\2", "undecodable"),
            ("page.docx", b"PK", "unknown-format"),
            ("rows.jsonl", b'{"text": "a"', "bad-json"),
            ("rows.jsonl", b'{"headline": "a"}', "no-text"),
            ("rows.jsonl", b"[1]", "bad-row"),
            ("rows.jsonl", b'{"text": "a", "date": "soon"}', "bad-published"),
            ("rows.parquet", b"PAR1", "bad-parquet"),
            ("rows.txt.gz", b"\x1f\x8bnothing", "unreadable"),
            ("rows.zip", b"PK\3\4", "broken-archive"),
            ("page.html", b"<html><body></body></html>", "no-main-text"),
            ("feed.xml", b"<a/>", "no-feed"),
        ],
    )
    def test_fault_is_a_problem_with_a_sentence(
        self, tmp_path: Path, name: str, data: bytes, code: str
    ) -> None:
        path = tmp_path / name
        path.write_bytes(data)
        problems = [item for item in read_paths([path]) if isinstance(item, Problem)]
        assert [problem.code for problem in problems] == [code]
        assert str(path) in problems[0].path
        assert len(problems[0].detail) > 10

    def test_missing_path(self, tmp_path: Path) -> None:
        assert codes(tmp_path / "nowhere") == ["not-found"]

    def test_one_bad_line_costs_one_row(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.jsonl"
        path.write_text('{"text": "أ"}\n{bad\n{"text": "ب"}\n', encoding="utf-8")
        assert [record.text for record in records(path)] == ["أ", "ب"]
        assert codes(path) == ["bad-json"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-10-12", "2026-10-12"),
        ("2026-10-12 08:30:00", "2026-10-12T08:30:00"),
        ("2026-10-12T08:30:00Z", "2026-10-12T08:30:00+00:00"),
        ("Mon, 12 Oct 2026 08:30:00 GMT", "2026-10-12T08:30:00+00:00"),
        ("12/10/2026", "2026-10-12"),
        ("12/10/2026 09:30", "2026-10-12"),
        ("1791792000", "2026-10-12T08:00:00+00:00"),
        ("31/31/2026", None),
        ("أمس", None),
    ],
)
def test_published_as_containers_write_it(value: str, expected: str | None) -> None:
    assert parse_published(value) == expected


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>موقع الضفة</title><item>
<title>توسعة الميناء</title><link>https://example.org/1</link><guid>g-1</guid>
<pubDate>Mon, 12 Oct 2026 08:30:00 GMT</pubDate>
<description><![CDATA[<p>{ARABIC}</p><p>ثانية</p>]]></description>
</item></channel></rss>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>موقع الضفة</title><entry>
<title>توسعة الميناء</title><link href="https://example.org/1"/><id>g-1</id>
<updated>2026-10-12T08:30:00Z</updated>
<content type="html">&lt;p&gt;{ARABIC}&lt;/p&gt;</content></entry></feed>"""
