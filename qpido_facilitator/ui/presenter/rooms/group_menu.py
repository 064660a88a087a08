"""What can be done with a group: be there, help, split, merge, close, count, name. Nothing of it loses an answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from qpido_facilitator.plan.model import AnyItem
from qpido_facilitator.run.groups import Group
from qpido_facilitator.run.rooms import MOST_GROUPS
from qpido_facilitator.run.run import Run
from qpido_facilitator.show.groups import group_name, neutral_names
from qpido_facilitator.ui.shared.group_mark import mark_icon
from qpido_facilitator.ui.shared.look import Look
from qpido_facilitator.words import Words

_MOST = 30


def group_menu(run: Run, item: AnyItem, group: Group, look: Look, words: Words, parent: QWidget) -> QMenu:
    """Return the menu of a group as it is now."""
    menu = QMenu(parent)

    def add(text: str, icon: str, do: Callable[[], object], where: QMenu = menu) -> None:
        action = where.addAction(text)
        if icon:
            action.setIcon(look.icon(icon, "ink2"))
        action.triggered.connect(lambda _=False: do())

    _presence(run, item, group, words, add)
    menu.addSeparator()
    _size(run, item, group, words, menu.addMenu(look.icon("people", "ink2"), words.say("Number of people")), add)
    names = menu.addMenu(look.icon("name", "ink2"), words.say("Name"))
    add(words.say("No name"), "", lambda: run.rooms.label(item, group.id, group.number), names)
    for name, text in neutral_names(words):
        add(text, "", partial(run.rooms.label, item, group.id, group.number, name), names)
    menu.addSeparator()
    _shape(run, item, group, look, words, menu, add)
    menu.addSeparator()
    _others(run, item, group, words, add)
    return menu


def plenary_menu(run: Run, item: AnyItem, look: Look, words: Words, parent: QWidget) -> QMenu:
    """Return the menu of the plenary: from there groups can be had again when there are none."""
    menu = QMenu(parent)

    def add(text: str, icon: str, do: Callable[[], object]) -> None:
        menu.addAction(look.icon(icon, "ink2"), text).triggered.connect(lambda _=False: do())

    _others(run, item, None, words, add)
    return menu


_Add = Callable[..., None]


def _presence(run: Run, item: AnyItem, group: Group, words: Words, add: _Add) -> None:
    here = any(visit.here and visit.writer == run.writer for one in group.ids for visit in run.visits.visits(item, one))
    if here:
        add(words.say("I left"), "exit", lambda: run.visits.visit(item, group.id, here=False))
    else:
        add(words.say("I am here"), "here", lambda: run.visits.visit(item, group.id))
    mine = run.visits.mine(item, group.ids)
    if mine:
        add(words.say("I no longer take the notes"), "edit", lambda: _untake(run, item, mine))
    else:
        add(words.say("I take the notes"), "edit", lambda: run.visits.take(item, group.id))
    if any(run.help.asked(item, one) for one in group.ids):
        add(words.say("They were helped"), "tick", lambda: _helped(run, item, group))
    else:
        add(words.say("They ask for help"), "asks-help", lambda: run.help.ask(item, group.id))


def _untake(run: Run, item: AnyItem, mine: tuple[int, ...]) -> None:
    for one in mine:
        run.visits.take(item, one, mine=False)


def _helped(run: Run, item: AnyItem, group: Group) -> None:
    for one in group.ids:
        if run.help.asked(item, one):
            run.help.ask(item, one, asked=False)


def _size(run: Run, item: AnyItem, group: Group, words: Words, menu: QMenu, add: _Add) -> None:
    add(words.say("Not counted"), "", lambda: run.rooms.resize(item, group.id, None), menu)
    for count in range(1, _MOST + 1):
        icon = "tick" if count == group.people else ""
        add(str(count), icon, partial(run.rooms.resize, item, group.id, count), menu)


def _shape(run: Run, item: AnyItem, group: Group, look: Look, words: Words, menu: QMenu, add: _Add) -> None:
    if group.closed:
        add(words.say("Open the group again"), "undo", lambda: run.rooms.reopen(item, group.id))
        return
    if _has_room(run, item):
        add(words.say("Split this group"), "split", lambda: run.rooms.split(item, group.id))
    others = [one for one in run.agenda.groups_of(item) if one.open and one.id != group.id]
    if others:
        merging = menu.addMenu(look.icon("merge", "ink2"), words.say("Goes on in"))
        for one in others:
            action = merging.addAction(group_name(one, words))
            action.setIcon(mark_icon(look, one.number))
            action.triggered.connect(lambda _=False, into=one.id: run.rooms.merge(item, group.id, into))
    for gone in run.agenda.groups_of(item):
        if gone.into == group.id:
            said = words.say("{group} goes on by itself", group=group_name(gone, words))
            add(said, "split", lambda one=gone.id: run.rooms.part(item, one))
    add(words.say("Close the group"), "close", lambda: run.rooms.close(item, group.id))


def _others(run: Run, item: AnyItem, group: Group | None, words: Words, add: _Add) -> None:
    """Offer groups that are not there: one more, and those that were closed, also when nothing else shows them."""
    if _has_room(run, item):
        add(words.say("One more group"), "add", lambda: run.rooms.add(item))
    for one in run.agenda.groups_of(item):
        if one.closed and one.into is None and one != group:
            said = words.say("Open {group} again", group=group_name(one, words))
            add(said, "undo", lambda one=one.id: run.rooms.reopen(item, one))


def _has_room(run: Run, item: AnyItem) -> bool:
    return sum(one.open for one in run.agenda.groups_of(item)) < MOST_GROUPS
