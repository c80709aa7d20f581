/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row per alarm, by its text; one per trunk; one for the server. */

#include "web/standing.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "web/history.h"
#include "web/inside.h"
#include "web/trunks.h"
#include "web/watch.h"

enum { ALARMS_MAX = 64 };

/* The alarms of the moment, by key. */
struct alarms {
    struct topic_alarms rows[ALARMS_MAX];
    size_t count;
};

/* FNV-1a, cut to what every program's numbers can hold: the same alarm has the
   same key. */
static uint64_t key_of(const char *text, size_t length)
{
    uint64_t hash = UINT64_C(14695981039346656037);

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    hash &= (UINT64_C(1) << 52) - 1;
    return hash ? hash : 1;
}

static void read_alarms(const struct note *lines, struct alarms *ret_alarms)
{
    const char *text = lines->text;

    ret_alarms->count = 0;
    while (*text && ret_alarms->count < ALARMS_MAX) {
        size_t length = strcspn(text, "\n");
        struct topic_alarms *alarm = &ret_alarms->rows[ret_alarms->count];

        if (length > 0) {
            *alarm = (struct topic_alarms){ .id = key_of(text, length) };
            memcpy(alarm->text.text, text, length);
            ret_alarms->count++;
        }
        text += length + (text[length] == '\n');
    }
}

static bool stands(const struct alarms *alarms, uint64_t key)
{
    for (size_t i = 0; i < alarms->count; i++)
        if (alarms->rows[i].id == key)
            return true;
    return false;
}

static void settle_alarms(struct web *web)
{
    struct rows *rows = web->watch->rows;
    const struct row *row = rows_from(rows, TOPIC_ALARMS, 0);
    struct web_status status;
    struct alarms alarms;

    from_main_status(web->from_main, &status);
    read_alarms(&status.alarms, &alarms);
    while (row) {
        uint64_t id = row->id;
        if (!stands(&alarms, id))
            (void)rows_remove(rows, TOPIC_ALARMS, id);
        row = rows_from(rows, TOPIC_ALARMS, id + 1);
    }
    for (size_t i = 0; i < alarms.count; i++) {
        alarms.rows[i].alarm_age_us = web_now_us(web);
        if (!rows_find(rows, TOPIC_ALARMS, alarms.rows[i].id))
            (void)rows_put(rows, TOPIC_ALARMS, &alarms.rows[i]);
    }
}

static void count_people(const struct state *floor, struct topic_server *server)
{
    for (size_t i = 0; i < state_row_count(floor, ROW_CONTACT); i++) {
        const struct contact_row *row = state_row_at(floor, ROW_CONTACT, i);
        server->contacts_live += row->place != PLACE_ENDED;
        server->contacts_waiting += row->place == PLACE_QUEUE;
    }
    for (size_t i = 0; i < state_row_count(floor, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(floor, ROW_DESK, i);
        server->agents_logged_in += desk->state != AGENT_OFFLINE;
    }
}

static void settle_server(struct web *web)
{
    const struct system_row *system = state_system(web->floor);
    struct web_status status;
    int64_t metrics[METRIC_COUNT];
    int64_t up_us;

    from_main_status(web->from_main, &status);
    from_main_metrics(web->from_main, metrics);
    struct topic_server server = {
        .id = 1,
        .start = system->start,
        .serving = system->serving,
        .draining = status.draining,
        .stop_left_us = status.draining ? status.stop_due_us : 0,
        .alarms = metrics[METRIC_ALARMS],
        .faults = system->faults,
        .store_queue = metrics[METRIC_STORE_QUEUED],
        .trunks = (int64_t)state_document_count(web->floor, DOCUMENT_TRUNK),
        .trunks_up = metrics[METRIC_TRUNKS_UP],
        .phones = metrics[METRIC_SIP_BINDINGS],
        .legs = metrics[METRIC_SIP_LEGS],
    };
    up_us = metrics[METRIC_START_TIME] -
            state_wall_us(web->floor, 0); /* as a journal moment */
    server.up_age_us = metrics[METRIC_START_TIME] > 0 ? up_us : 0;
    count_people(web->floor, &server);
    (void)snprintf(server.release.text, sizeof(server.release.text), "%s",
                   web->settings.release);
    (void)snprintf(server.sip_address.text, sizeof(server.sip_address.text),
                   "%s", web->settings.sip_address);
    (void)rows_put(web->watch->rows, TOPIC_SERVER, &server);
}

static void settle_trunks(struct web *web)
{
    const struct state *floor = web->floor;
    struct rows *rows = web->watch->rows;
    const struct row *row = rows_from(rows, TOPIC_TRUNK_STATES, 0);
    struct topic_trunk_states trunk;

    while (row) {
        uint64_t id = row->id;
        if (!state_document(floor, DOCUMENT_TRUNK, id)) {
            (void)rows_remove(rows, TOPIC_TRUNK_STATES, id);
            history_forget(web->rates, id);
        }
        row = rows_from(rows, TOPIC_TRUNK_STATES, id + 1);
    }
    for (size_t i = 0; i < state_document_count(floor, DOCUMENT_TRUNK); i++) {
        trunks_fill(web, state_document_at(floor, DOCUMENT_TRUNK, i), &trunk);
        history_count(web->rates, trunk.trunk_id,
                      trunk.calls_in + trunk.calls_out, web_now_us(web),
                      &trunk.history);
        (void)rows_put(rows, TOPIC_TRUNK_STATES, &trunk);
    }
}

void standing_settle(struct web *web, enum topic topic)
{
    assert(web);

    switch (topic) {
    case TOPIC_ALARMS:
        settle_alarms(web);
        break;
    case TOPIC_TRUNK_STATES:
        settle_trunks(web);
        break;
    default:
        assert(topic == TOPIC_SERVER);
        settle_server(web);
        break;
    }
}
