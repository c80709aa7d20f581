/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line for each alarm that stands; begun and over are logged. */

#include "server/alarms.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/descriptor.h"
#include "base/log.h"

#define US_PER_DAY INT64_C(86400000000)

static const int64_t OVERLOAD_STANDS_US = 3000000;

/* Since the last tick. Who drains turns everybody away, as was asked for. */
static bool is_turning_away(struct server *server, uint64_t turned_away)
{
    uint64_t before = server->turned_away;

    server->turned_away = turned_away;
    return turned_away > before && !server->is_draining;
}

/* Calls come one by one: it stands until none was refused for a while. */
static bool is_overloaded(struct server *server, uint64_t turned_away)
{
    int64_t now_us = server_now_us(server);

    if (is_turning_away(server, turned_away) || server->is_behind)
        server->overloaded_until_us = now_us + OVERLOAD_STANDS_US;

    return now_us < server->overloaded_until_us;
}

/* What stood the last time and no longer does, and the other way round. */
static void log_alarm(const char *name, bool stood, bool stands)
{
    if (stands && !stood)
        log_say(LOG_LEVEL_ERROR, "server", "alarm: %s", name);
    else if (stood && !stands)
        log_say(LOG_LEVEL_NOTE, "server", "alarm over: %s", name);
}

/* Begun ones count; 0 or less: it is over. */
static int64_t certificate_days(const struct server *server)
{
    int64_t left_us =
        signalling_certificate_left_us(calls_signalling(server->calls));

    return left_us <= 0 ? 0 : (left_us - 1) / US_PER_DAY + 1;
}

static bool is_toll_fraud(const struct server *server)
{
    return state_system(core_state(server->core))->toll_until_us >
           server_now_us(server);
}

/* Somebody tries PINs: a box, or a phone, is locked. */
static bool is_pin_guessing(const struct server *server)
{
    const struct state *state = core_state(server->core);
    size_t count = state_row_count(state, ROW_PIN_LOCK);

    for (size_t i = 0; i < count; i++) {
        const struct pin_lock_row *lock = state_row_at(state, ROW_PIN_LOCK, i);

        if (lock->until_us > server_now_us(server))
            return true;
    }

    return false;
}

/* Each alarm is one line; what it means and what to do is in the manual. */
int alarms_tell(struct server *server, const struct alarm_signs *signs,
                struct note *ret_note)
{
    assert(server && signs && ret_note);

    const struct store_status *status = signs->store;
    const struct recorder_status *recorder = signs->recorder;
    int64_t days = certificate_days(server);
    const struct {
        bool stands;
        const char *name;
    } all[] = {
        { status->health == STORE_LOCKED, "journal_locked" },
        { status->health == STORE_FULL, "storage_full" },
        { status->health == STORE_NO_MEMORY, "out_of_memory" },
        { status->level_pct >= STORE_ALARM_PCT || server->is_lagging,
          "journal_lagging" },
        { media_stalled_ms(calls_media(server->calls)) > 5000,
          "media_stalled" },
        { is_overloaded(server, signs->turned_away), "overloaded" },
        { recorder->error != 0, "recording_refused" },
        { recorder->is_slow, "recording_lags" },
        { state_system(core_state(server->core))->faults > 0, "fault" },
        { server->trunks.troubles & TRUNK_TROUBLE_UNREGISTERED,
          "trunk_not_registered" },
        { server->trunks.troubles & TRUNK_TROUBLE_NOT_FOUND,
          "trunk_not_found" },
        { server->trunks.troubles & TRUNK_TROUBLE_CERTIFICATE,
          "trunk_certificate_refused" },
        { descriptor_is_last((int)signs->open_fds, DESCRIPTOR_CLIENT),
          "few_descriptors" },
        { is_toll_fraud(server), "toll_fraud" },
        { is_pin_guessing(server), "pin_guessing" },
        { days > 7 && days <= 30, "certificate_ends_in_30_days" },
        { days > 1 && days <= 7, "certificate_ends_in_7_days" },
        { days > 0 && days <= 1, "certificate_ends_in_1_day" },
        { days <= 0, "certificate_ended" },
    };
    size_t length = 0;
    int count = 0;

    static_assert(sizeof(all) / sizeof(all[0]) <= 8 * sizeof(server->alarms),
                  "a bit for each");
    memset(ret_note, 0, sizeof(*ret_note));
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        unsigned bit = 1U << i;

        log_alarm(all[i].name, server->alarms & bit, all[i].stands);
        server->alarms &= ~bit;
        if (!all[i].stands)
            continue;
        server->alarms |= bit;
        count++;
        length += (size_t)snprintf(ret_note->text + length,
                                   sizeof(ret_note->text) - length, "%s\n",
                                   all[i].name);
    }

    return count;
}
