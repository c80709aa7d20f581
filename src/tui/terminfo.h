/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the terminal can be told, as the system's table of terminals has it. */

#ifndef TUI_TERMINFO_H
#define TUI_TERMINFO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Names are those of terminfo(5). A string is NULL where the terminal lacks
 * it; it may hold parameters and paddings, so that it is written by
 * terminfo_format() alone. It belongs to ncurses and lives as long as its
 * screen.
 */

struct terminfo {
    const char *cup, *hpa, *vpa, *cuf, *cuf1, *cub;
    const char *clear, *el;
    const char *sgr0, *bold, *dim, *smul, *rev, *setaf, *setab;
    const char *civis, *cnorm;
    int colours;        /* below 1: none */
    bool has_lines;     /* carriage return, line feed, backspace move only */
    bool has_repeat;    /* CSI n b (ECMA-48, REP) */
    bool is_ansi;       /* CSI m is "all off" (ECMA-48, SGR) */
    bool has_offs;      /* and each thing goes off by itself: 22 24 27 39 49 */
    bool hangs;         /* at the edge, until something more is written */
    uint8_t uncoloured; /* LOOK_ flags that do not go with colours */
};

enum { TERMINFO_BYTES = 64 }; /* the longest a string becomes; longer is cut */

/** Reads the terminal that ncurses has just been given. */
void terminfo_load(struct terminfo *ret_info);

/** A string's own text, never NULL. */
const char *terminfo_string(const char *name);

/**
 * Fills in parameters and leaves paddings out, which nobody needs any more.
 *
 * @param string     NULL: writes nothing
 * @param ret_bytes  not terminated
 *
 * @return bytes, 0 to TERMINFO_BYTES
 */
size_t terminfo_format(const char *string, int first, int second,
                       char ret_bytes[TERMINFO_BYTES]);

#endif
