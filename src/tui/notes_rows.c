/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a text, which are found anew at each drawing. */

#include "tui/notes_inside.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "lang/cells.h"

/* A piece of the text that is one row: [from, to), next begins the next. */
struct row {
    size_t from, to, next;
};

size_t notes_next_letter(const struct notes *notes, size_t at)
{
    size_t all = 0, used;

    while (at + all < notes->length) {
        int32_t point = text_decode(notes->text + at + all,
                                    notes->length - at - all, &used);
        if (all > 0 && cells_of_point(point) > 0)
            break;
        all += used;
    }
    return at + all;
}

size_t notes_previous_letter(const struct notes *notes, size_t end)
{
    size_t at = 0, next;

    while ((next = notes_next_letter(notes, at)) < end)
        at = next;
    return at;
}

/* The row that begins here: to the end of its line, or the last word. */
static struct row row_from(const struct notes *notes, size_t from, int columns)
{
    const char *text = notes->text + from;
    size_t line = strcspn(text, "\n");
    char copy[NOTES_SIZE];

    memcpy(copy, text, line);
    copy[line] = '\0';
    size_t fits = cells_cut(copy, (size_t)columns);
    if (fits == line)
        return (struct row){ from, from + line,
                             from + line + (text[line] == '\n') };

    size_t word = fits;
    while (word > 0 && copy[word] != ' ')
        word--;
    if (word == 0) { /* one word, wider than all */
        fits = fits > 0 ? fits : notes_next_letter(notes, from) - from;
        return (struct row){ from, from + fits, from + fits };
    }
    return (struct row){ from, from + word, from + word + 1 };
}

/* Whether the cursor stands on a row; at a soft end on the next. */
static bool holds(const struct notes *notes, const struct row *row, size_t at)
{
    return at >= row->from && (at < row->next || (at == notes->length &&
                                                  row->next == notes->length &&
                                                  (row->next == row->to)));
}

static struct row row_of(const struct notes *notes, size_t at, int *ret_number)
{
    struct row row = row_from(notes, 0, notes->columns);

    *ret_number = 0;
    while (!holds(notes, &row, at)) {
        row = row_from(notes, row.next, notes->columns);
        (*ret_number)++;
    }
    return row;
}

static size_t cells_between(const struct notes *notes, size_t from, size_t to)
{
    char copy[NOTES_SIZE];

    memcpy(copy, notes->text + from, to - from);
    copy[to - from] = '\0';
    return cells_count(copy);
}

/* The place in a row that many cells from its beginning. */
static size_t place_in(const struct notes *notes, const struct row *row,
                       size_t cells)
{
    char copy[NOTES_SIZE];

    memcpy(copy, notes->text + row->from, row->to - row->from);
    copy[row->to - row->from] = '\0';
    return row->from + cells_cut(copy, cells);
}

bool notes_move_row(struct notes *notes, int by)
{
    int number;
    struct row here = row_of(notes, notes->cursor, &number);
    size_t cells = cells_between(notes, here.from, notes->cursor);
    struct row row;

    if (by > 0) {
        if (here.next == here.to) /* the last has nothing behind it */
            if (here.next >= notes->length)
                return false;
        row = row_from(notes, here.next, notes->columns);
    } else {
        if (number == 0)
            return false;
        row = row_of(notes, here.from - 1, &number);
        if (row.from == here.from)
            return false;
    }
    notes->cursor = place_in(notes, &row, cells);
    return true;
}

void notes_move_end(struct notes *notes, bool to_end)
{
    int number;
    struct row row = row_of(notes, notes->cursor, &number);

    notes->cursor = to_end ? row.to : row.from;
}

int notes_rows(const struct notes *notes, int columns)
{
    assert(notes && columns > 0);
    struct row row = row_from(notes, 0, columns);
    int rows = 1;

    while (row.next < notes->length || row.next != row.to) {
        row = row_from(notes, row.next, columns);
        rows++;
    }
    return rows;
}

static void draw_row(const struct notes *notes, const struct surface *surface,
                     int number, const struct row *row)
{
    char copy[NOTES_SIZE];

    memcpy(copy, notes->text + row->from, row->to - row->from);
    copy[row->to - row->from] = '\0';
    surface_words(surface, (struct place){ number, 0, 0, false }, LOOK(TEXT, 0),
                  copy);
}

void notes_draw(struct notes *notes, const struct surface *surface,
                bool has_focus)
{
    assert(notes && surface);
    int at, number = 0;

    if (surface->columns < 2 || surface->rows < 1)
        return;
    notes->columns = surface->columns - 1; /* the cursor has room behind */
    struct row here = row_of(notes, notes->cursor, &at);
    if (at < notes->top)
        notes->top = at;
    if (at >= notes->top + surface->rows)
        notes->top = at - surface->rows + 1;

    struct row row = row_from(notes, 0, notes->columns);
    for (;; number++) {
        if (number >= notes->top && number < notes->top + surface->rows)
            draw_row(notes, surface, number - notes->top, &row);
        if (row.next >= notes->length && row.next == row.to)
            break;
        row = row_from(notes, row.next, notes->columns);
    }
    if (has_focus)
        surface_cursor(surface, at - notes->top,
                       (int)cells_between(notes, here.from, notes->cursor),
                       true);
}
