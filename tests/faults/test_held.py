# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that does not get to run: stopped, starved, one thread alone held,
without descriptors.

CCLITE_TEST_HELD_S says for how long it is held (2 in check, 10 in soak, where
the thread of the sound is held, too, and others take the processors).
"""

import multiprocessing
import os
import shutil
import signal
import socket
import threading
import time

from scene import (AGENT_HZ, both_hear, end, metric, pass_s, place,
                   wait_alarm)
import process
import tap
from centre import Centre
from server import Server

HELD_S = float(os.environ.get("CCLITE_TEST_HELD_S", "2"))
IS_SOAK = HELD_S >= 10
FRAMES_A_SECOND = 50
LONG_S = 8  # a thread that waits for nothing may stand still for 5

ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
ear.bind(place.path("notify"))
signs = []  # of life, that systemd would hear: (when, words)


def listen():
    while True:
        words = ear.recv(4096).decode()
        signs.append((time.monotonic(), words))


threading.Thread(target=listen, daemon=True).start()
server = Server("held")
server.environment["NOTIFY_SOCKET"] = place.path("notify")
centre = Centre(server.start())
api = centre.api
ana = centre.agent("ana", "sales")


def received(call):
    return call.media.received


def stopped_and_gone_on():
    """stopped and gone on, sound is back within a second, without a burst, and
    the log tells of it"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    os.kill(server.pid(), signal.SIGSTOP)
    pass_s(HELD_S)
    before = received(call)
    os.kill(server.pid(), signal.SIGCONT)
    began = time.monotonic()
    place.wait_until("sound is back", lambda: received(call) > before + 5)
    back_s = time.monotonic() - began
    pass_s(max(0, 1 - back_s))
    burst = received(call) - before
    print(f"# sound was back after {back_s:.2f} s, {burst} packets in the "
          "first second")
    slack = 4 if process.is_sanitized(f"/proc/{server.pid()}/exe") else 1
    assert back_s < slack, back_s
    assert burst < 2 * FRAMES_A_SECOND, burst
    both_hear(call, ring)
    place.wait_until("the log tells of it",
                     lambda: "the server stood still for" in server.said())
    end(call, ring)
    ana.wait("available")


def without_strace():
    return not shutil.which("strace")


def the_thread_of_sound_is_held():
    """the thread of the sound held alone is an alarm within 10 s, and over
    when it runs again"""
    if without_strace():
        raise tap.Skip("there is no strace")
    tracer = process.hold(process.thread(server.pid(), "media"), 8)
    wait_alarm(api, "media_stalled", within_s=10)
    wait_alarm(api, "media_stalled", stands=False, within_s=30)
    tracer.send_signal(signal.SIGINT)
    tracer.wait()
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    both_hear(call, ring)
    end(call, ring)
    ana.wait("available")


def says_still(*names):
    return all(f"the thread {name} stands still" in server.said()
               for name in names)


def says_on(*names):
    return all(f"the thread {name} goes on" in server.said()
               for name in names)


def longest_silence(since):
    """Between two signs of life, from a moment on."""
    times = [when for when, words in signs if words == "WATCHDOG=1"]
    return max(after - before for before, after in zip(times, times[1:])
               if after > since)


def lives():
    return signs[-1][0] > time.monotonic() - 0.5


def let_go(*tracers):
    for tracer in tracers:
        tracer.send_signal(signal.SIGINT)
        tracer.wait()


def the_main_thread_is_held():
    """the main thread held alone: sound goes on, whoever started the server
    hears no sign of life meanwhile, another thread says so within 10 s, and
    afterwards the log tells for how long"""
    if without_strace():
        raise tap.Skip("there is no strace")
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    told = server.said().count("the server stood still for")
    assert not says_still("main"), server.said()
    since = time.monotonic()
    tracer = process.hold(server.pid(), LONG_S)
    place.wait_until("the thread of the clients tells", lambda: says_still("main"), 10)
    both_hear(call, ring)
    assert server.said().count("the server stood still for") == told
    place.wait_until("the log tells of it", lambda: server.said().count(
        "the server stood still for") > told)
    place.wait_until("it is over", lambda: says_on("main"))
    place.wait_until("it is told that it lives", lives)
    assert signs[0][1] == "READY=1", signs
    assert longest_silence(since) > LONG_S - 0.5, (since, signs)
    let_go(tracer)
    end(call, ring)
    ana.wait("available")


def others_are_held():
    """other threads held, that of the clients and that of the sound: the log
    says which within 10 s, and whoever started the server hears no sign of
    life until they go on"""
    if without_strace():
        raise tap.Skip("there is no strace")
    assert not says_still("web") and not says_still("media"), server.said()
    since = time.monotonic()
    tracers = [process.hold(process.thread(server.pid(), "web"), LONG_S,
                            "poll,ppoll"),
               process.hold(process.thread(server.pid(), "media"), LONG_S)]
    place.wait_until("main tells", lambda: says_still("web", "media"), 10)
    place.wait_until("they go on", lambda: says_on("web", "media"))
    told = [words for when, words in signs if when > since]
    assert told and set(told) == {"WATCHDOG=1"}, told
    place.wait_until("it is told that it lives", lives)
    assert longest_silence(since) > 2, (since, signs)
    let_go(*tracers)
    wait_alarm(api, "thread_stalled", stands=False)
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    both_hear(call, ring)
    end(call, ring)
    ana.wait("available")


def burn():
    while True:
        pass


def starved():
    """with every processor taken twice by others, calls are set up and heard"""
    hogs = [multiprocessing.Process(target=burn, daemon=True)
            for _ in range(2 * (os.cpu_count() or 1))]
    for hog in hogs:
        hog.start()
    try:
        for _ in range(2):
            call, ring = centre.talk(ana, hertz=AGENT_HZ)
            both_hear(call, ring)
            end(call, ring)
            ana.wait("available")
    finally:
        for hog in hogs:
            hog.kill()


def fill_up(where, kind):
    """Connections to there, until nobody takes them any more."""
    lines = []
    for _ in range(80):
        line = socket.socket(kind)
        line.settimeout(0.3)
        try:
            line.connect(where)
        except OSError:
            line.close()
            break
        lines.append(line)
    return lines


def no_descriptors_left():
    """without a descriptor left, calls go on, no loop spins, and service is
    back when there are some again"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    talking = process.share_of_cpu(server.pid(), 1)
    limit = int(metric(api, "cclite_open_fds")) + 30
    process.limit_descriptors(server.pid(), limit)
    lines = (fill_up((server.address, 8080), socket.AF_INET) +
             fill_up(server.sip, socket.AF_INET) +
             fill_up(server.socket, socket.AF_UNIX))
    assert len(lines) > 30, len(lines)
    place.wait_until("hardly any is left", lambda: len(
        os.listdir(f"/proc/{server.pid()}/fd")) >= limit - limit // 4)
    share = process.share_of_cpu(server.pid(), 1)
    print(f"# {len(lines)} connections, {100 * share:.1f} % of a processor,"
          f" {100 * talking:.1f} % of it for the talk")
    both_hear(call, ring)
    assert share - talking < 0.05, (share, talking)
    place.wait_until("the log tells it", lambda:
                     "alarm: few_descriptors" in server.said())
    for line in lines:
        line.close()
    place.wait_until("it serves again", server.ready)
    wait_alarm(api, "few_descriptors", stands=False)
    end(call, ring)
    ana.wait("available")
    process.limit_descriptors(server.pid(), 16)  # fewer than there are
    assert centre.caller().wait_refusal() == 503
    process.limit_descriptors(server.pid(), 4096)


def the_books_agree():
    """after all that a call is served, no leg is left, and verify agrees"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    end(call, ring)
    place.wait_until("no leg is left",
                     lambda: metric(api, "cclite_sip_legs") == 0)
    centre.close()


tap.run(stopped_and_gone_on, the_main_thread_is_held, others_are_held,
        *((the_thread_of_sound_is_held, starved) if IS_SOAK else ()),
        no_descriptors_left, the_books_agree)
