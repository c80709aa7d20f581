/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server: the main thread, which owns the core and joins all the others. */

#ifndef SERVER_SERVER_H
#define SERVER_SERVER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/pulse.h"
#include "base/trace.h"
#include "calls/calls.h"
#include "core/core.h"
#include "jobs/pool.h"
#include "jobs/prompt_sounds.h"
#include "server/gates.h"
#include "server/journal_clock.h"
#include "server/replies.h"
#include "server/settings.h"
#include "server/trunk_watch.h"
#include "store/store.h"
#include "web/web.h"

/*
 * One turn of the loop: commands are fetched from calls and web, the core
 * decides, its events go to the store, to calls and to the web's floor, and its
 * effects to calls, as far as their gates are open. Nothing is fetched while
 * the store cannot take what would follow, so nothing decided is ever lost.
 */
struct server {
    const struct server_settings *settings;
    struct loop *loop;
    struct store *store;
    struct core *core;
    struct trace *trace;
    struct calls *calls;
    struct web *web;
    struct jobs *jobs;
    struct jobs *makers; /* of sounds, for seconds each */
    atomic_bool makers_end;
    struct prompt_shop prompt_shop;
    atomic_uint sounds_kept; /* by the shop */
    struct worker_tally worker_tally;
    struct prompts_keeper *prompts;
    struct speeches *speeches;
    struct errands *errands;
    struct erasures *erasures;
    struct recalls *recalls;
    struct lookups *lookups;
    struct deliveries *deliveries;
    struct visits *visits;
    struct outbox outbox;
    struct calls_note *note; /* fetched, and not queued for the store yet */
    struct gates gates;
    struct replies replies;
    struct journal_clock clock;
    struct wheel_timer pump_timer; /* something waits to be fetched */
    struct wheel_timer wake_timer; /* the core's next deadline */
    struct wheel_timer gate_timer; /* the next gate that time opens */
    struct wheel_timer web_timer;  /* the web has not heard of all events */
    uint64_t told_seq;             /* the web knows that so much is on disk */
    struct wheel_timer tick_timer; /* once a second */
    int signal_fd;
    int service_fd;                  /* of service_open() */
    struct pulse_look look;          /* main's, at all the others */
    struct pulse_look look_from_web; /* the web thread's, at main */
    unsigned still_threads;          /* as of main's last look */
    int64_t ticked_us;               /* by the machine's clock; 0: not yet */
    int64_t log_due_us; /* when it is logged as configured again; 0: it is */
    bool is_pumping;
    bool is_wanted;    /* while it pumps: once more */
    bool is_unwritten; /* the outbox could not be queued: out of memory */
    bool is_draining;
    bool is_stopping;
    bool are_lamps_old; /* who may see them, or what they show, has changed */
    bool is_lagging;    /* an effect went before its commit, since the tick */
    bool is_behind;     /* the journal: trunks' calls are refused */
    struct trunk_watch trunks;
    unsigned alarms;     /* that stand, a bit for each */
    int64_t stop_due_us; /* draining: then whoever is left is let go;
                             stopping: then the loop ends in any case */
    int64_t started_wall_us;
    int64_t longest_turn_us;     /* since the tick */
    uint64_t turned_away;        /* calls, up to the last tick */
    int64_t overloaded_until_us; /* the alarm stands */
};

/* What became of a request's turn. */
struct turn_result {
    uint64_t id;    /* created, or 0 */
    int64_t ticket; /* of its commit; 0: nothing to write */
};

/* turns.c */

/**
 * Lets the core decide; what it decided waits in the outbox.
 *
 * @return as core_apply()
 */
int server_decide(struct server *server, const struct command *command,
                  uint64_t *ret_id);

/**
 * Queues the outbox and the sides for the store, and hands events and effects
 * out. Out of memory the events stay where they are, and nothing else is
 * decided until they are queued: the journal has no gaps.
 *
 * @return the ticket of the commit; 0: nothing to write; or a negative errno
 */
int64_t server_deliver(struct server *server, const struct side_write *sides,
                       size_t side_count);

/** Both, for a command that nobody waits for. @return as core_apply() */
int server_turn(struct server *server, const struct command *command);

/** Writes sides alone. @return the ticket, or a negative errno */
int64_t server_write_sides(struct server *server,
                           const struct side_write *sides, size_t count);

/** Fetches and does all that waits. Called from the loop alone. */
void server_pump(struct server *server);

/** Asks for a pump in the next turn of the loop. From anywhere. */
void server_want_pump(void *server);

int64_t server_now_us(const struct server *server);

/* requests.c: what people ask for through the API. */
void server_take_requests(struct server *server);
void server_send_replies(struct server *server);

/** Answers, once what the answer acknowledges is on disk. */
void server_answer(struct server *server, struct web_slot slot,
                   const struct web_reply *reply, int64_t ticket);

/* watchdog.c */

/** This is the main thread, which others look at from now on, and no more. */
void server_watch_begin(void);
void server_watch_end(struct server *server);

/**
 * Beats, looks whether all other threads turn, and if those do without which
 * no call goes on, tells whoever started the server that it lives: a job that
 * does not end is an alarm, and no reason to end all calls. Once a second.
 */
void server_watch(struct server *server);

/** Looks whether main turns: for web_settings, from the web thread. */
void server_watch_main(void *server);

/* logging.c */

/** Logs so much for so long, and says on whose behalf. */
void server_log_set(struct server *server, enum log_depth level, int64_t for_ms,
                    uint64_t user_id);

/** Logs as configured again, when it is time. */
void server_log_follow(struct server *server);

/**
 * Warns when the tick comes seconds late: the process was stopped or starved,
 * or a turn took so long.
 */
void server_log_standstill(struct server *server);

/** Says which sources the SIP stack refused. Once a second. */
void server_log_refusals(struct server *server);

/** Tells in detail what was decided; nothing private. */
void server_log_outbox(const struct outbox *outbox);

/* figures.c: once a second, how the server fares. */
void server_tell_figures(struct server *server);

/* life.c */

/** Runs until the end. @return the exit code of the process */
int server_run(const struct server_settings *settings);

/**
 * Reads again what may change under a server that runs: the certificate for
 * TLS. @return 0, or a negative errno: what there was is still in force
 */
int server_reload(struct server *server);

/** Begins to drain; a second time ends it at once. */
void server_drain(struct server *server);

#endif
