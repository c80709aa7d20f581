/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agent wishes that may come late: notes, dispositions, and the state
   that follows the call. */

#ifndef CONSOLE_UNSENT_H
#define CONSOLE_UNSENT_H

#include "console/program.h"

/*
 * Such wishes go through an outbox (client/outbox.h), connected or not: what
 * was done but not answered before a cut is not done twice. What belongs to the
 * phone never does, since a late hang-up ends another call.
 *
 * The outbox is the agent's who sits here, and outlives the console: it is kept
 * in a file below $XDG_STATE_HOME/cclite, which nobody else can read, from the
 * first wish to the last, and is taken up by the next console of the agent.
 */
enum unsent_kind {
    UNSENT_NOTE,
    UNSENT_DISPOSITION,
    UNSENT_STATE, /* no longer asked for after UNSENT_STATE_GOOD_US */
};

enum { UNSENT_STATE_GOOD_US = 15 * 60 * 1000000 };

/** Whether the agent is, or was when the connection was there last, in a call
 *  or in its after-call work: then these wishes may wait. */
bool unsent_has_call(const struct program *program);

/* A wish. Its words are borrowed. */
struct unsent_wish {
    enum unsent_kind kind;
    enum route_id route;
    uint64_t contact_id; /* which it is about */
    struct json_t *body; /* of the route; becomes the outbox's */
    const char *words;   /* what it is, for people */
};

/**
 * Wishes it: sent at once, or as soon as the server is there.
 *
 * @return whether it is in the outbox; if not, why has been said
 */
bool unsent_wish(struct program *program, const struct unsent_wish *wish);

/** Whether a wish of a kind about a contact is still to be sent. */
bool unsent_waits(const struct program *program, enum unsent_kind kind,
                  uint64_t contact_id);

/** Sends what can be sent. After news, and once a second. */
void unsent_look(struct program *program);

/** Takes the answer to one. @return whether it was to one */
bool unsent_take(struct program *program, const struct session_news *news);

/** The word for a kind: a msgid. */
const char *unsent_kind_word(enum unsent_kind kind);

/** Why an item was refused, and what to do. */
void unsent_reason(const struct program *program,
                   const struct outbox_item *item, struct safe_text *ret_text);

#endif
