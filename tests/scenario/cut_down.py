# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that is killed at a chosen write to its database."""

import http.client
import os
import signal

import place


def is_attached(server):
    """Whether all threads of the server are traced."""
    tasks = f"/proc/{server.pid()}/task"
    try:
        return all("TracerPid:\t0\n" not in place.text_of(
            os.path.join(tasks, task, "status")) for task in os.listdir(tasks))
    except OSError:  # a thread that ended meanwhile
        return False


def traced(server, where):
    """Traces the server, which is killed at a call of the system. That may be
    one that has nothing to do with us: then it is started once more."""
    database = os.path.join(server.data, "cclite.db")
    while True:
        tracer = place.start(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e",
             f"inject={where}:signal=KILL", "-P", database, "-P",
             database + "-wal", "-p", str(server.pid())], "strace")
        place.wait_until("it is traced", lambda t=tracer: is_attached(server)
                         or t.poll() is not None)
        if not server.is_gone():
            assert tracer.poll() is None, place.text_of("strace")
            return tracer
        place.end(tracer, signal.SIGINT)
        server.start()


def killed_while(server, where, doing):
    """Does something, and is killed at a call of the system, or after the
    answer; then it is started again. What was answered, or None."""
    tracer = traced(server, where)
    answer = None
    try:
        answer = doing()
    except (OSError, http.client.HTTPException):
        pass
    if not server.is_gone() and answer:
        server.kill()
    place.wait_until("it is gone", server.is_gone)
    place.end(tracer, signal.SIGINT)
    server.start()
    return answer
