/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks other machines by HTTP, many at once, in one thread of its own. */

#ifndef JOBS_FETCHER_H
#define JOBS_FETCHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A fetch is a struct of its owner with a `struct fetch` as its first member:
 * handed over, worked on, and taken back with its answer, whatever came of it.
 * Nobody else touches it in between.
 *
 * Whom it may reach: http and https alone, no proxy, redirects are answers and
 * are not followed, certificates are checked. The address that is connected to
 * is looked at itself, whatever the name servers said before: a private one
 * (fetch_address.h) is refused, unless the settings allow them.
 *
 * Each host has a breaker (base/breaker.h): five failures in a row, of
 * connecting, in time, or of the server (5xx), and it is spared for a second,
 * then two, four ... up to a minute. A slow host is asked by FETCH_MAX_OF_HOST
 * at once and no more, so that the others have places left.
 *
 * The thread is there from the first fetch on; without one it takes no time.
 */
struct fetcher;

enum {
    FETCH_MAX_HEADERS = 4,
    FETCH_MAX_AT_ONCE = 100,
    FETCH_MAX_OF_HOST = 20,
    FETCH_MAX_BYTES = 64 * 1024, /* of an answer */
};

enum fetch_outcome {
    FETCH_ANSWERED, /* with any status */
    FETCH_UNREACHABLE,
    FETCH_UNTRUSTED, /* its certificate */
    FETCH_FORBIDDEN, /* every address is a private one */
    FETCH_TIMEOUT,
    FETCH_TOO_LONG, /* the answer */
    FETCH_SPARED,   /* not asked: the breaker is open */
    FETCH_CROWDED,  /* not asked: as many as may wait for that host */
    FETCH_DROPPED,  /* the fetcher ended, or memory did */
};

struct fetch {
    /* What is asked. The texts are the owner's, who keeps them meanwhile. */
    const char *url;
    const char *body; /* of a POST, as JSON; NULL: it is a GET */
    const char *headers[FETCH_MAX_HEADERS]; /* whole lines; NULL ends them */
    int64_t timeout_ms;                     /* in all */

    /* What came. */
    enum fetch_outcome outcome;
    int status;
    char *bytes; /* owned, terminated; NULL: none; see fetch_done() */
    size_t length;

    struct fetch *next; /* the fetcher's */
};

struct fetcher_settings {
    bool allows_private;
    const char *authorities; /* a PEM file, borrowed; NULL: as the system has */
    /* Told, from the fetcher's thread, that there is something to take. */
    void (*ring)(void *arg);
    void *arg;
};

struct fetcher_figures {
    uint64_t asked;
    uint64_t failed; /* without an answer, or with a 5xx */
    uint64_t spared;
    uint64_t crowded;
    uint64_t took_us; /* all of those that were asked */
    unsigned running;
    unsigned open; /* breakers that are not closed */
};

/** @return 0 or -ENOMEM */
int fetcher_new(const struct fetcher_settings *settings,
                struct fetcher **ret_fetcher);

/** Ends the thread: all that was not done can be taken, as dropped. */
void fetcher_end(struct fetcher *fetcher);

/** Releases one that has ended, and from which all was taken; NULL is fine.
 *  @return NULL always */
struct fetcher *fetcher_free(struct fetcher *fetcher);

/**
 * Hands a fetch over.
 *
 * @return 0, -EAGAIN: too many at once, -ESHUTDOWN, or what starting the thread
 *         gives
 */
int fetcher_submit(struct fetcher *fetcher, struct fetch *fetch);

/** Takes back what is done; NULL: nothing is. */
struct fetch *fetcher_take(struct fetcher *fetcher);

/** Releases what came. */
void fetch_done(struct fetch *fetch);

void fetcher_figures(struct fetcher *fetcher,
                     struct fetcher_figures *ret_figures);

#endif
