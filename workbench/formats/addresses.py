"""The address an article came from, in one spelling: two copies of a link are the same article."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from workbench.errors import BadInput
from workbench.wording import words

LONGEST_ADDRESS = 2000
_PORTS = {"http": 80, "https": 443}
_TRACKING = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga", "_gl", "cmpid", "ref_src"}
)
_TRACKING_PREFIXES = ("utm_", "at_", "pk_", "mtm_")


class BadAddress(BadInput):
    """A source address is not one of the web."""

    hint = words("Copy it from the browser's address bar: it begins with https://.")


def normalise_address(address: str) -> str:
    """Return a web address without what does not tell articles apart.

    Scheme and host in small letters, no default port, fragment or tracking parameters; the path and every
    other parameter stay as they are, in their order.

    Args:
        address: As typed; "" or blank for none.

    Raises:
        BadAddress: It is not an http or https address, or too long.
    """
    address = address.strip()
    if not address:
        return ""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise BadAddress(words("This is not a web address: {error}.", error=error)) from error
    scheme = parts.scheme.lower()
    is_clean = address.isprintable() and " " not in address
    if scheme not in _PORTS or not host or not is_clean:
        raise BadAddress(words("This is not a web address."))
    if len(address) > LONGEST_ADDRESS:
        raise BadAddress(
            words(
                "The address has {n:,} characters; {longest_address:,} is the limit.",
                n=len(address),
                longest_address=LONGEST_ADDRESS,
            )
        )
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[scheme]:
        host = f"{host}:{port}"
    return urlunsplit((scheme, host, parts.path or "/", _without_tracking(parts.query), ""))


def _without_tracking(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _is_tracking(name.lower())]
    return query if len(kept) == len(pairs) else urlencode(kept)


def _is_tracking(name: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
