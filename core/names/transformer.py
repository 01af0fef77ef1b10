"""Names by a transformer: a token-classification model in a local folder, in place of the CRF.

Needs the optional extra ``rawi[transformer]``. Decides which label each word of an article bears;
what follows from the labels (proclitics, titles, coordination, the choice among readings) is
decided where it is for every tagger. Nothing is ever fetched: a folder is all that is read.
``torch`` and ``transformers`` are imported when a model is loaded, not before.

In order: 1. every line without marks, tatweel and controls (``undress``); 2. cut into the model's
pieces, in windows that overlap where a line is too long for one; 3. a label and its probability
for each piece, from the window that shows most around it; 4. each of our words takes the label of
its first piece, as such models are trained, or of the first after its proclitics and article.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from core.errors import PlainError
from core.model import MentionType
from core.names.candidates import Candidate
from core.names.clitics import cut_first
from core.names.gazetteer import Form
from core.names.tagger import NO_NAME, Tag
from core.names.trie import Match
from core.names.words import Words
from core.text.article import ArticleText
from core.text.fold import undress

_BATCH = 16
_LONGEST_WINDOW = 512
_EXTRA = ("torch", "transformers")
_WEIGHTS = ("*.safetensors", "*.bin")
_HEAD = "ForTokenClassification"
# "B-PERS", "I_LOC", "ORG", "PER-B"; S, U begin a name of one word, E, L and M go on with one.
_LABEL = re.compile(r"(?:(?P<before>[BIESULM])[-_])?(?P<type>[A-Z]+)(?:[-_](?P<after>[BIESULM]))?")
_TYPES: dict[str, MentionType] = {
    **dict.fromkeys(("PER", "PERS", "PERSON"), "PER"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION"), "ORG"),
    **dict.fromkeys(("LOC", "LOCATION", "GPE"), "LOC"),
}


class ModelError(PlainError):
    """Why a model cannot be used, in one line."""


class Piece(NamedTuple):
    """A piece of a text as the model cuts it: its range, its label, how probable its type is."""

    start: int
    end: int
    tag: Tag


class Reader(Protocol):
    """What labels texts, piece by piece."""

    def read(self, texts: Sequence[str]) -> list[list[Piece]]:
        """The pieces of each of the texts in order."""


@dataclass(frozen=True)
class TransformerTagger:
    """A reader as the tagger of one article."""

    reader: Reader
    article: ArticleText

    def tag(
        self, words: Words, known: dict[int, Match[Form]], patterns: Sequence[Candidate]
    ) -> list[Tag]:
        """One tag for each of the article's words."""
        lines = self.article.lines
        texts = [undress(line.span.of(self.article.source)) for line in lines]
        read = self.reader.read([text.text for text in texts])
        tags: list[Tag] = []
        for line, text, tokens, pieces in zip(lines, texts, self.article.tokens, read, strict=True):
            stored = [
                Piece(line.start + text.offsets[start], line.start + text.offsets[end - 1] + 1, tag)
                for start, end, tag in pieces
            ]
            ends = [piece.end for piece in stored]
            for at in range(len(tags), len(tags) + len(tokens)):
                begin = self.article.page.position(words.starts[at])
                tags.append(self._tag_of(words, at, stored[bisect_right(ends, begin) :], known))
        return tags

    def _tag_of(
        self, words: Words, at: int, pieces: Sequence[Piece], known: dict[int, Match[Form]]
    ) -> Tag:
        """The label of a word, given the pieces from its first on."""
        page = self.article.page
        end = page.position(words.ends[at] - 1) + 1
        if not pieces or pieces[0].start >= end:
            return NO_NAME
        first = pieces[0]
        if first.tag.label != "O" or first.end >= end:
            return first.tag
        cut = cut_first(words, Candidate(at, at + 1, 0, "PER", "tagger", 0.0), known).cut
        bare = page.position(words.starts[at] + cut + _article_length(words.texts[at], cut))
        inner = next((piece for piece in pieces if piece.end > bare), first)
        return inner.tag if inner.start < end else NO_NAME


def _article_length(word: str, cut: int) -> int:
    """How many letters of ال follow ``cut`` letters of proclitics: after لل one is left."""
    if word.startswith("ال", cut):
        return 2
    return 1 if cut and word.startswith("لل", cut - 1) else 0


@cache
def load(folder: Path) -> Model:
    """The model of a folder, loaded once a process; ModelError says why not."""
    check(folder)
    import torch  # noqa: PLC0415 - only who uses a model waits for these, or needs them at all
    import transformers  # noqa: PLC0415

    torch.set_num_threads(1)  # each core has a worker of its own, and sums come out the same
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(
            str(folder), local_files_only=True, trust_remote_code=False, use_fast=True
        )
        network, info = transformers.AutoModelForTokenClassification.from_pretrained(
            str(folder),
            local_files_only=True,
            trust_remote_code=False,
            output_loading_info=True,
        )
    except Exception as error:  # whatever a broken file makes of two libraries is one fault here
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        raise ModelError(f"names model {folder}: cannot be loaded: {reason}") from error
    if info["missing_keys"]:
        lacking = ", ".join(sorted(info["missing_keys"]))
        raise ModelError(f"names model {folder}: its weights lack {lacking}")
    if not tokenizer.is_fast or tokenizer.pad_token is None:
        raise ModelError(f"names model {folder}: its tokenizer gives no offsets or no padding")
    return Model(tokenizer, network.float().eval())


def check(folder: Path) -> None:
    """Raise ModelError unless ``folder`` holds a model and the extra is there; loads neither."""
    if not folder.is_dir():
        raise ModelError(f"names model: there is no folder {folder}")
    config = _read_config(folder)
    heads = config.get("architectures") or []
    if not any(str(head).endswith(_HEAD) for head in heads):
        found = ", ".join(map(str, heads)) or "none"
        raise ModelError(f"names model {folder}: no token-classification head (heads: {found})")
    labels = config.get("id2label") or {}
    if not any(_tag_name(str(label)) != "O" for label in labels.values()):
        raise ModelError(f"names model {folder}: none of its labels is a PER, ORG or LOC")
    if not any(path.is_file() for pattern in _WEIGHTS for path in folder.glob(pattern)):
        raise ModelError(f"names model {folder}: no weights ({' or '.join(_WEIGHTS)})")
    missing = [name for name in _EXTRA if find_spec(name) is None]
    if missing:
        raise ModelError(
            f"a names model needs {' and '.join(missing)}: pip install 'rawi[transformer]'"
        )


def _read_config(folder: Path) -> dict[str, Any]:
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"names model {folder}: it has no config.json") from error
    except ValueError as error:
        raise ModelError(f"names model {folder}: config.json is no JSON") from error
    return config if isinstance(config, dict) else {}


class Model:
    """A loaded model as a reader of texts: no gradients, no dropout, the same every time."""

    def __init__(self, tokenizer: Any, network: Any) -> None:
        """Take both as ``transformers`` loads them."""
        tokenizer.padding_side = tokenizer.truncation_side = "right"
        config = network.config
        longest = getattr(config, "max_position_embeddings", None) or _LONGEST_WINDOW
        self._window = min(_LONGEST_WINDOW, longest, tokenizer.model_max_length)
        self._overlap = self._window // 4
        self._step = self._window - tokenizer.num_special_tokens_to_add() - self._overlap
        self._tokenizer = tokenizer
        self._network = network
        self._names = _tag_names(config.id2label)

    def read(self, texts: Sequence[str]) -> list[list[Piece]]:
        """The pieces of each of the texts in order."""
        if not texts:
            return []
        cut = self._tokenizer(
            list(texts),
            truncation=True,
            max_length=self._window,
            stride=self._overlap,
            padding=True,
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
            return_special_tokens_mask=True,
            return_tensors="pt",
        )
        windows = [
            [
                Piece(start, end, tag)
                for (start, end), tag, special in zip(offsets, tags, specials, strict=False)
                if not special
            ]
            for offsets, tags, specials in zip(
                cut.pop("offset_mapping").tolist(),
                self._tags(cut),
                cut.pop("special_tokens_mask").tolist(),
                strict=True,
            )
        ]
        of_text: list[list[list[Piece]]] = [[] for _ in texts]
        owners = cut["overflow_to_sample_mapping"].tolist()
        for owner, window in zip(owners, windows, strict=True):
            of_text[owner].append(window)
        return [
            [piece for piece in _joined(parts, self._step) if piece.end > piece.start]
            for parts in of_text
        ]

    def _tags(self, cut: Any) -> list[list[Tag]]:
        """The tags of each window's pieces, computed in batches of windows about as long."""
        import torch  # noqa: PLC0415

        lengths = cut["attention_mask"].sum(-1).tolist()
        order = sorted(range(len(lengths)), key=lambda row: lengths[row])
        inputs = [name for name in self._tokenizer.model_input_names if name in cut]
        tags: list[list[Tag]] = [[] for _ in lengths]
        for at in range(0, len(order), _BATCH):
            rows = order[at : at + _BATCH]
            longest = lengths[rows[-1]]
            with torch.inference_mode():
                logits = self._network(
                    **{name: cut[name][rows, :longest] for name in inputs}
                ).logits
                shares = logits.softmax(-1).tolist()
            for row, pieces in zip(rows, shares, strict=True):
                tags[row] = [self._tag(share) for share in pieces]
        return tags

    def _tag(self, share: Sequence[float]) -> Tag:
        name = self._names[max(range(len(share)), key=share.__getitem__)]
        if name == "O":
            return NO_NAME
        total = sum(
            part for part, other in zip(share, self._names, strict=True) if other[2:] == name[2:]
        )
        return Tag(name, round(total, 4))


def _joined(windows: Sequence[Sequence[Piece]], step: int) -> Iterator[Piece]:
    """The pieces of one text out of its windows, of which each begins ``step`` after the last.

    A piece that two windows show is taken from the one in which it is farther from the cut.
    """
    for number, window in enumerate(windows):
        first, last = 0, len(window)
        if number:
            first = (len(windows[number - 1]) - step) // 2
        if number + 1 < len(windows):
            last = step + (len(window) - step) // 2
        yield from window[first:last]


def _tag_names(labels: Mapping[int, str]) -> list[str]:
    """The model's labels in order of their numbers, as ours."""
    return [_tag_name(labels[number]) for number in sorted(labels)]


def _tag_name(label: str) -> str:
    """A model's label as ``B-`` or ``I-`` and our type; ``O`` for all that names none of ours.

    >>> [_tag_name(label) for label in ("B-PERS", "I-GPE", "ORG", "LOC_B", "B-MISC", "LABEL_0")]
    ['B-PER', 'I-LOC', 'I-ORG', 'B-LOC', 'O', 'O']
    """
    match = _LABEL.fullmatch(label.upper())
    kind = _TYPES.get(match["type"]) if match else None
    if match is None or kind is None:
        return "O"
    begins = (match["before"] or match["after"] or "I") in "BSU"
    return f"{'B' if begins else 'I'}-{kind}"
