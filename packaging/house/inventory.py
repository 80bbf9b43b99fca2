"""What is inside: the list of components (CycloneDX) and the licences with their texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from house.brought import Part, with_parts
from house.frozen import version_of

if TYPE_CHECKING:
    from collections.abc import Sequence
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


def write_components(workshop: Workshop, folder: Path, parts: Sequence[Part]) -> Path:
    """Write the list of components, without instants and numbers that differ each time.

    Args:
        workshop: provided.
        folder: where it goes.
        parts: what is inside besides what was installed from wheels.

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
    listed = json.loads(target.read_text(encoding="utf-8"))
    with_parts(listed, parts, version=version_of(workshop.root))
    target.write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return target


def write_licences(workshop: Workshop, folder: Path, parts: Sequence[Part]) -> Path:
    """Write which licence each component has, and after that all their texts.

    Args:
        workshop: provided.
        folder: where it goes.
        parts: what is inside besides what was installed from wheels.

    Raises:
        Refusal: an installed library could not be read.
    """
    told = workshop.run(
        (workshop.app, "-c", _LIST_LICENCES), "The licences could not be listed", PYTHONPATH=""
    )
    entries = [Part(*each) for each in json.loads(told)]
    target = folder / LICENCES
    target.write_text(licence_list([*entries, *parts]), encoding="utf-8")
    return target


def licence_list(entries: Sequence[Part]) -> str:
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
