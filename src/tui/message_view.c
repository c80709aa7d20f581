/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup that scrolls. */

#include "tui/message_view.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "lang/format.h"
#include "tui/scroll.h"

struct history {
    const struct ui *ui;
    size_t top;
    int rows; /* as drawn last */
};

/* The words need the room more than a day that everybody knows. */
static void word_moment(enum language language, int64_t wall_us,
                        int64_t newest_us, char ret_text[FORMAT_SIZE])
{
    char day[FORMAT_SIZE], newest[FORMAT_SIZE];

    format_part(language, FORMAT_DAY_OF_YEAR, wall_us, NULL, day, sizeof(day));
    format_part(language, FORMAT_DAY_OF_YEAR, newest_us, NULL, newest,
                sizeof(newest));
    if (strcmp(day, newest) == 0)
        format_part(language, FORMAT_CLOCK_LONG, wall_us, NULL, ret_text,
                    FORMAT_SIZE);
    else
        format_moment(language, wall_us, NULL, ret_text, FORMAT_SIZE);
}

/* Returns the rows it took. */
static int draw_one(const struct surface *surface, int row,
                    const struct message *message, int64_t newest_us)
{
    struct surface line =
        surface_part(surface, row, 0, surface->rows - row, surface->columns);
    char moment[FORMAT_SIZE];

    word_moment(surface->style->language, message->wall_us, newest_us, moment);
    int used = surface_words(&line, (struct place){ 0, 1, 0, false },
                             LOOK(DIM, 0), moment);
    struct surface rest =
        surface_part(&line, 0, used + 2, line.rows, line.columns - used - 2);
    message_draw(&rest, message);
    return message_rows(message, rest.columns);
}

static void history_draw(void *state, const struct surface *surface)
{
    struct history *history = state;
    const struct message_log *log = ui_messages(history->ui);
    size_t count = message_log_count(log);

    history->rows = surface->rows;
    if (count == 0)
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(DIM, 0),
                      N_("Nothing has been said yet."));
    int row = 0;
    for (size_t n = history->top; n < count && row < surface->rows; n++)
        row += draw_one(surface, row, message_log_get(log, n),
                        message_log_get(log, 0)->wall_us);
}

static void scroll(struct history *history, long by)
{
    size_t count = message_log_count(ui_messages(history->ui));
    long top = (long)history->top + by;

    if (top > (long)count - 1)
        top = (long)count - 1;
    history->top = top < 0 ? 0 : (size_t)top;
}

static bool history_input(void *state, const struct input *input)
{
    struct history *history = state;
    long by;

    if (!scroll_input(input, history->rows, &by))
        return false;
    scroll(history, by);
    return true;
}

static void history_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = 17;
    *ret_columns = 76;
}

static const struct view_kind history_kind = {
    .name = N_("Messages"),
    .is_popup = true,
    .hint = N_("↑↓ scroll   Esc closes"),
    .draw = history_draw,
    .input = history_input,
    .size = history_size,
    .free = free,
};

int message_view_push(struct ui *ui)
{
    struct history *history = calloc(1, sizeof(*history));

    if (!history)
        return -ENOMEM;
    history->ui = ui;
    return ui_push(ui, &history_kind, history);
}
