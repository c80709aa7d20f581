/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing again what a restored backup brought back. */

#ifndef SERVER_ERASURE_AGAIN_H
#define SERVER_ERASURE_AGAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "core/command.h"
#include "server/erasure_book.h"

struct server;

/** Decides that a recording is deleted; one that is already is fine.
 *  @return 0, an enum refusal, or -ENOMEM */
int erasure_delete_recording(struct server *server, uint64_t by,
                             const struct command_delete_recording *recording);

/**
 * Finds the recordings of those whose count is -1, decides that they are
 * deleted, and counts them. One that somebody still works with, or that cannot
 * be looked up, keeps its -1: the next start tries again.
 *
 * @return whether there was any: then something may have been decided
 */
bool erasure_again(struct server *server, struct erasure_book *book);

#endif
