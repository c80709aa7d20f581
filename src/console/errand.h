/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked of the server, and who waits for each answer. */

#ifndef CONSOLE_ERRAND_H
#define CONSOLE_ERRAND_H

#include "client/session.h"
#include "lang/lang.h"
#include "tui/safe_text.h"
#include "wire/route.h"

/*
 * Screens send and go on; the answer comes as news of the session. Whoever
 * goes away meanwhile says so by errands_forget().
 */
struct errands;

enum { ERRAND_MATCH_SIZE = 64 };

/* How it went. Borrowed for the call. */
struct outcome {
    bool is_done;
    const struct json_t *value;    /* is_done: the answer; NULL without one */
    const char *etag;              /* of the answer, or "" */
    const char *bytes;             /* is_done, of a sound: it; else NULL */
    size_t length;                 /* of the bytes */
    int rc;                        /* not answered: why, as client_send() */
    struct client_problem problem; /* answered, and refused; else status 0 */
    const struct json_t *refusal;  /* ... as it came; or NULL */
    struct safe_text complaint;    /* not is_done: the words for it */
};

/** Where a list goes on: the cursor of the page that was answered, which is a
 *  text whatever it says; 0: that was the last one. */
uint64_t outcome_next(const struct outcome *outcome);

struct errand {
    enum route_id route;
    uint64_t id;         /* for {id} in its path */
    uint64_t part_id;    /* for what else is in braces, as {session} */
    const char *part;    /* ... or a word of ours, as {greeting}; else NULL */
    const char *query;   /* "limit=10", escaped; or NULL */
    const char *match;   /* an ETag, for what wants If-Match; or NULL */
    const char *range;   /* of a sound: "bytes=0-999"; or NULL */
    struct json_t *body; /* becomes the errands'; NULL: none */
    const char *file;    /* what is sent in place of it, as it is; or NULL */
    size_t file_length;  /* bytes, above 0; copied */

    /** Told once; NULL: nobody waits, and a refusal becomes a message. */
    void (*done)(void *owner, const struct outcome *outcome);
    void *owner;
    bool is_quiet; /* the owner words a refusal; else it is a message, too */
};

/** Makes an empty list; -ENOMEM. Release with errands_free(). */
int errands_new(struct errands **ret_errands);
struct errands *errands_free(struct errands *errands);

/**
 * Sends it.
 *
 * @return 0, -EAGAIN: too many wait, -ENAMETOOLONG or -ENOMEM; then nobody
 *         will be told
 */
int errands_send(struct errands *errands, struct session *session,
                 const struct errand *errand);

/** Nobody waits for the answers to an owner any more. */
void errands_forget(struct errands *errands, const void *owner);

/** How many wait for an answer. */
size_t errands_count(const struct errands *errands);

/**
 * Takes a SESSION_NEWS_REPLY and tells its owner.
 *
 * @param ret_complaint  what is to be said in the message line
 *
 * @return whether there is something to be said
 */
bool errands_take(struct errands *errands, const struct session_news *news,
                  enum language language, struct safe_text *ret_complaint);

/** The words for a failure of client_send(). */
void errand_word_failure(int rc, enum language language,
                         struct safe_text *ret_complaint);

/** The words for a refusal: what is wrong, and what to do. */
void errand_word_refusal(const struct client_problem *problem,
                         enum language language,
                         struct safe_text *ret_complaint);

#endif
