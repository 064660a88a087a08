"""The commands that need no window.

qpido-facilitator                        opens the app
qpido-facilitator open [FILE | RUN]      opens the app with a session, or goes on with a run
qpido-facilitator join RUN_FOLDER        opens the co-trainer's window on a run
qpido-facilitator rehearse [FILE] --out DIR
qpido-facilitator check FILE…            exit 0 clean, 1 problems, 2 usage
qpido-facilitator schema
qpido-facilitator runs
qpido-facilitator export RUN --kind KIND --format FORMAT --out DIR
qpido-facilitator import BACKUP          puts the run of a backup back
qpido-facilitator erase RUN              erases a run on this laptop
qpido-facilitator data-sheet --out DIR   a page for the privacy officer: what is kept, where, how long
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from qpido_facilitator import __version__
from qpido_facilitator.clock import SystemClock, local
from qpido_facilitator.errors import QpidoError, RunError
from qpido_facilitator.export.kinds import EVERY_FORMAT, KINDS
from qpido_facilitator.resources import Places, data_home
from qpido_facilitator.settings import Settings, load_settings
from qpido_facilitator.words import LANGUAGES, Words

if TYPE_CHECKING:
    from qpido_facilitator.library import Library


def arguments() -> argparse.ArgumentParser:
    """Return the parser of the command line; `command` is None for the app itself."""
    parser = argparse.ArgumentParser(prog="qpido-facilitator", description="Runs a live online workshop.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--language", choices=LANGUAGES, help="nl or en; otherwise as set")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    opening = commands.add_parser("open", help="open the app with a session file, or go on with a run")
    opening.add_argument("what", nargs="?", default="", metavar="FILE|RUN")
    joining = commands.add_parser("join", help="take part in a run as a co-trainer")
    joining.add_argument("folder", type=Path, metavar="RUN_FOLDER", help="the folder of the run")
    rehearse = commands.add_parser("rehearse", help="let a session play itself, with pictures and notes")
    rehearse.add_argument("session", nargs="?", type=Path, help="a session file; the shipped one otherwise")
    rehearse.add_argument("--out", type=Path, default=Path("rehearsal"), help="the folder for what it leaves")
    check = commands.add_parser("check", help="say what is wrong in session files")
    check.add_argument("files", nargs="+", type=Path)
    commands.add_parser("schema", help="print the JSON Schema of session files")
    commands.add_parser("runs", help="list the runs on this laptop")
    export = commands.add_parser("export", help="write a document of a run")
    export.add_argument("run", help="the id of a run, or its first letters; a session file for a run sheet or pack")
    export.add_argument("--kind", choices=KINDS, default="answers")
    export.add_argument("--format", choices=EVERY_FORMAT, default="", help="the usual one of the kind otherwise")
    export.add_argument("--out", type=Path, default=Path())
    export.add_argument("--anyway", action="store_true", help="also while something looks like a person")
    _add_secret(export, "a new key file that is made, or one that is there")
    restore = commands.add_parser("import", help="put the run of a backup back")
    restore.add_argument("backup", type=Path)
    _add_secret(restore, "the key file of the backup")
    erase = commands.add_parser("erase", help="erase a run on this laptop, for good")
    erase.add_argument("run", help="the id of a run, or its first letters")
    erase.add_argument("--yes", action="store_true", help="do not ask first")
    sheet = commands.add_parser("data-sheet", help="write a page for the privacy officer")
    sheet.add_argument("--format", choices=("docx", "pdf", "md"), default="docx")
    sheet.add_argument("--out", type=Path, default=Path())
    return parser


def _add_secret(command: argparse.ArgumentParser, about_key: str) -> None:
    secret = command.add_mutually_exclusive_group()
    secret.add_argument("--password-file", type=Path, help="a file whose first line is the password; asked otherwise")
    secret.add_argument("--key-file", type=Path, help=about_key)


def carry_out(args: argparse.Namespace) -> int:
    """Carry out a command without a window and return its exit code."""
    try:
        code = _carry_out(args, words_for(args))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # whoever reads along has seen enough, as `head` has; Python would complain of it once more when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _carry_out(args: argparse.Namespace, words: Words) -> int:
    try:
        if args.command == "check":
            from qpido_facilitator.plan.checking import check

            return check(args.files, words, sys.stdout)
        if args.command == "schema":
            from qpido_facilitator.plan.schema import json_schema

            print(json_schema())
            return 0
        if args.command in ("export", "import", "erase", "data-sheet"):
            from qpido_facilitator.paperwork import carry_out as make

            return make(args, _library(), _places(), _settings(), words)
        return _runs(words)
    except RunError as fault:
        print(words.say("There is no run that can be read as {name}.", name=str(fault)), file=sys.stderr)
    except QpidoError as fault:
        print(words.failed(fault), file=sys.stderr)
    return 1


def words_for(args: argparse.Namespace) -> Words:
    """Return the words of the language that was asked for, or set."""
    if args.language:
        return Words(args.language)
    return Words(_settings().language)


def _settings() -> Settings:
    try:
        return load_settings(Places(data_home()).settings)
    except QpidoError:
        return Settings()


def _library() -> Library:
    from qpido_facilitator.library import Library

    return Library(_places(), SystemClock())


def _places() -> Places:
    return Places(data_home(), _settings().data_folder)


def _runs(words: Words) -> int:
    for card in _library().runs():
        when = local(card.started)
        state = words.say("ended") if card.ended else words.say("at {item}", item=card.position or "–")
        if card.rehearsal:
            state = words.say("rehearsal")
        notes = words.plural("{n} note", "{n} notes", card.answers)
        print(f"{card.id}  {when:%Y-%m-%d %H:%M}  {card.title}  ({notes}, {state})")
    return 0
