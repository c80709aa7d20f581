/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of four currencies, and which form the number before them takes. */

#include "lang/money.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "lang/format.h"
#include "lang/spoken.h"

enum {
    CENTS = 100,
    DECIMALS = 2,
    MAX_DIGITS = 9, /* before the point */
    CODE_LENGTH = 3,
    PART_SIZE = SPOKEN_SIZE + 32,
};

/* Which words, of those below. */
enum unit { EURO, DOLLAR, POUND, CROWN, CENT, PENNY, HELLER, UNIT_COUNT };

static const struct currency {
    char code[CODE_LENGTH + 1];
    enum unit whole;
    enum unit part;
} currencies[] = {
    { "EUR", EURO, CENT },
    { "USD", DOLLAR, CENT },
    { "GBP", POUND, PENNY },
    { "CZK", CROWN, HELLER },
};

/* The noun's gender: the number before it agrees with that. */
static const enum spoken_form forms[UNIT_COUNT][LANGUAGE_COUNT] = {
    [EURO] = { SPOKEN_MASCULINE, SPOKEN_MASCULINE, SPOKEN_NEUTER },
    [DOLLAR] = { SPOKEN_MASCULINE, SPOKEN_MASCULINE, SPOKEN_MASCULINE },
    [POUND] = { SPOKEN_MASCULINE, SPOKEN_FEMININE, SPOKEN_FEMININE },
    [CROWN] = { SPOKEN_MASCULINE, SPOKEN_FEMININE, SPOKEN_FEMININE },
    [CENT] = { SPOKEN_MASCULINE, SPOKEN_MASCULINE, SPOKEN_MASCULINE },
    [PENNY] = { SPOKEN_MASCULINE, SPOKEN_MASCULINE, SPOKEN_FEMININE },
    [HELLER] = { SPOKEN_MASCULINE, SPOKEN_MASCULINE, SPOKEN_MASCULINE },
};

/* Reading. */

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* The digits behind the point as hundredths. */
static int64_t read_part(const char *digits, size_t count)
{
    int64_t tens = count > 0 ? digits[0] - '0' : 0;
    int64_t ones = count > 1 ? digits[1] - '0' : 0;

    return 10 * tens + ones;
}

static bool is_code(const char *text)
{
    for (size_t i = 0; i < CODE_LENGTH; i++)
        if (text[i] < 'A' || text[i] > 'Z')
            return false;

    return text[CODE_LENGTH] == '\0';
}

int money_parse(const char *text, struct money *ret_money)
{
    assert(text && ret_money);

    bool is_negative = text[0] == '-';
    const char *at = text + (is_negative ? 1 : 0);
    size_t digits = count_digits(at);
    int64_t cents = 0;

    if (digits == 0 || digits > MAX_DIGITS)
        return -EINVAL;
    for (size_t i = 0; i < digits; i++)
        cents = 10 * cents + (at[i] - '0');
    at += digits;
    cents *= CENTS;

    if (*at == '.') {
        digits = count_digits(++at);
        if (digits == 0 || digits > DECIMALS)
            return -EINVAL;
        cents += read_part(at, digits);
        at += digits;
    }
    if (at[0] != ' ' || !is_code(at + 1))
        return -EINVAL;

    ret_money->cents = is_negative ? -cents : cents;
    memcpy(ret_money->currency, at + 1, CODE_LENGTH + 1);
    return 0;
}

/* Writing. */

static int done(int written, char *ret_text, size_t size)
{
    if (written >= 0 && (size_t)written < size)
        return 0;

    ret_text[0] = '\0';
    return -ENOSPC;
}

int money_show(enum language language, const struct money *money,
               char *ret_text, size_t size)
{
    char number[FORMAT_SIZE];
    int rc = format_decimal(language, money->cents, DECIMALS, number,
                            sizeof(number));

    assert(money && ret_text && size > 0);

    ret_text[0] = '\0';
    if (rc < 0)
        return -ENOSPC;

    return done(snprintf(ret_text, size, "%s\u00a0%s", number, money->currency),
                ret_text, size);
}

static const struct currency *find(const char *code)
{
    for (size_t i = 0; i < sizeof(currencies) / sizeof(currencies[0]); i++)
        if (strcmp(currencies[i].code, code) == 0)
            return &currencies[i];

    return NULL;
}

static void spell(enum language language, int64_t number, enum spoken_form form,
                  char ret_text[SPOKEN_SIZE])
{
    if (number > SPOKEN_MAX || spoken_number(language, (unsigned long)number,
                                             form, ret_text, SPOKEN_SIZE) < 0)
        snprintf(ret_text, SPOKEN_SIZE, "%" PRId64, number);
}

/* TRANSLATORS: the amounts are spoken to callers; the number is in words */
static void write_units(enum language language, enum unit unit, unsigned long n,
                        const char *words, char ret_text[PART_SIZE])
{
    switch (unit) {
    case EURO:
        snprintf(ret_text, PART_SIZE, P_(language, "%s euro", "%s euros", n),
                 words);
        break;
    case DOLLAR:
        snprintf(ret_text, PART_SIZE,
                 P_(language, "%s dollar", "%s dollars", n), words);
        break;
    case POUND:
        snprintf(ret_text, PART_SIZE, P_(language, "%s pound", "%s pounds", n),
                 words);
        break;
    case CROWN:
        snprintf(ret_text, PART_SIZE, P_(language, "%s crown", "%s crowns", n),
                 words);
        break;
    case CENT:
        snprintf(ret_text, PART_SIZE, P_(language, "%s cent", "%s cents", n),
                 words);
        break;
    case PENNY:
        snprintf(ret_text, PART_SIZE, P_(language, "%s penny", "%s pence", n),
                 words);
        break;
    case HELLER:
        snprintf(ret_text, PART_SIZE,
                 P_(language, "%s heller", "%s hellers", n), words);
        break;
    case UNIT_COUNT:
        ret_text[0] = '\0';
        break;
    }
}

static void say_units(enum language language, enum unit unit, int64_t count,
                      char ret_text[PART_SIZE])
{
    char words[SPOKEN_SIZE];

    spell(language, count, forms[unit][language], words);
    write_units(language, unit, (unsigned long)count, words, ret_text);
}

/* 12.50 CHF: the voice reads the figure. */
static int say_code(const struct money *money, char *ret_text, size_t size)
{
    int64_t cents = money->cents < 0 ? -money->cents : money->cents;

    return done(snprintf(ret_text, size, "%s%" PRId64 ".%02d %s",
                         money->cents < 0 ? "-" : "", cents / CENTS,
                         (int)(cents % CENTS), money->currency),
                ret_text, size);
}

int money_say(enum language language, const struct money *money, char *ret_text,
              size_t size)
{
    assert(language < LANGUAGE_COUNT && money && ret_text && size > 0);

    const struct currency *currency = find(money->currency);
    int64_t cents = money->cents < 0 ? -money->cents : money->cents;
    char whole[PART_SIZE], part[PART_SIZE], both[2 * PART_SIZE + 16];
    const char *says = both;

    if (!currency)
        return say_code(money, ret_text, size);

    say_units(language, currency->whole, cents / CENTS, whole);
    say_units(language, currency->part, cents % CENTS, part);
    if (cents % CENTS == 0)
        says = whole;
    else if (cents < CENTS)
        says = part;
    else
        /* TRANSLATORS: spoken: twelve euros and fifty cents */
        snprintf(both, sizeof(both), lang_text(language, "%s and %s"), whole,
                 part);

    if (money->cents >= 0)
        return done(snprintf(ret_text, size, "%s", says), ret_text, size);

    /* TRANSLATORS: spoken before an amount of money */
    return done(snprintf(ret_text, size, lang_text(language, "minus %s"), says),
                ret_text, size);
}
