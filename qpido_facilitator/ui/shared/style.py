"""The style sheet, made from a theme. Sizes and colours come from the theme file; shapes stand here."""

from __future__ import annotations

from qpido_facilitator.paint.theme import AppTheme

_SHEET = """
QWidget {{ color: {ink}; }}
QToolTip {{ background: {surface}; color: {ink}; border: 1px solid {control}; padding: 4px 6px; }}
QFrame[role="window"] {{ background: {bg}; }}
QFrame[role="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: {l}px; }}
QFrame[role="side"] {{ background: {surface}; border: none; border-left: 1px solid {line}; }}
QFrame[role="rail"] {{ background: {sunken}; border: none; border-right: 1px solid {line}; }}
QFrame[role="band"] {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}
QFrame[role="active"] {{
  background: {surface}; border: 2px solid {accent};
  border-top-left-radius: {b0}px; border-top-right-radius: {b1}px;
  border-bottom-right-radius: {b2}px; border-bottom-left-radius: {b3}px;
}}
QFrame[role="banner"] {{ background: {infosoft}; border: none; border-bottom: 1px solid {line}; }}
QFrame[role="banner"][tone="care"] {{ background: {warnsoft}; }}
QPushButton[look="private"] {{ background: {infosoft}; color: {info}; border: 1px dashed {info}; }}
QFrame[role="chip-ok"] {{ background: {oksoft}; border-radius: 12px; }}
QFrame[role="chip-warn"] {{ background: {warnsoft}; border-radius: 12px; }}
QLabel[role="number"] {{ background: {sunken}; border-radius: {s}px; }}
QLabel[role="number-on"] {{ background: {accent}; color: {onaccent}; border-radius: {s}px; }}
QFrame[role="dock"] {{ background: {surface}; border: none; border-top: 1px solid {line}; }}
QFrame[role="strip"] {{ background: {errsoft}; border: none; border-bottom: 1px solid {line}; }}
QFrame[role="practice"] {{ background: {infosoft}; border: none; }}
QFrame[role="strip"] QLabel {{ color: {err}; }}
QFrame[role="strip"][tone="notice"] {{ background: {infosoft}; }}
QFrame[role="strip"][tone="notice"] QLabel {{ color: {info}; }}
QFrame[role="strip"][tone="care"] {{ background: {warnsoft}; }}
QFrame[role="strip"][tone="care"] QLabel {{ color: {warn}; }}
QFrame[role="entry"] {{ background: {bg}; border: 1px solid {control}; border-radius: {l}px; }}
QFrame[role="entry"][active="true"] {{ border: 2px solid {focus}; }}
QFrame[role="fresh"] {{
  background: {accentsoft}; border: 2px solid {accent};
  border-top-left-radius: {b0}px; border-top-right-radius: {b1}px;
  border-bottom-right-radius: {b2}px; border-bottom-left-radius: {b3}px;
}}
QFrame[role="now"] {{
  background: {surface}; border: 2px solid {accent};
  border-top-left-radius: {b0}px; border-top-right-radius: {b1}px;
  border-bottom-right-radius: {b2}px; border-bottom-left-radius: {b3}px;
}}
QLabel[role="table-head"] {{ background: {sunken}; border-bottom: 1px solid {line}; }}
QLabel[role="table-head"][edge="left"] {{ border-top-left-radius: {l}px; }}
QLabel[role="table-head"][edge="right"] {{ border-top-right-radius: {l}px; }}
QFrame[role="said"] {{ background: {sunken}; border: none; border-radius: {m}px; }}
QFrame[role="said"][tone="accent"] {{ background: {accentsoft}; }}
QFrame[role="said"][tone="care"] {{ background: {warnsoft}; }}
QFrame[role="said"][tone="fault"] {{ background: {errsoft}; }}
QFrame[role="line"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="choice"] {{ background: {surface}; border: 1px solid {control}; border-radius: {l}px; }}
QFrame[role="choice"][chosen="true"] {{
  border: 2px solid {accent};
  border-top-left-radius: {b0}px; border-top-right-radius: {b1}px;
  border-bottom-right-radius: {b2}px; border-bottom-left-radius: {b3}px;
}}
QFrame[role="finding"] {{ background: {warnsoft}; border: 1px solid {warn}; border-radius: {l}px; }}
QFrame[role="finding"] QLabel {{ color: {warn}; }}
QFrame[role="found-line"] {{ background: {warnsoft}; border: none; border-radius: {m}px; }}
QFrame[role="found-line"] QLabel {{ color: {warn}; }}
QFrame[role="silent"] {{ background: transparent; border: 1px dashed {control}; border-radius: {m}px; }}
QListWidget[role="topics"] {{ background: transparent; border: none; outline: none; }}
QListWidget[role="topics"]::item {{
  padding: 7px 10px; border: 2px solid transparent; border-radius: {m}px; color: {ink};
}}
QListWidget[role="topics"]::item:selected {{
  background: {surface}; border: 2px solid {accent}; color: {ink}; font-weight: 700;
}}
QListWidget[role="topics"]::item:hover:!selected {{ background: {surface}; }}
QProgressBar {{
  background: {sunken}; border: 1px solid {control}; border-radius: 5px; min-height: 9px; max-height: 9px;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QSpinBox {{
  background: {surface}; border: 1px solid {control}; border-radius: {m}px; padding: 4px 8px; min-height: 22px;
}}
QSpinBox:focus {{ border: 2px solid {focus}; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QFrame[role="note"] {{ background: transparent; border: none; border-top: 1px solid {line}; }}
QFrame[role="note"][kind="parking"] {{ background: {infosoft}; border: none; border-radius: {m}px; }}
QFrame[role="sheet"] {{ background: {surface}; border: 2px solid {accent}; border-radius: {l}px; }}
QFrame[role="cue"] {{ background: {surface}; border: 1px solid {line}; border-radius: {m}px; }}
QFrame[role="cue"][state="due"] {{ background: {accentsoft}; border: 2px solid {accent}; }}
QFrame[role="cue"][state="copied"] {{ background: {oksoft}; border: 1px solid {oksoft}; }}
QFrame[role="done"] {{
  background: {oksoft}; border: none;
  border-top-left-radius: {b0}px; border-top-right-radius: {b1}px;
  border-bottom-right-radius: {b2}px; border-bottom-left-radius: {b3}px;
}}
QFrame[role="outcome"] {{
  background: {warnsoft}; border: none;
  border-top-left-radius: {b0}px; border-top-right-radius: {b1}px;
  border-bottom-right-radius: {b2}px; border-bottom-left-radius: {b3}px;
}}
QFrame[role="outcome"][meets="true"] {{ background: {oksoft}; }}
QFrame[role="conflict"] {{ background: {warnsoft}; border: 1px solid {warn}; border-radius: {m}px; }}
QFrame[role="reminder"] {{ background: {warnsoft}; border: none; border-radius: {m}px; }}
QFrame[role="empty"] {{ background: transparent; border: 1px dashed {control}; border-radius: {m}px; }}
QFrame[role="harvest-line"] {{ background: transparent; border: none; border-top: 1px solid {line}; }}
QFrame[role="harvest-line"][now="true"] {{ background: {accentsoft}; border: none; border-radius: {m}px; }}
QFrame[role="version"] {{ background: {surface}; border: 1px solid {line}; border-radius: {m}px; }}
QFrame[role="editor"] {{ background: {surface}; border: 2px solid {focus}; border-radius: {l}px; }}
QFrame[role="private"] {{ background: {infosoft}; border: 1px dashed {info}; border-radius: {l}px; }}
QFrame[role="quote"] {{ background: {sunken}; border: none; border-radius: {l}px; }}
QFrame[role="tile"] {{ background: {surface}; border: 1px solid {line}; border-radius: {l}px; }}

QLabel[cap="true"] {{ border: 1px solid {control}; border-radius: 5px; padding: 1px 7px; }}
QLabel[chip="ok"] {{ background: {oksoft}; color: {ok}; border-radius: 6px; padding: 2px 8px; }}
QLabel[chip="warn"] {{ background: {warnsoft}; color: {warn}; border-radius: 6px; padding: 2px 8px; }}
QLabel[chip="accent"] {{ background: {accentsoft}; color: {accentink}; border-radius: 6px; padding: 2px 8px; }}
QLabel[tone="quiet"] {{ color: {ink2}; }}
QLabel[tone="accent"] {{ color: {accentink}; }}
QLabel[tone="ok"] {{ color: {ok}; }}
QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[tone="err"] {{ color: {err}; }}
QLabel[tone="info"] {{ color: {info}; }}

QPushButton, QToolButton {{
  background: {surface}; color: {ink}; border: 1px solid {control}; border-radius: {m}px;
  padding: 5px 11px; min-height: 22px; outline: none;
}}
QPushButton:hover, QToolButton:hover {{ background: {sunken}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {accentsoft}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {ink2}; border-color: {line}; }}
QPushButton[size_class="small"] {{ padding: 1px 9px; }}
QPushButton[size_class="large"] {{ border-radius: {dock}px; padding: 11px 17px; }}
QPushButton[look="filled"] {{
  background: {accent}; color: {onaccent}; border: 1px solid {accent};
  border-top-left-radius: {b0}px; border-top-right-radius: {b1}px;
  border-bottom-right-radius: {b2}px; border-bottom-left-radius: {b3}px;
}}
QPushButton[look="filled"]:hover {{ background: {accentink}; }}
QPushButton[look="filled"]:disabled {{ background: {sunken}; color: {ink2}; border-color: {line}; }}
QPushButton[look="accent"] {{ color: {accentink}; border-color: {accent}; }}
QPushButton[look="chosen"] {{ background: {accentsoft}; color: {accentink}; border: 2px solid {accent}; }}
QPushButton[look="ok"] {{ color: {ok}; border-color: {ok}; }}
QPushButton[look="pill"] {{
  background: {warnsoft}; color: {warn}; border: 1px solid {warnsoft}; border-radius: 13px; padding: 0 9px;
  min-height: 0;
}}
QPushButton[look="pill"][pace="far-behind"] {{ background: {warnfill}; color: {onwarn}; }}
QPushButton[look="pill"][pace="ahead"] {{ background: {infosoft}; color: {info}; border-color: {infosoft}; }}
QPushButton[look="pill"]:hover {{ border-color: {control}; }}
QPushButton[look="private"] {{ background: {infosoft}; color: {info}; border: 1px solid transparent; }}
QPushButton[look="plain"], QToolButton[look="plain"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[look="plain"]:hover, QToolButton[look="plain"]:hover {{ background: {sunken}; }}
QToolButton[look="icon"] {{ background: transparent; border: 1px solid transparent; padding: 0; }}
QToolButton[look="icon"]:hover {{ background: {sunken}; }}
QToolButton[look="icon"]::menu-indicator {{ image: none; }}
QToolButton[look="icon-boxed"] {{ padding: 0; }}
QToolButton[look="icon-boxed"][chosen="true"] {{ background: {accentsoft}; border-color: {accent}; }}
QToolButton[look="tab"] {{ border: 1px solid {line}; border-radius: {m}px; padding: 4px 7px; color: {ink2}; }}
QToolButton[look="tab"]:checked {{ background: {accentsoft}; border: 1px solid {accent}; color: {accentink}; }}
QToolButton::menu-indicator {{ image: none; }}

QPlainTextEdit, QLineEdit {{
  background: transparent; border: none; color: {ink};
  selection-background-color: {accent}; selection-color: {onaccent};
}}
QPlainTextEdit[boxed="true"], QLineEdit[boxed="true"] {{
  background: {surface}; border: 1px solid {control}; border-radius: {m}px; padding: 4px 8px;
}}
QPlainTextEdit[boxed="true"]:focus, QLineEdit[boxed="true"]:focus {{ border: 2px solid {focus}; }}

QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QListView {{ background: transparent; border: none; outline: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {control}; border-radius: 4px; min-height: 28px; margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QMenu {{ background: {surface}; border: 1px solid {control}; border-radius: {m}px; padding: 6px; }}
QMenu::item {{ padding: 7px 26px 7px 12px; border-radius: {s}px; }}
QMenu::item:selected {{ background: {accentsoft}; color: {accentink}; }}
QMenu::item:disabled {{ color: {ink2}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QComboBox {{ background: {surface}; border: 1px solid {control}; border-radius: {m}px; padding: 5px 10px; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox QAbstractItemView {{
  background: {surface}; border: 1px solid {control}; selection-background-color: {accent};
}}
QDialog {{ background: {bg}; }}
"""


def style_sheet(theme: AppTheme) -> str:
    """Return the style sheet of a theme."""
    colours = {name: getattr(theme.colour, name) for name in theme.colour.__struct_fields__}
    radius = theme.radius
    corners = {f"b{number}": size for number, size in enumerate(radius.bubble)}
    return _SHEET.format(**colours, s=radius.s, m=radius.m, l=radius.l, dock=radius.dock, **corners)
