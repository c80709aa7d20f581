/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit of one message, newest first. */

#include "console/message_history.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/naming.h"
#include "lang/format.h"
#include "tui/table.h"
#include "wire/record_json.h"
#include "wire/shape.h"
#include "wire/word_label.h"

enum { MAX_DEEDS = 10000 };
enum { COLUMN_WHEN, COLUMN_DEED, COLUMN_BY, COLUMN_AGENT, COLUMN_BOX };

struct message_history {
    struct program *program;
    uint64_t message_id;
    struct table *table;
    struct shape_message_deed *rows; /* owned, oldest first */
    size_t count;
    bool is_asked;  /* the answer is on its way */
    bool is_failed; /* the last one was none */
};

static const struct table_column columns[] = {
    { N_("When"), 17, 17, 0, 0, false, false },
    { N_("What"), 20, 30, 1, 0, false, false },
    { N_("By"), 9, 16, 2, 1, false, false },
    { N_("Agent"), 10, 16, 2, 2, false, false },
    { N_("Box"), 9, 14, 2, 3, false, false },
};

static size_t source_count(void *arg)
{
    return ((const struct message_history *)arg)->count;
}

static const struct shape_message_deed *at(
    const struct message_history *history, size_t row)
{
    return &history->rows[history->count - 1 - row];
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = at(arg, row)->seq;
}

static void show_moment(const struct message_history *history, int64_t wall_us,
                        struct safe_text *ret_text)
{
    enum language language = program_language(history->program);
    char day[FORMAT_SIZE], clock[FORMAT_SIZE];

    format_part(language, FORMAT_DAY, wall_us, NULL, day, sizeof(day));
    format_part(language, FORMAT_CLOCK, wall_us, NULL, clock, sizeof(clock));
    safe_text_format(ret_text, "%s %s", day, clock);
}

static void show_deed(const struct message_history *history,
                      enum message_deed deed, struct safe_text *ret_text)
{
    const struct word_list *list = &word_list_message_deed;

    safe_text_copy(ret_text,
                   program_text(history->program,
                                word_label(list, word_spell(list, (int)deed))));
}

/* What happens by itself has nobody; nor has whoever left it a name here. */
static void show_user(const struct message_history *history,
                      const struct shape_message_deed *deed,
                      struct safe_text *ret_text)
{
    if (deed->user.text[0])
        safe_text_copy(ret_text, deed->user.text);
    else
        safe_text_copy(ret_text,
                       deed->deed == DEED_LEFT
                           ? program_text(history->program, N_("caller"))
                           : "");
}

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    const struct message_history *history = arg;
    const struct shape_message_deed *deed = at(history, row);

    ret_cell->look = LOOK(TEXT, 0);
    switch (column) {
    case COLUMN_WHEN:
        show_moment(history, deed->wall_us, &ret_cell->text);
        break;
    case COLUMN_DEED:
        show_deed(history, deed->deed, &ret_cell->text);
        break;
    case COLUMN_BY:
        show_user(history, deed, &ret_cell->text);
        break;
    case COLUMN_AGENT:
        if (deed->agent_id)
            naming_agent(history->program, deed->agent_id, &deed->agent,
                         &ret_cell->text);
        else
            safe_text_copy(&ret_cell->text, "");
        break;
    default:
        safe_text_copy(&ret_cell->text, deed->box.text);
        break;
    }
}

/* Asking. */

static void take(void *owner, const struct outcome *outcome)
{
    struct message_history *history = owner;
    const struct record *record = shape_record(SHAPE_MESSAGE_DEED);
    const struct json_t *items = value_get(outcome->value, "items");
    size_t count = outcome->is_done ? value_count(items) : 0;

    history->is_asked = false;
    history->is_failed = !outcome->is_done;
    if (count > MAX_DEEDS)
        count = MAX_DEEDS;

    struct shape_message_deed *rows = calloc(count + 1, sizeof(*rows));

    history->is_failed |= !rows;
    if (history->is_failed) {
        free(rows);
        return;
    }
    free(history->rows);
    history->rows = rows;
    history->count = 0;
    for (size_t i = 0; i < count; i++)
        if (record_from_json(record, value_at(items, i), MISSING_KEPT,
                             &rows[history->count], NULL) == 0)
            history->count++;
}

static void ask(struct message_history *history)
{
    if (history->is_asked)
        return;
    history->is_asked = program_send(
        history->program, &(struct errand){ .route = ROUTE_VOICEMAIL_HISTORY,
                                            .id = history->message_id,
                                            .done = take,
                                            .owner = history });
    history->is_failed = !history->is_asked;
}

/* The view. */

static const char *words_without_rows(const struct message_history *history)
{
    if (history->is_asked)
        return N_("Fetching...");
    return history->is_failed ? N_("They could not be fetched.")
                              : N_("Nothing was done with it.");
}

static void history_draw(void *state, const struct surface *surface)
{
    struct message_history *history = state;
    struct surface rows =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);

    surface_rule(surface, 0, surface_say(surface, N_("What was done with it")),
                 NULL);
    table_draw(history->table, &rows, true, ui_now_us(history->program->ui));
    if (history->count == 0)
        surface_words(surface, (struct place){ .row = 2, .column = 1 },
                      LOOK(DIM, 0),
                      surface_say(surface, words_without_rows(history)));
}

static bool history_input(void *state, const struct input *input)
{
    struct message_history *history = state;
    enum table_event event =
        table_input(history->table, input, ui_now_us(history->program->ui));

    return event == TABLE_OPENED || event == TABLE_TAKEN;
}

static bool history_run(void *state, int action)
{
    if (action != DO_RELOAD_HISTORY)
        return false;
    ask(state);
    return true;
}

static void history_trail(const void *state, struct safe_text *ret_name)
{
    const struct message_history *history = state;

    safe_text_format(ret_name, "%s %" PRIu64,
                     program_text(history->program, N_("Message")),
                     history->message_id);
}

static void history_free(void *state)
{
    struct message_history *history = state;

    errands_forget(history->program->errands, history);
    table_free(history->table);
    free(history->rows);
    free(history);
}

static struct table *history_table(const void *state, int n)
{
    return n == 0 ? ((const struct message_history *)state)->table : NULL;
}

static const struct view_kind history_kind = {
    .scopes = { SCOPE_MESSAGE_HISTORY, SCOPE_LIST, SCOPE_TABLE },
    .table = history_table,
    .draw = history_draw,
    .input = history_input,
    .run = history_run,
    .trail = history_trail,
    .free = history_free,
};

int message_history_open(struct program *program, uint64_t message_id)
{
    assert(program);
    struct message_history *history = calloc(1, sizeof(*history));

    if (!history)
        return -ENOMEM;

    const struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .arg = history,
    };

    history->program = program;
    history->message_id = message_id;
    int rc = table_new(columns, (int)(sizeof(columns) / sizeof(columns[0])),
                       &source, &history->table);
    if (rc < 0) {
        free(history);
        return rc;
    }
    ask(history);
    return ui_push(program->ui, &history_kind, history);
}
