# SPDX-License-Identifier: GPL-3.0-or-later
"""Data of an earlier commit, and what must be found in it later.

    top_builddir=BUILD-OF-THEN python3 old_data.py FOLDER

lets that build serve a few contacts, and leaves its data directory and, in
expected.json, what its API then told of it.
"""

import json
import os
import shutil
import sys
import time

from scene import AGENT_HZ, CALLER_HZ, end, pass_s, place
from centre import Centre
from server import Server

TONE_HZ = 1000
CONTACT_FIELDS = ("contact_id", "cause", "caller", "called", "queue", "agent",
                  "answered", "talk_us", "wait_us", "ivr_us", "total_us",
                  "arrived_wall_us", "ended_wall_us")
DOCUMENTS = ("calendars", "caller-lists", "routing/rules", "prompts", "skills",
             "voicemail/boxes", "queue-rules", "routes")
MESSAGE_FIELDS = ("message_id", "contact_id", "box", "state", "caller",
                  "left_wall_us", "length_us", "digest", "transcript")
CALLBACK_FIELDS = ("callback_id", "queue", "state", "number", "note",
                   "due_us")


def some(items, fields):
    return [{key: one[key] for key in fields} for one in items]


def told(api):
    """What an upgrade must not change."""
    return {
        "queues": sorted(q["name"] for q in api.items("/api/queues")),
        "users": sorted(u["name"] for u in api.items("/api/users")),
        "flows": {f["name"]: f["digest"] for f in
                  api.items("/api/ivr/flows")},
        "contacts": some(api.items("/api/contacts"), CONTACT_FIELDS),
        "recordings": some(api.items("/api/recordings"),
                           ("recording_id", "contact_id", "digest",
                            "length_us")),
        "documents": {path: api.items(f"/api/{path}") for path in DOCUMENTS},
        "messages": some(api.items("/api/voicemail/messages"),
                         MESSAGE_FIELDS),
        "callbacks": some(api.items("/api/callbacks"), CALLBACK_FIELDS),
        "numbers": {one["name"]: api.items(
            f"/api/caller-lists/{one['name']}/numbers")
            for one in api.items("/api/caller-lists")},
        "levels": api.items("/api/agents/ana/skills"),
        "events": api.get("/api/state")["seq"],
        "ben": api.get("/api/agents/ben/state")["state"],
    }


def make_documents(api):
    """One of each kind that is not there yet, naming each other."""
    api.post("/api/skills", name="english")
    api.post("/api/agents/ana/skills", skill_id="english", level=70)
    api.post("/api/calendars", name="office", zone="Europe/Madrid",
             hours="mon-fri 09:00-14:00", holidays="12-25")
    api.post("/api/caller-lists", name="vip")
    api.post("/api/caller-lists/vip/add-number", number="+34600123456")
    api.post("/api/routing/rules", name="first", to="queue", to_id="sales",
             condition="caller in vip and open(office)")
    api.post("/api/prompts", name="welcome", text="Welcome.")
    api.post("/api/routes", name="spain", number="+34*", trunk_id="provider")
    api.post("/api/queue-rules", name="full", queue_id="sales", cause="full",
             target="hang_up")
    api.post("/api/voicemail/boxes", name="support", queue_id="support",
             min_ms=800)


def leave(centre):
    """A message that stays for good, and somebody who is to be called back in
    60 days; data that are to be kept for longer must do without the latter."""
    api = centre.api
    api.put("/api/queues/support", overflow_to="voicemail",
            overflow_id="support", max_wait_ms=100)
    call = centre.in_queue("2", hertz=CALLER_HZ)
    contact = centre.last_contact()["contact_id"]
    place.wait_until("the caller is greeted",
                     lambda: centre.told(contact, "voicemail_entered"))
    call.media.press("#")
    place.wait_until("the tone is heard",
                     lambda: call.media.hears(TONE_HZ, ms=160))
    pass_s(1.5)
    call.hang_up()
    message = place.wait_until(
        "there is a message", lambda: api.items("/api/voicemail/messages"))[0]
    api.post(f"/api/voicemail/{message['message_id']}/state", state="saved")
    api.post("/api/callbacks", queue_id="support", number="+442079460000",
             note="the blue one",
             due_us=int(time.time() + 60 * 86400) * 1000000)


def make(folder):
    server = Server("old")
    centre = Centre(server.start(), queue={"recording": "all",
                                           "callback_numbers": "+44"})
    ana, ben = centre.agent("ana", "sales"), centre.agent("ben", "support")
    centre.api.post("/api/pause-reasons", name="lunch", label="Lunch")
    for agent, key in ((ana, "1"), (ben, "2"), (ana, "1")):
        call, ring = centre.talk(agent, hertz=AGENT_HZ, key=key)
        pass_s(1)
        end(call, ring)
        agent.wait("available")
    ben.does("pause", reason_id="lunch")
    make_documents(centre.api)
    waiting = centre.in_queue("2")
    place.wait_until("one waits", lambda: centre.api.get(
        "/api/queues/support/stats")["waiting"] == 1)
    waiting.hang_up()
    leave(centre)
    place.wait_until("all is over", lambda: centre.api.get(
        "/api/state")["contacts_live"] == 0 and all(
            one["state"] == "kept"
            for one in centre.api.items("/api/recordings")))
    expected = told(centre.settle().api)
    centre.close()
    os.makedirs(folder, exist_ok=True)
    shutil.copytree(server.data, os.path.join(folder, "data"),
                    ignore=shutil.ignore_patterns("*.lock", "cclited.sock"))
    with open(os.path.join(folder, "expected.json"), "w",
              encoding="utf-8") as out:
        json.dump(expected, out, indent=1, sort_keys=True)


if __name__ == "__main__":
    make(sys.argv[1])
