"""A transformer as the tagger: alignment by hand-made labels, and a tiny BERT where torch is.

The cases (``tests/cases/transformer.yaml``) run twice: through a reader that cuts words into
pieces by itself, and through a BERT whose weights are set so that it gives each piece the label
of the case. The second half is skipped where ``torch`` and ``transformers`` are not installed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.model import Article, Line
from core.names import find_mentions, transformer
from core.names.tagger import NO_NAME, Tag
from core.names.transformer import ModelError, Piece, load
from core.text.article import ArticleText
from core.text.fold import fold
from core.version import parser_version

CASES = yaml.safe_load((Path(__file__).parent / "cases/transformer.yaml").read_text("utf-8"))
MARK = re.compile(r"\[([^\]]+)\]\((PER|ORG|LOC)\)")
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة0123456789"

needs_torch = pytest.mark.skipif(
    not (find_spec("torch") and find_spec("transformers")),
    reason="the extra is not installed: pip install 'rawi[transformer]'",
)


class ByHand:
    """Pieces by the longest match, labels from a table: what a model would do, without one."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.labels = labels

    def read(self, texts: Sequence[str]) -> list[list[Piece]]:
        return [
            [
                piece
                for word in re.finditer(r"[^\W_]+|[^\w\s]|_", text)
                for piece in self.pieces(word)
            ]
            for text in texts
        ]

    def pieces(self, word: re.Match[str]) -> list[Piece]:
        found, at = [], 0
        while at < len(word.group()):
            ends = range(len(word.group()), at, -1)
            key = "##" * bool(at)
            end = next((e for e in ends if key + word.group()[at:e] in self.labels), at + 1)
            name = transformer._tag_name(self.labels.get(key + word.group()[at:end], "O"))
            tag = NO_NAME if name == "O" else Tag(name, 0.9)
            found.append(Piece(word.start() + at, word.start() + end, tag))
            at = end
        return found


def article_of(text: str) -> ArticleText:
    lines = [
        Line(row.start(), row.end(), "body", 1, "test") for row in re.finditer(r"[^\r\n]+", text)
    ]
    return ArticleText(fold(text), Article(1), tuple(lines))


def unmark(marked: str) -> tuple[str, list[tuple[str, str]]]:
    return MARK.sub(r"\1", marked), [(match[1], match[2]) for match in MARK.finditer(marked)]


def found(text: str, folder: Path) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.type) for m in find_mentions(article_of(text), folder)]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_labels_become_mentions(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    text, expected = unmark(case["text"])
    monkeypatch.setattr(transformer, "load", lambda folder: ByHand(case["labels"]))
    assert found(text, Path("any")) == expected, case.get("why")


def config(**changes: object) -> str:
    sound = {
        "architectures": ["BertForTokenClassification"],
        "id2label": {"0": "O", "1": "B-PER"},
    }
    return json.dumps({**sound, **changes})


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "no config.json"),
        ({"config.json": "{"}, "config.json is no JSON"),
        ({"config.json": config(architectures=["BertModel"])}, "heads: BertModel"),
        ({"config.json": config(architectures=None)}, "heads: none"),
        ({"config.json": config(id2label={"0": "O", "1": "B-MISC"})}, "PER, ORG or LOC"),
        ({"config.json": config()}, "no weights"),
    ],
)
def test_a_folder_that_is_no_model_is_said_in_one_line(
    tmp_path: Path, files: dict[str, str], says: str
) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=says) as error:
        load(tmp_path)
    assert str(tmp_path) in str(error.value) and "\n" not in str(error.value)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"there is no folder .*nowhere"):
        load(tmp_path / "nowhere")


def test_a_missing_extra_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config.json").write_text(config(), encoding="utf-8")
    (tmp_path / "model.safetensors").write_bytes(b"")
    monkeypatch.setattr(transformer, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"torch and transformers: pip install 'rawi\[transf"):
        load(tmp_path)


def test_core_does_not_import_the_extra() -> None:
    script = (
        "import sys, core.parse; sys.exit('torch' in sys.modules or 'transformers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


# Below: the same with a real, if tiny, model.

Make = Callable[..., Path]


@pytest.fixture
def make_model(tmp_path: Path) -> Make:
    """A folder with a BERT that gives each piece of ``labels`` its label, all others O."""

    def make(labels: Mapping[str, str], *, positions: int = 512, head: bool = True) -> Path:
        torch = pytest.importorskip("torch")
        tokenizers = pytest.importorskip("tokenizers")
        hub = pytest.importorskip("transformers")

        folder = tmp_path / "model"
        pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", "،", "#", "_", *LETTERS]
        vocabulary = [*pieces, *(f"##{letter}" for letter in LETTERS)]
        vocabulary += [piece for piece in labels if piece not in vocabulary]
        numbers = {piece: number for number, piece in enumerate(vocabulary)}
        cutter = tokenizers.BertWordPieceTokenizer(numbers, lowercase=False, strip_accents=False)
        hub.PreTrainedTokenizerFast(
            tokenizer_object=cutter._tokenizer,
            **{f"{name.strip('[]').lower()}_token": name for name in pieces[:5]},
        ).save_pretrained(folder)

        names = ["O", *sorted(set(labels.values()) - {"O"})]
        torch.manual_seed(0)
        shape = hub.BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=8,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=8,
            max_position_embeddings=positions,
            id2label=dict(enumerate(names)),
            label2id={name: number for number, name in enumerate(names)},
        )
        network = hub.BertForTokenClassification(shape)
        with torch.no_grad():
            # One direction a label; layers that add nothing; a head that reads it off again.
            inner, layer = network.bert.embeddings, network.bert.encoder.layer[0]
            for part in (inner.position_embeddings, inner.token_type_embeddings):
                part.weight.zero_()
            for part in (layer.attention.output.dense, layer.output.dense, network.classifier):
                part.weight.zero_()
                part.bias.zero_()
            inner.word_embeddings.weight.zero_()
            for piece, number in numbers.items():
                inner.word_embeddings.weight[number, names.index(labels.get(piece, "O"))] = 1.0
            network.classifier.weight[: len(names), : len(names)] = 4 * torch.eye(len(names))
        model = network if head else hub.BertModel(shape)
        model.save_pretrained(folder)
        return folder

    return make


@needs_torch
@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_model_in_a_folder_gives_the_same(case: dict[str, Any], make_model: Make) -> None:
    text, expected = unmark(case["text"])
    assert found(text, make_model(case["labels"])) == expected, case.get("why")


@needs_torch
def test_a_line_longer_than_the_window_is_read_whole(make_model: Make) -> None:
    # Every few words a name of two words: some lie across the windows' ends.
    labels = {"طرمباش": "B-PER", "##طرمباش": "B-PER", "قلفوني": "I-PER", "كلمة": "O"}
    rows = ["كلمة " * (number % 5) + "[طرمباش قلفوني](PER) ثم" for number in range(60)]
    text, expected = unmark(" ".join(rows) + "\nثم [طرمباش](PER) كلمة.")
    assert found(text, make_model(labels, positions=32)) == expected


@needs_torch
def test_windows_join_to_what_one_window_sees(make_model: Make) -> None:
    labels = {"طرمباش": "B-PER", "كلمة": "O"}
    text = " ".join("طرمباش" if n % 7 == 0 else "كلمة" if n % 3 else "حرف" for n in range(150))
    folder = make_model(labels, positions=24)
    model = load(folder)
    narrow = model.read([text, "", "طرمباش كلمة", text[:40]])
    assert "".join(text[p.start : p.end] for p in narrow[0]) == text.replace(" ", "")
    assert narrow[1] == []
    assert [text[p.start : p.end] for p in narrow[0] if p.tag.label == "B-PER"] == ["طرمباش"] * 22
    assert narrow[2:] == [model.read([one])[0] for one in ("طرمباش كلمة", text[:40])]


@needs_torch
def test_the_score_is_the_probability_of_the_type(make_model: Make) -> None:
    folder = make_model({"طرمباش": "B-PER", "قلفوني": "I-PER"})
    [pieces] = load(folder).read(["طرمباش قلفوني"])
    assert [piece.tag.label for piece in pieces] == ["B-PER", "I-PER"]
    assert all(0.9 < piece.tag.score <= 1 for piece in pieces)
    assert load(folder).read(["طرمباش قلفوني"]) == [pieces]


@needs_torch
def test_weights_without_a_head_are_no_model(make_model: Make) -> None:
    labels = {"طرمباش": "B-PER"}
    with pytest.raises(ModelError, match="heads: BertModel"):
        load(make_model(labels, head=False))


@needs_torch
@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_a_broken_file_is_said_in_one_line(make_model: Make, name: str) -> None:
    folder = make_model({"طرمباش": "B-PER"})
    (folder / name).write_bytes(b"{broken")
    with pytest.raises(ModelError, match="cannot be loaded") as error:
        load(folder)
    assert "\n" not in str(error.value)


@needs_torch
def test_a_head_that_the_weights_lack_is_said(make_model: Make) -> None:
    folder = make_model({"طرمباش": "B-PER"}, head=False)
    told = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    told["architectures"] = ["BertForTokenClassification"]
    (folder / "config.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(ModelError, match=r"lack classifier\.bias, classifier\.weight"):
        load(folder)


def rawi(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "core.cli", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("command", ["parse", "ingest"])
def test_commands_say_what_is_wrong_in_one_line(tmp_path: Path, command: str) -> None:
    (tmp_path / "page.txt").write_text("قال المدير إن العمل بدأ.\n", encoding="utf-8")
    model, store = str(tmp_path / "nowhere"), str(tmp_path / "store")
    done = rawi(command, tmp_path / "page.txt", RAWI_NAMES_MODEL=model, RAWI_STORE=store)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"rawi: names model: there is no folder {model}\n"
    assert not Path(store).exists()


def test_the_version_of_a_parse_tells_the_model(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    first = parser_version(tmp_path)
    assert first == parser_version(tmp_path) != parser_version()
    (tmp_path / "config.json").write_text("{ }", encoding="utf-8")
    assert parser_version(tmp_path) != first


@needs_torch
def test_workers_and_commands_find_the_same(make_model: Make, tmp_path: Path) -> None:
    folder = make_model({"طرمباش": "B-PER", "قلفوني": "I-PER"})
    pages = tmp_path / "pages.jsonl"
    rows = [{"id": f"r{n}", "text": f"قال طرمباش قلفوني إن العدد {n}.\n"} for n in range(40)]
    pages.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    first, *others = [
        rawi("parse", pages, "--format", "jsonl", "--workers", workers, *options, **told)
        for workers, options, told in (
            (1, ("--names-model", folder), {}),
            (2, ("--names-model", folder), {}),
            (2, (), {"RAWI_NAMES_MODEL": str(folder)}),
        )
    ]
    assert first.returncode == 0, first.stderr
    assert first.stdout.count('"text": "طرمباش قلفوني", "type": "PER"') >= 40
    assert first.stdout == others[0].stdout == others[1].stdout
