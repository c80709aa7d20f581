/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one terminal of this process, by ncurses. */

#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/glyph.h"
#include "tui/grid.h"
#include "tui/input.h"
#include "tui/theme.h"

/*
 * ncurses knows terminals, their modes and their keys. What is shown goes past
 * it: it writes a frame in pieces, by a write that blocks, and says more than
 * it must. One terminal at a time, because it keeps global state. Whatever ends the
 * process - exit(), SIGTERM, SIGHUP, a crash - leaves the terminal as it was.
 *
 * What the terminal answers is read by a strict automaton (tui/reply.h): an
 * answer never becomes a key. See ncurses(3x), and XTerm's ctlseqs.
 */

struct terminal_setup {
    const char *device; /* NULL: /dev/tty, the terminal of this process */
    bool has_tier;      /* tier is a wish; else found out */
    enum glyph_tier tier;
    bool is_probed; /* may ask the terminal how wide its signs are */
    enum theme theme;
};

struct terminal;

/**
 * Takes the terminal over. Environment: TERM; where terminfo lacks it,
 * xterm-256color, xterm and vt100 are tried. Blocks SIGWINCH but in
 * terminal_wait().
 *
 * @param ret_terminal  release with terminal_close()
 *
 * @return 0, or
 *     -ENOTTY  it is no terminal, or cannot address its cursor
 *     -EBUSY   it is open already
 *     -ENOMEM, or what opening the device gave
 */
int terminal_open(const struct terminal_setup *setup,
                  struct terminal **ret_terminal);

/** Gives it back as it was; NULL is fine. Returns NULL. */
struct terminal *terminal_close(struct terminal *terminal);

/** What a file or a pipe is to get, by the locale of the environment. */
enum glyph_tier terminal_tier_of_locale(void);

/** What its font can show: wished, probed, or by the locale. */
enum glyph_tier terminal_tier(const struct terminal *terminal);

/** The name terminfo had, where TERM was not known; else NULL. */
const char *terminal_stand_in(const struct terminal *terminal);

int terminal_rows(const struct terminal *terminal);
int terminal_columns(const struct terminal *terminal);

/** Whether somebody sits far away (SSH_CONNECTION). */
bool terminal_is_remote(const struct terminal *terminal);

/** Changes colours with the next frame. */
void terminal_theme_set(struct terminal *terminal, enum theme theme);

/** Turns reports of press and release on or off, for real. */
void terminal_mouse_set(struct terminal *terminal, bool is_on);

/** Sets the title of the window with the next frame or wait: fixed words only,
 * no data. */
void terminal_title_set(struct terminal *terminal, const char *words);

/**
 * Puts a text into the clipboard of whoever sits there, where the terminal lets
 * programs do that (tui/clipboard.h), with the next frame or wait.
 *
 * @return whether it was asked to; whether it did, no terminal says
 */
bool terminal_copy(struct terminal *terminal, const char *text);

/** Rings once, with the next frame or wait. */
void terminal_bell(struct terminal *terminal);

/** Turns the colours of the whole screen round, or back: for those who do not
 *  hear a bell. With the next frame or wait. */
void terminal_flash_set(struct terminal *terminal, bool is_on);

/** Puts a note on the desktop, where the terminal can (tui/desktop_note.h).
 *  With the next frame or wait. */
void terminal_note(struct terminal *terminal, const char *words);

/**
 * Shows a frame: writes what differs from the last one, by one write() that
 * does not block. While the terminal is behind, the frame waits behind the last
 * one: whoever builds frames looks at terminal_is_behind() first, so that never
 * more than one is under way.
 *
 * @param asks  ends it with a question, so that INPUT_ACKNOWLEDGED comes when
 *              the terminal has got this far
 */
void terminal_show(struct terminal *terminal, const struct grid *grid,
                   bool asks);

/** Whether it shows this picture already: then there is nothing to write. */
bool terminal_is_showing(const struct terminal *terminal,
                         const struct grid *grid);

/** Forgets what is on the screen: the next frame is written whole. */
void terminal_repaint(struct terminal *terminal);

/**
 * Leaves the terminal to somebody else, as it was before terminal_open(), and
 * takes over again when that function returns.
 *
 * @param run  gets the terminal's descriptor
 *
 * @return what it returned
 */
int terminal_lend(struct terminal *terminal, int (*run)(void *arg, int tty),
                  void *arg);

/** Stops the process like Ctrl-Z in a shell, and takes over again after. */
void terminal_suspend(struct terminal *terminal);

/**
 * Waits for an input, another descriptor, or a moment.
 *
 * @param fd       watched for reading, or -1
 * @param wait_us  at most; below 0: for ever
 * @param ret_fd   whether fd can be read; may be NULL when it is -1
 *
 * @return 0, or -errno of ppoll()
 */
int terminal_wait(struct terminal *terminal, int fd, int64_t wait_us,
                  bool *ret_fd);

/**
 * Takes the next input, without waiting. A paste is valid until the next call.
 *
 * @return whether there was one
 */
bool terminal_read(struct terminal *terminal, struct input *ret_input);

/** Whether a part of the last frame is still to be taken. */
bool terminal_is_behind(const struct terminal *terminal);

/** Whether it takes bytes at the moment. */
bool terminal_is_writable(const struct terminal *terminal);

#endif
