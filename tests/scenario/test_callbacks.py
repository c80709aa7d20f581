# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers press a key, hang up, and are called back in their turn."""

import os
import sys
from datetime import datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import place
import tap
from centre import Centre

sys.path.insert(0, os.path.join(place.SOURCE, "tests/web"))
from ws_peer import Watcher  # noqa: E402

NUMBER = "+442079460000"
NOTE = "the price of the blue one"

centre = Centre(queue={"callback_numbers": "0044 +44",
                       "callback_tries": 2,
                       "callback_retry_ms": 10000,
                       "resume_ms": 60000})
api = centre.api
told = centre.told
ana = centre.agent("ana", "sales")
ana.does("pause", reason_id=api.post("/api/pause-reasons", name="lunch")["id"])
ana.wait("paused")
api.post("/api/queue-rules", name="back", queue_id="sales", cause="key",
         moment="wait", key="1", target="callback")


def callback(number):
    """The callback of a number; None: there is none."""
    found = [one for one in api.items("/api/callbacks")
             if one["number"] == number]
    return found[-1] if found else None


def wait_state(number, state):
    place.wait_until(f"the callback of {number} is {state}",
                     lambda: (callback(number) or {}).get("state") == state)
    return callback(number)


def waits():
    """A caller in the queue: (call, contact's number, number)."""
    call = centre.in_queue(key="1")
    contact = centre.last_contact()["contact_id"]
    place.wait_until("the caller waits",
                     lambda: told(contact, "contact_queued"))
    return call, contact, centre.last_number


def asked():
    """One who is asked whether to be called back."""
    call, contact, number = waits()
    call.media.press("1")
    place.wait_until("the caller is asked",
                     lambda: told(contact, "callback_offered"))
    return call, contact, number


def booked():
    """One who wants that, and hangs up: the number that called."""
    call, contact, number = asked()
    call.media.press("1")
    wait_state(number, "in_line")
    call.hang_up()
    record = centre.wait_ended(contact)
    assert record["cause"] in ("callback", "caller_hung_up"), record
    return number


def reach(number):
    """The agent's phone rings and picks up; then the number is called."""
    ring = ana.phone.next_call()
    ring.answer(hertz=620)
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith(f"sip:{number}@"), outside.invite.uri
    return ring, outside


def works():
    ana.does("available")


def rests():
    ana.does("pause", reason_id="lunch")
    ana.wait("paused")


def a_caller_is_called_back():
    """a caller presses a key, hangs up, and is called when an agent is free"""
    number = booked()
    figures = api.get("/api/queues/sales/stats")
    assert figures["callbacks_waiting"] == 1, figures
    assert figures["waiting"] == 0 and figures["abandoned"] == 0, figures
    works()
    ring, outside = reach(number)
    outside.answer(hertz=800)
    ring.wait_hears(800)
    outside.wait_hears(620)
    wait_state(number, "reached")
    outside.hang_up()
    ring.wait_end()
    rests()


def it_overtakes_nobody():
    """who asked is called between those who called before and after"""
    before, _, _ = waits()
    number = booked()
    after, _, _ = waits()
    works()
    ring = ana.phone.next_call()
    ring.answer(hertz=620)
    before.wait_hears(620)
    before.hang_up()
    ring.wait_end()
    ring, outside = reach(number)
    outside.answer(hertz=800)
    ring.wait_hears(800)
    outside.hang_up()
    ring.wait_end()
    ring = ana.phone.next_call()
    ring.answer(hertz=620)
    after.wait_hears(620)
    after.hang_up()
    ring.wait_end()
    rests()


def another_number():
    """who wants another number called types it, hears it and confirms it"""
    call, contact, _ = asked()
    call.media.press("2")
    place.wait_until("a number is asked for",
                     lambda: told(contact, "callback_went_on"))
    for key in "0044207946":
        call.media.press(key)
    call.media.press("#")
    place.wait_until("the number is read back", lambda: [
        e for e in told(contact, "callback_went_on")
        if e["stage"] == "confirms"])
    assert not callback("0044207946")
    call.media.press("1")
    one = wait_state("0044207946", "in_line")
    assert one["origin"] == "caller" and one["asked_by"] == contact, one
    call.hang_up()
    api.post(f"/api/callbacks/{one['callback_id']}/cancel")
    wait_state("0044207946", "cancelled")


def a_time_is_chosen():
    """who may choose a time types it, hears it and confirms it"""
    api.put("/api/queues/sales", callback_times=True)
    call, contact, number = asked()

    def wait_stage(stage, count=1):
        place.wait_until(f"the caller is at {stage}", lambda: len([
            e for e in told(contact, "callback_went_on")
            if e["stage"] == stage and e["plays"]]) == count)

    call.media.press("1")
    wait_stage("when")
    call.media.press("2")
    wait_stage("time")
    for key in "2599":
        call.media.press(key)
    wait_stage("time", 2)
    then = datetime.now(ZoneInfo("Europe/London")) + timedelta(hours=3)
    for key in then.strftime("%H%M"):
        call.media.press(key)
    wait_stage("agrees")
    assert not callback(number)
    call.media.press("1")
    one = wait_state(number, "waiting")
    assert one["origin"] == "caller" and one["asked_by"] == contact, one
    due = datetime.fromtimestamp(one["due_us"] / 1e6,
                                 ZoneInfo("Europe/London"))
    assert due.strftime("%H%M") == then.strftime("%H%M"), due
    assert 0 < (due - then).total_seconds() + 60 <= 120, (due, then)
    call.hang_up()
    api.post(f"/api/callbacks/{one['callback_id']}/cancel")
    wait_state(number, "cancelled")
    api.put("/api/queues/sales", callback_times=False)


def a_trial_asks_when_too():
    """a flow is tried as callers go: who may choose a time is asked when"""
    api.put("/api/queues/sales", callback_times=True)
    centre.publish("later", {"nodes": [
        {"name": "start", "type": "start", "next": "back"},
        {"name": "back", "type": "callback", "queue": "sales", "next": "bye",
         "on_other": "bye", "on_error": "bye"},
        {"name": "bye", "type": "hang_up"}]})
    steps = api.post("/api/ivr/flows/later/test", caller="00447700900123",
                     at="2026-01-15T10:00", keys="1214301")["items"]
    back = [step for step in steps if step["node"] == "back"]
    assert [step["pressed"] for step in back] == ["1214301"], steps
    assert back[0]["exit"] == "done", steps
    api.put("/api/queues/sales", callback_times=False)


def nobody_is_told_no():
    """star goes on waiting"""
    call, contact, number = asked()
    call.media.press("*")
    place.wait_until("the caller has declined",
                     lambda: told(contact, "callback_answered"))
    assert not told(contact, "queue_left") and not callback(number)
    call.hang_up()
    centre.wait_ended(contact)


def busy_is_tried_again():
    """who is busy is called again later, and then given up"""
    made = api.post("/api/callbacks", queue_id="sales", number=NUMBER,
                    caller_name="Fenwick", note=NOTE)
    works()
    ring = ana.phone.next_call()
    board = Watcher(SimpleNamespace(socket_path=centre.server.socket),
                    local=True)
    assert board.watch("agents")[ana.id]["outbound"], board.rows
    board.close()
    ring.answer(hertz=620)
    outside = centre.trunk.next_call()
    outside.reject(486)
    ring.wait_end()
    one = wait_state(NUMBER, "waiting")
    assert one["callback_id"] == made["id"] and one["tries"] == 1, one
    assert one["reason"] == "not_reached", one
    api.post(f"/api/callbacks/{made['id']}/change")
    ring, outside = reach(NUMBER)
    outside.reject(486)
    ring.wait_end()
    one = wait_state(NUMBER, "unreached")
    assert one["tries"] == 2 and one["contact_id"], one
    tries = api.items(f"/api/callbacks/{made['id']}/attempts")
    assert [(t["number"], t["agent"], t["over"], t["result"])
            for t in tries] == [(1, "ana", True, "busy"),
                                (2, "ana", True, "busy")], tries
    record = centre.wait_ended(one["contact_id"])
    assert record["agent"] == "ana" and not record["answered"], record
    assert one["zone"] == "Europe/London", one
    assert api.ask("GET", "/api/callbacks/4711/attempts").status == 404
    rests()


def on_disk(text):
    """Whether the database, or its log, has a text."""
    found = False
    for name in ("cclite.db", "cclite.db-wal"):
        with open(os.path.join(centre.server.data, name), "rb") as file:
            found = found or text.encode() in file.read()
    return found


def metrics_tell():
    """how many are to be called back, were, and could not be, is scraped"""
    counted = {name: sum(one["state"] in states
                         for one in api.items("/api/callbacks"))
               for name, states in (
                   ("called_back", ("reached",)),
                   ("callbacks_lost", ("unreached", "expired", "barred")),
                   ("callbacks_cancelled", ("cancelled",)))}
    assert counted == {"called_back": 2, "callbacks_lost": 1,
                       "callbacks_cancelled": 2}, counted
    for name, count in counted.items():
        place.wait_until(f"{name} are counted", lambda n=name, c=count: (
            api.metrics()[f'cclite_queue_{n}_today{{queue="sales"}}'] == c))
    asked_for = len(api.items("/api/callbacks"))
    waited = [told(one["contact_id"], "talk_began")[0]["wait_us"]
              for one in api.items("/api/callbacks")
              if one["state"] == "reached"]
    assert api.metrics()[
        'cclite_queue_called_back_wait_seconds_today{queue="sales"}'
        ] == round(sum(waited) / 1e6, 6), waited
    figures = {"callbacks_asked": asked_for, "callbacks_reached": 2,
               "callbacks_given_up": 1, "callbacks_cancelled": 2,
               "average_callback_wait_us": sum(waited) // 2}
    stats = api.get("/api/queues/sales/stats")
    assert {name: stats[name] for name in figures} == figures, stats
    board = Watcher(SimpleNamespace(socket_path=centre.server.socket),
                    local=True)
    row = next(row for row in board.watch("queues").values()
               if row["name"] == "sales")
    assert {name: row[name] for name in figures} == figures, row
    assert asked_for == len(centre.server.events("callback_asked"))
    assert api.metrics()[
        'cclite_queue_callbacks_today{queue="sales"}'] == asked_for
    number = booked()
    assert board.wait_row("queues", row["queue_id"],
                          callbacks_asked=asked_for + 1), board.rows
    place.wait_until("one is open",
                     lambda: api.metrics()["cclite_callbacks"] == 1)
    api.post(f"/api/callbacks/{callback(number)['callback_id']}/cancel")
    assert board.wait_row("queues", row["queue_id"],
                          callbacks_cancelled=3), board.rows
    board.close()
    place.wait_until("none is open",
                     lambda: api.metrics()["cclite_callbacks"] == 0)


def one_asked_for_late_is_of_its_contact():
    """a callback that is asked for after the wrap-up is told in the contact"""
    call, contact, _ = waits()
    call.hang_up()
    centre.wait_ended(contact)
    made = api.post("/api/callbacks", queue_id="sales", number="+442079460099",
                    contact_id=contact)
    one = api.get(f"/api/callbacks/{made['id']}")
    assert (one["asked_by"], one["origin"]) == (contact, "person"), one
    asked_event, = told(contact, "callback_asked")
    assert asked_event["callback_id"] == made["id"], asked_event
    api.post(f"/api/callbacks/{made['id']}/cancel")
    answer = api.ask("POST", "/api/callbacks", {
        "queue_id": "sales", "number": "+442079460098", "contact_id": 471100})
    assert (answer.json["code"], answer.json["field"]) == (
        "no_contact", "contact_id"), answer.json


def who_was_called_back_is_erased():
    """erasing the contact that was called erases what the agent had noted"""
    one = callback(NUMBER)
    assert on_disk(NOTE) and on_disk("Fenwick")
    place.wait_until("it is erased", lambda: api.ask(
        "POST", "/api/erasures", {"contact_id": one["contact_id"]}
        ).status == 200)
    told_, = [e for e in centre.server.events("person_erased")
              if e["callback_id"]]
    assert told_["callback_id"] == one["callback_id"], told_
    assert not on_disk(NOTE)
    assert api.get(f"/api/callbacks/{one['callback_id']}")["note"] == ""


def the_place_is_resumed():
    """who hangs up and soon calls again has the place again"""
    first, gone, number = waits()
    first.hang_up()
    assert centre.wait_ended(gone)["cause"] == "abandoned"
    call = centre.in_queue(key="1", caller=number)
    place.wait_until("the caller waits again", lambda: [
        c for c in centre.contacts() if c["caller"] == number and c["live"]
        and c["place"] == "queue"])
    again = [c for c in centre.contacts()
             if c["caller"] == number and c["live"]][0]["contact_id"]
    queued = told(again, "contact_queued")[0]
    assert queued["resumed_id"] == gone, queued
    assert queued["since_us"] == told(gone, "contact_queued")[0]["since_us"]
    call.hang_up()


def a_crash_loses_no_place():
    """kill -9: who was to be called back is so still, in the same place"""
    number = booked()
    contact = callback(number)["contact_id"]
    since = told(contact, "contact_queued")[0]["since_us"]
    centre.settle()
    centre.server.kill()
    centre.server.start()
    one = wait_state(number, "in_line")
    assert one["contact_id"] != contact and one["tries"] == 0, one
    assert told(one["contact_id"], "contact_queued")[0]["since_us"] == since
    ana.plug_in()
    works()
    ring, outside = reach(number)
    outside.answer(hertz=800)
    ring.wait_hears(800)
    wait_state(number, "reached")
    outside.hang_up()
    ring.wait_end()
    rests()


def the_books_agree():
    """verify agrees with all of it"""
    centre.close()


def the_hours_there_are_waited_for():
    """by the clock there it is too early: it waits, and tells until when"""
    hour = datetime.now(ZoneInfo("Europe/London")).hour
    later = (hour + 2) % 24 if hour < 21 else 9
    api.put("/api/queues/sales",
            callback_window=f"{later:02d}:30-{later + 1:02d}")
    call, contact, number = asked()
    call.media.press("1")
    one = wait_state(number, "waiting")
    call.hang_up()
    assert one["reason"] == "window" and not one["contact_id"], one
    assert one["window"].startswith(f"{later:02d}:30-"), one
    due = datetime.fromtimestamp(one["due_us"] / 1e6,
                                 ZoneInfo("Europe/London"))
    assert (due.hour, due.minute) == (later, 30), due
    place.wait_until("it is told why", lambda: any(
        f"not before {later:02d}:30 (London)" in d["says"]
        for d in api.items(f"/api/contacts/{contact}/why")))
    change = f"/api/callbacks/{one['callback_id']}/change"
    answer = api.ask("POST", change, {})
    assert (answer.status, answer.json["code"]) == (
        409, "outside_window"), answer.json
    api.post(change, any_hour=True)
    wait_state(number, "in_line")
    api.post(f"/api/callbacks/{one['callback_id']}/cancel")
    queue = api.ask("GET", "/api/queues/sales")
    body = {key: value for key, value in queue.json.items()
            if key not in ("id", "version")}
    answer = api.ask("PUT", "/api/queues/sales",
                     {**body, "callback_window": "20-9"},
                     {"If-Match": queue.headers["ETag"]})
    assert (answer.status, answer.json["code"], answer.json["field"]) == (
        422, "bad_window", "callback_window"), answer.json
    api.put("/api/queues/sales", callback_window="")


def refusals():
    """what may not be called back is refused with a reason"""
    for number, code in (("112", "to_emergency"),
                         ("113", "not_called_back"),
                         ("+33123456", "not_called_back"),
                         ("+449098790000", "number_barred"),
                         ("Jana", "bad_characters"), ("", "bad_number")):
        answer = api.ask("POST", "/api/callbacks",
                         {"queue_id": "sales", "number": number})
        assert answer.json["code"] == code, (number, answer.json)
        assert answer.status in (409, 422), answer.status


tap.run(a_caller_is_called_back, it_overtakes_nobody, another_number,
        a_time_is_chosen, a_trial_asks_when_too, nobody_is_told_no,
        busy_is_tried_again, metrics_tell, who_was_called_back_is_erased,
        one_asked_for_late_is_of_its_contact,
        the_place_is_resumed, the_hours_there_are_waited_for, refusals,
        a_crash_loses_no_place, the_books_agree)
