/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that arrive as control sequences which terminfo does not know. */

#ifndef TUI_STROKE_SEQUENCE_H
#define TUI_STROKE_SEQUENCE_H

#include <stdint.h>

#include "tui/stroke.h"

/**
 * What nearly every terminal sends for a key that its TERM may be silent of: a
 * vt100 had no page keys, and no F5. As xterm, the VT220 and the Linux console
 * do it; without modifiers.
 *
 * @param parameters  between Esc [ and the final character
 *
 * @return STROKE_NONE: it is no key
 */
uint32_t stroke_of_sequence(const char *parameters, uint32_t final);

#endif
