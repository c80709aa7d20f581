/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accept-Language: ranges with weights, and the heaviest of ours. */

#include <assert.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "lang/lang.h"

enum {
    MAX_RANGES = 32,
    WHOLE = 1000, /* weights in permille: RFC 9110 allows three decimals */
    NO_WEIGHT = -1,
};

/* One range of the header: a language tag or "*", and its weight. */
struct range {
    const char *tag;
    size_t length;
    int weight;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static void trim(const char **text, size_t *length)
{
    while (*length > 0 && is_blank(**text)) {
        (*text)++;
        (*length)--;
    }
    while (*length > 0 && is_blank((*text)[*length - 1]))
        (*length)--;
}

/* qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] ) */
static int read_weight(const char *text, size_t length)
{
    int weight;

    if (length < 1 || length > 5 || (text[0] != '0' && text[0] != '1') ||
        (length > 1 && text[1] != '.'))
        return NO_WEIGHT;

    weight = (text[0] - '0') * WHOLE;
    for (size_t i = 2, unit = WHOLE / 10; i < length; i++, unit /= 10) {
        if (text[i] < '0' || text[i] > '9')
            return NO_WEIGHT;
        weight += (text[i] - '0') * (int)unit;
    }
    return weight <= WHOLE ? weight : NO_WEIGHT;
}

static struct range read_range(const char *text, size_t length)
{
    const char *semicolon = memchr(text, ';', length);
    struct range range = { text, length, WHOLE };

    if (semicolon) {
        const char *parameter = semicolon + 1;
        size_t rest = length - (size_t)(parameter - text);

        range.length = (size_t)(semicolon - text);
        trim(&parameter, &rest);
        range.weight = rest > 2 && strncasecmp(parameter, "q=", 2) == 0
                           ? read_weight(parameter + 2, rest - 2)
                           : NO_WEIGHT;
    }
    trim(&range.tag, &range.length);
    return range;
}

/* A range means a language of ours when it names it, with any region. */
static bool means(const struct range *range, enum language language)
{
    const char *code = lang_code(language);
    size_t length = strlen(code);

    return range->length >= length &&
           strncasecmp(range->tag, code, length) == 0 &&
           (range->length == length || range->tag[length] == '-');
}

static size_t read_ranges(const char *header, struct range ranges[MAX_RANGES])
{
    size_t count = 0;

    while (count < MAX_RANGES) {
        size_t length = strcspn(header, ",");
        struct range range = read_range(header, length);

        if (range.length > 0 && range.weight != NO_WEIGHT)
            ranges[count++] = range;
        if (header[length] == '\0')
            break;
        header += length + 1;
    }
    return count;
}

/* The weight of a language, and the place of the range that gives it. */
static int weigh(const struct range *ranges, size_t count,
                 enum language language, size_t *ret_place)
{
    int weight = NO_WEIGHT;

    for (size_t i = 0; i < count; i++) {
        if (means(&ranges[i], language) && ranges[i].weight > weight) {
            weight = ranges[i].weight;
            *ret_place = i;
        }
    }
    if (weight != NO_WEIGHT)
        return weight;

    for (size_t i = 0; i < count; i++) {
        if (ranges[i].length == 1 && ranges[i].tag[0] == '*') {
            *ret_place = i;
            return ranges[i].weight;
        }
    }
    return 0;
}

enum language lang_from_accept(const char *header, enum language otherwise)
{
    assert(otherwise < LANGUAGE_COUNT);

    struct range ranges[MAX_RANGES];
    size_t count = header ? read_ranges(header, ranges) : 0;
    size_t best_place = 0;
    size_t place = 0;
    enum language best = otherwise;
    int best_weight = weigh(ranges, count, otherwise, &best_place);

    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        int weight = weigh(ranges, count, (enum language)i, &place);

        if (weight > best_weight ||
            (weight > 0 && weight == best_weight && place < best_place)) {
            best = (enum language)i;
            best_weight = weight;
            best_place = place;
        }
    }
    return best;
}
