/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of a queue as rows of a table, sorted by their positions. */

#include "console/queue_ways.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_form.h"
#include "console/document_pages.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/queue_way_words.h"
#include "console/show.h"
#include "core/queue_rule.h"
#include "tui/prose.h"
#include "tui/table.h"

enum { REST_ROWS = 3 };

struct queue_ways {
    struct program *program;
    uint64_t queue_id;
    struct document_form *form;
    struct table *table;
    const struct event_queue_rule_set *ways[QUEUE_RULES_MAX]; /* of the rows */
    size_t count;
};

enum {
    COLUMN_NAME,
    COLUMN_CAUSE,
    COLUMN_THRESHOLD,
    COLUMN_MOMENT,
    COLUMN_TARGET,
    COLUMNS,
};

static const struct table_column columns[COLUMNS] = {
    { N_("Way out"), 10, 12, 1, 0, false, false },
    { N_("When"), 14, 18, 0, 0, false, false },
    { N_("Threshold"), 9, 9, 0, 0, true, false },
    { N_("For whom"), 10, 10, 0, 1, false, false },
    { N_("Where to"), 21, 24, 2, 0, false, false },
};

static void refresh(struct queue_ways *ways)
{
    ways->count = queue_way_gather(ways->program, ways->queue_id, ways->ways,
                                   QUEUE_RULES_MAX);
}

/* Cells. */

static void show(const struct queue_ways *ways,
                 const struct event_queue_rule_set *way, const char *setting,
                 struct safe_text *ret_text)
{
    const struct record *record =
        document_kind_info(DOCUMENT_QUEUE_RULE)->record;

    document_show(ways->program, record, record_field(record, setting), way,
                  ret_text);
}

/* Without a time of its own it goes after the queue's longest wait. */
static void show_wait(const struct queue_ways *ways,
                      const struct event_queue_rule_set *way,
                      struct safe_text *ret_text)
{
    int64_t wait_ms = way->after_ms
                          ? way->after_ms
                          : document_pages_integer(ways->form, "max_wait_ms");

    show_span(ui_style(ways->program->ui), wait_ms ? wait_ms * 1000 : -1,
              ret_text);
}

/* What the cause is measured by: a time, or fewer agents than so many. */
static void show_threshold(const struct queue_ways *ways,
                           const struct event_queue_rule_set *way,
                           struct safe_text *ret_text)
{
    switch (way->cause) {
    case RULE_WAITED:
        show_wait(ways, way, ret_text);
        break;
    case RULE_ESTIMATE:
        show(ways, way, "estimate_ms", ret_text);
        break;
    case RULE_FEW_LOGGED_IN:
    case RULE_FEW_READY:
        safe_text_format(ret_text, "< %d", (int)way->agents);
        break;
    case RULE_KEY:
        show(ways, way, "key", ret_text);
        break;
    case RULE_FULL:
    case RULE_NOBODY_LOGGED_IN:
    case RULE_NOBODY_READY:
    case RULE_NOBODY_WORKS:
    case RULE_CLOSED:
        show(ways, way, "hold_ms", ret_text);
        break;
    }
}

/* Rows are copied and exported between two drawings, when what they were read
   from may be gone: whoever walks through them counts them first. */
static size_t source_count(void *arg)
{
    struct queue_ways *ways = arg;

    refresh(ways);
    return ways->count;
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = ((const struct queue_ways *)arg)->ways[row]->id;
}

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    const struct queue_ways *ways = arg;
    const struct event_queue_rule_set *way = ways->ways[row];

    ret_cell->look = LOOK(TEXT, 0);
    switch (column) {
    case COLUMN_NAME:
        show(ways, way, "name", &ret_cell->text);
        break;
    case COLUMN_CAUSE:
        show(ways, way, "cause", &ret_cell->text);
        break;
    case COLUMN_THRESHOLD:
        show_threshold(ways, way, &ret_cell->text);
        break;
    case COLUMN_MOMENT:
        show(ways, way, "moment", &ret_cell->text);
        break;
    default:
        queue_way_say_target(ways->program, way, &ret_cell->text);
        break;
    }
}

/* Drawing. */

/* As the form has it, which may be more than is stored. */
static void draw_rest(const struct queue_ways *ways,
                      const struct surface *surface)
{
    struct safe_text to, which, text;
    int overflow = (int)document_pages_integer(ways->form, "overflow_to");

    document_pages_show(ways->form, "overflow_to", &to);
    text = to;
    document_pages_show(ways->form, "overflow_id", &which);
    if (overflow != TO_HANG_UP)
        safe_text_format(&to, "%s %s", text.text, which.text);
    safe_text_format(
        &text,
        surface_say(surface, N_("Who finds it full, or has waited for the "
                                "longest time, and is led on by none of "
                                "these: %s")),
        to.text);
    prose_draw(surface, LOOK(DIM, 0), text.text);
}

static void ways_draw(void *state, const struct surface *surface)
{
    struct queue_ways *ways = state;

    refresh(ways);
    int top = document_pages_draw(ways->form, DOCUMENT_PAGE_WAYS, surface);
    int last = surface->rows - REST_ROWS;
    struct surface rows =
        surface_part(surface, top + 1, 0, last - top - 1, surface->columns);
    struct surface rest =
        surface_part(surface, last + 1, 1, REST_ROWS - 1, surface->columns - 2);

    surface_rule(surface, top,
                 surface_say(surface, N_("Ways out, in the order they are "
                                         "tried")),
                 NULL);
    table_draw(ways->table, &rows, true, ui_now_us(ways->program->ui));
    surface_rule(surface, last, NULL, NULL);
    draw_rest(ways, &rest);
}

/* Keys. */

static bool ways_input(void *state, const struct input *input)
{
    struct queue_ways *ways = state;

    refresh(ways);
    switch (table_input(ways->table, input, ui_now_us(ways->program->ui))) {
    case TABLE_OPENED:
        ui_run(ways->program->ui, DO_QUEUE_WAY_EDIT);
        return true;
    case TABLE_TAKEN:
        return true;
    default:
        return false;
    }
}

static void say(const struct queue_ways *ways, const char *words)
{
    ui_say(ways->program->ui, SEVERITY_INFO, "%s",
           program_text(ways->program, words));
}

/* One place up or down; the row shows what came of it. */
static void move(struct queue_ways *ways, size_t at, bool is_sooner)
{
    size_t before = is_sooner ? at - 1 : at + 2;
    struct json_t *body;

    if (is_sooner ? at == 0 : at + 1 >= ways->count) {
        say(ways, is_sooner ? N_("It is tried first already.")
                            : N_("It is tried last already."));
        return;
    }
    body = value_object();
    (void)value_set_integer(
        body, "before_way_id",
        before < ways->count ? (int64_t)ways->ways[before]->id : 0);
    program_send(ways->program, &(struct errand){
                                    .route = ROUTE_QUEUE_RULE_MOVE,
                                    .id = ways->ways[at]->id,
                                    .body = body,
                                });
}

/* What is done with a selected one. */
static void run_selected(struct queue_ways *ways, int action)
{
    size_t at = table_selected(ways->table);

    if (at >= ways->count)
        say(ways, N_("There is nothing to choose."));
    else if (action == DO_QUEUE_WAY_EDIT)
        (void)document_form_open(ways->program,
                                 document_list_of(DOCUMENT_QUEUE_RULE),
                                 ways->ways[at]->id);
    else
        move(ways, at, action == DO_QUEUE_WAY_SOONER);
}

static bool ways_run(void *state, int action)
{
    struct queue_ways *ways = state;

    refresh(ways);
    if (action == DO_QUEUE_WAY_ADD)
        (void)document_form_add(ways->program,
                                document_list_of(DOCUMENT_QUEUE_RULE),
                                "queue_id", ways->queue_id);
    else if (action == DO_QUEUE_WAY_EDIT || action == DO_QUEUE_WAY_SOONER ||
             action == DO_QUEUE_WAY_LATER)
        run_selected(ways, action);
    else if (action == DO_QUEUE_TAB_SAVE)
        document_pages_save(ways->form, ways);
    else
        return document_pages_run(ways->form, DOCUMENT_PAGE_WAYS, ways, action);
    return true;
}

static void ways_trail(const void *state, struct safe_text *ret_name)
{
    const struct queue_ways *ways = state;

    safe_text_copy(ret_name, program_text(ways->program, N_("Ways out")));
}

static int ways_pane(const void *state)
{
    (void)state;
    return SCOPE_QUEUE_TAB;
}

static void ways_free(void *state)
{
    struct queue_ways *ways = state;

    table_free(ways->table);
    free(ways);
}

static struct table *ways_table(const void *state, int n)
{
    return n == 0 ? ((const struct queue_ways *)state)->table : NULL;
}

static const struct view_kind ways_kind = {
    .scopes = { SCOPE_QUEUE_WAYS, SCOPE_LIST, SCOPE_TABLE },
    .pane = ways_pane,
    .table = ways_table,
    .draw = ways_draw,
    .input = ways_input,
    .run = ways_run,
    .trail = ways_trail,
    .free = ways_free,
};

int queue_ways_open(struct program *program, uint64_t queue_id,
                    struct document_form *form)
{
    assert(program && form);
    struct queue_ways *ways = calloc(1, sizeof(*ways));

    if (!ways)
        return -ENOMEM;
    ways->program = program;
    ways->queue_id = queue_id;
    ways->form = form;

    struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .arg = ways,
    };
    int rc = table_new(columns, COLUMNS, &source, &ways->table);
    if (rc < 0) {
        free(ways);
        return rc;
    }
    return ui_push(program->ui, &ways_kind, ways);
}
