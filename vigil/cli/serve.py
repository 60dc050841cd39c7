"""The command that serves the record over HTTP: ``vigil serve``."""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli.common import DB, AsJson, Db, Theatre, emit, note, open_record, theatre_folders
from vigil.model.errors import Misuse

if TYPE_CHECKING:
    from fastapi import FastAPI

    from vigil.store import Store


#: Requests a second that one address may go on with on a public server, where VIGIL_RATE does not say otherwise.
PUBLIC_RATE = 20


def serve(
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; this machine only unless set.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0 picks a free one.")] = 8470,
    public: Annotated[
        bool, typer.Option("--public", help="For others to read: names of private persons withheld, accounts needed.")
    ] = False,
    show: Annotated[bool, typer.Option("--open", help="Open it in a browser, where there is a screen.")] = False,
    tiles: Annotated[
        str,
        typer.Option(
            "--tiles",
            envvar="VIGIL_TILES",
            metavar="FILE.pmtiles",
            help="A detailed map under the record: a PMTiles file, or a tile server's https://HOST/{z}/{x}/{y}.png.",
        ),
    ] = "",
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Serve the record: the map, its pages, and the interface for programs.

    Only this machine can reach it, and no account is needed, unless --host or --public say otherwise.

    Example: vigil serve --db war.db --open
    """
    from vigil.api.server import Server

    store = open_record(db)
    if (public or not is_loopback(host)) and not has_accounts(store):
        raise Misuse(
            "others could reach this server, and the record has no accounts",
            item=host,
            advice="make one first with: vigil account add NAME --role admin; or leave out --public and --host",
        )
    app = build_app(store, theatre, public=public, tiles=tiles)
    listener = listen(host, port)
    address = f"http://{shown(host)}:{listener.getsockname()[1]}/"
    emit({"address": address}) if as_json else print(address)
    sys.stdout.flush()
    note("The record is served there; Ctrl-C ends it.")
    if show and has_screen():
        webbrowser.open(address)
    Server(app).run(sockets=[listener])


def build_app(store: Store, theatre: list[str] | None, *, public: bool, tiles: str = "") -> FastAPI:
    """The application with the theatre packs and outlets of the settings and the command.

    ``tiles``: a PMTiles file, or a tile server's address; raises Misuse for what is neither."""
    from vigil.api.app import build
    from vigil.api.middleware import Rate
    from vigil.api.tiles.source import tiles_of
    from vigil.engine.refresh import packs_of_record
    from vigil.reference.tables import Reference
    from vigil.settings import Settings

    settings = Settings.from_env()
    folders = [*settings.theatres, *theatre_folders(theatre)] or packs_of_record(store)
    reference = Reference.load(folders, index=settings.index)
    per_second = settings.rate or (PUBLIC_RATE if public else 0)
    rate = Rate(per_second, settings.burst) if per_second else None
    return build(
        store,
        theatres=tuple(reference.theatres.values()),
        outlets=reference.outlet_names,
        public=public,
        rate=rate,
        map_tiles=tiles_of(tiles) if tiles else None,
        index=reference.places.index,
        registry=reference.actors,
    )


def has_accounts(store: Store) -> bool:
    """Whether anybody could sign in."""
    from vigil.store.accounts import Accounts

    return Accounts(store).any()


def is_loopback(host: str) -> bool:
    """True for addresses that only this machine can reach."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises Misuse when the address is taken or is not this machine's."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(where)
            listener.listen()  # callers wait in line from here on: the address is told before the server runs
        except OSError:
            listener.close()
            raise
    except OSError as error:
        raise Misuse(
            f"cannot listen on {host}:{port}: {error.strerror or error}",
            item=f"{host}:{port}",
            advice="choose another --port (0 picks a free one) or --host",
        ) from error
    return listener


def shown(host: str) -> str:
    """A host as an address has it."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def has_screen() -> bool:
    """True where a browser could be shown."""
    return (
        os.name == "nt" or Path("/System/Library").is_dir() or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    )
