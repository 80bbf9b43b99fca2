"""Wheel and source archive: the same bytes for the same source."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from house.terminal import Refusal
from house.words import build_tables

if TYPE_CHECKING:
    from house.workshop import Workshop

ENDINGS = {"wheel": ".whl", "sdist": ".tar.gz"}


def build_archive(workshop: Workshop, kind: str, *, folder: Path) -> Path:
    """Build one and give where it lies.

    Args:
        workshop: provided.
        kind: of `ENDINGS`.
        folder: where it goes.

    Raises:
        Refusal: it could not be built.
    """
    build_tables(workshop.root, python=workshop.app)
    with tempfile.TemporaryDirectory(prefix="altrabits-archive-") as made:
        hatchling = (workshop.tools, "-m", "hatchling", "build", "-t", kind, "-d", made)
        workshop.run(hatchling, f"The {kind} could not be built")
        archives = list(Path(made).glob(f"*{ENDINGS[kind]}"))
        if len(archives) != 1:
            message = f"The {kind} was built, and {len(archives)} files of its kind are there."
            raise Refusal(message)
        return Path(shutil.move(archives[0], folder / archives[0].name))
