/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wishes into the outbox, and what came of them onto the message line. */

#include "console/unsent.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/callback_wish.h"
#include "console/unsent_file.h"
#include "lang/failure.h"
#include "wire/value.h"

bool unsent_has_call(const struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    return agent && (agent->state == AGENT_TALKING ||
                     agent->state == AGENT_HOLD || agent->state == AGENT_ACW);
}

static void complain(struct program *program, int rc)
{
    enum language language = program_language(program);

    if (rc == -ENOSPC)
        ui_say(program->ui, SEVERITY_ERROR, "%s",
               lang_text(language, N_("Too much waits to be sent. Drop "
                                      "something first: g o")));
    else
        ui_say(program->ui, SEVERITY_ERROR, "%s", failure_text(language, rc));
}

/* What somebody else wished stays in their file. */
static void belong_to(struct program *program, uint64_t agent_id)
{
    if (program->outbox_agent_id == agent_id)
        return;
    outbox_empty(program->outbox);
    program->outbox_agent_id = agent_id;
    unsent_file_read(program);
}

static int put_in(struct program *program, const struct unsent_wish *wish,
                  uint64_t agent_id)
{
    const char *path = route_get(wish->route)->path;
    const char *hole = strchr(path, '{');
    char filled[OUTBOX_PATH_SIZE];
    char *body = wish->body ? value_print(wish->body, VALUE_COMPACT) : NULL;

    if (!body)
        return -ENOMEM;
    assert(hole);
    snprintf(filled, sizeof(filled), "%.*s%" PRIu64 "%s", (int)(hole - path),
             path, agent_id, strchr(hole, '}') + 1);
    belong_to(program, agent_id);
    int rc = outbox_add(program->outbox,
                        &(struct outbox_wish){
                            .kind = (int)wish->kind,
                            .about = wish->contact_id,
                            .path = filled,
                            .body = body,
                            .words = wish->words,
                            .good_for_us = wish->kind == UNSENT_STATE
                                               ? UNSENT_STATE_GOOD_US
                                               : 0,
                        },
                        program_now_us(program));
    free(body);
    return rc;
}

bool unsent_wish(struct program *program, const struct unsent_wish *wish)
{
    assert(program && wish && wish->words);
    const struct topic_agents *agent = program_agent_fields(program);
    int rc = agent ? put_in(program, wish, agent->agent_id) : -ENOTCONN;

    value_free(wish->body);
    if (rc < 0) {
        complain(program, rc);
        return false;
    }
    if (!program_is_live(program))
        ui_say(
            program->ui, SEVERITY_INFO, "%s",
            program_text(program, N_("Kept: it is sent as soon as the server "
                                     "is there again.")));
    unsent_file_write(program);
    unsent_look(program);
    return true;
}

bool unsent_waits(const struct program *program, enum unsent_kind kind,
                  uint64_t contact_id)
{
    for (size_t n = 0; n < outbox_count(program->outbox); n++) {
        const struct outbox_item *item = outbox_at(program->outbox, n);

        if (item->kind == (int)kind && item->about == contact_id &&
            item->state != OUTBOX_REFUSED)
            return true;
    }
    return false;
}

/* Who sits here is told with the first rows. */
void unsent_look(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    unsent_file_write(program);
    if (!program_is_live(program) || !agent ||
        replica_state(program_rows(program), TOPIC_AGENTS) != REPLICA_LIVE)
        return;
    belong_to(program, agent->agent_id);
    if (outbox_send(program->outbox, program->session, program_now_us(program)))
        ui_touch(program->ui);
    unsent_file_write(program);
}

/* What was refused at once, while somebody looked on, is told like any other
 * command's refusal; what came late stays in the list, and so does what
 * somebody wrote. */
static bool is_late(const struct program *program,
                    const struct outbox_item *item)
{
    return item->tries > 1 || item->kind == UNSENT_NOTE ||
           item->since_us < session_link(program->session)->since_us;
}

static void say_refusal(struct program *program, const struct outbox_item *item)
{
    enum language language = program_language(program);
    struct safe_text words;

    if (is_late(program, item)) {
        unsent_reason(program, item, &words);
        ui_say(program->ui, SEVERITY_ERROR,
               lang_text(language, N_("Not done (g o shows it): %s")),
               words.text);
        return;
    }
    errand_word_refusal(&item->problem, language, &words);
    ui_say(program->ui, SEVERITY_ERROR, "%s", words.text);
    outbox_remove(program->outbox, item->id);
}

static const struct outbox_item *item_of(const struct program *program,
                                         uint64_t ticket)
{
    for (size_t n = 0; n < outbox_count(program->outbox); n++) {
        const struct outbox_item *item = outbox_at(program->outbox, n);

        if (item->state == OUTBOX_SENDING && item->ticket == ticket)
            return item;
    }
    return NULL;
}

bool unsent_take(struct program *program, const struct session_news *news)
{
    assert(program && news);
    const struct outbox_item *item = item_of(program, news->ticket);
    bool was_late = item && is_late(program, item);
    uint64_t disposed =
        item && item->kind == UNSENT_DISPOSITION ? item->about : 0;

    switch (outbox_take(program->outbox, news, program_now_us(program))) {
    case OUTBOX_NOT_MINE:
        return false;
    case OUTBOX_DONE:
        callback_wish_answered(program, disposed, true);
        if (was_late && outbox_pending(program->outbox) == 0)
            ui_say(program->ui, SEVERITY_INFO, "%s",
                   program_text(program, N_("All that waited has been sent.")));
        break;
    case OUTBOX_NO:
        callback_wish_answered(program, disposed, false);
        say_refusal(program, item);
        break;
    case OUTBOX_AGAIN:
        break;
    }
    return true;
}

const char *unsent_kind_word(enum unsent_kind kind)
{
    static const char *const words[] = {
        [UNSENT_NOTE] = N_("note"),
        [UNSENT_DISPOSITION] = N_("disposition"),
        [UNSENT_STATE] = N_("after the call"),
    };

    return words[kind];
}

/* What to do says what is wrong as well, and has the one line. */
void unsent_reason(const struct program *program,
                   const struct outbox_item *item, struct safe_text *ret_text)
{
    enum language language = program_language(program);
    const struct client_problem *problem = &item->problem;

    assert(item->state == OUTBOX_REFUSED);
    if (problem->status == 0)
        safe_text_copy(ret_text,
                       lang_text(language, N_("Too late by now. Choose it "
                                              "again, or drop it.")));
    else if (problem->fix[0])
        safe_text_copy(ret_text, problem->fix);
    else
        errand_word_refusal(problem, language, ret_text);
}
