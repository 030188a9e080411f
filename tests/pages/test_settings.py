"""The engine's settings that keep mistakes from being published (traps of mkdocs and mkdocs-macros)."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.pages.registration import MACROS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def config():
    from mkdocs.config import load_config

    return load_config(config_file=str(ROOT / "mkdocs.yml"))


def test_a_warning_fails_the_build(config):
    assert config.strict is True


def test_the_macros_are_this_package_and_an_unknown_name_is_a_mistake(config):
    settings = config.plugins["macros"].config
    assert settings["module_name"] == "macros"
    assert settings["on_undefined"] == "strict"
    assert settings["on_error_fail"] is False  # a typo would end `make site`; strict counts warnings
    assert not Path(settings["include_dir"]).is_relative_to("docs")  # a snippet is not a page


def test_the_late_insertion_and_the_hooks_are_wired_in(config):
    assert "macros.pages.late" in config.markdown_extensions
    assert "macros/pages/hooks.py" in config.hooks


def test_data_and_overrides_are_watched(config):
    assert {Path(path).name for path in config.watch} >= {"data", "overrides"}


def test_nothing_is_asked_of_another_host(config):
    assert config.theme["font"] is False
    assert not [path for path in (*config.extra_css, *config.extra_javascript) if "://" in str(path)]


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_says_what_it_gives(name):
    assert MACROS[name].__doc__


@pytest.mark.parametrize("name", MACROS)
def test_every_macro_has_its_page_in_the_guide(name):
    assert (ROOT / f"docs/guide/macros/{name}.md").exists(), f"docs/guide/macros/{name}.md is not written"


def test_the_package_registers_every_macro_without_the_engine(tmp_path):
    import macros

    registered: dict[str, object] = {}
    env = SimpleNamespace(
        variables={}, project_dir=str(tmp_path), macro=lambda function, name: registered.update({name: function})
    )
    macros.define_env(env)
    assert list(registered) == list(MACROS)
