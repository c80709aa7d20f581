/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where we and ICU meet. */

#include "lang/locale.h"

#include <assert.h>
#include <errno.h>

const char *locale_name(enum language language)
{
    static const char *const names[LANGUAGE_COUNT] = {
        [LANGUAGE_EN] = "en_GB",
        [LANGUAGE_ES] = "es_ES",
        [LANGUAGE_CS] = "cs_CZ",
    };

    assert(language < LANGUAGE_COUNT);
    return names[language];
}

int locale_errno(UErrorCode status)
{
    switch (status) {
    case U_MEMORY_ALLOCATION_ERROR:
        return -ENOMEM;
    case U_BUFFER_OVERFLOW_ERROR:
        return -ENOSPC;
    case U_ILLEGAL_ARGUMENT_ERROR:
        return -EINVAL;
    default:
        return -EIO;
    }
}
