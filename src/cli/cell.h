/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single values as text: for people, and for spreadsheets. */

#ifndef CLI_CELL_H
#define CLI_CELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/cli.h"
#include "core/record.h"
#include "lang/format.h"
#include "wire/value.h"

enum { CELL_SIZE = 2048 };

/*
 * For people durations are m:ss or h:mm:ss, moments local time, words and flags
 * in their language, what is none "–". For programs durations are as the API
 * has them, moments ISO 8601 in UTC, words as spelled, what is none empty.
 * References are names in both.
 */
enum cell_style { CELL_FOR_PEOPLE, CELL_FOR_PROGRAMS };

/**
 * Writes the value of a field, made safe to show.
 *
 * @param field  NULL: a value that this release knows nothing of
 * @param item   the object that the value is of
 */
void cell_write(struct cli *cli, const char *key, const struct field *field,
                const struct json_t *item, enum cell_style style,
                char ret_text[CELL_SIZE]);

/** Whether the field's values stand at the right. */
bool cell_is_number(const struct field *field);

/** What people read for a word, in their language. */
const char *cell_word(const struct word_list *list, const char *spelling);

/** Writes a moment: as people do, or ISO 8601 in UTC. */
void cell_write_moment(int64_t wall_us, enum cell_style style,
                       char ret_text[FORMAT_SIZE]);

#endif
