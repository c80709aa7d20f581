/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line for each alarm that stands; begun and over are logged. */

#include "server/alarms.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/descriptor.h"
#include "base/log.h"
#include "wire/alarm.h"

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

static bool is_message_unsent(const struct server *server)
{
    return state_system(core_state(server->core))->unsent_until_us >
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

/* There are phones, and trunks by which calls go out, and none of them is told
   which numbers are for help: 112 is refused, and nobody would notice before
   it is needed. */
static bool is_without_help(const struct server *server)
{
    const struct state *state = core_state(server->core);
    size_t count = state_document_count(state, DOCUMENT_TRUNK);
    bool goes_out = false;

    for (size_t i = 0; i < count; i++) {
        const struct event_trunk_set *trunk =
            state_document_at(state, DOCUMENT_TRUNK, i);

        if (trunk->emergency.text[0])
            return false;
        goes_out = goes_out || trunk->outbound;
    }

    return goes_out && state_document_count(state, DOCUMENT_DEVICE) > 0;
}

/* Each alarm is one line. */
int alarms_tell(struct server *server, const struct alarm_signs *signs,
                struct note *ret_note)
{
    assert(server && signs && ret_note);

    const struct store_status *status = signs->store;
    const struct recorder_status *recorder = signs->recorder;
    int64_t days = certificate_days(server);
    const bool stands[ALARM_COUNT] = {
        [ALARM_JOURNAL_LOCKED] = status->health == STORE_LOCKED,
        [ALARM_STORAGE_FULL] = status->health == STORE_FULL,
        [ALARM_OUT_OF_MEMORY] = status->health == STORE_NO_MEMORY,
        [ALARM_JOURNAL_LAGGING] =
            status->level_pct >= STORE_ALARM_PCT || server->is_lagging,
        [ALARM_MEDIA_STALLED] =
            media_stalled_ms(calls_media(server->calls)) > 5000,
        [ALARM_THREAD_STALLED] = server->still_threads > 0,
        [ALARM_OVERLOADED] = is_overloaded(server, signs->turned_away),
        [ALARM_RECORDING_REFUSED] = recorder->error != 0,
        [ALARM_RECORDING_LAGS] = recorder->is_slow,
        [ALARM_FAULT] = state_system(core_state(server->core))->faults > 0,
        [ALARM_TRUNK_NOT_REGISTERED] =
            server->trunks.troubles & TRUNK_TROUBLE_UNREGISTERED,
        [ALARM_TRUNK_NOT_FOUND] =
            server->trunks.troubles & TRUNK_TROUBLE_NOT_FOUND,
        [ALARM_TRUNK_CERTIFICATE_REFUSED] =
            server->trunks.troubles & TRUNK_TROUBLE_CERTIFICATE,
        [ALARM_NO_EMERGENCY_NUMBER] = is_without_help(server),
        [ALARM_FEW_DESCRIPTORS] =
            descriptor_is_last((int)signs->open_fds, DESCRIPTOR_CLIENT),
        [ALARM_TOLL_FRAUD] = is_toll_fraud(server),
        [ALARM_PIN_GUESSING] = is_pin_guessing(server),
        [ALARM_MESSAGE_NOT_SENT] = is_message_unsent(server),
        [ALARM_CERTIFICATE_ENDS_IN_30_DAYS] = days > 7 && days <= 30,
        [ALARM_CERTIFICATE_ENDS_IN_7_DAYS] = days > 1 && days <= 7,
        [ALARM_CERTIFICATE_ENDS_IN_1_DAY] = days > 0 && days <= 1,
        [ALARM_CERTIFICATE_ENDED] = days <= 0,
    };
    size_t length = 0;
    int count = 0;

    static_assert(ALARM_COUNT <= 8 * sizeof(server->alarms), "a bit for each");
    memset(ret_note, 0, sizeof(*ret_note));
    for (int i = 0; i < ALARM_COUNT; i++) {
        unsigned bit = 1U << i;
        const char *name = alarm_name((enum alarm)i);

        log_alarm(name, server->alarms & bit, stands[i]);
        server->alarms &= ~bit;
        if (!stands[i])
            continue;
        server->alarms |= bit;
        count++;
        length +=
            (size_t)snprintf(ret_note->text + length,
                             sizeof(ret_note->text) - length, "%s\n", name);
    }

    return count;
}
