# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kernel tells of a process, and how its threads are held."""

import ctypes
import os
import subprocess
import time

import place

TICKS = os.sysconf("SC_CLK_TCK")
CLONE_NEWNS, CLONE_NEWUSER = 0x20000, 0x10000000
MS_REC, MS_PRIVATE = 0x4000, 0x40000

_libc = ctypes.CDLL(None, use_errno=True)


def cpu_seconds(pid):
    """Processor time so far, of all its threads."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def share_of_cpu(pid, seconds):
    """How much of one processor it takes during so many seconds."""
    began, before = time.monotonic(), cpu_seconds(pid)
    place.wait_until("time passes",
                     lambda: time.monotonic() - began >= seconds)
    return (cpu_seconds(pid) - before) / (time.monotonic() - began)


def memory(pid):
    """Resident bytes."""
    with open(f"/proc/{pid}/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def thread(pid, name):
    """The number of a thread by its name."""
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/comm", encoding="utf-8") as comm:
            if comm.read().strip() == name:
                return int(task)
    raise AssertionError(f"no thread {name}")


def hold(tid, seconds, calls="epoll_wait,epoll_pwait"):
    """Lets one thread stand still before its next wait, once, for so long; the
    others run on. Each of the calls that it makes is held once. Returns the
    tracer."""
    return place.start(
        ["strace", "-qq", "-o", "/dev/null", "-e", f"inject={calls}:"
         f"delay_enter={int(seconds * 1e6)}:when=1", "-p", str(tid)],
        "strace")


def is_sanitized(program):
    """Whether it was built with the address sanitizer."""
    told = subprocess.run(["ldd", program], capture_output=True, text=True,
                          check=False)
    return "libasan" in told.stdout


def own_mounts():
    """Lets this process mount what it likes, seen by it and its children
    only. False: not allowed here."""
    uid, gid = os.getuid(), os.getgid()
    if _libc.unshare(CLONE_NEWNS) != 0:
        if _libc.unshare(CLONE_NEWNS | CLONE_NEWUSER) != 0:
            return False
        for name, text in (("setgroups", "deny"), ("uid_map", f"0 {uid} 1"),
                           ("gid_map", f"0 {gid} 1")):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as out:
                out.write(text)
    return _mount("none", "/", None, MS_REC | MS_PRIVATE, None)


def mount_small(path, size):
    """A disk of so many bytes at a path. False: not allowed here."""
    return _mount("tmpfs", path, "tmpfs", 0, f"size={size},mode=0700")


def _mount(source, path, kind, flags, options):
    def encoded(text):
        return text.encode() if text is not None else None
    return _libc.mount(encoded(source), encoded(path), encoded(kind),
                       ctypes.c_ulong(flags), encoded(options)) == 0


def limit_descriptors(pid, most):
    """How many descriptors a running process may have from now on."""
    subprocess.run(["prlimit", f"--pid={pid}", f"--nofile={most}:"],
                   check=True)


def child(pid):
    """The first process that another one has started."""
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)],
                          capture_output=True, text=True, check=True)
    return int(told.stdout.split()[0])


MEMORY_GROUPS = "/sys/fs/cgroup/memory"


class MemoryGroup:
    """A control group whose processes have a bound on their memory; None of
    it where that is not allowed: see is_allowed()."""

    def __init__(self, name):
        self.path = os.path.join(MEMORY_GROUPS, name)
        os.mkdir(self.path)

    @staticmethod
    def is_allowed():
        return os.access(os.path.join(MEMORY_GROUPS, "memory.limit_in_bytes"),
                         os.W_OK)

    def under(self):
        """What a program is started under to be in it."""
        return ("sh", "-c", f"echo $$ >{self.path}/cgroup.procs; exec \"$@\"",
                "sh")

    def limit(self, size):
        """Bounds it; False: it needs more than that already."""
        try:
            with open(f"{self.path}/memory.limit_in_bytes", "w",
                      encoding="ascii") as limit:
                limit.write(str(size))
        except OSError:
            return False
        return True

    def squeeze(self, step):
        """Bounds it to little more than it cannot do without."""
        with open(f"{self.path}/memory.usage_in_bytes",
                  encoding="ascii") as usage:
            size = int(usage.read())
        while self.limit(size):
            size -= step

    def close(self):
        """When all its processes are gone."""
        os.rmdir(self.path)
