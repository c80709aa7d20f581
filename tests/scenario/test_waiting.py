# SPDX-License-Identifier: GPL-3.0-or-later
"""What those who wait hear: music, the queue's prompts, their place and the
expected wait, spoken in their language."""

import place
import tap
from centre import Centre
from wav import tone_file

MUSIC_HZ, NOTICE_HZ, COMFORT_HZ = 300, 500, 700

FLOW = {"nodes": [
    {"name": "answer", "type": "answer", "next": "wait"},
    {"name": "wait", "type": "queue", "queue": "sales", "priority": 50},
]}
SILENT = {"notice": "", "comfort": "", "tell_place_ms": 0, "tell_wait_ms": 0}

centre = Centre(flow=FLOW, queue={"recording": "all"})
api = centre.api
told = centre.told
for name, hertz, seconds in (("tune", MUSIC_HZ, 2), ("legal", NOTICE_HZ, 1.5),
                             ("patience", COMFORT_HZ, 1.5)):
    api.post("/api/prompts", name=name)
    assert api.ask("PUT", f"/api/prompts/{name}/sound",
                   raw=tone_file(hertz, seconds),
                   headers={"If-Match": "*", "Content-Type": "audio/wav"}
                   ).status == 200
ana = centre.agent("ana", "sales")
for language in ("es", "cs"):
    api.post("/api/entries", name=language, number=f"20{language}".replace(
        "es", "1").replace("cs", "2"), flow_id="main", language=language)


def queue(**settings):
    """What the queue plays and tells."""
    api.put("/api/queues/sales", **{**SILENT, "music": "tune", **settings})


def waits(number="200"):
    """A caller who waits: (call, contact's number)."""
    call = centre.caller(number).wait_answer()
    return call, centre.last_contact()["contact_id"]


def wait_told(contact, kind, count=1):
    return place.wait_until(f"{count} {kind}", lambda: (
        events := told(contact, kind)) and len(events) >= count and events)


def hang_up(call, contact):
    call.hang_up()
    centre.wait_ended(contact)


def notice_comes_before_an_agent():
    """the notice is heard to its end before the free agent is rung"""
    queue(notice="legal")
    call, contact = waits()
    call.wait_hears(NOTICE_HZ)
    assert not told(contact, "offer_made")
    ring = ana.phone.next_call()
    ring.ring()
    kinds = [e["type"] for e in centre.events_of(contact)]
    assert kinds.index("hearing_ended") < kinds.index("offer_made"), kinds
    call.wait_hears(MUSIC_HZ)
    ring.answer(hertz=620)
    call.wait_hears(620)
    wait_told(contact, "recording_started")
    hang_up(call, contact)
    ana.wait("available")
    ana.does("pause", reason_id="lunch")


def comfort_breaks_the_music():
    """music, the comfort prompt in its time, and music again"""
    queue(comfort="patience", comfort_first_ms=1500, comfort_every_ms=0)
    call, contact = waits()
    call.wait_hears(MUSIC_HZ)
    call.wait_hears(COMFORT_HZ)
    call.wait_hears(MUSIC_HZ)
    ended = wait_told(contact, "hearing_ended")[0]
    assert ended["hearing"] == "comfort" and not ended["failed"], ended
    hang_up(call, contact)


def place_is_spoken_in_each_language():
    """the place is spoken in English, Spanish and Czech, over the music"""
    queue(tell_first_ms=500, tell_place_ms=600000)
    callers = [waits(number) for number in ("200", "201", "202")]
    for at, (call, contact) in enumerate(callers):
        place.wait_until("something else than music is heard", lambda c=call: (
            c.media.hears_something() and not c.media.hears(MUSIC_HZ)))
        began = wait_told(contact, "hearing_began")[0]
        assert (began["hearing"], began["place"]) == ("place", at + 1), began
        assert not wait_told(contact, "hearing_ended")[0]["failed"]
        call.wait_hears(MUSIC_HZ)
    for call, contact in callers:
        hang_up(call, contact)


def wait_is_told_and_its_error_counted():
    """the expected wait is told, and what it was off by is a figure"""
    queue(tell_first_ms=200, tell_wait_ms=600000)
    first, contact = waits()
    assert not told(contact, "hearing_began")  # nobody works: nothing is known
    ana.does("available")
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    first.wait_hears(620)
    second, contact = waits()
    began = wait_told(contact, "hearing_began")[0]
    assert began["hearing"] == "wait" and began["agents"] == 1, began
    assert began["wait_us"] > 100e6, began  # a talk is taken for 3 minutes
    wait_told(contact, "hearing_ended")
    first.hang_up()
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    second.wait_hears(620)
    left = wait_told(contact, "queue_left")[0]
    assert left["told"] and left["told_us"] == began["wait_us"], left
    stats = api.get("/api/queues/sales/stats")
    assert stats["estimates_told"] == 1, stats
    assert stats["estimates_too_short"] == 0, stats
    assert stats["average_estimate_error_us"] == \
        left["told_us"] - left["told_ago_us"], stats
    hang_up(second, contact)


def metrics_tell():
    """what was spoken, and the errors of estimates, are scraped"""
    metrics = place.wait_until("four speeches are counted", lambda: (
        found := api.metrics()) and found["cclite_speeches_total"] == 4
        and found)
    assert metrics["cclite_speeches_skipped_total"] == 0, metrics
    name = "cclite_queue_estimate_error_seconds"
    assert metrics[f'{name}_count{{queue="sales"}}'] == 1
    assert metrics[f'{name}_bucket{{queue="sales",le="+Inf"}}'] == 1
    assert metrics[f'{name}_bucket{{queue="sales",le="60"}}'] == 0
    assert metrics[f'{name}_sum{{queue="sales"}}'] > 60
    name = "cclite_queue_estimated_wait_seconds"
    assert metrics[f'{name}{{queue="support"}}'] == -1, metrics
    assert metrics[f'{name}{{queue="sales"}}'] >= 0, metrics


def the_journal_agrees():
    """the journal, checked anew, gives the same figures"""
    centre.close()


api.post("/api/pause-reasons", name="lunch")
tap.run(
    notice_comes_before_an_agent,
    comfort_breaks_the_music,
    place_is_spoken_in_each_language,
    wait_is_told_and_its_error_counted,
    metrics_tell,
    the_journal_agrees,
)
