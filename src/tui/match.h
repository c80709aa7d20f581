/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what somebody typed finds a text. */

#ifndef TUI_MATCH_H
#define TUI_MATCH_H

#include <stdbool.h>

/**
 * Whether each word of what was typed is somewhere in the text, whatever the
 * case and the accents: "dvorak" finds "Dvořáková". Nothing typed finds all.
 */
bool match_words(const char *text, const char *typed);

#endif
