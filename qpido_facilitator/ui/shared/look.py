"""The look: colours by role, in the theme that is on, and letters at the sizes of the design."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from qpido_facilitator.paint.fonts import font
from qpido_facilitator.paint.icons import paint_icon
from qpido_facilitator.paint.theme import AppTheme, load_theme
from qpido_facilitator.ui.shared.style import style_sheet

Choice = Literal["system", "light", "dark"]


class Look(QObject):
    """The theme that is on; says so when it changes."""

    changed = Signal()

    def __init__(self, choice: Choice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: Choice = choice
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._on = self._name()
        self._dressed = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def theme(self) -> AppTheme:
        """Return the theme that is on."""
        return load_theme(self._on)

    @property
    def is_dark(self) -> bool:
        """Say whether the dark theme is on."""
        return self._name() == "dark"

    def choose(self, choice: Choice) -> None:
        """Take the light or the dark theme, or follow the system."""
        self._choice = choice
        self._follow()

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return QColor(getattr(self.theme.colour, role))

    def letters(self, px: int, weight: int = 400) -> QFont:
        """Return our letters at a size in pixels."""
        return font(px, weight)

    def figures(self, px: int, weight: int = 400) -> QFont:
        """Return letters whose figures are all as wide, for clocks that count."""
        return font(px, weight, figures=True)

    def icon(self, name: str, role: str = "ink", px: int = 20) -> QIcon:
        """Return a pictogram in the colour of a role, sharp at double density too."""
        key = (name, self._on + role, px)
        if key not in self._icons:
            pixmap = QPixmap(px * 2, px * 2)
            pixmap.setDevicePixelRatio(2)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            paint_icon(painter, QRectF(0, 0, px, px), name, self.colour(role))
            painter.end()
            self._icons[key] = QIcon(pixmap)
        return self._icons[key]

    def dress(self, app: QApplication) -> None:
        """Give the whole app its letters, palette and style sheet."""
        app.setFont(font(15))
        app.setFont(font(15, 600), "QPushButton")  # type: ignore[arg-type]  # the stub asks for bytes, the call for text
        app.setFont(font(15, 600), "QToolButton")  # type: ignore[arg-type]  # the stub asks for bytes, the call for text
        app.setFont(font(16), "QPlainTextEdit")  # type: ignore[arg-type]  # the stub asks for bytes, the call for text
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, name in (
            (roles.Window, "bg"), (roles.Base, "surface"), (roles.AlternateBase, "sunken"), (roles.Button, "surface"),
            (roles.WindowText, "ink"), (roles.Text, "ink"), (roles.ButtonText, "ink"), (roles.PlaceholderText, "ink2"),
            (roles.Highlight, "accent"), (roles.HighlightedText, "onaccent"), (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "ink"), (roles.Link, "accentink"),
        ):  # fmt: skip
            palette.setColor(role, self.colour(name))
        app.setPalette(palette)
        app.setStyleSheet(style_sheet(self.theme))
        self._dressed = True

    def dress_once(self) -> None:
        """Dress the app unless that was done: nothing that participants see needs it, so their window goes before."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._dressed:
            self.dress(app)

    def _name(self) -> Literal["light", "dark"]:
        if self._choice != "system":
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _follow(self) -> None:
        name = self._name()
        if name != self._on:
            self._on = name
            app = QApplication.instance()
            if isinstance(app, QApplication):
                self.dress(app)
            self.changed.emit()
