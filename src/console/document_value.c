/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of words, and values by their kinds. */

#include "console/document_value.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/show.h"
#include "console/word.h"
#include "wire/record_json.h"
#include "wire/route.h"

struct row {
    const char *record;
    const char *setting;
    const char *text;
};

static const struct row labels[] = {
#define LABEL(record, setting, label) { record, setting, label },
#include "console/document_label.def"
};

static const struct row sections[] = {
#define SECTION(record, setting, heading) { record, setting, heading },
#include "console/document_label.def"
};

static const struct word_text {
    const struct word_list *list;
    const char *spelling;
    const char *text;
} words[] = {
#define WORD(list, spelling, label) { &word_list_##list, spelling, label },
#include "console/document_label.def"
}, shorts[] = {
#define SHORT(list, spelling, label) { &word_list_##list, spelling, label },
#include "console/document_label.def"
};

static const char *find_row(const struct row *rows, size_t count,
                            const struct record *record,
                            const struct field *field)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].setting, field->name) == 0 &&
            (!rows[i].record[0] || strcmp(rows[i].record, record->name) == 0))
            return rows[i].text;
    return NULL;
}

size_t document_rows(const struct program *program, enum topic topic)
{
    const struct replica *rows = program_rows(program);

    return rows ? replica_count(rows, topic) : 0;
}

const char *document_label(const struct record *record,
                           const struct field *field)
{
    assert(record && field);
    const char *label =
        find_row(labels, sizeof(labels) / sizeof(labels[0]), record, field);

    return label ? label : field->name;
}

const char *document_section(const struct record *record,
                             const struct field *field)
{
    assert(record && field);

    return find_row(sections, sizeof(sections) / sizeof(sections[0]), record,
                    field);
}

static const char *find_word(const struct word_text *texts, size_t count,
                             const struct word_list *list, int number)
{
    assert(list);
    const char *spelling = word_spell(list, number);

    for (size_t i = 0; i < count; i++)
        if (texts[i].list == list && strcmp(texts[i].spelling, spelling) == 0)
            return texts[i].text;
    return NULL;
}

const char *document_word(const struct word_list *list, int number)
{
    return find_word(words, sizeof(words) / sizeof(words[0]), list, number);
}

const char *document_word_short(const struct word_list *list, int number)
{
    const char *text =
        find_word(shorts, sizeof(shorts) / sizeof(shorts[0]), list, number);

    return text ? text : document_word(list, number);
}

const struct field *document_destination(const struct record *record,
                                         const struct field *field)
{
    assert(record && field);
    const char *to = route_companion(field->name);

    return to ? record_field(record, to) : NULL;
}

int document_refers(const struct record *record, const struct field *field,
                    const void *document)
{
    assert(record && field && document);
    if (field->kind != FIELD_ID || !field->is_setting)
        return -ENOENT;
    const struct field *to = document_destination(record, field);
    if (!to)
        return route_reference(field->name);

    int is = (int)field_get_integer(to, document);

    /* a way out calls back for the queue that it leads out of */
    if (record == document_kind_info(DOCUMENT_QUEUE_RULE)->record &&
        is == TO_CALLBACK)
        return -ENOENT;
    return route_destination(word_spell(to->words, is));
}

static void show_none(const struct program *program, struct safe_text *ret_text)
{
    safe_text_copy(ret_text,
                   glyph_text(ui_style(program->ui)->tier, GLYPH_UNKNOWN));
}

void document_name(const struct program *program, enum document_kind kind,
                   uint64_t id, struct safe_text *ret_text)
{
    const struct replica *rows = program_rows(program);
    const struct replica_row *row =
        rows && id ? replica_find(rows, document_topic(kind), id) : NULL;
    const struct record *record = document_kind_info(kind)->record;

    if (id == 0)
        show_none(program, ret_text);
    else if (row)
        safe_text_copy(ret_text, field_get_text(record_field(record, "name"),
                                                row->fields));
    else
        safe_text_format(ret_text, "#%" PRIu64, id);
}

/* 0 is no moment. */
static void show_moment(const struct program *program, int64_t wall_us,
                        struct safe_text *ret_text)
{
    char day[WORD_TIME_SIZE], clock[WORD_TIME_SIZE];

    if (wall_us == 0) {
        show_none(program, ret_text);
        return;
    }
    word_day(program_language(program), wall_us, day);
    word_clock(wall_us, true, clock);
    safe_text_format(ret_text, "%s %s", day, clock);
}

static void show_number(const struct program *program,
                        const struct field *field, int64_t number,
                        struct safe_text *ret_text)
{
    const struct style *style = ui_style(program->ui);
    const char *word;

    switch (field->kind) {
    case FIELD_WORD:
        word = document_word(field->words, (int)number);
        safe_text_copy(ret_text, word ? program_text(program, word)
                                      : word_spell(field->words, (int)number));
        break;
    case FIELD_FLAG:
        safe_text_copy(ret_text,
                       program_text(program, number ? N_("yes") : N_("no")));
        break;
    case FIELD_PERIOD:
        if (number % 1000 != 0)
            safe_text_format(ret_text, "%" PRId64 " ms", number);
        else
            show_span(style, number > 0 ? number * 1000 : -1, ret_text);
        break;
    case FIELD_WALL:
        show_moment(program, number, ret_text);
        break;
    default:
        show_count(style, number, ret_text);
        break;
    }
}

void document_show(const struct program *program, const struct record *record,
                   const struct field *field, const void *document,
                   struct safe_text *ret_text)
{
    assert(program && record && field && document && ret_text);
    int kind = document_refers(record, field, document);

    if (kind >= 0) {
        document_name(program, (enum document_kind)kind,
                      (uint64_t)field_get_integer(field, document), ret_text);
        return;
    }
    if (field_is_text(field)) {
        safe_text_copy(ret_text, field_get_text(field, document));
        if (!ret_text->text[0])
            show_none(program, ret_text);
        return;
    }
    if (field->kind == FIELD_ID)
        show_none(program, ret_text);
    else
        show_number(program, field, field_get_integer(field, document),
                    ret_text);
}

struct json_t *document_body(const struct record *record, const void *document)
{
    assert(record && document);
    struct json_t *body = value_object();
    int rc = 0;

    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].is_setting)
            rc |= value_set(body, record->fields[i].name,
                            field_to_json(&record->fields[i], document));
    return rc == 0 ? body : value_free(body);
}

void document_tag(const struct record *record, const void *document,
                  char ret_tag[DOCUMENT_TAG_SIZE])
{
    snprintf(ret_tag, DOCUMENT_TAG_SIZE, "\"%" PRId64 "\"",
             field_get_integer(record_field(record, "version"), document));
}

void document_row_tag(const struct document_list *list, const void *fields,
                      char ret_tag[DOCUMENT_TAG_SIZE])
{
    const struct topic_drafted_rules *rule = fields;

    assert(list && fields);
    if (list->topic == TOPIC_DRAFTED_RULES && rule->seq)
        snprintf(ret_tag, DOCUMENT_TAG_SIZE, "\"d%" PRIu64 "\"", rule->seq);
    else
        document_tag(list->record, fields, ret_tag);
}
