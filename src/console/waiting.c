/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Live contacts of one queue, in the order in which they are served. */

#include "console/waiting.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/depth.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/naming.h"
#include "console/show.h"
#include "console/waiting_inside.h"
#include "tui/chart.h"

enum { TOP_ROWS = 3, WHY_ROWS = 10, LEAST_ROWS = 6 };
enum {
    COLUMN_PLACE,
    COLUMN_CALLER,
    COLUMN_WAIT,
    COLUMN_PRIORITY,
    COLUMN_AGENT,
    COLUMN_LANGUAGE,
    COLUMN_LEFT
};

static const struct table_column columns[] = {
    [COLUMN_PLACE] = { N_("Place"), 6, 6, 0, 0, true, false },
    [COLUMN_CALLER] = { N_("Caller"), 22, 28, 1, 0, false, false },
    [COLUMN_WAIT] = { N_("Wait"), 7, 8, 0, 0, true, false },
    [COLUMN_PRIORITY] = { N_("Priority"), 9, 9, 0, 0, true, false },
    [COLUMN_AGENT] = { N_("Agent"), 10, 10, 0, 1, false, false },
    [COLUMN_LANGUAGE] = { N_("Language"), 9, 9, 0, 3, false, false },
    [COLUMN_LEFT] = { N_("Goes on in"), 10, 11, 0, 2, true, false },
};

/* The line. */

static int64_t waited_us(const struct waiting *waiting,
                         const struct replica_row *row)
{
    const struct topic_contacts *contact = row->fields;

    return replica_age_us(row, contact->waiting_age_us,
                          program_now_us(waiting->program));
}

/* As the core has it: priority, then the wait with what was added, then who
   joined first. Ages are of one moment only if all are grown to it. */
static bool goes_before(const struct waiting *waiting,
                        const struct replica_row *a,
                        const struct replica_row *b)
{
    const struct topic_contacts *one = a->fields, *other = b->fields;
    int64_t one_us = waited_us(waiting, a) + one->added_us;
    int64_t other_us = waited_us(waiting, b) + other->added_us;

    if (one->priority != other->priority)
        return one->priority < other->priority;
    return one_us != other_us ? one_us > other_us
                              : one->position < other->position;
}

static bool waits_here(const struct waiting *waiting,
                       const struct replica_row *row)
{
    const struct topic_contacts *contact = row->fields;

    return contact->place == PLACE_QUEUE &&
           contact->queue_id == waiting->queue_id;
}

static bool make_room(struct waiting *waiting, size_t rows)
{
    const struct replica_row **line;

    if (rows <= waiting->room)
        return true;
    line = realloc((void *)waiting->line, rows * sizeof(line[0]));
    if (!line)
        return false;
    waiting->line = line;
    waiting->room = rows;
    return true;
}

/* Put in where it belongs: rows come almost in their order. */
static void put(struct waiting *waiting, const struct replica_row *row)
{
    size_t at = waiting->count++;

    for (; at > 0 && goes_before(waiting, row, waiting->line[at - 1]); at--)
        waiting->line[at] = waiting->line[at - 1];
    waiting->line[at] = row;
}

static void refresh(struct waiting *waiting)
{
    const struct replica *rows = program_rows(waiting->program);
    size_t count = document_rows(waiting->program, TOPIC_CONTACTS);

    waiting->count = 0;
    if (!make_room(waiting, count < WAITING_MOST ? count : WAITING_MOST))
        return;
    for (size_t i = 0; i < count && waiting->count < WAITING_MOST; i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_CONTACTS, i);

        if (waits_here(waiting, row))
            put(waiting, row);
    }
}

const struct replica_row *waiting_selected(struct waiting *waiting)
{
    uint64_t id;

    refresh(waiting);
    if (waiting->count == 0 || !table_selected_id(waiting->table, &id))
        return NULL;
    const struct replica_row *row =
        replica_find(program_rows(waiting->program), TOPIC_CONTACTS, id);

    return row && waits_here(waiting, row) ? row : NULL;
}

static size_t source_count(void *arg)
{
    return ((const struct waiting *)arg)->count;
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = ((const struct waiting *)arg)->line[row]->id;
}

/* Whom it rings at, or is for. */
static void show_agent(const struct waiting *waiting,
                       const struct topic_contacts *contact,
                       struct table_cell *ret_cell)
{
    uint64_t id =
        contact->on_offer ? contact->agent_id : contact->wanted_agent_id;

    if (contact->on_offer) {
        ret_cell->has_glyph = true;
        ret_cell->glyph = GLYPH_CRIT;
        ret_cell->look = LOOK(CRIT, 0);
    }
    if (id)
        naming_agent(waiting->program, id, &(struct name){ "" },
                     &ret_cell->text);
    else
        safe_text_copy(&ret_cell->text, "");
}

static void show_caller(const struct topic_contacts *contact,
                        struct safe_text *ret_text)
{
    safe_text_format(ret_text, "%s%s%s", contact->caller.text,
                     contact->caller_name.text[0] ? "  " : "",
                     contact->caller_name.text);
}

static void source_cell(void *arg, size_t at, int column,
                        struct table_cell *ret_cell)
{
    const struct waiting *waiting = arg;
    const struct replica_row *row = waiting->line[at];
    const struct topic_contacts *contact = row->fields;
    const struct style *style = ui_style(waiting->program->ui);

    ret_cell->look = LOOK(TEXT, 0);
    switch (column) {
    case COLUMN_PLACE:
        show_count(style, (int64_t)at + 1, &ret_cell->text);
        break;
    case COLUMN_CALLER:
        show_caller(contact, &ret_cell->text);
        break;
    case COLUMN_WAIT:
        show_span(style, waited_us(waiting, row), &ret_cell->text);
        break;
    case COLUMN_PRIORITY:
        show_count(style, contact->priority, &ret_cell->text);
        break;
    case COLUMN_AGENT:
        show_agent(waiting, contact, ret_cell);
        break;
    case COLUMN_LANGUAGE:
        safe_text_copy(&ret_cell->text,
                       word_spell(&word_list_speech, (int)contact->language));
        break;
    default:
        show_span(style,
                  replica_left_us(row, contact->overflow_left_us,
                                  program_now_us(waiting->program)),
                  &ret_cell->text);
        break;
    }
}

/* The view. */

static const struct replica_row *queue_row(const struct waiting *waiting)
{
    return replica_find(program_rows(waiting->program), TOPIC_QUEUES,
                        waiting->queue_id);
}

/* "Depth ▂▂▃▃▄▅▅▆▇▇██  11 now, 14 at most in 2 h" */
static void draw_depth(const struct waiting *waiting,
                       const struct surface *surface)
{
    const struct replica_row *row =
        program_rows(waiting->program) ? queue_row(waiting) : NULL;
    struct figures figures;
    struct safe_text words;

    if (!row)
        return;
    figures_read(row->fields, 0, surface->style->language, &figures);
    const struct series series = { figures.history, FIGURES_STEPS, 0 };
    int used = surface_label(surface, (struct place){ 0, 1, 0, false },
                             LOOK(DIM, 0), N_("Depth"));

    chart_spark(surface,
                (struct place){ 0, used + 3, 2 * FIGURES_STEPS, false },
                LOOK(BUSY, 0), &series);
    safe_text_format(&words,
                     surface_say(surface, N_("%lld now, at most %lld in 2 h")),
                     (long long)waiting->count,
                     (long long)depth_most(&figures, FIGURES_STEPS));
    surface_text(surface,
                 (struct place){ 0, used + 5 + FIGURES_STEPS, 0, false },
                 LOOK(TEXT, 0), &words);
}

static void draw_line(struct waiting *waiting, const struct surface *surface)
{
    table_draw(waiting->table, surface, true, ui_now_us(waiting->program->ui));
    if (waiting->count == 0)
        surface_label(surface, (struct place){ 1, 3, 0, false }, LOOK(DIM, 0),
                      program_rows(waiting->program) &&
                              replica_state(program_rows(waiting->program),
                                            TOPIC_CONTACTS) == REPLICA_LIVE
                          ? N_("Nobody waits.")
                          : N_("The rows are on their way."));
}

static void waiting_draw(void *state, const struct surface *surface)
{
    struct waiting *waiting = state;
    int low = surface->rows - TOP_ROWS - LEAST_ROWS;
    int why_rows = low < WHY_ROWS ? low : WHY_ROWS;
    int rows = surface->rows - TOP_ROWS - (why_rows > 1 ? why_rows : 0);
    struct surface depth = surface_part(surface, 0, 0, 1, surface->columns);
    struct surface line =
        surface_part(surface, TOP_ROWS - 1, 0, rows, surface->columns);
    struct surface why = surface_part(surface, TOP_ROWS + rows, 0, why_rows - 1,
                                      surface->columns);

    refresh(waiting);
    draw_depth(waiting, &depth);
    surface_rule(surface, 1, surface_say(surface, N_("Who waits")), NULL);
    draw_line(waiting, &line);
    waiting_ask_why(waiting, false);
    if (why_rows <= 1)
        return;
    surface_rule(surface, TOP_ROWS - 1 + rows,
                 surface_say(surface, N_("Why not yet")), NULL);
    waiting_draw_why(waiting, &why);
}

static bool waiting_input(void *state, const struct input *input)
{
    struct waiting *waiting = state;

    refresh(waiting);
    return table_input(waiting->table, input,
                       ui_now_us(waiting->program->ui)) != TABLE_IGNORED;
}

static bool waiting_run(void *state, int action)
{
    return waiting_act(state, action);
}

static void waiting_trail(const void *state, struct safe_text *ret_name)
{
    const struct waiting *waiting = state;

    document_name(waiting->program, DOCUMENT_QUEUE, waiting->queue_id,
                  ret_name);
}

static const enum topic topics[] = { TOPIC_CONTACTS, TOPIC_QUEUES, TOPIC_AGENTS,
                                     TOPIC_SKILLS, TOPIC_TARGETS };

static void waiting_free(void *state)
{
    struct waiting *waiting = state;

    errands_forget(waiting->program->errands, waiting);
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_release(waiting->program, topics[i]);
    table_free(waiting->table);
    free((void *)waiting->line);
    free(waiting->targets);
    free(waiting);
}

static struct table *waiting_table(const void *state, int n)
{
    return n == 0 ? ((const struct waiting *)state)->table : NULL;
}

const struct view_kind waiting_kind = {
    .scopes = { SCOPE_WAITING, SCOPE_LIST, SCOPE_TABLE },
    .table = waiting_table,
    .draw = waiting_draw,
    .input = waiting_input,
    .run = waiting_run,
    .trail = waiting_trail,
    .free = waiting_free,
};

int waiting_open(struct program *program, uint64_t queue_id)
{
    assert(program);
    struct waiting *waiting = calloc(1, sizeof(*waiting));

    if (!waiting)
        return -ENOMEM;
    const struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .arg = waiting,
    };
    waiting->program = program;
    waiting->queue_id = queue_id;
    int rc = table_new(columns, (int)(sizeof(columns) / sizeof(columns[0])),
                       &source, &waiting->table);
    if (rc < 0) {
        free(waiting);
        return rc;
    }
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_hold(program, topics[i]);
    return ui_push(program->ui, &waiting_kind, waiting);
}
