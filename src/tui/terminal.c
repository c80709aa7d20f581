/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a terminal over, and gives it back. */

#include "tui/terminal.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

#include "tui/exit_guard.h"
#include "tui/safe_text.h"
#include "tui/terminal_inside.h"

static bool is_open;

/* Pastes in brackets, news of the focus, the title laid aside. */
static const char extras_on[] = "\033[?2004h\033[?1004h\033[22;2t";
static const char extras_off[] = "\033[23;2t\033[?1004l\033[?2004l";
static const char mouse_off[] = "\033[?1006l\033[?1002l\033[?1000l";

void terminal_write(const struct terminal *terminal, const char *bytes)
{
    size_t length = strlen(bytes), at = 0;

    while (at < length) {
        ssize_t written = write(terminal->fd, bytes + at, length - at);

        if (written < 0 && errno != EINTR)
            return; /* gone: reading tells */
        if (written > 0)
            at += (size_t)written;
    }
}

void terminal_extras_on(const struct terminal *terminal)
{
    if (terminal->has_extras)
        terminal_write(terminal, extras_on);
}

void terminal_extras_off(const struct terminal *terminal)
{
    if (terminal->has_extras)
        terminal_write(terminal, extras_off);
}

static const char *capability(const char *name)
{
    const char *text = tigetstr(name);

    return text && text != (char *)-1 ? text : "";
}

/* A capability may hold a padding such as $<5>, which nobody needs here. */
static size_t add(char *bytes, size_t length, const char *text)
{
    while (*text && length < EXIT_GUARD_BYTES) {
        if (text[0] == '$' && text[1] == '<' && strchr(text, '>'))
            text = strchr(text, '>') + 1;
        else
            bytes[length++] = *text++;
    }
    return length;
}

static int guard_arm(const struct terminal *terminal,
                     const struct termios *before)
{
    char bytes[EXIT_GUARD_BYTES];
    size_t length = 0;

    if (terminal->has_extras) {
        length = add(bytes, length, mouse_off);
        length = add(bytes, length, extras_off);
    }
    length = add(bytes, length, capability("sgr0"));
    length = add(bytes, length, capability("cnorm"));
    length = add(bytes, length, capability("rmkx"));
    length = add(bytes, length, capability("rmcup"));
    return exit_guard_arm(terminal->fd, before, bytes, length);
}

/* What the environment says about the size is older than the terminal. */
static int screen_open(struct terminal *terminal)
{
    static const char *const stand_ins[] = { "xterm-256color", "xterm",
                                             "vt100" };

    unsetenv("LINES");
    unsetenv("COLUMNS");
    terminal->screen = newterm(NULL, terminal->file, terminal->file);
    for (size_t i = 0; !terminal->screen && i < 3; i++) {
        terminal->stand_in = stand_ins[i];
        terminal->screen =
            newterm(stand_ins[i], terminal->file, terminal->file);
    }
    if (!terminal->screen)
        return -ENOTTY;
    set_term(terminal->screen);
    return *capability("cup") ? 0 : -ENOTTY;
}

static void modes_set(struct terminal *terminal)
{
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    intrflush(stdscr, FALSE);
    if (!getenv("ESCDELAY"))
        set_escdelay(25);
    terminal->has_extras = *capability("kmous") != '\0';
    terminal->is_remote = getenv("SSH_CONNECTION") != NULL;
    terminal->colours = has_colors() ? 8 : 0;
    if (has_colors()) {
        start_color();
        use_default_colors();
        terminal->colours = COLORS;
    }
    terminal_pairs_make(terminal);
}

static void size_changes_block(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGWINCH);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

static int take_over(struct terminal *terminal,
                     const struct terminal_setup *setup)
{
    struct reply_facts facts;
    struct termios before;

    if (tcgetattr(terminal->fd, &before) < 0)
        return -ENOTTY;
    terminal->tier = terminal_tier_find(setup, terminal->fd, &facts);
    terminal->has_frames = facts.has_frames && !getenv("TMUX");
    int rc = screen_open(terminal);
    if (rc < 0)
        return rc;
    modes_set(terminal);
    size_changes_block();
    terminal->signals = guard_arm(terminal, &before);
    if (terminal->signals < 0)
        return terminal->signals;
    terminal_extras_on(terminal);
    return grid_new(LINES, COLS, &terminal->shown);
}

int terminal_open(const struct terminal_setup *setup,
                  struct terminal **ret_terminal)
{
    assert(setup && ret_terminal);
    if (is_open)
        return -EBUSY;

    struct terminal *terminal = calloc(1, sizeof(*terminal));
    if (!terminal)
        return -ENOMEM;
    is_open = true;
    terminal->theme = setup->theme;
    terminal->wants_all = true;
    terminal->fd = open(setup->device ? setup->device : "/dev/tty",
                        O_RDWR | O_CLOEXEC | O_NOCTTY);
    int rc = terminal->fd < 0 ? -errno : reply_init(&terminal->reply);
    if (rc == 0) {
        terminal->file = fdopen(terminal->fd, "r+");
        rc = terminal->file ? take_over(terminal, setup) : -ENOMEM;
    }
    if (rc < 0) {
        terminal_close(terminal);
        return rc;
    }
    *ret_terminal = terminal;
    return 0;
}

struct terminal *terminal_close(struct terminal *terminal)
{
    if (!terminal)
        return NULL;
    if (terminal->screen) {
        terminal_mouse_set(terminal, false);
        terminal_extras_off(terminal);
        endwin();
        exit_guard_disarm();
        delscreen(terminal->screen);
    }
    if (terminal->file)
        fclose(terminal->file);
    else if (terminal->fd >= 0)
        close(terminal->fd);
    grid_free(terminal->shown);
    reply_done(&terminal->reply);
    free(terminal);
    is_open = false;
    return NULL;
}

enum glyph_tier terminal_tier(const struct terminal *terminal)
{
    return terminal->tier;
}

const char *terminal_stand_in(const struct terminal *terminal)
{
    return terminal->stand_in;
}

int terminal_rows(const struct terminal *terminal)
{
    (void)terminal;
    return LINES;
}

int terminal_columns(const struct terminal *terminal)
{
    (void)terminal;
    return COLS;
}

bool terminal_is_remote(const struct terminal *terminal)
{
    return terminal->is_remote;
}

/* Reports of places past column 223 need the format that begins Esc [ <. */
void terminal_mouse_set(struct terminal *terminal, bool is_on)
{
    bool can_tell = COLS <= 223 || strstr(capability("kmous"), "[<") != NULL;

    if (!terminal->has_extras)
        return;
    mouseinterval(0);
    mousemask(is_on && can_tell ? (mmask_t)(BUTTON1_PRESSED | BUTTON1_RELEASED |
                                            BUTTON4_PRESSED | BUTTON5_PRESSED)
                                : 0,
              NULL);
    if (!is_on)
        terminal_write(terminal, mouse_off);
}

void terminal_title_set(struct terminal *terminal, const char *words)
{
    struct safe_text title;
    char bytes[SAFE_TEXT_SIZE + 16];

    if (!terminal->has_extras || terminal->tier == GLYPH_TIER_ASCII)
        return;
    safe_text_copy(&title, words);
    snprintf(bytes, sizeof(bytes), "\033]2;%s\033\\", title.text);
    terminal_write(terminal, bytes);
}

void terminal_bell(struct terminal *terminal)
{
    terminal_write(terminal, "\a");
}

void terminal_suspend(struct terminal *terminal)
{
    struct sigaction stop = { .sa_handler = SIG_DFL }, before;

    terminal_mouse_set(terminal, false);
    terminal_extras_off(terminal);
    endwin();
    sigemptyset(&stop.sa_mask);
    sigaction(SIGTSTP, &stop, &before);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
    terminal_extras_on(terminal);
    terminal_repaint(terminal);
}
