/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing what the server sent: lists and single objects, in each format. */

#ifndef CLI_LISTING_H
#define CLI_LISTING_H

#include "cli/cli.h"
#include "core/record.h"
#include "wire/value.h"

/**
 * Prints a list of objects: a table with the columns of column.def, CSV, TSV,
 * {"items": [...]}, or a line of JSON for each.
 *
 * @param record  what the objects are; NULL: not known, all fields are shown
 *
 * @return EXIT_DONE; EXIT_USAGE: --columns names what there is not
 */
enum exit_code listing_print(struct cli *cli, const struct record *record,
                             const struct json_t *items);

/* A column of objects that no table of fields describes. */
struct listing_column {
    const char *key;    /* NULL behind the last one */
    const char *header; /* msgid */
};

/** The same of such objects, with their columns. */
enum exit_code listing_print_columns(struct cli *cli,
                                     const struct listing_column *columns,
                                     const struct json_t *items);

/**
 * Says shortly that something is done: people hear so, programs get what the
 * route answered.
 *
 * @param value  the answer; NULL: none
 */
enum exit_code listing_print_done(struct cli *cli, const struct route *route,
                                  const struct json_t *value);

/**
 * Prints one object: for people a line for each field, settings called as
 * their options are; else as a list of one, JSON without the list.
 */
enum exit_code listing_print_one(struct cli *cli, const struct record *record,
                                 const struct json_t *item);

/** Prints JSON on one line. */
enum exit_code listing_print_json(struct cli *cli, const struct json_t *value);

#endif
