/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings as people write them, in lists of what differs. */

#ifndef WEB_SETTING_WORDS_H
#define WEB_SETTING_WORDS_H

#include "core/record.h"

struct exchange;

/** Writes a setting as wire/setting.h does, but an id as its name, where it
 *  has one. */
void setting_words(const struct exchange *exchange, const struct record *record,
                   const struct field *field, const void *data,
                   struct note *ret_text);

#endif
