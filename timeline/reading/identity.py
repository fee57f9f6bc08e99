"""Keys of articles and outlets, from their content: stable across runs and machines.

What comes in: addresses, ids, names, texts. What goes out: ``ar_``, ``av_`` and ``so_`` keys. Reading something twice
gives the same keys.
"""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_DIGITS = 16
#: Parameters of an address that say how a reader came, not what is read.
_TRACKING = frozenset(
    [
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "yclid",
        "igshid",
        "mc_cid",
        "mc_eid",
        "cmpid",
        "cmp",
        "ito",
        "ref",
        "referrer",
        "ref_src",
        "ref_url",
        "smid",
        "smtyp",
        "s_cid",
        "ncid",
        "ocid",
        "sr_share",
        "at_medium",
        "at_campaign",
        "at_custom1",
        "at_custom2",
        "at_custom3",
        "at_custom4",
        "xtor",
        "share",
        "outputtype",
    ]
)
_PORTS = {"http": 80, "https": 443}


def canonical_address(url: str) -> str | None:
    """The address without what does not identify the page; None when it is no web address.

    >>> canonical_address("HTTPS://Beacon.example:443/a/?utm_source=rss&id=7#top")
    'https://beacon.example/a?id=7'
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return None
    host = parts.hostname.lower()
    if port is not None and port != _PORTS[parts.scheme.lower()]:
        host = f"{host}:{port}"
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in _TRACKING and not name.lower().startswith("utm_")
    ]
    path = parts.path.rstrip("/")
    return urlunsplit((parts.scheme.lower(), host, path, urlencode(sorted(kept)), ""))


def domain_of(url: str) -> str | None:
    """The host of an address without ``www.``."""
    address = canonical_address(url)
    return None if address is None else urlsplit(address).netloc.removeprefix("www.")


def article_key(*, url: str | None, record_id: str | None, outlet: str | None, text: str) -> str:
    """The key of an article: of its address, else of its own id and outlet, else of its text.

    ``http`` and ``https``, with and without ``www.``, are one address.
    """
    address = canonical_address(url) if url else None
    if address is not None:
        return "ar_" + digest("url", address.split("://", 1)[1].removeprefix("www."))
    if record_id:
        return "ar_" + digest("record", (outlet or "").casefold(), record_id)
    return "ar_" + digest("text", text)


def version_key(*, title: str | None, text: str, correction: str | None = None) -> str:
    """The key of one version of an article: another text, title or note of correction, another version."""
    return "av_" + digest(title or "", text, correction or "")


def outlet_key(name: str) -> str:
    """The key of an outlet; a leading article and the case of letters do not matter."""
    return "so_" + digest(name.casefold().removeprefix("the ").strip())


def digest(*parts: str) -> str:
    """The first sixteen hexadecimal digits of SHA-256 over the parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
