/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the web server share: the struct behind web.h. */

#ifndef WEB_INSIDE_H
#define WEB_INSIDE_H

#include <pthread.h>
#include <stdatomic.h>

#include "core/rule_book.h"
#include "web/access.h"
#include "web/from_main.h"
#include "web/guard.h"
#include "web/sound_budget.h"
#include "web/repeats.h"
#include "web/secrets.h"
#include "web/to_main.h"
#include "web/token.h"
#include "web/web.h"
#include "wire/topic.h"

struct exchange;
struct job_box;
struct lws_context;
struct serve_timer;
struct socket;
struct watch;
struct history;

enum {
    WEB_MAX_SLOTS = 8192,
    WEB_READ_SIZE = 4096, /* bytes read at once */
};

/* Those who wait for a reply are named by an index here, never by a pointer. */
struct web_slots {
    struct exchange *exchanges[WEB_MAX_SLOTS];
    uint32_t generations[WEB_MAX_SLOTS];
    uint32_t free[WEB_MAX_SLOTS];
    uint32_t free_count;
};

/* Figures of the web thread, for METRIC ... HTTP. */
struct web_figures {
    int64_t requests;
    int64_t refused;
    int64_t failed;
    int64_t time_us;
    int64_t longest_us;
    int64_t clients;
    int64_t turned_away;
    int64_t sign_ins;
    int64_t sign_ins_refused;
};

/* All WebSockets. */
struct web_sockets {
    struct socket *first;
    uint64_t last_serial;         /* names given to sockets */
    size_t watchers[TOPIC_COUNT]; /* subscriptions */
    uint64_t woken[TOPIC_COUNT];  /* the change that was told of last */
    size_t followers;             /* of the journal */
};

/* How many connections a source has. */
struct web_source {
    char text[64];
    unsigned clients;
};

struct web {
    struct web_settings settings; /* its strings are owned */

    /* shared with the main thread and the workers, which lock by themselves */
    struct to_main *to_main;
    struct from_main *from_main;
    struct job_box *box;
    struct sound_budget sounds;
    atomic_bool is_rung;
    atomic_bool is_watched; /* there are WebSockets */
    atomic_bool is_ending;
    _Atomic uint64_t committed_seq; /* the last event on disk */

    /* the web thread's alone, once it runs */
    struct state *floor;
    struct rule_book *book; /* of the floor: for trying rules */
    struct tokens *tokens;
    struct secrets *secrets;
    struct repeats *repeats;
    struct guard *guard;
    char nobodys_hash[PASSWORD_HASH_SIZE]; /* of a password nobody knows */
    struct web_slots slots;
    struct web_figures figures;
    struct web_source *sources;
    size_t source_count;
    struct access_list accesses;
    size_t works;      /* jobs on their way */
    struct news *news; /* not folded yet */
    struct watch *watch;
    struct history *rates; /* calls of each trunk */
    bool has_new_rights;   /* tokens, users or agents have changed */
    struct web_sockets sockets;

    struct lws_context *context;
    struct serve_timer *timer;
    pthread_t thread;
    bool is_running;
    int port;
};

/** Journal time now. */
int64_t web_now_us(const struct web *web);

/** Wakes the web thread; from any thread, coalesced. */
void web_ring(void *web);

#endif
