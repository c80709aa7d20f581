# SPDX-License-Identifier: GPL-3.0-or-later
"""A worker that crashes, hangs or talks nonsense costs its task and no call."""

import os
import signal

import place
import tap
from api import Refused
from centre import Centre
from server import time_of

WORKER = place.path("server", "worker")

SCRIPTS = {
    "crashes": "kill -SEGV $$",
    "ends at once": "exit 0",
    "talks nonsense": "head -c 100000 /dev/urandom",
    "never stops": "exec cat /dev/zero",
    "fails after reading": "cat >/dev/null; exit 1",
    "promises too much": r"printf '3WCC\0\0\0\0\377\377\377\377'",
    "is nobody": None,
}


def put_worker(script):
    """What the server will start from now on; None: nothing."""
    if os.path.lexists(WORKER):
        os.unlink(WORKER)
    if script is None:
        return
    place.write("server/worker.new", f"#!/bin/sh\n{script}\n")
    os.chmod(place.path("server", "worker.new"), 0o755)
    os.rename(place.path("server", "worker.new"), WORKER)


centre = Centre(worker=WORKER)
server = centre.server
api = centre.api
ana = centre.agent("ana", "sales")
agent_call = None


def speak(name):
    return api.ask("POST", "/api/prompts", {"name": name, "text": name})


def every_failure_is_an_answer():
    """whatever a worker does, who asked is told, and nothing is made"""
    global agent_call
    caller, ring = centre.talk(ana, hertz=620)
    agent_call = caller, ring
    for number, (what, script) in enumerate(SCRIPTS.items()):
        put_worker(script)
        answer = speak(f"p{number}")
        assert (answer.status, answer.json["code"]) == (
            503, "not_spoken"), (what, answer.json)
        assert "cclite-worker" in answer.json["detail"], (what, answer.json)
    api.post("/api/prompts", name="file")
    put_worker(SCRIPTS["crashes"])
    answer = api.ask("PUT", "/api/prompts/file/sound", raw=b"RIFF" * 50000,
                     headers={"If-Match": "*", "Content-Type": "audio/wav"})
    assert (answer.status, answer.json["code"]) == (
        503, "worker_failed"), answer.json
    assert [p["name"] for p in api.items("/api/prompts")] == ["file"]


def a_former_text_that_cannot_be_spoken_says_why():
    """a prompt's former version that cannot be spoken anew says why, as the
    prompt itself did"""
    put_worker(f'exec {place.BUILD}/cclite-worker "$@"')
    api.post("/api/prompts", name="former", text="one")
    api.put("/api/prompts/former", text="two")
    for folder, _, names in os.walk(os.path.join(server.data, "prompts")):
        for name in names:
            os.unlink(os.path.join(folder, name))
    put_worker(SCRIPTS["crashes"])
    answer = api.ask("GET", "/api/prompts/former/versions/1/sound")
    assert (answer.status, answer.json["code"]) == (
        503, "not_spoken"), answer.json
    assert "cclite-worker" in answer.json["detail"], answer.json
    assert api.ask("DELETE", "/api/prompts/former",
                   headers={"If-Match": "*"}).status < 300


def a_stalled_worker_stalls_nothing():
    """while workers hang the API answers and the call goes on"""
    caller, ring = agent_call
    hung = place.path("server", "hung")
    put_worker(f"echo $$ >>{hung}; exec sleep 600")
    waits = []
    for number in range(3):
        connection = api.connection()
        connection.request("POST", "/api/prompts",
                           body=b'{"name": "s%d", "text": "s"}' % number,
                           headers={"Content-Type": "application/json"})
        waits.append(connection)
    for _ in range(20):
        assert time_of(lambda: api.get("/api/queues")) < 2
    assert caller.media.hears(620) and ring.media.hears(440)
    ended = set()

    def answered():
        with open(hung, encoding="ascii") as file:
            pids = {int(line) for line in file if line.endswith("\n")}
        for pid in pids - ended:
            os.kill(pid, signal.SIGKILL)
        ended.update(pids)
        return len(ended) == 3
    place.wait_until("each was begun", answered)
    waits.pop().close()  # whoever asked need not wait for the end
    statuses = [connection.getresponse().status for connection in waits]
    assert statuses == [503, 503], statuses
    assert caller.media.hears(620) and ring.media.hears(440)


def it_is_counted():
    """how often workers were asked, and failed, is told by task"""
    def figure(name):
        return (f'\ncclite_worker_{name}_total{{task="speak"}} '
                f'{len(SCRIPTS) + 3}\n')
    place.wait_until("all have failed", lambda: figure("failed")
                     in api.ask("GET", "/metrics").raw.decode())
    assert figure("asked") in api.ask("GET", "/metrics").raw.decode()


def a_prompt_without_a_sound_is_no_part_of_a_flow():
    """a flow whose prompt has no sound is refused, with the prompt's place"""
    made = api.post("/api/prompts", name="mute")
    flow = {"nodes": [
        {"name": "answer", "type": "answer", "next": "say"},
        {"name": "say", "type": "play", "prompt_id": made["id"],
         "next": "bye", "on_error": "bye"},
        {"name": "bye", "type": "hang_up"}]}
    try:
        centre.publish("mute", flow)
        raise AssertionError("it is published")
    except Refused as refused:
        assert refused.problem.get("field") == "say.prompt", vars(refused)
    assert api.ask("GET", "/api/ivr/flows/mute").status == 404


def stops_while_a_worker_hangs():
    """the server's end does not wait for a worker"""
    caller, ring = agent_call
    caller.hang_up()
    ring.wait_end()
    try:
        connection = api.connection()
        connection.request("POST", "/api/prompts",
                           body=b'{"name": "z", "text": "z"}',
                           headers={"Content-Type": "application/json"})
        assert time_of(server.stop) < 8
    except Refused:
        pass
    server.start()
    assert server.verifies()
    centre.close()


tap.run(every_failure_is_an_answer, a_stalled_worker_stalls_nothing,
        it_is_counted, a_former_text_that_cannot_be_spoken_says_why,
        a_prompt_without_a_sound_is_no_part_of_a_flow,
        stops_while_a_worker_hangs)
