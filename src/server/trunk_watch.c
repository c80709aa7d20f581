/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what the SIP stack says of each trunk. */

#include "server/trunk_watch.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>

#include "base/log.h"
#include "lang/failure.h"
#include "server/server.h"

enum { US_PER_S = 1000000, PATIENCE_S = 10 };

/* The first answers may take a moment. */
static bool is_old(const struct server *server, int64_t since_us)
{
    return server_now_us(server) - since_us > PATIENCE_S * US_PER_S;
}

static unsigned troubles_of(const struct server *server,
                            const struct trunk_status *status)
{
    unsigned troubles = 0;

    if (status->registered == TRUNK_NOT_REGISTERED &&
        is_old(server, status->registered_since_us))
        troubles |= TRUNK_TROUBLE_UNREGISTERED;
    if (status->named == TRUNK_NOT_FOUND &&
        is_old(server, status->named_since_us))
        troubles |= TRUNK_TROUBLE_NOT_FOUND;
    if (status->certificate_fault != 0)
        troubles |= TRUNK_TROUBLE_CERTIFICATE;
    return troubles;
}

enum trunk_reason trunk_watch_reason(const struct trunk_status *status,
                                     unsigned troubles)
{
    assert(status);

    bool is_nameless = troubles & TRUNK_TROUBLE_NOT_FOUND ||
                       (!status->up && status->name_error < 0);

    if (troubles & TRUNK_TROUBLE_CERTIFICATE)
        return TRUNK_DISBELIEVED;
    if (is_nameless)
        return status->name_error == -ETIMEDOUT ? TRUNK_UNNAMED
                                                : TRUNK_NAMELESS;
    if (!status->up && status->named == TRUNK_NOT_FOUND)
        return TRUNK_WELL; /* it is being looked up */
    if (!status->up)
        return status->is_suspect       ? TRUNK_CALLS_FAIL
               : status->last_code != 0 ? TRUNK_FAILING
                                        : TRUNK_SILENT;
    if (troubles & TRUNK_TROUBLE_UNREGISTERED)
        return status->register_code != 0 ? TRUNK_DENIED : TRUNK_UNHEARD;
    return TRUNK_WELL;
}

static struct web_trunk trunk_figures(uint64_t trunk_id,
                                      const struct trunk_status *status,
                                      unsigned troubles)
{
    static const enum registration registrations[] = {
        [TRUNK_NEED_NOT_REGISTER] = REGISTRATION_NONE,
        [TRUNK_NOT_REGISTERED] = REGISTRATION_FAILED,
        [TRUNK_REGISTERED] = REGISTRATION_DONE,
    };

    return (struct web_trunk){
        .trunk_id = trunk_id,
        .state = !status->up     ? TRUNK_DOWN
                 : status->asked ? TRUNK_UP
                                 : TRUNK_UNCHECKED,
        .reason = trunk_watch_reason(status, troubles),
        .since_us = status->since_us, /* the loop's clock is journal time */
        .calls = status->channels,
        .calls_in = (int64_t)status->calls_in,
        .calls_out = (int64_t)status->calls_out,
        .refused_full = (int64_t)status->refused_full,
        .failures = (int64_t)status->failures,
        .answer_ms = status->round_trip_us < 0
                         ? -1
                         : (status->round_trip_us + 999) / 1000,
        .last_code = status->last_code,
        .registration = registrations[status->registered],
        .register_code = status->register_code,
    };
}

static void log_troubles(const char *name, const struct trunk_status *status,
                         unsigned begun)
{
    if (begun & TRUNK_TROUBLE_UNREGISTERED)
        log_say(LOG_LEVEL_WARNING, "server", "trunk %s: not registered: %d",
                name, status->register_code);
    if (begun & TRUNK_TROUBLE_NOT_FOUND)
        log_say(LOG_LEVEL_WARNING, "server",
                "trunk %s: its host name is not found: %s", name,
                status->name_error < 0
                    ? failure_text(lang_own(), status->name_error)
                    : "?");
    if (begun & TRUNK_TROUBLE_CERTIFICATE)
        log_say(LOG_LEVEL_WARNING, "server",
                "trunk %s: its certificate is refused: %s", name,
                trunk_certificate_fault(status->certificate_fault));
}

static unsigned known_troubles(const struct trunk_watch *watch,
                               uint64_t trunk_id)
{
    for (size_t i = 0; i < watch->count; i++)
        if (watch->known[i].trunk_id == trunk_id)
            return watch->known[i].troubles;

    return 0;
}

/* Adds to the next watch what stands, and logs what did not stand before. */
static void look_at(const struct event_trunk_set *trunk,
                    const struct trunk_status *status, unsigned troubles,
                    const struct trunk_watch *before, struct trunk_watch *next)
{
    log_troubles(trunk->name.text, status,
                 troubles & ~known_troubles(before, trunk->id));
    if (troubles == 0)
        return;

    next->known[next->count].trunk_id = trunk->id;
    next->known[next->count].troubles = troubles;
    next->count++;
    next->troubles |= troubles;
}

/* The core is told of a change alone. */
static void tell_core(struct server *server, const struct web_trunk *trunk)
{
    bool is_up = trunk->state != TRUNK_DOWN;
    const struct command command = {
        .type = COMMAND_NOTE_TRUNK,
        .as.note_trunk = { .trunk_id = trunk->trunk_id, .up = is_up },
    };

    if (is_up == state_is_lost(core_state(server->core), trunk->trunk_id))
        (void)server_turn(server, &command);
}

int64_t trunk_watch_look(struct server *server, struct trunk_watch *watch)
{
    assert(server && watch);

    const struct state *state = core_state(server->core);
    struct web_trunk trunks[WEB_MAX_TRUNKS];
    struct trunk_watch next = { .count = 0 };
    size_t count = 0;
    int64_t up = 0;

    for (size_t i = 0; i < state_document_count(state, DOCUMENT_TRUNK) &&
                       count < WEB_MAX_TRUNKS;
         i++) {
        const struct event_trunk_set *trunk =
            state_document_at(state, DOCUMENT_TRUNK, i);
        struct trunk_status status;

        if (trunk_ask_status(calls_signalling(server->calls), trunk->id,
                             &status) < 0)
            continue;
        unsigned troubles = troubles_of(server, &status);

        trunks[count++] = trunk_figures(trunk->id, &status, troubles);
        up += status.up;
        look_at(trunk, &status, troubles, watch, &next);
    }

    *watch = next;
    web_set_trunks(server->web, trunks, count);
    for (size_t i = 0; i < count; i++)
        tell_core(server, &trunks[i]);
    return up;
}
