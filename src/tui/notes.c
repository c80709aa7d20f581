/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text, what changes it, and the way back. */

#include "tui/notes_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "lang/cells.h"
#include "tui/utf8.h"

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

static bool take_stroke(struct notes *notes, uint32_t stroke)
{
    size_t before = notes_previous_letter(notes, notes->cursor);
    size_t after = notes_next_letter(notes, notes->cursor);

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
        notes_move_end(notes, stroke == STROKE_END);
        return true;
    case STROKE_UP:
    case STROKE_DOWN:
        return notes_move_row(notes, stroke == STROKE_DOWN ? 1 : -1);
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
