/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with documents of one kind only. */

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/mark.h"
#include "console/caller_numbers.h"
#include "console/document_password.h"
#include "console/document_phone.h"
#include "console/document_uses.h"
#include "console/documents_inside.h"
#include "console/key.h"
#include "console/matrix.h"
#include "console/night_switch.h"
#include "console/player.h"
#include "console/queue_agents.h"
#include "console/document_versions.h"
#include "console/rule_actions.h"
#include "console/undo.h"
#include "console/upload.h"
#include "console/user_sessions.h"
#include "console/waiting.h"
#include "tui/confirm.h"
#include "wire/caller_text.h"
#include "wire/ical_holidays.h"
#include "wire/worker_talk.h"

int documents_more_route(int action)
{
    int route = rule_actions_route(action);

    if (route >= 0)
        return route;
    switch (action) {
    case DO_USER_PASSWORD:
        return ROUTE_USER_PASSWORD;
    case DO_USER_SESSIONS:
        return ROUTE_SESSION_LIST;
    case DO_DEVICE_PASSWORD:
        return ROUTE_DEVICE_PASSWORD;
    case DO_DEVICE_UNLOCK:
        return ROUTE_DEVICE_UNLOCK;
    case DO_TRUNK_UNLOCK:
        return ROUTE_TRUNK_UNLOCK;
    case DO_BOX_PIN:
        return ROUTE_BOX_PIN;
    case DO_BOX_UNLOCK:
        return ROUTE_BOX_UNLOCK;
    case DO_BOX_RECORD:
        return ROUTE_BOX_RECORD;
    case DO_PROMPT_RECORD:
        return ROUTE_PROMPT_RECORD;
    case DO_USER_ENABLE:
        return ROUTE_USER_CHANGE;
    case DO_QUEUE_UNASSIGN:
        return ROUTE_QUEUE_UNASSIGN;
    case DO_QUEUE_SWITCH:
        return ROUTE_QUEUE_CLOSE;
    case DO_QUEUES_SWITCH:
        return ROUTE_QUEUES_CLOSE;
    case DO_PROMPT_LISTEN:
        return ROUTE_PROMPT_LISTEN;
    case DO_PROMPT_USES:
        return document_uses_route(DOCUMENT_PROMPT);
    case DO_QUEUE_USES:
        return document_uses_route(DOCUMENT_QUEUE);
    case DO_PROMPT_UPLOAD:
        return ROUTE_PROMPT_UPLOAD;
    case DO_LIST_IMPORT:
        return ROUTE_CALLER_LIST_IMPORT;
    case DO_CALENDAR_IMPORT:
        return ROUTE_CALENDAR_IMPORT;
    case DO_LIST_NUMBERS:
        return ROUTE_CALLER_NUMBER_LIST;
    case DO_PROMPT_STOP:
        return ROUTE_LISTENING_CONTROL;
    case DO_QUEUE_AGENTS:
    case DO_QUEUE_DUTIES:
        return ROUTE_QUEUE_AGENTS;
    case DO_QUEUE_VERSIONS:
        return ROUTE_QUEUE_VERSIONS;
    case DO_PROMPT_VERSIONS:
        return ROUTE_PROMPT_VERSIONS;
    case DO_QUEUE_WAITING:
        return ROUTE_CONTACT_LIST;
    case DO_SKILL_LEVELS:
        return ROUTE_SKILL_AGENTS;
    default:
        return ROUTE_QUEUE_ASSIGN;
    }
}

const struct document_list *documents_more_list(int action)
{
    switch (action) {
    case DO_USER_PASSWORD:
    case DO_USER_ENABLE:
    case DO_USER_SESSIONS:
        return document_list_of(DOCUMENT_USER);
    case DO_DEVICE_PASSWORD:
    case DO_DEVICE_UNLOCK:
        return document_list_of(DOCUMENT_DEVICE);
    case DO_TRUNK_UNLOCK:
        return document_list_of(DOCUMENT_TRUNK);
    case DO_BOX_PIN:
    case DO_BOX_UNLOCK:
    case DO_BOX_RECORD:
        return document_list_of(DOCUMENT_BOX);
    case DO_QUEUE_AGENTS:
    case DO_QUEUE_USES:
    case DO_QUEUE_VERSIONS:
    case DO_QUEUE_WAITING:
    case DO_QUEUE_DUTIES:
    case DO_QUEUE_SWITCH:
    case DO_QUEUES_SWITCH:
    case DO_QUEUE_ASSIGN:
    case DO_QUEUE_UNASSIGN:
    case DO_QUEUE_SOONER:
    case DO_QUEUE_LATER:
        return document_list_of(DOCUMENT_QUEUE);
    case DO_SKILL_LEVELS:
        return document_list_of(DOCUMENT_SKILL);
    case DO_CALENDAR_IMPORT:
        return document_list_of(DOCUMENT_CALENDAR);
    case DO_LIST_IMPORT:
    case DO_LIST_NUMBERS:
        return document_list_of(DOCUMENT_CALLER_LIST);
    case DO_PROMPT_LISTEN:
    case DO_PROMPT_USES:
    case DO_PROMPT_UPLOAD:
    case DO_PROMPT_RECORD:
    case DO_PROMPT_STOP:
    case DO_PROMPT_VERSIONS:
        return document_list_of(DOCUMENT_PROMPT);
    default:
        return rule_actions_route(action) >= 0 ? document_list_of(DOCUMENT_RULE)
                                               : NULL;
    }
}

/* Who has gone on wants no popup over what they do now. */
static void take_uses(void *owner, const struct outcome *outcome)
{
    struct documents *documents = owner;
    struct program *program = documents->program;

    if (!outcome->is_done || ui_top(program->ui, NULL) != documents)
        return;
    if (document_uses_show(program, documents->list->kind,
                           value_get(outcome->value, "items")) == -ENOMEM)
        ui_say(program->ui, SEVERITY_ERROR, "%s",
               program_text(program, N_("Out of memory.")));
}

static void ask_uses(struct documents *documents, uint64_t id)
{
    (void)program_send(
        documents->program,
        &(struct errand){
            .route = (enum route_id)document_uses_route(documents->list->kind),
            .id = id,
            .done = take_uses,
            .owner = documents,
        });
}

static void ask_password(struct documents *documents,
                         const struct replica_row *row, int action)
{
    const struct record *record = documents->list->record;

    (void)document_password_ask(
        documents->program,
        &(struct document_password){
            .route = (enum route_id)documents_more_route(action),
            .id = row->id,
            .name = field_get_text(record_field(record, "name"), row->fields),
        });
}

/* A prompt's sound, a list's numbers, a calendar's holidays: of a file. */
static void ask_file(struct documents *documents, const struct replica_row *row,
                     int action)
{
    const struct record *record = documents->list->record;
    bool is_sound = action == DO_PROMPT_UPLOAD;
    bool is_calendar = action == DO_CALENDAR_IMPORT;
    char tag[DOCUMENT_TAG_SIZE];

    document_tag(record, row->fields, tag);
    (void)upload_open(
        documents->program,
        &(struct upload){
            .route = (enum route_id)documents_more_route(action),
            .id = row->id,
            .match = tag,
            .name = field_get_text(record_field(record, "name"), row->fields),
            .title = is_sound      ? N_("Sound from a file")
                     : is_calendar ? N_("Holidays from a file of iCalendar")
                                   : N_("Numbers from a file"),
            .max_bytes = is_sound      ? (size_t)WORKER_MAX_FILE
                         : is_calendar ? (size_t)ICAL_MAX_LENGTH
                                       : (size_t)CALLER_CSV_MAX_LENGTH,
        });
}

static void turned(void *owner, const struct outcome *outcome)
{
    struct documents *documents = owner;

    if (outcome->is_done)
        undo_note_change(documents->program, documents->list,
                         &documents->turned, outcome->etag);
}

/* A refusal becomes a message, and the row shows what came of it. */
static void turn(struct documents *documents, uint64_t id)
{
    const struct record *record = documents->list->record;
    const struct replica_row *row =
        replica_find(program_rows(documents->program), TOPIC_USERS, id);
    char tag[DOCUMENT_TAG_SIZE];

    if (!row)
        return;
    struct event_user_set user = *(const struct event_user_set *)row->fields;
    documents->turned = user;
    document_tag(record, &user, tag);
    user.enabled = !user.enabled;
    program_send(documents->program, &(struct errand){
                                         .route = ROUTE_USER_CHANGE,
                                         .id = id,
                                         .match = tag,
                                         .body = document_body(record, &user),
                                         .done = turned,
                                         .owner = documents,
                                     });
}

static void turn_off(void *arg, bool is_yes)
{
    struct documents *documents = arg;

    if (is_yes)
        turn(documents, documents->removal.id);
}

/* Who is signed in loses the console at once. */
static void turn_user(struct documents *documents,
                      const struct replica_row *row)
{
    const struct event_user_set *user = row->fields;
    struct ui *ui = documents->program->ui;
    struct safe_text name;

    if (!user->enabled) {
        turn(documents, row->id);
        return;
    }
    documents->removal.id = row->id;
    safe_text_copy(&name, user->name.text);
    (void)confirm_push(ui,
                       &(struct confirm){
                           .title = N_("Disable user"),
                           .lines = { name.text, N_("Consoles of this user are "
                                                    "signed out at once.") },
                           .yes = N_("Disable"),
                           .answer = turn_off,
                           .arg = documents,
                       });
}

/* Screens about one of them. @return whether it is one of them */
static bool open_screen(struct documents *documents, uint64_t id, int action)
{
    struct program *program = documents->program;

    if (action == DO_QUEUE_AGENTS)
        (void)queue_agents_open(program, id, NULL);
    else if (action == DO_QUEUE_VERSIONS)
        (void)document_versions_open(program, DOCUMENT_QUEUE, id, NULL);
    else if (action == DO_PROMPT_VERSIONS)
        (void)document_versions_open(program, DOCUMENT_PROMPT, id, NULL);
    else if (action == DO_QUEUE_WAITING)
        (void)waiting_open(program, id);
    else if (action == DO_QUEUE_DUTIES)
        (void)matrix_open_duties(program);
    else if (action == DO_LIST_NUMBERS)
        (void)caller_numbers_open(program, id);
    else if (action == DO_SKILL_LEVELS)
        (void)matrix_open_levels(program);
    else
        return false;
    return true;
}

bool documents_more(struct documents *documents, int action)
{
    assert(documents);
    const struct replica_row *row = documents_selected(documents);
    bool is_known = action == DO_USER_PASSWORD ||
                    action == DO_DEVICE_PASSWORD || action == DO_USER_ENABLE ||
                    action == DO_USER_SESSIONS || action == DO_QUEUE_AGENTS ||
                    action == DO_PROMPT_LISTEN || action == DO_PROMPT_STOP ||
                    action == DO_PROMPT_UPLOAD || action == DO_QUEUE_SWITCH ||
                    action == DO_QUEUES_SWITCH || action == DO_QUEUE_WAITING ||
                    action == DO_QUEUE_DUTIES || action == DO_SKILL_LEVELS ||
                    action == DO_LIST_IMPORT || action == DO_BOX_PIN ||
                    action == DO_BOX_UNLOCK || action == DO_BOX_RECORD ||
                    action == DO_DEVICE_UNLOCK || action == DO_TRUNK_UNLOCK ||
                    action == DO_PROMPT_RECORD || action == DO_PROMPT_USES ||
                    action == DO_QUEUE_VERSIONS || action == DO_LIST_NUMBERS ||
                    action == DO_QUEUE_USES || action == DO_PROMPT_VERSIONS ||
                    action == DO_CALENDAR_IMPORT;

    const struct rule_picked picked = {
        .selected = row ? row->id : 0,
        .marks = table_marks(documents->table),
        .mark_count = table_marked(documents->table),
    };

    if (rule_actions_run(&documents->rules, &picked, action))
        return true;
    if (!is_known || !row)
        return is_known;
    if (open_screen(documents, row->id, action) ||
        document_phone(documents->program,
                       (enum route_id)documents_more_route(action), row->id))
        return true;
    if (action == DO_QUEUE_SWITCH)
        (void)night_switch_open(documents->program, row->id);
    else if (action == DO_QUEUES_SWITCH)
        (void)night_switch_open(documents->program, 0);
    else if (action == DO_PROMPT_LISTEN)
        player_begin_prompt(documents->program, row->id);
    else if (action == DO_PROMPT_USES || action == DO_QUEUE_USES)
        ask_uses(documents, row->id);
    else if (action == DO_PROMPT_UPLOAD || action == DO_LIST_IMPORT ||
             action == DO_CALENDAR_IMPORT)
        ask_file(documents, row, action);
    else if (action == DO_PROMPT_STOP)
        (void)player_run(documents->program, DO_PLAY_STOP);
    else if (action == DO_USER_SESSIONS)
        (void)user_sessions_open(documents->program, row->id);
    else if (action == DO_USER_ENABLE)
        turn_user(documents, row);
    else
        ask_password(documents, row, action);
    return true;
}
