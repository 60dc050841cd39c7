"""Word documents (DOCX): paragraphs and tables in order, by python-docx."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml.etree import LxmlError

from vigil.ingest.items import MEGABYTE, Item
from vigil.ingest.parts import Parts
from vigil.ingest.unpack import too_large
from vigil.model.errors import Unreadable
from vigil.model.text import ZoneKind

_MAX_UNPACKED = 50 * MEGABYTE  # XML parts only; text of 10 MB packs its formatting around it
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, KeyError, ValueError, AttributeError, TypeError, OSError,
    LxmlError, NotImplementedError, RuntimeError, EOFError,
)  # fmt: skip


def read_docx(item: Item) -> Parts:
    """Text and title. Raises Refused when it unpacks to too much and Unreadable when it is broken.

    The file's own dates are not used: python-docx's template says 2013, and others tell when the file was saved.
    """
    import docx
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(io.BytesIO(item.payload)) as folder:
            size = sum(part.file_size for part in folder.infolist() if part.filename.endswith((".xml", ".rels")))
        if size > _MAX_UNPACKED:
            raise too_large(_MAX_UNPACKED, item=item.key, size=size)
        document = docx.Document(io.BytesIO(item.payload))
        title = document.core_properties.title or ""
        lines = list(_lines(document))
    except (*_BROKEN, OpcError) as error:
        why = str(error) or type(error).__name__
        raise Unreadable(f"damaged DOCX: {why}", item=item.key, advice="open and save the file again") from error
    text = "\n".join(line for line, _ in lines)
    if not text.strip():
        raise Unreadable("the document holds no text", item=item.key, advice="check the file")
    heading = next((line for line, style in lines if style == "Title"), "")
    known = tuple((line, ZoneKind.CAPTION) for line, style in lines if style == "Caption")
    return Parts(text=text, title=" ".join((title or heading).split()), known=known)


def _lines(document: Any) -> list[tuple[str, str]]:
    """Lines with the name of their paragraph style; a table's row is one line."""
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = [" ".join(cell.text.split()) for cell in row.cells]
                found.append((" | ".join(cell for cell in cells if cell), "Table"))
        else:
            found.extend((" ".join(line.split()), str(block.style.name)) for line in block.text.split("\n"))
    return [(line, style) for line, style in found if line]
