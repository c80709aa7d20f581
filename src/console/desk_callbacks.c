/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the agent is to call back before the day is over, the first ones. */

#include "base/mark.h"
#include "console/callbacks_inside.h"
#include "console/desk_idle.h"
#include "console/naming.h"
#include "console/show.h"
#include "console/word.h"

enum { SHOWN = 3, CLOCK = 1, WHO = 8, NUMBER = 28, QUEUE = 46, ABOUT = 59 };

static const int64_t AHEAD_US = INT64_C(43200000000); /* half a day */

static bool is_due(const struct program *program,
                   const struct topic_callbacks *callback)
{
    return callback->agent_id == program_me(program)->agent_id &&
           callback->state < CALLBACK_REACHED &&
           callback->due_us < program_wall_us(program) + AHEAD_US;
}

/* The next one behind a moment and a number; NULL: there is none. */
static const struct topic_callbacks *next_due(const struct program *program,
                                              const struct topic_callbacks *at)
{
    const struct replica *rows = program_rows(program);
    const struct topic_callbacks *next = NULL;

    for (size_t i = 0; i < replica_count(rows, TOPIC_CALLBACKS); i++) {
        const struct topic_callbacks *row =
            replica_at(rows, TOPIC_CALLBACKS, i)->fields;

        if (!is_due(program, row) ||
            (at && (row->due_us < at->due_us ||
                    (row->due_us == at->due_us &&
                     row->callback_id <= at->callback_id))))
            continue;
        if (!next || row->due_us < next->due_us)
            next = row;
    }
    return next;
}

static size_t count_due(const struct program *program)
{
    size_t count = 0;

    for (const struct topic_callbacks *row = next_due(program, NULL); row;
         row = next_due(program, row))
        count++;
    return count;
}

static void draw_one(const struct program *program,
                     const struct topic_callbacks *callback,
                     const struct surface *surface, int row)
{
    bool is_late = callback->due_us > 0 && /* 0: in line, or called */
                   callback->due_us <= program_wall_us(program);
    struct look look = is_late ? LOOK(WARN, 0) : LOOK(TEXT, 0);
    char text[WORD_TIME_SIZE];
    struct safe_text safe;

    if (is_late)
        surface_glyph(surface, row, 0, look, GLYPH_WARN);
    word_clock(callback->due_us, true, text);
    surface_words(surface, (struct place){ row, CLOCK, 6, false }, look,
                  callback->due_us > 0 ? text
                                       : surface_say(surface, N_("now")));
    callbacks_word_who(program, callback, &safe);
    surface_text(surface, (struct place){ row, WHO, NUMBER - WHO - 1, false },
                 look, &safe);
    callbacks_word_number(program, callback, &safe);
    surface_text(surface,
                 (struct place){ row, NUMBER, QUEUE - NUMBER - 1, false },
                 LOOK(TEXT, 0), &safe);
    naming_queue(program, callback->queue_id, &callback->queue, &safe);
    surface_text(surface,
                 (struct place){ row, QUEUE, ABOUT - QUEUE - 1, false },
                 LOOK(DIM, 0), &safe);
    safe_text_copy(&safe, callback->note.text);
    surface_text(surface, (struct place){ row, ABOUT, 0, false }, LOOK(DIM, 0),
                 &safe);
}

int desk_callbacks_draw(const struct desk *desk, const struct surface *surface,
                        int row)
{
    const struct program *program = desk->program;
    const struct topic_callbacks *callback = next_due(program, NULL);
    struct safe_text count, right;

    if (!callback)
        return row;

    show_count(surface->style, (int64_t)count_due(program), &count);
    /* TRANSLATORS: so many callbacks; g b is what is typed */
    safe_text_format(&right, surface_say(surface, N_("%s, g b lists them")),
                     count.text);
    surface_rule(surface, row++, surface_say(surface, N_("Callbacks due")),
                 right.text);
    for (int i = 0; i < SHOWN && callback; i++) {
        draw_one(program, callback, surface, row++);
        callback = next_due(program, callback);
    }
    return row + 1;
}
