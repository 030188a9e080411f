"""A theme's files, without the hidden folders that MkDocs leaves out in any case."""

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, TemplateNotFound
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from macros.pages.theme_files import ThemeFiles, without_hidden


@pytest.fixture
def theme(tmp_path):
    for name in ("ours/main.html", "ours/a/b.css", "theirs/main.html", "theirs/a/b.css", "theirs/c.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"from {name.split('/')[0]}")
    icon = tmp_path / "theirs/.icons/set/one.svg"
    icon.parent.mkdir(parents=True)
    icon.write_text("<svg/>")
    return [str(tmp_path / "ours"), str(tmp_path / "theirs")]


def test_each_file_is_listed_once_in_order(theme):
    assert ThemeFiles(theme).list_templates() == ["a/b.css", "c.js", "main.html"]


def test_nothing_is_listed_of_a_folder_that_is_not_there(tmp_path):
    assert ThemeFiles(str(tmp_path / "none")).list_templates() == []


def test_a_template_may_include_what_is_hidden(theme):
    env = Environment(loader=ThemeFiles(theme), autoescape=True)
    assert (
        env.from_string("{% include '.icons/set/one.svg' %} {% include 'main.html' %}").render() == "<svg/> from ours"
    )
    with pytest.raises(TemplateNotFound):
        env.get_template(".icons/set/two.svg")


def test_a_loader_of_another_kind_is_left_alone():
    loader = DictLoader({"a": "b"})
    theme = SimpleNamespace(get_env=lambda: Environment(loader=loader, autoescape=True))
    without_hidden(theme)
    assert theme.get_env().loader is loader


def test_the_real_theme_gives_the_site_the_same_files(root):
    config = load_config(str(root / "mkdocs.yml"))
    given = []
    for change in (lambda _theme: None, without_hidden):
        change(config.theme)
        env, files = config.theme.get_env(), Files([])
        files.add_files_from_theme(env, config)
        given.append([(file.src_uri, file.src_dir) for file in files])
        assert isinstance(env.loader, FileSystemLoader)
    assert len(given[0]) > 40
    assert given[0] == given[1]
