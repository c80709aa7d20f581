/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check digits. */

#include "core/digit_check.h"

#include <string.h>

static bool passes_luhn(const char *text, size_t length)
{
    int sum = 0;

    if (length < 2 || strspn(text, "0123456789") != length)
        return false;

    for (size_t i = 0; i < length; i++) {
        int digit = text[length - 1 - i] - '0';
        int twice = 2 * digit;

        sum += i % 2 == 0 ? digit : twice / 10 + twice % 10;
    }

    return sum % 10 == 0;
}

bool digits_pass(enum digit_check check, const struct digits *digits)
{
    size_t length = strnlen(digits->text, sizeof(digits->text));

    switch (check) {
    case DIGITS_ANY:
        return true;
    case DIGITS_LUHN:
        return passes_luhn(digits->text, length);
    }

    return false;
}
