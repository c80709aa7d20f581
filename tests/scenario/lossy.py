# SPDX-License-Identifier: GPL-3.0-or-later
"""Two network namespaces, and a line between them that loses packets.

This process is on one side, whatever it starts by `under` on the other. Every
IP packet crosses a pair of tun devices by the hand of a thread, which drops
some: UDP, TCP, RTP, with what the kernel does about it.
"""

import ctypes
import fcntl
import os
import random
import select
import struct
import subprocess
import threading

NEAR, FAR = "10.99.0.2", "10.99.0.1"
CLONE_NEWNET = 0x40000000
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 1, 0x1000
_libc = ctypes.CDLL(None, use_errno=True)


class NotHere(Exception):
    """This machine does not allow it; says why."""


def _run(*arguments, under=()):
    done = subprocess.run([*under, *arguments], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise NotHere(f"{' '.join(arguments)}: {done.stderr.strip()}")


def _setns(descriptor):
    if _libc.setns(descriptor, CLONE_NEWNET) != 0:
        raise NotHere("setns: " + os.strerror(ctypes.get_errno()))


def _tun(name):
    """The descriptor of a tun device in the namespace of this thread."""
    try:
        tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(tun, TUNSETIFF, struct.pack(
            "16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    except OSError as failure:
        raise NotHere(f"/dev/net/tun: {failure.strerror}") from None
    return tun


class Line:
    """The line. To be made before any thread and socket: from then on this
    process lives in a namespace of its own.

    loss: the share of packets that are lost, each way.
    """

    def __init__(self, loss=0.0, seed=1):
        self.loss = loss
        self.passed = self.lost = 0
        self._chance = random.Random(seed)
        if _libc.unshare(CLONE_NEWNET) != 0:
            raise NotHere("unshare: " + os.strerror(ctypes.get_errno()))
        self.other = subprocess.Popen(["unshare", "-n", "sleep", "3600"])
        self.under = ("nsenter", f"--net=/proc/{self.other.pid}/ns/net")
        try:
            self._open()
        except NotHere:
            self.close()
            raise
        threading.Thread(target=self._pass, daemon=True).start()

    def _open(self):
        here = os.open("/proc/self/ns/net", os.O_RDONLY)
        while os.path.samestat(os.stat(f"/proc/{self.other.pid}/ns/net"),
                               os.fstat(here)):
            if self.other.poll() is not None:
                raise NotHere("unshare -n is refused")
        there = os.open(f"/proc/{self.other.pid}/ns/net", os.O_RDONLY)
        self.near = _tun("near")
        _setns(there)
        self.far = _tun("far")
        _setns(here)
        os.close(there)
        os.close(here)
        for under, name, addresses in (
                ((), "near", (NEAR, "10.99.0.3", "10.99.0.4")),
                (self.under, "far", (FAR,))):
            _run("ip", "link", "set", "lo", "up", under=under)
            for address in addresses:
                _run("ip", "addr", "add", address + "/24", "dev", name,
                     under=under)
            _run("ip", "link", "set", name, "up", under=under)

    def _pass(self):
        ends = {self.near: self.far, self.far: self.near}
        while True:
            for end in select.select(list(ends), [], [])[0]:
                try:
                    packet = os.read(end, 65536)
                    if self._chance.random() < self.loss:
                        self.lost += 1
                        continue
                    self.passed += 1
                    os.write(ends[end], packet)
                except OSError:
                    pass  # nobody is there any more, or its queue is full

    def close(self):
        """The other side goes."""
        self.other.kill()
        self.other.wait()
