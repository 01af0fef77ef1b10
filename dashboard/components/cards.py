"""Quote cards: the words, who said them, by which word, through whom, when and where.

A card tells all that is known of one quote, and why: the rule, the confidence, the position in the
stored text. Its links lead to the speaker's quotes and to the passage in the article.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from core.corpus import Corpus
from core.text.bidi import base_direction
from dashboard.components import dom, i18n, state
from dashboard.components.i18n import t

Row = Mapping[str, Any]


def column(quotes: pd.DataFrame, links: pd.DataFrame, *, beside_text: bool = False) -> dom.Node:
    """The cards of some quotes, one under another, with the links of their source chains.

    ``beside_text``: they stand beside their article, which need not be named in each.
    """
    chains = dict(list(links.groupby("quote_id", observed=True))) if len(links) else {}
    shown = [
        card(row, chains.get(row["quote_id"]), beside_text=beside_text)
        for row in quotes.to_dict("records")
    ]
    return dom.el("div", *shown, cls="rw-cards")


def of(corpus: Corpus, quotes: pd.DataFrame) -> dom.Node:
    """The cards of some quotes of the corpus."""
    return column(quotes, corpus.chain(list(quotes["quote_id"])))


def card(row: Row, chain: pd.DataFrame | None, *, beside_text: bool = False) -> dom.Node:
    """One quote."""
    return dom.el(
        "article",
        _head(row),
        _words(row),
        _chain(row, chain),
        _beside(row) if beside_text else _foot(row),
        _why(row),
        cls=f"rw-card rw-{row['kind']}",
    )


def passage_href(row: Row) -> str:
    """The address of the quote's passage in its article."""
    at = f"{row['start']}-{row['end']}"
    return state.href("articles", art=row["article_id"], at=at)


def _head(row: Row) -> dom.Node:
    tags = [dom.el("span", i18n.label("kind", row["kind"]), cls="rw-tag")]
    if present(row["stance"]):
        label = i18n.label("stance", row["stance"])
        tags.insert(0, dom.el("span", label, cls=f"rw-tag rw-stance rw-{row['stance']}"))
    if present(row["unnamed_class"]):
        label = i18n.label("speaker_kind", "unnamed")
        title = i18n.label("unnamed", row["unnamed_class"])
        tags.append(dom.el("span", label, cls="rw-tag", title=title))
    if row["in_headline"]:
        tags.append(_headline_tag(row))
    return dom.el("header", _speaker(row), dom.el("span", *tags, cls="rw-tags"))


def _speaker(row: Row) -> dom.Node:
    name = speaker_name(row)
    if name is None:
        why = row["unknown_because"]
        text = t("quote.unknown")
        if present(why):
            text = t("quote.unknown_because", why=i18n.label("why_unknown", why))
        return dom.el("span", text, cls="rw-speaker rw-unknown")
    if not present(row["speaker_id"]):
        return dom.el("span", dom.el("bdi", name), cls="rw-speaker")
    only = state.href("quotes", state.selection().with_(speakers=(row["speaker_id"],)))
    title = t("quote.only_speaker")
    return dom.link(only, dom.el("bdi", name), cls="rw-speaker", title=title)


def _headline_tag(row: Row) -> dom.Node:
    """That it stands in the headline, with the way to the words of the body it gives."""
    if not present(row["headline_of"]):
        return dom.el("span", t("quote.in_headline"), cls="rw-tag")
    at = row["headline_of"].rpartition("-q")[2]
    body = state.href("articles", art=row["article_id"], at=at)
    return dom.link(body, t("quote.in_headline"), cls="rw-tag", title=t("quote.headline_of"))


def speaker_name(row: Row) -> str | None:
    """The speaker's name as this reader wants it, else as the article puts it."""
    name = i18n.name_of(row, "speaker_name", "speaker_name_en")
    return name or (row["speaker_text"] if present(row["speaker_text"]) else None)


def _words(row: Row) -> dom.Node:
    marked = row["kind"] == "direct"
    words = f"«{row['text']}»" if marked else row["text"]
    direction = base_direction(row["text"]) or "rtl"
    return dom.el("blockquote", words, dir=direction, lang="ar" if direction == "rtl" else None)


def _chain(row: Row, chain: pd.DataFrame | None) -> dom.Node | None:
    """The source chain from the outlet inwards: who carried it, from whom, down to the speaker."""
    if chain is None or not len(chain):
        return None
    steps: list[dom.Node] = []
    for link in chain.sort_values("position", ascending=False).to_dict("records"):
        through = state.href("quotes", state.selection().with_(carriers=(link["carrier_id"],)))
        title = t("quote.only_carrier")
        steps.append(dom.link(through, dom.el("bdi", link["name"]), title=title))
        steps.append(dom.el("i", "←" if i18n.is_arabic() else "→", aria_hidden="true"))
    speaker = dom.el("bdi", speaker_name(row) or t("quote.unknown"))
    return dom.el("p", dom.el("small", t("quote.chain")), *steps, speaker, cls="rw-chain")


def _foot(row: Row) -> dom.Node:
    when = i18n.day(row["published"]) or t("quote.undated")
    facts = [outlet(row), dom.el("time", when), _said_on(row)]
    if present(row["n_carriers"]) and row["n_carriers"] > 1:
        carriers = i18n.count("outlet", int(row["n_carriers"]))
        facts.append(dom.el("span", t("quote.carriers", n=carriers)))
    headline = _text(row["headline"]) or t("articles.untitled")
    return dom.el(
        "footer",
        dom.facts(*facts, tag="span"),
        dom.link(passage_href(row), dom.el("bdi", headline), cls="rw-in", title=t("link.open")),
    )


def _said_on(row: Row) -> dom.Node | None:
    if not present(row["said_on"]):
        return None
    return dom.el("span", t("quote.said_on", when=i18n.timex(row["said_on"])))


def _beside(row: Row) -> dom.Node:
    return dom.facts(_said_on(row), dom.link(passage_href(row), t("link.show")))


def _why(row: Row) -> dom.Node:
    offsets = t("quote.offsets", start=row["start"], end=row["end"])
    confidence = t("quote.confidence", n=round(100 * row["confidence"]))
    cue = dom.el("span", f"{t('quote.cue')}: ", dom.el("bdi", row["cue"]))
    return dom.el(
        "details",
        dom.el("summary", t("quote.why")),
        dom.el(
            "p",
            dom.el("span", f"{t('quote.rule')}: ", dom.el("code", _text(row["rule"]))),
            cue if present(row["cue"]) else None,
            dom.el("span", confidence, title=t("quote.confidence_help")),
            dom.el("span", offsets),
        ),
        dom.el(
            "p",
            dom.copy_button(t("quote.cite"), t("link.copied"), text=citation(row)),
            dom.copy_button(t("quote.copy"), t("link.copied"), text=row["text"]),
            dom.copy_button(t("link.copy"), t("link.copied"), href=passage_href(row)),
        ),
        cls="rw-why",
    )


def citation(row: Row) -> str:
    """The quote as one cites it: words, speaker, outlet, day, and where they are stored."""
    return t(
        "quote.cite_pattern",
        text=row["text"],
        speaker=speaker_name(row) or t("quote.unknown"),
        outlet=_text(row["outlet"]),
        day=i18n.day(row["published"]) or t("quote.undated"),
        article=row["article_id"],
        start=row["start"],
        end=row["end"],
    )


def outlet(row: Row) -> dom.Node | None:
    """The outlet of a row, where it is known."""
    return dom.el("bdi", row["outlet"]) if present(row["outlet"]) else None


def present(value: Any) -> bool:
    """Whether a cell of a frame holds something."""
    return value is not None and not pd.isna(value) and value != ""


def _text(value: Any) -> str:
    return str(value) if present(value) else ""
