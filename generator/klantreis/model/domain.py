"""The domain of a host: the part of it that one organisation has to itself."""

from typing import Final

_SHARED: Final = frozenset(
    """
    github.io gitlab.io bitbucket.io codeberg.page sourceforge.io readthedocs.io gitbook.io
    netlify.app pages.dev workers.dev vercel.app now.sh web.app firebaseapp.com appspot.com run.app
    herokuapp.com onrender.com fly.dev deno.dev surge.sh render.com glitch.me replit.app
    azurewebsites.net azurestaticapps.net windows.net azureedge.net cloudapp.net amazonaws.com
    amplifyapp.com cloudfront.net digitaloceanspaces.com ondigitalocean.app b-cdn.net
    wordpress.com blogspot.com blogspot.nl blogspot.be wixsite.com wixstudio.io weebly.com webflow.io
    squarespace.com myshopify.com jouwweb.nl jouwweb.be webnode.nl webnode.be webnode.page mijnwebwinkel.nl
    jimdosite.com jimdofree.com strikingly.com carrd.co framer.website framer.app hs-sites.com
    substack.com tumblr.com medium.com ghost.io notion.site sharepoint.com
    """.split()
)
"""Where many have a host each, as far as they are well known"""
_SECOND: Final = frozenset("ac co com edu gov net org".split())
"""What stands between a name and a country: `trap.co.uk`"""


def owned(host: str) -> str:
    """Return what of `host` one organisation has to itself; nothing where that is at most the host alone.

    `winkel.trap.nl` is `trap.nl`'s, `blog.trap.co.uk` is `trap.co.uk`'s; what `trap.github.io` has to
    itself is that and what stands below it.
    """
    labels = host.removeprefix("www.").split(".")
    size = _suffix(labels)
    if len(labels) <= size or labels[-1].isdigit():
        return ""
    return ".".join(labels if _is_shared(labels) else labels[-size - 1 :])


def own_labels(host: str) -> list[str]:
    """Return the parts of `host` that somebody chose: all before `.nl`, `.co.uk` or `.github.io`."""
    labels = host.split(".")
    return labels[: -_suffix(labels)]


def _is_shared(labels: list[str]) -> bool:
    return ".".join(labels[-2:]) in _SHARED


def _suffix(labels: list[str]) -> int:
    """Return how many of the last parts are nobody's own."""
    is_second = len(labels) > 1 and len(labels[-1]) == 2 and labels[-2] in _SECOND
    return 2 if is_second or _is_shared(labels) else 1
