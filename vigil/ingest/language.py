"""Which language a text is in, by py3langid (BSD; 140 labels), with the page's own word for it as the prior."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from vigil.model.text import language_code

#: Dialect and near-language labels of the classifier to the written language that a reader is trained for.
_LABELS = {"ary": "ar", "arz": "ar", "apc": "ar", "wuu": "zh", "sdh": "ckb", "nb": "no", "nn": "no", "prs": "fa"}
_NAMES = {
    "english": "en", "arabic": "ar", "russian": "ru", "french": "fr", "turkish": "tr", "ukrainian": "uk",
    "persian": "fa", "hebrew": "he", "spanish": "es", "german": "de",
}  # fmt: skip
_SAMPLE = 4_000  # characters; longer samples did not change a label


@cache
def _identifier() -> Any:
    """The model, loaded once at the first text (half a second, 130 MB)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def classify(text: str) -> tuple[str, float]:
    """The likeliest language and its probability; ("zxx", 1.0) for text without letters."""
    sample = text[:_SAMPLE]
    if not any(map(str.isalpha, sample)):
        return "zxx", 1.0
    label, certainty = _identifier().classify(sample)
    return _LABELS.get(label, label), float(certainty)


def identify(text: str, prior: str = "") -> str:
    """ISO 639 code, "zxx" for no language, "" when it cannot be told.

    ``prior`` is what the page or the user says ("en-GB", "English"). It decides where the text itself leaves doubt:
    pages say "en" on top of Arabic text often enough that it cannot decide alone.
    """
    expected = normal(prior)
    letters = sum(map(str.isalpha, text[:_SAMPLE]))
    if not letters:
        return "zxx"
    found, certainty = classify(text)
    if expected and (letters < 20 or certainty < 0.9):
        return expected
    if letters < 3 or certainty < 0.2:
        return ""
    return found


def normal(label: str) -> str:
    """A language tag or English name to its code: "en-GB" -> "en", "Arabic" -> "ar"; "" when it is neither, or "und"."""
    lowered = label.strip().lower()
    if lowered in _NAMES:
        return _NAMES[lowered]
    code = language_code(label)
    return _LABELS.get(code, code) if re.fullmatch("[a-z]{2,3}", code) else ""
