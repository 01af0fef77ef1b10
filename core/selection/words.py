"""A selection in words, Arabic or English: the caption above a page and of an export."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from core.selection.params import Language
from core.selection.value import Selection

_AND = {"ar": " و", "en": " and "}
_OR = {"ar": " أو ", "en": " or "}
_SEPARATOR = {"ar": "؛ ", "en": "; "}
_ALL = {"ar": "كل المواد", "en": "All articles"}

_PHRASES: dict[str, dict[Language, str]] = {
    "outlets": {"ar": "في {}", "en": "in {}"},
    "entities": {"ar": "تذكر {}", "en": "mentioning {}"},
    "words": {"ar": "فيها «{}»", "en": "with the words “{}”"},
    "speakers": {"ar": "القائل {}", "en": "said by {}"},
    "about": {"ar": "أقوال تذكر {}", "en": "quotes about {}"},
    "kinds": {"ar": "اقتباس {}", "en": "{} quotes"},
    "stances": {"ar": "بصيغة {}", "en": "put as: {}"},
    "unnamed": {"ar": "مصادر غير مسماة: {}", "en": "unnamed sources: {}"},
    "carriers": {"ar": "نقلًا عن {}", "en": "through {}"},
}
_VALUES: dict[Language, dict[str, str]] = {
    "en": {},
    "ar": {
        "direct": "مباشر",
        "indirect": "غير مباشر",
        "says": "القول",
        "announces": "الإعلان",
        "claims": "الزعم",
        "denies": "النفي",
        "confirms": "التأكيد",
        "warns": "التحذير",
        "threatens": "التهديد",
        "promises": "الوعد",
        "demands": "المطالبة",
        "asks": "السؤال",
        "accuses": "الاتهام",
        "praises": "الإشادة",
        "criticises": "الانتقاد",
        "expects": "التوقع",
        "admits": "الإقرار",
        "reports": "النقل",
    },
}
_MONTHS: dict[Language, tuple[str, ...]] = {
    "en": tuple(
        "January February March April May June July August September October November "
        "December".split()
    ),
    "ar": tuple(
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
    ),
}


def describe(selection: Selection, names: Mapping[str, str], lang: Language) -> str:
    """The selection as one line; ``names`` gives the label of an outlet, entity or speaker id.

    An id without a label stands for itself, a ``name:`` speaker for the name.

    >>> describe(Selection(outlets=("nile",), words="ميناء"), {"nile": "Nile Post"}, "en")
    'in Nile Post; with the words “ميناء”'
    """
    said = [_days(selection.begin, selection.end, lang)]
    for part, phrases in _PHRASES.items():
        value = getattr(selection, part)
        if not value:
            continue
        joint = _AND[lang] if part == "entities" else _OR[lang]
        values = (value,) if isinstance(value, str) else value
        said.append(phrases[lang].format(joint.join(_label(v, names, lang) for v in values)))
    said_days = _days(selection.said_begin, selection.said_end, lang)
    if said_days:
        said.append(("قيل {}" if lang == "ar" else "said {}").format(said_days))
    if selection.undated:
        said.append("بلا تاريخ نشر" if lang == "ar" else "without a date of publication")
    if not selection.copies:
        said.append("من دون النسخ المكررة" if lang == "ar" else "copies left out")
    return _SEPARATOR[lang].join(filter(None, said)) or _ALL[lang]


def _days(begin: dt.date | None, end: dt.date | None, lang: Language) -> str:
    if begin and end:
        if begin == end:
            return ("يوم {}" if lang == "ar" else "on {}").format(_day(begin, lang))
        phrase = "من {} إلى {}" if lang == "ar" else "{} to {}"
        return phrase.format(_day(begin, lang), _day(end, lang))
    if begin:
        return ("منذ {}" if lang == "ar" else "since {}").format(_day(begin, lang))
    if end:
        return ("حتى {}" if lang == "ar" else "until {}").format(_day(end, lang))
    return ""


def _day(day: dt.date, lang: Language) -> str:
    return f"{day.day} {_MONTHS[lang][day.month - 1]} {day.year}"


def _label(value: str, names: Mapping[str, str], lang: Language) -> str:
    if value in names:
        return names[value]
    return _VALUES[lang].get(value, value.removeprefix("name:").removeprefix("unnamed:"))
