# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts in the console: listed, found by a tag, looked at, and who may not
see numbers."""

import os

import place
import tap
from centre import Centre
from screen import Console

TAGS = {"nodes": [
    {"name": "answer", "type": "answer", "next": "which"},
    {"name": "which", "type": "menu", "prompt": "menu",
     "choices": {"1": "mark"}, "wait_ms": 600, "tries": 1,
     "on_timeout": "bye", "on_invalid": "bye", "on_error": "bye"},
    {"name": "mark", "type": "tag", "tag": "vip", "next": "bye",
     "on_error": "bye"},
    {"name": "bye", "type": "hang_up"}]}

centre = Centre()
api = centre.api
centre.publish("tags", TAGS)
api.post("/api/entries", name="tags", number="300", flow_id="tags")


def comes(caller, key=None):
    """A call that has ended; the contact's number."""
    call = centre.caller("300", caller=caller, hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    if key:
        call.media.press(key)
    centre.wait_ended(contact)
    return contact


plain = comes("+420555000111")
marked = comes("+420555000222", key="1")
console = Console(centre.server, place.path("no", "token"), "console",
                  "contacts", term="xterm-256color")


def they_are_listed():
    """g t lists contacts, the newest first, with their ends"""
    shown = console.wait("+420555000222", "+420555000111", "that is all",
                         "end of the m", f"Contact {marked}")
    assert shown.index("+420555000222") < shown.index("+420555000111"), shown


def one_is_found_by_its_tag():
    """the filter of the shell finds what is marked"""
    console.press("/", "tags has vip")
    console.wait("1, that is all", "Tags        vip")
    assert "+420555000111" not in console.text(), console.text()
    console.press("Enter")
    assert [one["contact_id"] for one in api.items(
        "/api/contacts?filter=tags%20has%20vip")] == [marked]


def it_is_looked_at():
    """Enter opens its details with the steps, Esc leads back"""
    console.press("Enter")
    console.wait(f"Contact {marked}", "Steps in flows", "tags: which",
                 "→ 1", "tags: mark", "In the menu")
    console.press("Esc")
    console.wait("1, that is all")


def it_leads_to_what_is_kept():
    """l and m lead to the recordings and messages of it, L to its trace"""
    console.press("L")
    console.wait(f"Trace {marked}", "INVITE")
    console.press("Esc")
    console.wait("1, that is all")
    console.press("l")
    console.wait("Recordings", f"contact_id = {marked}", "0, that is all")
    console.press("Esc")
    console.wait_gone("contact_id =")
    console.press("g", "t")
    console.wait("Contacts", "+420555000111")
    console.press("m")
    console.wait("Voicemail", f"contact_id = {marked}", "0, that is all")
    console.press("Esc")
    console.wait_gone("contact_id =")
    console.press("g", "t")
    console.wait("Contacts", "+420555000111")
    assert console.close() == 0


tap.run(they_are_listed, one_is_found_by_its_tag, it_is_looked_at,
        it_leads_to_what_is_kept)
