/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves by whole letters: a mark goes with what it sits on. */

#include "tui/edit.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "lang/cells.h"
#include "tui/utf8.h"

void edit_set(struct edit *edit, const char *text)
{
    assert(edit && text);
    struct safe_text clean;

    safe_text_copy(&clean, text);
    edit->length = strlen(clean.text);
    memcpy(edit->text, clean.text, edit->length + 1);
    edit->cursor = edit->length;
}

/* Bytes of the letter at a place, its marks included. */
static size_t letter_at(const struct edit *edit, size_t at)
{
    size_t all = 0, used;

    while (at + all < edit->length) {
        int32_t point =
            text_decode(edit->text + at + all, edit->length - at - all, &used);
        if (all > 0 && cells_of_point(point) > 0)
            break;
        all += used;
    }
    return all;
}

static size_t letter_before(const struct edit *edit, size_t end)
{
    size_t at = 0, last = 0;

    while (at < end) {
        last = letter_at(edit, at);
        at += last;
    }
    return last;
}

static void cut(struct edit *edit, size_t from, size_t to)
{
    memmove(edit->text + from, edit->text + to, edit->length - to + 1);
    edit->length -= to - from;
    edit->cursor = from;
}

static void insert(struct edit *edit, const char *bytes, size_t length)
{
    struct safe_text clean;

    safe_text_set(&clean, bytes, length);
    length = strlen(clean.text);
    if (edit->length + length >= sizeof(edit->text) ||
        cells_count(edit->text) + cells_count(clean.text) > SAFE_TEXT_CELLS)
        return;

    memmove(edit->text + edit->cursor + length, edit->text + edit->cursor,
            edit->length - edit->cursor + 1);
    memcpy(edit->text + edit->cursor, clean.text, length);
    edit->length += length;
    edit->cursor += length;
}

static void cut_word(struct edit *edit)
{
    size_t from = edit->cursor;

    while (from > 0 && edit->text[from - 1] == ' ')
        from--;
    while (from > 0 && edit->text[from - 1] != ' ')
        from--;
    cut(edit, from, edit->cursor);
}

/* The keys that change the text; false: it is another. */
static bool change(struct edit *edit, uint32_t stroke)
{
    switch (stroke) {
    case STROKE_BACKSPACE:
        cut(edit, edit->cursor - letter_before(edit, edit->cursor),
            edit->cursor);
        return true;
    case STROKE_DELETE:
        cut(edit, edit->cursor, edit->cursor + letter_at(edit, edit->cursor));
        return true;
    case STROKE_CTRL | 'u':
        cut(edit, 0, edit->cursor);
        return true;
    case STROKE_CTRL | 'w':
        cut_word(edit);
        return true;
    default:
        return false;
    }
}

static bool move(struct edit *edit, uint32_t stroke)
{
    switch (stroke) {
    case STROKE_LEFT:
        edit->cursor -= letter_before(edit, edit->cursor);
        return true;
    case STROKE_RIGHT:
        edit->cursor += letter_at(edit, edit->cursor);
        return true;
    case STROKE_HOME:
        edit->cursor = 0;
        return true;
    case STROKE_END:
        edit->cursor = edit->length;
        return true;
    default:
        return false;
    }
}

bool edit_input(struct edit *edit, const struct input *input)
{
    assert(edit && input);
    if (input->kind == INPUT_PASTE) {
        insert(edit, input->paste, input->length);
        return true;
    }
    if (input->kind != INPUT_STROKE)
        return false;
    if (stroke_is_text(input->stroke)) {
        char bytes[4];

        insert(edit, bytes, utf8_write((int32_t)input->stroke, bytes));
        return true;
    }
    return change(edit, input->stroke) || move(edit, input->stroke);
}

/* Where drawing begins, so that the cursor is in sight. */
static size_t first_shown(const struct edit *edit, size_t cells)
{
    char before[SAFE_TEXT_SIZE];
    size_t from = 0;

    memcpy(before, edit->text, edit->cursor);
    before[edit->cursor] = '\0';
    while (cells_count(before + from) >= cells && from < edit->cursor)
        from += letter_at(edit, from);
    return from;
}

/* As many bullets as letters: what is typed, never what is stored. */
static void draw_secret(const struct edit *edit, const struct surface *surface,
                        struct place place, struct edit_manner manner)
{
    int letters = 0;

    for (size_t at = 0; at < edit->length; at += letter_at(edit, at))
        letters++;
    if (letters > place.cells - 1)
        letters = place.cells - 1;
    surface_repeat(surface,
                   (struct place){ place.row, place.column, letters, false },
                   manner.look, GLYPH_BULLET);
    if (manner.has_focus)
        surface_cursor(surface, place.row, place.column + letters, true);
}

void edit_draw(const struct edit *edit, const struct surface *surface,
               struct place place, struct edit_manner manner)
{
    assert(edit && surface);
    if (place.cells < 1)
        return;
    if (manner.is_secret) {
        draw_secret(edit, surface, place, manner);
        return;
    }

    size_t from = manner.has_focus ? first_shown(edit, (size_t)place.cells) : 0;
    char shown[SAFE_TEXT_SIZE];
    size_t length = cells_cut(edit->text + from, (size_t)place.cells);

    memcpy(shown, edit->text + from, length);
    shown[length] = '\0';
    surface_words(surface, place, manner.look, shown);
    if (!manner.has_focus)
        return;
    shown[edit->cursor - from] = '\0';
    surface_cursor(surface, place.row, place.column + (int)cells_count(shown),
                   true);
}
