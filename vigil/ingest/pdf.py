"""PDF: pages' text by pypdf, ligatures and Arabic forms folded (NFKC), broken lines joined to paragraphs."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
import zlib

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from vigil.ingest.items import Item
from vigil.ingest.parts import Parts
from vigil.model.errors import Unreadable

_MAX_PAGES = 500
_MAX_TEXT = 5_000_000  # characters
# What broken files make the parser raise beside its own errors (pypdf walks untrusted objects as dicts and numbers).
_BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError, OSError,
    NotImplementedError, AssertionError, ZeroDivisionError, zlib.error, MemoryError,
)  # fmt: skip
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # known noise: it repairs as it goes and tells of each repair


def read_pdf(item: Item) -> Parts:
    """Text and title of a PDF. Raises Unreadable for locked and broken files and for scans without text.

    The file's own dates are not used: they tell when the file was made, not when the report was published.
    """
    try:
        reader = PdfReader(io.BytesIO(item.payload))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("locked by a password", item=item.key, advice="save it without the password")
        count = len(reader.pages)
        pages = []
        for page in reader.pages[:_MAX_PAGES]:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > _MAX_TEXT:
                break
        title = str((reader.metadata.title if reader.metadata else "") or "").strip()
    except _BROKEN as error:
        why = str(error) or type(error).__name__
        raise Unreadable(f"damaged PDF: {why}", item=item.key, advice="get the file again") from error
    text = paragraphs(unicodedata.normalize("NFKC", "\n\n".join(pages)))
    if not text.strip():
        raise Unreadable("the PDF holds no text (a scan?)", item=item.key, advice="run OCR on it first")
    cut = len(pages) < count
    notes = (f"only the first {len(pages)} of {count} pages were read",) if cut else ()
    good_title = title if not re.search(r"\.(?:docx?|indd|qxd|pdf|pages)$|^untitled", title, re.IGNORECASE) else ""
    return Parts(text=text, title=" ".join(good_title.split()), notes=notes)


def paragraphs(text: str) -> str:
    """Join lines broken for the page's width: a line goes on when it is nearly as long as the longest and its last
    character ends no sentence, or the next begins with a small letter; "-" before a small letter is a broken word."""
    result: list[str] = []
    lines = [" ".join(line.split()) for line in text.split("\n")]
    width = max(map(len, lines), default=0)
    open_line = False
    for line in lines:
        if not line:
            open_line = False
            continue
        if open_line and result:
            if re.search(r"[^\W\d_]-$", result[-1]) and line[0].islower():
                result[-1] = result[-1][:-1] + line
            else:
                result[-1] += " " + line
        else:
            result.append(line)
        open_line = len(line) * 10 >= width * 7 or line[-1] in ",;-"
    return "\n".join(result)
