/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing events of the journal. */

#ifndef CLI_EVENT_PRINT_H
#define CLI_EVENT_PRINT_H

#include "cli/cli.h"
#include "wire/value.h"

/** Prints a list of events in the format chosen. */
enum exit_code event_print_all(struct cli *cli, const struct json_t *items);

/** Prints one event on a line of its own: as JSON, or for people. */
enum exit_code event_print_one(struct cli *cli, const struct json_t *event);

/**
 * Reads the number that an option gives; it stays as it is without the option.
 *
 * @return EXIT_DONE, or EXIT_USAGE with the mistake printed
 */
enum exit_code event_read_number(struct cli *cli, const struct call *call,
                                 const char *option, uint64_t *ret_number);

#endif
