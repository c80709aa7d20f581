/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rlimits, an account without rights, and a filter of system calls. */

#include "worker/cage.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <seccomp.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

enum {
    NOBODY = 65534, /* Debian's nobody and nogroup */
    MAX_FILES = 16,
    MIB = 1024 * 1024,
};

static int limit(__rlimit_resource_t resource, rlim_t most)
{
    const struct rlimit both = { most, most };

    return setrlimit(resource, &both) < 0 ? -errno : 0;
}

/* SIGXCPU says to whoever asked what it died of; SIGKILL would not. */
static int limit_cpu(void)
{
    const struct rlimit cpu = { CAGE_CPU_S, CAGE_CPU_S + 1 };

    return setrlimit(RLIMIT_CPU, &cpu) < 0 ? -errno : 0;
}

static int limit_all(void)
{
    int rc = limit_cpu();

    if (rc == 0)
        rc = limit(RLIMIT_CORE, 0);
    if (rc == 0)
        rc = limit(RLIMIT_FSIZE, 0);
    if (rc == 0)
        rc = limit(RLIMIT_NOFILE, MAX_FILES);
    if (rc == 0 && !IS_SANITIZED)
        rc = limit(RLIMIT_AS, (rlim_t)CAGE_MEMORY_MIB * MIB);
    return rc;
}

static int become_nobody(void)
{
    if (geteuid() != 0)
        return 0;
    if (setgroups(0, NULL) < 0 || setresgid(NOBODY, NOBODY, NOBODY) < 0 ||
        setresuid(NOBODY, NOBODY, NOBODY) < 0)
        return -errno;

    return 0;
}

/* Whatever the server has open that is not marked to be closed. */
static int close_others(void)
{
    return close_range(STDERR_FILENO + 1, ~0U, 0) < 0 ? -errno : 0;
}

int cage_enter(void)
{
    int rc = close_others();

    if (rc == 0)
        rc = become_nobody();

    if (rc == 0)
        rc = limit_all();
    if (rc < 0)
        return rc;

    /* Giving rights away forgets the third of these: it is asked for last. */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ||
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0 ||
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0)
        return -errno;

    return 0;
}

/* What malloc, stdio-less I/O, assert and the end of a process take. */
static int allow_computing(scmp_filter_ctx filter)
{
    static const int calls[] = {
        SCMP_SYS(read),
        SCMP_SYS(write),
        SCMP_SYS(close),
        SCMP_SYS(exit_group),
        SCMP_SYS(exit),
        SCMP_SYS(brk),
        SCMP_SYS(mmap),
        SCMP_SYS(munmap),
        SCMP_SYS(mremap),
        SCMP_SYS(madvise),
        SCMP_SYS(mprotect),
        SCMP_SYS(futex),
        SCMP_SYS(rt_sigreturn),
        SCMP_SYS(rt_sigaction),
        SCMP_SYS(rt_sigprocmask),
        SCMP_SYS(clock_gettime),
        SCMP_SYS(getrandom),
        SCMP_SYS(getpid),
        SCMP_SYS(gettid),
        SCMP_SYS(tgkill),
        SCMP_SYS(sched_yield),
        SCMP_SYS(sigaltstack), /* at the end, with sanitizers */
    };
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < sizeof(calls) / sizeof(calls[0]); i++)
        rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0);

    return rc;
}

/* To look at files, and to open them for nothing but reading. */
static int allow_reading(scmp_filter_ctx filter)
{
    static const int calls[] = {
        SCMP_SYS(fstat),    SCMP_SYS(stat),    SCMP_SYS(newfstatat),
        SCMP_SYS(lseek),    SCMP_SYS(pread64), SCMP_SYS(access),
        SCMP_SYS(fcntl),    SCMP_SYS(statx),   SCMP_SYS(getdents64),
        SCMP_SYS(readlink),
    };
    static const unsigned writes = O_ACCMODE | O_CREAT | O_TRUNC;
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < sizeof(calls) / sizeof(calls[0]); i++)
        rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0);
    if (rc == 0)
        rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                              SCMP_A2(SCMP_CMP_MASKED_EQ, writes, O_RDONLY));
    if (rc == 0)
        rc = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                              SCMP_A1(SCMP_CMP_MASKED_EQ, writes, O_RDONLY));
    return rc;
}

int cage_lock(int reads)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);

    if (!filter)
        return -ENOMEM;

    int rc = allow_computing(filter);
    if (rc == 0 && reads)
        rc = allow_reading(filter);
    if (rc == 0)
        rc = seccomp_load(filter);

    seccomp_release(filter);
    return rc;
}
