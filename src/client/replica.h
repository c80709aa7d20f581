/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The replica: the server's rows as it told them last, topic by topic. */

#ifndef CLIENT_REPLICA_H
#define CLIENT_REPLICA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wire/topic.h"
#include "wire/value.h"

/*
 * A row is the struct of its topic: of TOPIC_AGENTS a struct topic_agents, of
 * TOPIC_USERS a struct event_user_set. Rows stand in the order of their ids.
 * What is shown here is good until the next change of the replica.
 *
 * Texts come from outside and are as they came: make them safe before showing.
 *
 * One thread. Made by session.h; a screen only reads it.
 */
struct replica;

struct replica_row {
    uint64_t id;
    uint64_t rev;       /* grows with each change of the row */
    int64_t made_us;    /* when it was true, by the reader's clock */
    const void *fields; /* the struct of the topic */
};

enum replica_state {
    REPLICA_UNKNOWN, /* not watched, or nothing has come yet: show "?" */
    REPLICA_COMING,  /* the first rows are on their way */
    REPLICA_LIVE,    /* all rows are there and follow */
    REPLICA_STALE,   /* as they were when the connection was lost */
};

enum { REPLICA_MAX_ROWS = 200000 }; /* of a topic */

/* How it is with a topic. */
enum replica_state replica_state(const struct replica *replica,
                                 enum topic topic);

/* Rows, numbered from 0 by id order. O(log n). */
size_t replica_count(const struct replica *replica, enum topic topic);
const struct replica_row *replica_at(const struct replica *replica,
                                     enum topic topic, size_t index);

/** The row with an id; NULL: there is none. O(log n). */
const struct replica_row *replica_find(const struct replica *replica,
                                       enum topic topic, uint64_t id);

/** Microseconds that have passed since a row was made; never below 0, since a
 *  screen may be drawn for a moment before. */
int64_t replica_passed_us(const struct replica_row *row, int64_t now_us);

/**
 * What a field ..._age_us or ..._left_us of a row is by now: write
 *
 *     replica_age_us(row, agent->state_age_us, now_us)
 *
 * @return microseconds; -1: it does not run
 */
int64_t replica_age_us(const struct replica_row *row, int64_t age_us,
                       int64_t now_us);
int64_t replica_left_us(const struct replica_row *row, int64_t left_us,
                        int64_t now_us);

/* The rest is for who feeds it. */

int replica_new(struct replica **ret_replica);         /* 0 or -ENOMEM */
struct replica *replica_free(struct replica *replica); /* NULL always */

/* A message of the server, read. */
struct replica_news {
    enum topic topic;
    uint64_t number; /* 1, 2, 3, ... of the subscription */
    bool is_first;   /* what was known before is in doubt */
    bool is_last;    /* what is still in doubt is gone */
    uint64_t *gone;  /* owned */
    size_t gone_count;
    struct replica_row *rows; /* owned, and so are their fields */
    size_t row_count;
};

/**
 * Reads a message {"is":"rows",...}. What a newer server tells beside is left
 * out, and what cannot stand in a field is "" or 0.
 *
 * @param ret_news  on success; release with replica_news_done()
 *
 * @return 0, -EPROTO: it is none, or of no topic of this release; or -ENOMEM
 */
int replica_news_read(const struct json_t *message, int64_t now_us,
                      struct replica_news *ret_news);

/** Releases what it owns and empties it. */
void replica_news_done(struct replica_news *news);

/**
 * Takes news.
 *
 * @param news     its rows' fields are taken over; see replica_news_done()
 * @param changed  told of each row that is new, changed or gone
 *
 * @return 0; -EPROTO: a message was lost before this one, nothing is changed
 *         and the topic is awaited (replica_await()): subscribe anew; -ENOSPC:
 *         more than REPLICA_MAX_ROWS; or -ENOMEM
 */
int replica_take(struct replica *replica, struct replica_news *news,
                 void (*changed)(void *arg, enum topic topic, uint64_t id),
                 void *arg);

/** The topic is watched anew: news that is not the first is of before, and
 *  left out until the first comes. */
void replica_await(struct replica *replica, enum topic topic);

/** The connection is lost: what is live is stale. */
void replica_lose(struct replica *replica);

/** Nobody watches the topic: its rows are forgotten. */
void replica_drop(struct replica *replica, enum topic topic);

#endif
