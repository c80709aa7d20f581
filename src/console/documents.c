/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen of a list. */

#include "console/documents.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_form.h"
#include "console/document_value.h"
#include "console/documents_inside.h"
#include "console/key.h"
#include "console/prompt_sounds.h"
#include "console/rule_hits.h"
#include "console/settings_menu.h"

/* All kinds: their names are what references show, and who uses what. */
static bool is_held(const struct documents *documents, enum topic topic)
{
    const struct program *program = documents->program;
    bool is_figure = topic == documents->list->topic;

    for (int i = 0; i < FIGURE_TOPICS; i++)
        is_figure |= figure_topics[i] == topic;
    return (is_figure || topic_info(topic)->document >= 0) &&
           program_may(program, topic_info(topic)->permission);
}

static void hold_topics(struct documents *documents)
{
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (is_held(documents, (enum topic)topic)) {
            documents->is_held[topic] = true;
            program_hold(documents->program, (enum topic)topic);
        }
}

/* The n-th list of the group, counted from 0; NULL: it has fewer. */
static const struct document_list *tab_at(enum document_group group, int n)
{
    for (int i = 0; i < DOCUMENT_LISTS; i++)
        if (document_list_at(i)->group == group && n-- == 0)
            return document_list_at(i);
    return NULL;
}

static void go_to_tab(struct documents *documents,
                      const struct document_list *list)
{
    if (list && list != documents->list)
        ui_run(documents->program->ui, list->open_action);
}

static void next_tab(struct documents *documents)
{
    enum document_group group = documents->list->group;
    int n = 0;

    while (tab_at(group, n) != documents->list)
        n++;
    const struct document_list *next = tab_at(group, n + 1);
    go_to_tab(documents, next ? next : tab_at(group, 0));
}

static void open_selected(struct documents *documents,
                          int (*open)(struct program *program,
                                      const struct document_list *list,
                                      uint64_t id))
{
    const struct replica_row *row = documents_selected(documents);
    struct program *program = documents->program;
    int rc = row ? open(program, documents->list, row->id) : 0;

    if (!row)
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("There is nothing to choose.")));
    else if (rc < 0)
        ui_say(program->ui, SEVERITY_ERROR, "%s",
               program_text(program, N_("Out of memory.")));
}

static bool documents_input(void *state, const struct input *input)
{
    struct documents *documents = state;
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;

    documents_refresh(documents);
    if (stroke >= '1' && stroke <= '9') {
        go_to_tab(documents,
                  tab_at(documents->list->group, (int)(stroke - '1')));
        return true;
    }
    switch (table_input(documents->table, input,
                        ui_now_us(documents->program->ui))) {
    case TABLE_OPENED:
        ui_run(documents->program->ui, documents->list->change_action);
        return true;
    case TABLE_TAKEN:
        return true;
    default:
        return false;
    }
}

static bool documents_run_here(void *state, int action)
{
    struct documents *documents = state;
    const struct document_list *list = documents->list;

    if (action == list->add_action)
        (void)document_form_open(documents->program, list, 0);
    else if (action == list->change_action)
        open_selected(documents, document_form_open);
    else if (action == list->copy_action)
        open_selected(documents, document_form_copy);
    else if (action == list->remove_action)
        documents_remove(documents);
    else if (action == DO_NEXT_LIST)
        next_tab(documents);
    else
        return documents_more(documents, action);
    return true;
}

static int documents_pane(const void *state)
{
    return ((const struct documents *)state)->list->list_scope;
}

static struct table *documents_table(const void *state, int n)
{
    return n == 0 ? ((const struct documents *)state)->table : NULL;
}

static void documents_trail(const void *state, struct safe_text *ret_name)
{
    const struct documents *documents = state;

    safe_text_copy(ret_name,
                   program_text(documents->program, documents->list->title));
}

static void documents_filter(void *state, const char *words)
{
    struct documents *documents = state;

    snprintf(documents->words, sizeof(documents->words), "%s", words);
    documents_refresh(documents);
}

/* Sounds are told with no row: they are asked for anew where prompts change. */
static void follow(void *arg)
{
    struct documents *documents = arg;
    const struct replica *rows = program_rows(documents->program);
    uint64_t rev = 0;

    if (!program_is_live(documents->program))
        return;
    for (size_t i = 0; i < document_rows(documents->program, TOPIC_PROMPTS);
         i++)
        rev = 31 * rev + replica_at(rows, TOPIC_PROMPTS, i)->rev + 1;
    if (rev != documents->sounds_rev)
        prompt_sounds_fetch(documents->program, ROUTE_PROMPT_SOUNDS);
    documents->sounds_rev = rev;
}

static void documents_free(void *state)
{
    struct documents *documents = state;

    if (documents->program->follower.arg == documents)
        documents->program->follower = (struct program_follower){ .arg = NULL };
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (documents->is_held[topic])
            program_release(documents->program, (enum topic)topic);
    errands_forget(documents->program->errands, documents);
    rule_set_done(&documents->rules);
    table_free(documents->table);
    free(documents->rows);
    free(documents);
}

static const struct view_kind documents_kind = {
    .scopes = { SCOPE_LIST, SCOPE_TABLE },
    .draw = documents_draw,
    .input = documents_input,
    .run = documents_run_here,
    .pane = documents_pane,
    .filter = documents_filter,
    .table = documents_table,
    .trail = documents_trail,
    .free = documents_free,
};

int documents_open(struct program *program, const struct document_list *list)
{
    assert(program && list);
    struct documents *documents = calloc(1, sizeof(*documents));

    if (!documents)
        return -ENOMEM;
    documents->program = program;
    documents->list = list;
    documents->rules.program = program;
    documents_choose_columns(documents);

    struct table_source source = documents_source(documents);
    int rc = table_new(documents->columns, documents->column_count, &source,
                       &documents->table);
    if (rc < 0) {
        free(documents);
        return rc;
    }
    hold_topics(documents);
    if (list->kind == DOCUMENT_RULE)
        rule_hits_fetch(program);
    table_sort(documents->table, 0, false);
    rc = ui_replace(program->ui, &documents_kind, documents);
    if (rc == 0 && list->kind == DOCUMENT_PROMPT)
        program->follower = (struct program_follower){ follow, documents };
    return rc;
}

#define LIST(KIND, kind, TOPIC, ROUTES, GROUP, letter, title, adding,          \
             deleting)                                                         \
    int documents_open_##kind(struct program *program)                         \
    {                                                                          \
        return documents_open(program, document_list_of(DOCUMENT_##KIND));     \
    }
#include "console/document_list.def"

bool documents_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;

    (void)action;
    if (!program_is_live(program)) {
        safe_text_copy(ret_reason,
                       program_text(program, N_("Offline: nothing can be "
                                                "changed now.")));
        return false;
    }
    return true;
}

bool documents_run(struct program *program, int action)
{
    const struct document_list *list = document_list_of_action(action);

    if (action == DO_GO_SETTINGS)
        return settings_menu_open(program) == 0;
    if (!list)
        list = documents_more_list(action);
    if (!list || action == list->open_action)
        return false;

    ui_run(program->ui, list->open_action);
    const struct documents *documents = ui_top(program->ui, &documents_kind);
    if (action == list->add_action && documents && documents->list == list)
        (void)document_form_open(program, list, 0);
    return true;
}
