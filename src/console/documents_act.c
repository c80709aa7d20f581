/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to documents, and why not. */

#include <inttypes.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_form.h"
#include "console/documents_inside.h"
#include "console/key.h"
#include "tui/confirm.h"
#include "tui/menu.h"
#include "wire/record_json.h"
#include "wire/value.h"

/* Why not; NULL: it can be done. */
static const char *find_reason(struct documents *list, int action)
{
    const struct document_screen *screen = documents_shown(list);
    bool is_own = screen->kind == DOCUMENT_USER && action == DO_PASSWORD;

    if (!program_is_live(list->program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    if (action == DO_MEMBERS && screen->kind != DOCUMENT_QUEUE)
        return N_("Only queues are served by agents.");
    if (action == DO_PASSWORD && screen->password == ROUTE_COUNT)
        return N_("Only users and phones have passwords.");
    if (action == DO_TURN_OFF && screen->kind != DOCUMENT_USER)
        return N_("Only users are turned on and off.");
    if (!is_own && !program_may(list->program, screen->permission))
        return N_("You may look at these, and not change them.");
    if (action != DO_ADD && !documents_selected(list))
        return N_("Nothing is selected.");
    return NULL;
}

bool documents_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    struct documents *list = ui_top(program->ui, &documents_kind);
    const char *reason = list ? find_reason(list, action)
                              : N_("This is done in the lists: g q, g s.");

    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

bool documents_save_may(const void *arg, int action,
                        struct safe_text *ret_reason)
{
    const struct program *program = arg;

    (void)action;
    if (program_is_live(program))
        return true;
    safe_text_copy(ret_reason,
                   program_text(program, N_("Offline: nothing is sent. Your "
                                            "edits stay in the form.")));
    return false;
}

static int64_t version_of(const struct documents *list,
                          const struct replica_row *row)
{
    const struct record *record =
        document_kind_info(documents_shown(list)->kind)->record;

    return field_get_integer(record_field(record, "version"), row->fields);
}

/* Deleting. */

static void answer_remove(void *arg, bool is_yes)
{
    struct documents *list = arg;
    char match[32];

    snprintf(match, sizeof(match), "\"%" PRId64 "\"", list->subject_version);
    if (is_yes)
        program_send(list->program, &(struct errand){
                                        .route = documents_shown(list)->remove,
                                        .id = list->subject_id,
                                        .match = match,
                                    });
}

static void ask_remove(struct documents *list)
{
    const struct replica_row *row = documents_selected(list);
    struct safe_text name, now;

    if (!document_name(list->program, documents_shown(list)->kind, row->id,
                       &name))
        return;
    documents_tell_now(list->program, documents_shown(list)->kind, row->id,
                       &now);
    list->subject_id = row->id;
    list->subject_version = version_of(list, row);
    confirm_push(list->program->ui,
                 &(struct confirm){
                     .title = N_("Delete"),
                     .lines = { name.text,
                                N_("It cannot be brought back. What refers to "
                                   "it keeps it from being deleted."),
                                now.text[0] ? now.text : NULL },
                     .name = name.text,
                     .yes = N_("Delete"),
                     .answer = answer_remove,
                     .arg = list,
                 });
}

/* Turning a user on and off. */

static void turn_off(struct documents *list)
{
    const struct replica_row *row = documents_selected(list);
    struct event_user_set user = *(const struct event_user_set *)row->fields;
    const struct record *record = document_kind_info(DOCUMENT_USER)->record;
    struct json_t *body = value_object();
    char match[32];

    user.enabled = !user.enabled;
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].is_setting)
            (void)value_set(body, record->fields[i].name,
                            field_to_json(&record->fields[i], &user));
    snprintf(match, sizeof(match), "\"%" PRId64 "\"", user.version);
    program_send(list->program, &(struct errand){
                                    .route = ROUTE_USER_CHANGE,
                                    .id = user.id,
                                    .match = match,
                                    .body = body,
                                });
}

/* Who serves a queue. */

static int count_agents(const void *arg)
{
    const struct documents *list = arg;
    size_t count =
        replica_count(program_rows(list->program), TOPIC_AGENT_SETTINGS);

    return count < MENU_ITEMS ? (int)count : MENU_ITEMS;
}

static const struct event_agent_set *agent_at(const struct documents *list,
                                              int n)
{
    return replica_at(program_rows(list->program), TOPIC_AGENT_SETTINGS,
                      (size_t)n)
        ->fields;
}

/* The priority with which an agent serves the queue; 0: does not. */
static int64_t find_priority(const struct documents *list, uint64_t agent_id)
{
    const struct replica *rows = program_rows(list->program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_ASSIGNMENTS); i++) {
        const struct topic_assignments *row =
            replica_at(rows, TOPIC_ASSIGNMENTS, i)->fields;

        if (row->agent_id == agent_id && row->queue_id == list->subject_id)
            return row->priority;
    }
    return 0;
}

static void fill_agent(const void *arg, int n, const struct style *style,
                       struct menu_item *ret_item)
{
    const struct documents *list = arg;
    const struct event_agent_set *agent = agent_at(list, n);
    int64_t priority = find_priority(list, agent->id);

    *ret_item = (struct menu_item){
        .has_glyph = true,
        .glyph = priority ? GLYPH_OK : GLYPH_NONE,
        .role = priority ? ROLE_OK : ROLE_NONE,
    };
    safe_text_copy(&ret_item->label,
                   agent->label.text[0] ? agent->label.text : agent->name.text);
    if (priority)
        safe_text_format(&ret_item->note,
                         lang_text(style->language, N_("serves, priority %d")),
                         (int)priority);
}

static void ask_members(struct documents *list);

static void choose_agent(void *arg, int n, uint32_t stroke)
{
    struct documents *list = arg;
    const struct event_agent_set *agent = agent_at(list, n);
    bool serves = find_priority(list, agent->id) > 0;
    struct json_t *body = value_object();

    (void)stroke;
    (void)value_set_integer(body, "agent_id", (int64_t)agent->id);
    if (!serves)
        (void)value_set_integer(body, "priority", 1);
    program_send(list->program, &(struct errand){
                                    .route = serves ? ROUTE_QUEUE_UNASSIGN
                                                    : ROUTE_QUEUE_ASSIGN,
                                    .id = list->subject_id,
                                    .body = body,
                                });
    ask_members(list);
}

static void ask_members(struct documents *list)
{
    menu_push(list->program->ui,
              &(struct menu){
                  .title = N_("Who serves the queue"),
                  .hint = N_("Enter changes it   Esc closes"),
                  .cells = 56,
                  .count = count_agents,
                  .item = fill_agent,
                  .choose = choose_agent,
                  .arg = list,
              });
}

static void edit(struct documents *list, uint64_t id)
{
    document_form_push(list->program, documents_shown(list)->kind, id);
}

bool documents_act(struct documents *list, int action)
{
    const struct replica_row *row = documents_selected(list);

    switch (action) {
    case DO_EDIT:
        edit(list, row->id);
        return true;
    case DO_ADD:
        edit(list, 0);
        return true;
    case DO_REMOVE:
        ask_remove(list);
        return true;
    case DO_MEMBERS:
        list->subject_id = row->id;
        ask_members(list);
        return true;
    case DO_PASSWORD:
        document_password_push(list->program, documents_shown(list)->kind,
                               row->id);
        return true;
    case DO_TURN_OFF:
        turn_off(list);
        return true;
    default:
        return false;
    }
}
