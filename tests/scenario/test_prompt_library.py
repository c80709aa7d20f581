# SPDX-License-Identifier: GPL-3.0-or-later
"""The prompt library: spoken, uploaded, played in the caller's language."""

import array
import io
import json
import math
import os
import struct
import subprocess
import time
import wave

import place
import tap
from centre import Centre
from rtp_peer import share_of
from server import PROGRAM, Server

RATE_HZ = 8000
HERTZ = {"en": 440, "es": 620, "cs": 830}

centre = Centre()
server = centre.server
api = centre.api
eva = centre.agent("eva", "support")
api.put("/api/agents/eva", user_id="boss")  # who asks is Eva


def riff(fmt, data, more=b""):
    """A WAV file of its chunks."""
    chunks = (b"fmt " + struct.pack("<I", len(fmt)) + fmt + more
              + b"data" + struct.pack("<I", len(data)) + data)
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def wav(hertz, rate=RATE_HZ, channels=1, bits=16, seconds=1.0, tag=1):
    """A tone as a file of a kind."""
    width = bits // 8
    frames = []
    for i in range(int(rate * seconds)):
        value = 0.4 * math.sin(2 * math.pi * hertz * i / rate)
        if tag == 3:
            one = struct.pack("<f" if bits == 32 else "<d", value)
        elif bits == 8:
            one = bytes([128 + round(value * 127)])
        else:
            one = round(value * (2 ** (bits - 1) - 1)).to_bytes(
                width, "little", signed=True)
        frames.append(one * channels)
    fmt = struct.pack("<HHIIHH", tag, channels, rate, rate * channels * width,
                      channels * width, bits)
    return riff(fmt, b"".join(frames))


def make(name, **more):
    return api.post("/api/prompts", name=name, **more)


def upload(name, raw, kind="audio/wav"):
    return api.ask("PUT", f"/api/prompts/{name}/sound", raw=raw,
                   headers={"If-Match": "*", "Content-Type": kind})


def sound(name):
    """The samples that callers hear, as anybody's library reads them."""
    answer = api.ask("GET", f"/api/prompts/{name}/sound")
    assert answer.status == 200, answer.json
    with wave.open(io.BytesIO(answer.raw)) as heard:
        assert heard.getparams()[:3] == (1, 2, RATE_HZ), heard.getparams()
        return array.array("h", heard.readframes(heard.getnframes()))


def level_db(samples):
    mean = sum(s * s for s in samples) / len(samples)
    return 10 * math.log10(mean / 32768**2) if mean else -math.inf


def is_tone(samples, hertz):
    """Whether most of it is that tone, beginning and end aside."""
    parts = [samples[at:at + 400] for at in range(800, len(samples) - 1200,
                                                  400)]
    return parts and all(share_of(part, hertz) > 0.9 for part in parts)


def files():
    return sorted(name for _, _, names in
                  os.walk(os.path.join(server.data, "prompts"))
                  for name in names)


def speaks_in_three_languages():
    """a text is spoken in English, Spanish and Czech, as loud as a prompt"""
    for language, text in (("en", "Welcome. Please hold the line."),
                           ("es", "Le damos la bienvenida. Espere, por favor."),
                           ("cs", "Vítejte. Čekejte prosím na lince.")):
        made = make(f"hello.{language}", language=language, text=text)
        assert made["sound"] == "" and made["text"] == text, made
        samples = sound(f"hello.{language}")
        assert 1.0 < len(samples) / RATE_HZ < 6.0, len(samples)
        assert -24.5 < level_db(samples) < -21.5, level_db(samples)
        assert max(map(abs, samples)) < 32000


def speaks_a_text_once():
    """the same words in the same language are spoken once; others anew"""
    before = files()
    make("hello.again", language="en", text="Welcome. Please hold the line.")
    assert files() == before
    assert sound("hello.again") == sound("hello.en")
    make("hello.other", language="es", text="Welcome. Please hold the line.")
    assert len(files()) == len(before) + 1
    assert sound("hello.other") != sound("hello.en")


def takes_every_usual_file():
    """a WAV file of any usual rate, width and number of channels is taken"""
    make("file")
    kinds = ((8000, 1, 16, 1), (44100, 2, 24, 1), (48000, 1, 32, 3),
             (11025, 1, 8, 1), (22050, 8, 16, 1), (96000, 1, 64, 3),
             (16000, 2, 32, 1), (4000, 1, 16, 1), (192000, 1, 16, 1),
             (47999, 1, 16, 1))
    for rate, channels, bits, tag in kinds:
        answer = upload("file", wav(440, rate, channels, bits, 0.5, tag))
        kind = (rate, channels, bits, tag)
        assert answer.status == 200, (kind, answer.json)
        samples = sound("file")
        assert abs(2 * len(samples) - RATE_HZ) <= 80, (kind, len(samples))
        assert is_tone(samples, 440), kind
        assert -23 < level_db(samples) < -21, (kind, level_db(samples))
        assert answer.json["sound"][:32] + ".wav" in files(), kind


def is_outline(peaks, samples):
    """Whether each character is as loud as its stretch: 2 dB a step."""
    per = max(RATE_HZ // 50, -(-len(samples) // 240))
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if len(peaks) != -(-len(samples) // per):
        return False
    for place, char in enumerate(peaks):
        loudest = max(map(abs, samples[place * per:(place + 1) * per]))
        db = 20 * math.log10(loudest / 32768) if loudest else -99
        if abs(digits.index(char) - max(0, 35 + db / 2)) > 1:
            return False
    return True


def tells_how_long_they_are():
    """how long a prompt is, and how loud where, is told, page by page"""
    make("nothing")
    told = {one["name"]: one for one in api.items("/api/prompt-sounds?limit=2")}
    assert set(told) == {one["name"] for one in api.items("/api/prompts")}
    assert (told["nothing"]["length_us"], told["nothing"]["peaks"]) == (0, "")
    for name in ("hello.en", "hello.cs", "file"):
        samples = sound(name)
        assert told[name]["length_us"] == len(samples) * 125, told[name]
        assert is_outline(told[name]["peaks"], samples), told[name]
    spanish = api.items("/api/prompt-sounds?filter=language%20=%20es")
    assert spanish and {one["language"] for one in spanish} == {"es"}
    assert api.ask("GET", "/api/prompt-sounds?sort=name").status == 400
    api.ask("DELETE", "/api/prompts/nothing", headers={"If-Match": "*"})


def filters_what_cannot_be_heard():
    """what is above 4 kHz does not come back as another tone"""
    upload("file", wav(6000, 44100))
    samples = sound("file")[800:-800]  # the ends are a click
    assert level_db(samples) < -40, level_db(samples)


BAD = {
    "it is no file": b"",
    "it is a text": b"hello, world" * 10,
    "it is cut off": wav(440)[:-5],
    "it has a length of its own": b"RIFF\xff\xff\xff\xffWAVE" + wav(440)[12:],
    "it has no data": b"RIFF\x1c\x00\x00\x00WAVE" + wav(440)[12:36],
    "its chunk has no end": wav(440)[:16] + b"\xff\xff\xff\xff" + wav(440)[20:],
    "its chunk is -8 long": wav(440)[:16] + b"\xf8\xff\xff\xff" + wav(440)[20:],
    "it has two formats": riff(wav(440)[20:36], b"\0\0",
                               b"fmt \x10\0\0\0" + wav(440)[20:36]),
    "it is MP3 inside": riff(struct.pack("<HHIIHH", 0x55, 1, 8000, 8000, 1, 0),
                             b"\0\0"),
    "it has no channel": riff(struct.pack("<HHIIHH", 1, 0, 8000, 0, 0, 16),
                              b"\0\0"),
    "it has 65535 channels": riff(struct.pack(
        "<HHIIHH", 1, 65535, 8000, 1048560000, 65534, 16), b"\0\0"),
    "its rate is 0": riff(struct.pack("<HHIIHH", 1, 1, 0, 0, 2, 16), b"\0\0"),
    "its rate is 4 GHz": riff(struct.pack(
        "<HHIIHH", 1, 1, 0xffffffff, 0xfffffffe, 2, 16), b"\0\0"),
    "it has 12 bits": riff(struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 12),
                           b"\0\0"),
    "it contradicts itself": riff(struct.pack(
        "<HHIIHH", 1, 1, 8000, 8000, 2, 16), b"\0\0"),
    "half a sample is missing": riff(wav(440)[20:36], b"\0\0\0"),
    "it is empty": riff(wav(440)[20:36], b""),
    "it lasts six minutes": riff(struct.pack(
        "<HHIIHH", 1, 1, 4000, 4000, 1, 8), b"\x80" * 4000 * 360),
    "it is chunks and no end": b"RIFF" + struct.pack("<I", 4 + 8 * 100_000)
                               + b"WAVE" + b"junk\0\0\0\0" * 100_000,
}


def refuses_bad_files():
    """what is no sound is refused with the reason, and changes nothing"""
    before, kept = api.get("/api/prompts/file"), files()
    for what, raw in BAD.items():
        answer = upload("file", raw)
        assert answer.status == 422, (what, answer.status, answer.json)
        assert answer.json["code"] == "bad_sound", (what, answer.json)
        assert ": " in answer.json["detail"], (what, answer.json)
    assert api.get("/api/prompts/file") == before
    assert files() == kept
    said = api.ask("PUT", "/api/prompts/file/sound", raw=b"x" * 50,
                   headers={"If-Match": "*", "Content-Type": "audio/wav",
                            "Accept-Language": "cs"}).json
    assert "WAV" in said["detail"] and "it is" not in said["detail"], said


def limits_what_is_sent():
    """too much, another type, and another version are refused"""
    connection = api.connection()
    connection.putrequest("PUT", "/api/prompts/file/sound")
    for header in (("If-Match", "*"), ("Content-Type", "audio/wav"),
                   ("Content-Length", str(16 * 1024 * 1024 + 1))):
        connection.putheader(*header)
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()
    connection = api.connection()
    parts = [b"RIFF"] + [b"\0" * 1024 * 1024] * 17
    try:
        connection.request("PUT", "/api/prompts/file/sound", body=iter(parts),
                           encode_chunked=True, headers={
                               "Transfer-Encoding": "chunked", "If-Match": "*",
                               "Content-Type": "audio/wav"})
        assert connection.getresponse().status == 413
    except OSError:
        pass  # it closes the door on what still comes
    connection.close()
    answer = upload("file", wav(440), kind="text/html")
    assert (answer.status, answer.json["code"]) == (415, "not_sound_type")
    answer = api.ask("PUT", "/api/prompts/file/sound", raw=wav(440),
                     headers={"Content-Type": "audio/wav"})
    assert answer.status == 428, answer.json
    answer = api.ask("PUT", "/api/prompts/file/sound", raw=wav(440),
                     headers={"Content-Type": "audio/wav",
                              "If-Match": '"1"'})
    assert answer.status == 412, answer.json
    for name in ("..%2f..%2fetc%2fpasswd", "a.wav;rm", "x" * 300, "nobody"):
        assert upload(name, wav(440)).status in (404, 400, 414), name
    answer = api.ask("POST", "/api/prompts", {"name": "a/../b", "text": "x"})
    assert answer.status == 422, answer.json
    answer = api.ask("POST", "/api/prompts", {"name": "foreign",
                                              "sound": "0" * 64})
    assert (answer.status, answer.json["code"]) == (422, "sound_not_stored")


HOSTILE = [
    '<speak><audio src="/etc/passwd"/></speak>',
    '<mark name="x"/>' * 20, "&#x0;&lt;&amp;", "[[h@l'oU]]", "%s%n%d" * 50,
    "../../etc/passwd", "9" * 500, "\u202eabc\u202c\u200b\ufeff", "😀" * 100,
    "ř" * 240, "a" * 500, "! " * 250, "漢字かな", "x\ny\nz", "$(reboot)`id`",
]


def survives_hostile_texts():
    """any text is spoken or refused; no file is read for it"""
    for number, text in enumerate(HOSTILE):
        answer = api.ask("POST", "/api/prompts", {
            "name": f"hostile.{number}", "text": text,
            "language": list(HERTZ)[number % len(HERTZ)]})
        assert answer.status in (201, 422), (text, answer.json)
    answer = api.ask("POST", "/api/prompts", {"name": "long",
                                              "text": "a" * 501})
    assert answer.status == 422, answer.json
    answer = api.ask("POST", "/api/prompts", {"name": "empty", "text": "..."})
    assert answer.status in (201, 422), answer.json
    assert server.ready()


def tones():
    """A prompt whose languages are tones."""
    made = make("tone", language="en")
    upload("tone", wav(HERTZ["en"], 44100, seconds=1.5))
    for language in ("es", "cs"):
        make(f"tone.{language}", language=language, prompt_id="tone")
        upload(f"tone.{language}", wav(HERTZ[language], 16000, seconds=1.5))
    return made["id"]


def flow_of(**node):
    return {"nodes": [
        {"name": "answer", "type": "answer", "next": "say"},
        {"name": "say", "type": "play", **node, "next": "say",
         "on_error": "bye"},
        {"name": "bye", "type": "hang_up"}]}


def plays_in_the_callers_language():
    """a flow names a prompt by number or name, and callers hear their own"""
    number = tones()
    centre.publish("by-number", flow_of(prompt_id=number))
    centre.publish("by-name", flow_of(prompt="tone"))
    for flow in ("by-number", "by-name"):
        for language, hertz in HERTZ.items():
            api.post("/api/entries", name=f"{flow}.{language}",
                     number=f"7{len(flow)}{hertz}", flow_id=flow,
                     language=language)
            call = centre.caller(f"7{len(flow)}{hertz}").wait_answer()
            place.wait_until(f"{flow} is heard in {language}",
                             lambda: call.media.hears(hertz))
            call.hang_up()


def asks_in_which_language():
    """each language is offered by a voice of its own; what is played behind the
    key is heard in that language"""
    centre.publish("asks", {"nodes": [
        {"name": "answer", "type": "answer", "next": "ask"},
        {"name": "ask", "type": "ask_language", "wait_ms": 60000,
         "next": "say", "on_timeout": "bye", "on_invalid": "bye",
         "on_error": "bye"},
        {"name": "say", "type": "play", "prompt": "tone", "next": "say",
         "on_error": "bye"},
        {"name": "bye", "type": "hang_up"}]})
    api.post("/api/entries", name="asks", number="790", flow_id="asks",
             language="en")
    for key, language in (("2", "es"), ("3", "cs")):
        call = centre.caller("790").wait_answer()
        contact = centre.last_contact()["contact_id"]
        place.wait_until("the last language is offered", lambda: [
            part["part"] for part in centre.told(contact, "question_went_on")
        ] == [1, 2])
        place.wait_until("it is spoken", call.media.hears_something)
        call.media.press(key)
        place.wait_until(f"the rest is heard in {language}",
                         lambda: call.media.hears(HERTZ[language]))
        assert api.get(f"/api/contacts/{contact}")["language"] == language
        call.hang_up()


def keeps_what_is_used():
    """what is played is not removed; who plays it is told, by each node"""
    drafted = {"draft": True, "nodes": [
        {"name": "hello", "type": "play", "prompt": "tone", "next": "again",
         "on_error": "bye"},
        {"name": "again", "type": "play", "prompt": "tone", "next": "only",
         "on_error": "bye"},
        {"name": "only", "type": "play", "prompt": "file", "next": "bye",
         "on_error": "bye"},
        {"name": "bye", "type": "hang_up"}]}
    api.post("/api/ivr/flows", name="soon", **drafted)
    uses = api.get("/api/prompts/tone/uses")["items"]
    assert {(use["kind"], use["name"], use["node"], use["of_draft"])
            for use in uses} == {
        ("flow", "by-number", "say", False), ("flow", "by-name", "say", False),
        ("flow", "asks", "say", False),
        ("flow", "soon", "hello", True), ("flow", "soon", "again", True),
        ("prompt", "tone.es", "", False),
        ("prompt", "tone.cs", "", False)}, uses
    answer = api.ask("DELETE", "/api/prompts/file", headers={"If-Match": "*"})
    assert (answer.status, answer.json["code"]) == (409, "in_use"), answer.json
    assert [(use["kind"], use["name"], use["of_draft"])
            for use in answer.json["used_by"]] == [("flow", "soon", True)]
    assert "draft of the flow soon" in answer.json["detail"], answer.json
    api.ask("DELETE", "/api/ivr/flows/soon", headers={"If-Match": "*"})
    answer = api.ask("DELETE", "/api/prompts/tone", headers={"If-Match": "*"})
    assert (answer.status, answer.json["code"]) == (409, "in_use")
    api.put("/api/prompts/tone", name="renamed")  # the sound stays
    assert is_tone(sound("renamed"), HERTZ["en"])
    text = api.ask("GET", "/api/ivr/flows/by-name/text").raw.decode()
    assert json.loads(text)["nodes"][1]["prompt"] == "renamed", text
    api.put("/api/prompts/renamed", name="tone")
    answer = api.ask("DELETE", "/api/prompts/file", headers={"If-Match": "*"})
    assert answer.status == 200, answer.json


def refuses_strange_translations():
    """a translation has one origin and a language of its own"""
    for more in ({"prompt_id": "tone.es", "language": "cs"},
                 {"prompt_id": "tone", "language": "es"},
                 {"prompt_id": "tone", "language": "en"}):
        answer = api.ask("POST", "/api/prompts", {"name": "strange", **more})
        assert (answer.status, answer.json["code"]) == (
            422, "bad_translation"), more
    answer = api.ask("POST", "/api/ivr/flows", {
        "name": "wrong", "text": json.dumps(flow_of(prompt_id=9999))})
    assert (answer.status, answer.json["code"]) == (
        422, "flow_not_ready"), answer.json


def rings_to_listen():
    """one's own phone plays a prompt, and stops when told"""
    api.do("/api/prompts/tone.es/listen")
    ring = eva.phone.next_call()
    ring.ring()
    ring.answer(hertz=300)
    place.wait_until("it is heard", lambda: ring.media.hears(HERTZ["es"]))
    now = api.get("/api/listening")
    number = api.get("/api/prompts/tone.es")["id"]
    assert (now["prompt_id"], now["recording_id"]) == (number, 0), now
    api.post("/api/listening", action="pause")
    assert api.ask("POST", "/api/prompts/tone/listen").status == 409
    api.post("/api/listening", action="stop")
    ring.wait_end()
    began = server.events("listening_began")[-1]
    assert (began["prompt_id"], began["recording_id"]) == (number, 0), began
    make("mute")
    answer = api.ask("POST", "/api/prompts/mute/listen")
    assert (answer.status, answer.json["code"]) == (409, "no_sound")


def cclite_has_verbs():
    """cclite makes, uploads, fetches, lists and removes prompts"""
    path = place.path("server", "tone.wav")
    with open(path, "wb") as file:
        file.write(wav(700, 32000, 2))
    back = place.path("server", "back.wav")
    for words in (("prompt", "add", "shell", "--text", "Good morning"),
                  ("prompt", "upload", "shell", path),
                  ("prompt", "get", "shell", "--output", back),
                  ("prompt", "list"), ("prompt", "uses", "tone"),
                  ("prompt", "sounds"),
                  ("prompt", "set", "shell", "--sound", ""),
                  ("prompt", "show", "shell")):
        code, text, errors = server.command(*words)
        assert code == 0, (words, errors)
    with wave.open(back) as heard:
        assert is_tone(array.array("h", heard.readframes(8000)), 700)
    assert "Good morning" in text, text
    code, _, errors = server.command("prompt", "upload", "shell", "/dev/null")
    assert code != 0 and errors, errors
    code, _, errors = server.command("prompt", "remove", "shell", "--yes")
    assert code == 0, errors


def moves_to_another_server():
    """an exported configuration brings texts and sounds to another server"""
    code, exported, errors = server.command("config", "export")
    assert code == 0, errors
    other = Server("other", address=place.host(3)).start()
    try:
        root = other.api.post("/api/users", name="boss", role="admin",
                              uid=os.getuid())
        assert root["id"] == 1
        path = place.write("other/config.json", exported)
        code, said, errors = other.command("config", "apply", path)
        assert code == 0, (said, errors)
        code, said, errors = other.command("config", "diff", path)
        assert (code, said) == (0, ""), (code, said, errors)
        for name in ("tone.es", "hello.cs"):
            theirs = other.api.ask("GET", f"/api/prompts/{name}/sound")
            ours = api.ask("GET", f"/api/prompts/{name}/sound")
            assert theirs.raw == ours.raw, name
    finally:
        other.stop()


def speaks_by_the_voices_that_were_chosen():
    """each language has a voice and a speed; one that espeak-ng does not have
    is refused, and told at the start"""
    other = Server("voices", address=place.host(3), **{
        "speech.voice_en": "en-us+f3", "speech.speed_en": "300",
        "speech.voice_es": "es-nowhere", "speech.voice_cs": "cs+nobody"})
    other.start()
    try:
        other.api.post("/api/users", name="boss", role="admin",
                       uid=os.getuid())
        text = "Welcome. Please hold the line."
        other.api.post("/api/prompts", name="fast", language="en", text=text)
        with wave.open(io.BytesIO(other.api.ask(
                "GET", "/api/prompts/fast/sound").raw)) as heard:
            assert heard.getnframes() < 0.75 * len(sound("hello.en"))
        assert {name for _, _, names in os.walk(other.data + "prompts")
                for name in names}.isdisjoint(files())
        for language in ("es", "cs"):
            answer = other.api.ask("POST", "/api/prompts", {
                "name": "none", "language": language, "text": text})
            assert (answer.status, answer.json["code"],
                    answer.json["field"]) == (422, "bad_text", "text")
            assert "speech.voice" in answer.json["detail"], answer.json
        place.wait_until("it is told at the start",
                         lambda: "speech.voice_es" in other.said())
    finally:
        other.stop()


def comes_back_from_a_backup():
    """a backup has the uploaded sounds beside it, and brings them back"""
    assert api.post("/api/server/backup", name="one")["ok"]
    third = Server("third", address=place.host(2))
    os.makedirs(third.data, exist_ok=True)
    subprocess.run([PROGRAM, "--config", third.configuration(), "restore",
                    os.path.join(server.data, "backup/one")], check=True)
    third.start()
    try:
        ours = api.ask("GET", "/api/prompts/tone.es/sound")
        theirs = third.api.ask("GET", "/api/prompts/tone.es/sound")
        assert theirs.status == 200 and theirs.raw == ours.raw
    finally:
        third.stop()


def age(*names):
    """Files that nobody put there just now."""
    hour_ago = time.time() - 3600
    for name in names:
        os.utime(os.path.join(server.data, "prompts", name[:2], name),
                 (hour_ago, hour_ago))


def sweep():
    """A sweep is due every sixteen changes."""
    for number in range(16):
        api.put("/api/prompts/spare", text=("one", "two")[number % 2])


def put(name, hertz):
    """Another sound: the file that it is."""
    answer = upload(name, wav(hertz))
    assert answer.status == 200, answer.json
    return answer.json["sound"][:32] + ".wav"


def has_versions():
    """who changed a prompt when is told; each version can be heard, and be had
    again, whatever it was: a sound or a text"""
    make("versions", language="en", text="Good evening.")
    for hertz in (500, 700):
        put("versions", hertz)
    api.put("/api/prompts/versions", text="Good night.")
    rows = api.get("/api/prompts/versions/versions")["items"]
    assert [row["version"] for row in rows if row["field"] == "text"] == [
        4, 1], rows
    assert {row["user"] for row in rows} == {"boss"}, rows
    assert all(row["wall_us"] for row in rows), rows
    assert api.get("/api/prompts/versions/versions/1")["text"] == (
        "Good evening.")

    def heard(version):
        answer = api.ask(
            "GET", f"/api/prompts/versions/versions/{version}/sound")
        assert answer.status == 200, answer.json
        with wave.open(io.BytesIO(answer.raw)) as sounds:
            return array.array("h", sounds.readframes(sounds.getnframes()))
    assert is_tone(heard(2), 500) and is_tone(heard(3), 700)
    assert heard(4) == sound("versions") and 0 < len(heard(1)) != len(heard(4))
    for number, status in ((9, 404), (0, 404), ("x", 404)):
        for more in ("", "/sound"):
            answer = api.ask(
                "GET", f"/api/prompts/versions/versions/{number}{more}")
            assert answer.status == status, answer.json
    back = place.path("version.wav")
    for words in (("prompt", "versions", "versions"),
                  ("prompt", "get", "versions", "2", "--output",
                   back),
                  ("prompt", "rollback", "versions", "3")):
        code, _, errors = server.command(*words)
        assert code == 0, (words, errors)
    with wave.open(back) as sounds:
        assert is_tone(array.array("h", sounds.readframes(8000)), 500)
    assert is_tone(sound("versions"), 700)
    code, _, errors = server.command("prompt", "rollback", "versions", "1")
    assert code == 0 and sound("versions") == heard(1), errors
    code, _, errors = server.command("prompt", "rollback", "versions", "99")
    assert code != 0 and errors, errors


def heard_by_phone(hertz):
    """One's own phone rings, plays that tone, and is let go."""
    ring = eva.phone.next_call()
    ring.ring()
    ring.answer(hertz=300)
    place.wait_until("it is heard", lambda: ring.media.hears(hertz))
    api.post("/api/listening", action="stop")
    ring.wait_end()


def rings_to_listen_to_a_version():
    """one's own phone plays what a prompt was in a version, be it a sound or
    words, which are spoken anew; the prompt stays what it is"""
    before = api.get("/api/prompts/versions")
    api.do("/api/prompts/versions/versions/2/listen")
    heard_by_phone(500)
    began = server.events("listening_began")[-1]
    assert (began["prompt_id"], began["prompt_version"]) == (
        before["id"], 2), began
    code, _, errors = server.command("prompt", "listen", "versions", "3")
    assert code == 0, errors
    heard_by_phone(700)
    there = set(files())
    make("said", language="en", text="Good day to all of you.")
    (words,) = set(files()) - there
    said = len(sound("said"))
    api.put("/api/prompts/said", text="Good bye.")
    os.unlink(os.path.join(server.data, "prompts", words[:2], words))
    api.do("/api/prompts/said/versions/1/listen")
    ring = eva.phone.next_call()
    ring.ring()
    ring.answer(hertz=300)
    place.wait_until("words are heard", ring.media.hears_something)
    now = api.get("/api/listening")
    assert abs(now["length_us"] - said * 125) <= 1000, (now, said)
    api.post("/api/listening", action="stop")
    ring.wait_end()
    assert api.get("/api/prompts/versions") == before
    for number in (9, 0, "x"):
        answer = api.ask("POST",
                         f"/api/prompts/versions/versions/{number}/listen")
        assert answer.status == 404, answer.json
    answer = api.ask("POST", "/api/prompts/mute/versions/1/listen")
    assert (answer.status, answer.json["code"]) == (409, "no_sound")
    assert len(server.events("listening_began")) == len(
        server.events("listening_ended"))


def removes_what_was_replaced():
    """of former sounds the last few stay; the others go while the server runs,
    but not at once"""
    make("spare")
    old = [put("tone", 300 + 10 * number) for number in range(9)]
    last = put("tone", HERTZ["en"])
    assert {*old, last} <= set(files())
    age(*old[:-1], last)
    sweep()
    place.wait_until("the oldest ones are gone", lambda: not set(
        old[:4]) & set(files()))
    assert {*old[4:], last} <= set(files())
    assert is_tone(sound("tone"), HERTZ["en"])
    newest = api.get("/api/prompts/tone")["version"] - 3
    first = newest - 6  # of old[0]
    assert api.ask("GET", f"/api/prompts/tone/versions/{first}/sound"
                   ).status == 404
    code, _, errors = server.command("prompt", "rollback", "tone", str(first))
    assert code != 0 and "digest" in errors, errors
    code, _, errors = server.command("prompt", "rollback", "tone", str(newest))
    assert code == 0, errors
    upload("tone", wav(HERTZ["en"], 44100, seconds=1.5))  # as it was


def removes_what_no_prompt_got():
    """the sound of a prompt that was refused goes too: no event tells of it"""
    there = set(files())

    def refused(number):
        answer = api.ask("POST", "/api/prompts", {
            "name": "spare", "language": "en", "text": f"Refused {number}."})
        assert answer.status == 409, answer.json
    refused(0)
    (first,) = set(files()) - there
    age(first)
    for number in range(1, 17):
        refused(number)
    place.wait_until("it is gone", lambda: first not in files())
    assert len(set(files()) - there) == 16


def bounds_what_replaces_each_other():
    """who gives a prompt one long sound after the other has to wait, as what
    was replaced is on the disk for minutes; the same one over again is no
    more on the disk"""
    longest = wav(440, bits=8, seconds=299)

    def repeated():
        answer = api.ask("POST", "/api/prompts", {
            "name": "repeated", "text": "Once."},
            headers={"Idempotency-Key": "a prompt made once"})
        assert answer.status == 201, answer.json
        return answer.json
    first = repeated()
    there = set(files())
    make("former", language="en", text="Words that were changed since.")
    (words,) = set(files()) - there
    api.put("/api/prompts/former", text="Welcome. Please hold the line.")
    for _ in range(15):
        assert upload("tone", longest).status == 200
    asked = []
    while len(asked) < 20 and (not asked or asked[-1].status == 200):
        asked.append(upload("tone", longest[:-8000] + wav(
            300 + 10 * len(asked), bits=8)[-8000:]))
    refused = asked[-1]
    assert (refused.status, refused.json["code"]) == (
        429, "too_much_sound"), refused.json
    assert len(asked) > 10, len(asked)
    assert 0 < int(refused.headers["Retry-After"]) <= 600, refused.headers
    assert repeated() == first  # it was done before
    renamed = api.ask("PUT", f"/api/prompts/{first['id']}", dict(
        first, name="renamed"), headers={"If-Match": "*"})
    assert renamed.status == 200, renamed.json  # makes no sound

    def heard_again():
        return api.ask("GET", "/api/prompts/former/versions/1/sound").status
    assert heard_again() == 200
    os.unlink(os.path.join(server.data, "prompts", words[:2], words))
    assert heard_again() == 429 and words not in files()
    answer = api.ask("POST", "/api/prompts", {"name": "more", "text": "More."})
    assert answer.status == 429, answer.json
    answer = api.ask("POST", "/api/prompts/tone/record")
    assert answer.json["code"] == "too_much_sound", answer.json
    api.put("/api/prompts/tone", language="en")  # makes no sound


def keeps_sounds_over_a_restart():
    """after a crash sounds are there; spoken ones that are lost are made"""
    uploaded = {prompt["sound"][:32] + ".wav"
                for prompt in api.items("/api/prompts")}
    spoken = set(files()) - uploaded
    assert spoken and uploaded & set(files())
    former = put("tone", 310)
    upload("tone", wav(HERTZ["en"], 44100, seconds=1.5))
    needless = {"ab" * 16 + ".wav", "cd" * 16 + ".part"}
    for name in needless:
        folder = os.path.join(server.data, "prompts", name[:2])
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "wb") as file:
            file.write(wav(300))
    age(*needless)
    server.kill()
    for folder, _, names in os.walk(os.path.join(server.data, "prompts")):
        for name in names:
            if name in spoken:
                os.unlink(os.path.join(folder, name))
    server.start()
    place.wait_until("it is spoken again", lambda: api.ask(
        "GET", "/api/prompts/hello.en/sound").status == 200)
    place.wait_until("what nothing needs is gone",
                     lambda: not needless & set(files()))
    assert former in files()
    assert is_tone(sound("tone"), HERTZ["en"])
    call = centre.caller("79440").wait_answer()
    place.wait_until("it is heard", lambda: call.media.hears(HERTZ["en"]))
    call.hang_up()


def the_books_agree():
    """verify agrees with all of it; a change is an event"""
    assert server.verifies()
    names = [e["name"] for e in server.events("prompt_set")]
    assert "tone" in names and "hello.cs" in names
    centre.close()


tap.run(speaks_in_three_languages, speaks_a_text_once, takes_every_usual_file,
        tells_how_long_they_are, filters_what_cannot_be_heard, refuses_bad_files, limits_what_is_sent,
        survives_hostile_texts, plays_in_the_callers_language, asks_in_which_language,
        keeps_what_is_used, refuses_strange_translations, rings_to_listen,
        cclite_has_verbs, moves_to_another_server,
        speaks_by_the_voices_that_were_chosen,
        comes_back_from_a_backup, has_versions, rings_to_listen_to_a_version,
        removes_what_was_replaced,
        removes_what_no_prompt_got,
        keeps_sounds_over_a_restart, bounds_what_replaces_each_other,
        the_books_agree)
