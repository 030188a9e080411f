"""A preview from a fork, made unable to act: strangers' scripts must not run at the address of the public site.

Every page of ours works without scripts, so a fork's preview loses its settings panel and little else. Source of the
rule: HTML Standard, "content security policy state": a policy in a page holds for all that follows it.
Standard library only.
"""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

from macros.errors import excerpt
from macros.publishing.pull_requests.archive import RefusedPreview

# Before everything else: a parser reads it as the first element of the page's head, whatever follows.
FIRST = (
    b'<!doctype html><meta charset="utf-8">'
    b"<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; object-src 'none'; "
    b"frame-src 'none'; worker-src 'none'; base-uri 'none'; form-action 'none'\">"
    b'<meta name="robots" content="noindex,nofollow">'
)
_SCRIPTS = (".js", ".map")
_XML = (".svg", ".xml", ".atom")
_PICTURE = frozenset({
    "animate", "circle", "clippath", "defs", "desc", "ellipse", "g", "line", "lineargradient", "mask", "metadata",
    "path", "pattern", "polygon", "polyline", "radialgradient", "rect", "stop", "style", "svg", "symbol", "text",
    "title", "tspan", "use",
})  # fmt: skip
_SVG = "http://www.w3.org/2000/svg"
_LISTS = frozenset({"http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/2005/Atom"})


def make_passive(folder: Path) -> None:
    """Take every script out of an unpacked preview, and forbid them in its pages. Raises RefusedPreview."""
    for path in sorted(folder.rglob("*")):
        suffix = path.suffix.lower()
        if path.is_dir():
            continue
        if suffix in _SCRIPTS:
            path.unlink()
        elif suffix == ".html":
            path.write_bytes(FIRST + path.read_bytes())
        elif suffix in _XML and (why := _acts(path.read_bytes(), is_picture=suffix == ".svg")):
            raise RefusedPreview(f"The preview holds '{path.relative_to(folder).as_posix()}': {why}.")


def _acts(content: bytes, *, is_picture: bool) -> str:
    """What an XML file could do when it is opened by itself; nothing when it only shows something."""
    found: list[str] = []

    def element(name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if is_picture and (space != _SVG or local.lower() not in _PICTURE):
            found.append(f"a picture with <{excerpt(local, 30)}>")
        if not is_picture and space not in _LISTS:
            found.append(f"a list with <{excerpt(local, 30)}>")
        for attribute, value in attributes.items():
            key = attribute.rpartition(" ")[2].lower()
            if key.startswith("on") or (is_picture and key == "href" and not value.startswith("#")):
                found.append(f"a file with {excerpt(key, 30)}=")

    reader = expat.ParserCreate(namespace_separator=" ")
    reader.StartElementHandler = element
    reader.StartDoctypeDeclHandler = lambda *_: found.append("a file with a document type of its own")
    reader.ProcessingInstructionHandler = lambda target, _: found.append(f"a file with <?{excerpt(target, 30)}")
    try:
        reader.Parse(content, True)
    except expat.ExpatError as error:
        return f"it is no XML ({error})"
    return found[0] if found else ""
