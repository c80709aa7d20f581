/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The characters of a condition: signs, words, numbers and quoted texts. */

#include <assert.h>
#include <string.h>

#include "core/condition_inside.h"

#define DECIMAL "0123456789"
#define LOWER   "abcdefghijklmnopqrstuvwxyz"
#define WORD    LOWER DECIMAL "_"

enum { MAX_DIGITS = 18 }; /* of any number that fits 63 bits */

int mistaken(struct reading *reading, size_t at, const char *says)
{
    if (!reading->mistake.says)
        reading->mistake = (struct condition_mistake){ at, says };

    return CONDITION_NONE;
}

void skip_blanks_of(struct reading *reading)
{
    reading->at += strspn(reading->text + reading->at, " \t\n");
}

/* "<" is not taken from "<=". */
bool take_sign(struct reading *reading, const char *sign)
{
    size_t length = strlen(sign);

    skip_blanks_of(reading);

    const char *at = reading->text + reading->at;
    bool goes_on = length == 1 && strchr("<>=!", sign[0]) && at[0] == sign[0] &&
                   at[1] == '=';

    if (strncmp(at, sign, length) != 0 || goes_on)
        return false;

    reading->at += length;
    return true;
}

bool take_word(struct reading *reading, const char *word)
{
    skip_blanks_of(reading);

    const char *at = reading->text + reading->at;
    size_t length = strlen(word);

    if (strspn(at, WORD) != length || memcmp(at, word, length) != 0)
        return false;

    reading->at += length;
    return true;
}

int keep_text(struct reading *reading, const char *text, size_t length)
{
    struct condition *condition = reading->condition;
    size_t place = condition->texts_used;

    /* each node has one text at most, and none is longer than what is read */
    assert(place + length + 1 <= sizeof(condition->texts));
    memcpy(condition->texts + place, text, length);
    condition->texts[place + length] = '\0';
    condition->texts_used += length + 1;
    return (int)place;
}

/* As a document's name: see field_is_valid(). */
int take_name(struct reading *reading)
{
    skip_blanks_of(reading);

    const char *at = reading->text + reading->at;
    size_t length = strspn(at, LOWER DECIMAL "._-");

    if (length == 0 || length >= sizeof(((struct name *)0)->text) ||
        strspn(at, LOWER DECIMAL) == 0)
        return mistaken(reading, reading->at, N_("Write a name here."));

    reading->at += length;
    return keep_text(reading, at, length);
}

bool take_digits(struct reading *reading, size_t count, int64_t *ret_number)
{
    const char *at = reading->text + reading->at;
    int64_t number = 0;

    if (strspn(at, DECIMAL) != count)
        return false;

    for (size_t i = 0; i < count; i++)
        number = 10 * number + (at[i] - '0');

    reading->at += count;
    *ret_number = number;
    return true;
}

bool take_number(struct reading *reading, int64_t *ret_number)
{
    size_t digits = strspn(reading->text + reading->at, DECIMAL);

    if (digits == 0)
        return false;
    if (digits > MAX_DIGITS) {
        mistaken(reading, reading->at,
                 N_("Write a number of 18 digits at most."));
        return false;
    }

    return take_digits(reading, digits, ret_number);
}

/* Where the quotation ends, or NULL when it does not. */
static const char *end_of_text(const char *at)
{
    while (*at && *at != '"')
        at += at[0] == '\\' && at[1] ? 2 : 1;

    return *at ? at : NULL;
}

/* What a backslash may stand before; everything else is as it is. */
static bool unquote(const char *from, const char *end, char *ret_text,
                    size_t *ret_length)
{
    size_t length = 0;

    for (; from < end; from++) {
        if (*from == '\\' && *++from != '\\' && *from != '"')
            return false;
        if ((unsigned char)*from < 0x20 || *from == 0x7f)
            return false;
        ret_text[length++] = *from;
    }

    *ret_length = length;
    return true;
}

int take_text(struct reading *reading)
{
    const char *begin = reading->text + reading->at + 1;
    const char *end = end_of_text(begin);
    char text[CONDITION_MAX_LENGTH];
    size_t length = 0;

    if (!end)
        return mistaken(reading, reading->at,
                        N_("Close the text with a quotation mark."));
    if (!unquote(begin, end, text, &length))
        return mistaken(reading, reading->at,
                        N_("Within a text, write \\\" and \\\\, and nothing "
                           "that cannot be seen."));

    reading->at = (size_t)(end + 1 - reading->text);
    return keep_text(reading, text, length);
}

bool value_number_of(const char *text, int64_t *ret_number)
{
    assert(text && ret_number);

    bool is_negative = *text == '-';
    size_t digits = strspn(text + is_negative, DECIMAL);
    int64_t number = 0;

    if (digits == 0 || digits > MAX_DIGITS || text[is_negative + digits])
        return false;

    for (size_t i = 0; i < digits; i++)
        number = 10 * number + (text[is_negative + i] - '0');

    *ret_number = is_negative ? -number : number;
    return true;
}
