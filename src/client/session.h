/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session with the server: rows that follow, events, and commands. */

#ifndef CLIENT_SESSION_H
#define CLIENT_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "client/client.h"
#include "client/client_problem.h"
#include "client/replica.h"
#include "wire/value.h"

/*
 * Two threads of the session's own, all signals blocked, talk to the server:
 * one over a WebSocket (RFC 6455) at /api/ws, one by HTTP for commands, in the
 * order in which they were asked. The screen's thread owns the session and its
 * replica; it waits for session_fd() in its poll(), and then calls
 * session_next() until there is nothing more:
 *
 *     while (session_next(session, &news)) {
 *         ...                          news.kind tells what it is
 *         session_news_done(&news);
 *     }
 *
 * A lost connection comes back by itself, after random waits of 0.5 to 30 s
 * ("full jitter": Marc Brooker, "Exponential Backoff And Jitter", 2015), and
 * all that is watched is watched again. A server that has several addresses is
 * tried at each of them in turn, and commands go where the connection is.
 * Whoever does not take news is sent no more than SESSION_MAX_NEWS; the server
 * merges what comes meanwhile.
 *
 * Every function returns at once.
 */
struct session;

enum {
    SESSION_MAX_NEWS = 4096,
    SESSION_MAX_ASKED = 256,
    SESSION_MAX_OTHERS = 3,
};

enum session_state {
    SESSION_CONNECTING, /* for the first time */
    SESSION_LIVE,
    SESSION_OFFLINE, /* lost; tries again */
    SESSION_REFUSED, /* not signed in (any more), or not allowed: see problem;
                        does not try again */
};

struct session_settings {
    struct client_settings client; /* where, who, in which language; copied */
    struct endpoint others[SESSION_MAX_OTHERS]; /* more ways to the same */
    int other_count;
    bool attends;        /* somebody sits here: counts for the agent's offers */
    int first_wait_ms;   /* 0: 500 */
    int longest_wait_ms; /* 0: 30,000 */
    int silence_ms;      /* nothing whole comes for so long: lost; 0: 15,000 */
    int64_t (*now_us)(void); /* the clock of made_us; NULL: clock_boot_us() */
};

/* How it is with the connection. A plain struct. */
struct session_link {
    enum session_state state;
    int64_t since_us;      /* in this state, by the session's clock */
    int64_t next_try_us;   /* SESSION_OFFLINE: when; else 0 */
    int next_try;          /* SESSION_OFFLINE: its number, from 1; else 0 */
    int server;            /* where it was tried last, as session_server() */
    int64_t round_trip_us; /* measured last; -1: not yet */
    int reason;            /* why not live: as client_send(); 0: refused */
    struct client_problem problem; /* of a refusal in words; status 0: none */

    /* as the server said at the last beginning; role counts from then on */
    uint64_t user_id;  /* 0: root before the first user */
    uint64_t agent_id; /* or 0 */
    enum role role;
    struct name release;
};

enum session_news_kind {
    SESSION_NEWS_LINK,    /* session_link() says something else now */
    SESSION_NEWS_TOPIC,   /* replica_state() of the topic does */
    SESSION_NEWS_ROW,     /* a row is new, changed or gone */
    SESSION_NEWS_REPLY,   /* to session_ask() */
    SESSION_NEWS_EVENT,   /* of the journal, see session_follow() */
    SESSION_NEWS_REFUSED, /* a topic cannot be watched, or the journal not
                             followed: problem */
    SESSION_NEWS_NOTICE,  /* another console of the agent came */
};

struct session_news {
    enum session_news_kind kind;
    enum topic topic; /* of TOPIC, ROW, and REFUSED unless of the journal */
    bool of_journal;  /* of REFUSED */
    uint64_t id;      /* of ROW */
    uint64_t ticket;  /* of REPLY */
    int rc;           /* of REPLY: as client_send() */
    struct client_reply reply;     /* of REPLY with rc 0: owned */
    struct json_t *event;          /* of EVENT: owned, as event_to_json() */
    struct client_problem problem; /* of REFUSED */
};

/**
 * Begins a session; connecting goes on beside it.
 *
 * @return 0, -ENOMEM, -ELIBACC as client_new(), or what pipe() and
 *         pthread_create() give
 */
int session_open(const struct session_settings *settings,
                 struct session **ret_session);

/**
 * Ends it; a command on its way is waited for, at most client.timeout_ms.
 * NULL is fine.
 *
 * @return NULL always
 */
struct session *session_close(struct session *session);

/** Readable while there is news; borrowed. */
int session_fd(const struct session *session);

/**
 * Takes the oldest news, and brings the replica up to it.
 *
 * @param ret_news  release with session_news_done()
 *
 * @return whether there was any
 */
bool session_next(struct session *session, struct session_news *ret_news);

/** Releases what news owns and empties it. */
void session_news_done(struct session_news *news);

/** The rows. Changed by session_next() alone. */
const struct replica *session_replica(const struct session *session);

/** The n-th address of the server: 0 is settings.client.endpoint, then the
 *  others. */
const struct endpoint *session_server(const struct session *session, int n);

/** Tries to come back at once, whatever the wait. Live, it does nothing. */
void session_retry(struct session *session);

/** How it is with the connection, as far as news was taken. */
const struct session_link *session_link(const struct session *session);

/** When anything came from the server last, by the session's clock; 0: nothing
 *  yet. While the connection is well, that is every five seconds at least. */
int64_t session_heard_us(const struct session *session);

/**
 * Watches a topic from now on; watched already, with another filter.
 *
 * @param filter  as of lists (wire/filter.h): "state = paused"; NULL: all
 *
 * @return 0, -ENAMETOOLONG for the filter, or -ENOMEM
 */
int session_watch(struct session *session, enum topic topic,
                  const char *filter);

/** Watches it no longer: its rows are gone at once. */
void session_unwatch(struct session *session, enum topic topic);

/**
 * Follows the journal: every event after a number, once it is on disk, in
 * order, without gaps, also over lost connections.
 *
 * @param filter  NULL: all
 *
 * @return as session_watch()
 */
int session_follow(struct session *session, uint64_t after_seq,
                   const char *filter);

/**
 * Has answers to what is asked from now on in another language than that of
 * the settings.
 *
 * @param language  as in the settings; copied
 *
 * @return 0 or -ENOMEM: it stays as it was
 */
int session_speak(struct session *session, const char *language);

/**
 * Asks something, or gives a command, as client_send() does.
 *
 * @param request     copied
 * @param ret_ticket  on success, names the SESSION_NEWS_REPLY; may be NULL
 *
 * @return 0; -EAGAIN: SESSION_MAX_ASKED wait already; or -ENOMEM
 */
int session_ask(struct session *session, const struct client_request *request,
                uint64_t *ret_ticket);

/** Tells that the terminal takes no more output, or does again: nobody sees
 *  what rings. */
void session_stall(struct session *session, bool is_stalled);

#endif
