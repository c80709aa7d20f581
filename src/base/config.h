/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A configuration file, read whole and checked against a table of settings. */

#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stddef.h>
#include <stdint.h>

#include "base/setting.h"

/*
 *     # a comment, on a line of its own; so is one that begins with ;
 *     http.port = 8080
 *     [sip]
 *     port = 5060
 *     realm = "  blanks that matter, \" and \\  "
 *
 * A section puts its name and a dot before the keys that follow. Nothing is
 * guessed: an unknown key, a key given twice, a value that its setting cannot
 * have, bytes that are no UTF-8, a line of over 4,096 bytes, or a secret in a
 * file that everybody may read, each makes the whole file refused with its
 * line. There are no includes: what is in force stands in one file.
 */
struct config;

enum {
    CONFIG_MAX_LINE = 4096,
    CONFIG_MAX_BYTES = 1024 * 1024,
};

/* Why a file was refused. Safe to show, and holds no secret. */
struct config_fault {
    unsigned line;       /* 0: the file as a whole */
    char name[64];       /* of the setting, "" if it is not about one */
    char value[64];      /* "" if it is not about a value */
    const char *problem; /* for people, in English, marked with N_() */
    char range[64];      /* what it may be, as setting_write_range() says */
};

/**
 * Reads a file.
 *
 * @param path        NULL: no file, all settings have their preset
 * @param settings    borrowed until config_free(); the presets must be right
 * @param count       at least 1
 * @param ret_config  on success, the configuration; config_free() it
 * @param ret_fault   with -EINVAL, why
 *
 * @return 0, or
 *         -EINVAL  refused
 *         -ENOMEM  out of memory
 *         or what file_read() gives
 */
int config_read(const char *path, const struct setting *settings, size_t count,
                struct config **ret_config, struct config_fault *ret_fault);

/**
 * Forgets it, secrets wiped. NULL is fine.
 *
 * @return NULL always
 */
struct config *config_free(struct config *config);

/**
 * A setting as text, without quotes. Asking for a name that is not in the
 * table is the programmer's mistake.
 *
 * @return owned by config
 */
const char *config_text(const struct config *config, const char *name);

/**
 * A setting as a number, in the unit of its kind.
 */
int64_t config_number(const struct config *config, const char *name);

/**
 * Says on which line a setting stands, 0 if it has its preset.
 */
unsigned config_line(const struct config *config, const char *name);

/**
 * Writes a fault as one line: "PATH:LINE: NAME = VALUE: PROBLEM (RANGE)".
 *
 * @param problem  fault->problem in the reader's language
 */
void config_fault_write(const struct config_fault *fault, const char *path,
                        const char *problem, char *ret_text, size_t size);

#endif
