/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds together what the screens share. */

#include "console/program.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "console/doing.h"
#include "console/rule_bits.h"
#include "wire/value.h"

static int64_t ui_clock_now(void *arg)
{
    const struct program *program = arg;

    return program->setup.clocks.now_us();
}

static int64_t ui_clock_wall(void *arg)
{
    const struct program *program = arg;

    return program->setup.clocks.wall_us();
}

static int parts_make(struct program *program, const struct ui_setup *interface)
{
    struct ui_setup setup = *interface;
    int rc = errands_new(&program->errands);

    if (rc == 0)
        rc = outbox_new(&program->outbox);

    setup.arg = program;
    if (!setup.now_us)
        setup.now_us = ui_clock_now;
    if (!setup.wall_us)
        setup.wall_us = ui_clock_wall;
    return rc < 0 ? rc : ui_new(&setup, &program->ui);
}

int program_new(const struct program_setup *setup,
                const struct ui_setup *interface, struct program **ret_program)
{
    assert(setup && setup->clocks.now_us && setup->clocks.wall_us);
    assert(interface && ret_program);
    struct program *program = calloc(1, sizeof(*program));

    if (!program)
        return -ENOMEM;
    program->setup = *setup;
    if (setup->token_file && strlen(setup->token_file) < TOKEN_PATH_SIZE)
        memcpy(program->token_file, setup->token_file,
               strlen(setup->token_file) + 1);
    program->setup.token_file = NULL;

    int rc = parts_make(program, interface);
    if (rc < 0) {
        program_free(program);
        return rc;
    }
    *ret_program = program;
    return 0;
}

struct program *program_free(struct program *program)
{
    if (!program)
        return NULL;
    if (program->download.cancel)
        program->download.cancel(program);
    free(program->bulk.items);
    value_free(program->rule_figures);
    program->rule_bits = rule_bits_free(program->rule_bits);
    if (program->prompt_sounds)
        program->prompt_sounds_free(program->prompt_sounds);
    ui_free(program->ui);
    session_close(program->session);
    errands_free(program->errands);
    outbox_free(program->outbox);
    if (program->undo.empty)
        program->undo.empty(&program->undo);
    free(program);
    return NULL;
}

int program_connect(struct program *program, const char *token)
{
    assert(program);
    struct session_settings settings = {
        .client = {
            .endpoint = program->setup.endpoint,
            .token = token,
            .language = lang_code(program_language(program)),
            .ca_file = program->setup.ca_file,
            .timeout_ms = program->setup.timeout_ms,
        },
        .attends = true,
        .other_count = program->setup.other_count,
        .now_us = program->setup.clocks.now_us,
    };

    memcpy(settings.others, program->setup.others, sizeof(settings.others));

    program->is_by_account = !token;
    program->session = session_close(program->session);
    outbox_lose(program->outbox);
    callback_late_lose(&program->late);
    int rc = session_open(&settings, &program->session);
    return rc < 0 ? rc : watches_renew(&program->watches, program->session);
}

void program_server_set(struct program *program,
                        const struct endpoint *endpoint)
{
    program->setup.endpoint = *endpoint;
    program->setup.other_count = 0;
}

enum language program_language(const struct program *program)
{
    return ui_style(program->ui)->language;
}

void program_language_set(struct program *program, enum language language)
{
    struct style style = *ui_style(program->ui);

    style.language = language;
    ui_style_set(program->ui, style);
    if (program->session)
        (void)session_speak(program->session, lang_code(language));
}

const char *program_text(const struct program *program, const char *msgid)
{
    return lang_text(program_language(program), msgid);
}

/* What has passed since a clock on the screen last went on. */
static int64_t rest_us(const struct program *program)
{
    int64_t step_us =
        program->slow_us > 0 ? PROGRAM_SLOW_STEP_US : PROGRAM_STEP_US;

    return program->setup.clocks.wall_us() % step_us;
}

int64_t program_now_us(const struct program *program)
{
    return program->setup.clocks.now_us() - rest_us(program);
}

int64_t program_since_us(const struct program *program, int64_t moment_us)
{
    int64_t now_us = program_now_us(program);

    return now_us < moment_us ? 0 : now_us - moment_us;
}

int64_t program_wall_us(const struct program *program)
{
    return program->setup.clocks.wall_us() - rest_us(program);
}

const struct replica *program_rows(const struct program *program)
{
    return program->session ? session_replica(program->session) : NULL;
}

bool program_is_live(const struct program *program)
{
    return program->session &&
           session_link(program->session)->state == SESSION_LIVE;
}

bool program_may(const struct program *program, enum permission permission)
{
    const struct topic_me *me = program_me(program);

    return me && permission_may(permission, me->role) != MAY_NOT;
}

const struct topic_me *program_me(const struct program *program)
{
    const struct replica *rows = program_rows(program);

    return rows && replica_count(rows, TOPIC_ME) > 0
               ? replica_at(rows, TOPIC_ME, 0)->fields
               : NULL;
}

const struct replica_row *program_agent(const struct program *program)
{
    const struct topic_me *me = program_me(program);

    return me && me->agent_id != 0
               ? replica_find(program_rows(program), TOPIC_AGENTS, me->agent_id)
               : NULL;
}

const struct topic_agents *program_agent_fields(const struct program *program)
{
    const struct replica_row *row = program_agent(program);

    return row ? row->fields : NULL;
}

/* A hold ends one state and begins another, but the talk goes on. */
int64_t program_state_age_us(const struct program *program)
{
    const struct replica_row *row = program_agent(program);
    const struct topic_agents *agent = row ? row->fields : NULL;
    int64_t now_us = program_now_us(program);

    if (!agent)
        return -1;
    if (agent->state == AGENT_TALKING) {
        const struct replica_row *found = replica_find(
            program_rows(program), TOPIC_CONTACTS, agent->contact_id);
        const struct topic_contacts *contact = found ? found->fields : NULL;

        if (contact && contact->place == PLACE_TALK)
            return replica_age_us(found, contact->place_age_us, now_us);
    }
    return replica_age_us(row, doing_age_us(agent), now_us);
}

static void complain(struct program *program, int rc)
{
    struct safe_text words;

    errand_word_failure(rc, program_language(program), &words);
    ui_say(program->ui, SEVERITY_ERROR, "%s", words.text);
}

bool program_send(struct program *program, const struct errand *errand)
{
    assert(program && errand);
    if (!program->session) {
        value_free(errand->body);
        complain(program, -ENOTCONN);
        return false;
    }

    int rc = errands_send(program->errands, program->session, errand);
    if (rc < 0)
        complain(program, rc);
    return rc == 0;
}

void program_command(struct program *program, enum route_id route,
                     struct json_t *body)
{
    const struct topic_me *me = program_me(program);

    program_send(program, &(struct errand){
                              .route = route,
                              .id = me ? me->agent_id : 0,
                              .body = body,
                          });
}

void program_hold(struct program *program, enum topic topic)
{
    int rc = watches_hold(&program->watches, program->session, topic);

    if (rc < 0)
        complain(program, rc);
}

void program_release(struct program *program, enum topic topic)
{
    watches_release(&program->watches, topic, program_now_us(program));
}
