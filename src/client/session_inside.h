/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the threads of a session share: letters, and the struct behind
   session.h. */

#ifndef CLIENT_SESSION_INSIDE_H
#define CLIENT_SESSION_INSIDE_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/fifo.h"
#include "client/letterbox.h"
#include "client/session.h"
#include "client/token.h"
#include "wire/filter.h"

/* From the network to the screen. */
enum news_kind {
    NEWS_LINK,
    NEWS_ROWS,
    NEWS_REPLY,
    NEWS_EVENT,
    NEWS_REFUSED,
    NEWS_NOTICE,
};

struct news_letter {
    struct letter letter;
    enum news_kind kind;
    struct session_link link;      /* of LINK */
    struct replica_news rows;      /* of ROWS: owned */
    uint64_t ticket;               /* of REPLY */
    int rc;                        /* of REPLY */
    struct client_reply reply;     /* of REPLY: owned */
    struct json_t *event;          /* of EVENT: owned */
    int topic;                     /* of REFUSED: -1: the journal */
    struct client_problem problem; /* of REFUSED */
};

/* From the screen to the network. */
enum order_kind {
    ORDER_WATCH,
    ORDER_LEAVE,
    ORDER_FOLLOW,
    ORDER_STALL,
    ORDER_RETRY,
    ORDER_END,
};

struct order {
    struct letter letter;
    enum order_kind kind;
    enum topic topic;
    uint64_t after;
    bool is_stalled;
    char filter[FILTER_MAX_LENGTH + 1]; /* "": all */
};

/* A request on its way. */
struct asked {
    struct letter letter;
    bool is_end;
    uint64_t ticket;
    char *method; /* owned, and so are the others */
    char *path;
    char *body;
    size_t length;    /* of the body; 0: it is a text */
    const char *type; /* static; NULL: JSON */
    char *match;
    char *range;
    char *key;
    char *language;
};

struct stream;

struct session {
    struct session_settings settings; /* its strings are owned */
    struct letterbox *news;
    struct letterbox *orders;
    struct letterbox *asked;
    atomic_bool is_ending;
    atomic_int server;     /* where the network thread has been last */
    atomic_llong heard_us; /* when it heard the server last; 0: not yet */
    pthread_t stream_thread;
    pthread_t ask_thread;
    bool has_stream;
    bool has_asker;
    struct stream *stream; /* the network thread's */
    struct order end;      /* the last letters: no memory is needed to end */
    struct asked last;

    /* the screen's */
    struct replica *replica;
    struct session_link link;
    struct fifo changes; /* of struct session_news, told before other news */
    uint64_t last_ticket;
    char *language;             /* owned; NULL: as in the settings */
    char *filters[TOPIC_COUNT]; /* owned; NULL: not watched */
};

/** Puts news into the box. Takes what it owns over; without memory it is
 *  lost, and said so. @return 0 or -ENOMEM */
int session_tell(struct session *session, const struct news_letter *news);

/** Releases what news owns. */
void news_letter_done(struct news_letter *news);

/** What the network thread works with. @return NULL: no memory */
struct stream *stream_new(struct session *session);

/** The bodies of the threads. */
void *session_stream(void *session);
void *session_asker(void *session);

/** Releases a request. */
void asked_free(struct asked *asked);

#endif
