/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people ask for through the API: decided, stored, then answered. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/state_search.h"
#include "lang/failure.h"
#include "server/erasures.h"
#include "server/errands.h"
#include "server/secrets.h"
#include "server/server.h"

enum {
    REQUESTS_PER_PUMP = 64,
    FULL_FOR_MS = 1000, /* a disk that was full for a moment is not full */
};

static const enum side_kind store_kind[] = {
    [WEB_SIDE_SECRET] = SIDE_SECRET,
    [WEB_SIDE_TOKEN] = SIDE_TOKEN,
    [WEB_SIDE_IDEMPOTENCY] = SIDE_IDEMPOTENCY,
    [WEB_SIDE_FLOW_TEXT] = SIDE_FLOW_TEXT,
    [WEB_SIDE_CALLER_LIST] = SIDE_CALLER_LIST,
};

static size_t to_store(const struct web_request *request, int64_t now_us,
                       struct side_write sides[WEB_MAX_SIDES])
{
    for (size_t i = 0; i < request->side_count; i++) {
        const struct web_side *side = &request->sides[i];

        sides[i] = (struct side_write){
            .verb = side->value ? SIDE_PUT : SIDE_DELETE,
            .kind = store_kind[side->kind],
            .key = side->key,
            .value = side->value,
            .length = side->value ? strlen(side->value) : 0,
            .at_us = now_us,
        };
    }

    return request->side_count;
}

/* What cannot be kept waiting is answered at once, however it ended. */
void server_answer(struct server *server, struct web_slot slot,
                   const struct web_reply *reply, int64_t ticket)
{
    if (ticket <= store_committed(server->store) ||
        replies_hold(&server->replies, slot, reply, ticket) < 0)
        web_reply(server->web, slot, reply);
    else
        store_want(server->store, ticket);
}

static void refuse(struct server *server, struct web_slot slot, int rc)
{
    struct web_reply reply = { 0 };

    if (rc > 0)
        reply.refusal = rc;
    else
        reply.problem = rc == -EAGAIN ? PROBLEM_STORAGE_FULL : PROBLEM_INTERNAL;
    web_reply(server->web, slot, &reply);
}

/* All remove_... commands are alike: {id, version}; and so begin all set_...
   commands, and the one that replaces a queue. */
static void refuse_in_use(struct server *server,
                          const struct web_request *request)
{
    struct web_reply reply = { .refusal = REFUSED_IN_USE };
    struct document_use_page page = { reply.uses, DOCUMENT_USES, 0, 0, 0, 0 };
    enum command_type type = request->command.type;
    uint64_t id = request->command.as.remove_queue.id;

    for (int i = 0; i < document_kind_count; i++) {
        enum document_kind kind = (enum document_kind)i;
        const struct document_kind_info *info = document_kind_info(kind);

        if (info->remove_command == type)
            (void)core_document_uses(server->core, kind, id, &page);
        if (info->set_command == type ||
            (kind == DOCUMENT_QUEUE && type == COMMAND_REPLACE_QUEUE)) {
            reply.is_named = true;
            (void)core_document_namers(server->core, kind, id, &page);
        }
    }
    if (type == COMMAND_REPLACE_QUEUE) { /* whose name the rules will have */
        page.total -= page.rules;
        if (page.count > page.total)
            page.count = page.total;
    }
    reply.use_count = page.count;
    reply.use_total = page.total;
    web_reply(server->web, request->slot, &reply);
}

/* A phone's new password counts from now on, not from the next start on. */
static void use_secrets(struct server *server,
                        const struct web_request *request)
{
    for (size_t i = 0; i < request->side_count; i++) {
        const struct web_side *side = &request->sides[i];

        if (side->kind != WEB_SIDE_SECRET)
            continue;
        if (side->value)
            secrets_use(server, side->key, side->value, strlen(side->value));
        else
            secrets_forget(server, side->key);
    }
}

/* The command's sides are settled between the decision and the commit: they
   keep the answer, too, for a client that asks again. */
static int settle_and_turn(struct server *server, struct web_request *request,
                           struct turn_result *ret_result)
{
    uint64_t id = 0;
    int rc = server_decide(server, &request->command, &id);
    struct side_write sides[WEB_MAX_SIDES];
    size_t count = 0;

    if (rc == 0) {
        web_request_settle(request, id,
                           state_system(core_state(server->core))->seq);
        count = to_store(request, server_now_us(server), sides);
    }

    int64_t ticket = server_deliver(server, sides, count);
    if (rc == 0 && ticket < 0)
        return (int)ticket;

    *ret_result = (struct turn_result){ .id = id, .ticket = ticket };
    return rc;
}

static void do_command(struct server *server, struct web_request *request)
{
    struct turn_result result = { 0 };
    int rc = 0;

    if (request->program)
        rc = core_add_program(server->core, request->program);
    if (rc == 0 && request->list)
        rc = core_add_list(server->core, request->list);
    if (rc == 0 && request->zone)
        rc = core_set_zone(server->core, request->zone);
    core_give_rules(server->core, request->rules);
    request->rules = NULL;
    if (rc == -ENOSPC && !request->program)
        rc = 0; /* the core refuses what it was not given */
    if (rc == 0)
        rc = settle_and_turn(server, request, &result);
    if (rc == REFUSED_IN_USE) {
        refuse_in_use(server, request);
        return;
    }
    if (rc != 0) {
        refuse(server, request->slot, rc);
        return;
    }

    const struct web_reply reply = {
        .id = result.id,
        .seq = state_system(core_state(server->core))->seq,
        .ok = true,
    };

    use_secrets(server, request);
    server_answer(server, request->slot, &reply, result.ticket);
}

static void do_sides(struct server *server, struct web_request *request)
{
    struct side_write sides[WEB_MAX_SIDES];
    const struct web_reply reply = {
        .seq = state_system(core_state(server->core))->seq,
        .ok = true,
    };

    web_request_settle(request, 0, reply.seq);
    int64_t ticket = server_write_sides(
        server, sides, to_store(request, server_now_us(server), sides));
    if (ticket < 0) {
        refuse(server, request->slot, (int)ticket);
        return;
    }

    use_secrets(server, request);
    server_answer(server, request->slot, &reply, ticket);
}

static int listen_problem(int rc)
{
    return rc == -EAGAIN   ? (int)PROBLEM_TRY_AGAIN
           : rc == -EINVAL ? (int)PROBLEM_MISTAKEN
                           : (int)PROBLEM_NONE;
}

/* What a removal would be refused for, without one. */
static void do_uses(struct server *server, const struct web_request *request)
{
    struct web_reply reply = { .ok = true };
    struct document_use_page page = {
        reply.uses, DOCUMENT_USES, request->uses_told, 0, 0, 0
    };

    for (int i = 0; i < document_kind_count; i++)
        if (document_kind_info((enum document_kind)i)->remove_command ==
                request->command.type &&
            core_document_uses(server->core, (enum document_kind)i,
                               request->command.as.remove_queue.id, &page) < 0)
            reply.problem = PROBLEM_TRY_AGAIN;
    reply.use_count = page.count;
    reply.use_total = page.total;
    web_reply(server->web, request->slot, &reply);
}

/* Nothing of this is journalled: that the listener listens is. */
static void do_listen(struct server *server, const struct web_request *request)
{
    const struct state *state = core_state(server->core);
    const struct desk_row *desk =
        state_desk(state, state_agent_of_user(state, request->command.by));
    struct web_reply reply = { .seq = state_system(state)->seq, .ok = true };
    struct calls_listening now = { 0 };
    int rc = -ENOENT;

    if (desk && desk->listening)
        rc = calls_control_listening(server->calls, desk->listen_leg,
                                     request->listen.action,
                                     request->listen.value, &now);
    if (rc == -ENOENT)
        reply.refusal = REFUSED_LISTENS_NOT;
    else if (rc == -ENOTCONN)
        reply.refusal = REFUSED_NOT_PICKED_UP;
    else if (rc < 0)
        reply.problem = (enum problem)listen_problem(rc);
    reply.id = desk ? desk->listening : 0;
    reply.listening.is_prompt = desk && desk->listening_prompt;
    reply.listening.is_ringing = now.is_ringing;
    reply.listening.is_paused = now.is_paused;
    reply.listening.at_ms = now.at_ms;
    reply.listening.length_ms = now.length_ms;
    reply.listening.speed_pct = now.speed_pct;
    web_reply(server->web, request->slot, &reply);
}

static void do_reload(struct server *server, const struct web_request *request)
{
    int rc = server_reload(server);
    struct web_reply reply = {
        .ok = rc == 0,
        .seq = state_system(core_state(server->core))->seq,
    };

    if (rc < 0)
        snprintf(reply.detail.text, sizeof(reply.detail.text), "%s",
                 failure_text(lang_own(), rc));
    web_reply(server->web, request->slot, &reply);
}

static void do_request(struct server *server, struct web_request *request)
{
    const struct web_reply done = { .ok = true };

    switch (request->task) {
    case WEB_COMMAND:
        do_command(server, request);
        break;
    case WEB_SIDES:
        do_sides(server, request);
        break;
    case WEB_VERIFY:
        errands_verify(server->errands, request->slot);
        break;
    case WEB_BACKUP:
        errands_backup(server->errands, request->slot, request->name.text);
        break;
    case WEB_ERASE:
        erasures_ask(server->erasures, request->slot, request->command.by,
                     request->erasure);
        break;
    case WEB_USES:
        do_uses(server, request);
        break;
    case WEB_LISTEN:
        do_listen(server, request);
        break;
    case WEB_RELOAD:
        do_reload(server, request);
        break;
    case WEB_LOG:
        server_log_set(server, request->log.level, request->log.for_ms,
                       request->command.by);
        web_reply(server->web, request->slot, &done);
        break;
    case WEB_DRAIN:
        web_reply(server->web, request->slot, &done);
        server_drain(server);
        break;
    }
}

/* With a queue this long, or no room on the disk, a change would wait for too
   long: it is refused, so that calls go on. */
static bool is_short_of_room(struct server *server)
{
    struct store_status status;

    store_status(server->store, &status);
    return status.level_pct >= STORE_REFUSE_PCT ||
           (status.health == STORE_FULL && status.for_ms >= FULL_FOR_MS);
}

/* It goes out, whatever becomes of the journal; its answer waits for that. */
static bool calls_for_help(struct server *server,
                           const struct web_request *request)
{
    return request->task == WEB_COMMAND &&
           request->command.type == COMMAND_DIAL &&
           state_is_emergency(core_state(server->core),
                              request->command.as.dial.number.text);
}

static bool is_refused_for_room(struct server *server,
                                const struct web_request *request)
{
    const struct web_reply full = { .problem = PROBLEM_STORAGE_FULL };

    if (request->task == WEB_LOG || request->task == WEB_USES ||
        calls_for_help(server, request) || !is_short_of_room(server))
        return false;

    web_reply(server->web, request->slot, &full);
    return true;
}

void server_take_requests(struct server *server)
{
    struct web_request request;

    for (int i = 0; i < REQUESTS_PER_PUMP && !server->is_unwritten; i++) {
        if (!web_next_request(server->web, &request))
            return;
        if (!is_refused_for_room(server, &request))
            do_request(server, &request);
        web_request_done(&request);
    }
    server_want_pump(server);
}

void server_send_replies(struct server *server)
{
    int64_t committed = store_committed(server->store);
    struct web_slot slot;
    struct web_reply reply;

    while (replies_next(&server->replies, committed, &slot, &reply))
        web_reply(server->web, slot, &reply);
}
