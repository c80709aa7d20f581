/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the server tells its keeper: one line per record. */

#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stdbool.h>

/*
 * A record has a moment (UTC), a level, an area and one sentence. As text:
 *
 *     2026-11-22T20:38:12.123Z warning sip trunk acme does not answer
 *
 * and as JSON, for collectors:
 *
 *     {"at":"2026-11-22T20:38:12.123Z","level":"warning","area":"sip","text":"..."}
 *
 * Whatever comes from outside is made safe (text_safe), so no caller can forge
 * a record or steer a terminal. A sentence that is repeated within ten seconds
 * is only counted; the count follows with its next record. A reader who does
 * not read delays nobody: such records are dropped, and how many is told.
 *
 * Only programs log. Library code returns what went wrong; who decides what to
 * do about it logs it, once. Any thread may log, at any time.
 */

enum log_level {
    LOG_LEVEL_ERROR,   /* somebody has to do something */
    LOG_LEVEL_WARNING, /* worse than it should be */
    LOG_LEVEL_NOTE,    /* happens rarely and is good to know: starts, changes */
    LOG_LEVEL_DETAIL,  /* to find out what goes on */
    LOG_LEVEL_COUNT,
};

enum log_form {
    LOG_FORM_TEXT,
    LOG_FORM_JSON,
};

/**
 * Says where records go. Without it, texts from LOG_LEVEL_NOTE up go to
 * standard error. Before any thread, or when no other thread logs.
 *
 * @param fd  borrowed; closed only after log_close()
 */
void log_open(int fd, enum log_form form, enum log_level level);

/**
 * Writes what was only counted, and goes back to standard error.
 */
void log_close(void);

/**
 * Changes the level from now on. Any thread.
 */
void log_set_level(enum log_level level);

/**
 * Says whether such a record would be written, where making it costs much.
 */
bool log_wants(enum log_level level);

/**
 * Writes a record. About 5 us; never waits for the reader.
 *
 * @param area    one word: the part of the program, such as "sip"
 * @param format  one sentence in English, as for printf(); cut after 1,023
 *                bytes
 */
void log_say(enum log_level level, const char *area, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/**
 * Finds a level by its name: error, warning, note, detail.
 *
 * @return 0, or -ENOENT; *ret_level is then untouched
 */
int log_level_find(const char *name, enum log_level *ret_level);

/**
 * The name of a level.
 */
const char *log_level_name(enum log_level level);

#endif
