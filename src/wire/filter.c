/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading terms, and comparing fields with them. */

#include "wire/filter.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "wire/setting.h"

/* Room for any record with settings: where a value is read into. */
enum { RECORD_SIZE = 4096 };

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " \t");
}

static size_t word_length(const char *text)
{
    return strcspn(text, " \t=!<>~\"");
}

/* "waiting" is no field when "wait" is meant. */
static const struct field *find_field(const struct record *record,
                                      const char *text, size_t length)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (strlen(record->fields[i].name) == length &&
            memcmp(record->fields[i].name, text, length) == 0 &&
            record->fields[i].kind != FIELD_CANDIDATES)
            return &record->fields[i];
    return NULL;
}

static int read_relation(const char **text, enum filter_relation *ret_relation)
{
    static const struct {
        const char *sign;
        enum filter_relation relation;
    } signs[] = {
        { "!=", FILTER_UNEQUAL },  { "<=", FILTER_AT_MOST },
        { ">=", FILTER_AT_LEAST }, { "=", FILTER_EQUAL },
        { "<", FILTER_BELOW },     { ">", FILTER_ABOVE },
        { "~", FILTER_CONTAINS },
    };

    if (strncmp(*text, "has", 3) == 0 && strchr(" \t\"", (*text)[3]) &&
        (*text)[3]) {
        *text += 3;
        *ret_relation = FILTER_HAS;
        return 0;
    }
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        size_t length = strlen(signs[i].sign);
        if (strncmp(*text, signs[i].sign, length) == 0) {
            *text += length;
            *ret_relation = signs[i].relation;
            return 0;
        }
    }
    return -EBADMSG;
}

static int read_quoted(const char **text, struct note *ret_value)
{
    const char *from = *text + 1;
    size_t length = 0;

    while (*from && *from != '"') {
        if (*from == '\\')
            from++;
        if (*from == '\0' || length + 1 >= sizeof(ret_value->text))
            return -EBADMSG;
        ret_value->text[length++] = *from++;
    }
    if (*from != '"')
        return -EBADMSG;
    *text = from + 1;
    return 0;
}

static int read_value(const char **text, struct note *ret_value)
{
    size_t length = strcspn(*text, " \t\"");

    *ret_value = (struct note){ 0 };
    if (**text == '"')
        return read_quoted(text, ret_value);
    if (length == 0 || length >= sizeof(ret_value->text))
        return -EBADMSG;
    memcpy(ret_value->text, *text, length);
    *text += length;
    return 0;
}

/* Numbers, moments and words are compared as the integers they are. */
static int settle_value(struct filter_term *term, const struct record *record)
{
    union {
        max_align_t aligned;
        char bytes[RECORD_SIZE];
    } data = { .bytes = "" };

    if (field_is_text(term->field))
        return 0;
    if (term->relation == FILTER_CONTAINS || term->relation == FILTER_HAS ||
        record->size > sizeof(data) ||
        setting_parse(term->field, term->text.text, &data, NULL) < 0)
        return -EBADMSG;
    term->number = field_get_integer(term->field, &data);
    return 0;
}

static int read_term(const char **text, const struct record *record,
                     struct filter_term *term)
{
    const char *at = skip_blanks(*text);
    size_t length = word_length(at);

    *text = at;
    term->field = find_field(record, at, length);
    if (!term->field)
        return -EBADMSG;
    at = skip_blanks(at + length);
    *text = at;
    if (read_relation(text, &term->relation) < 0)
        return -EBADMSG;
    at = *text = skip_blanks(*text);
    if (read_value(text, &term->text) < 0)
        return -EBADMSG;
    if (settle_value(term, record) < 0) {
        *text = at;
        return -EBADMSG;
    }
    return 0;
}

static int read_and(const char **text)
{
    const char *at = skip_blanks(*text);

    *text = at;
    if (strncmp(at, "and", 3) != 0 || (at[3] != ' ' && at[3] != '\t'))
        return -EBADMSG;
    *text = at + 3;
    return 0;
}

int filter_parse(const char *text, const struct record *record,
                 struct filter *ret_filter, size_t *ret_place)
{
    struct filter filter = { .term_count = 0 };
    const char *at = text;
    int rc = 0;

    assert(text && record && ret_filter);

    if (strlen(text) > FILTER_MAX_LENGTH)
        rc = -EBADMSG;
    while (rc == 0 && *skip_blanks(at) != '\0') {
        if (filter.term_count > 0)
            rc = read_and(&at);
        if (filter.term_count == FILTER_MAX_TERMS)
            rc = -EBADMSG;
        if (rc == 0)
            rc = read_term(&at, record, &filter.terms[filter.term_count++]);
    }
    if (rc < 0) {
        if (ret_place)
            *ret_place = (size_t)(at - text);
        return rc;
    }
    *ret_filter = filter;
    return 0;
}

static bool relation_holds(enum filter_relation relation, int order)
{
    switch (relation) {
    case FILTER_EQUAL:
        return order == 0;
    case FILTER_UNEQUAL:
        return order != 0;
    case FILTER_BELOW:
        return order < 0;
    case FILTER_ABOVE:
        return order > 0;
    case FILTER_AT_MOST:
        return order <= 0;
    case FILTER_AT_LEAST:
        return order >= 0;
    default:
        return false;
    }
}

static bool has_word(const char *text, const char *word)
{
    size_t length = strlen(word);

    while (*text) {
        size_t span = strcspn(text, " ");

        if (span == length && strncmp(text, word, length) == 0)
            return true;
        text += span + strspn(text + span, " ");
    }
    return false;
}

static bool term_fits(const struct filter_term *term, const void *data)
{
    int64_t number;

    if (field_is_text(term->field)) {
        const char *text = field_get_text(term->field, data);
        if (term->relation == FILTER_CONTAINS)
            return strcasestr(text, term->text.text) != NULL;
        if (term->relation == FILTER_HAS)
            return has_word(text, term->text.text);
        return relation_holds(term->relation, strcmp(text, term->text.text));
    }
    number = field_get_integer(term->field, data);
    return relation_holds(term->relation,
                          (number > term->number) - (number < term->number));
}

bool filter_fits(const struct filter *filter, const void *data)
{
    assert(filter && data);

    for (size_t i = 0; i < filter->term_count; i++)
        if (!term_fits(&filter->terms[i], data))
            return false;
    return true;
}

bool filter_is_private(const struct filter *filter)
{
    assert(filter);

    for (size_t i = 0; i < filter->term_count; i++)
        if (filter->terms[i].field->privacy == PRIVATE)
            return true;
    return false;
}
