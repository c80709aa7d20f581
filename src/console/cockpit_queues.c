/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which figures of queues stand in which column. */

#include "console/cockpit_rolls.h"

#include "base/mark.h"
#include "console/depth.h"
#include "console/grade.h"
#include "console/show.h"

enum {
    QUEUE_NAME,
    QUEUE_WAITS,
    QUEUE_OLDEST,
    QUEUE_LEVEL,
    QUEUE_LOST,
    QUEUE_FREE,
    QUEUE_AVERAGE,
    QUEUE_TREND,
};

enum { TREND_CELLS = 6 }; /* of five minutes each */

static const struct table_column queue_columns[] = {
    [QUEUE_NAME] = { N_("Queue"), 10, 12, 1, 0, false, true },
    [QUEUE_WAITS] = { N_("Wait"), 4, 5, 0, 0, true, true },
    [QUEUE_OLDEST] = { N_("Oldest"), 7, 7, 0, 0, true, true },
    [QUEUE_LEVEL] = { N_("SLA"), 7, 8, 0, 0, true, true },
    [QUEUE_LOST] = { N_("Aban."), 6, 7, 0, 3, true, true },
    [QUEUE_FREE] = { N_("Free"), 5, 5, 0, 1, true, true },
    [QUEUE_AVERAGE] = { N_("AHT"), 5, 6, 0, 2, true, true },
    [QUEUE_TREND] = { N_("30 min"), TREND_CELLS, TREND_CELLS, 0, 4, false,
                      true },
};

static void read_figures(const struct program *program,
                         const struct replica_row *row,
                         struct figures *ret_figures)
{
    figures_read(row->fields, replica_passed_us(row, program_now_us(program)),
                 program_language(program), ret_figures);
}

static bool is_closed(const struct replica_row *row)
{
    return ((const struct topic_queues *)row->fields)->closed;
}

/* While somebody waits in a closed queue, for how long matters more. */
static void show_oldest(const struct style *style,
                        const struct replica_row *row, int64_t oldest_us,
                        struct safe_text *ret_text)
{
    if (is_closed(row) && oldest_us < 0)
        safe_text_copy(ret_text, show_say(style, N_("closed")));
    else
        show_span(style, oldest_us, ret_text);
}

static void queue_sign(const struct program *program,
                       const struct replica_row *row, struct table_row *ret_row)
{
    const struct limits none = { 0 };
    struct figures figures;

    ret_row->has_glyph = true;
    if (is_closed(row)) {
        ret_row->glyph = GLYPH_PAUSED;
        ret_row->role = ROLE_PAUSED;
        return;
    }
    read_figures(program, row, &figures);
    struct limits limits = grade_limits(&none, &figures);
    enum grade grade = grade_queue(&limits, &figures);
    ret_row->glyph = grade_glyph(grade);
    ret_row->role = (enum look_role)grade_look(grade).role;
}

static void queue_cell(const struct program *program,
                       const struct replica_row *row, int column,
                       struct table_cell *ret_cell)
{
    const struct style *style = ui_style(program->ui);
    struct figures figures;

    read_figures(program, row, &figures);
    switch (column) {
    case QUEUE_NAME:
        safe_text_copy(&ret_cell->text, figures.label.text);
        break;
    case QUEUE_WAITS:
        show_count(style, figures.waiting, &ret_cell->text);
        break;
    case QUEUE_OLDEST:
        show_oldest(style, row, figures.oldest_us, &ret_cell->text);
        break;
    case QUEUE_LEVEL:
        show_permille(style, figures.level_permille, &ret_cell->text);
        break;
    case QUEUE_LOST:
        show_permille(style, figures_abandon_permille(&figures),
                      &ret_cell->text);
        break;
    case QUEUE_FREE:
        show_count(style, figures.available, &ret_cell->text);
        break;
    case QUEUE_TREND:
        depth_fill(style, &figures, TREND_CELLS, ret_cell);
        break;
    default:
        show_span(style, figures.handling_us, &ret_cell->text);
        break;
    }
}

static bool queue_key(const struct program *program,
                      const struct replica_row *row, int column,
                      int64_t *ret_key)
{
    struct figures figures;

    read_figures(program, row, &figures);
    const int64_t keys[] = {
        [QUEUE_WAITS] = figures.waiting,
        [QUEUE_OLDEST] = figures.oldest_us,
        [QUEUE_LEVEL] = figures.level_permille,
        [QUEUE_LOST] = figures_abandon_permille(&figures),
        [QUEUE_FREE] = figures.available,
        [QUEUE_AVERAGE] = figures.handling_us,
        [QUEUE_TREND] = depth_most(&figures, TREND_CELLS),
    };

    if (column == QUEUE_NAME)
        return false;
    *ret_key = keys[column];
    return true;
}

static bool keep_queue(const struct program *program,
                       const struct replica_row *row)
{
    return cockpit_shows_queue(program, row->fields);
}

const struct roll_kind cockpit_queues = {
    .keep = keep_queue,
    .topic = TOPIC_QUEUES,
    .columns = queue_columns,
    .column_count = sizeof(queue_columns) / sizeof(queue_columns[0]),
    .sign = queue_sign,
    .cell = queue_cell,
    .key = queue_key,
};
