"""Which network addresses may be called: public ones only, through every disguise that IPv6 knows for IPv4."""

from __future__ import annotations

import ipaddress
import socket

from vigil.model.errors import BadSource, Refused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = ipaddress.IPv6Network("::/96")


def look_up(host: str, port: int) -> list[str]:
    """The system's answer for a host, numbers included ("0x7f.1" too). Raises BadSource when there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BadSource(f"the host {host} cannot be found: {error}", item=host, advice="check the address") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def problem(text: str) -> str:
    """Why an address must not be called, "" when it may (RFC 6890 registries, RFC 6052, RFC 3056, RFC 4380)."""
    try:
        address: Address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return "not an address"
    for inner in _embedded(address):
        if why := problem(str(inner)):
            return f"{why}, inside an IPv6 address"
    if address.is_loopback:
        return "loopback"
    if address.is_link_local:
        return "link-local"
    if address.is_multicast:
        return "multicast"
    if address.is_unspecified:
        return "unspecified"
    if isinstance(address, ipaddress.IPv6Address) and (address in _COMPATIBLE or address.is_site_local):
        return "reserved"
    if isinstance(address, ipaddress.IPv6Address) and list(_embedded(address)):
        return ""  # a public IPv4 address in IPv6 dress
    if address.is_reserved:
        return "reserved"
    return "" if address.is_global else "private"


def _embedded(address: Address) -> list[ipaddress.IPv4Address]:
    """IPv4 addresses carried in an IPv6 one: mapped, 6to4, Teredo (server and client), NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in network for network in _NAT64):
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [inner for inner in found if inner is not None]


def check(host: str, addresses: list[str], url: str) -> list[str]:
    """The addresses, when all of them are public. Raises Refused if a single one is not.

    One private answer among public ones is how a rebinding name looks, so it is not just left out.
    """
    for address in addresses:
        if why := problem(address):
            raise Refused(
                f"{host} is a {why} address ({address}), which is not fetched",
                item=url,
                advice="use --allow-private if you trust this address",
            )
    return addresses
