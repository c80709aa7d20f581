/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the inbox, and what is in them. */

#include <inttypes.h>
#include <string.h>

#include "base/mark.h"
#include "console/inbox_inside.h"
#include "console/shelf_table.h"
#include "console/show.h"

enum column {
    COLUMN_WHEN,
    COLUMN_LENGTH,
    COLUMN_CALLER,
    COLUMN_NUMBER,
    COLUMN_BOX,
    COLUMN_AGENT,
    COLUMN_STATE,
    COLUMN_CALLED,
    COLUMN_SAID,
    COLUMN_ID,
    COLUMN_COUNT,
};

static const struct table_column columns[COLUMN_COUNT] = {
    [COLUMN_WHEN] = { N_("When"), 16, 16, 0, 0, false, false },
    [COLUMN_LENGTH] = { N_("Length"), 8, 8, 0, 0, true, false },
    [COLUMN_CALLER] = { N_("Caller"), 15, 18, 3, 1, false, false },
    [COLUMN_NUMBER] = { N_("Number"), 13, 16, 0, 5, false, false },
    [COLUMN_BOX] = { N_("Box"), 8, 12, 2, 2, false, false },
    [COLUMN_AGENT] = { N_("Agent"), 8, 11, 2, 3, false, false },
    [COLUMN_STATE] = { N_("State"), 11, 16, 0, 0, false, false },
    [COLUMN_CALLED] = { N_("Called"), 13, 14, 0, 7, false, false },
    [COLUMN_SAID] = { N_("Transcript"), 13, 40, 4, 4, false, false },
    [COLUMN_ID] = { N_("Id"), 5, 7, 0, 6, true, false },
};

static size_t count(void *arg)
{
    return shelf_count(((struct inbox *)arg)->shelf);
}

/* New ones, urgent ones, those that somebody has heard. */
static void fill_row(void *arg, size_t n, struct table_row *ret_row)
{
    const struct inbox *inbox = arg;
    const struct shape_message *message = &shelf_at(inbox->shelf, n)->message;
    const struct shape_listening *now = &inbox->program->player.now;
    bool is_new = message->state == MESSAGE_NEW;

    *ret_row = (struct table_row){
        .id = message->message_id,
        .has_glyph = true,
        .glyph = message->urgent ? GLYPH_WARN
                 : is_new        ? GLYPH_OK
                                 : GLYPH_PAUSED,
        .role = message->urgent ? ROLE_WARN
                : is_new        ? ROLE_OK
                                : ROLE_DIM,
    };
    if (now->recording_id != message->message_id)
        return;
    ret_row->glyph = now->paused ? GLYPH_PAUSED : GLYPH_RUN;
    ret_row->role = ROLE_RUN;
}

static size_t find(void *arg, uint64_t id)
{
    return shelf_find(((struct inbox *)arg)->shelf, id);
}

static void fill_text(const struct inbox *inbox, const struct shelf_row *row,
                      enum column column, struct safe_text *ret_text)
{
    const struct shape_message *message = &row->message;

    switch (column) {
    case COLUMN_LENGTH:
        show_span(ui_style(inbox->program->ui),
                  message->length_us ? message->length_us : -1, ret_text);
        break;
    case COLUMN_CALLER:
        inbox_word_caller(inbox, row, ret_text);
        break;
    case COLUMN_NUMBER: /* who has no name stands there by it already */
        if (message->caller_name.text[0])
            inbox_word_number(inbox, row, ret_text);
        else
            safe_text_copy(ret_text, "");
        break;
    case COLUMN_CALLED:
        safe_text_number(ret_text, message->called.text,
                         strlen(message->called.text));
        break;
    case COLUMN_SAID:
        safe_text_copy(ret_text, message->transcript.text);
        break;
    default:
        safe_text_format(ret_text, "%" PRIu64, message->message_id);
        break;
    }
}

static void fill_cell(void *arg, size_t n, int column,
                      struct table_cell *ret_cell)
{
    static void (*const words[COLUMN_COUNT])(const struct inbox *,
                                             const struct shape_message *,
                                             struct safe_text *) = {
        [COLUMN_WHEN] = inbox_word_when,
        [COLUMN_BOX] = inbox_word_box,
        [COLUMN_AGENT] = inbox_word_agent,
        [COLUMN_STATE] = inbox_word_state,
    };
    const struct inbox *inbox = arg;
    const struct shelf_row *row = shelf_at(inbox->shelf, n);

    *ret_cell = (struct table_cell){ .look = LOOK(TEXT, 0) };
    if (words[column])
        words[column](inbox, &row->message, &ret_cell->text);
    else
        fill_text(inbox, row, (enum column)column, &ret_cell->text);
    if (row->message.state == MESSAGE_DONE ||
        row->message.state == MESSAGE_DELETED)
        ret_cell->look = LOOK(DIM, 0);
}

int inbox_table_new(struct inbox *inbox)
{
    const struct table_source source = { count, fill_row, fill_cell,
                                         find,  NULL,     inbox };

    return table_new(columns, COLUMN_COUNT, &source, &inbox->table);
}

const struct shape_message *inbox_selected(const struct inbox *inbox)
{
    const struct shelf_row *row =
        shelf_table_selected(inbox->shelf, inbox->table);

    return row ? &row->message : NULL;
}
