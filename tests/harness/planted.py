"""Errors that know too much, and the log that must not learn it."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING, NoReturn

from altrabits_desktop.runtime.logs import log_to_files
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "Zephyrine"
ADDRESS = "192.168.7.23"
ADDRESS_6 = "fd00::7:23"
MAC = "00:04:a3:5e:17:23"
HOME = "/home/adalindq7/Music Room"
SECRETS = (NAME, ADDRESS, ADDRESS_6, MAC, "adalindq7", "Music Room", str(ROOT))
"""All that is planted, and where this program lies on this computer."""


def planted_error() -> Exception:
    """Give a group of raised errors, one led to by another, each with secrets in its words."""
    try:
        try:
            _lose_a_list()
        except OSError as error:
            raise ValueError(f"{NAME} at {ADDRESS}") from error
    except ValueError as error:
        error.add_note(f"seen in {HOME}")
        return ExceptionGroup(f"of {NAME}", [error, KeyError(ADDRESS_6)])


async def break_down() -> None:
    """Raise it."""
    raise planted_error()


def _lose_a_list() -> NoReturn:
    raise OSError(2, f"of {MAC}", f"{HOME}/list")


def secrets_in(text: str) -> list[str]:
    """Give the secrets that stand in a text."""
    return [secret for secret in SECRETS if secret.lower() in text.lower()]


@contextlib.contextmanager
def kept_log(folder: Path) -> Iterator[Path]:
    """Log to files, details too, until the block ends; gives the newest file."""
    logger = logging.getLogger("altrabits_desktop")
    before, level = list(logger.handlers), logger.level
    log_to_files(folder)
    logger.setLevel(logging.DEBUG)
    try:
        yield folder / "altrabits.log"
    finally:
        for handler in [each for each in logger.handlers if each not in before]:
            logger.removeHandler(handler)
            handler.close()
        logger.setLevel(level)
