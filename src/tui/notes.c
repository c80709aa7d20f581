/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text; its lines are found anew at each drawing. */

#include "tui/notes.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "lang/cells.h"
#include "tui/utf8.h"

enum { UNDO_STEPS = 64 };

/* A change: these bytes took the place of those. Kept as what was there. */
struct step {
    size_t at;
    size_t added;   /* bytes put in */
    size_t removed; /* bytes taken out, in old */
    char *old;
};

struct notes {
    char text[NOTES_SIZE];
    size_t length;
    size_t cursor;
    int columns; /* as drawn last */
    int top;
    struct step steps[UNDO_STEPS];
    int step_count;
};

/* A piece of the text that is one row: [from, to), next begins the next. */
struct row {
    size_t from, to, next;
};

int notes_new(struct notes **ret_notes)
{
    assert(ret_notes);
    struct notes *notes = calloc(1, sizeof(*notes));

    if (!notes)
        return -ENOMEM;
    notes->columns = 80;
    *ret_notes = notes;
    return 0;
}

static void forget_steps(struct notes *notes)
{
    while (notes->step_count > 0)
        free(notes->steps[--notes->step_count].old);
}

struct notes *notes_free(struct notes *notes)
{
    if (notes)
        forget_steps(notes);
    free(notes);
    return NULL;
}

const char *notes_text(const struct notes *notes)
{
    return notes->text;
}

/* Each line by itself, so that the ends of lines stay. Bytes written. */
static size_t clean(const char *bytes, size_t length, char *ret_text,
                    size_t size)
{
    size_t written = 0;

    for (size_t at = 0; at < length && written + 1 < size; at++) {
        const char *line = bytes + at;
        const char *end = memchr(line, '\n', length - at);
        size_t line_length = end ? (size_t)(end - line) : length - at;

        written +=
            text_safe(line, line_length, ret_text + written, size - written);
        at += line_length;
        if (end && written + 1 < size)
            ret_text[written++] = '\n';
    }
    ret_text[written] = '\0';
    return written;
}

void notes_set(struct notes *notes, const char *text)
{
    assert(notes && text);

    forget_steps(notes);
    notes->length = clean(text, strlen(text), notes->text, sizeof(notes->text));
    notes->cursor = notes->length;
}

/* Remembers what a change takes away; without memory it cannot be undone. */
static void remember(struct notes *notes, size_t at, size_t removed,
                     size_t added)
{
    char *old = malloc(removed + 1);

    if (!old) {
        forget_steps(notes);
        return;
    }
    memcpy(old, notes->text + at, removed);
    if (notes->step_count == UNDO_STEPS) {
        free(notes->steps[0].old);
        memmove(notes->steps, notes->steps + 1,
                (UNDO_STEPS - 1) * sizeof(notes->steps[0]));
        notes->step_count--;
    }
    notes->steps[notes->step_count++] =
        (struct step){ at, added, removed, old };
}

static void replace(struct notes *notes, size_t at, size_t removed,
                    const char *bytes, size_t added)
{
    memmove(notes->text + at + added, notes->text + at + removed,
            notes->length - at - removed + 1);
    memcpy(notes->text + at, bytes, added);
    notes->length = notes->length - removed + added;
    notes->cursor = at + added;
}

static void change(struct notes *notes, size_t at, size_t removed,
                   const char *bytes, size_t added)
{
    if (notes->length - removed + added >= sizeof(notes->text))
        return;
    remember(notes, at, removed, added);
    replace(notes, at, removed, bytes, added);
}

static void undo(struct notes *notes)
{
    if (notes->step_count == 0)
        return;

    struct step *step = &notes->steps[--notes->step_count];
    replace(notes, step->at, step->added, step->old, step->removed);
    free(step->old);
}

static void insert(struct notes *notes, const char *bytes, size_t length)
{
    char text[NOTES_SIZE];

    change(notes, notes->cursor, 0, text,
           clean(bytes, length, text, sizeof(text)));
}

static size_t next_letter(const struct notes *notes, size_t at)
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

static size_t previous_letter(const struct notes *notes, size_t end)
{
    size_t at = 0, next;

    while ((next = next_letter(notes, at)) < end)
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
        fits = fits > 0 ? fits : next_letter(notes, from) - from;
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

static bool move_row(struct notes *notes, int by)
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

static void move_end(struct notes *notes, bool to_end)
{
    int number;
    struct row row = row_of(notes, notes->cursor, &number);

    notes->cursor = to_end ? row.to : row.from;
}

static bool take_stroke(struct notes *notes, uint32_t stroke)
{
    size_t before = previous_letter(notes, notes->cursor);
    size_t after = next_letter(notes, notes->cursor);

    switch (stroke) {
    case STROKE_ENTER:
        insert(notes, "\n", 1);
        return true;
    case STROKE_BACKSPACE:
        if (notes->cursor > 0)
            change(notes, before, notes->cursor - before, "", 0);
        return true;
    case STROKE_DELETE:
        change(notes, notes->cursor, after - notes->cursor, "", 0);
        return true;
    case STROKE_CTRL | 'z':
        undo(notes);
        return true;
    case STROKE_LEFT:
        notes->cursor = notes->cursor > 0 ? before : 0;
        return true;
    case STROKE_RIGHT:
        notes->cursor = after;
        return true;
    case STROKE_HOME:
    case STROKE_END:
        move_end(notes, stroke == STROKE_END);
        return true;
    case STROKE_UP:
    case STROKE_DOWN:
        return move_row(notes, stroke == STROKE_DOWN ? 1 : -1);
    default:
        return false;
    }
}

bool notes_input(struct notes *notes, const struct input *input)
{
    assert(notes && input);
    if (input->kind == INPUT_PASTE) {
        insert(notes, input->paste, input->length);
        return true;
    }
    if (input->kind != INPUT_STROKE)
        return false;
    if (stroke_is_text(input->stroke)) {
        char bytes[4];

        insert(notes, bytes, utf8_write((int32_t)input->stroke, bytes));
        return true;
    }
    return take_stroke(notes, input->stroke);
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
