/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Code points written as UTF-8; read by base/text.h. */

#ifndef TUI_UTF8_H
#define TUI_UTF8_H

#include <stddef.h>
#include <stdint.h>

/**
 * Writes a code point; what is none is written as U+FFFD.
 *
 * @param ret_bytes  room for 4; not terminated
 *
 * @return bytes written, 1 to 4
 */
size_t utf8_write(int32_t point, char ret_bytes[4]);

#endif
