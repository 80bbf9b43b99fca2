"""What a version changes, written into a text document: marked words, never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat

from altrabits_desktop.privacy.policy_difference import LineKind, Mark
from altrabits_desktop.privacy.visible_text import visible
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import listed
from altrabits_desktop.ui.pages.policy.document import Line, look_of, write_lines
from altrabits_desktop.ui.pages.policy.sections import section_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextDocument

    from altrabits_desktop.actions.policy_changes import PolicyChange
    from altrabits_desktop.privacy.policy_difference import ChangedSection, Piece
    from altrabits_desktop.privacy.policy_difference import Line as ChangedLine
    from altrabits_desktop.ui.pages.policy.document import Written
    from altrabits_desktop.ui.theme.theme import Theme

_PLUS, _MINUS = "\u00a0+\u00a0", "\u00a0\u2212\u00a0"
_ROLES = {Mark.ADDED: "ok", Mark.REMOVED: "bad"}


def write_changes(
    document: QTextDocument, change: PolicyChange, *, closing: str, is_rtl: bool, theme: Theme
) -> Written:
    """Write the legend, what it means in short, and every changed line, in place of what was there.

    Added words are underlined, removed ones struck through: colour says it once more.

    Args:
        document: what is written into.
        change: what is shown.
        closing: a line below it; "" for none.
        is_rtl: whether the window is read from the right.
        theme: the look in force; write it again when it changes.
    """
    box = _meaning(change, is_rtl=is_rtl, theme=theme)
    lines = [_legend(theme), *box]
    for section in change.difference.sections:
        lines += _section(section, theme)
    if not change.difference.sections:
        lines.append(_said(translate("policy", "Not a word differs."), theme=theme))
    if closing:
        above = theme.px("policy.closing_above")
        lines.append(_said(closing, theme=theme)._replace(above_px=above))
    return write_lines(document, lines, theme=theme)._replace(box=(1, len(box)))


def _legend(theme: Theme) -> Line:
    font = theme.font("text")
    quiet = look_of(font)
    quiet.setForeground(theme.colour("text.2"))
    added = translate("policy", "added, underlined", "words of a policy")
    removed = translate("policy", "removed, struck through", "words of a policy")
    runs = [
        (_PLUS, _marked(look_of(font), Mark.ADDED, theme, is_sign=True)),
        (f" {added}\u2003", quiet),
        (_MINUS, _marked(look_of(font), Mark.REMOVED, theme, is_sign=True)),
        (f" {removed}", quiet),
    ]
    return Line(runs, theme.line_px("text"))


def _meaning(change: PolicyChange, *, is_rtl: bool, theme: Theme) -> list[Line]:
    inside, edge = theme.px("policy.meaning_inside"), theme.px("policy.meaning_edge")
    sides = (edge, inside) if is_rtl else (inside, edge)
    name = look_of(theme.font("chosen"))
    quiet = look_of(theme.font("text"))
    quiet.setForeground(theme.colour("text.2"))
    texts = [(translate("policy", "What this means for me"), name)]
    texts += [(visible(line), quiet) for line in change.after.summary.splitlines()]
    titles = [section_title(section) for section in change.difference.sections]
    if titles:
        words = translate("policy", "Changed: {sections}")
        texts.append((fill(words, sections=listed(titles)), quiet))
    lines = [Line([run], theme.line_px("text"), sides_px=sides) for run in texts]
    above = theme.px("policy.meaning_above") + theme.px("policy.meaning_padding")
    lines[0] = lines[0]._replace(above_px=above)
    lines[-1] = lines[-1]._replace(below_px=theme.px("policy.meaning_padding"))
    return lines


def _section(section: ChangedSection, theme: Theme) -> Iterator[Line]:
    above = theme.px("policy.heading_above")
    begin, *rest = section.lines
    if begin.kind is LineKind.HEADING:
        yield _changed(begin, theme, above_px=above)._replace(heading=section.id)
    else:
        named = section_title(section)
        heading = _said(named, theme=theme, type_name="name")
        yield heading._replace(heading=section.id, above_px=above)
        yield _changed(begin, theme, above_px=theme.px("policy.paragraph"))
    for line in rest:
        yield _changed(line, theme, above_px=theme.px("policy.paragraph"))


def _changed(line: ChangedLine, theme: Theme, *, above_px: int) -> Line:
    is_heading = line.kind is LineKind.HEADING
    type_name = "name" if is_heading else "reading"
    font = theme.font(type_name)
    runs: list[tuple[str, QTextCharFormat]] = []
    for piece in line.pieces:
        look = look_of(font, is_strong=piece.is_strong, is_emphasis=piece.is_emphasis)
        runs += _runs(piece, look, theme)
    high = theme.line_px(type_name) if is_heading else theme.px("policy.change_line")
    return Line(runs, high, above_px, is_point=line.kind is LineKind.POINT)


def _runs(
    piece: Piece, look: QTextCharFormat, theme: Theme
) -> Sequence[tuple[str, QTextCharFormat]]:
    """Give words with their mark; spaces around them have none."""
    inner = piece.text.strip()
    if piece.mark is Mark.KEPT or not inner:
        return [(piece.text, look)]
    before, _, after = piece.text.partition(inner)
    marked = _marked(QTextCharFormat(look), piece.mark, theme)
    return [run for run in ((before, look), (inner, marked), (after, look)) if run[0]]


def _marked(
    look: QTextCharFormat, mark: Mark, theme: Theme, *, is_sign: bool = False
) -> QTextCharFormat:
    role = _ROLES[mark]
    look.setForeground(theme.colour(role))
    look.setBackground(theme.colour(f"{role}.soft"))
    look.setFontUnderline(mark is Mark.ADDED and not is_sign)
    look.setFontStrikeOut(mark is Mark.REMOVED and not is_sign)
    return look


def _said(words: str, *, theme: Theme, type_name: str = "reading") -> Line:
    above = theme.px("policy.meaning_above")
    return Line([(words, look_of(theme.font(type_name)))], theme.line_px(type_name), above)
