/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns: commands in, events and effects out to whom they concern. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "server/deliveries.h"
#include "server/erasures.h"
#include "server/lookups.h"
#include "server/notes.h"
#include "server/prompts.h"
#include "server/recalls.h"
#include "server/server.h"
#include "server/speeches.h"
#include "server/visits.h"
#include "server/waiting.h"

enum {
    TURNS_PER_PUMP = 64, /* then sockets and timers have their turn */
    FULL_PCT = 100,
    WEB_REST_US = 10000, /* screens wait so long for events, at most */
};

int64_t server_now_us(const struct server *server)
{
    return journal_clock_now(&server->clock, clock_boot_us());
}

static void pump(void *arg)
{
    server_pump(arg);
}

/* What is queued while it pumps is mostly fetched by that very pump. */
void server_want_pump(void *arg)
{
    struct server *server = arg;

    if (server->is_pumping)
        server->is_wanted = true;
    else if (!wheel_waits(&server->pump_timer))
        loop_start_timer(server->loop, &server->pump_timer, 0, pump, server);
}

static void carry_out(struct server *server, const struct effect *effect)
{
    if (effect->type == EFFECT_LOOK_UP)
        lookups_do(server->lookups, effect);
    else if (effect->type == EFFECT_DELIVER)
        deliveries_do(server->deliveries, effect);
    else if (effect->type == EFFECT_CHECK_PIN)
        visits_check_pin(server->visits, effect);
    else if (effect->type == EFFECT_KEEP_TAKE)
        visits_keep_take(server->visits, effect);
    else if (effect->type != EFFECT_BEEP ||
             !visits_refuse_take(server->visits, effect))
        calls_do(server->calls, effect);
    if (effect->type == EFFECT_SAY)
        speeches_say(server->speeches, effect);
    else if (effect->type == EFFECT_LISTEN)
        prompts_keeper_listen(server->prompts, effect);
}

static void send_effect(struct server *server, const struct effect *effect,
                        int64_t ticket)
{
    if (effect_rule(effect->type)->gate == GATE_NOW ||
        gates_hold(&server->gates, effect, ticket, server_now_us(server)) < 0)
        carry_out(server, effect);
    else
        store_want(server->store, ticket);
}

static void tell_web(void *arg)
{
    struct server *server = arg;

    web_tell_events(server->web);
}

/* What a call's signal leads to are several turns and a commit: the web is
   woken once. */
static void want_web(struct server *server)
{
    if (web_is_watched(server->web) && !wheel_waits(&server->web_timer))
        loop_start_timer(server->loop, &server->web_timer, WEB_REST_US,
                         tell_web, server);
}

/* Everybody hears of an event before anything that follows from it is done. */
static void hand_out(struct server *server, int64_t ticket)
{
    const struct outbox *outbox = &server->outbox;

    server_log_outbox(outbox);
    for (size_t i = 0; i < outbox->event_count; i++) {
        calls_take_event(server->calls, &outbox->events[i]);
        prompts_keeper_take_event(server->prompts, &outbox->events[i]);
        waiting_take_event(server, &outbox->events[i]);
        recalls_take_event(server->recalls, &outbox->events[i]);
    }
    waiting_end_turn(server);
    if (outbox->event_count > 0) {
        int rc =
            web_push_events(server->web, outbox->events, outbox->event_count);

        assert(rc == 0); /* there was room */
        (void)rc;
    }
    for (size_t i = 0; i < outbox->effect_count; i++)
        send_effect(server, &outbox->effects[i], ticket);
    if (outbox->event_count > 0)
        want_web(server);
}

int64_t server_deliver(struct server *server, const struct side_write *sides,
                       size_t side_count)
{
    struct outbox *outbox = &server->outbox;
    const struct store_turn turn = {
        .events = outbox->events,
        .event_count = outbox->event_count,
        .sides = sides,
        .side_count = side_count,
    };
    int64_t ticket = 0;

    if (turn.event_count > 0 || turn.side_count > 0) {
        ticket = web_make_room(server->web, turn.event_count);
        if (ticket == 0)
            ticket = store_write(server->store, &turn);
        server->is_unwritten = ticket < 0 && turn.event_count > 0;
        if (ticket < 0)
            return ticket;
    }

    hand_out(server, ticket);
    outbox_clear(outbox);
    loop_start_timer_at(server->loop, &server->wake_timer,
                        core_next_wake(server->core), pump, server);
    return ticket;
}

int server_decide(struct server *server, const struct command *command,
                  uint64_t *ret_id)
{
    return core_apply(server->core, command, server_now_us(server),
                      &server->outbox, ret_id);
}

int server_turn(struct server *server, const struct command *command)
{
    int rc = server_decide(server, command, NULL);
    int64_t ticket = server_deliver(server, NULL, 0);

    return rc == 0 && ticket < 0 ? (int)ticket : rc;
}

int64_t server_write_sides(struct server *server,
                           const struct side_write *sides, size_t count)
{
    const struct store_turn turn = { .sides = sides, .side_count = count };

    return store_write(server->store, &turn);
}

static void take_commands(struct server *server)
{
    struct command command;

    for (int i = 0; i < TURNS_PER_PUMP && !server->is_unwritten; i++) {
        if (!calls_next_command(server->calls, &command)) {
            server->is_wanted = false;
            return;
        }

        int rc = server_turn(server, &command);
        calls_command_done(server->calls, &command, rc);
    }
    server_want_pump(server);
}

static void open_gates(struct server *server)
{
    int64_t committed = store_committed(server->store);
    int64_t now_us = server_now_us(server);
    struct effect effect;
    bool is_lagging = false;

    while (
        gates_next(&server->gates, committed, now_us, &effect, &is_lagging)) {
        server->is_lagging |= is_lagging;
        carry_out(server, &effect);
    }

    int64_t next_us = gates_next_us(&server->gates);
    if (next_us != INT64_MAX)
        loop_start_timer_at(server->loop, &server->gate_timer, next_us, pump,
                            server);
}

static void tell_committed(struct server *server)
{
    uint64_t seq = store_committed_seq(server->store);

    if (seq == server->told_seq)
        return;

    server->told_seq = seq;
    web_tell_committed(server->web, seq);
    want_web(server);
}

static void pump_all(struct server *server)
{
    store_event_clear(server->store);
    if (server->is_unwritten)
        server_deliver(server, NULL, 0);
    open_gates(server);
    tell_committed(server);
    server_send_replies(server);

    /* What would follow must find room: come back with the next commit. */
    if (server->is_unwritten || store_level_pct(server->store) >= FULL_PCT)
        return;

    notes_keep(server); /* before what follows from them */
    if (core_wake(server->core, server_now_us(server), &server->outbox) == 0 ||
        server->outbox.event_count > 0)
        server_deliver(server, NULL, 0);
    if (!server->is_unwritten)
        take_commands(server);
    if (!server->is_unwritten)
        server_take_requests(server);
    if (!server->is_unwritten)
        erasures_go_on(server->erasures);
    if (!server->is_unwritten)
        lookups_go_on(server->lookups);
    if (!server->is_unwritten)
        deliveries_go_on(server->deliveries);
    if (!server->is_unwritten)
        visits_go_on(server->visits);
    notes_keep(server);
}

void server_pump(struct server *server)
{
    int64_t began_us = clock_boot_us();

    server->is_pumping = true;
    server->is_wanted = false;
    pump_all(server);
    server->is_pumping = false;
    if (server->is_wanted)
        server_want_pump(server);

    int64_t took_us = clock_boot_us() - began_us;
    if (took_us > server->longest_turn_us)
        server->longest_turn_us = took_us;
}
