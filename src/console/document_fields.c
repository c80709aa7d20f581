/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings to fields. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_fields_inside.h"
#include "console/document_value.h"
#include "console/typed_moment.h"
#include "wire/setting.h"

enum { FIELD_CELLS = 30, TEXT_CELLS = 54, NUMBER_CELLS = 12 };

int document_part_id(int part)
{
    return part + 1;
}

static void add_part(struct document_fields *fields,
                     const struct field *setting, int kind, int depends_on)
{
    struct part *part = &fields->parts[fields->count++];

    assert(fields->count <= FORM_FIELDS);
    part->setting = setting;
    part->depends_on = depends_on;
    part->governor = document_destination(fields->list->record, setting);
    part->choice.program = fields->program;
    part->choice.words = setting->words;
    part->choice.kind = (enum document_kind)(kind >= 0 ? kind : 0);
    part->choice.has_none = !setting->is_required;
}

static void add_parts(struct document_fields *fields)
{
    const struct record *record = fields->list->record;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (!field->is_setting)
            continue;
        if (strcmp(field->name, "overflow_id") == 0 ||
            strcmp(field->name, "operator_id") == 0) {
            add_part(fields, field, DOCUMENT_QUEUE, TO_QUEUE);
            add_part(fields, field, DOCUMENT_FLOW, TO_FLOW);
        } else if (document_destination(record, field)) {
            add_part(fields, field, DOCUMENT_QUEUE, TO_QUEUE);
            add_part(fields, field, DOCUMENT_AGENT, TO_AGENT);
            add_part(fields, field, DOCUMENT_FLOW, TO_FLOW);
            add_part(fields, field, DOCUMENT_PROMPT, TO_ANNOUNCEMENT);
            add_part(fields, field, DOCUMENT_BOX, TO_VOICEMAIL);
            if (fields->list->kind == DOCUMENT_RULE)
                add_part(fields, field, DOCUMENT_QUEUE, TO_CALLBACK);
        } else {
            add_part(fields, field,
                     field->kind == FIELD_ID ? route_reference(field->name)
                                             : -1,
                     -1);
        }
    }
}

/* Periods that are no whole seconds are typed as in the shell. */
static enum form_kind form_kind_of(const struct field *setting,
                                   const void *document)
{
    switch (setting->kind) {
    case FIELD_FLAG:
        return FORM_CHECK;
    case FIELD_WORD:
    case FIELD_ID:
        return FORM_CHOICE;
    case FIELD_COUNT:
        return FORM_NUMBER;
    case FIELD_PERIOD:
        return field_get_integer(setting, document) % 1000 == 0 ? FORM_DURATION
                                                                : FORM_TEXT;
    default:
        return FORM_TEXT;
    }
}

static const char *label_of(const struct document_fields *fields,
                            const struct part *part)
{
    bool overflows = strcmp(part->setting->name, "overflow_id") == 0;

    switch (part->depends_on) {
    case TO_QUEUE:
        return overflows ? N_("Overflow queue") : N_("... which queue");
    case TO_FLOW:
        return overflows ? N_("Overflow flow") : N_("... which flow");
    case TO_AGENT:
        return N_("... which agent");
    case TO_ANNOUNCEMENT:
        return N_("... which prompt");
    case TO_VOICEMAIL:
        return N_("... which box");
    case TO_CALLBACK:
        return N_("... for which queue");
    default:
        return document_label(fields->list->record, part->setting);
    }
}

/* A moment's doc speaks of the API, which counts; here it is typed. */
const char *document_fields_help(const struct field *setting)
{
    assert(setting);

    return setting->kind == FIELD_WALL
               ? N_("as 2026-12-24 08:00, by this console's clock; empty: no "
                    "limit")
               : setting->doc;
}

static struct form_field field_of(const struct document_fields *fields, int n)
{
    const struct part *part = &fields->parts[n];
    const struct field *setting = part->setting;
    struct form_field field = {
        .id = document_part_id(n),
        .kind = part->kind,
        .label = label_of(fields, part),
        .help = document_fields_help(setting),
        .cells = setting->kind == FIELD_NOTE ? TEXT_CELLS : FIELD_CELLS,
        .is_required = setting->is_required && field_is_text(setting),
    };

    if (field.kind == FORM_NUMBER || field.kind == FORM_DURATION) {
        int64_t unit = field.kind == FORM_DURATION ? 1000 : 1;

        field.cells = NUMBER_CELLS;
        field.min = setting->min / unit;
        field.max = setting->max / unit;
        field.is_required = true;
    }
    if (field.kind == FORM_CHOICE) {
        field.options = document_choice_count;
        field.option = document_choice_option;
        field.arg = &part->choice;
    }
    return field;
}

static int make_form(struct document_fields *fields)
{
    struct form_field made[FORM_FIELDS];
    int count = 0;

    for (int i = 0; i < fields->count; i++) {
        const char *heading =
            document_section(fields->list->record, fields->parts[i].setting);

        assert(count + 4 <= FORM_FIELDS);
        if (heading)
            made[count++] =
                (struct form_field){ .kind = FORM_HEADING, .label = heading };
        made[count++] = field_of(fields, i);
    }
    made[count++] = (struct form_field){ .id = DOCUMENT_SAVE,
                                         .kind = FORM_BUTTON,
                                         .label = N_("Save") };
    made[count++] = (struct form_field){ .id = DOCUMENT_DISCARD,
                                         .kind = FORM_BUTTON,
                                         .label = N_("Discard") };
    return form_new(made, count, &fields->form);
}

static void show(struct document_fields *fields, int n, const void *document)
{
    struct part *part = &fields->parts[n];
    const struct field *setting = part->setting;
    bool is_number = !field_is_text(setting);
    int64_t number = is_number ? field_get_integer(setting, document) : 0;
    char text[SETTING_TEXT_SIZE];

    switch (part->kind) {
    case FORM_CHECK:
        form_set_check(fields->form, document_part_id(n), number != 0);
        break;
    case FORM_CHOICE:
        if (part->depends_on >= 0 &&
            field_get_integer(part->governor, document) != part->depends_on)
            number = 0;
        form_set_choice(fields->form, document_part_id(n),
                        number == 0 && setting->kind == FIELD_ID
                            ? 0
                            : document_choice_find(&part->choice, number));
        break;
    case FORM_NUMBER:
        form_set_number(fields->form, document_part_id(n), number);
        break;
    case FORM_DURATION:
        form_set_number(fields->form, document_part_id(n), number / 1000);
        break;
    default:
        if (setting->kind == FIELD_WALL)
            typed_moment_write(number, text);
        else
            setting_format(setting, document, text);
        form_set_text(fields->form, document_part_id(n), text);
        break;
    }
}

int document_fields_new(const struct program *program,
                        const struct document_list *list, const void *document,
                        struct document_fields **ret_fields)
{
    assert(program && list && document && ret_fields);
    struct document_fields *fields = calloc(1, sizeof(*fields));

    if (!fields)
        return -ENOMEM;
    fields->program = program;
    fields->list = list;
    add_parts(fields);
    for (int i = 0; i < fields->count; i++)
        fields->parts[i].kind =
            form_kind_of(fields->parts[i].setting, document);
    int rc = make_form(fields);
    for (int i = 0; i < fields->count && rc == 0; i++)
        if (fields->parts[i].kind == FORM_CHOICE)
            rc = document_choice_fill(&fields->parts[i].choice);
    if (rc < 0) {
        document_fields_free(fields);
        return rc;
    }
    for (int i = 0; i < fields->count; i++)
        show(fields, i, document);
    *ret_fields = fields;
    document_fields_follow(fields);
    return 0;
}

struct document_fields *document_fields_free(struct document_fields *fields)
{
    if (!fields)
        return NULL;
    form_free(fields->form);
    for (int i = 0; i < fields->count; i++)
        document_choice_done(&fields->parts[i].choice);
    free(fields);
    return NULL;
}

struct form *document_fields_form(struct document_fields *fields)
{
    return fields->form;
}

/* The field of a text; 0: there is none. */
static int text_id(const struct document_fields *fields, const char *setting)
{
    for (int i = 0; i < fields->count; i++)
        if (fields->parts[i].kind == FORM_TEXT &&
            strcmp(fields->parts[i].setting->name, setting) == 0)
            return document_part_id(i);
    return 0;
}

const char *document_fields_text(const struct document_fields *fields,
                                 const char *setting)
{
    assert(fields && setting);
    int id = text_id(fields, setting);

    return id ? form_text(fields->form, id) : "";
}

void document_fields_type(struct document_fields *fields, const char *setting,
                          const char *text)
{
    assert(fields && setting && text);
    int id = text_id(fields, setting);

    if (id)
        form_type_text(fields->form, id, text);
}

bool document_part_holds(const struct document_fields *fields, int n)
{
    const struct part *part = &fields->parts[n];

    for (int i = 0; part->depends_on >= 0 && i < fields->count; i++)
        if (fields->parts[i].setting == part->governor)
            return document_choice_value(
                       &fields->parts[i].choice,
                       form_choice(fields->form, document_part_id(i))) ==
                   part->depends_on;
    return true;
}

void document_fields_follow(struct document_fields *fields)
{
    assert(fields);

    for (int i = 0; i < fields->count; i++) {
        struct part *part = &fields->parts[i];

        if (part->setting->kind == FIELD_ID)
            (void)document_choice_fill(&part->choice);
        if (part->depends_on >= 0)
            form_set_disabled(fields->form, document_part_id(i),
                              !document_part_holds(fields, i));
    }
}
