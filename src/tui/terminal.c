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

#include "tui/exit_guard.h"
#include "tui/safe_text.h"
#include "tui/terminal_inside.h"

static bool is_open;

static size_t add(char *bytes, size_t length, const char *text)
{
    size_t more = strlen(text);

    if (more > EXIT_GUARD_BYTES - length)
        return length;
    memcpy(bytes + length, text, more);
    return length + more;
}

static size_t add_string(char *bytes, size_t length, const char *name)
{
    char text[TERMINFO_BYTES + 1];

    text[terminfo_format(terminfo_string(name), 0, 0, text)] = '\0';
    return add(bytes, length, text);
}

static int guard_arm(const struct terminal *terminal,
                     const struct termios *before)
{
    char bytes[EXIT_GUARD_BYTES];
    size_t length = 0;

    if (terminal->has_extras)
        length = add(bytes, length, terminal_all_off);
    length = add_string(bytes, length, "sgr0");
    length = add_string(bytes, length, "cnorm");
    length = add_string(bytes, length, "rmkx");
    length = add_string(bytes, length, "rmcup");
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
    return *terminfo_string("cup") ? 0 : -ENOTTY;
}

/* A read from a pad draws nothing, one from a window might. */
static int modes_set(struct terminal *terminal)
{
    raw();
    noecho();
    nonl();
    terminal->keys = newpad(1, 1);
    if (!terminal->keys)
        return -ENOMEM;
    keypad(terminal->keys, TRUE);
    nodelay(terminal->keys, TRUE);
    intrflush(terminal->keys, FALSE);
    if (!getenv("ESCDELAY"))
        set_escdelay(25);
    terminal->has_extras = *terminfo_string("kmous") != '\0';
    terminal->is_remote = getenv("SSH_CONNECTION") != NULL;
    terminfo_load(&terminal->info);
    pen_init(&terminal->pen, &terminal->info, &terminal->out);
    terminal->has_cursor = true;
    return 0;
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
    rc = modes_set(terminal);
    if (rc < 0)
        return rc;
    terminal->info.has_repeat =
        terminal_repeats(&facts, terminal->info.has_repeat);
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
    const char *device = setup->device ? setup->device : "/dev/tty";

    terminal->fd = open(device, O_RDWR | O_CLOEXEC | O_NOCTTY);
    int rc = terminal->fd < 0 ? -errno : outlet_open(&terminal->out, device);
    if (rc == 0)
        rc = reply_init(&terminal->reply);
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

/* What waits is for a screen that goes away; and who takes nothing is not
 * waited for. What follows begins with an Esc, which ends a sequence that was
 * cut. */
static void leave_screen(struct terminal *terminal)
{
    char bytes[EXIT_GUARD_BYTES + 1];
    size_t length = add_string(bytes, 0, "sgr0");

    outlet_flush(&terminal->out);
    if (terminal->out.is_stuck)
        tcflush(terminal->fd, TCOFLUSH);
    outlet_drop(&terminal->out);
    bytes[add_string(bytes, length, "cnorm")] = '\0';
    terminal_write(terminal, bytes);
    terminal_mouse_set(terminal, false);
    terminal_extras_off(terminal);
    terminal->has_cursor = true;
    endwin();
}

struct terminal *terminal_close(struct terminal *terminal)
{
    if (!terminal)
        return NULL;
    if (terminal->screen) {
        leave_screen(terminal);
        exit_guard_disarm();
        if (terminal->keys)
            delwin(terminal->keys);
        delscreen(terminal->screen);
    }
    outlet_close(&terminal->out);
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

/* ncurses takes the screen again. */
static void take_screen(struct terminal *terminal)
{
    doupdate();
    terminal_extras_on(terminal);
    terminal_repaint(terminal);
}

int terminal_lend(struct terminal *terminal, int (*run)(void *arg, int tty),
                  void *arg)
{
    assert(terminal && run);
    leave_screen(terminal);
    int rc = run(arg, terminal->fd);
    take_screen(terminal);
    return rc;
}

void terminal_suspend(struct terminal *terminal)
{
    struct sigaction stop = { .sa_handler = SIG_DFL }, before;

    leave_screen(terminal);
    sigemptyset(&stop.sa_mask);
    sigaction(SIGTSTP, &stop, &before);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
    take_screen(terminal);
}
