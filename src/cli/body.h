/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a request, from what the command line gives. */

#ifndef CLI_BODY_H
#define CLI_BODY_H

#include "cli/cli.h"
#include "core/record.h"
#include "wire/moment.h"
#include "wire/value.h"

/*
 * References are sent as the name that was given, or as the number of #7; none
 * and the empty text are 0. Moments are as cli/moment_given.h has them. All else
 * is read as the tables say, so that a mistake is told before anything is sent.
 */

/**
 * Puts one value into an object.
 *
 * @param where  what the person wrote it to: "--ring", "REASON"
 *
 * @return EXIT_DONE, or EXIT_USAGE with the mistake printed
 */
enum exit_code body_put(struct cli *cli, struct json_t *object,
                        const struct field *field, const char *where,
                        const char *text);

/**
 * Reads a moment for a query, and tells people what it was understood as. What
 * is none is left to the server.
 *
 * @return EXIT_DONE, or EXIT_USAGE with the mistake printed
 */
enum exit_code body_read_moment(struct cli *cli, const char *where,
                                const char *text, char ret_utc[MOMENT_SIZE]);

/**
 * Puts all that a call gives for the fields of its route's body. Moments are
 * told to people as they were understood.
 *
 * @param ret_count  how many were given; may be NULL
 */
enum exit_code body_put_given(struct cli *cli, const struct call *call,
                              struct json_t *object, size_t *ret_count);

/** Copies the settings that an object has, so that it can be sent back. */
int body_put_settings(const struct record *record, const struct json_t *from,
                      struct json_t *object);

#endif
