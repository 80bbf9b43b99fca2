"""What is inside: the list of components (CycloneDX) and the licences with their texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from house.workshop import Workshop

COMPONENTS = "components.cdx.json"
LICENCES = "licences.txt"
_LIST_LICENCES = r"""
import importlib.metadata, json, sys
found = []
for entry in importlib.metadata.distributions():
    said = entry.metadata
    kinds = [kind.rpartition("::")[2].strip() for kind in said.get_all("Classifier") or ()
             if kind.startswith("License ::")]
    texts = []
    for file in entry.files or ():
        name = file.name.upper()
        if ".dist-info" in str(file) and name.startswith(("LICEN", "COPYING", "NOTICE")):
            texts.append(file.read_text(encoding="utf-8"))
    short = (said.get("License") or "").strip().splitlines()[:1]
    licence = said.get("License-Expression") or " or ".join(kinds) or "".join(short)
    found.append([said["Name"], entry.version, licence, texts])
json.dump(sorted(found, key=lambda each: each[0].lower()), sys.stdout)
"""
_RULE = "=" * 78


def write_components(workshop: Workshop, folder: Path) -> Path:
    """Write the list of components, without instants and numbers that differ each time.

    Raises:
        Refusal: an installed library could not be read.
    """
    target = folder / COMPONENTS
    words = ("environment", "--output-reproducible", "--output-format", "JSON")
    project = ("--pyproject", workshop.root / "pyproject.toml", "--mc-type", "application")
    where = ("--output-file", target, workshop.app)
    tool = workshop.tool("cyclonedx-py")
    # Without the person's libraries before its own: it reads those from outside.
    workshop.run(
        (tool, *words, *project, *where), "The components could not be listed", PYTHONPATH=""
    )
    return target


def write_licences(workshop: Workshop, folder: Path) -> Path:
    """Write which licence each component has, and after that all their texts.

    Raises:
        Refusal: an installed library could not be read.
    """
    told = workshop.run(
        (workshop.app, "-c", _LIST_LICENCES), "The licences could not be listed", PYTHONPATH=""
    )
    entries: list[tuple[str, str, str, list[str]]] = [tuple(each) for each in json.loads(told)]
    target = folder / LICENCES
    font = (workshop.root / "resources/fonts/OFL.txt").read_text(encoding="utf-8")
    target.write_text(licence_list([*entries, ("Inter", "", "OFL-1.1", [font])]), encoding="utf-8")
    return target


def licence_list(entries: list[tuple[str, str, str, list[str]]]) -> str:
    """Give the list as text: a line each, then the licences' own words. Pure.

    Args:
        entries: name, version, licence and texts of each component.
    """
    lines = [f"{name} {version}".strip() + f": {licence}" for name, version, licence, _ in entries]
    texts = [
        "\n".join((_RULE, f"{name} {version}".strip(), _RULE, text.strip()))
        for name, version, _, found in entries
        for text in found
    ]
    return "\n".join(lines) + "\n\n" + "\n\n".join(texts) + "\n"


def unnamed_licences(entries: list[tuple[str, str, str, list[str]]]) -> list[str]:
    """List components that name no licence."""
    return [name for name, _, licence, _ in entries if not licence or licence == "UNKNOWN"]
