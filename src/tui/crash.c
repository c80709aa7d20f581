/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the report by system calls alone. */

#include "tui/crash.h"

#include <assert.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct note {
    const char *verb, *name;
};

static struct {
    volatile sig_atomic_t is_armed;
    const char *program;
    char path[4096];
    char words[512];
    char term[64];
    time_t began;
    struct note notes[CRASH_NOTES];
    volatile sig_atomic_t noted; /* how many there have been */
} crash;

/* A name of terminfo; anything else in it is not ours to tell. */
static void copy_term(void)
{
    const char *term = getenv("TERM");
    size_t length =
        term ? strspn(term, "abcdefghijklmnopqrstuvwxyz"
                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+._")
             : 0;

    if (length >= sizeof(crash.term))
        length = sizeof(crash.term) - 1;
    if (length > 0)
        memcpy(crash.term, term, length);
    crash.term[length] = '\0';
}

void crash_arm(const struct crash_setup *setup)
{
    assert(setup && setup->program && setup->path && setup->words);
    void *frames[2];

    crash.is_armed = 0;
    if (strlen(setup->path) >= sizeof(crash.path))
        return;
    crash.program = setup->program;
    memcpy(crash.path, setup->path, strlen(setup->path) + 1);
    snprintf(crash.words, sizeof(crash.words), "%s", setup->words);
    copy_term();
    if (crash.began == 0)
        crash.began = time(NULL);
    (void)backtrace(frames, 2); /* loads what it needs now, not in a crash */
    crash.is_armed = 1;
}

void crash_disarm(void)
{
    crash.is_armed = 0;
}

void crash_note(const char *verb, const char *name)
{
    assert(verb);
    if (!name)
        return;
    crash.notes[crash.noted % CRASH_NOTES] = (struct note){ verb, name };
    crash.noted++;
}

static void put(int fd, const char *text)
{
    ssize_t written = write(fd, text, strlen(text));

    (void)written; /* a full disk: the rest may fit */
}

static void put_number(int fd, long number)
{
    char digits[24];
    size_t at = sizeof(digits) - 1;

    digits[at] = '\0';
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0 && at > 0);
    put(fd, digits + at);
}

static const char *name_of(int number)
{
    switch (number) {
    case SIGSEGV:
        return "SIGSEGV";
    case SIGBUS:
        return "SIGBUS";
    case SIGILL:
        return "SIGILL";
    case SIGFPE:
        return "SIGFPE";
    case SIGABRT:
        return "SIGABRT";
    default:
        return "signal";
    }
}

static void put_head(int fd, int number)
{
    time_t now = time(NULL);

    put(fd, crash.program);
    put(fd, "\ndied of ");
    put(fd, name_of(number));
    put(fd, "\nat ");
    put_number(fd, (long)now);
    put(fd, " seconds since 1970, after ");
    put_number(fd, (long)(now - crash.began));
    put(fd, " seconds\nterminal ");
    put(fd, crash.term);
    put(fd, "\n\ndid, the newest last:\n");
}

static void put_notes(int fd)
{
    int noted = crash.noted;
    int first = noted > CRASH_NOTES ? noted - CRASH_NOTES : 0;

    for (int i = first; i < noted; i++) {
        const struct note *note = &crash.notes[i % CRASH_NOTES];

        put(fd, note->verb);
        put(fd, " ");
        put(fd, note->name);
        put(fd, "\n");
    }
}

void crash_report(int number, int terminal)
{
    void *frames[CRASH_FRAMES];

    if (!crash.is_armed)
        return;
    crash.is_armed = 0; /* a crash in here ends it */

    int fd = open(crash.path,
                  O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return;
    put_head(fd, number);
    put_notes(fd);
    put(fd, "\nwas at:\n");
    backtrace_symbols_fd(frames, backtrace(frames, CRASH_FRAMES), fd);
    close(fd);
    if (terminal >= 0) {
        put(terminal, "\r\n");
        put(terminal, crash.words);
        put(terminal, "\r\n");
    }
}
