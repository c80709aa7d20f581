# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at every moment of a message: nothing of over a second is lost, no
sound is left that nobody knows, and what was answered stays so."""

import hashlib
import os

import place
import tap
from aiosmtpd.controller import Controller
from office import CALLER_HZ, Office, wait_s
from wav import LEFT, Wav


class Post:
    """A mail server that counts what it takes by its Message-ID."""

    def __init__(self):
        self.ids = []

    async def handle_DATA(self, _server, _session, envelope):
        self.ids += [line for line in envelope.content.decode(
            "utf-8", "replace").splitlines() if line.startswith("Message-ID")]
        return "250 taken"


post = Post()
mail_server = Controller(post, hostname=place.host(2), port=2525)
mail_server.start()
office = Office(smtp__url=f"smtp://{place.host(2)}:2525", smtp__tls="no",
                smtp__from="voicemail@cc.example.net")
server, api = office.server, office.api
BOX = "/api/voicemail/boxes/support"
SECOND = 1e6
api.put(BOX, min_ms=100)


def files(folder):
    return [os.path.join(where, name) for where, _, names in os.walk(
        os.path.join(server.data, "recordings", folder)) for name in names]


def whole():
    """Each message has its sound, and there is no other one."""
    kept = [one for one in office.messages() if one["bytes"]]
    return len(files("")) == len(kept) and not files("open")


def lights_out(*calls):
    """Killed, and started again: the calls are over."""
    server.kill()
    server.start()
    for call in calls:
        call.media.close()
    office.settle()


def settled(contact=None):
    """... and nothing is left over of it."""
    if contact:
        cause = office.wait_ended(contact)["cause"]
        assert cause in ("server_restart", "voicemail",
                         "caller_hung_up"), cause
    place.wait_until("each sound is somebody's, and each message has its own",
                     whole)


def check_sound(message, least_us):
    assert message["length_us"] > least_us, message
    sound = office.sound_of(message)
    assert hashlib.sha256(sound.raw).hexdigest() == message["digest"]
    until = message["length_us"] / SECOND - 0.2
    assert Wav(sound.raw, channels=1).share(LEFT, CALLER_HZ, 0.2, until) > 0.8


def while_greeted():
    """killed while a caller is greeted: no message, and no sound"""
    call, contact = office.in_box()
    caller = office.last_number
    lights_out(call)
    settled(contact)
    assert not office.messages(caller=caller)


def while_speaking(seconds):
    """Of what was said all but the last second is a message."""
    call, contact = office.speaking()
    caller = office.last_number
    wait_s(seconds)
    lights_out(call)
    if seconds > 1.3:
        message = office.wait_message(caller)
        check_sound(message, (seconds - 1.2) * SECOND)
        assert message["state"] == "new" and message["repaired"], message
    settled(contact)


def at_once():
    """killed as soon as somebody speaks: nothing is left over"""
    while_speaking(0.1)


def within_the_first_second():
    """... within the first second: nothing is left over"""
    while_speaking(0.7)


def after_the_first_chunk():
    """... in the second one: the first is a message"""
    while_speaking(1.7)


def between_chunks():
    """... in the third one: what was written by then is a message"""
    while_speaking(2.4)


def late():
    """... in the fifth one: so are the four before it"""
    while_speaking(4.6)


def in_the_menu():
    """killed while the caller chooses what to do with it: all of it is there"""
    call, contact = office.speaking()
    caller = office.last_number
    wait_s(1.5)
    call.media.press("#")
    office.wait_stage(contact, "menu")
    lights_out(call)
    check_sound(office.wait_message(caller), 1.2 * SECOND)
    settled(contact)


def at_its_end():
    """killed as the caller hangs up, whatever is on the disk by then"""
    call, contact = office.speaking()
    caller = office.last_number
    wait_s(1.8)
    call.hang_up()
    lights_out()
    check_sound(office.wait_message(caller), 0.6 * SECOND)
    settled(contact)


def with_a_mail_on_its_way():
    """killed as soon as it is a message: its mail goes out, and whoever gets
    it twice can tell"""
    api.put(BOX, mail_to="ana@example.net", mail_sound=False)
    call, contact = office.speaking()
    caller = office.last_number
    wait_s(1.4)
    call.hang_up()
    message = office.wait_message(caller)
    lights_out()
    place.wait_until("it is told that it is sent", lambda: [
        one for one in server.events("delivery_ended")
        if one["message_id"] == message["message_id"]
        and one["result"] == "sent"])
    assert post.ids and len(set(post.ids)) == 1, post.ids
    assert len(office.messages(caller=caller)) == 1
    api.put(BOX, mail_to="")
    settled(contact)


def after_an_answer():
    """killed as soon as a change is answered: it stays so"""
    number = office.messages()[0]["message_id"]
    path = f"/api/voicemail/{number}"
    for method, ending, body, wanted in (
            ("PUT", "transcript", {"transcript": "call me"},
             ("transcript", "call me")),
            ("POST", "state", {"state": "saved"}, ("state", "saved"))):
        assert api.ask(method, f"{path}/{ending}", body).status == 200
        lights_out()
        assert api.get(path)[wanted[0]] == wanted[1]
    settled()


def while_deleted():
    """killed as soon as a deletion is answered: row and sound go, and no other
    ones"""
    api.put(BOX, undo_days=0)
    before = office.messages()
    number = before[0]["message_id"]
    assert api.ask("DELETE", f"/api/voicemail/{number}").status == 200
    lights_out()
    place.wait_until("it is gone", lambda: len(
        office.messages()) == len(before) - 1)
    assert api.ask("GET", f"/api/voicemail/{number}").status == 404
    settled()
    api.put(BOX, undo_days=30)


def after_an_upload():
    """killed as soon as a greeting's sound is taken: callers hear it"""
    sound = office.sound_of(office.messages()[0]).raw
    said = api.ask("PUT", f"{BOX}/greeting", {"text": "Hello."})
    assert said.status == 200, said.json
    prompt = api.get(BOX)["greeting_id"]
    answer = api.ask("PUT", f"/api/prompts/{prompt}/sound", raw=sound,
                     headers={"Content-Type": "audio/wav", "If-Match": "*"})
    assert answer.status == 200, answer.json
    lights_out()
    assert api.get(f"/api/prompts/{prompt}")["sound"]
    call, contact = office.in_box()
    call.wait_hears(CALLER_HZ)
    call.hang_up()
    settled(contact)


def the_books_agree():
    """verify agrees with all of it"""
    office.close()
    mail_server.stop()


tap.run(while_greeted, at_once, within_the_first_second, after_the_first_chunk,
        between_chunks, late, in_the_menu, at_its_end, with_a_mail_on_its_way,
        after_an_answer, while_deleted, after_an_upload, the_books_agree)
