/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether keys that were pressed can be what they are meant to be. */

#ifndef CORE_DIGIT_CHECK_H
#define CORE_DIGIT_CHECK_H

#include <stdbool.h>

#include "core/record.h"

/**
 * Tells whether digits pass a check. Luhn's formula (ISO/IEC 7812-1, annex B):
 * from the last digit on, every second one is doubled, and the sum of all
 * digits is a multiple of ten; of two digits at least, and nothing else.
 */
bool digits_pass(enum digit_check check, const struct digits *digits);

#endif
