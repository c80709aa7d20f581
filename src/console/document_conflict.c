/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three states of a document side by side. */

#include "console/document_conflict.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"

enum { FIELDS_SHOWN = 8, WAYS = 3, CONFLICT_CELLS = 68 };

struct conflict {
    struct document_form *form;
    void *theirs;                /* owned */
    char tag[DOCUMENT_TAG_SIZE]; /* of it */
    int way;                     /* index into ways */
};

static const struct record *record_of(const struct conflict *conflict)
{
    return conflict->form->list->record;
}

static bool is_shown(const struct conflict *conflict, const struct field *field)
{
    const struct document_form *form = conflict->form;

    return field->is_setting &&
           (!field_is_same(field, form->was, form->mine) ||
            !field_is_same(field, form->was, conflict->theirs));
}

static int count_shown(const struct conflict *conflict)
{
    const struct record *record = record_of(conflict);
    int count = 0;

    for (size_t i = 0; i < record->field_count; i++)
        count += is_shown(conflict, &record->fields[i]);
    return count;
}

/* A value in its column; what was not changed there is "–". */
static void draw_value(const struct conflict *conflict,
                       const struct surface *surface, struct place place,
                       const struct field *field, const void *document)
{
    const struct document_form *form = conflict->form;
    struct safe_text text;

    if (document != form->was && field_is_same(field, form->was, document))
        safe_text_copy(&text, glyph_text(surface->style->tier, GLYPH_UNKNOWN));
    else
        document_show(form->program, record_of(conflict), field, document,
                      &text);
    surface_text(surface, place, LOOK(TEXT, 0), &text);
}

static int draw_fields(const struct conflict *conflict,
                       const struct surface *surface, int row)
{
    static const char *const headings[] = { N_("Field"), N_("yours"),
                                            N_("theirs"), N_("was") };
    const struct record *record = record_of(conflict);
    int end = row + 1 + FIELDS_SHOWN;

    for (int i = 0; i < 4; i++)
        surface_label(surface, (struct place){ row, 1 + 17 * i, 16, false },
                      LOOK(DIM, 0), headings[i]);
    row++;
    for (size_t i = 0; i < record->field_count && row < end; i++) {
        const struct field *field = &record->fields[i];

        if (!is_shown(conflict, field))
            continue;
        surface_label(surface, (struct place){ row, 1, 16, false },
                      LOOK(TEXT, 0), document_label(record, field));
        draw_value(conflict, surface, (struct place){ row, 18, 16, false },
                   field, conflict->form->mine);
        draw_value(conflict, surface, (struct place){ row, 35, 16, false },
                   field, conflict->theirs);
        draw_value(conflict, surface, (struct place){ row, 52, 15, false },
                   field, conflict->form->was);
        row++;
    }
    return row;
}

static const char *const ways[WAYS] = {
    N_("keep my fields, and take the others from them"),
    N_("keep all as I have it"),
    N_("keep theirs, and drop mine"),
};

static void conflict_draw(void *state, const struct surface *surface)
{
    const struct conflict *conflict = state;
    int row = draw_fields(conflict, surface, 2) + 1;

    surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(TEXT, 0),
                  N_("Somebody saved this while you were editing."));
    for (int i = 0; i < WAYS; i++) {
        struct safe_text text;
        bool is_chosen = i == conflict->way;

        safe_text_format(
            &text, "(%s) %s",
            is_chosen ? glyph_text(surface->style->tier, GLYPH_BULLET) : " ",
            surface_say(surface, ways[i]));
        surface_text(surface, (struct place){ row + i, 1, 0, false },
                     LOOK(TEXT, 0), &text);
        if (is_chosen)
            surface_cursor(surface, row + i, 2, true);
    }
}

static void copy_field(const struct field *field, void *to, const void *from)
{
    if (field_is_text(field))
        (void)field_set_text(field, to, field_get_text(field, from));
    else
        field_set_integer(field, to, field_get_integer(field, from));
}

/* Fields that were not changed here become theirs. */
static int merge(struct conflict *conflict)
{
    struct document_form *form = conflict->form;
    const struct record *record = record_of(conflict);

    for (size_t i = 0; i < record->field_count; i++)
        if (field_is_same(&record->fields[i], form->was, form->mine))
            copy_field(&record->fields[i], form->mine, conflict->theirs);
    return document_form_begin(form, form->mine);
}

static void apply(struct conflict *conflict)
{
    struct document_form *form = conflict->form;
    struct ui *ui = form->program->ui;
    int rc = conflict->way == 0   ? merge(conflict)
             : conflict->way == 2 ? document_form_begin(form, conflict->theirs)
                                  : 0;

    if (rc < 0) {
        ui_say(ui, SEVERITY_ERROR, "%s",
               program_text(form->program, N_("Out of memory.")));
        return;
    }
    memcpy(form->was, conflict->theirs, record_of(conflict)->size);
    memcpy(form->tag, conflict->tag, sizeof(form->tag));
    form->is_unsaved = conflict->way != 2;
    ui_close(ui, conflict);
    if (form->is_unsaved)
        document_form_send(form);
}

static bool conflict_input(void *state, const struct input *input)
{
    struct conflict *conflict = state;

    if (input->kind != INPUT_STROKE)
        return false;
    switch (input->stroke) {
    case STROKE_UP:
        conflict->way = (conflict->way + WAYS - 1) % WAYS;
        return true;
    case STROKE_DOWN:
    case STROKE_TAB:
        conflict->way = (conflict->way + 1) % WAYS;
        return true;
    case STROKE_ENTER:
        apply(conflict);
        return true;
    default:
        return false;
    }
}

static void conflict_size(const void *state, int *ret_rows, int *ret_columns)
{
    int count = count_shown(state);

    *ret_rows = 4 + WAYS + (count < FIELDS_SHOWN ? count : FIELDS_SHOWN);
    *ret_columns = CONFLICT_CELLS;
}

static void conflict_titles(const void *state, const struct style *style,
                            struct safe_text *ret_left,
                            struct safe_text *ret_right)
{
    (void)state;
    safe_text_format(ret_left, "%s %s", glyph_text(style->tier, GLYPH_CRIT),
                     lang_text(style->language, N_("Not saved")));
    safe_text_copy(ret_right, lang_text(style->language, N_("edit conflict")));
}

static void conflict_free(void *state)
{
    struct conflict *conflict = state;

    free(conflict->theirs);
    free(conflict);
}

static const struct view_kind conflict_kind = {
    .is_popup = true,
    .hint = N_("↑↓ choose   Enter applies   Esc back to the form"),
    .draw = conflict_draw,
    .input = conflict_input,
    .size = conflict_size,
    .titles = conflict_titles,
    .free = conflict_free,
};

int document_conflict_open(struct document_form *form, void *theirs,
                           const char *etag)
{
    assert(form && theirs && etag);
    struct conflict *conflict = calloc(1, sizeof(*conflict));

    if (!conflict) {
        free(theirs);
        return -ENOMEM;
    }
    conflict->form = form;
    conflict->theirs = theirs;
    snprintf(conflict->tag, sizeof(conflict->tag), "%s", etag);
    if (!etag[0])
        document_tag(form->list->record, theirs, conflict->tag);
    return ui_push(form->program->ui, &conflict_kind, conflict);
}
