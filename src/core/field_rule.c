/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which values a field may have, kind by kind. */

#include "core/record.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

#define DECIMAL     "0123456789"
#define HEXADECIMAL "0123456789abcdefABCDEF"
#define LETTERS     "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

static bool consists_of(const char *text, const char *characters)
{
    return text[strspn(text, characters)] == '\0';
}

static bool is_name(const char *text)
{
    static const char first[] = "abcdefghijklmnopqrstuvwxyz" DECIMAL;
    static const char others[] = "abcdefghijklmnopqrstuvwxyz" DECIMAL "._-";

    return strspn(text, first) > 0 && consists_of(text, others);
}

/* C0, DEL and the C1 range, which terminals obey. */
static bool is_control(int32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

static bool is_for_people(const char *text, bool may_have_lines)
{
    size_t length = strlen(text);
    size_t used = 0;

    for (size_t at = 0; at < length; at += used) {
        int32_t code = text_decode(text + at, length - at, &used);

        if (code == TEXT_BROKEN)
            return false;
        if (is_control(code) && !(may_have_lines && code == '\n'))
            return false;
    }

    return true;
}

/* So many digits of that kind, at least one: their value, or above any limit
   that is asked about. */
static const char *skip_number(const char *text, size_t max_digits,
                               long *ret_value)
{
    long value = 0;
    size_t digits = strspn(text, DECIMAL);

    if (digits == 0 || digits > max_digits)
        return NULL;

    for (size_t i = 0; i < digits; i++)
        value = 10 * value + (text[i] - '0');

    *ret_value = value;
    return text + digits;
}

/* IPv4 in dotted decimals (RFC 791); returns what follows it. */
static const char *skip_ipv4(const char *text)
{
    for (int part = 0; part < 4; part++) {
        long value = 0;

        if (part > 0 && *text++ != '.')
            return NULL;

        text = skip_number(text, 3, &value);
        if (!text || value > 255)
            return NULL;
    }

    return text;
}

/* IPv6 without an embedded IPv4 (RFC 4291, 2.2, forms 1 and 2). */
static const char *skip_ipv6(const char *text)
{
    int groups = 0;
    bool is_shortened = strncmp(text, "::", 2) == 0;

    if (is_shortened)
        text += 2;

    while (*text != ']') {
        size_t digits = strspn(text, HEXADECIMAL);

        if (digits < 1 || digits > 4 || ++groups > 8)
            return NULL;
        text += digits;

        if (strncmp(text, "::", 2) == 0) {
            if (is_shortened)
                return NULL;
            is_shortened = true;
            text += 2;
        } else if (*text == ':' && text[1] != ']') {
            text++;
        } else if (*text != ']') {
            return NULL;
        }
    }

    return (is_shortened ? groups <= 7 : groups == 8) ? text : NULL;
}

/* A label of a host name: letters, digits, and hyphens within (RFC 1123, 2.1).
   The last one has a letter, or it would be an address. */
static const char *skip_label(const char *text, bool *ret_has_letter)
{
    size_t length = strspn(text, LETTERS DECIMAL "-");

    if (length == 0 || length > 63 || *text == '-' || text[length - 1] == '-')
        return NULL;

    *ret_has_letter = strcspn(text, LETTERS) < length;
    return text + length;
}

static const char *skip_host_name(const char *text)
{
    bool has_letter = false;

    text = skip_label(text, &has_letter);
    while (text && *text == '.')
        text = skip_label(text + 1, &has_letter);

    return has_letter ? text : NULL;
}

static bool is_port(const char *text)
{
    long port = 0;

    if (!text || *text++ != ':')
        return false;

    text = skip_number(text, 5, &port);
    return text && *text == '\0' && port >= 1 && port <= 65535;
}

/* A number needs a port, a name may do without. */
static bool is_address(const char *text)
{
    const char *name_end = skip_host_name(text);

    if (name_end)
        return *name_end == '\0' || is_port(name_end);
    if (*text != '[')
        return is_port(skip_ipv4(text));

    text = skip_ipv6(text + 1);
    return text && *text == ']' && is_port(text + 1);
}

static bool is_kind(enum field_kind kind, const char *text)
{
    switch (kind) {
    case FIELD_NAME:
        return is_name(text);
    case FIELD_LABEL:
        return is_for_people(text, false);
    case FIELD_NOTE:
        return is_for_people(text, true);
    case FIELD_NUMBER:
    case FIELD_PATTERN:
        return consists_of(text, "+*#" DECIMAL);
    case FIELD_ADDRESS:
        return is_address(text);
    case FIELD_DIGEST:
        return strlen(text) == 64 && consists_of(text, DECIMAL "abcdef");
    case FIELD_DIGITS:
        return consists_of(text, DECIMAL "*#ABCD");
    default:
        return false;
    }
}

/* Terminated, cleared behind that, and of its kind; empty means none. */
static bool is_valid_text(const struct field *field, const char *text)
{
    const char *end = memchr(text, '\0', field->size);
    if (!end)
        return false;

    for (const char *c = end; c < text + field->size; c++)
        if (*c)
            return false;

    int64_t length = end - text;
    if (field->is_setting && (length < field->min || length > field->max))
        return false;

    return length == 0 || is_kind(field->kind, text);
}

static bool is_valid_candidates(const struct candidates *candidates)
{
    if (candidates->row_count > CANDIDATES_MAX)
        return false;

    for (uint32_t i = 0; i < candidates->row_count; i++)
        if ((unsigned)candidates->rows[i].verdict >= verdict_count)
            return false;

    return true;
}

static bool is_valid_integer(const struct field *field, int64_t value)
{
    switch (field->kind) {
    case FIELD_WORD:
        return value >= 0 && (size_t)value < field->words->count;
    case FIELD_FLAG:
        return value == 0 || value == 1;
    case FIELD_ID:
        return true;
    default:
        return !field->is_setting ||
               (value >= field->min && value <= field->max);
    }
}

bool field_is_valid(const struct field *field, const void *record)
{
    assert(field && record);

    if (field_is_text(field))
        return is_valid_text(field, field_get_text(field, record));
    if (field->kind == FIELD_CANDIDATES)
        return is_valid_candidates(
            (const void *)((const char *)record + field->offset));

    return is_valid_integer(field, field_get_integer(field, record));
}
