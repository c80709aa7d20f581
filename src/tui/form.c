/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fields hold. */

#include "tui/form.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tui/date.h"
#include "tui/form_inside.h"

char *text_keep(const char *text)
{
    size_t size = strlen(text) + 1;
    char *kept = malloc(size);

    if (kept)
        memcpy(kept, text, size);
    return kept;
}

static bool is_line(enum form_kind kind)
{
    return kind == FORM_TEXT || kind == FORM_PASSWORD || kind == FORM_NUMBER ||
           kind == FORM_DURATION || kind == FORM_DATE || kind == FORM_TIME ||
           kind == FORM_SHOWN;
}

static int entry_new(struct entry *entry, const struct form_field *field)
{
    entry->field = *field;
    if (is_line(field->kind)) {
        entry->edit = calloc(1, sizeof(*entry->edit));
        if (!entry->edit)
            return -ENOMEM;
    }
    if (field->kind == FORM_NOTES) {
        int rc = notes_new(&entry->notes);
        if (rc < 0)
            return rc;
    }
    entry->stored = text_keep("");
    return entry->stored ? 0 : -ENOMEM;
}

int form_new(const struct form_field *fields, int count, struct form **ret_form)
{
    assert(fields && count > 0 && count <= FORM_FIELDS && ret_form);
    struct form *form = calloc(1, sizeof(*form));

    if (!form)
        return -ENOMEM;
    form->focus = -1;
    for (int i = 0; i < count; i++) {
        int rc = entry_new(&form->entries[form->count++], &fields[i]);

        if (rc < 0) {
            form_free(form);
            return rc;
        }
        if (form->focus < 0 && entry_takes_focus(&form->entries[i]))
            form->focus = i;
    }
    *ret_form = form;
    return 0;
}

struct form *form_free(struct form *form)
{
    if (!form)
        return NULL;
    for (int i = 0; i < form->count; i++) {
        struct entry *entry = &form->entries[i];

        if (entry->edit)
            explicit_bzero(entry->edit, sizeof(*entry->edit));
        if (entry->stored)
            explicit_bzero(entry->stored, strlen(entry->stored));
        free(entry->edit);
        notes_free(entry->notes);
        free(entry->stored);
        free(entry->error);
    }
    free(form);
    return NULL;
}

struct entry *form_entry(const struct form *form, int id)
{
    assert(form && id != 0);
    for (int i = 0; i < form->count; i++)
        if (form->entries[i].field.id == id)
            return (struct entry *)&form->entries[i];
    assert(false && "a form has the fields its program asks for");
    return NULL;
}

const char *entry_text(const struct entry *entry)
{
    return entry->edit    ? entry->edit->text
           : entry->notes ? notes_text(entry->notes)
                          : "";
}

int entry_options(const struct entry *entry)
{
    return entry->field.options ? entry->field.options(entry->field.arg) : 0;
}

/* Without memory the field stays dirty, which asks once too often. */
static void entry_clean(struct entry *entry)
{
    char *text = text_keep(entry_text(entry));

    if (text) {
        explicit_bzero(entry->stored, strlen(entry->stored));
        free(entry->stored);
        entry->stored = text;
    }
    entry->stored_choice = entry->choice;
    entry->was_checked = entry->is_checked;
}

void form_type_text(struct form *form, int id, const char *text)
{
    assert(text);
    struct entry *entry = form_entry(form, id);

    assert(entry->edit || entry->notes);
    if (entry->edit)
        edit_set(entry->edit, text);
    else
        notes_set(entry->notes, text);
}

void form_set_text(struct form *form, int id, const char *text)
{
    form_type_text(form, id, text);
    entry_clean(form_entry(form, id));
}

void form_set_number(struct form *form, int id, int64_t number)
{
    struct entry *entry = form_entry(form, id);
    char text[DATE_SIZE];

    if (entry->field.kind == FORM_DATE)
        date_write(form->language, number, text);
    else if (entry->field.kind == FORM_TIME)
        date_write_time(number, text);
    else if (entry->field.kind == FORM_DURATION && number >= 60)
        snprintf(text, sizeof(text), "%lld:%02lld", (long long)(number / 60),
                 (long long)(number % 60));
    else
        snprintf(text, sizeof(text), "%lld%s", (long long)number,
                 entry->field.kind == FORM_DURATION ? "s" : "");
    form_set_text(form, id, text);
}

void form_set_choice(struct form *form, int id, int n)
{
    struct entry *entry = form_entry(form, id);

    entry->choice = n < 0 ? 0 : n;
    entry_clean(entry);
}

void form_set_check(struct form *form, int id, bool is_checked)
{
    struct entry *entry = form_entry(form, id);

    entry->is_checked = is_checked;
    entry_clean(entry);
}

const char *form_text(const struct form *form, int id)
{
    return entry_text(form_entry(form, id));
}

int form_number(const struct form *form, int id, int64_t *ret_number)
{
    assert(ret_number);

    return entry_number(form_entry(form, id), ret_number);
}

int form_choice(const struct form *form, int id)
{
    return form_entry(form, id)->choice;
}

bool form_check(const struct form *form, int id)
{
    return form_entry(form, id)->is_checked;
}

bool entry_is_dirty(const struct entry *entry)
{
    return strcmp(entry_text(entry), entry->stored) != 0 ||
           entry->choice != entry->stored_choice ||
           entry->is_checked != entry->was_checked;
}

bool form_field_is_dirty(const struct form *form, int id)
{
    return entry_is_dirty(form_entry(form, id));
}

bool form_is_dirty(const struct form *form)
{
    for (int i = 0; i < form->count; i++)
        if (entry_is_dirty(&form->entries[i]))
            return true;
    return false;
}

void form_clean(struct form *form)
{
    for (int i = 0; i < form->count; i++)
        entry_clean(&form->entries[i]);
}

bool entry_takes_focus(const struct entry *entry)
{
    return entry->field.kind != FORM_SHOWN &&
           entry->field.kind != FORM_HEADING && !entry->field.is_disabled;
}

void form_set_disabled(struct form *form, int id, bool is_disabled)
{
    form_entry(form, id)->field.is_disabled = is_disabled;
    for (int i = 0; i < form->count; i++) {
        if (form->focus >= 0 && entry_takes_focus(&form->entries[form->focus]))
            return;
        form->focus = i;
    }
}

void form_focus(struct form *form, int id)
{
    struct entry *entry = form_entry(form, id);

    if (entry_takes_focus(entry))
        form->focus = (int)(entry - form->entries);
}

int form_focused(const struct form *form)
{
    return form->focus < 0 ? 0 : form->entries[form->focus].field.id;
}
