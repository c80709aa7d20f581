/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much is logged, for a while, and what is told in detail. */

#include <inttypes.h>

#include "base/clock.h"
#include "base/log.h"
#include "server/server.h"

enum {
    US_PER_MS = 1000,
    MS_PER_S = 1000,
    TICK_MS = 1000,
    LATE_MS = 1000, /* of a tick: worth a word */
};

_Static_assert((int)LOG_DEPTH_ERROR == (int)LOG_LEVEL_ERROR &&
                   (int)LOG_DEPTH_WARNING == (int)LOG_LEVEL_WARNING &&
                   (int)LOG_DEPTH_NOTE == (int)LOG_LEVEL_NOTE &&
                   (int)LOG_DEPTH_DETAIL == (int)LOG_LEVEL_DETAIL,
               "the words are the levels");

/* A warning, so that it is there however little is logged before and after. */
void server_log_set(struct server *server, enum log_depth level, int64_t for_ms,
                    uint64_t user_id)
{
    enum log_level wanted = (enum log_level)level;
    enum log_level told = LOG_LEVEL_WARNING;

    log_set_level(wanted > told ? wanted : told);
    log_say(told, "log", "level %s for %" PRId64 " s, by user %" PRIu64,
            log_level_name(wanted), for_ms / MS_PER_S, user_id);
    log_set_level(wanted);
    server->log_due_us = server_now_us(server) + for_ms * US_PER_MS;
}

void server_log_follow(struct server *server)
{
    enum log_level usual = server->settings->log_level;

    if (server->log_due_us == 0 || server_now_us(server) < server->log_due_us)
        return;

    server->log_due_us = 0;
    log_set_level(usual);
    log_say(LOG_LEVEL_NOTE, "log", "level %s again", log_level_name(usual));
}

void server_log_standstill(struct server *server)
{
    int64_t before_us = server->ticked_us;
    int64_t late_ms = 0;

    server->ticked_us = clock_boot_us();
    if (before_us)
        late_ms = (server->ticked_us - before_us) / US_PER_MS - TICK_MS;
    if (late_ms >= LATE_MS)
        log_say(LOG_LEVEL_WARNING, "server",
                "the server stood still for %" PRId64 " ms", late_ms);
}

static void log_refusal(const struct signal_refusal *refusal)
{
    static const char *const whys[] = {
        [SIGNAL_REFUSED_STRANGER] =
            "calls are refused: no trunk has that address, and no phone there "
            "proves who it is",
        [SIGNAL_REFUSED_PASSWORD] =
            "a phone is refused: no device has its user and password",
        [SIGNAL_REFUSED_LOCKED] =
            "too many wrong passwords: its network is locked out for a minute "
            "(sip.auth_failures)",
    };
    bool is_locked = refusal->reason == SIGNAL_REFUSED_LOCKED;

    if (refusal->untold > 0)
        log_say(LOG_LEVEL_NOTE, "sip",
                "%" PRIu64 " more sources were refused: too many to name them",
                refusal->untold);
    log_say(is_locked ? LOG_LEVEL_WARNING : LOG_LEVEL_NOTE, "sip", "%s: %s",
            refusal->source, whys[refusal->reason]);
}

void server_log_refusals(struct server *server)
{
    struct signal_refusal refusal;

    while (signalling_next_refusal(calls_signalling(server->calls), &refusal))
        log_refusal(&refusal);
}

static uint64_t contact_of(const struct event *event)
{
    const struct field *field =
        record_field(event_record((unsigned)event->type), "contact_id");

    return field ? (uint64_t)field_get_integer(field, &event->as) : 0;
}

/* Names and numbers are left to the journal, which knows who may see them. */
void server_log_outbox(const struct outbox *outbox)
{
    if (!log_wants(LOG_LEVEL_DETAIL))
        return;

    for (size_t i = 0; i < outbox->event_count; i++) {
        const struct event *event = &outbox->events[i];

        log_say(LOG_LEVEL_DETAIL, "core",
                "event %" PRIu64 " %s, contact %" PRIu64, event->seq,
                event_record((unsigned)event->type)->name, contact_of(event));
    }
    for (size_t i = 0; i < outbox->effect_count; i++) {
        const struct effect *effect = &outbox->effects[i];

        log_say(LOG_LEVEL_DETAIL, "core",
                "effect %s of event %" PRIu64 ", contact %" PRIu64,
                effect_rule(effect->type)->name, effect->serial,
                effect->contact_id);
    }
}
