"""After a decision: events and states computed anew, with the packs that the record was made with and no reader loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vigil.engine.rooms import furnish_record
from vigil.engine.tools import RecordTools
from vigil.model.errors import Misuse
from vigil.reference.tables import Reference
from vigil.store import Store


def packs_of_record(store: Store) -> list[Path]:
    """Folders of the packs, beside the shipped ones, that the record was last run with.

    Raises Misuse when one is gone: without its outlets and aliases, events would come out otherwise.
    """
    folders = [Path(line) for line in store.view().meta().get("theatres", "").splitlines() if line]
    for folder in folders:
        if not (folder / "theatre.yaml").is_file():
            raise Misuse(
                f"the theatre pack {folder} that the record was made with is gone",
                item=str(folder),
                advice="give where it is now with --theatre",
            )
    return folders


def tools_for(store: Store, folders: Sequence[Path] = (), *, index: Path | None = None) -> RecordTools:
    """What ``recompute`` needs. ``folders``: theatre packs; none given, those that the record was last run with."""
    return furnish_record(Reference.load(folders or packs_of_record(store), index=index))
