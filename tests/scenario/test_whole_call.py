# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole call by keys alone, in a terminal, against the real server."""

import os
import stat
import threading
import time

import place
import tap
from centre import Centre
from rtp_peer import KEYS
from screen import Console

PASSWORD = "secret-ana-1"

centre = Centre(queue={"wrap_up": "mandatory_timed", "wrap_up_ms": 60000,
                       "wrap_up_more_ms": 30000})
centre.api.post("/api/users", name="ana", label="Ana Nova", role="agent")
centre.api.set_password("/api/users/ana/password", PASSWORD)
ana = centre.agent("ana", mode="on_demand")
centre.server.command("agent", "set", "ana", "--user", "ana")
centre.server.command("pause-reason", "add", "lunch", "--label", "Lunch",
                      "--key", "l")
centre.server.command("disposition", "add", "sold", "--label", "Sold")
centre.server.command("disposition", "add", "resolved", "--label", "Resolved")
ana.does("log-out")

token_file = place.path("home", "token")
rings = []
call = None
console = None


def pick_up():
    """The phone answers by itself, as its mode says."""
    while True:
        try:
            ring = ana.phone.next_call()
        except AssertionError:
            continue
        except OSError:
            return
        ring.ring()
        ring.answer(hertz=620)
        rings.append(ring)


def state():
    return ana.state()["state"]


def a_wrong_password_is_told_and_the_right_one_lets_in():
    """signing in: a wrong password is told, the right one opens the screen"""
    global console
    host, port = centre.server.address, centre.server.settings["http.port"]
    console = Console(centre.server, token_file, "--server",
                      f"http://{host}:{port}")
    console.wait("Sign in", "Password")
    console.press("ana", "Tab", "wrong", "Enter", "Enter", "Enter")
    console.wait("wrong", "Password")
    console.press(PASSWORD, "Enter", "Enter", "Enter")
    console.wait("My queues", "Ana Nova", "OFF DUTY")


def the_token_is_nobody_elses():
    """the token is kept in a file that nobody else can read"""
    place.wait_until("the token is kept",
                     lambda: os.path.exists(token_file))
    assert stat.S_IMODE(os.stat(token_file).st_mode) == 0o600
    assert PASSWORD not in place.text_of("home/token")


def ready_by_two_keys():
    """s and r make the agent ready"""
    console.press("s")
    console.wait("Change state", "Lunch")
    console.press("r")
    ana.wait("available")
    console.wait("READY")


def a_call_rings_and_is_answered():
    """a call rings on the screen, and F2 answers it: they hear each other"""
    global call
    threading.Thread(target=pick_up, daemon=True).start()
    call = centre.in_queue()
    console.wait("INCOMING", "RINGING", "rings out in",
                 centre.last_number.lstrip("+"))
    console.press("F2")
    call.wait_hears(620)
    console.wait("ON CALL", "Notes")


def hold_and_resume():
    """F3 holds and resumes"""
    console.press("F3")
    ana.wait("hold")
    console.wait("HOLD", "(1×)")  # which is told from its first second on
    console.press("F3")
    ana.wait("talking")
    console.wait("ON CALL", "(1×)")


def mute_and_unmute():
    """F4 mutes, and says so until it is pressed again"""
    console.press("F4")
    console.wait("MUTED")
    assert ana.state()["muted"]
    console.press("F4")
    console.wait_gone("MUTED")
    assert not ana.state()["muted"]


def keys_for_the_other_end():
    """F7 and 4 0 9 # reach the caller's telephone"""
    console.press("F7")
    console.wait("Keypad")
    console.press("4", "0", "9", "#")

    def pressed():
        first = {}
        for stamp, event, *_ in list(call.media.events):
            first.setdefault(stamp, KEYS[event])
        return "".join(key for _, key in sorted(first.items()))
    place.wait_until("the keys are heard", lambda: pressed() == "409#")
    console.press("Esc")
    console.wait_gone("Keypad")


def notes_are_kept_on_the_server():
    """notes are kept on the server while the call still goes on"""
    console.press("resent the mail")
    place.wait_until("the note is kept", lambda: "resent the mail" in
                     centre.api.get("/api/agents/ana/note")["note"])


def killed_in_mid_call_and_back():
    """killed by -9 in mid-call, the call lives, and is shown again in 2 s"""
    global console
    console.kill()
    assert state() == "talking"
    host, port = centre.server.address, centre.server.settings["http.port"]
    began = time.monotonic()
    console = Console(centre.server, token_file, "--server",
                      f"http://{host}:{port}")
    console.wait("ON CALL", "resent the mail")
    took = time.monotonic() - began
    limit = 2 if not os.environ.get("CCLITE_TEST_PATIENCE_S") else 20
    assert took < limit, f"{took:.1f} s"
    assert state() == "talking"
    call.wait_hears(620)


def transfer_by_few_keys():
    """F5, two letters and Enter hand the caller over; the agent wraps up"""
    console.press("F5")
    console.wait("Transfer call", "queue")
    console.press("su", "Enter")
    ana.wait("acw")
    console.wait("WRAP-UP", "Disposition", "Sold", "Time left")


def more_time():
    """e gives more time"""
    before = ana.state()["wrap_up_left_us"]
    console.press("e")
    place.wait_until("there is more time", lambda:
                     ana.state()["wrap_up_left_us"] > before)


def wrap_up_by_two_keys():
    """2 and Enter set the disposition, keep the note, and make ready"""
    contact = centre.last_contact()["contact_id"]
    console.press("2", "Enter")
    place.wait_until("the wrap-up is over", lambda: state() != "acw")
    told = [event for event in centre.events_of(contact)
            if event["type"] == "wrap_up_ended"]
    assert told and told[0]["note"].strip() == "resent the mail", told


def a_second_console_is_told_to_the_first():
    """a second sign-in is told on the first screen"""
    host, port = centre.server.address, centre.server.settings["http.port"]
    second = Console(centre.server, token_file, "--server",
                     f"http://{host}:{port}")
    second.wait("Ana Nova")
    console.wait("Another console")
    second.close()


def the_phone_says_why_not():
    """what the phone cannot do now says why, on every screen"""
    call.hang_up()
    for ring in rings:
        ring.media.stop() if hasattr(ring.media, "stop") else None
    place.wait_until("nothing rings", lambda: state() not in
                     ("offered", "talking"))
    console.press("F3")
    console.wait("There is no call")


def leaving_gives_the_terminal_back():
    """SIGHUP ends it cleanly"""
    assert console.close() == 0
    centre.close()


tap.run(a_wrong_password_is_told_and_the_right_one_lets_in,
        the_token_is_nobody_elses, ready_by_two_keys,
        a_call_rings_and_is_answered, hold_and_resume, mute_and_unmute,
        keys_for_the_other_end, notes_are_kept_on_the_server,
        killed_in_mid_call_and_back, transfer_by_few_keys, more_time,
        wrap_up_by_two_keys, a_second_console_is_told_to_the_first,
        the_phone_says_why_not, leaving_gives_the_terminal_back)
