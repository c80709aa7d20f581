/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money, read and spoken. */

#ifndef LANG_MONEY_H
#define LANG_MONEY_H

#include <stddef.h>
#include <stdint.h>

#include "lang/lang.h"

/* In hundredths of a unit: 1250 is 12.50. */
struct money {
    int64_t cents;
    char currency[4]; /* ISO 4217, such as EUR */
};

/**
 * Reads an amount as programs write it: 12, 12.5, 12.50, -3.20, each with a
 * blank and a currency.
 *
 * @return 0, or -EINVAL (ret_money is untouched): no such amount, more than
 *         nine digits before the point, or more than two behind it
 */
int money_parse(const char *text, struct money *ret_money);

/** Writes it for a screen: 12.50 EUR, 12,50 EUR. @return 0 or -ENOSPC */
int money_show(enum language language, const struct money *money,
               char *ret_text, size_t size);

/**
 * Writes it for a voice: twelve euros and fifty cents. Euros, dollars, pounds
 * and Czech crowns have words; of others the code is said behind the number.
 *
 * @return 0, or -ENOSPC
 */
int money_say(enum language language, const struct money *money, char *ret_text,
              size_t size);

#endif
