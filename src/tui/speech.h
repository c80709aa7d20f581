/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The focused thing as a sentence, for those who do not see it. */

#ifndef TUI_SPEECH_H
#define TUI_SPEECH_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/surface.h"

/*
 * While the message line announces (ui_announce_set()), whatever draws the
 * focused thing says it here, too: "row 3 of 34, Tom Becker, hold, 2 min 31 s".
 * Signs become words, and durations are written out. A sentence also has a
 * sum of all that is no clock in it, so that "has it changed?" can be asked
 * without an answer each second.
 */
enum { SPEECH_SIZE = 512 }; /* longer ones are cut */

enum announce {
    ANNOUNCE_OFF,
    ANNOUNCE_FOCUS,   /* when something else has the focus */
    ANNOUNCE_CHANGES, /* and when it changes, clocks apart */
    ANNOUNCE_COUNT,
};

/* All zero: says nothing. */
struct spoken {
    uint64_t what; /* has the focus: the same number, the same thing */
    uint64_t sum;  /* of the parts that are no clock */
    char text[SPEECH_SIZE];
};

/** Where a surface's sentence goes; NULL: nobody listens. */
struct spoken *speech_of(const struct surface *surface);

/** Begins a sentence about something, in place of the one before. */
void speech_begin(struct spoken *speech, uint64_t what);

/** Adds a part behind a comma; "" adds nothing. */
void speech_part(struct spoken *speech, enum language language,
                 const char *words);

/** The same of a part with a name before it: "waiting 3". */
void speech_named(struct spoken *speech, enum language language,
                  const char *name, const char *words);

/** Adds "row 3 of 34"; row counts from 0. */
void speech_row(struct spoken *speech, enum language language, size_t row,
                size_t count);

/** Adds "critical" or "warning", where a sign says so. */
void speech_role(struct spoken *speech, enum language language,
                 enum look_role role);

/** Finds a way to announce by its name, off, focus or changes; -ENOENT. */
int announce_find(const char *name, enum announce *ret_announce);

#endif
