/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields to settings. */

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_fields_inside.h"
#include "console/typed_moment.h"
#include "wire/field_check.h"
#include "wire/setting.h"

static void read_choice(const struct document_fields *fields, int n,
                        void *document)
{
    const struct part *part = &fields->parts[n];

    if (!document_part_holds(fields, n))
        return;
    field_set_integer(
        part->setting, document,
        document_choice_value(&part->choice,
                              form_choice(fields->form, document_part_id(n))));
}

/* What was not typed anew keeps the seconds that are not shown. */
static int read_moment(const struct field *setting, const char *text,
                       void *document, struct mistake *ret_mistake)
{
    char shown[TYPED_MOMENT_SIZE];
    int64_t wall_us;

    typed_moment_write(field_get_integer(setting, document), shown);
    if (strcmp(text, shown) == 0)
        return 0;
    if (typed_moment_read(text, &wall_us) == 0 &&
        field_set_number(setting, wall_us, document, ret_mistake) == 0)
        return 0;
    ret_mistake->text = N_("Write a day and a time until 2099, as 2026-12-24 "
                           "08:00, or nothing.");
    return -EBADMSG;
}

/* @return 0, or -EBADMSG: a text against the rule of its kind */
static int read_one(const struct document_fields *fields, int n, void *document,
                    struct mistake *ret_mistake)
{
    enum form_kind kind = fields->parts[n].kind;
    const struct field *setting = fields->parts[n].setting;
    int64_t number = 0;
    const char *text;

    switch (kind) {
    case FORM_CHECK:
        field_set_integer(setting, document,
                          form_check(fields->form, document_part_id(n)));
        return 0;
    case FORM_CHOICE:
        read_choice(fields, n, document);
        return 0;
    case FORM_NUMBER:
    case FORM_DURATION:
        if (form_number(fields->form, document_part_id(n), &number) == 0)
            field_set_integer(setting, document,
                              kind == FORM_DURATION ? number * 1000 : number);
        return 0;
    default:
        text = form_text(fields->form, document_part_id(n));
        return setting->kind == FIELD_WALL
                   ? read_moment(setting, text, document, ret_mistake)
                   : setting_parse(setting, text, document, ret_mistake);
    }
}

/* The mistake stands below the field. */
static void complain(struct document_fields *fields, int n,
                     const struct mistake *mistake, bool is_first)
{
    form_set_error(fields->form, document_part_id(n),
                   lang_text(program_language(fields->program), mistake->text));
    if (is_first)
        form_focus(fields->form, document_part_id(n));
}

/* Of those that may tell which destination it is, one is read. */
static void begin(const struct document_fields *fields, void *document)
{
    for (int i = 0; i < fields->count; i++)
        if (fields->parts[i].depends_on >= 0)
            field_set_integer(fields->parts[i].setting, document, 0);
}

int document_fields_read(struct document_fields *fields, void *document)
{
    assert(fields && document);
    int errors = form_review(fields->form, program_language(fields->program));

    if (errors > 0)
        return errors;
    begin(fields, document);
    for (int i = 0; i < fields->count; i++) {
        struct mistake mistake = { 0 };

        if (read_one(fields, i, document, &mistake) < 0)
            complain(fields, i, &mistake, errors++ == 0);
    }
    return errors;
}

void document_fields_peek(const struct document_fields *fields, void *document)
{
    assert(fields && document);
    struct mistake mistake;

    begin(fields, document);
    for (int i = 0; i < fields->count; i++)
        (void)read_one(fields, i, document, &mistake);
}

const struct field *document_fields_focused(const struct document_fields *f)
{
    assert(f);
    int id = form_focused(f->form);

    return id > 0 && id <= f->count ? f->parts[id - 1].setting : NULL;
}

/* The id of the first field of a setting that holds; 0: it has none. */
static int find_field(const struct document_fields *fields, const char *setting)
{
    for (int i = 0; i < fields->count; i++)
        if (strcmp(fields->parts[i].setting->name, setting) == 0 &&
            document_part_holds(fields, i))
            return document_part_id(i);
    return 0;
}

void document_fields_focus(struct document_fields *fields, const char *setting)
{
    assert(fields && setting);
    int id = find_field(fields, setting);

    if (id)
        form_focus(fields->form, id);
}

bool document_fields_complain(struct document_fields *fields,
                              const char *setting, const char *text)
{
    assert(fields && setting && text);
    int id = find_field(fields, setting);

    if (!id)
        return false;
    form_set_error(fields->form, id, text);
    form_focus(fields->form, id);
    return true;
}
