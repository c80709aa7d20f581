/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents from the state, and sides from the store. */

#include "server/past.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "jobs/query.h"
#include "server/erasures.h"
#include "server/prompts.h"
#include "server/secrets.h"
#include "server/waiting.h"

int past_open_jobs(struct server *server, unsigned threads, size_t waiting)
{
    const struct jobs_settings settings = {
        .threads = threads,
        .max_waiting = waiting,
        .open = query_open,
        .close = query_close,
        .arg = server->store,
    };

    return jobs_new(&settings, &server->jobs);
}

/* Documents, as the events that once made them. */
static void load_documents(struct server *server)
{
    const struct state *state = core_state(server->core);
    struct event event = { 0 };

    event.type = EVENT_DEVICE_SET;
    for (size_t i = 0; i < state_document_count(state, DOCUMENT_DEVICE); i++) {
        event.as.device_set =
            *(const struct event_device_set *)state_document_at(
                state, DOCUMENT_DEVICE, i);
        calls_take_event(server->calls, &event);
    }

    event.type = EVENT_TRUNK_SET;
    for (size_t i = 0; i < state_document_count(state, DOCUMENT_TRUNK); i++) {
        event.as.trunk_set = *(const struct event_trunk_set *)state_document_at(
            state, DOCUMENT_TRUNK, i);
        calls_take_event(server->calls, &event);
    }

    event.type = EVENT_PROMPT_SET;
    for (size_t i = 0; i < state_document_count(state, DOCUMENT_PROMPT); i++) {
        event.as.prompt_set =
            *(const struct event_prompt_set *)state_document_at(
                state, DOCUMENT_PROMPT, i);
        calls_take_event(server->calls, &event);
    }
    prompts_keeper_load(server->prompts);
}

static int load_secret(void *arg, const char *key, const void *value,
                       size_t length)
{
    struct server *server = arg;

    secrets_use(server, key, value, length);
    return web_load_side(server->web, WEB_SIDE_SECRET, key, value, length);
}

static int load_token(void *arg, const char *key, const void *value,
                      size_t length)
{
    struct server *server = arg;

    return web_load_side(server->web, WEB_SIDE_TOKEN, key, value, length);
}

static int load_answer(void *arg, const char *key, const void *value,
                       size_t length)
{
    struct server *server = arg;

    return web_load_side(server->web, WEB_SIDE_IDEMPOTENCY, key, value, length);
}

static int load_list(void *arg, const char *key, const void *value,
                     size_t length)
{
    struct server *server = arg;

    return web_load_side(server->web, WEB_SIDE_CALLER_LIST, key, value, length);
}

static int load_note(struct server *server, enum calls_note_kind kind,
                     const char *key, const void *value, size_t length)
{
    char *text = malloc(length + 1);

    if (!text)
        return -ENOMEM;

    memcpy(text, value, length);
    text[length] = '\0';
    if (calls_load_note(server->calls, kind, key, text) == -EBADMSG)
        log_say(LOG_LEVEL_WARNING, "server",
                "a stored %s was not understood and is left out",
                kind == CALLS_NOTE_BINDING ? "binding" : "dialog");
    free(text);
    return 0;
}

static int load_binding(void *arg, const char *key, const void *value,
                        size_t length)
{
    return load_note(arg, CALLS_NOTE_BINDING, key, value, length);
}

static int load_dialog(void *arg, const char *key, const void *value,
                       size_t length)
{
    return load_note(arg, CALLS_NOTE_DIALOG, key, value, length);
}

static int load_erasure(void *arg, const char *key, const void *value,
                        size_t length)
{
    struct server *server = arg;
    int rc = erasures_load(server->erasures, key, value, length);

    if (rc == -EBADMSG)
        log_say(LOG_LEVEL_WARNING, "server",
                "a stored erasure was not understood and is left out");
    return rc == -EBADMSG ? 0 : rc;
}

void past_finish_recordings(struct server *server)
{
    const struct state *state = core_state(server->core);

    for (size_t i = 0; i < state_row_count(state, ROW_RECORDING); i++) {
        const struct recording_row *row = state_row_at(state, ROW_RECORDING, i);
        const struct effect effect = {
            .type = row->state == RECORDING_DELETED ? EFFECT_REMOVE_RECORDING
                                                    : EFFECT_REPAIR_RECORDING,
            .contact_id = row->contact_id,
            .recording_id = row->recording_id,
            .object = row->object,
        };

        calls_do(server->calls, &effect);
    }
}

int past_load(struct server *server)
{
    static const struct {
        enum side_kind kind;
        int (*visit)(void *, const char *, const void *, size_t);
    } all[] = {
        { SIDE_SECRET, load_secret },      { SIDE_TOKEN, load_token },
        { SIDE_IDEMPOTENCY, load_answer }, { SIDE_BINDING, load_binding },
        { SIDE_DIALOG, load_dialog },      { SIDE_ERASURE, load_erasure },
        { SIDE_CALLER_LIST, load_list },
    };

    int rc = core_set_zones(server->core, web_zones(server->web));

    load_documents(server);
    if (rc < 0)
        return rc;
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        rc = store_side_each(server->store, all[i].kind, all[i].visit, server);
        if (rc < 0)
            return rc;
    }

    waiting_begin(server); /* the phones are known now */
    return 0;
}
