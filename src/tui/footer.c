/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hints by priority, and then in their order. */

#include "tui/footer.h"

#include <assert.h>
#include <string.h>

#include "lang/cells.h"
#include "tui/stroke_word.h"

enum { GAP = 2 };

static void hint_words(const struct style *style, const struct hint *hint,
                       struct safe_text *ret_key, struct safe_text *ret_name)
{
    stroke_word(style, hint->stroke, ret_key);
    safe_text_copy(ret_name, lang_text(style->language, hint->name));
}

static int hint_cells(const struct style *style, const struct hint *hint)
{
    struct safe_text key, name;

    hint_words(style, hint, &key, &name);
    return (int)(cells_count(key.text) + 1 + cells_count(name.text));
}

static struct hint *best_left(struct hint *hints, size_t count)
{
    struct hint *best = NULL;

    for (size_t i = 0; i < count; i++)
        if (hints[i].cells == 0 && hints[i].action->priority > 0 &&
            (!best || hints[i].action->priority > best->action->priority))
            best = &hints[i];
    return best;
}

/* Gives cells to those that fit: one that is too wide ends no line. */
static size_t choose(const struct style *style, int columns, struct hint *hints,
                     size_t count)
{
    int left = columns - 2 + GAP;
    size_t chosen = 0;
    struct hint *best;

    for (size_t i = 0; i < count; i++)
        hints[i] = (struct hint){ hints[i].action, hints[i].name,
                                  hints[i].stroke, -1, 0 };
    while ((best = best_left(hints, count)) != NULL) {
        int cells = hint_cells(style, best);

        if (cells + GAP <= left) {
            left -= cells + GAP;
            best->cells = cells;
            chosen++;
        } else {
            best->cells = -1; /* looked at, and left out */
        }
    }
    return chosen;
}

static int place_one(struct hint *hint, int at)
{
    if (hint->cells <= 0)
        return at;
    hint->column = at;
    return at + hint->cells + GAP;
}

size_t footer_place(const struct style *style, int columns, struct hint *hints,
                    size_t count)
{
    assert(style && (hints || count == 0));
    size_t chosen = choose(style, columns, hints, count);
    int at = 1;

    for (size_t i = 0; i < count; i++)
        if (hints[i].action->id != ACTION_HELP)
            at = place_one(&hints[i], at);
    for (size_t i = 0; i < count; i++) {
        if (hints[i].action->id == ACTION_HELP)
            at = place_one(&hints[i], at);
        if (hints[i].cells < 0)
            hints[i].cells = 0;
    }
    return chosen;
}

void footer_draw(const struct surface *surface, const struct hint *hints,
                 size_t count)
{
    assert(surface && (hints || count == 0));
    for (size_t i = 0; i < count; i++) {
        struct safe_text key, name;
        int column = hints[i].column;

        if (column < 0)
            continue;
        hint_words(surface->style, &hints[i], &key, &name);
        column += surface_text(surface, (struct place){ 0, column, 0, false },
                               LOOK(KEY, 0), &key);
        surface_text(surface, (struct place){ 0, column + 1, 0, false },
                     LOOK(TEXT, 0), &name);
    }
}
