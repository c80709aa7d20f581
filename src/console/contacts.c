/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the list of contacts, and where they lead. */

#include "console/contacts.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/contacts_inside.h"
#include "console/filter_words.h"
#include "console/key.h"
#include "console/ladder_view.h"
#include "console/shelf_table.h"

static uint64_t selected_id(const struct contacts *contacts)
{
    const struct shelf_row *row =
        shelf_table_selected(contacts->shelf, contacts->table);

    return row ? row->contact.contact_id : 0;
}

/* Each that comes would ask for the list again, and what is read would move:
   that they have come is told. */
static void follow(void *arg)
{
    struct contacts *contacts = arg;
    const struct replica *rows = program_rows(contacts->program);
    uint64_t newest = contacts->newest;

    if (!rows || replica_state(rows, TOPIC_CONTACTS) != REPLICA_LIVE)
        return;
    for (size_t i = 0; i < replica_count(rows, TOPIC_CONTACTS); i++) {
        uint64_t id = replica_at(rows, TOPIC_CONTACTS, i)->id;

        if (id <= contacts->newest)
            continue;
        contacts->fresh += contacts->has_looked;
        newest = id > newest ? id : newest;
    }
    contacts->newest = newest;
    contacts->has_looked = true;
}

/* What keys do. */

static void say_no_memory(const struct program *program, int rc)
{
    if (rc == -ENOMEM)
        ui_say(program->ui, SEVERITY_ERROR, "%s",
               program_text(program, N_("Out of memory.")));
}

static bool is_here(const struct program *program)
{
    return ui_top(program->ui, &contacts_kind) ||
           ui_top(program->ui, &contact_view_kind);
}

/* What another screen has of it: Esc ends the filter there, not the screen. */
static void go_to(struct program *program, int action, uint64_t contact_id)
{
    char filter[48];

    ui_run(program->ui, action);
    if (is_here(program)) /* it has said why it does not open */
        return;
    snprintf(filter, sizeof(filter), "contact_id = %" PRIu64, contact_id);
    ui_filter(program->ui, filter);
}

bool contact_run(struct program *program, int action, uint64_t contact_id)
{
    switch (action) {
    case DO_CONTACT_RECORDINGS:
        go_to(program, DO_GO_RECORDINGS, contact_id);
        return true;
    case DO_CONTACT_MESSAGES:
        go_to(program, DO_GO_INBOX, contact_id);
        return true;
    case DO_CONTACT_LADDER:
        say_no_memory(program, ladder_view_open(program, contact_id));
        return true;
    default:
        return false;
    }
}

static bool contacts_run(void *state, int action)
{
    struct contacts *contacts = state;
    struct program *program = contacts->program;

    switch (action) {
    case DO_SHOW_CONTACT:
        say_no_memory(program,
                      contact_view_open(program, selected_id(contacts)));
        return true;
    case DO_FIND_CONTACTS:
        say_no_memory(program, contacts_search_open(program));
        return true;
    case DO_RELOAD_CONTACT:
        contacts->fresh = 0;
        shelf_reload(contacts->shelf);
        return true;
    default:
        return contact_run(program, action, selected_id(contacts));
    }
}

/* The server has one order. */
static bool contacts_input(void *state, const struct input *input)
{
    struct contacts *contacts = state;
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;

    if (stroke == 's' || stroke == 'S' || stroke == ' ' || stroke == '*')
        return false;
    enum table_event event =
        table_input(contacts->table, input, ui_now_us(contacts->program->ui));
    shelf_table_look_ahead(contacts->shelf, contacts->table);
    if (event == TABLE_OPENED)
        ui_run(contacts->program->ui, DO_SHOW_CONTACT);
    return event != TABLE_IGNORED;
}

static void contacts_filter(void *state, const char *words)
{
    struct contacts *contacts = state;

    contacts->fresh = 0;
    snprintf(contacts->filter, sizeof(contacts->filter), "%s", words);
    shelf_filter(contacts->shelf, contacts->filter);
}

static struct table *contacts_view_table(const void *state, int n)
{
    return n == 0 ? ((const struct contacts *)state)->table : NULL;
}

/* What stands against a key. */

static uint64_t contact_in_view(const struct program *program)
{
    const struct contacts *contacts = ui_top(program->ui, &contacts_kind);
    const struct contact_view *view = ui_top(program->ui, &contact_view_kind);

    return contacts ? selected_id(contacts) : view ? view->contact_id : 0;
}

bool contacts_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const char *reason = NULL;

    if (!is_here(program))
        reason = N_("This is done among the contacts: g t.");
    else if (contact_in_view(program) == 0)
        reason = N_("No contact is selected.");
    else if (!program_is_live(program))
        reason = N_("Offline: nothing is sent, so that nothing happens too "
                    "late.");
    else if (action == DO_CONTACT_LADDER)
        reason = ladder_view_hindrance(program);
    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

/* By a line of the palette, as in the shell. */

bool contacts_line(struct program *program, const char *rest)
{
    assert(program && rest);
    static const char by_tag[] = "--tag ", by_filter[] = "--filter ";
    struct filter_words words = { .length = 0 };
    char quoted[128];

    if (strncmp(rest, by_tag, strlen(by_tag)) == 0) {
        rest += strlen(by_tag);
        if (!*rest || strpbrk(rest, " \"\\"))
            return false;
        snprintf(quoted, sizeof(quoted), "\"%s\"", rest);
        filter_words_add(&words, "tags", "has", quoted);
        rest = words.text;
    } else if (strncmp(rest, by_filter, strlen(by_filter)) == 0) {
        rest += strlen(by_filter);
    } else {
        return false;
    }
    ui_run(program->ui, DO_GO_CONTACTS);
    if (ui_top(program->ui, &contacts_kind))
        ui_filter(program->ui, rest);
    return true;
}

/* Coming and going. */

static void contacts_free(void *state)
{
    struct contacts *contacts = state;

    if (contacts->program->follower.arg == contacts)
        contacts->program->follower = (struct program_follower){ .arg = NULL };
    program_release(contacts->program, TOPIC_CONTACTS);
    program_release(contacts->program, TOPIC_QUEUES);
    table_free(contacts->table);
    shelf_free(contacts->shelf);
    free(contacts);
}

const struct view_kind contacts_kind = {
    .name = N_("Contacts"),
    .scopes = { SCOPE_CONTACTS, SCOPE_CONTACT, SCOPE_LIST },
    .draw = contacts_draw,
    .input = contacts_input,
    .run = contacts_run,
    .filter = contacts_filter,
    .table = contacts_view_table,
    .free = contacts_free,
};

int contacts_open(struct program *program)
{
    assert(program);
    struct contacts *contacts = calloc(1, sizeof(*contacts));

    if (!contacts)
        return -ENOMEM;
    contacts->program = program;
    int rc = contacts_table_new(contacts);
    if (rc == 0)
        rc = shelf_new(program, &shelf_of_contacts, "", &contacts->shelf);
    if (rc < 0) {
        table_free(contacts->table);
        free(contacts);
        return rc;
    }
    program_hold(program, TOPIC_QUEUES);
    program_hold(program, TOPIC_CONTACTS);
    rc = ui_replace(program->ui, &contacts_kind, contacts);
    if (rc == 0)
        program->follower = (struct program_follower){ follow, contacts };
    return rc;
}
