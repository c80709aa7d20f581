# SPDX-License-Identifier: GPL-3.0-or-later
"""Talks are recorded, found, fetched, deleted; and survive what may happen.

CCLITE_TEST_KILLS says how often the server is killed: 5 in check, 50 in soak.
"""

import contextlib
import hashlib
import os
import random
import shutil
import subprocess
import time

import place
import tap
from api import Api
from centre import Centre
from rtp_peer import RtpPeer
from server import PROGRAM, Server
from wav import LEFT, RIGHT, Wav

KILLS = int(os.environ.get("CCLITE_TEST_KILLS", "5"))
CALLER_HZ, AGENT_HZ = 440, 620
CARD = "7*30#519"  # in nothing by chance
chance = random.Random(int(os.environ.get("CCLITE_TEST_SEED", "1")))

centre = Centre(queue={"recording": "all"})
server = centre.server
api = centre.api
ana = centre.agent("ana", "sales")


def newest():
    items = api.get("/api/recordings?limit=1")["items"]
    return items[0] if items else None


def wait_kept(contact_id):
    """The recording of a contact, when it is whole."""
    def kept():
        found = [one for one in api.items("/api/recordings")
                 if one["contact_id"] == contact_id]
        return found and found[0]["state"] == "kept" and found[0]
    return place.wait_until(f"contact {contact_id} is recorded", kept)


def fetch(recording_id, **headers):
    return api.ask("GET", f"/api/recordings/{recording_id}/download",
                   headers=headers)


def head_of(recording_id):
    """(status, headers, body) of a HEAD, which has no description."""
    connection = api.connection()
    connection.request("HEAD", f"/api/recordings/{recording_id}/download")
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def talk_for(seconds):
    """A talk of about so long; the contact's number when it is over."""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    until = time.monotonic() + seconds
    place.wait_until("they have talked", lambda: time.monotonic() >= until)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")
    return contact


def recorded_on_two_channels():
    """a talk is recorded: the agent right, the caller left"""
    contact = talk_for(3)
    recording = wait_kept(contact)
    answer = fetch(recording["recording_id"])
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "audio/wav"
    sound = Wav(answer.raw)
    assert 2.5 < sound.seconds < 6, sound.seconds
    assert abs(recording["length_us"] / 1e6 - sound.seconds) < 0.001
    assert sound.share(LEFT, CALLER_HZ, 0.5, 2.5) > 0.8
    assert sound.share(RIGHT, AGENT_HZ, 0.5, 2.5) > 0.8
    assert recording["agent"] == "ana" and recording["queue"] == "sales"
    assert recording["caller"] == centre.last_number
    assert recording["bytes"] == len(answer.raw)
    assert recording["digest"] == hashlib.sha256(answer.raw).hexdigest()
    assert len(recording["peaks_left"]) > 50
    assert len(recording["peaks_left"]) == len(recording["peaks_right"])


def sox_agrees():
    """sox reads it as two channels of sound of that length"""
    if not shutil.which("sox"):
        raise tap.Skip("there is no sox")
    recording = newest()
    path = place.write("newest.wav", "")
    with open(path, "wb") as file:
        file.write(fetch(recording["recording_id"]).raw)
    told = subprocess.run(["sox", "--i", path], capture_output=True,
                          text=True, check=True).stdout
    assert "Channels       : 2" in told, told
    assert "u-law" in told, told
    for channel in ("1", "2"):
        stat = subprocess.run(["sox", path, "-n", "remix", channel, "stat"],
                              capture_output=True, text=True,
                              check=True).stderr
        rms = [line for line in stat.splitlines()
               if line.startswith("RMS     amplitude")][0].split(":")[1]
        assert float(rms) > 0.1, stat


def parts_are_fetched():
    """a range is 206, none of it 416, nonsense the whole; If-Range is heeded"""
    recording = newest()["recording_id"]
    whole = fetch(recording)
    size = len(whole.raw)
    rows = (
        ("bytes=0-9", 206, whole.raw[:10]),
        ("bytes=100-", 206, whole.raw[100:]),
        ("bytes=-7", 206, whole.raw[-7:]),
        (f"bytes={size - 1}-99999999999999999999999", 206, whole.raw[-1:]),
        (f"bytes={size}-", 416, None),
        ("bytes=18446744073709551616-", 416, None),
        ("bytes=-0", 416, None),
        ("bytes=5-2", 200, whole.raw),
        ("bytes=0-1,3-4", 200, whole.raw),
        ("bytes=" + "0-1," * 400 + "5-6", 200, whole.raw),
        ("bytes=-", 200, whole.raw),
        ("lines=1-2", 200, whole.raw),
        ("bytes=0x10-", 200, whole.raw),
    )
    for wanted, status, body in rows:
        answer = fetch(recording, Range=wanted)
        assert answer.status == status, (wanted[:40], answer.status)
        if body is not None:
            assert answer.raw == body, wanted[:40]
        if status == 206:
            assert answer.headers["Content-Range"].endswith(f"/{size}")
        if status == 416:
            assert answer.headers["Content-Range"] == f"bytes */{size}"
    etag = whole.headers["ETag"]
    assert fetch(recording, Range="bytes=0-9",
                 **{"If-Range": etag}).status == 206
    assert fetch(recording, Range="bytes=0-9",
                 **{"If-Range": '"other"'}).status == 200
    status, headers, body = head_of(recording)
    assert status == 200 and body == b""
    assert headers["Content-Length"] == str(size)


def access_is_noted():
    """who fetched it stands in the journal, once for all its parts"""
    heard = [e for e in server.events("recording_listened")
             if e["recording_id"] == newest()["recording_id"]]
    assert len(heard) == 1, heard
    assert heard[0]["way"] == "download" and heard[0]["by"] == 1, heard


def nothing_else_is_reached():
    """no name and no number leads to another file"""
    for name in ("..%2f..%2fcclite.db", "%2e%2e", "..%5c", "0", "-1", "%00",
                 "18446744073709551617", "999999", "1%2f..%2f2", "abc"):
        for path in (f"/api/recordings/{name}",
                     f"/api/recordings/{name}/download"):
            answer = api.ask("GET", path)
            assert answer.status in (400, 404), (path, answer.status)
    for _, folders, files in os.walk(os.path.join(server.data, "recordings")):
        for folder in folders:
            assert len(folder) in (2, 4), folder
        for file in files:
            assert len(file) == 36, file


def paused_is_silent():
    """what is said in a pause is silence, what is pressed is nowhere, and why is
    in the journal"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    refused = api.ask("POST", "/api/agents/ana/pause-recording",
                      {"reason": ""})
    assert refused.status == 422, refused.status
    assert api.ask("POST", "/api/agents/ana/resume-recording",
                   {}).status == 409
    began = time.monotonic()
    place.wait_until("a second", lambda: time.monotonic() > began + 1)
    ana.does("pause-recording", reason="card number")
    assert api.ask("POST", "/api/agents/ana/pause-recording",
                   {"reason": "again"}).status == 409
    call.media.press(CARD)
    place.wait_until("a pause", lambda: time.monotonic() > began + 3 and
                     not call.media._keys)
    ana.does("resume-recording")
    place.wait_until("the rest", lambda: time.monotonic() > began + 4.5)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")
    recording = wait_kept(contact)
    assert 1.5e6 < recording["paused_us"] < 4e6, recording
    sound = Wav(fetch(recording["recording_id"]).raw)
    middle = sound.seconds - 1.5 - 1.0
    assert sound.loudness(LEFT, middle - 0.4, middle + 0.4) < 50
    assert sound.loudness(RIGHT, middle - 0.4, middle + 0.4) < 50
    assert sound.share(RIGHT, AGENT_HZ, sound.seconds - 0.8) > 0.8
    paused = [e for e in server.events("recording_paused")
              if e["contact_id"] == contact]
    assert paused[0]["reason"] == "card number", paused
    assert not [e for e in server.events() if e["seq"] > paused[0]["seq"] and
                e.get("contact_id") == contact and "digit" in e["type"]]
    assert files_with(CARD.encode()) == []


def files_with(text):
    """Those of the server that have these bytes: database, sounds, its log."""
    found = []
    for folder, _, names in os.walk(server.data):
        for name in names:
            with contextlib.suppress(OSError), \
                    open(os.path.join(folder, name), "rb") as file:
                if text in file.read():
                    found.append(name)
    return found + ["log"] * (text.decode() in server.said())


def strangers_are_not_kept():
    """sound from a stranger's port is not in the recording"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    strangers = []
    for leg in (call, ring):
        stranger = RtpPeer(place.host(3), 1000)
        stranger.connect(*leg.media.remote)
        strangers.append(stranger)
    until = time.monotonic() + 2
    place.wait_until("they send", lambda: time.monotonic() > until)
    for stranger in strangers:
        stranger.close()
    call.hang_up()
    ring.wait_end()
    ana.wait("available")
    sound = Wav(fetch(wait_kept(contact)["recording_id"]).raw)
    for channel, hertz in ((LEFT, CALLER_HZ), (RIGHT, AGENT_HZ)):
        assert sound.share(channel, hertz, 0.3) > 0.8
        assert sound.share(channel, 1000, 0.3) < 0.01


def on_hold_the_caller_is_not_kept():
    """on hold the caller is silent in it, and music is not in it; a transfer
    ends it"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    began = time.monotonic()
    place.wait_until("a second", lambda: time.monotonic() > began + 1)
    ana.does("hold")
    place.wait_until("a hold", lambda: time.monotonic() > began + 3)
    ana.does("resume")
    ring.wait_hears(CALLER_HZ)
    place.wait_until("the rest", lambda: time.monotonic() > began + 4.5)
    ana.does("transfer", to="queue", to_id="support")
    ring.wait_end()
    recording = wait_kept(contact)
    sound = Wav(fetch(recording["recording_id"]).raw)
    middle = sound.seconds - 2.5
    assert sound.loudness(LEFT, middle - 0.4, middle + 0.4) < 50
    assert sound.share(RIGHT, AGENT_HZ, middle - 0.4, middle + 0.4) > 0.8
    assert sound.share(LEFT, CALLER_HZ, sound.seconds - 0.8) > 0.8
    call.hang_up()
    ana.wait("available")


def each_sees_what_is_theirs():
    """an agent gets what is its own, an analyst no number and no sound"""
    api.post("/api/users", name="ana", role="agent")
    api.post("/api/users", name="bea", role="agent")
    api.post("/api/users", name="ida", role="analyst")
    api.put("/api/agents/ana", user_id="ana")
    api.post("/api/agents", name="bea", user_id="bea")
    people = {}
    for name in ("ana", "bea", "ida"):
        api.set_password(f"/api/users/{name}/password", "correct horse")
        token = Api((server.address, 8080)).post(
            "/api/sessions", name=name, password="correct horse")["token"]
        people[name] = Api((server.address, 8080), token=token)
    one = newest()["recording_id"]
    path = f"/api/recordings/{one}"
    assert people["ana"].ask("GET", path).status == 200
    assert people["ana"].ask("GET", path + "/download").status == 200
    assert people["ana"].get("/api/recordings")["items"]
    assert people["bea"].get("/api/recordings")["items"] == []
    for what in ("", "/download"):
        assert people["bea"].ask("GET", path + what).status == 403
    seen = people["ida"].get(path)
    assert seen["caller"] != newest()["caller"], seen
    assert people["ida"].ask("GET", path + "/download").status == 403
    for name, user in people.items():
        assert user.ask("DELETE", path).status == 403, name
    api.put("/api/agents/ana", user_id=0)


def deleted_while_it_is_fetched():
    """who is fetching a long one gets all of it, though it is deleted"""
    number = newest()["recording_id"]
    whole = fetch(number).raw
    folder = os.path.join(server.data, "recordings")
    path = next(os.path.join(where, name)
                for where, _, names in os.walk(folder) for name in names
                if os.path.getsize(os.path.join(where, name)) == len(whole)
                and open(os.path.join(where, name), "rb").read() == whole)
    with open(path, "ab") as file:  # 8 MB: more than a socket takes at once
        file.write(bytes(8 << 20))
    connection = api.connection()
    connection.request("GET", f"/api/recordings/{number}/download")
    answer = connection.getresponse()
    first = answer.read(1000)
    assert api.ask("DELETE", f"/api/recordings/{number}").status == 200
    place.wait_until("the file is gone", lambda: not os.path.exists(path))
    rest = answer.read()
    connection.close()
    assert first + rest == whole + bytes(8 << 20)


def deleted_for_good():
    """deleted, it is gone from the disk, and cannot be fetched or deleted"""
    recording = wait_kept(talk_for(1))["recording_id"]
    assert api.ask("DELETE", f"/api/recordings/{recording}").status == 200
    assert fetch(recording).status == 404
    assert api.ask("DELETE", f"/api/recordings/{recording}").status in (404,
                                                                        409)
    place.wait_until("the file is gone", lambda: [
        e for e in server.events("recording_removed")
        if e["recording_id"] == recording])
    assert newest()["state"] == "deleted"
    files = [file for _, _, names in os.walk(
        os.path.join(server.data, "recordings")) for file in names]
    kept = [one for one in api.items("/api/recordings")
            if one["state"] == "kept"]
    assert len(files) == len(kept), (files, kept)


def cclite_lists_and_fetches():
    """cclite lists, shows, fetches and deletes recordings"""
    contact = talk_for(1)
    recording = wait_kept(contact)
    number = str(recording["recording_id"])
    code, text, errors = server.command("recording", "list")
    assert code == 0 and "ana" in text, (text, errors)
    code, text, errors = server.command("recording", "show", number)
    assert code == 0 and "▁" in text + "█▇▆" and "agent" in text, errors
    path = place.path("fetched", "one.wav")
    code, text, errors = server.command("recording", "get", number,
                                        "--output", path)
    assert code == 0, errors
    with open(path, "rb") as file:
        assert hashlib.sha256(
            file.read()).hexdigest() == recording["digest"]
    code, _, errors = server.command("recording", "get", number,
                                     "--output", path)
    assert code != 0 and "exists" in errors, errors
    code, _, errors = server.command("recording", "delete", number)
    assert code == 2, errors
    code, _, errors = server.command("recording", "delete", number, "--yes")
    assert code == 0, errors
    code, _, errors = server.command("recording", "get", number,
                                     "--output", path + "2")
    assert code != 0, errors


def by_lot():
    """with a percentage the lot decides, and the journal tells the draw"""
    api.put("/api/queues/sales", recording="percentage",
            recording_percentage=50)
    for _ in range(4):
        talk_for(0.3)
    api.put("/api/queues/sales", recording="none")
    talk_for(0.3)
    api.put("/api/queues/sales", recording="all")
    centre.settle()
    drawn = [e for kind in ("recording_started", "recording_skipped")
             for e in server.events(kind) if e["percentage"] == 50]
    assert len(drawn) == 4, drawn
    for event in drawn:
        assert (event["type"] == "recording_started") == (
            event["draw"] < 50), event


def talk_on(seconds):
    """Lets them talk; the longest time this process was kept waiting."""
    last, late_s = time.monotonic(), 0
    until = last + seconds
    while last < until:
        time.sleep(0.02)
        late_s = max(late_s, time.monotonic() - last - 0.02)
        last = time.monotonic()
    return late_s


def one_kill():
    """A talk being recorded, and the lights go out: how much is missing."""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    began = place.wait_until("it is being recorded", lambda: [
        e for e in server.events("recording_started")
        if e["contact_id"] == contact])[0]["wall_us"] / 1e6
    late_s = talk_on(chance.uniform(1.0, 2.5))
    talked = time.time() - began
    server.kill()
    server.start()
    ring.wait_end()
    call.wait_end()
    recording = wait_kept(contact)
    assert recording["repaired"], recording
    sound = Wav(fetch(recording["recording_id"]).raw)
    assert sound.share(LEFT, CALLER_HZ, 0.3, sound.seconds) > 0.8
    assert not os.listdir(os.path.join(server.data, "recordings/open"))
    place.wait_until("the phone is qualified",
                     lambda: ana.state()["reachable"])
    ana.wait("available")
    return talked - sound.seconds, late_s


def killed_in_the_middle():
    """killed in the middle of a recording, it loses a second at most"""
    kills = [one_kill() for _ in range(KILLS)]
    missing = [one for one, _ in kills]
    print(f"# {KILLS} kills; missing {min(missing):.2f} to "
          f"{max(missing):.2f} s")
    # What kept this process waiting kept the recorder waiting, too.
    assert all(one <= 1.0 + 4 * late for one, late in kills), kills
    assert server.verifies()


def deletion_outlives_a_crash():
    """a deletion that was acknowledged is done, crash or not"""
    contact = talk_for(1)
    recording = wait_kept(contact)["recording_id"]
    assert api.ask("DELETE", f"/api/recordings/{recording}").status == 200
    server.kill()
    server.start()
    place.wait_until("the file is gone", lambda: [
        e for e in server.events("recording_removed")
        if e["recording_id"] == recording])
    assert fetch(recording).status == 404
    ana.wait("available")


def backed_up_with_sound():
    """a backup has the sound with it, and what is restored from it plays"""
    kept = [one for one in api.items("/api/recordings")
            if one["state"] == "kept"]
    assert kept
    assert api.post("/api/server/backup", name="one")["ok"]
    other = Server("other", address=place.host(2))
    os.makedirs(other.data, exist_ok=True)
    backup = os.path.join(server.data, "backup/one")
    assert subprocess.run([PROGRAM, "--config", other.configuration(),
                           "restore", backup], check=False).returncode == 0
    other.start()
    for one in kept:
        answer = other.api.ask(
            "GET", f"/api/recordings/{one['recording_id']}/download")
        assert hashlib.sha256(answer.raw).hexdigest() == one["digest"]
    assert other.verifies()
    assert other.stop() == 0


def full_disk():
    """while the disk takes no more the talk goes on, an alarm stands, and it
    is recorded again when there is room"""
    def limit(size):
        subprocess.run(["prlimit", f"--pid={server.pid()}",
                        f"--fsize={size}:"], check=True)

    def alarms():
        return api.get("/api/server")["alarms"]

    if not shutil.which("prlimit"):
        raise tap.Skip("there is no prlimit")
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    # Files may grow to what the largest one is now: the journal's own go on.
    largest = max(os.path.getsize(os.path.join(server.data, name))
                  for name in os.listdir(server.data)
                  if name.startswith("cclite.db"))
    path = os.path.join(server.data, "recordings/open")
    assert os.listdir(path)
    limit(min(largest, 24000))
    place.wait_until("the alarm stands",
                     lambda: "recording_refused" in alarms())
    until = time.monotonic() + 4  # more than what waits for the disk may be
    place.wait_until("sound is lost", lambda: time.monotonic() > until)
    call.wait_hears(AGENT_HZ)
    ring.wait_hears(CALLER_HZ)
    limit("unlimited")
    place.wait_until("the alarm is over",
                     lambda: "recording_refused" not in alarms())
    until = time.monotonic() + 1.5
    place.wait_until("they talk on", lambda: time.monotonic() > until)
    call.hang_up()
    ring.wait_end()
    recording = wait_kept(contact)
    sound = Wav(fetch(recording["recording_id"]).raw)
    assert recording["lost_us"] > 0, recording
    assert sound.share(RIGHT, AGENT_HZ, sound.seconds - 1) > 0.8
    assert [e for e in server.events("recording_lost")
            if e["contact_id"] == contact and e["refused"]]
    ana.wait("available")


def the_books_agree():
    """verify agrees with every recording there was"""
    assert server.verifies()
    centre.close()


tap.run(recorded_on_two_channels, sox_agrees, parts_are_fetched,
        access_is_noted, nothing_else_is_reached, paused_is_silent,
        on_hold_the_caller_is_not_kept, strangers_are_not_kept,
        each_sees_what_is_theirs, deleted_while_it_is_fetched,
        deleted_for_good, cclite_lists_and_fetches, by_lot,
        full_disk, killed_in_the_middle, deletion_outlives_a_crash,
        backed_up_with_sound, the_books_agree)
