/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The web server: the API over HTTP, in a thread of its own. */

#ifndef WEB_WEB_H
#define WEB_WEB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/command.h"
#include "core/document_use.h"
#include "core/flow.h"
#include "core/refusal.h"
#include "core/state.h"
#include "web/password.h"
#include "wire/problem.h"

struct erasure; /* jobs/erasure.h */
struct jobs;
struct prompt_shelf; /* core/prompt_shelf.h */
struct prompt_shop;  /* jobs/prompt_sounds.h */
struct trace;

/*
 * The web thread owns the sockets and the floor: a state that is folded from
 * the events which the server's main thread pushes. What only asks is answered
 * from the floor, without the core. What wants a change becomes a request to
 * the main thread, which gives it to the core, waits until it is on disk, and
 * replies; only then does the client hear of it.
 *
 * The functions up to web_start() and from web_free() on are the maker's; the
 * others are for the main thread, never block, and take no longer than a copy.
 */
struct web;
struct rule_book; /* core/rule_book.h */
struct rule_set;  /* core/rule_set.h */

enum web_metric {
#define METRIC(CODE, name, type, source, help) METRIC_##CODE,
#include "wire/metric.def"
    METRIC_COUNT,
};

/* Zeroed but for what is named as needed, it gives the presets. */
struct web_settings {
    const char *socket_path; /* of the Unix socket; NULL: none */
    const char *address;     /* to listen at by TCP, "127.0.0.1"; NULL: none */
    int port;                /* 0: any free one, see web_port() */
    const char *realm;       /* of the phones' passwords; needed */
    const char *release;     /* needed */
    const char *sip_address; /* where phones register, told as is; needed */
    const char *recording_dir; /* where recordings lie; NULL: nowhere */
    const char *time_zone;     /* of hours in rules; NULL: this machine's */
    struct trace *trace;       /* borrowed until web_free(); NULL: none */
    struct jobs *jobs;         /* borrowed until web_free(); needed */
    struct jobs *makers;       /* of sounds: a worker may take seconds, and the
                                  others must not wait for it; as jobs. NULL:
                                  nothing is spoken or taken */
    const struct prompt_shop *prompt_shop;   /* as makers */
    const struct prompt_shelf *prompt_shelf; /* borrowed, and never changed;
                                                NULL: see core/prompt_shelf.h */
    int64_t clock_offset_us;        /* journal time = CLOCK_BOOTTIME + this */
    void (*each_second)(void *arg); /* by the web thread; NULL: nothing */
    void *arg;

    bool allows_inside_lookups;      /* at addresses that are private ... */
    bool allows_inside_webhooks;     /* ... as numbers; else such are refused */
    unsigned max_clients;            /* connections; 2,000 */
    unsigned max_clients_per_source; /* of one TCP address; 200 */
    int head_timeout_s;              /* first to last byte of a head; 10 */
    int body_timeout_s;              /* the same of a body; 20 */
    int idle_timeout_s;              /* between two requests; 25 */
    int reply_timeout_s;             /* for the main thread to reply; 20 */
    int send_timeout_s;              /* a reader that takes nothing; 25 */
    int silence_s;                   /* of a WebSocket, then it is dead; 45 */
    int session_s;                   /* how long a session is good; 43,200 */
    uint64_t hash_operations;        /* of argon2id; 2 */
    size_t hash_bytes;               /* of argon2id; 64 MiB */
    unsigned free_tries;             /* wrong passwords before waiting; 5 */
    int first_wait_ms;               /* then, doubled each time; 1,000 */
    int longest_wait_ms;             /* nobody is locked out for ever; 60,000 */
};

/* What lies beside the journal on the web server's behalf. */
enum web_side_kind {
    WEB_SIDE_SECRET,      /* "user/7": an argon2id hash; "device/7": HA1, the
                             32 hexadecimal digits of MD5(name:realm:password);
                             "trunk/7": a password that we show to others */
    WEB_SIDE_TOKEN,       /* a session or an API key, by its hash */
    WEB_SIDE_IDEMPOTENCY, /* what came of a request that may be repeated */
    WEB_SIDE_FLOW_TEXT,   /* flow_text_canonical(), by its digest */
    WEB_SIDE_CALLER_LIST, /* caller_text_print(), by its digest */
};

enum { WEB_SIDE_KEY_SIZE = 160, WEB_MAX_SIDES = 3 };

struct web_side {
    enum web_side_kind kind;
    char key[WEB_SIDE_KEY_SIZE];
    char *value; /* owned, terminated; NULL: to be deleted */
};

enum web_task {
    WEB_COMMAND, /* give the command to core_apply(), write the sides */
    WEB_SIDES,   /* write the sides only */
    WEB_VERIFY,
    WEB_BACKUP, /* into name */
    WEB_DRAIN,
    WEB_RELOAD,
    WEB_USES,   /* of the document of the command, a removal: uses */
    WEB_LISTEN, /* of whoever asks: listening */
    WEB_ERASE,
    WEB_LOG, /* so much, for so long: log */
};

/* Names who waits for a reply; index UINT32_MAX: nobody does. */
struct web_slot {
    uint32_t index;
    uint32_t generation;
};

struct web_request {
    struct web_slot slot;
    enum web_task task;
    struct command command;
    struct name name; /* of WEB_BACKUP */
    struct {
        enum listening_action action;
        int64_t value;
    } listen; /* of WEB_LISTEN */
    struct {
        enum log_depth level;
        int64_t for_ms;
    } log; /* of WEB_LOG */
    size_t
        uses_told; /* of WEB_USES: so many are known, what follows is asked */

    /* Together with the command's events, in one transaction, and not at all
       when it is refused. */
    struct web_side sides[WEB_MAX_SIDES];
    size_t side_count;

    /* Of COMMAND_SET_FLOW, else NULL: for core_add_program() before the
       command is given. Owned. */
    struct flow_program *program;

    /* Of COMMAND_SET_CALLER_LIST and COMMAND_SET_CALENDAR, else NULL: for
       core_add_list() and core_set_zone() before the command is given.
       Owned. */
    struct caller_list *list;
    struct zone *zone;

    /* Of COMMAND_RESTORE_RULES, else NULL: for core_give_rules() before the
       command is given. Owned. */
    struct rule_set *rules;

    struct erasure *erasure; /* of WEB_ERASE. Owned */
};

struct web_reply {
    int refusal;          /* enum refusal, or 0 */
    enum problem problem; /* why it could not be done, or PROBLEM_NONE */
    uint64_t id;          /* of what was created, or 0 */
    uint64_t seq;         /* the last event by then */
    bool ok;              /* WEB_VERIFY, BACKUP, RELOAD: how it ended */
    struct note detail;   /* the same, for people; may be "" */
    struct {
        bool is_prompt;
        bool is_ringing;
        bool is_paused;
        int64_t at_ms;
        int64_t length_ms;
        int64_t speed_pct;
    } listening; /* WEB_LISTEN; id is the recording, or prompt */
    struct {
        int64_t contacts;
        int64_t callbacks;
        int64_t texts;
        int64_t recordings;
        int64_t left_out;
        bool is_more;
    } erased; /* WEB_ERASE */

    /* WEB_USES, and WEB_COMMAND refused as in use: flows and rules that use
       it, or whose conditions name it. */
    struct document_use uses[DOCUMENT_USES];
    size_t use_count;
    size_t use_total; /* with those for which there was no room */
    bool is_named; /* the latter, and who uses it otherwise is no hindrance */
};

/* How the server fares, beside the metrics. */
struct web_status {
    bool ready; /* calls are served */
    bool draining;
    int64_t stop_due_us; /* draining: when it stops at the latest; else 0 */
    struct note alarms;  /* one a line; "": none */
};

enum { WEB_MAX_TRUNKS = 256 };

/* How a trunk fares; counts since the server's start. */
struct web_trunk {
    uint64_t trunk_id;
    enum trunk_state state;
    enum trunk_reason reason;
    int64_t since_us; /* journal time */
    int64_t calls;    /* now */
    int64_t calls_in, calls_out;
    int64_t refused_full;
    int64_t failures;
    int64_t answer_ms; /* -1: never answered */
    int last_code;     /* 0: silence, or not asked */
    enum registration registration;
    int register_code; /* 0: silence, or not sent */
};

/**
 * Makes a web server that does not listen yet.
 *
 * @param settings  copied, strings too
 * @param floor     what is so now; taken over on success. The first event
 *                  pushed is the next one after its seq
 *
 * @return 0 or negative errno
 */
int web_new(const struct web_settings *settings, struct state *floor,
            struct web **ret_web);

/**
 * Tells what was kept beside the journal: all of WEB_SIDE_SECRET of users, of
 * WEB_SIDE_TOKEN, of WEB_SIDE_IDEMPOTENCY and of WEB_SIDE_CALLER_LIST. What cannot be read, or is too
 * old, is left out.
 *
 * @return 0 or -ENOMEM
 */
int web_load_side(struct web *web, enum web_side_kind kind, const char *key,
                  const void *value, size_t length);

/** What looks like the hash of a password, costs as much, and is nobody's: to
 *  be compared with where there is none. */
void web_hash_of_nobody(const struct web *web,
                        char ret_hash[PASSWORD_HASH_SIZE]);

/** How long a user has to wait before one more sound is recorded by phone; and
 *  one is on the disk. See sound_budget.h. From any thread. */
int web_sound_wait_s(struct web *web, uint64_t user_id);
void web_note_sound(struct web *web, uint64_t user_id, int64_t bytes);

/**
 * Listens, and starts the thread, with all signals blocked.
 *
 * @return 0, or negative errno: -EADDRINUSE and the like
 */
int web_start(struct web *web);

/** The TCP port it listens at; 0: none. */
int web_port(const struct web *web);

/**
 * Tells that these have happened, in order and without a gap. They must be
 * pushed before the reply that names their number. They are heard of with the
 * next reply or web_tell_events(), but within a second in any case: a busy
 * server does not wake the thread for each of them.
 *
 * @return 0, or -ENOMEM: none was taken, push them again. Never where there is
 *         room
 */
int web_push_events(struct web *web, const struct event *events, size_t count);

/**
 * Makes room for the next web_push_events(), of as many at most: what has been
 * made certain elsewhere must not fail here.
 *
 * @return 0, or -ENOMEM
 */
int web_make_room(struct web *web, size_t count);

/** Tells the number of the last event on disk: programs that follow the journal
 *  hear of what is committed, and of nothing else. Heard of as events are. */
void web_tell_committed(struct web *web, uint64_t seq);

/**
 * Whether anybody is told what happens (a console, a program that follows the
 * journal). Nobody has to be woken for requests: whoever asks hears the latest.
 */
bool web_is_watched(const struct web *web);

/** Lets those who watch hear of the events pushed so far, and of what is
 *  committed. */
void web_tell_events(struct web *web);

/** A descriptor that is readable while requests wait; borrowed. */
int web_request_fd(const struct web *web);

/**
 * Takes a request.
 *
 * @param ret_request  release with web_request_done()
 *
 * @return whether there was one
 */
bool web_next_request(struct web *web, struct web_request *ret_request);

/**
 * Writes what came of a command into the sides that keep it (idempotency).
 * After core_apply() has agreed and before the sides are stored.
 */
void web_request_settle(struct web_request *request, uint64_t id, uint64_t seq);

/** Releases what a request owns; taken parts must be set to NULL before. */
void web_request_done(struct web_request *request);

/**
 * Answers a request: what is done must be on disk. A slot that has gone
 * meanwhile is no harm.
 *
 * @return 0, or -ENOMEM: reply again
 */
int web_reply(struct web *web, struct web_slot slot,
              const struct web_reply *reply);

/** Tells the values of the MAIN metrics; once a second. */
void web_set_metrics(struct web *web, const int64_t values[METRIC_COUNT]);

/** Tells how the server fares; when it changes. */
void web_set_status(struct web *web, const struct web_status *status);

/** Tells how the trunks fare, all of them; those left out are unused. Once a
 *  second. */
void web_set_trunks(struct web *web, const struct web_trunk *trunks,
                    size_t count);

/** The time zones of its rules, to be given to the core; they take a while to
 *  read. Borrowed; before web_start(). */
const struct rule_book *web_zones(const struct web *web);

/**
 * Stops the thread, closes the connections, and releases all. NULL is fine.
 * The jobs must still be there.
 *
 * @return NULL always
 */
struct web *web_free(struct web *web);

#endif
