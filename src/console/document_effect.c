/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences of two documents, and figures from the live topics. */

#include "console/document_effect.h"

#include <assert.h>

#include "base/mark.h"
#include "console/document_users.h"
#include "console/document_value.h"
#include "console/show.h"
#include "console/word.h"

static bool is_changed(const struct document_effect *effect,
                       const struct field *field)
{
    return field->is_setting && !field_is_same(field, effect->was, effect->now);
}

int document_effect_count(const struct document_effect *effect)
{
    assert(effect);
    const struct record *record = effect->list->record;
    int count = 0;

    for (size_t i = 0; i < record->field_count; i++)
        count += is_changed(effect, &record->fields[i]);
    return count;
}

/* "Ring time 0:20 → 0:25" behind what is there. */
static void add_change(const struct program *program,
                       const struct document_effect *effect,
                       const struct field *field, struct safe_text *text)
{
    const struct record *record = effect->list->record;
    enum glyph_tier tier = ui_style(program->ui)->tier;
    struct safe_text before = *text, was, now;

    document_show(program, record, field, effect->was, &was);
    document_show(program, record, field, effect->now, &now);
    safe_text_format(text, "%s%s%s %s %s %s", before.text,
                     before.text[0] ? ",  " : "",
                     program_text(program, document_label(record, field)),
                     was.text, glyph_text(tier, GLYPH_BECOMES), now.text);
}

static void say_changes(const struct program *program,
                        const struct document_effect *effect,
                        struct safe_text *ret_text)
{
    const struct record *record = effect->list->record;

    safe_text_copy(ret_text, "");
    for (size_t i = 0; i < record->field_count; i++)
        if (is_changed(effect, &record->fields[i]))
            add_change(program, effect, &record->fields[i], ret_text);
}

static void say_queue(const struct program *program, uint64_t id,
                      struct safe_text *ret_text)
{
    const struct style *style = ui_style(program->ui);
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_QUEUES, id);
    const struct topic_queues *queue = row ? row->fields : NULL;
    struct safe_text serve, here, wait;

    show_count(style, queue ? queue->agents_assigned : -1, &serve);
    show_count(style, queue ? queue->agents_logged_in : -1, &here);
    show_count(style, queue ? queue->waiting : -1, &wait);
    safe_text_format(ret_text,
                     program_text(program, N_("Agents: %s, of them signed in: "
                                              "%s. Callers who wait: %s.")),
                     serve.text, here.text, wait.text);
}

static void say_trunk(const struct program *program, uint64_t id,
                      struct safe_text *ret_text)
{
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_TRUNK_STATES, id);
    const struct topic_trunk_states *trunk = row ? row->fields : NULL;
    struct safe_text calls;

    show_count(ui_style(program->ui), trunk ? trunk->calls : -1, &calls);
    safe_text_format(ret_text,
                     program_text(program, N_("Calls over it now: %s.")),
                     calls.text);
}

/* Whether an agent has to do with the document. */
static bool is_concerned(const struct topic_agents *agent,
                         enum document_kind kind, uint64_t id)
{
    switch (kind) {
    case DOCUMENT_AGENT:
        return agent->agent_id == id;
    case DOCUMENT_USER:
        return agent->user_id == id;
    case DOCUMENT_DEVICE:
        return agent->device_id == id;
    case DOCUMENT_TEAM:
        return agent->team_id == id;
    case DOCUMENT_PAUSE_REASON:
        return agent->state == AGENT_PAUSED && agent->reason_id == id;
    default:
        return false;
    }
}

/* One by name and state, several by their number. */
static void say_agents(const struct program *program, enum document_kind kind,
                       uint64_t id, struct safe_text *ret_text)
{
    const struct topic_agents *found = NULL;
    struct safe_text state, number;
    int64_t count = 0;

    for (size_t i = 0; i < document_rows(program, TOPIC_AGENTS); i++) {
        const struct topic_agents *agent =
            replica_at(program_rows(program), TOPIC_AGENTS, i)->fields;

        if (!is_concerned(agent, kind, id))
            continue;
        found = agent;
        count++;
    }
    if (count == 1) {
        word_state(found->state, program_language(program), &state);
        safe_text_format(ret_text,
                         program_text(program, N_("Concerns %s, now %s.")),
                         found->name.text, state.text);
        return;
    }
    show_count(ui_style(program->ui), count, &number);
    safe_text_format(ret_text,
                     program_text(program, N_("Agents concerned now: %s.")),
                     number.text);
}

/* A way out acts on who waits in its queue. */
static uint64_t queue_of_way(const struct document_effect *effect)
{
    return (uint64_t)field_get_integer(
        record_field(effect->list->record, "queue_id"), effect->now);
}

/* Whose kind is not that of agents: it is used by other documents. */
static void say_users(const struct program *program,
                      const struct document_effect *effect,
                      struct safe_text *ret_text)
{
    document_users_say(program, effect->list, effect->was, ret_text);
    if (!ret_text->text[0])
        safe_text_copy(ret_text,
                       program_text(program, N_("Holds for what comes after "
                                                "it is saved.")));
}

static bool is_of_agents(enum document_kind kind)
{
    return kind == DOCUMENT_AGENT || kind == DOCUMENT_USER ||
           kind == DOCUMENT_DEVICE || kind == DOCUMENT_TEAM ||
           kind == DOCUMENT_PAUSE_REASON;
}

static void say_concerned(const struct program *program,
                          const struct document_effect *effect,
                          struct safe_text *ret_text)
{
    enum document_kind kind = effect->list->kind;
    uint64_t id = (uint64_t)field_get_integer(
        record_field(effect->list->record, "id"), effect->was);

    if (kind == DOCUMENT_QUEUE)
        say_queue(program, id, ret_text);
    else if (kind == DOCUMENT_TRUNK)
        say_trunk(program, id, ret_text);
    else if (kind == DOCUMENT_QUEUE_RULE)
        say_queue(program, queue_of_way(effect), ret_text);
    else if (kind == DOCUMENT_RULE)
        safe_text_copy(ret_text,
                       program_text(program, N_("Goes into the draft; leads no "
                                                "call until that is "
                                                "published.")));
    else if (is_of_agents(kind))
        say_agents(program, kind, id, ret_text);
    else
        say_users(program, effect, ret_text);
}

void document_effect_draw(const struct program *program,
                          const struct document_effect *effect,
                          const struct surface *surface)
{
    assert(program && effect && surface);
    int count = document_effect_count(effect);
    struct safe_text text;

    safe_text_format(&text,
                     P_(surface->style->language, "%d change", "%d changes",
                        (unsigned long)count),
                     count);
    surface_rule(surface, 0, surface_say(surface, N_("What saving changes")),
                 text.text);
    say_changes(program, effect, &text);
    surface_text(surface, (struct place){ 1, 1, surface->columns - 2, false },
                 LOOK(TEXT, 0), &text);
    say_concerned(program, effect, &text);
    surface_text(surface, (struct place){ 2, 1, surface->columns - 2, false },
                 LOOK(TEXT, 0), &text);
}
