/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules a key table is held to. */

#include "tui/action.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "tui/stroke.h"

struct reader {
    const struct action_table *tables[2];
    FILE *report;
    int mistakes;
};

static void complain(struct reader *reader, const struct action *action,
                     const char *what)
{
    reader->mistakes++;
    fprintf(reader->report, "action %d (%s): %s\n", action->id,
            action->name ? action->name : "no name", what);
}

/* Prefixes of screen and tmux, signals, and keys that are other keys. */
bool action_stroke_is_taken(uint32_t stroke)
{
    if (stroke == STROKE_F(10) || stroke == STROKE_F(11))
        return true;
    if (!(stroke & STROKE_CTRL))
        return false;

    uint32_t key = stroke & ~(uint32_t)STROKE_CTRL;
    return key > 0x7F || strchr("abchijmz\\[", (int)key);
}

/* A key written wrong makes the list end early: then fewer are found. */
static int words_in(const char *keys)
{
    int words = 0;

    for (const char *at = keys; *at; at++)
        words += *at != ' ' && (at == keys || at[-1] == ' ');
    return words;
}

static int bindings(const struct reader *reader, int scope, uint32_t stroke)
{
    int count = 0;

    for (int t = 0; t < 2; t++)
        for (size_t i = 0; i < reader->tables[t]->count; i++) {
            const struct action *action = &reader->tables[t]->actions[i];
            uint32_t bound;

            for (int n = 0; action->scope == scope &&
                            (bound = action_stroke(action, n)) != STROKE_NONE;
                 n++)
                count += bound == stroke;
        }
    return count;
}

static void look_at_keys(struct reader *reader, const struct action *action)
{
    uint32_t stroke;
    int n = 0;

    for (; (stroke = action_stroke(action, n)) != STROKE_NONE; n++) {
        if (action_stroke_is_taken(stroke))
            complain(reader, action, "its key belongs to somebody else");
        if (bindings(reader, action->scope, stroke) > 1)
            complain(reader, action, "its key is taken in its scope");
    }
    if (n != words_in(action->keys))
        complain(reader, action, "a key that there is not");
}

static int led_to(const struct reader *reader, char letter)
{
    int count = 0;

    for (int t = 0; t < 2; t++)
        for (size_t i = 0; i < reader->tables[t]->count; i++)
            count += reader->tables[t]->actions[i].go_to == letter;
    return count;
}

static void look_at(struct reader *reader, const struct action *action)
{
    if (!action->name || !*action->name)
        complain(reader, action, "no name");
    if (!action->keys) {
        complain(reader, action, "no keys, not even none");
        return;
    }
    look_at_keys(reader, action);
    if (action->kind != ACTION_READ && !action->is_possible)
        complain(reader, action, "never says why it is not possible");
    if (action->kind != ACTION_READ && !action->command)
        complain(reader, action, "a change that no command makes");
    if (action->go_to && led_to(reader, action->go_to) > 1)
        complain(reader, action, "its letter after g is taken");
    if (action->go_to && !islower((unsigned char)action->go_to))
        complain(reader, action, "its letter after g is none");
}

int action_lint(const struct action_table *table, FILE *report)
{
    assert(table && report);
    struct reader reader = { { action_own(), table }, report, 0 };

    for (int t = 0; t < 2; t++)
        for (size_t i = 0; i < reader.tables[t]->count; i++)
            look_at(&reader, &reader.tables[t]->actions[i]);
    return reader.mistakes;
}
