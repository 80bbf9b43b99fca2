"""Draws the icon of the program in the sizes that systems want.

A program of its own, `python icons.py DRAWING FOLDER`, because it needs PySide6 and the tooling
does not.
"""

from __future__ import annotations

import sys
from pathlib import Path

SIZES_PX = (16, 32, 48, 64, 128, 256, 512)


def main() -> int:
    """Draw all of them: PNG for Linux, and one file each for Windows and macOS."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing, folder = sys.argv[1], Path(sys.argv[2])
    application = QGuiApplication([])
    renderer = QSvgRenderer(drawing)
    for size_px in SIZES_PX:
        image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        names = [f"{size_px}.png", *{256: ["app.ico"], 512: ["app.icns"]}.get(size_px, [])]
        if not all(image.save(str(folder / name)) for name in names):
            print(f"The icon could not be written in {size_px} pixels.", file=sys.stderr)
            return 1
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
