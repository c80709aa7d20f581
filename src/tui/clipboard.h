/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text for the clipboard of whoever sits at the terminal. */

#ifndef TUI_CLIPBOARD_H
#define TUI_CLIPBOARD_H

#include <stdbool.h>

/**
 * Writes OSC 52 of XTerm's ctlseqs: the text as base64, so that nothing in it
 * can end the sequence. tmux takes it for itself where set-clipboard is on, and
 * lets what is wrapped through to the terminal outside where allow-passthrough
 * is: there it is written both ways.
 *
 * @return bytes for the terminal, to be released with free(); NULL: no memory
 */
char *clipboard_write(const char *text, bool is_in_tmux);

#endif
