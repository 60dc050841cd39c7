"""Write the small world's binary files: one .docx, one page cut off in its gzip, and one exact duplicate.

The products are committed; run this again (``python -m tests.world.make_binary``) only when the texts change. Same
bytes every time: the zip's clock and the gzip's are fixed.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from docx import Document

ARTICLES = Path(__file__).parent / "articles"
TITLE = "Ferry hits sea mine on Kelmora's south coast; four people die"
PARAGRAPHS = (
    (
        "ORVETH, Kelmora (Meridian Press) - A passenger ferry struck a sea mine off Orveth on Friday, killing four "
        "people and wounding 17, the Orveth port authority said."
    ),
    (
        "The Sea Holly had left the harbour at 7:40 a.m. for Kaldry with 112 passengers on board, the port "
        "authority said. The mine tore open the bow below the waterline, and the master ran the ship onto a "
        "sandbank, where fishing boats took the passengers off."
    ),
    (
        "The dead were three members of the crew and a schoolteacher from Kaldry, the authority said in a "
        "statement. The wounded were taken to the municipal hospital in Orveth, most of them with broken bones and "
        "cuts from flying glass."
    ),
    "It was not clear who had laid the mine, and no group spoke for it by Friday evening.",
    (
        "The ferry is the only regular public link between Orveth and Kaldry, because the bus line along the Coast "
        "Road was given up in January."
    ),
    (
        "Drifting mines have been a danger to small boats since the first months of the war. Fishermen in Orveth "
        "keep a chart in the harbour office on which each find is marked with a red pin."
    ),
    "Meridian Press; edited by Open Strait",
)


def ferry() -> bytes:
    """Open Strait's edit of the agency's ferry report, as its desk sent it out."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = TITLE, "Meridian Press"
    properties.comments, properties.language = "Open Strait", "en"
    properties.created = properties.modified = datetime(2031, 4, 11, 19, 10, tzinfo=UTC)
    document.add_heading(TITLE, level=1)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    steady = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(steady, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name, (2031, 4, 11, 19, 10, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return steady.getvalue()


def cut_off() -> bytes:
    """A gzipped page whose second half was lost."""
    page = (ARTICLES / "0421-herald-velmist.html").read_bytes().replace(b"velmist-home", b"velmist-column")
    whole = gzip.compress(page, mtime=0)
    return whole[: len(whole) // 2]


def main() -> None:
    """Write all three."""
    (ARTICLES / "0411-open-strait-ferry.docx").write_bytes(ferry())
    (ARTICLES / "0422-herald-column.html.gz").write_bytes(cut_off())
    (ARTICLES / "0424-saved-twice.html").write_bytes((ARTICLES / "0424-meridian-brennock.html").read_bytes())


if __name__ == "__main__":
    main()
