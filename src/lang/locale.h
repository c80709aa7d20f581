/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our languages as ICU names them, and its errors as ours. In src/lang only. */

#ifndef LANG_LOCALE_H
#define LANG_LOCALE_H

#include <unicode/utypes.h>

#include "lang/lang.h"

/**
 * The locale of a language: en_GB, es_ES or cs_CZ.
 */
const char *locale_name(enum language language);

/**
 * Turns a failure of ICU into -ENOMEM, -ENOSPC, -EINVAL or -EIO.
 */
int locale_errno(UErrorCode status);

#endif
