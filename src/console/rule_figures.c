/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each rule and destination, asked for per period. */

#include "console/rule_figures.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/show.h"
#include "core/rule.h"
#include "tui/table.h"
#include "wire/record_json.h"
#include "wire/route.h"
#include "wire/shape.h"

enum { MAX_FIGURES = 4096, DAY_S = 86400, VERSION_BITS = 24 };

enum {
    COLUMN_RULE,
    COLUMN_TO,
    COLUMN_HITS,
    COLUMN_SHARE,
    COLUMN_ANSWERED,
    COLUMN_ABANDONED,
    COLUMN_WAIT,
    COLUMN_LONGEST,
    COLUMN_LEVEL,
};

static const struct table_column columns[] = {
    { N_("Rule"), 10, 16, 1, 0, false, true },
    { N_("Leads to"), 10, 20, 2, 0, false, false },
    { N_("Hits"), 8, 8, 0, 0, true, true },
    { N_("Share"), 7, 8, 0, 2, true, true },
    { N_("Answered"), 9, 10, 0, 0, true, true },
    { N_("Abandoned"), 11, 12, 0, 0, true, true },
    { N_("Wait"), 6, 8, 0, 3, true, true },
    { N_("Longest wait"), 15, 15, 0, 1, true, true },
    { N_("SLA"), 7, 8, 0, 0, true, true },
};

static const struct {
    int days;
    const char *name;
} periods[] = {
    { 1, N_("the last 24 hours") },
    { 7, N_("the last 7 days") },
    { 30, N_("the last 30 days") },
};

enum { PERIODS = sizeof(periods) / sizeof(periods[0]) };

struct rule_figures {
    struct program *program;
    struct table *table;
    struct shape_rule_figures *rows; /* owned; of the period that is told */
    size_t count;
    int period;
    bool is_asked;  /* the answer is on its way */
    bool is_failed; /* the last one was none */
};

/* The table. */

static size_t source_count(void *arg)
{
    return ((const struct rule_figures *)arg)->count;
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    const struct shape_rule_figures *figures =
        &((const struct rule_figures *)arg)->rows[row];

    ret_row->id =
        1 + (uint64_t)figures->rule_version +
        ((figures->rule_id * (RULE_DESTINATIONS + 1) + (uint64_t)figures->place)
         << VERSION_BITS);
}

/* One that is gone is told by its number. */
static void show_rule(const struct rule_figures *of,
                      const struct shape_rule_figures *row,
                      struct safe_text *ret_text)
{
    if (row->rule_id == 0)
        safe_text_copy(ret_text, program_text(of->program, N_("no rule")));
    else if (row->name.text[0])
        safe_text_copy(ret_text, row->name.text);
    else
        safe_text_format(ret_text, "#%llu", (unsigned long long)row->rule_id);
}

/* What no rule led went to the entry's flow. */
static void show_to(const struct rule_figures *of,
                    const struct shape_rule_figures *row,
                    struct safe_text *ret_text)
{
    const char *spelling = word_spell(&word_list_destination, (int)row->to);
    const char *word = document_word(&word_list_destination, (int)row->to);
    int kind = route_destination(spelling);
    struct safe_text name;

    if (row->place == 0) {
        safe_text_copy(ret_text,
                       row->asked == RULE_IN_QUEUE
                           ? program_text(of->program, N_("for who waits"))
                           : "–");
        return;
    }
    safe_text_copy(&name, row->number.text);
    if (row->to_id && kind >= 0)
        document_name(of->program, (enum document_kind)kind, row->to_id, &name);
    safe_text_format(ret_text, "%s%s%s",
                     word ? program_text(of->program, word) : spelling,
                     name.text[0] ? " " : "", name.text);
}

/* What a column counts; -1: there is nothing to tell. */
static int64_t figure_of(const struct shape_rule_figures *row, int column)
{
    switch (column) {
    case COLUMN_HITS:
        return row->hits;
    case COLUMN_SHARE:
        return row->share_permille;
    case COLUMN_ANSWERED:
        return row->offered ? row->answered : -1;
    case COLUMN_ABANDONED:
        return row->offered ? row->abandoned : -1;
    case COLUMN_WAIT:
        return row->answered ? row->average_wait_us : -1;
    case COLUMN_LONGEST:
        return row->offered ? row->longest_wait_us : -1;
    default:
        return row->service_level_permille;
    }
}

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    const struct rule_figures *of = arg;
    const struct shape_rule_figures *figures = &of->rows[row];
    const struct style *style = ui_style(of->program->ui);
    int64_t figure = figure_of(figures, column);

    ret_cell->look = LOOK(TEXT, 0);
    switch (column) {
    case COLUMN_RULE:
        show_rule(of, figures, &ret_cell->text);
        break;
    case COLUMN_TO:
        show_to(of, figures, &ret_cell->text);
        break;
    case COLUMN_SHARE:
    case COLUMN_LEVEL:
        show_permille(style, figure, &ret_cell->text);
        break;
    case COLUMN_WAIT:
    case COLUMN_LONGEST:
        show_span(style, figure, &ret_cell->text);
        break;
    default:
        show_count(style, figure, &ret_cell->text);
        break;
    }
}

static int source_compare(void *arg, size_t a, size_t b, int column)
{
    const struct rule_figures *of = arg;
    const struct shape_rule_figures *one = &of->rows[a], *two = &of->rows[b];

    if (column == COLUMN_RULE)
        return strcmp(one->name.text, two->name.text);
    int64_t x = figure_of(one, column), y = figure_of(two, column);
    return (x > y) - (x < y);
}

/* Asking. */

static void take(void *owner, const struct outcome *outcome)
{
    struct rule_figures *of = owner;
    const struct record *record = shape_record(SHAPE_RULE_FIGURES);
    const struct json_t *items = value_get(outcome->value, "items");
    size_t count = outcome->is_done ? value_count(items) : 0;

    of->is_asked = false;
    of->is_failed = !outcome->is_done;
    if (count > MAX_FIGURES)
        count = MAX_FIGURES;
    struct shape_rule_figures *rows = calloc(count + 1, sizeof(*rows));
    if (!rows || !outcome->is_done) {
        of->is_failed = true;
        free(rows);
        return;
    }
    of->rows = rows;
    for (size_t i = 0; i < count; i++)
        if (record_from_json(record, value_at(items, i), MISSING_KEPT,
                             &rows[of->count], NULL) == 0)
            of->count++;
}

/* Figures of one period never stand under the name of another. */
static void ask(struct rule_figures *of)
{
    time_t since = (time_t)(program_wall_us(of->program) / 1000000) -
                   (time_t)DAY_S * periods[of->period].days;
    char query[64];
    struct tm day;

    errands_forget(of->program->errands, of);
    free(of->rows);
    of->rows = NULL;
    of->count = 0;
    of->is_asked = false;
    of->is_failed = true;
    if (!gmtime_r(&since, &day) ||
        strftime(query, sizeof(query), "from=%Y-%m-%dT%H:%M:%S", &day) == 0)
        return;
    of->is_asked =
        program_send(of->program, &(struct errand){ .route = ROUTE_RULE_FIGURES,
                                                    .query = query,
                                                    .done = take,
                                                    .owner = of });
}

/* The view. */

static void draw_empty(const struct rule_figures *of,
                       const struct surface *surface)
{
    const char *says = of->is_asked    ? N_("Fetching...")
                       : of->is_failed ? N_("They could not be fetched.")
                                       : N_("No call came in that time.");

    surface_words(surface, (struct place){ .row = 2, .column = 1 },
                  LOOK(DIM, 0), surface_say(surface, says));
}

static void figures_draw(void *state, const struct surface *surface)
{
    struct rule_figures *of = state;
    struct surface rows =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);

    surface_rule(surface, 0, surface_say(surface, N_("What became of calls")),
                 surface_say(surface, periods[of->period].name));
    table_draw(of->table, &rows, true, ui_now_us(of->program->ui));
    if (of->count == 0)
        draw_empty(of, surface);
}

static bool figures_input(void *state, const struct input *input)
{
    struct rule_figures *of = state;

    return table_input(of->table, input, ui_now_us(of->program->ui)) !=
           TABLE_IGNORED;
}

static bool figures_run(void *state, int action)
{
    struct rule_figures *of = state;

    if (action == DO_FIGURES_PERIOD)
        of->period = (of->period + 1) % PERIODS;
    else if (action != DO_FIGURES_RELOAD)
        return false;
    ask(of);
    return true;
}

static void figures_trail(const void *state, struct safe_text *ret_name)
{
    const struct rule_figures *of = state;

    safe_text_copy(ret_name, program_text(of->program, N_("Figures")));
}

static void figures_free(void *state)
{
    struct rule_figures *of = state;

    errands_forget(of->program->errands, of);
    table_free(of->table);
    free(of->rows);
    free(of);
}

static struct table *figures_table(const void *state, int n)
{
    return n == 0 ? ((const struct rule_figures *)state)->table : NULL;
}

static const struct view_kind kind = {
    .scopes = { SCOPE_RULE_FIGURES, SCOPE_LIST, SCOPE_TABLE },
    .table = figures_table,
    .draw = figures_draw,
    .input = figures_input,
    .run = figures_run,
    .trail = figures_trail,
    .free = figures_free,
};

int rule_figures_open(struct program *program)
{
    assert(program);
    struct rule_figures *of = calloc(1, sizeof(*of));

    if (!of)
        return -ENOMEM;
    struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .compare = source_compare,
        .arg = of,
    };
    of->program = program;
    int rc = table_new(columns, (int)(sizeof(columns) / sizeof(columns[0])),
                       &source, &of->table);
    if (rc < 0) {
        free(of);
        return rc;
    }
    table_sort(of->table, COLUMN_HITS, true);
    ask(of);
    return ui_push(program->ui, &kind, of);
}
