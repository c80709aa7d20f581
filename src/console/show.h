/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as people read them; what is not known is a dash. */

#ifndef CONSOLE_SHOW_H
#define CONSOLE_SHOW_H

#include "tui/surface.h"

/** Translates into the language of a style. */
const char *show_say(const struct style *style, const char *msgid)
    __attribute__((format_arg(2)));

/** 1,234; below 0 a dash. */
void show_count(const struct style *style, int64_t count,
                struct safe_text *ret_text);

/** 3:52; below 0 a dash. */
void show_span(const struct style *style, int64_t span_us,
               struct safe_text *ret_text);

/** 61.7 %; below 0 a dash. */
void show_permille(const struct style *style, int64_t permille,
                   struct safe_text *ret_text);

#endif
