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

from scene import AGENT_HZ, end, pass_s, place
from centre import Centre
from server import Server

CONTACT_FIELDS = ("contact_id", "cause", "caller", "called", "queue", "agent",
                  "answered", "talk_us", "wait_us", "ivr_us", "total_us",
                  "arrived_wall_us", "ended_wall_us")


def told(api):
    """What an upgrade must not change."""
    return {
        "queues": sorted(q["name"] for q in api.items("/api/queues")),
        "users": sorted(u["name"] for u in api.items("/api/users")),
        "flows": {f["name"]: f["digest"] for f in
                  api.items("/api/ivr/flows")},
        "contacts": [{key: contact[key] for key in CONTACT_FIELDS}
                     for contact in api.items("/api/contacts")],
        "recordings": [{key: one[key] for key in
                        ("recording_id", "contact_id", "digest", "length_us")}
                       for one in api.items("/api/recordings")],
        "events": api.get("/api/state")["seq"],
        "ben": api.get("/api/agents/ben/state")["state"],
    }


def make(folder):
    server = Server("old")
    centre = Centre(server.start(), queue={"recording": "all"})
    ana, ben = centre.agent("ana", "sales"), centre.agent("ben", "support")
    centre.api.post("/api/pause-reasons", name="lunch", label="Lunch")
    for agent, key in ((ana, "1"), (ben, "2"), (ana, "1")):
        call, ring = centre.talk(agent, hertz=AGENT_HZ, key=key)
        pass_s(1)
        end(call, ring)
        agent.wait("available")
    ben.does("pause", reason_id="lunch")
    waiting = centre.in_queue("2")
    place.wait_until("one waits", lambda: centre.api.get(
        "/api/queues/support/stats")["waiting"] == 1)
    waiting.hang_up()
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
