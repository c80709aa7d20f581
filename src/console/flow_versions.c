/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions above, and below what lies between one of them and the draft. */

#include "console/flow_versions.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "base/text_diff.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/word.h"
#include "tui/confirm.h"

enum {
    LIST_ROWS = 8, /* with the rule below; the rest is the difference */
    VERSION_CELLS = 8,
    DAY_CELLS = 12,
    CLOCK_CELLS = 6,
    USER_CELLS = 20,
};

struct flow_versions {
    struct program *program;
    struct event_flow_set flow;
    void (*taken)(void *arg, int64_t version);
    void *arg;
    struct json_t *items; /* newest first; NULL: not here yet */
    size_t selected;
    char *draft; /* what it is compared with; NULL: not here yet */
    char *diff;  /* NULL: not here, or not asked for */
    int top;     /* the first line of it that is shown */
    struct safe_text complaint;
    bool is_sent;
};

static int64_t version_at(const struct flow_versions *versions, size_t at)
{
    return value_get_integer(value_at(versions->items, at), "version", 0);
}

/* Texts, as the server prints them for people. */

static char *text_of(const struct outcome *outcome)
{
    return outcome->is_done && outcome->value
               ? value_print(outcome->value, VALUE_INDENTED)
               : NULL;
}

/* A stream in memory: terminated text, to be freed; NULL: no memory. */
static char *differ(const char *before, const char *after)
{
    char *text = NULL;
    size_t length = 0;
    bool differs = false;
    FILE *out = open_memstream(&text, &length);

    if (!out)
        return NULL;

    int rc = text_diff_print(out, before, after, &differs);

    if (fclose(out) != 0 || rc < 0) {
        free(text);
        return NULL;
    }
    return text;
}

static void take_version(void *owner, const struct outcome *outcome)
{
    struct flow_versions *versions = owner;
    char *text = text_of(outcome);

    free(versions->diff);
    versions->diff =
        text && versions->draft ? differ(text, versions->draft) : NULL;
    versions->top = 0;
    if (!outcome->is_done)
        versions->complaint = outcome->complaint;
    free(text);
}

/* Whatever was asked for before is not waited for any more. */
static void ask_version(struct flow_versions *versions)
{
    free(versions->diff);
    versions->diff = NULL;
    if (!versions->draft || versions->selected >= value_count(versions->items))
        return;

    errands_forget(versions->program->errands, versions);
    (void)program_send(versions->program,
                       &(struct errand){ .route = ROUTE_FLOW_VERSION_TEXT,
                                         .id = versions->flow.id,
                                         .part_id = (uint64_t)version_at(
                                             versions, versions->selected),
                                         .done = take_version,
                                         .owner = versions,
                                         .is_quiet = true });
}

static void take_draft(void *owner, const struct outcome *outcome)
{
    struct flow_versions *versions = owner;

    free(versions->draft);
    versions->draft = text_of(outcome);
    if (!outcome->is_done)
        versions->complaint = outcome->complaint;
    ask_version(versions);
}

static void take_items(void *owner, const struct outcome *outcome)
{
    struct flow_versions *versions = owner;

    if (!outcome->is_done) {
        versions->complaint = outcome->complaint;
        return;
    }
    versions->items = value_free(versions->items);
    versions->items = value_share(value_get(outcome->value, "items"));
    (void)program_send(versions->program,
                       &(struct errand){ .route = ROUTE_FLOW_DRAFT,
                                         .id = versions->flow.id,
                                         .done = take_draft,
                                         .owner = versions,
                                         .is_quiet = true });
}

static void fetch(struct flow_versions *versions)
{
    (void)program_send(versions->program,
                       &(struct errand){ .route = ROUTE_FLOW_VERSIONS,
                                         .id = versions->flow.id,
                                         .done = take_items,
                                         .owner = versions,
                                         .is_quiet = true });
}

/* The way back. */

static void published(void *owner, const struct outcome *outcome)
{
    struct flow_versions *versions = owner;

    versions->is_sent = false;
    if (!outcome->is_done) {
        ui_say(versions->program->ui, SEVERITY_ERROR, "%s",
               outcome->complaint.text);
        return;
    }
    versions->flow.version = value_get_integer(outcome->value, "version",
                                               versions->flow.version + 1);
    if (versions->taken)
        versions->taken(versions->arg, versions->flow.version);
    ui_say(versions->program->ui, SEVERITY_INFO,
           program_text(versions->program,
                        N_("%s is published: callers go this way now.")),
           versions->flow.name.text);
    fetch(versions);
}

static void answer(void *arg, bool is_yes)
{
    struct flow_versions *versions = arg;
    struct json_t *body = is_yes ? value_object() : NULL;
    char tag[DOCUMENT_TAG_SIZE];

    if (!is_yes)
        return;
    if (value_set_integer(body, "version",
                          version_at(versions, versions->selected)) < 0)
        body = value_free(body);
    document_tag(document_kind_info(DOCUMENT_FLOW)->record, &versions->flow,
                 tag);
    versions->is_sent = program_send(
        versions->program, &(struct errand){ .route = ROUTE_FLOW_PUBLISH,
                                             .id = versions->flow.id,
                                             .match = tag,
                                             .body = body,
                                             .done = published,
                                             .owner = versions,
                                             .is_quiet = true });
}

static void go_back(struct flow_versions *versions)
{
    if (versions->is_sent || versions->selected >= value_count(versions->items))
        return;
    (void)confirm_push(
        versions->program->ui,
        &(struct confirm){
            .title = N_("Back to this version"),
            .lines = { versions->flow.name.text,
                       N_("Callers who come from now on go this way.") },
            .yes = N_("Publish"),
            .answer = answer,
            .arg = versions,
        });
}

/* Moving. */

static void select_by(struct flow_versions *versions, int by)
{
    size_t count = value_count(versions->items);
    size_t at = versions->selected + (size_t)by;

    if (at >= count || at == versions->selected)
        return;
    versions->selected = at;
    ask_version(versions);
}

static bool versions_input(void *state, const struct input *input)
{
    struct flow_versions *versions = state;

    if (input->kind != INPUT_STROKE)
        return false;
    switch (input->stroke) {
    case STROKE_UP:
        select_by(versions, -1);
        return true;
    case STROKE_DOWN:
        select_by(versions, 1);
        return true;
    case STROKE_PAGE_UP:
        versions->top =
            versions->top > LIST_ROWS ? versions->top - LIST_ROWS : 0;
        return true;
    case STROKE_PAGE_DOWN:
        versions->top += LIST_ROWS;
        return true;
    default:
        return false;
    }
}

static bool versions_run(void *state, int action)
{
    if (action != DO_FLOW_VERSION_BACK)
        return false;
    go_back(state);
    return true;
}

/* Drawing. */

static void draw_row(const struct flow_versions *versions,
                     const struct surface *surface, int row, size_t at)
{
    const struct json_t *item = value_at(versions->items, at);
    const char *user = value_get_text(item, "user");
    struct look look =
        at == versions->selected ? LOOK(TITLE, 0) : LOOK(TEXT, 0);
    int64_t wall_us = value_get_integer(item, "wall_us", 0);
    char clock[WORD_TIME_SIZE];
    struct safe_text text;
    int column = 2;

    if (at == versions->selected) {
        surface_glyph(surface, row, 0, LOOK(TITLE, 0), GLYPH_FOCUS);
        surface_focus(surface, row);
    }
    safe_text_format(&text, "%lld", (long long)version_at(versions, at));
    surface_text(surface, (struct place){ row, column, VERSION_CELLS, true },
                 look, &text);
    column += VERSION_CELLS + 2;
    word_day(surface->style->language, wall_us, clock);
    surface_words(surface, (struct place){ row, column, DAY_CELLS, false },
                  look, clock);
    column += DAY_CELLS + 1;
    word_clock(wall_us, true, clock);
    surface_words(surface, (struct place){ row, column, CLOCK_CELLS, false },
                  look, clock);
    column += CLOCK_CELLS + 1;
    safe_text_copy(&text, user ? user : "");
    surface_text(surface, (struct place){ row, column, USER_CELLS, false },
                 look, &text);
    column += USER_CELLS + 1;
    if (value_get_flag(item, "published"))
        surface_label(surface, (struct place){ row, column, 0, false },
                      LOOK(OK, 0), N_("Published"));
}

static void draw_list(const struct flow_versions *versions,
                      const struct surface *surface)
{
    size_t count = value_count(versions->items);
    size_t room = (size_t)surface->rows;
    size_t first =
        versions->selected >= room ? versions->selected - room + 1 : 0;

    if (versions->complaint.text[0])
        surface_text(surface, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                     &versions->complaint);
    else if (!versions->items)
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      N_("Loading…"));
    for (size_t i = 0; i < room && first + i < count; i++)
        draw_row(versions, surface, (int)i, first + i);
}

static struct look look_of(char sign)
{
    return sign == '+'   ? LOOK(OK, 0)
           : sign == '-' ? LOOK(CRIT, 0)
                         : LOOK(DIM, 0);
}

/* The signs say it without colours. */
static void draw_lines(struct flow_versions *versions,
                       const struct surface *surface)
{
    const char *line = versions->diff;
    int skipped = 0, row = 0;
    struct safe_text text;
    char part[256];

    for (; *line && row < surface->rows; skipped++) {
        size_t length = strcspn(line, "\n");

        if (skipped >= versions->top) {
            (void)snprintf(
                part, sizeof(part), "%.*s",
                (int)(length < sizeof(part) ? length : sizeof(part) - 1), line);
            safe_text_copy(&text, part);
            surface_text(surface, (struct place){ row++, 1, 0, false },
                         look_of(line[0]), &text);
        }
        line += length + (line[length] == '\n');
    }
    if (row == 0 && versions->top > 0)
        versions->top = skipped > 0 ? skipped - 1 : 0;
}

static void draw_diff(struct flow_versions *versions,
                      const struct surface *surface)
{
    if (!versions->diff)
        return;
    if (versions->diff[0])
        draw_lines(versions, surface);
    else
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      N_("It is the same as the draft."));
}

static void versions_draw(void *state, const struct surface *surface)
{
    struct flow_versions *versions = state;
    int rows = surface->rows > 2 * LIST_ROWS ? LIST_ROWS : surface->rows / 2;
    struct surface list = surface_part(surface, 0, 0, rows, surface->columns);
    struct surface diff = surface_part(
        surface, rows + 1, 0, surface->rows - rows - 1, surface->columns);

    draw_list(versions, &list);
    surface_rule(surface, rows,
                 surface_say(surface, N_("From this version to the draft")),
                 NULL);
    draw_diff(versions, &diff);
}

static void versions_free(void *state)
{
    struct flow_versions *versions = state;

    errands_forget(versions->program->errands, versions);
    value_free(versions->items);
    free(versions->draft);
    free(versions->diff);
    free(versions);
}

static const struct view_kind versions_kind = {
    .name = N_("Versions"),
    .scopes = { SCOPE_FLOW_VERSIONS },
    .draw = versions_draw,
    .input = versions_input,
    .run = versions_run,
    .free = versions_free,
};

int flow_versions_open(struct program *program,
                       const struct event_flow_set *flow,
                       void (*taken)(void *arg, int64_t version), void *arg)
{
    assert(program && flow);
    struct flow_versions *versions = calloc(1, sizeof(*versions));

    if (!versions)
        return -ENOMEM;
    versions->program = program;
    versions->flow = *flow;
    versions->taken = taken;
    versions->arg = arg;
    fetch(versions);
    return ui_push(program->ui, &versions_kind, versions);
}
