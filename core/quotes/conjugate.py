"""All inflections of an Arabic verb that news prose uses, from its two root forms.

From the third person masculine singular of perfect and imperfect follow, by the classes of the
last radicals (sound, hollow, defective), the third persons and the first persons of both tenses,
the jussive after لم, and the active participle with its accusative. The second person is left out:
no paper reports with it. Forms are unvocalised; who matches folds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Gender = Literal["m", "f"]
Number = Literal["s", "d", "p"]
Mood = Literal["perfect", "imperfect", "participle", "masdar"]


@dataclass(frozen=True, slots=True)
class Inflection:
    """One form of a verb; ``gender`` and ``number`` agree with its subject.

    ``None`` means that the form does not tell: a first person has no gender.
    """

    form: str
    mood: Mood
    gender: Gender | None
    number: Number | None
    person: Literal[1, 3] = 3


def inflections(
    perfect: str, imperfect: str, participle: str | None, masdar: str | None
) -> Iterator[Inflection]:
    """Every form of one verb. ``participle`` "-" is derived from the imperfect.

    >>> [i.form for i in inflections("دعا", "يدعو", None, None) if i.mood == "perfect"]
    ['دعا', 'دعت', 'دعوا', 'دعيا', 'دعتا', 'دعون', 'دعوت', 'دعونا']
    """
    yield from _perfects(perfect, imperfect)
    yield from _imperfects(imperfect)
    if participle is not None:
        stem = "م" + imperfect[1:] if participle == "-" else participle
        yield from _participles(stem)
    if masdar is not None:
        yield Inflection(masdar, "masdar", None, None)


def _perfects(perfect: str, imperfect: str) -> Iterator[Inflection]:
    stem, short = _perfect_stems(perfect, imperfect)
    defective = perfect[-1] in "اى" and len(perfect) > 2
    plural = stem + "وا"
    dual = f"{stem}{_weak_radical(perfect, imperfect)}ا" if defective else f"{perfect}ا"
    yield Inflection(perfect, "perfect", "m", "s")
    yield Inflection(f"{stem}ت", "perfect", "f", "s")
    yield Inflection(plural, "perfect", "m", "p")
    yield Inflection(dual, "perfect", "m", "d")
    yield Inflection(f"{stem}تا", "perfect", "f", "d")
    yield Inflection(f"{short}ن", "perfect", "f", "p")
    yield Inflection(f"{short}ت", "perfect", None, "s", 1)
    yield Inflection(f"{short}نا", "perfect", None, "p", 1)


def _perfect_stems(perfect: str, imperfect: str) -> tuple[str, str]:
    """The stem before vowel endings and the one before consonant endings."""
    if perfect[-1] in "اى" and len(perfect) > 2:
        radical = "و" if imperfect.endswith("و") and perfect.endswith("ا") else "ي"
        return perfect[:-1], perfect[:-1] + radical
    if _is_hollow(perfect):
        return perfect, perfect[:-2] + perfect[-1]
    return perfect, perfect


def _weak_radical(perfect: str, imperfect: str) -> str:
    # News prose writes both دعوا and دعيا for the dual; the second cannot be taken for a plural.
    return "ي"


def _is_hollow(perfect: str) -> bool:
    """قال، أشار، أجاب، استفاد: a long ā before the last radical of a form that has one."""
    return perfect[-2:-1] == "ا" and (len(perfect) == 3 or perfect[0] in "أا")


def _imperfects(imperfect: str) -> Iterator[Inflection]:
    body = imperfect[1:]
    bare = body[:-1] if body[-1] in "ىوي" else body
    dual = {"ى": bare + "ي", "و": body, "ي": body}.get(body[-1], body)
    yield Inflection(imperfect, "imperfect", "m", "s")
    yield Inflection(f"ت{body}", "imperfect", "f", "s")
    yield Inflection(f"ي{bare}ون", "imperfect", "m", "p")
    yield Inflection(f"ي{bare}وا", "imperfect", "m", "p")
    yield Inflection(f"ي{dual}ان", "imperfect", "m", "d")
    yield Inflection(f"ت{dual}ان", "imperfect", "f", "d")
    yield Inflection(f"أ{body}", "imperfect", None, "s", 1)
    yield Inflection(f"ن{body}", "imperfect", None, "p", 1)
    for jussive in _jussives(body):
        yield Inflection(f"ي{jussive}", "imperfect", "m", "s")
        yield Inflection(f"ت{jussive}", "imperfect", "f", "s")


def _jussives(body: str) -> Iterator[str]:
    """لم يقل، لم ينف: the long vowel of a weak verb is lost."""
    if len(body) >= 3 and body[-2] in "وي" and body[-1] not in "ىوي":
        yield body[:-2] + body[-1]
    if body[-1] in "ىوي" and len(body) >= 3:
        yield body[:-1]


def _participles(stem: str) -> Iterator[Inflection]:
    base = stem[:-1] if stem[-1] in "يى" and len(stem) > 3 else stem
    weak = base != stem or (len(stem) == 3 and stem[1] == "ا")
    inner = base + "ي" if weak else base
    yield Inflection(base, "participle", "m", "s")
    yield Inflection(f"{inner}ا", "participle", "m", "s")
    yield Inflection(f"{inner}ة", "participle", "f", "s")
    yield Inflection(f"{base}ين", "participle", "m", "p")
    yield Inflection(f"{base}ون", "participle", "m", "p")
    yield Inflection(f"{inner}ان", "participle", "m", "d")
    yield Inflection(f"{inner}تين", "participle", "f", "d")
    yield Inflection(f"{inner}ات", "participle", "f", "p")
