"""What the comment kit says, in both voices. The young people's words are held to their reading level by a test."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model.personal_details import Detail
from macros.model.report import Edition

Words = Mapping[str, str]

_YOUNG: dict[str, str] = {
    "ask": "What do you think about “{title}”?",
    "ask_page": "What do you think about this page?",
    "ask_top": "What do you think about this page so far?",
    "more": "Write something",
    "box": "Your own words",
    "no_names": "Please write no names. Not yours, and nobody else's. You do not have to say who you are.",
    "undo": "Delete this",
    "kept": "Kept in this tab. Nobody else can see it.",
    "deleted": "Deleted.",
    "lost": "This browser will forget it when you leave this page. Save it as a file first.",
    "care": "Is this {what}? If it is, you can leave it out.",
    "title": "Say what you think",
    "draft": "This report is a draft. That means it is not finished, and you can help to make it better.",
    "how": "Choose a face under each part, or write something. You do not have to do them all. Nobody sees it until "
    "you send it. When you close this tab, it is gone.",
    "send": "Send what you think",
    "forget": "Delete all I wrote",
    "sure": "Delete all you wrote about this report?",
    "paper": "Would you rather use a pen?",
    "sheet": "Print the paper sheet",
    "give": "Tick the faces on a sheet. Give it to {reads}.",
    "reads": "your IRO, your social worker or another adult you trust",
    "until": "You can do this until {day}.",
    "nothing": "You have not said anything yet. Read a page of the draft, choose a face, and come back.",
    "all": "This is what you want to say. Have a look: is there a name in it?",
    "again": "Change this",
    "print": "Print it",
    "save": "Save it as a file",
    "saved": "Saved. The file is with your downloads. Give it to {reads}. Then delete it from this device.",
    "mail": "Send it by email",
    "mail_note": "They will see your email address.",
    "long": "It is too long for an email. Save it as a file and add the file to your email.",
    "form": "Open the council's form",
    "form_note": "Copy it first. Then paste it into the form.",
    "copy": "Copy it",
    "copied": "Copied.",
    "uncopied": "This browser cannot copy. Save it as a file.",
    "whole": "The whole page",
    "what": "What I think about the draft",
    "start": "Read the draft",
}
_FORMAL: Words = _YOUNG | {
    "ask": "What do you think of “{title}”?",
    "ask_page": "What do you think of this page?",
    "ask_top": "What do you think of this page so far?",
    "more": "Write a comment",
    "box": "Your comment",
    "no_names": "Please write no names of children, families or workers. You need not say who you are.",
    "undo": "Delete this comment",
    "kept": "Kept in this tab only. Nothing has been sent.",
    "lost": "This browser does not keep it beyond this page. Save it as a file before you leave.",
    "care": "This may be {what}. Leave it out if it is.",
    "title": "Comment on this draft",
    "draft": "This report is a draft and can still be changed.",
    "how": "Choose a face under each part, or write a comment. Nothing is sent until you send it. When you close this "
    "tab, it is gone.",
    "send": "Send your comments",
    "forget": "Delete all my comments",
    "sure": "Delete all your comments on this report?",
    "paper": "On paper instead?",
    "give": "Fill in a sheet and give it to {reads}.",
    "reads": "the Independent Reviewing Officers' service",
    "until": "Comments count until {day}.",
    "nothing": "There is no comment yet. Read a page of the draft, choose a face under a part, and come back.",
    "all": "These are your comments. Does one of them hold a name?",
    "saved": "Saved with your downloads. Give the file to {reads}, then delete it from this device.",
    "mail_note": "Its readers will see your email address.",
    "what": "Comments on the draft",
}
_DETAILS: Mapping[Edition, Mapping[Detail, str]] = {
    Edition.YOUNG_PEOPLE: {
        Detail.ADDRESS: "an email address or a user name",
        Detail.NUMBER: "a phone number or a birthday",
        Detail.NAME: "the name of a person or a place",
    },
    Edition.FORMAL: {one: str(one) for one in Detail},
}


def words(edition: Edition, reads: str = "") -> Words:
    """The kit's words for an edition; `reads` says who reads what is sent, where the council has said so."""
    found = _FORMAL if edition is Edition.FORMAL else _YOUNG
    return {name: text.replace("{reads}", reads or found["reads"]) for name, text in found.items()}


def details(edition: Edition) -> Mapping[Detail, str]:
    """What a text seems to hold, in the edition's words."""
    return _DETAILS[edition]
