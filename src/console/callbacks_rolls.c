/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which callbacks stand in which list, and what of them in which column. */

#include <inttypes.h>
#include <string.h>

#include "base/mark.h"
#include "console/callbacks_inside.h"
#include "console/naming.h"
#include "console/show.h"
#include "console/word.h"
#include "wire/word_label.h"

enum { DUE, LEFT, WHO, NUMBER, QUEUE, TRY, STATE, ABOUT };

static const int64_t MINUTE_US = INT64_C(60000000);
static const int64_t DAY_US = INT64_C(86400000000);

static const struct table_column columns[] = {
    [DUE] = { N_("Due"), 6, 11, 0, 0, false, true },
    [LEFT] = { N_("Left"), 7, 7, 0, 0, true, false },
    [WHO] = { N_("Who"), 12, 18, 2, 0, false, true },
    [NUMBER] = { N_("Number"), 14, 17, 0, 1, false, true },
    [QUEUE] = { N_("Queue"), 8, 12, 1, 2, false, true },
    [TRY] = { N_("Try"), 4, 5, 0, 4, true, false },
    [STATE] = { N_("State"), 10, 16, 1, 3, false, true },
    [ABOUT] = { N_("Reason"), 8, 20, 3, 5, false, false },
};

static const struct topic_callbacks *fields(const struct replica_row *row)
{
    return row->fields;
}

static bool is_over(const struct topic_callbacks *callback)
{
    return callback->state >= CALLBACK_REACHED;
}

/* Whoever stands in line, or is called, is due at no time. */
static bool has_time(const struct topic_callbacks *callback)
{
    return !is_over(callback) && callback->due_us > 0;
}

/* Its time has come, and nobody calls. */
static bool is_overdue(const struct program *program,
                       const struct topic_callbacks *callback)
{
    return has_time(callback) && callback->state != CALLBACK_CALLING &&
           callback->due_us <= program_wall_us(program);
}

static bool is_mine(const struct program *program,
                    const struct replica_row *row)
{
    const struct topic_me *me = program_me(program);

    return !is_over(fields(row)) && me && me->agent_id != 0 &&
           fields(row)->agent_id == me->agent_id;
}

static bool is_open(const struct program *program,
                    const struct replica_row *row)
{
    (void)program;
    return !is_over(fields(row));
}

static bool is_late(const struct program *program,
                    const struct replica_row *row)
{
    return is_overdue(program, fields(row));
}

static bool is_done(const struct program *program,
                    const struct replica_row *row)
{
    (void)program;
    return is_over(fields(row));
}

void callbacks_word_who(const struct program *program,
                        const struct topic_callbacks *callback,
                        struct safe_text *ret_text)
{
    if (callback->caller_name.text[0])
        safe_text_copy(ret_text, callback->caller_name.text);
    else
        safe_text_copy(ret_text, program_text(program, N_("unknown")));
}

void callbacks_word_number(const struct program *program,
                           const struct topic_callbacks *callback,
                           struct safe_text *ret_text)
{
    const char *number = callback->number.text;

    if (number[0])
        safe_text_number(ret_text, number, strlen(number));
    else
        safe_text_copy(ret_text, program_text(program, N_("hidden")));
}

/* The clock on the same day, else the day. */
static void word_due(const struct program *program, int64_t due_us,
                     struct safe_text *ret_text)
{
    int64_t far_us = due_us - program_wall_us(program);
    char text[WORD_TIME_SIZE];

    if (far_us < DAY_US / 2 && far_us > -DAY_US / 2)
        word_clock(due_us, true, text);
    else
        word_day(program_language(program), due_us, text);
    safe_text_copy(ret_text, text);
}

/* "-18 m", "32 m", "2 h": how far away it is. */
static void word_left(const struct program *program, int64_t due_us,
                      struct safe_text *ret_text)
{
    int64_t minutes = (due_us - program_wall_us(program)) / MINUTE_US;
    int64_t hours = minutes / 60;

    if (hours >= 48 || hours <= -48)
        safe_text_format(ret_text, "%" PRId64 " d", hours / 24);
    else if (hours >= 2 || hours <= -2)
        safe_text_format(ret_text, "%" PRId64 " h", hours);
    else
        safe_text_format(ret_text, "%" PRId64 " m", minutes);
}

static void word_how_far(const struct program *program,
                         const struct topic_callbacks *callback,
                         struct safe_text *ret_text)
{
    bool waits =
        callback->state == CALLBACK_WAITS && callback->reason != CALLBACK_TIME;

    if (callback->state == CALLBACK_CALLING && callback->is_ahead) {
        safe_text_copy(ret_text, program_text(program, callback->is_picked_up
                                                           ? N_("on phone")
                                                           : N_("in advance")));
        return;
    }

    const struct word_list *words =
        waits ? &word_list_callback_reason : &word_list_callback_state;
    int word = waits ? (int)callback->reason : (int)callback->state;

    safe_text_copy(
        ret_text,
        program_text(program, word_label(words, word_spell(words, word))));
}

static void sign(const struct program *program, const struct replica_row *row,
                 struct table_row *ret_row)
{
    const struct topic_callbacks *callback = fields(row);

    ret_row->has_glyph = true;
    ret_row->glyph = GLYPH_UNKNOWN;
    ret_row->role = ROLE_DIM;
    if (is_overdue(program, callback)) {
        ret_row->glyph = GLYPH_CRIT;
        ret_row->role = ROLE_CRIT;
    } else if (callback->state == CALLBACK_CALLING) {
        ret_row->glyph = GLYPH_RUN;
        ret_row->role = ROLE_OK;
    } else if (callback->state == CALLBACK_REACHED) {
        ret_row->glyph = GLYPH_OK;
        ret_row->role = ROLE_OK;
    } else if (is_over(callback) && callback->state != CALLBACK_CANCELLED) {
        ret_row->glyph = GLYPH_WARN;
        ret_row->role = ROLE_WARN;
    }
}

static void show_due(const struct program *program,
                     const struct topic_callbacks *callback,
                     struct safe_text *ret_text)
{
    if (is_over(callback))
        word_due(program, callback->asked_wall_us, ret_text);
    else if (has_time(callback))
        word_due(program, callback->due_us, ret_text);
    else
        safe_text_copy(ret_text, program_text(program, N_("now")));
}

static void cell(const struct program *program, const struct replica_row *row,
                 int column, struct table_cell *ret_cell)
{
    const struct topic_callbacks *callback = fields(row);

    switch (column) {
    case DUE:
        show_due(program, callback, &ret_cell->text);
        break;
    case LEFT:
        if (has_time(callback))
            word_left(program, callback->due_us, &ret_cell->text);
        break;
    case WHO:
        callbacks_word_who(program, callback, &ret_cell->text);
        break;
    case NUMBER:
        callbacks_word_number(program, callback, &ret_cell->text);
        break;
    case QUEUE:
        naming_queue(program, callback->queue_id, &callback->queue,
                     &ret_cell->text);
        break;
    case TRY:
        safe_text_format(&ret_cell->text, "%" PRId64 "/%" PRId64,
                         callback->tries, callback->max_tries);
        break;
    case STATE:
        word_how_far(program, callback, &ret_cell->text);
        break;
    default:
        safe_text_copy(&ret_cell->text, callback->note.text);
        break;
    }
}

static bool key(const struct program *program, const struct replica_row *row,
                int column, int64_t *ret_key)
{
    (void)program;
    *ret_key = fields(row)->due_us;
    return column == DUE;
}

#define ROLL(keeps)                                                            \
    {                                                                          \
        .topic = TOPIC_CALLBACKS, .columns = columns,                          \
        .column_count = sizeof(columns) / sizeof(columns[0]), .sign = sign,    \
        .cell = cell, .keep = keeps, .key = key                                \
    }

const struct roll_kind callbacks_rolls[CALLBACKS_SHELVES] = {
    [CALLBACKS_MINE] = ROLL(is_mine),
    [CALLBACKS_TEAM] = ROLL(is_open),
    [CALLBACKS_OVERDUE] = ROLL(is_late),
    [CALLBACKS_DONE] = ROLL(is_done),
};

size_t callbacks_count(const struct program *program,
                       enum callbacks_shelf shelf)
{
    const struct replica *rows = program_rows(program);
    size_t all = rows ? replica_count(rows, TOPIC_CALLBACKS) : 0;
    size_t count = 0;

    for (size_t i = 0; i < all; i++)
        count += callbacks_rolls[shelf].keep(
            program, replica_at(rows, TOPIC_CALLBACKS, i));
    return count;
}
