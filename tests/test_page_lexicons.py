"""The word lists of the page stage: header, order, no form twice, nothing that folds to nothing."""

from __future__ import annotations

import pytest

from core.page.lexicon import FOLDER, phrases, read_forms, words_of
from core.text.fold import fold_key

LISTS = sorted(path.name for path in FOLDER.glob("*.txt"))


def test_there_are_lists() -> None:
    assert "cross_link.txt" in LISTS


@pytest.mark.parametrize("name", LISTS)
def test_list_is_in_order(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert text.startswith("# ") and "Licence: MIT" in text.split("\n\n")[0]
    forms = read_forms(name)
    keys = [words_of(fold_key(form)) for form in forms]
    assert all(keys), "a form without words"
    assert list(forms) == sorted(forms)
    twice = {key for key in keys if keys.count(key) > 1}
    assert not twice
    assert phrases(name.removesuffix(".txt")).phrases == set(keys)


def test_no_phrase_of_the_site_is_a_label_of_the_story() -> None:
    labels = phrases("credit", "byline", "stamp_labels").phrases
    assert not labels & phrases("furniture_whole").phrases
