# SPDX-License-Identifier: GPL-3.0-or-later
"""Who left a message is erased: sound, words, number, and mail on its way."""

import os

import place
import tap
from aiosmtpd.controller import Controller
from api import Refused
from office import Office, wait_s

NUMBER, NAME = "00447700987655", "Jana Novakova-Prokopova"
SAID, NOTE = "call my sister on the blue line", "she sounded worried"


class Post:
    """A mail server that takes nothing now."""

    async def handle_DATA(self, _server, _session, _envelope):
        return "451 not now"


mail_server = Controller(Post(), hostname=place.host(2), port=2525)
mail_server.start()
office = Office(smtp__url=f"smtp://{place.host(2)}:2525", smtp__tls="no",
                smtp__from="voicemail@cc.example.net")
server, api = office.server, office.api
left = {}


def files_with(text):
    """The files of the data directory that have these bytes."""
    found = []
    for folder, _, names in os.walk(server.data):
        for name in names:
            try:
                with open(os.path.join(folder, name), "rb") as file:
                    if text.encode() in file.read():
                        found.append(name)
            except FileNotFoundError:
                continue
    return found


def sounds():
    return [name for _, _, names in os.walk(
        os.path.join(server.data, "recordings")) for name in names]


def told(kind):
    return [one for one in server.events(kind)
            if one["message_id"] == left["message_id"]]


def a_message_with_all_of_it():
    """a message has a caller, words, a note, a sound, and a mail that waits"""
    api.put("/api/voicemail/boxes/ana", mail_to="ana@example.net")
    call = office.in_queue(key="2", hertz=440, caller=NUMBER, name=NAME)
    contact = office.last_contact()["contact_id"]
    place.wait_until("the caller is greeted",
                     lambda: office.told(contact, "voicemail_entered"))
    call.media.press("#")
    office.wait_stage(contact, "speaking")
    wait_s(1.5)
    call.hang_up()
    message = place.wait_until("it is there", lambda: office.messages(
        contact_id=contact))[0]
    left.update(message)
    path = f"/api/voicemail/{message['message_id']}"
    assert api.ask("PUT", f"{path}/transcript",
                   {"transcript": SAID}).status == 200
    assert api.ask("POST", f"{path}/forward",
                   {"box_id": "ana", "note": NOTE}).status == 200
    place.wait_until("its mail waits", lambda: told("delivery_postponed"))
    office.wait_ended(contact)
    office.settle()
    for text in (NUMBER, NAME, SAID, NOTE):
        assert files_with(text), text
    assert len(sounds()) == 1, sounds()


def all_of_it_goes():
    """erasing who called takes the message, its sound and words, and its mail;
    nothing of it is in any file, and verify agrees"""
    answer = place.wait_until("it can be erased", erase)
    assert (answer["contacts"], answer["recordings"]) == (1, 1), answer
    place.wait_until("the sound is gone", lambda: not sounds())
    place.wait_until("the mail will not be sent", lambda: [
        one for one in told("delivery_ended") if one["result"] == "void"])
    for text in (NUMBER, NAME, SAID, NOTE):
        assert files_with(text) == [], (text, files_with(text))
    number = left["message_id"]
    assert office.refused("GET", f"/api/voicemail/{number}") == (
        404, "not_found")
    assert not office.messages(contact_id=left["contact_id"])
    shown = api.get(f"/api/contacts/{left['contact_id']}")
    assert (shown["caller"], shown["caller_name"]) == ("", ""), shown
    assert server.verifies()


def erase():
    try:
        return api.post("/api/erasures", contact_id=left["contact_id"])
    except Refused as refused:
        assert refused.status == 409, refused
        return None


def nothing_comes_back():
    """... nor after a crash: no mail, no alarm, no row"""
    server.kill()
    server.start()
    assert not office.messages()
    assert api.metrics()["cclite_deliveries_waiting"] == 0
    assert "message_not_sent" not in api.get("/api/server")["alarms"]
    for text in (NUMBER, NAME, SAID, NOTE):
        assert files_with(text) == [], (text, files_with(text))


def the_books_agree():
    """verify agrees with all of it"""
    office.close()
    mail_server.stop()


tap.run(a_message_with_all_of_it, all_of_it_goes, nothing_comes_back,
        the_books_agree)
