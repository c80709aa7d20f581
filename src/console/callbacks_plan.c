/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due in the next hours; and what the clock shows at who is called. */

#include <inttypes.h>

#include "base/mark.h"
#include "console/callbacks_inside.h"
#include "console/word.h"
#include "core/callback_window.h"
#include "lang/format.h"
#include "tui/chart.h"

enum {
    HOURS = 8,
    QUARTERS = 4 * HOURS,
    HOUR_CELLS = 10, /* "14:00" would be wider: "14 ▂▂█▂  " */
    HOUR = 60,       /* minutes */
};

static const int64_t HOUR_US = INT64_C(3600000000);
static const int64_t QUARTER_US = INT64_C(900000000);

/* Those of the shelf, by the quarter of an hour; what is overdue is due now. */
static int64_t count_due(const struct callbacks *callbacks, int64_t from_us,
                         int64_t ret_counts[QUARTERS])
{
    const struct program *program = callbacks->program;
    const struct replica *rows = program_rows(program);
    size_t count = rows ? replica_count(rows, TOPIC_CALLBACKS) : 0;
    int64_t all = 0;

    for (size_t i = 0; i < count; i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_CALLBACKS, i);
        const struct topic_callbacks *callback = row->fields;
        int64_t now_us = program_wall_us(program);
        int64_t due_us = callback->due_us > now_us ? callback->due_us : now_us;
        int64_t quarter = (due_us - from_us) / QUARTER_US;

        if (callback->state >= CALLBACK_REACHED || quarter >= QUARTERS ||
            !callbacks_rolls[callbacks->shelf].keep(program, row))
            continue;
        ret_counts[quarter]++;
        all++;
    }
    return all;
}

/* Hours begin where the clock here says so. */
static int64_t hour_began_us(int64_t wall_us)
{
    char clock[WORD_TIME_SIZE];
    int minute = 0;

    word_clock(wall_us, true, clock);
    for (const char *at = clock; *at; at++)
        if (*at == ':')
            minute = (at[1] - '0') * 10 + (at[2] - '0');

    return (wall_us / 60000000 - minute) * 60000000;
}

void callbacks_draw_plan(const struct callbacks *callbacks,
                         const struct surface *surface)
{
    int64_t from_us = hour_began_us(program_wall_us(callbacks->program));
    int64_t counts[QUARTERS] = { 0 }, most = 1;
    int64_t all = count_due(callbacks, from_us, counts);
    struct safe_text right;

    for (int i = 0; i < QUARTERS; i++)
        most = counts[i] > most ? counts[i] : most;
    safe_text_format(&right, "%" PRId64, all);
    surface_rule(surface, 0, surface_say(surface, N_("Due in eight hours")),
                 right.text);
    for (int n = 0; n < HOURS; n++) {
        int column = 1 + n * HOUR_CELLS;
        const struct series series = { &counts[4 * n], 4, most };
        char clock[WORD_TIME_SIZE];

        word_clock(from_us + n * HOUR_US, true, clock);
        clock[2] = '\0';
        surface_words(surface, (struct place){ 1, column, 2, false },
                      LOOK(DIM, 0), clock);
        chart_spark(surface, (struct place){ 1, column + 3, 4, false },
                    LOOK(TEXT, 0), &series);
    }
}

/* "09", or "09:30". */
static void word_minute(int minute, struct safe_text *ret_text)
{
    if (minute % HOUR)
        safe_text_format(ret_text, "%02d:%02d", minute / HOUR, minute % HOUR);
    else
        safe_text_format(ret_text, "%02d", minute / HOUR);
}

static void word_window(const struct callback_window *window,
                        struct safe_text *ret_text)
{
    struct safe_text from, until;

    word_minute(window->from, &from);
    word_minute(window->until, &until);
    safe_text_format(ret_text, "%s–%s", from.text, until.text);
}

/* Of a country with several clocks, and of a number that is hidden. */
static bool word_unknown(const struct program *program,
                         const struct callback_window *window,
                         struct safe_text *ret_text)
{
    struct safe_text hours;

    if (!window)
        return false;

    word_window(window, &hours);
    safe_text_format(ret_text, program_text(program, N_("may call %s there")),
                     hours.text);
    return true;
}

static void word_known(const struct program *program, const char *clock,
                       const struct callback_window *window,
                       struct safe_text *ret_text)
{
    int minute = ((clock[0] - '0') * 10 + (clock[1] - '0')) * HOUR +
                 (clock[3] - '0') * 10 + (clock[4] - '0');
    struct safe_text hours;

    if (!window) {
        /* TRANSLATORS: the clock where the person lives who is to be called */
        safe_text_format(ret_text, program_text(program, N_("local time %s")),
                         clock);
        return;
    }
    if (minute >= window->from && minute < window->until) {
        word_window(window, &hours);
        /* TRANSLATORS: the clock there, and from when until when: 09–20 */
        safe_text_format(
            ret_text, program_text(program, N_("local time %s, may call %s")),
            clock, hours.text);
        return;
    }
    /* TRANSLATORS: both by the clock where the person lives */
    safe_text_format(
        ret_text,
        program_text(program, N_("local time %s, not before %02d:%02d")), clock,
        window->from / HOUR, window->from % HOUR);
}

/* What its number tells of where who is called lives, if it does. */
bool callbacks_word_there(const struct program *program,
                          const struct topic_callbacks *callback,
                          struct safe_text *ret_text)
{
    const char *zone = callback->zone.text;
    struct callback_window window;
    const struct callback_window *given =
        callback_window_read(callback->window.text, &window) ? &window : NULL;
    char clock[FORMAT_SIZE];

    if (!zone[0] ||
        format_part(program_language(program), FORMAT_CLOCK,
                    program_wall_us(program), zone, clock, sizeof(clock)) < 0)
        return word_unknown(program, given, ret_text);

    word_known(program, clock, given, ret_text);
    return true;
}
