"""Translations: collected texts in `translations/*.ts`, built tables in `altrabits_desktop/i18n`.

From one file of Qt's translation format come two tables: `.qm`, which Qt reads, and `.json`, which
the rooms without Qt read. The project's tooling and the wheel's build hook both call this.
"""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("de", "en")
PLURALS_ONLY = frozenset({"en"})
"""The texts in the code are English already; only its plural forms are written down."""

SEPARATOR = "\u0004"
_TOOL = "from PySide6.scripts.pyside_tool import {name}; {name}()"


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a translation file.

    Args:
        forms: the translation, one entry for each plural form; one where there is no number.
    """

    context: str
    text: str
    comment: str
    has_count: bool
    forms: tuple[str, ...]
    is_finished: bool

    @property
    def key(self) -> str:
        """What the program looks the text up by."""
        return SEPARATOR.join((self.context, self.text, self.comment))


def read_messages(translation: Path) -> list[Message]:
    """Read a translation file; texts that the code no longer has are left out."""
    messages = []
    for context in ET.parse(translation).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        messages += [_message(name, entry) for entry in context.iter("message")]
    return [message for message in messages if message is not None]


def _message(context: str, entry: ET.Element) -> Message | None:
    translation = entry.find("translation")
    state = "unfinished" if translation is None else translation.get("type", "finished")
    if translation is None or state in {"vanished", "obsolete"}:
        return None
    has_count = entry.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return Message(
        context=context,
        text=entry.findtext("source", ""),
        comment=entry.findtext("comment", ""),
        has_count=has_count,
        forms=tuple(forms) if has_count else (translation.text or "",),
        is_finished=state == "finished" and all(forms if has_count else [translation.text]),
    )


def table_of(language: str, messages: list[Message]) -> dict[str, object]:
    """Make the table of a language; unfinished and empty texts are left out, so English shows."""
    finished = [message for message in messages if message.is_finished]
    texts: dict[str, str | list[str]] = {
        message.key: list(message.forms) if message.has_count else message.forms[0]
        for message in finished
    }
    plural = max((len(message.forms) for message in finished if message.has_count), default=1)
    return {"language": language, "plural": plural, "texts": texts}


def build_tables(root: Path, *, python: Path | str) -> list[Path]:
    """Build what changed, both tables of every language.

    Args:
        root: the checkout.
        python: an interpreter that has PySide6, for its `lrelease`.

    Returns:
        The translation files that were built; empty when all tables were there.

    Raises:
        subprocess.CalledProcessError: `lrelease` refused a file.
    """
    built = []
    target = root / "altrabits_desktop" / "i18n"
    for translation in sorted((root / "translations").glob("*.ts")):
        language = translation.stem
        table = json.dumps(
            table_of(language, read_messages(translation)), ensure_ascii=False, indent=1
        )
        ours, of_qt = target / f"{language}.json", target / f"{language}.qm"
        if of_qt.exists() and ours.exists() and ours.read_text(encoding="utf-8") == table:
            continue
        target.mkdir(exist_ok=True)
        _qt_tool(python, "lrelease", ["-silent", translation, "-qm", of_qt])
        # Last, because its content is the sign that both are up to date.
        ours.write_text(table, encoding="utf-8")
        built.append(translation)
    return built


def collect_texts(root: Path, *, python: Path | str, target: Path) -> None:
    """Bring the translation files up to date with the texts in the code.

    New texts come in unfinished; texts that are gone are dropped.

    Args:
        root: the checkout whose package is read.
        python: an interpreter that has PySide6, for its `lupdate`.
        target: the folder of the translation files.
    """
    target.mkdir(exist_ok=True)
    for language in LANGUAGES:
        options = ["-silent", "-extensions", "py", "-locations", "none", "-no-obsolete"]
        options += ["-source-language", "en", "-target-language", language]
        options += ["-pluralonly"] if language in PLURALS_ONLY else []
        _qt_tool(
            python,
            "lupdate",
            [*options, root / "altrabits_desktop", "-ts", target / f"{language}.ts"],
        )


def _qt_tool(python: Path | str, name: str, arguments: list[str | Path]) -> None:
    command = [python, "-c", _TOOL.format(name=name), *arguments]
    subprocess.run(command, check=True, capture_output=True, text=True)
