/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another's terminal, libvterm, with a program of ours on its line. */

#ifndef TESTS_TUI_EMULATOR_H
#define TESTS_TUI_EMULATOR_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>
#include <termios.h>

#include <vterm.h>

#include "tui/grid.h"

enum { EMULATOR_LIMIT_S = 60 }; /* of every wait */

struct emulator {
    VTerm *vt;
    VTermScreen *screen;
    pid_t child;
    int fd;
    int line; /* the other end, kept open so that it can be looked at */
    struct termios before; /* how it was set */
    int rows, columns;
    bool is_alternate; /* what the program has switched on */
    int starts;        /* times it took the screen */
    bool cursor_visible;
    int mouse;
    char title[256];
    size_t bytes; /* the program has written */
    int bells;
    int questions; /* whether all is well, each after a frame */
    char last[8];  /* character written, for repetitions */
    size_t last_length;
    char held[16]; /* of a sequence that may be one */
    size_t held_length;
    bool is_deaf; /* answers nothing */
    bool cannot_repeat;
    bool can_hide; /* the cursor: vt100 cannot */
    int status;
    char dump[256]; /* file the program writes into */
};

/* How the program is started. */
struct emulator_setup {
    int rows, columns;
    const char *term;
    const char *locale; /* LC_ALL */
    const char *hostile;
    const char *theme;  /* or NULL */
    const char *report; /* where a crash is written to, or NULL */
    const char *colour; /* NO_COLOR=1 and the like, or NULL */
    bool probes;
    bool is_deaf;
    bool is_remote;     /* SSH_CONNECTION */
    bool is_utf8;       /* the emulator reads UTF-8 whatever the locale */
    bool is_bytes;      /* it does not */
    bool cannot_repeat; /* a character, whatever terminfo says */
};

/** Starts the sample; fails the test if it cannot. */
void emulator_start(struct emulator *emulator,
                    const struct emulator_setup *setup);

/** Waits until the program has the screen; not with vt100 or linux. */
void emulator_begin(struct emulator *emulator);

/** Presses: bytes as a keyboard sends them. */
void emulator_send(struct emulator *emulator, const char *bytes);

/** Shows all that has been written so far. */
void emulator_read(struct emulator *emulator);

/** Waits until a text stands on the screen. */
void emulator_expect(struct emulator *emulator, const char *text);

/** Presses keys again and again until a text stands on the screen: for what
 * is deaf at first. */
void emulator_insist(struct emulator *emulator, const char *bytes,
                     const char *text);

/** Presses keys again and again until the program ends. */
void emulator_press_to_end(struct emulator *emulator, const char *bytes);

/** Waits until the program draws for a size. */
void emulator_settle(struct emulator *emulator, int rows, int columns);

/** Changes the size of the window. */
void emulator_resize(struct emulator *emulator, int rows, int columns);

/** Asks the program for its picture (Ctrl-D), and waits for it. Close the file. */
FILE *emulator_dump(struct emulator *emulator);

/**
 * Compares the emulator's cells with the program's picture.
 *
 * @param has_looks  compares colours and attributes, too
 *
 * @return cells that differ; the first are printed
 */
int emulator_differences(struct emulator *emulator, bool has_looks);

/** A row as text. */
void emulator_row(const struct emulator *emulator, int row, char *ret_text,
                  size_t size);

/** Waits for the end of the program, showing what it still writes. */
void emulator_wait(struct emulator *emulator);

/** Ends it if need be, and releases all. */
void emulator_stop(struct emulator *emulator);

#endif
