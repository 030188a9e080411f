"""An author's mistake on a page: found out where it stands, said in one sentence, shown in its place.

No mistake stops the build at once: each is logged as a warning (strict mode then fails the build,
after all of them), and shown in the page, so that the author sees every one in one run.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from inspect import Signature, currentframe, signature
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
)
from markupsafe import Markup

from macros.errors import ReportsError, unknown
from macros.model.finding import Severity
from macros.render.html import inert, tag

log = logging.getLogger("mkdocs.two_voices")
Macro = Callable[..., object]
COMPILED = ".cache/two-voices/pages"
BEGINS = "<span data-tv-block="  # how the token of a block begins
CONTEXT = "two_voices_context"  # the variable that gives the page being rendered
OWN = "two_voices_macros"  # the variable that names the macros of ours


def mistake_box(place: str, sentence: str) -> Markup:
    """What stands in the page instead of the macro's output; also logged as a warning."""
    text = f"{place}: {sentence}"
    log.warning(text)
    return tag("strong", inert(text), class_="tv-error", data_macro_error=inert(text))


def guarded(env: Any, name: str, macro: Macro, context: Callable[[], object]) -> Macro:
    """A macro, given the page it stands on, that answers a mistake with a sentence."""
    takes = signature(macro)

    @wraps(macro)
    def call(*args: object, **options: object) -> object:
        frame = currentframe()
        if misuse := _misuse(takes, name, args, options) or _foreign(name, context()):
            return mistake_box(place(env, frame), f"{name}() {misuse}")
        try:
            made = macro(context(), *args, **options)
        except ReportsError as error:
            if cause := _unread(context()):
                return tag("strong", f"{name}() cannot be shown until {cause} is mended.", class_="tv-error")
            return mistake_box(place(env, frame), f"{name}(): {error}")
        if is_token(made) and _is_heading(env, where := place(env, frame)):
            return mistake_box(where, f"{name}() stands in a heading. Put it on a line of its own, below the heading.")
        return made

    return call


def _foreign(name: str, page: object) -> str:
    """Why a macro cannot stand on a translated page; nothing when it can."""
    if name == "figure" or getattr(page, "is_english", True):
        return ""
    return "speaks English. On a page in another language figure() gives the number; the words are the translator's."


def _misuse(takes: Signature, name: str, args: tuple[object, ...], options: dict[str, object]) -> str:
    """What is wrong with the way a macro is written, before it is asked; nothing when it can be asked."""
    if unquoted := next((one for one in (*args, *options.values()) if isinstance(one, Undefined)), None):
        wrong = getattr(unquoted, "_undefined_name", "")
        return f"was given {wrong} as it stands. Put quotation marks around it."
    if any(isinstance(one, list | tuple | dict | set) for one in args):
        return "was given a list in square brackets. Write the words one after another, with commas between."
    try:
        takes.bind(None, *args, **options)
    except TypeError as error:
        return f"cannot be asked like this: {error}. See the guide page guide/macros/{name}.md."
    return ""


def _unread(page: Any) -> str:
    """A data file that could not be read as it should be, if there is one: what a page lacks then only repeats it."""
    stopping = (one for one in page.store.findings if one.severity is Severity.STOPS)
    unread = [one.path for one in stopping if one.kind.id not in ("release-changed", "release-unsealed")]
    return unread[0] if unread else ""


def is_token(made: object) -> bool:
    """Whether a macro made a block, which is put in later."""
    return isinstance(made, Markup) and made.startswith(BEGINS)


def _is_heading(env: Any, where: str) -> bool:
    path, _, line = where.partition(":")
    try:
        return _lines(Path(env.project_dir) / path)[int(line) - 1].lstrip().startswith("#")
    except (OSError, ValueError, IndexError):
        return False


def _lines(path: Path) -> Sequence[str]:
    """The lines of a page's file, which each of its macros asks for. Raises OSError and ValueError."""
    told = path.stat()
    return _read(path, told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=8)
def _read(path: Path, _changed: int, _size: int) -> Sequence[str]:
    return tuple(path.read_text(encoding="utf-8-sig").splitlines())


def guard(env: Any) -> None:
    """Make unknown names, syntax errors and failures of templates come out as sentences, too.

    Called before each page; the environment is built by the plugin after the macros are registered.
    """
    environment: Environment = env.env
    if getattr(environment, "speaks_plainly", False):
        return
    environment.undefined = _undefined_class(env)
    environment.template_class = _template_class(env)
    environment.from_string = _from_string(env, environment)  # type: ignore[method-assign]  # the one way in
    environment.speaks_plainly = True  # type: ignore[attr-defined]  # a mark of our own


def _undefined_class(env: Any) -> type[StrictUndefined]:
    class NamedUndefined(StrictUndefined):
        """A name nobody defined: shows where it stands and what was probably meant."""

        __slots__ = ()

        def _box(self, *_args: object, **_options: object) -> Markup:
            wrong = str(self._undefined_name)
            error = unknown("macro", wrong, env.variables[OWN], "the guide (guide/macros/index.md)")
            return mistake_box(place(env, currentframe()), str(error))

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(name)  # Jinja asks for marks of its own before it calls

        def __getitem__(self, _name: object) -> Any:
            return self

        __call__ = __str__ = __html__ = _box  # type: ignore[assignment]  # Jinja's own raise here

    return NamedUndefined


def _template_class(env: Any) -> type[Template]:
    class SpeakingTemplate(Template):
        """A page whose failure in a template statement is a sentence."""

        def render(self, *args: Any, **options: Any) -> str:
            try:
                return super().render(*args, **options)
            except Exception as error:  # noqa: BLE001  # an author reads a sentence, whatever went wrong
                where = _page_place(env, _line_of(error.__traceback__))
                return str(mistake_box(where, f"{_plain(error)} The rest of the page cannot be shown."))

    return SpeakingTemplate


def _from_string(env: Any, environment: Environment) -> Callable[..., Template]:
    """Reads a page as a template; its compiled form is kept, so that an unchanged page is read at once."""
    folder = Path(env.project_dir) / COMPILED
    folder.mkdir(parents=True, exist_ok=True)
    compiled = FileSystemBytecodeCache(str(folder))
    plain = environment.from_string

    def from_string(source: Any, *args: Any, **options: Any) -> Template:
        try:
            bucket = compiled.get_bucket(environment, str(source), None, str(source))
            if bucket.code is None:
                bucket.code = environment.compile(source)
                compiled.set_bucket(bucket)
            return environment.template_class.from_code(environment, bucket.code, environment.make_globals(None))
        except TemplateSyntaxError as error:
            sentence = _unreadable(error)
            box = mistake_box(_page_place(env, error.lineno), sentence)
            return plain("{% raw %}" + str(box) + "{% endraw %}")

    return from_string


def _unreadable(error: TemplateSyntaxError) -> str:
    if "comment" in str(error.message):
        return (
            "the curly brackets {# begin a comment that never ends. "
            "For the id of a heading, write {: #id } with the colon."
        )
    return f"the text between the curly brackets cannot be read ({error.message}). Check quotation marks and brackets."


def _plain(error: Exception) -> str:
    """What an author can do something about; a fault of the program says that it is one."""
    text = str(error) or type(error).__name__
    if not isinstance(error, TemplateError | ReportsError | ArithmeticError):
        log.debug("A macro failed.", exc_info=error)
        text = f"the program itself failed ({type(error).__name__}: {text}); please report it to its developers"
    return text if text.endswith((".", "!", "?")) else f"{text}."


def place(env: Any, frame: FrameType | None) -> str:
    """`docs/page.md:26`, the line of the Markdown file the running template call stands on."""
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return _page_place(env, template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return _page_place(env, 0)


def _line_of(trace: TracebackType | None) -> int:
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":  # Jinja has put the template's own lines in
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _page_place(env: Any, line: int) -> str:
    path = f"docs/{env.variables[CONTEXT]().path}"
    if not line:
        return path
    return f"{path}:{line + lines_before_body(Path(env.project_dir) / path)}"


def lines_before_body(path: Path) -> int:
    """How many lines of the file the engine took away before the macros ran: front matter, blank lines."""
    try:
        lines = _lines(path)
    except OSError:
        return 0
    at = 0
    if lines and lines[0].strip() == "---":
        ends = (number for number, line in enumerate(lines[1:], 1) if line.strip() in ("---", "..."))
        at = next(ends, -1) + 1
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at
