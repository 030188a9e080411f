"""One comment, written anew; nobody else's is touched."""

from __future__ import annotations

from macros.publishing.pull_requests.sticky import MARK, say


class Host:  # it has one pull request
    def __init__(self, *texts: str) -> None:
        self.texts = dict(enumerate(texts))

    def comments(self, _number: int) -> list[tuple[str, str]]:
        return [(str(name), text) for name, text in self.texts.items()]

    def add_comment(self, _number: int, text: str) -> None:
        self.texts[len(self.texts)] = text

    def change_comment(self, _number: int, comment: str, text: str) -> None:
        self.texts[int(comment)] = text


def test_the_comment_is_added_then_changed_then_left() -> None:
    host = Host("another program's", f"a quote of {MARK} in the middle")
    assert [say(host, 7, "one"), say(host, 7, "two"), say(host, 7, "two")] == ["added", "changed", "same"]
    assert list(host.texts.values()) == [
        "another program's", f"a quote of {MARK} in the middle", f"{MARK}\ntwo",
    ]  # fmt: skip


def test_a_comment_with_the_hosts_line_ends_is_the_same() -> None:
    host = Host(f"{MARK}\r\none\r\n\r\ntwo\r\n")
    assert say(host, 7, "one\n\ntwo\n") == "same"


def test_nothing_is_said_where_nothing_was() -> None:
    host = Host()
    assert say(host, 7, "removed", only_if_there=True) == "nothing"
    assert host.texts == {}
