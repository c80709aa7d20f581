/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with two buttons, of which No is the first. */

#include "tui/confirm.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "lang/cells.h"
#include "tui/edit.h"

enum { POPUP_CELLS = 58 };

enum focus { ON_NAME, ON_NO, ON_YES };

struct question {
    struct ui *ui;
    struct confirm confirm;
    struct safe_text lines[CONFIRM_LINES];
    int line_count;
    struct safe_text name;
    struct edit typed;
    enum focus focus;
    int64_t asked_us;
    struct {
        int row, column, cells; /* of the screen, as drawn last */
    } at[ON_YES + 1];
};

static bool is_named(const struct question *question)
{
    return !question->confirm.name ||
           strcmp(question->typed.text, question->name.text) == 0;
}

static void answer(struct question *question, bool is_yes)
{
    struct confirm confirm = question->confirm;

    ui_close(question->ui, question);
    confirm.answer(confirm.arg, is_yes);
}

static void press(struct question *question)
{
    if (question->focus == ON_NAME)
        question->focus = ON_NO;
    else if (question->focus == ON_NO)
        answer(question, false);
    else if (is_named(question))
        answer(question, true);
}

static void move(struct question *question, int by)
{
    int first = question->confirm.name ? ON_NAME : ON_NO;
    int count = ON_YES - first + 1;
    int at = (int)question->focus - first;

    question->focus = (enum focus)(first + (at + by + count) % count);
}

/* y and n answer where nothing is typed. */
static bool press_letter(struct question *question, uint32_t stroke)
{
    if (question->confirm.name)
        return false;
    if (stroke == 'y' || stroke == 'n')
        answer(question, stroke == 'y');
    return stroke == 'y' || stroke == 'n';
}

static bool take_stroke(struct question *question, uint32_t stroke)
{
    switch (stroke) {
    case STROKE_TAB:
    case STROKE_DOWN:
    case STROKE_RIGHT:
        move(question, 1);
        return true;
    case STROKE_BACK_TAB:
    case STROKE_UP:
    case STROKE_LEFT:
        move(question, -1);
        return true;
    case STROKE_ENTER:
    case ' ':
        press(question);
        return true;
    default:
        return press_letter(question, stroke);
    }
}

static bool is_at(const struct question *question, enum focus focus, int row,
                  int column)
{
    return row == question->at[focus].row &&
           column >= question->at[focus].column &&
           column < question->at[focus].column + question->at[focus].cells;
}

/* A click presses a button, but only where it began, too. */
static bool click(struct question *question, const struct input *input)
{
    int first = question->confirm.name ? ON_NAME : ON_NO;

    for (int i = first; i <= ON_YES; i++) {
        enum focus focus = (enum focus)i;

        if (!is_at(question, focus, input->row, input->column) ||
            !is_at(question, focus, input->pressed_row, input->pressed_column))
            continue;
        question->focus = focus;
        if (focus != ON_NAME)
            press(question);
        return true;
    }
    return false;
}

static bool question_input(void *state, const struct input *input)
{
    struct question *question = state;

    if (ui_now_us(question->ui) - question->asked_us < CONFIRM_DEAF_US)
        return true;
    if (input->kind == INPUT_CLICK)
        return click(question, input);
    if (question->focus == ON_NAME && input->stroke != STROKE_ENTER &&
        edit_input(&question->typed, input))
        return true;
    return input->kind == INPUT_STROKE && take_stroke(question, input->stroke);
}

/* Esc, q and Ctrl-C are No. */
static bool question_leave(void *state)
{
    struct question *question = state;

    if (ui_now_us(question->ui) - question->asked_us >= CONFIRM_DEAF_US)
        answer(question, false);
    return true;
}

static void note_place(struct question *question, enum focus focus,
                       const struct surface *surface, struct place place)
{
    question->at[focus].row = surface->top + place.row;
    question->at[focus].column = surface->left + place.column;
    question->at[focus].cells = place.cells;
}

/* @return the column behind it */
static int draw_button(struct question *question, const struct surface *surface,
                       struct place place, enum focus focus)
{
    const char *msgid = focus == ON_NO ? N_("No") : question->confirm.yes;
    bool has_focus = question->focus == focus;
    struct safe_text text;

    safe_text_format(&text, "[ %s ]", surface_say(surface, msgid));
    place.cells = surface_text(surface, place,
                               LOOK(TEXT, has_focus ? LOOK_REVERSE : 0), &text);
    note_place(question, focus, surface, place);
    if (has_focus)
        surface_cursor(surface, place.row, place.column + 2, true);
    return place.column + place.cells + 4;
}

static int draw_name(struct question *question, const struct surface *surface,
                     int row)
{
    surface_label(surface, (struct place){ row, 1, 0, false }, LOOK(TEXT, 0),
                  N_("Type the name to go on:"));
    surface_text(surface, (struct place){ row + 1, 1, 0, false },
                 LOOK(TITLE, 0), &question->name);
    surface_glyph(surface, row + 2, 1, LOOK(TEXT, 0), GLYPH_OPEN_FIELD);
    const struct place place = { row + 2, 3, surface->columns - 6, false };

    note_place(question, ON_NAME, surface, place);
    edit_draw(&question->typed, surface, place,
              (struct edit_manner){ LOOK(FIELD, 0), question->focus == ON_NAME,
                                    false });
    surface_glyph(surface, row + 2, surface->columns - 2, LOOK(TEXT, 0),
                  GLYPH_CLOSE_FIELD);
    return row + 4;
}

static void question_draw(void *state, const struct surface *surface)
{
    struct question *question = state;
    int row = 0;

    for (; row < question->line_count; row++)
        surface_text(surface, (struct place){ row, 1, 0, false }, LOOK(TEXT, 0),
                     &question->lines[row]);
    row++;
    if (question->confirm.name)
        row = draw_name(question, surface, row);
    struct place place = { row, 1, 0, false };

    place.column = draw_button(question, surface, place, ON_NO);
    place.column = draw_button(question, surface, place, ON_YES);
    if (!is_named(question))
        surface_label(surface, place, LOOK(DIM, 0),
                      N_("not ready: the name differs"));
}

static void question_size(const void *state, int *ret_rows, int *ret_columns)
{
    const struct question *question = state;

    *ret_rows = question->line_count + 2 + (question->confirm.name ? 4 : 0);
    *ret_columns = POPUP_CELLS;
    for (int i = 0; i < question->line_count; i++) {
        int cells = (int)cells_count(question->lines[i].text) + 2;

        if (cells > *ret_columns)
            *ret_columns = cells;
    }
}

static void question_titles(const void *state, const struct style *style,
                            struct safe_text *ret_left,
                            struct safe_text *ret_right)
{
    const struct question *question = state;

    safe_text_format(ret_left, "%s %s", glyph_text(style->tier, GLYPH_CRIT),
                     lang_text(style->language, question->confirm.title));
    if (question->confirm.name)
        safe_text_copy(ret_right,
                       lang_text(style->language, N_("cannot be undone")));
}

static bool question_is_typing(const void *state)
{
    const struct question *question = state;

    return question->focus == ON_NAME;
}

static const struct view_kind question_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter presses   Esc is No"),
    .draw = question_draw,
    .input = question_input,
    .is_typing = question_is_typing,
    .leave = question_leave,
    .size = question_size,
    .titles = question_titles,
    .free = free,
};

int confirm_push(struct ui *ui, const struct confirm *confirm)
{
    assert(ui && confirm && confirm->title && confirm->yes && confirm->answer);
    struct question *question = calloc(1, sizeof(*question));

    if (!question)
        return -ENOMEM;
    question->ui = ui;
    question->confirm = *confirm;
    question->asked_us = ui_now_us(ui);
    question->focus = confirm->name ? ON_NAME : ON_NO;
    safe_text_copy(&question->name, confirm->name);
    while (question->line_count < CONFIRM_LINES &&
           confirm->lines[question->line_count]) {
        int n = question->line_count++;

        safe_text_copy(&question->lines[n],
                       lang_text(ui_style(ui)->language, confirm->lines[n]));
    }
    return ui_push(ui, &question_kind, question);
}
