/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of documents kept for a minute, because a shell asks at each key. */

#ifndef CLI_RECALL_H
#define CLI_RECALL_H

#include <stdbool.h>

#include "client/endpoint.h"
#include "core/words.h"

enum {
    RECALL_S = 60,              /* so long names are taken for good */
    RECALL_MAX_BYTES = 1 << 20, /* of one kind; longer lists are not kept */
};

/*
 * A file for each server, token and kind, of mode 0600, in
 * $XDG_CACHE_HOME/cclite or else ~/.cache/cclite. What cannot be kept is asked
 * for again; nobody is told. What comes out of a file is text from outside.
 */

/**
 * Takes names from what is kept.
 *
 * @param ret_names  when true: one a line, to be freed with free()
 *
 * @return false: there is nothing, it is too old, or somebody else's
 */
bool recall_take(const struct endpoint *endpoint, enum document_kind kind,
                 char **ret_names);

/** Keeps names, one a line. */
void recall_keep(const struct endpoint *endpoint, enum document_kind kind,
                 const char *names);

/** Forgets all of a server's: something was changed there. */
void recall_forget(const struct endpoint *endpoint);

#endif
