/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a condition: moved through, changed, and typed. */

#include "console/condition_builder.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/condition_rows.h"
#include "console/key.h"
#include "console/prose.h"
#include "core/condition.h"
#include "tui/edit.h"

enum { TEXT_ROWS = 3, HELP_ROWS = 7, INDENT = 3, FACT_CELLS = 26 };

struct builder {
    struct program *program;
    struct condition_rows rows;
    int selected, top;
    bool is_typing; /* the selected part */
    bool is_new;    /* ... which goes again when nothing comes of it */
    bool is_dirty;
    struct edit edit;
    struct safe_text error;
    void (*taken)(void *owner, const char *text);
    void *owner;
};

static struct condition_row *selected(struct builder *builder)
{
    return &builder->rows.rows[builder->selected];
}

static void say_full(struct builder *builder)
{
    ui_say(
        builder->program->ui, SEVERITY_WARNING, "%s",
        program_text(builder->program, N_("No more fits into a condition.")));
}

/* Typing. */

static void type(struct builder *builder, bool is_new)
{
    builder->is_typing = true;
    builder->is_new = is_new;
    safe_text_copy(&builder->error, "");
    edit_set(&builder->edit, selected(builder)->text);
}

/* Where a mistake is, as people count, and the cursor goes there. */
static void complain(struct builder *builder,
                     const struct condition_mistake *mistake)
{
    size_t at =
        mistake->at < builder->edit.length ? mistake->at : builder->edit.length;

    builder->edit.cursor = at;
    safe_text_format(&builder->error,
                     program_text(builder->program, N_("Character %zu: %s")),
                     at + 1, program_text(builder->program, mistake->says));
}

/* A part that is a group becomes one. */
static void keep(struct builder *builder)
{
    struct condition_mistake mistake = { 0, NULL };
    int rc = condition_rows_set(&builder->rows, builder->selected,
                                builder->edit.text, &mistake);

    if (rc == -EINVAL) {
        complain(builder, &mistake);
        return;
    }
    if (rc < 0) {
        say_full(builder);
        return;
    }
    builder->is_typing = false;
    builder->is_dirty = true;
}

static void give_up(struct builder *builder)
{
    builder->is_typing = false;
    if (!builder->is_new)
        return;
    condition_rows_remove(&builder->rows, builder->selected);
    builder->selected -= builder->selected > 0;
}

/* The word before the cursor. */
static size_t word_begin(const struct edit *edit)
{
    size_t begin = edit->cursor;

    while (begin > 0 && (isalnum((unsigned char)edit->text[begin - 1]) ||
                         strchr("_.", edit->text[begin - 1])))
        begin--;
    return begin;
}

static void spell_fact(const struct fact_info *info,
                       char ret_text[SAFE_TEXT_SIZE])
{
    const char *about = info->about == ABOUT_FIELD     ? ".NAME"
                        : info->about == ABOUT_NOTHING ? ""
                        : info->about == ABOUT_SHARE   ? "(30)"
                        : info->about == ABOUT_DAYS    ? "(7)"
                                                       : "(NAME)";

    snprintf(ret_text, SAFE_TEXT_SIZE, "%s%s%s%s", info->head, about,
             info->field[0] ? "." : "", info->field);
}

/* The n-th fact that begins with what is typed; NULL: there are fewer. */
static const struct fact_info *match(const struct builder *builder, int n)
{
    size_t begin = word_begin(&builder->edit);
    size_t length = builder->edit.cursor - begin;

    for (int i = 0; i < FACT_COUNT; i++) {
        const struct fact_info *info = fact_info((enum fact)i);

        if (strncmp(info->head, builder->edit.text + begin, length) == 0 &&
            n-- == 0)
            return info;
    }
    return NULL;
}

static void complete(struct builder *builder)
{
    const struct fact_info *info = match(builder, 0);
    struct edit *edit = &builder->edit;
    size_t begin = word_begin(edit);
    char fact[SAFE_TEXT_SIZE], text[2 * SAFE_TEXT_SIZE];

    if (!info)
        return;
    spell_fact(info, fact);
    snprintf(text, sizeof(text), "%.*s%s%s", (int)begin, edit->text, fact,
             edit->text + edit->cursor);
    edit_set(edit, text);
    edit->cursor = begin + strlen(fact) < edit->length ? begin + strlen(fact)
                                                       : edit->length;
}

/* What keys do. */

static void add(struct builder *builder, enum condition_row_kind kind)
{
    int at = condition_rows_add(&builder->rows, builder->selected, kind, "");

    if (at < 0) {
        say_full(builder);
        return;
    }
    builder->selected = at;
    builder->is_dirty = true;
    if (kind == CONDITION_ROW_PART)
        type(builder, true);
}

static void toggle(struct builder *builder)
{
    struct condition_row *row = selected(builder);

    if (row->kind == CONDITION_ROW_PART)
        return;
    row->kind =
        row->kind == CONDITION_ROW_ALL ? CONDITION_ROW_ANY : CONDITION_ROW_ALL;
    builder->is_dirty = true;
}

static void remove_selected(struct builder *builder)
{
    condition_rows_remove(&builder->rows, builder->selected);
    if (builder->selected >= builder->rows.count)
        builder->selected = builder->rows.count - 1;
    builder->is_dirty = true;
}

static void take(struct builder *builder)
{
    char text[CONDITION_MAX_LENGTH + 1];

    if (condition_rows_print(&builder->rows, text) < 0) {
        say_full(builder);
        return;
    }
    builder->taken(builder->owner, text);
    ui_close(builder->program->ui, builder);
}

/* Of the part that is typed. */
static bool run_typing(struct builder *builder, int action)
{
    if (!builder->is_typing)
        return false;
    if (action == DO_PART_KEEP)
        keep(builder);
    else if (action == DO_PART_COMPLETE)
        complete(builder);
    else if (action == DO_PART_LEAVE)
        give_up(builder);
    else
        return false;
    return true;
}

static bool builder_run(void *state, int action)
{
    struct builder *builder = state;

    switch (action) {
    case DO_CONDITION_ADD:
        add(builder, CONDITION_ROW_PART);
        return true;
    case DO_CONDITION_GROUP:
        add(builder, CONDITION_ROW_ANY);
        return true;
    case DO_CONDITION_EDIT:
        if (selected(builder)->kind == CONDITION_ROW_PART)
            type(builder, false);
        else
            toggle(builder);
        return true;
    case DO_CONDITION_TOGGLE:
        toggle(builder);
        return true;
    case DO_CONDITION_NOT:
        selected(builder)->is_not = !selected(builder)->is_not;
        builder->is_dirty = true;
        return true;
    case DO_CONDITION_DROP:
        remove_selected(builder);
        return true;
    case DO_CONDITION_TAKE:
        take(builder);
        return true;
    default:
        return run_typing(builder, action);
    }
}

static bool builder_input(void *state, const struct input *input)
{
    struct builder *builder = state;
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;

    if (builder->is_typing)
        return edit_input(&builder->edit, input);
    if ((stroke == STROKE_UP || stroke == 'k') && builder->selected > 0)
        builder->selected--;
    else if ((stroke == STROKE_DOWN || stroke == 'j') &&
             builder->selected < builder->rows.count - 1)
        builder->selected++;
    else
        return false;
    return true;
}

static bool builder_leave(void *state)
{
    struct builder *builder = state;

    if (!builder->is_typing)
        return false;
    give_up(builder);
    return true;
}

static bool builder_is_typing(const void *state)
{
    return ((const struct builder *)state)->is_typing;
}

/* Drawing. */

static const char *title_of(const struct condition_row *row)
{
    if (row->kind == CONDITION_ROW_ALL)
        return row->is_not ? N_("not all of") : N_("all of");

    return row->is_not ? N_("none of") : N_("any of");
}

static void draw_row(struct builder *builder, const struct surface *surface,
                     int at, int number)
{
    const struct condition_row *row = &builder->rows.rows[number];
    bool is_here = number == builder->selected;
    int column = 2 + INDENT * row->depth;
    struct place place = { at, column, 0, false };
    struct safe_text text;

    if (is_here) {
        surface_glyph(surface, at, 0, LOOK(TITLE, 0), GLYPH_FOCUS);
        surface_cursor(surface, at, column, false);
    }
    if (row->kind != CONDITION_ROW_PART) {
        surface_label(surface, place, LOOK(TITLE, 0), title_of(row));
        return;
    }
    if (row->is_not)
        place.column +=
            1 + surface_label(surface, place, LOOK(TITLE, 0), N_("not"));
    if (is_here && builder->is_typing) {
        place.cells = surface->columns - place.column - 1;
        edit_draw(&builder->edit, surface, place,
                  (struct edit_manner){ LOOK(FIELD, 0), true, false });
        return;
    }
    safe_text_copy(&text, row->text);
    surface_text(surface, place, LOOK(TEXT, 0), &text);
}

static void draw_rows(struct builder *builder, const struct surface *surface)
{
    if (builder->selected < builder->top)
        builder->top = builder->selected;
    if (builder->selected >= builder->top + surface->rows)
        builder->top = builder->selected + 1 - surface->rows;
    for (int i = 0; i < surface->rows && builder->top + i < builder->rows.count;
         i++)
        draw_row(builder, surface, i, builder->top + i);
}

/* Which facts begin so, and what they are. */
static void draw_facts(const struct builder *builder,
                       const struct surface *surface)
{
    const struct fact_info *info;
    struct safe_text text;
    char fact[SAFE_TEXT_SIZE];

    if (builder->error.text[0])
        surface_text(surface, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                     &builder->error);
    for (int n = 0; n < surface->rows - 1 && (info = match(builder, n)); n++) {
        spell_fact(info, fact);
        safe_text_copy(&text, fact);
        surface_text(surface, (struct place){ n + 1, 1, FACT_CELLS, false },
                     LOOK(TITLE, 0), &text);
        surface_label(surface,
                      (struct place){ n + 1, 2 + FACT_CELLS, 0, false },
                      LOOK(DIM, 0), info->doc);
    }
}

/* The other view of the same tree. */
static void draw_text(const struct builder *builder,
                      const struct surface *surface)
{
    char text[CONDITION_MAX_LENGTH + 1];
    struct surface words =
        surface_part(surface, 0, 1, surface->rows, surface->columns - 2);

    if (condition_rows_print(&builder->rows, text) < 0)
        surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                      N_("No more fits into a condition."));
    else
        prose_draw(&words, LOOK(DIM, 0),
                   text[0] ? text : surface_say(surface, N_("always")));
}

static void builder_draw(void *state, const struct surface *surface)
{
    struct builder *builder = state;
    int low = builder->is_typing ? HELP_ROWS : TEXT_ROWS;
    int rows = surface->rows - low - 2;
    struct surface list = surface_part(surface, 1, 0, rows, surface->columns);
    struct surface rest =
        surface_part(surface, rows + 2, 0, low, surface->columns);

    surface_rule(surface, 0, surface_say(surface, N_("Condition")), NULL);
    draw_rows(builder, &list);
    surface_rule(surface, rows + 1,
                 surface_say(surface, builder->is_typing
                                          ? N_("What there is to ask for")
                                          : N_("As text")),
                 NULL);
    if (builder->is_typing)
        draw_facts(builder, &rest);
    else
        draw_text(builder, &rest);
}

static int builder_pane(const void *state)
{
    return builder_is_typing(state) ? SCOPE_CONDITION_PART : SCOPE_CONDITION;
}

static void builder_free(void *state)
{
    free(state);
}

static const struct view_kind builder_kind = {
    .name = N_("Condition"),
    .draw = builder_draw,
    .input = builder_input,
    .run = builder_run,
    .is_typing = builder_is_typing,
    .pane = builder_pane,
    .leave = builder_leave,
    .free = builder_free,
};

int condition_builder_open(struct program *program, const char *text,
                           void (*taken)(void *owner, const char *text),
                           void *owner)
{
    assert(program && text && taken);
    struct condition_mistake mistake = { 0, NULL };
    struct builder *builder = calloc(1, sizeof(*builder));

    if (!builder)
        return -ENOMEM;
    if (condition_rows_read(text, &builder->rows, &mistake) < 0) {
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program, N_("Character %zu: %s")), mistake.at + 1,
               program_text(program, mistake.says));
        free(builder);
        return -EINVAL;
    }
    builder->program = program;
    builder->taken = taken;
    builder->owner = owner;
    return ui_push(program->ui, &builder_kind, builder);
}
