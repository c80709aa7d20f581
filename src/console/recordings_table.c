/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns, and what is in them. */

#include <inttypes.h>
#include <string.h>

#include "base/mark.h"
#include "console/recordings_inside.h"
#include "console/shelf_table.h"
#include "console/show.h"

enum column {
    COLUMN_WHEN,
    COLUMN_LENGTH,
    COLUMN_AGENT,
    COLUMN_CALLER,
    COLUMN_QUEUE,
    COLUMN_STATE,
    COLUMN_NUMBER,
    COLUMN_CALLED,
    COLUMN_ID,
    COLUMN_SIZE,
    COLUMN_PAUSED,
    COLUMN_LOST,
    COLUMN_CONTACT,
    COLUMN_COUNT,
};

static const struct table_column columns[COLUMN_COUNT] = {
    [COLUMN_WHEN] = { N_("When"), 16, 16, 0, 0, false, false },
    [COLUMN_LENGTH] = { N_("Length"), 8, 8, 0, 0, true, false },
    [COLUMN_AGENT] = { N_("Agent"), 11, 11, 2, 2, false, false },
    [COLUMN_CALLER] = { N_("Caller"), 13, 15, 3, 1, false, false },
    [COLUMN_QUEUE] = { N_("Queue"), 10, 10, 2, 3, false, false },
    [COLUMN_STATE] = { N_("State"), 8, 8, 0, 4, false, false },
    [COLUMN_NUMBER] = { N_("Number"), 13, 16, 0, 5, false, false },
    [COLUMN_CALLED] = { N_("Called"), 13, 14, 0, 7, false, false },
    [COLUMN_ID] = { N_("Id"), 5, 7, 0, 6, true, false },
    [COLUMN_SIZE] = { N_("Size"), 8, 9, 0, 8, true, false },
    [COLUMN_PAUSED] = { N_("Paused"), 8, 8, 0, 9, true, false },
    [COLUMN_LOST] = { N_("Lost"), 7, 7, 0, 10, true, false },
    [COLUMN_CONTACT] = { N_("Contact"), 8, 8, 0, 11, true, false },
};

static const struct style *style_of(const struct recordings *recordings)
{
    return ui_style(recordings->program->ui);
}

/* The table. */

static size_t count(void *arg)
{
    return shelf_count(((struct recordings *)arg)->shelf);
}

static void fill_row(void *arg, size_t n, struct table_row *ret_row)
{
    const struct recordings *recordings = arg;
    const struct shelf_row *row = shelf_at(recordings->shelf, n);
    const struct shape_listening *now = &recordings->program->player.now;

    *ret_row = (struct table_row){
        .id = row->recording.recording_id,
        .has_glyph = now->recording_id == row->recording.recording_id,
        .glyph = now->paused ? GLYPH_PAUSED : GLYPH_RUN,
        .role = ROLE_RUN,
    };
}

static size_t find(void *arg, uint64_t id)
{
    return shelf_find(((struct recordings *)arg)->shelf, id);
}

/* None is no news: it is left blank. */
static void show_some(const struct recordings *recordings, int64_t span_us,
                      struct safe_text *ret_text)
{
    if (span_us > 0)
        show_span(style_of(recordings), span_us, ret_text);
}

static void fill_figure(const struct recordings *recordings,
                        const struct shelf_row *row, enum column column,
                        struct safe_text *ret_text)
{
    const struct shape_recording *recording = &row->recording;

    switch (column) {
    case COLUMN_LENGTH:
        show_span(style_of(recordings),
                  recording->length_us ? recording->length_us : -1, ret_text);
        break;
    case COLUMN_ID:
        safe_text_format(ret_text, "%" PRIu64, recording->recording_id);
        break;
    case COLUMN_CONTACT:
        safe_text_format(ret_text, "%" PRIu64, recording->contact_id);
        break;
    case COLUMN_PAUSED:
        show_some(recordings, recording->paused_us, ret_text);
        break;
    case COLUMN_LOST:
        show_some(recordings, recording->lost_us, ret_text);
        break;
    default:
        recordings_word_size(recordings, row, ret_text);
        break;
    }
}

static void fill_cell(void *arg, size_t n, int column,
                      struct table_cell *ret_cell)
{
    static void (*const words[COLUMN_COUNT])(const struct recordings *,
                                             const struct shelf_row *,
                                             struct safe_text *) = {
        [COLUMN_WHEN] = recordings_word_when,
        [COLUMN_AGENT] = recordings_word_agent,
        [COLUMN_CALLER] = recordings_word_caller,
        [COLUMN_QUEUE] = recordings_word_queue,
        [COLUMN_STATE] = recordings_word_state,
        [COLUMN_NUMBER] = recordings_word_number,
    };
    const struct recordings *recordings = arg;
    const struct shelf_row *row = shelf_at(recordings->shelf, n);

    *ret_cell = (struct table_cell){ .look = LOOK(TEXT, 0) };
    if (words[column])
        words[column](recordings, row, &ret_cell->text);
    else if (column == COLUMN_CALLED)
        safe_text_number(&ret_cell->text, row->recording.called.text,
                         strlen(row->recording.called.text));
    else
        fill_figure(recordings, row, (enum column)column, &ret_cell->text);
    if (row->recording.state != RECORDING_KEPT)
        ret_cell->look = LOOK(DIM, 0);
}

int recordings_table_new(struct recordings *recordings)
{
    const struct table_source source = { count, fill_row, fill_cell,
                                         find,  NULL,     recordings };

    return table_new(columns, COLUMN_COUNT, &source, &recordings->table);
}

const struct shelf_row *recordings_selected(struct recordings *recordings)
{
    return shelf_table_selected(recordings->shelf, recordings->table);
}
