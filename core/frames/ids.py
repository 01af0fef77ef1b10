"""Ids of speakers: an entity, a class of unnamed sources, or a name that no entity stands for."""

from __future__ import annotations

from core.model import Attribution, Mention
from core.text.fold import fold_key

JOINT = "؛ "
"""What stands between the names of joint speakers."""

UNNAMED_NAMES = {
    "unspecified": ("مصدر لم يُسمَّ", "Unnamed source"),
    "official": ("مسؤول لم يُسمَّ", "Unnamed official"),
    "military": ("مصدر عسكري", "Military source"),
    "security": ("مصدر أمني", "Security source"),
    "diplomatic": ("مصدر دبلوماسي", "Diplomatic source"),
    "medical": ("مصدر طبي", "Medical source"),
    "judicial": ("مصدر قضائي", "Judicial source"),
    "parliamentary": ("مصدر برلماني", "Parliamentary source"),
    "political": ("مصدر سياسي", "Political source"),
    "economic": ("مصدر اقتصادي", "Economic source"),
    "eyewitness": ("شهود عيان", "Eyewitnesses"),
    "informed": ("مصدر مطلع", "Informed source"),
    "expert": ("خبير لم يُسمَّ", "Unnamed expert"),
    "media": ("وسائل إعلام", "Unnamed media"),
    "rights": ("مصدر حقوقي", "Rights group source"),
    "local": ("مصدر محلي", "Local source"),
}
"""What a class of unnamed sources is called; a class not listed goes by its description."""

_LONGEST_KEY = 120


def named_speaker_id(name: str) -> str:
    """The id of a speaker that no entity stands for: the folded name.

    >>> named_speaker_id("رئيسة اللجنة")
    'name:رءيسه اللجنه'
    """
    return "name:" + (fold_key(name)[:_LONGEST_KEY].strip() or "?")


def speaker_ids(
    attribution: Attribution, mentions: tuple[Mention, ...]
) -> tuple[tuple[str, str], ...]:
    """Id and name of every speaker of a quote: one each for joint speakers, none if unknown.

    An unnamed source's id is its class; a joint speaker is looked up among the mentions of
    the article.
    """
    name = attribution.speaker_name
    if name is None:
        return ()
    if attribution.unnamed_class or attribution.speaker_kind == "unnamed":
        return ((f"unnamed:{attribution.unnamed_class or 'unspecified'}", name),)
    names = [part for part in name.split(JOINT) if part.strip()]
    if len(names) <= 1:
        return ((attribution.speaker_entity_id or named_speaker_id(name), name),)
    known = {mention.name: mention.entity_id for mention in mentions}
    found = {known.get(part) or named_speaker_id(part): part for part in names}
    return tuple(found.items())
