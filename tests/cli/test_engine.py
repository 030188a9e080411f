"""What MkDocs prints, in plain words."""

from __future__ import annotations

from macros.cli import engine

LOG = """INFO    -  Cleaning site directory
WARNING -  Doc file 'a/b.md' contains a link '../c.md', but the target 'c.md' is not found among documentation files. \
Did you mean 'd.md'?
\x1b[33mWARNING -  \x1b[0mdocs/a/b.md:26: figure(): There is no indicator called 'x'.
WARNING -  docs/a/b.md:26: figure(): There is no indicator called 'x'.
ERROR   -  Config value 'theme': Unrecognised theme name: 'mat'.
    The themes are: material
INFO    -  Documentation built in 0.1 seconds
Aborted with 3 warnings in strict mode!
"""


MACRO = """ERROR   -  [macros] - ERROR # _Macro Rendering Error_

_File_: `a/b.md`

_AttributeError_: 'str' object has no attribute 'title'

```
Traceback (most recent call last):
  File "somewhere"
```
"""


def test_a_macro_that_failed_is_one_sentence() -> None:
    (said,) = engine.problems(MACRO)
    assert said.startswith("docs/a/b.md: a macro failed (AttributeError: 'str' object has no attribute 'title').")
    assert "Traceback" not in said


def test_warnings_and_errors_once_each_in_plain_words() -> None:
    assert engine.problems(LOG) == [
        "docs/a/b.md: the link to '../c.md' leads to no page. Did you mean 'd.md'?",
        "docs/a/b.md:26: figure(): There is no indicator called 'x'.",
        "mkdocs.yml: the setting 'theme' is wrong. Unrecognised theme name: 'mat'.\n    The themes are: material",
    ]
