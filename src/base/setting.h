/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One setting of a configuration file: what it may be, and what it is. */

#ifndef BASE_SETTING_H
#define BASE_SETTING_H

#include <stddef.h>
#include <stdint.h>

enum setting_kind {
    SETTING_TEXT,
    SETTING_SECRET,   /* a text that only the owner of the file may read */
    SETTING_INTEGER,  /* 42 */
    SETTING_DURATION, /* 500ms 20s 5min 2h 7d; as a number in microseconds */
    SETTING_SIZE,     /* 4096 64K 20M 1G; as a number in bytes, K is 1024 */
    SETTING_BOOLEAN,  /* yes no; as a number 1 and 0 */
    SETTING_ADDRESS,  /* 192.0.2.1 or 2001:db8::1; no name, no port */
    SETTING_PORT,     /* 1 to 65535 */
};

/*
 * A row of a program's table of settings. min and max bound numbers in the
 * unit named above, and the length of texts in bytes; both 0: no such bound.
 */
struct setting {
    const char *name; /* "sip.port" */
    enum setting_kind kind;
    const char *preset; /* as a file would say it; NULL: none, so "" or 0 */
    int64_t min, max;
    const char *help; /* one sentence, marked with N_() */
};

/**
 * Reads a value as people write it.
 *
 * @param text        UTF-8
 * @param ret_number  of a text: 0
 *
 * @return NULL when it is right, or else what is wrong, for people, in
 *         English, marked with N_()
 */
const char *setting_read(const struct setting *setting, const char *text,
                         int64_t *ret_number);

/**
 * Writes what a setting may be, without words: "1 to 65535" as "1..65535",
 * "20ms..2h", "yes no". Empty where nothing can be said so.
 */
void setting_write_range(const struct setting *setting, char *ret_text,
                         size_t size);

#endif
