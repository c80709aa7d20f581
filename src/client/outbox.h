/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outbox: what is to be done as soon as the server is there again. */

#ifndef CLIENT_OUTBOX_H
#define CLIENT_OUTBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "client/client.h"
#include "client/client_problem.h"
#include "client/session.h"

/*
 * Commands that may come late, in the order in which they were wished. One is
 * sent at a time, and the next only when the one before has been answered. Each
 * has an Idempotency-Key of its own, which it keeps when it is sent again: what
 * was done, but whose answer was lost, is not done twice.
 *
 * What the server refuses stays in the list with the reason, and holds up
 * nothing; the person takes it out. What a server that is there cannot do (5xx)
 * holds the others up for OUTBOX_PATIENCE answers, since all of them may have
 * to wait; then it steps aside and is tried once a minute, beside the others. What was never sent is replaced by a newer
 * one of the same kind about the same thing, since the last wish counts.
 *
 * It belongs to one server and one person: who signs in as another empties it.
 * The clock is an argument: microseconds that go only forward. One thread.
 */
struct outbox;

enum {
    OUTBOX_MAX = 32,
    OUTBOX_PATH_SIZE = 128,
    OUTBOX_WORDS_SIZE = 192,   /* what it is, for people */
    OUTBOX_AGAIN_US = 2000000, /* after an answer that says "later" */
    OUTBOX_PATIENCE = 5,       /* answers of 5xx, until the others pass */
    OUTBOX_ASIDE_US = 60000000,
    OUTBOX_KEY_HOURS = 23, /* the server keeps keys for 24 */
};

enum outbox_state {
    OUTBOX_WAITING,
    OUTBOX_SENDING,
    OUTBOX_REFUSED, /* by the server: problem; too late: its status is 0 */
};

/* A wish. Texts are borrowed. */
struct outbox_wish {
    int kind;       /* the caller's */
    uint64_t about; /* a contact; 0: none */
    const char *path;
    const char *body;    /* JSON */
    const char *words;   /* what it is, for people; cut to OUTBOX_WORDS_SIZE */
    int64_t good_for_us; /* sent no later than that; 0: whenever */
};

/* An item. Borrowed, good until the next change of the outbox. */
struct outbox_item {
    uint64_t id; /* names it, from 1 */
    enum outbox_state state;
    int kind;
    uint64_t about;
    int64_t since_us;              /* when it was wished */
    int64_t good_for_us;           /* 0: whenever */
    int tries;                     /* how often it was sent */
    int put_off;                   /* of these, answered by 5xx */
    int64_t again_us;              /* aside: not before that; 0: in its turn */
    uint64_t ticket;               /* of SENDING */
    struct client_problem problem; /* of REFUSED */
    char key[CLIENT_KEY_SIZE];
    char path[OUTBOX_PATH_SIZE];
    char words[OUTBOX_WORDS_SIZE];
    char *body; /* owned */
};

/* What an answer made of an item. */
enum outbox_outcome {
    OUTBOX_NOT_MINE, /* the answer is to something else */
    OUTBOX_DONE,     /* and is out of the list */
    OUTBOX_AGAIN,    /* it may have been done, or not: it is sent again */
    OUTBOX_NO,       /* refused: it stays in the list */
};

int outbox_new(struct outbox **ret_outbox); /* 0 or -ENOMEM */
struct outbox *outbox_free(struct outbox *outbox);

/**
 * Puts a wish behind the others.
 *
 * @return 0; -ENOSPC: OUTBOX_MAX are in it; -ENAMETOOLONG for the path; or
 *         -ENOMEM; it is unchanged then
 */
int outbox_add(struct outbox *outbox, const struct outbox_wish *wish,
               int64_t now_us);

/** Takes one out. @return 0; -ENOENT; -EBUSY: it is on its way */
int outbox_remove(struct outbox *outbox, uint64_t id);

/** Takes all out: somebody else sits here now. */
void outbox_empty(struct outbox *outbox);

/** The list in its order; n from 0. */
size_t outbox_count(const struct outbox *outbox);
const struct outbox_item *outbox_at(const struct outbox *outbox, size_t n);

/** How many are still to be sent: those that are not refused. */
size_t outbox_pending(const struct outbox *outbox);

/** Another number after each change of what outbox_print() writes. */
uint64_t outbox_version(const struct outbox *outbox);

/* What is the same for a program that begins anew: a moment by its clock and
   by the one on the wall. */
struct outbox_moment {
    int64_t now_us;
    int64_t wall_us;
};

/**
 * Writes the list as JSON, for a file.
 *
 * @return to be freed; NULL: out of memory
 */
char *outbox_print(const struct outbox *outbox, struct outbox_moment moment);

/**
 * Adds what was written to an outbox. An item that was sent, and is so
 * old that the server may have forgotten its key, is refused: it may have been
 * done.
 *
 * @param prefix  how every path must begin; others are left out
 *
 * @return 0; -EBADMSG: it was not written by outbox_print(); -ENOSPC: there is
 *         no room for all of it; or -ENOMEM; nothing was added then
 */
int outbox_parse(struct outbox *outbox, const char *text, const char *prefix,
                 struct outbox_moment moment);

/**
 * Sends the next one, unless one is on its way or a pause is on. Call it when
 * the connection is there: after news, and once a second.
 *
 * @return whether the list looks different now
 */
bool outbox_send(struct outbox *outbox, struct session *session,
                 int64_t now_us);

/** Takes a SESSION_NEWS_REPLY. */
enum outbox_outcome outbox_take(struct outbox *outbox,
                                const struct session_news *news,
                                int64_t now_us);

/** Whether it stepped aside: the others do not wait for it. */
bool outbox_is_aside(const struct outbox_item *item);

/** Forgets all waits: somebody wants it tried now. */
void outbox_hurry(struct outbox *outbox);

/** The session ends, and answers with it: what is on its way is sent again. */
void outbox_lose(struct outbox *outbox);

#endif
