"""Bytes to text: byte order marks, UTF-8, the declared charset, then a reasoned guess among the Windows code pages."""

from __future__ import annotations

import codecs
import re
import unicodedata

from vigil.ingest.language import classify
from vigil.model.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Code pages that old news pages and files use, and the languages that each was made for.
_GUESSES: tuple[tuple[str, frozenset[str]], ...] = (
    ("cp1252", frozenset({"en", "fr", "de", "es", "it", "pt", "nl", "sv", "no", "da", "fi", "ca"})),
    ("cp1251", frozenset({"ru", "uk", "be", "bg", "sr", "mk"})),
    ("cp1256", frozenset({"ar", "fa", "ur"})),
    ("koi8-r", frozenset({"ru", "bg", "be", "uk"})),
    ("cp1254", frozenset({"tr", "az"})),
)
_SAMPLE = 20_000
_TYPOGRAPHY = frozenset("“”‘’„‚«»‹›–—…•·°№€£\u00a0،؛؟\u200c\u200d\u200e\u200f")
_GIVE = "give text, HTML, PDF, DOCX, JSONL, CSV or WARC"
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
#: U+2028 and U+2029 are not among them: they are space in text from the web, and a short line may hold nothing else odd.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def decode(payload: bytes, *, declared: str = "", item: str) -> tuple[str, tuple[str, ...]]:
    """Text and notes on what had to be guessed or left out. Raises Unreadable for binary and undecodable bytes.

    Line ends become ``\\n``; NUL and other control characters, which no reader can print, are left out and noted.
    """
    if not payload.strip():
        raise Unreadable("empty: there is nothing to read", item=item, advice="get the file again, or remove it")
    text, notes = _decode(payload, declared, item)
    return clean(text, item=item, notes=notes)


def clean(text: str, *, item: str, notes: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    """Decoded text fit to keep: one kind of line end, no control characters. Raises Unreadable when it is binary."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    removed = len(_CONTROLS.findall(text))
    # One character in fifty: damaged text files stay under it, executables and images are far above.
    if removed * 50 > len(text):
        raise Unreadable("binary data, not text", item=item, advice=_GIVE)
    if removed:
        text = _CONTROLS.sub("", text)
        notes = (*notes, f"{removed} control character(s) such as NUL were left out of the text")
    return text, notes


def printable(words: str) -> str:
    """A title or a name as a page gives it, fit to keep: one line without control characters or lone surrogates.

    Character references (``&#27;``) and JSON and YAML escapes bring in what the page's bytes do not show.
    """
    return " ".join(_CONTROLS.sub(" ", words).encode("utf-8", "replace").decode("utf-8").split())


def detect(sample: bytes, *, item: str) -> str:
    """The encoding of a stream, told by its first piece (which may end inside a character). Raises Unreadable."""
    if not sample.strip():
        return "utf-8"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
        return "utf-8"
    except UnicodeDecodeError:
        pass
    _refuse_binary(sample, item)
    return _guess(sample, item)[0]


def _decode(payload: bytes, declared: str, item: str) -> tuple[str, tuple[str, ...]]:
    for mark, name in _MARKS:
        if payload.startswith(mark):
            return _strict(payload, name, item), ()
    wide = _wide(payload)
    if wide:
        return _strict(payload, wide, item), ()
    try:
        return payload.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    known = _known(declared)
    if known and known != "utf-8":
        try:
            return payload.decode(known), ()
        except UnicodeDecodeError:
            pass
    _refuse_binary(payload, item)
    name, text = _guess(payload, item)
    return text, (f"the encoding was guessed: {name}",)


def _refuse_binary(payload: bytes, item: str) -> None:
    """The same measure as in ``clean``, on bytes that are in no Unicode encoding."""
    if len(_CONTROL_BYTES.findall(payload)) * 50 > len(payload):
        raise Unreadable("binary data, not text", item=item, advice=_GIVE)


def _strict(payload: bytes, name: str, item: str) -> str:
    try:
        return payload.decode(name)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"not valid {name} at byte {error.start}", item=item, advice="save the file again as UTF-8"
        ) from error


def _wide(payload: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte of Latin text is zero."""
    sample = payload[:4096]
    pairs = len(sample) // 2
    if pairs < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd * 10 > pairs * 7 and even * 20 < pairs:
        return "utf-16-le"
    return "utf-16-be" if even * 10 > pairs * 7 and odd * 20 < pairs else ""


def _known(name: str) -> str:
    try:
        # Bytes codecs such as "hex" are known to Python too but are no charsets.
        found = codecs.lookup(name.strip().strip("\"'")).name if name else ""
        b"".decode(found or "ascii")
    except (LookupError, ValueError):
        return ""
    # Pages that declare Latin-1 mean Windows-1252 (WHATWG Encoding Standard).
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _guess(payload: bytes, item: str) -> tuple[str, str]:
    """Name of the likeliest code page and the text by it."""
    best = (0.0, "", "")
    for name, languages in _GUESSES:
        try:
            text = payload.decode(name)
        except UnicodeDecodeError:
            continue
        score = _plausible(text[:_SAMPLE], languages)
        if score > best[0]:
            best = (score, name, text)
    # 0.3: right guesses in the tests score 0.9 and more, wrong code pages under 0.2.
    if best[0] < 0.3:
        raise Unreadable("its character encoding cannot be told", item=item, advice="save the file again as UTF-8")
    return best[1], best[2]


def _plausible(text: str, languages: frozenset[str]) -> float:
    """How well text reads as one of the languages: the classifier's certainty less odd words and symbols."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    symbols = [char for char in text if ord(char) > 127 and not char.isalpha()]
    strange = sum(1 for char in symbols if char not in _TYPOGRAPHY)
    if _CONTROLS.search(text) or strange * 20 > len(words) + len(symbols):
        return 0.0
    if not words:  # English with curly quotes
        return 1.0 if "en" in languages else 0.0
    odd = sum(1 for word in words if _mixed(word))
    letters = sum(map(len, re.findall(r"[^\W\d_]+", text)))
    foreign = sum(1 for char in text if ord(char) > 127 and char.isalpha())
    if "en" in languages and foreign * 5 > letters * 2:  # no Latin-script language has 40 % accented letters
        return 0.0
    language, certainty = classify(text)
    fits = certainty if language in languages else 0.1
    return fits * (1 - odd / len(words))


def _mixed(word: str) -> bool:
    """Letters of two scripts in one word, or a small letter before a capital: signs of a wrong code page."""
    scripts = {unicodedata.name(char, "?").split()[0] for char in word if char.isalpha()}
    return len(scripts) > 1 or re.search(r"[a-zа-яё][A-ZА-ЯЁ]", word) is not None
