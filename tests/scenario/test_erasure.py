# SPDX-License-Identifier: GPL-3.0-or-later
"""Who a caller was is erased: from every file, and for good.

CCLITE_TEST_KILLS says how often the server is killed: 5 in check, 50 in soak.
"""

import json
import os
import random
import sqlite3
import subprocess
import threading
import time

import place
import tap
from api import Api, Refused
from centre import Centre
from server import PROGRAM

KILLS = int(os.environ.get("CCLITE_TEST_KILLS", "5"))
NUMBER, NAME = "00447700987654", "Jana Novakova-Prokopova"
CALLED_BACK, WISHER = "+442079460017", "+442079460018"
NOTE = "Wants the blue one, ring her sister"
chance = random.Random(int(os.environ.get("CCLITE_TEST_SEED", "1")))

centre = Centre(queue={"recording": "all", "wrap_up": "mandatory_manual",
                       "callback_numbers": "+44"})
server = centre.server
api = centre.api
api.post("/api/dispositions", name="done", label="Done")
ana = centre.agent("ana", "sales")


def files_with(text):
    """The files of the data directory that have these bytes."""
    found = []
    for folder, _, names in os.walk(server.data):
        for name in names:
            path = os.path.join(folder, name)
            try:
                with open(path, "rb") as file:
                    if text.encode() in file.read():
                        found.append(path)
            except FileNotFoundError:
                continue
    return found


def assert_nowhere(*texts):
    for text in texts:
        assert files_with(text) == [], (text, files_with(text))


def tomorrow_us():
    return int((time.time() + 86400) * 1e6)


def recordings_of(contact):
    return [one for one in api.items("/api/recordings")
            if one["contact_id"] == contact]


def wait_erasable(contact):
    """Until its legs are gone, and its recording is whole."""
    def whole():
        return all(one["state"] in ("kept", "lost", "deleted")
                   for one in recordings_of(contact))
    centre.wait_ended(contact)
    place.wait_until("its recording is whole", whole)
    return contact


def wrap_up(note=NOTE):
    ana.does("dispose", disposition_id="done", note=note)
    ana.wait("available")


def a_contact(number=NUMBER, name=NAME, note=NOTE):
    """A recorded talk of somebody, and its number when all is over."""
    call, ring = centre.talk(ana, caller=number, name=name)
    contact = centre.last_contact()["contact_id"]
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")
    wrap_up(note)
    centre.settle()
    return wait_erasable(contact)


def refusal(asked, of=api):
    answer = of.ask("POST", "/api/erasures", body=asked)
    return answer.status, answer.json.get("code")


def told_of(contact):
    return [one for one in server.events("person_erased")
            if one["contact_id"] == contact]


def not_while_somebody_works_with_it():
    """a contact is erased neither while it lives nor in wrap-up"""
    call, ring = centre.talk(ana, caller=NUMBER, name=NAME)
    contact = centre.last_contact()["contact_id"]
    assert refusal({"contact_id": contact}) == (409, "contact_lives")
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")
    place.wait_until("its legs are gone", lambda: refusal(
        {"contact_id": contact}) == (409, "being_wrapped_up"))
    wrap_up()
    wait_erasable(contact)
    assert files_with(NUMBER) and files_with(NAME) and files_with(NOTE)
    assert told_of(contact) == []


def not_by_mistake():
    """what names nobody, or two things, and whoever may not, is refused"""
    contact = centre.newest_contact()["contact_id"]
    assert refusal({"contact_id": 4711})[0] == 404
    assert refusal({})[0] == 422
    assert refusal({"contact_id": contact, "caller": NUMBER})[0] == 422
    assert refusal({"caller": "no number"})[0] == 422
    api.post("/api/users", name="sue", role="supervisor")
    api.set_password("/api/users/sue/password", "correct horse")
    token = api.post("/api/sessions", name="sue",
                     password="correct horse")["token"]
    sue = Api((server.address, 8080), token=token)
    assert refusal({"contact_id": contact}, of=sue)[0] == 403
    assert files_with(NUMBER)
    assert told_of(contact) == []


def messages_of(contact):
    """The SIP messages that its trace still has."""
    answer = api.ask("GET", f"/api/contacts/{contact}/trace")
    return answer.status == 200 and [
        one for one in answer.json["items"] if one["kind"] == "message"]


def one_contact_is_erased():
    """after it no file has number, name or note; the journal says who did"""
    contact = centre.newest_contact()["contact_id"]
    recording = recordings_of(contact)[0]
    assert recording["state"] == "kept"
    assert messages_of(contact)
    answer = api.post("/api/erasures", contact_id=contact)
    assert (answer["contacts"], answer["recordings"]) == (1, 1), answer
    assert answer["texts"] >= 4, answer  # number, name, key, note
    assert_nowhere(NUMBER, NAME, NOTE)
    assert not messages_of(contact)
    assert NUMBER not in server.said() and NAME not in server.said()
    shown = api.get(f"/api/contacts/{contact}")
    assert (shown["caller"], shown["caller_name"]) == ("", "")
    assert api.get(f"/api/recordings/{recording['recording_id']}")[
        "state"] == "deleted"
    told, = told_of(contact)
    assert told["by"] == 1 and told["recordings"] == 1, told
    assert told["texts"] == answer["texts"]
    assert server.verifies()


def once_more_does_no_harm():
    """erasing what is erased finds nothing, and is journalled too"""
    contact = centre.newest_contact()["contact_id"]
    for _ in range(2):
        answer = api.ask("POST", "/api/erasures",
                         body={"contact_id": contact},
                         headers={"Idempotency-Key": "again"})
        assert answer.status == 200 and answer.json["texts"] == 0
    assert len(told_of(contact)) == 3


def all_of_a_number():
    """the command erases all ended contacts of a number, after it has asked"""
    first, second = a_contact(), a_contact()
    other = a_contact("00447700111222", "Eva", "somebody else")
    live = centre.in_queue(caller=NUMBER, name=NAME, key="2")
    code, _, err = server.command("contact", "erase", "--caller", NUMBER)
    assert code == 2 and "--yes" in err, (code, err)
    assert told_of(first) == []
    code, out, err = server.command("contact", "erase", "--caller", NUMBER,
                                    "--yes", "--json")
    assert code == 0, err
    told = json.loads(out)
    assert (told["contacts"], told["left_out"]) == (2, 1), told
    assert len(told_of(first)) == len(told_of(second)) == 1
    assert told_of(other) == []
    assert files_with("00447700111222")
    live.hang_up()
    contact = centre.last_contact()["contact_id"]
    wait_erasable(contact)
    code, out, err = server.command("contact", "erase", str(contact), "--yes")
    assert code == 0, err
    assert_nowhere(NUMBER, NAME, NOTE)


def a_wish_to_be_called_back_is_erased():
    """a callback that an agent asked for goes with its number, and is off"""
    # Nobody was dialled: no contact has the number.
    asked = api.post("/api/callbacks", queue_id="sales", number=CALLED_BACK,
                     caller_name=NAME, note=NOTE, due_us=tomorrow_us())
    assert files_with(CALLED_BACK) and files_with(NOTE)
    code, out, err = server.command("contact", "erase", "--caller",
                                    CALLED_BACK, "--yes", "--json")
    assert code == 0, err
    told = json.loads(out)
    assert (told["contacts"], told["callbacks"], told["texts"]) == (0, 1, 3)
    one, = [e for e in server.events("person_erased") if e["callback_id"]]
    assert one["callback_id"] == asked["id"] and one["contact_id"] == 0, one
    shown = api.get(f"/api/callbacks/{asked['id']}")
    assert (shown["number"], shown["state"]) == ("", "cancelled"), shown
    assert_nowhere(CALLED_BACK, NAME, NOTE)
    again = api.post("/api/erasures", caller=CALLED_BACK)
    assert (again["callbacks"], again["texts"]) == (0, 0), again
    assert server.verifies()


def what_a_caller_asked_for_is_off():
    """who asked to be called back is not called once that call is erased"""
    api.post("/api/queue-rules", name="back", queue_id="support", cause="key",
             moment="wait", key="1", target="callback")
    call = centre.in_queue(caller=WISHER, name=NAME, key="2")
    contact = centre.last_contact()["contact_id"]
    for told in ("contact_queued", "callback_offered"):
        place.wait_until(told, lambda told=told: centre.told(contact, told))
        call.media.press("1")
    wish = place.wait_until("somebody stands in line for it", lambda: next(
        (one for one in api.items("/api/callbacks")
         if one["asked_by"] == contact and one["state"] == "in_line"), None))
    call.hang_up()
    wait_erasable(contact)
    assert api.post("/api/erasures", contact_id=contact)["contacts"] == 1
    shown = api.get(f"/api/callbacks/{wish['callback_id']}")
    assert (shown["number"], shown["state"]) == ("", "cancelled"), shown
    # Who stood in line for it is a contact of its own.
    wait_erasable(wish["contact_id"])
    assert api.post("/api/erasures",
                    contact_id=wish["contact_id"])["contacts"] == 1
    assert_nowhere(WISHER, NAME)
    assert server.verifies()


def the_command_says_what_it_wants():
    """neither a contact nor a number, or both, is a mistake of usage"""
    for words in ((), ("1", "--caller", NUMBER), ("x",), ("0",)):
        code, _, err = server.command("contact", "erase", *words, "--yes")
        assert code == 2 and err.count("\n") == 1, (words, code, err)
    code, _, err = server.command("contact", "erase", "4711", "--yes")
    assert code == 3, (code, err)


def stored(query, *values):
    """Rows of the database, by a connection of its own."""
    base = sqlite3.connect(
        f"file:{server.data}/cclite.db?mode=ro", uri=True, timeout=10)
    try:
        return base.execute(query, values).fetchall()
    finally:
        base.close()


def ask_and_forget(contact):
    """Asks in a thread of its own, for the server will not answer."""
    def run():
        try:
            Api(server.socket, timeout_s=30).ask(
                "POST", "/api/erasures", body={"contact_id": contact})
        except (OSError, Refused, ValueError):
            pass
    asking = threading.Thread(target=run)
    asking.start()
    return asking


def ana_is_back():
    ana.plug_in()
    ana.wait("available")


def killed_between_the_texts_and_the_event():
    """what a crash leaves of an erasure is finished by the next start"""
    contact = a_contact()
    reader = sqlite3.connect(f"file:{server.data}/cclite.db?mode=ro", uri=True,
                             isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM event").fetchone()
    asking = ask_and_forget(contact)
    place.wait_until("the texts are gone", lambda: stored(
        "SELECT count(*) FROM event_private p JOIN event e ON e.seq = p.seq"
        " WHERE e.contact_id = ?", contact)[0][0] == 0)
    assert stored("SELECT key FROM side WHERE kind = 'erasure'") == [
        (str(contact),)]
    server.kill()
    asking.join()
    assert files_with(NAME)  # the log still has it
    reader.close()
    server.start()
    place.wait_until("it is finished", lambda: told_of(contact))
    told, = told_of(contact)
    assert told["by"] == 1 and told["recordings"] == 1, told
    assert stored("SELECT key FROM side WHERE kind = 'erasure'") == []
    assert_nowhere(NUMBER, NAME, NOTE)
    assert server.verifies()


def killed_anywhere():
    """wherever it is killed, a second call or the start finishes it"""
    for _ in range(KILLS):
        ana_is_back()
        contact = a_contact()
        asking = ask_and_forget(contact)
        until = time.monotonic() + chance.uniform(0, 0.05)
        place.wait_until("a moment has come",
                         lambda until=until: time.monotonic() >= until)
        server.kill()
        asking.join()
        server.start()
        answer = place.wait_until("it is erased", lambda contact=contact: (
            api.ask("POST", "/api/erasures",
                    body={"contact_id": contact}).status == 200))
        assert answer
        assert told_of(contact)
        assert_nowhere(NUMBER, NAME, NOTE)
    assert server.verifies()


def restored_from_before():
    """what is restored from a backup made before is erased again"""
    ana_is_back()
    contact, other = a_contact(), a_contact("00447700111333", "Iva", "kept")
    wish = api.post("/api/callbacks", queue_id="sales", number=CALLED_BACK,
                    caller_name=NAME, due_us=tomorrow_us())["id"]
    recording, = recordings_of(contact)
    assert api.post("/api/server/backup", name="before")["ok"]
    assert api.post("/api/erasures", contact_id=contact)["contacts"] == 1
    assert api.post("/api/erasures", caller=CALLED_BACK)["callbacks"] == 1
    server.stop()
    database = os.path.join(server.data, "cclite.db")
    os.rename(database, os.path.join(server.data, "lost.db"))
    backup = os.path.join(server.data, "backup/before")
    done = subprocess.run(
        [PROGRAM, "--config", server.configuration(), "restore", backup],
        capture_output=True, text=True, check=True)
    assert "2 contacts were erased since" in done.stdout, done.stdout
    with open(database, "rb") as file:
        assert NAME.encode() in file.read()
    server.start()
    place.wait_until("it is erased again", lambda: told_of(contact))
    told, = told_of(contact)
    assert told["by"] == 0 and told["recordings"] == 1, told
    assert told["texts"] >= 4, told
    place.wait_until("the callback is erased again", lambda: [
        one for one in server.events("person_erased")
        if one["callback_id"] == wish and one["by"] == 0])
    place.wait_until("its sound is gone", lambda: [
        one for one in server.events("recording_removed")
        if one["recording_id"] == recording["recording_id"]])
    shown = api.get(f"/api/contacts/{other}")
    assert shown["caller_name"] == "Iva"
    for left in ("backup/before", "lost.db"):
        os.unlink(os.path.join(server.data, left))
    assert_nowhere(NUMBER, NAME, NOTE, CALLED_BACK)
    assert stored("SELECT key FROM side WHERE kind = 'erasure'") == []
    assert server.verifies()


def the_books_agree():
    """verify agrees with all that was erased"""
    ana_is_back()
    assert server.verifies()
    centre.close()


tap.run(not_while_somebody_works_with_it, not_by_mistake,
        one_contact_is_erased, once_more_does_no_harm, all_of_a_number,
        a_wish_to_be_called_back_is_erased, what_a_caller_asked_for_is_off,
        the_command_says_what_it_wants,
        killed_between_the_texts_and_the_event, killed_anywhere,
        restored_from_before, the_books_agree)
