/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of one queue's live contacts: their line, and why not yet. */

#include "console/waiting.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/depth.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/waiting_inside.h"
#include "console/show.h"
#include "tui/chart.h"
#include "wire/value.h"

enum { TOP_ROWS = 3, WHY_ROWS = 10, LEAST_ROWS = 6 };

static const struct replica_row *queue_row(const struct waiting *waiting)
{
    return replica_find(program_rows(waiting->program), TOPIC_QUEUES,
                        waiting->queue_id);
}

/* "Who waits ─────── a new caller: 4:10": in a row of its own, as the words of
   the depth are long in some languages. */
static void draw_rule(const struct waiting *waiting,
                      const struct surface *surface)
{
    int64_t wait_us = waiting_estimate_us(waiting, 0);
    struct safe_text time, words;

    show_span(surface->style, wait_us, &time);
    safe_text_format(&words,
                     /* TRANSLATORS: %s is a time, as 4:10 */
                     surface_say(surface, N_("a new caller: %s")), time.text);
    surface_rule(surface, 1, surface_say(surface, N_("Who waits")),
                 waiting->estimates.rows ? words.text : NULL);
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

    waiting_refresh(waiting);
    draw_depth(waiting, &depth);
    draw_rule(waiting, surface);
    draw_line(waiting, &line);
    waiting_ask_why(waiting, false);
    waiting_ask_estimates(waiting);
    if (why_rows <= 1)
        return;
    surface_rule(surface, TOP_ROWS - 1 + rows,
                 surface_say(surface, N_("Why not yet")), NULL);
    waiting_draw_why(waiting, &why);
}

static bool waiting_input(void *state, const struct input *input)
{
    struct waiting *waiting = state;

    waiting_refresh(waiting);
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

static const enum topic topics[] = { TOPIC_CONTACTS, TOPIC_QUEUES,
                                     TOPIC_AGENTS,   TOPIC_SKILLS,
                                     TOPIC_TARGETS,  TOPIC_BOXES };

static void waiting_free(void *state)
{
    struct waiting *waiting = state;

    errands_forget(waiting->program->errands, waiting);
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_release(waiting->program, topics[i]);
    value_free(waiting->estimates.rows);
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
    waiting->program = program;
    waiting->queue_id = queue_id;
    int rc = waiting_table_new(waiting);

    if (rc < 0) {
        free(waiting);
        return rc;
    }
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_hold(program, topics[i]);
    return ui_push(program->ui, &waiting_kind, waiting);
}
