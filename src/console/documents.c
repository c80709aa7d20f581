/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tabs, a table, and below it all about the selected document. */

#include "console/documents.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/documents_inside.h"
#include "console/key.h"
#include "tui/chart.h"

/* Beside the documents of the tabs: what they refer to, and what goes on. */
static const enum topic topics[] = {
    TOPIC_QUEUE_SETTINGS, TOPIC_USERS,        TOPIC_AGENT_SETTINGS,
    TOPIC_DEVICES,        TOPIC_TRUNKS,       TOPIC_ENTRIES,
    TOPIC_PAUSE_REASONS,  TOPIC_DISPOSITIONS, TOPIC_FLOWS,
    TOPIC_TEAMS,          TOPIC_QUEUES,       TOPIC_AGENTS,
    TOPIC_ASSIGNMENTS,    TOPIC_CONTACTS,
};

const struct document_screen *documents_shown(const struct documents *list)
{
    return document_screen_of(list->kinds[list->tab]);
}

const struct replica_row *documents_selected(struct documents *list)
{
    return roll_selected(list->roll);
}

static void documents_draw(void *state, const struct surface *surface)
{
    struct documents *list = state;
    const char *tabs[DOCUMENTS_TABS];
    int top = list->kind_count > 1 ? 2 : 0;
    int low = surface->rows >= 16 ? surface->rows * 2 / 5 : 0;
    struct surface table = surface_part(
        surface, top, 0, surface->rows - top - low, surface->columns);
    struct surface selected =
        surface_part(surface, surface->rows - low, 0, low, surface->columns);

    for (int i = 0; i < list->kind_count; i++)
        tabs[i] = document_screen_of(list->kinds[i])->plural;
    if (top) {
        chart_tabs(surface, 0, tabs, list->kind_count, list->tab);
        surface_rule(surface, 1, NULL, NULL);
    }
    if (low)
        documents_draw_selected(list, &selected);
    roll_draw(list->roll, &table, true);
}

static bool documents_input(void *state, const struct input *input)
{
    struct documents *list = state;
    int tab = input->kind == INPUT_STROKE ? (int)input->stroke - '1' : -1;

    if (input->kind == INPUT_STROKE && input->stroke == STROKE_TAB)
        tab = (list->tab + 1) % list->kind_count;
    if (tab >= 0 && tab < list->kind_count && list->kind_count > 1) {
        list->tab = tab;
        documents_show(list);
        return true;
    }
    switch (roll_input(list->roll, input)) {
    case TABLE_IGNORED:
        return false;
    case TABLE_TAKEN:
        return true;
    case TABLE_OPENED:
        ui_run(list->program->ui, DO_EDIT);
        return true;
    }
    return true;
}

static void documents_filter(void *state, const char *words)
{
    roll_filter(((struct documents *)state)->roll, words);
}

static bool documents_run(void *state, int action)
{
    return documents_act(state, action);
}

static void documents_trail(const void *state, struct safe_text *ret_name)
{
    const struct documents *list = state;

    safe_text_copy(ret_name,
                   program_text(list->program, documents_shown(list)->plural));
}

static void documents_free(void *state)
{
    struct documents *list = state;

    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_release(list->program, topics[i]);
    errands_forget(list->program->errands, list);
    roll_free(list->roll);
    free(list);
}

const struct view_kind documents_kind = {
    .name = N_("Settings"),
    .scopes = { SCOPE_DOCUMENTS, SCOPE_LIST },
    .draw = documents_draw,
    .input = documents_input,
    .run = documents_run,
    .filter = documents_filter,
    .trail = documents_trail,
    .free = documents_free,
};

static int open_kinds(struct program *program, const enum document_kind *kinds,
                      int count)
{
    struct documents *list = calloc(1, sizeof(*list));

    if (!list)
        return -ENOMEM;
    list->program = program;
    list->kind_count = count;
    memcpy(list->kinds, kinds, (size_t)count * sizeof(*kinds));
    int rc = documents_show(list);
    if (rc < 0) {
        free(list);
        return rc;
    }
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_hold(program, topics[i]);
    return ui_replace(program->ui, &documents_kind, list);
}

int documents_open_queues(struct program *program)
{
    static const enum document_kind kinds[] = { DOCUMENT_QUEUE };

    return open_kinds(program, kinds, 1);
}

int documents_open_settings(struct program *program)
{
    static const enum document_kind kinds[] = {
        DOCUMENT_USER,        DOCUMENT_AGENT, DOCUMENT_DEVICE,
        DOCUMENT_TRUNK,       DOCUMENT_ENTRY, DOCUMENT_PAUSE_REASON,
        DOCUMENT_DISPOSITION,
    };

    return open_kinds(program, kinds, sizeof(kinds) / sizeof(kinds[0]));
}
