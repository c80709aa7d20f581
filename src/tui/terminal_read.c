/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys from ncurses, the rest through the automaton. */

#include "tui/terminal.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>

#include "base/clock.h"
#include "tui/exit_guard.h"
#include "tui/terminal_inside.h"

enum {
    UNFINISHED_US = 100000, /* a sequence whose rest is not coming */
    UNFINISHED_PASTE_US = 2000000,
    WHEEL_ROWS = 3,
};

static uint32_t stroke_of_code(wint_t code)
{
    static const struct {
        wint_t code;
        uint32_t stroke;
    } codes[] = {
        { KEY_UP, STROKE_UP },
        { KEY_DOWN, STROKE_DOWN },
        { KEY_LEFT, STROKE_LEFT },
        { KEY_RIGHT, STROKE_RIGHT },
        { KEY_HOME, STROKE_HOME },
        { KEY_END, STROKE_END },
        { KEY_PPAGE, STROKE_PAGE_UP },
        { KEY_NPAGE, STROKE_PAGE_DOWN },
        { KEY_IC, STROKE_INSERT },
        { KEY_DC, STROKE_DELETE },
        { KEY_BACKSPACE, STROKE_BACKSPACE },
        { KEY_BTAB, STROKE_BACK_TAB },
        { KEY_ENTER, STROKE_ENTER },
    };

    if (code > KEY_F(0) && code <= KEY_F(24))
        return STROKE_F(code - KEY_F(0));
    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
        if (codes[i].code == code)
            return codes[i].stroke;
    return STROKE_NONE;
}

static bool take_mouse(struct terminal *terminal, struct input *ret_input)
{
    MEVENT event;

    if (getmouse(&event) != OK)
        return false;
    *ret_input = (struct input){ .row = event.y, .column = event.x };
    if (event.bstate & BUTTON1_PRESSED) {
        terminal->pressed_row = event.y;
        terminal->pressed_column = event.x;
    }
    ret_input->pressed_row = terminal->pressed_row;
    ret_input->pressed_column = terminal->pressed_column;
    if (event.bstate & BUTTON1_RELEASED)
        ret_input->kind = INPUT_CLICK;
    else if (event.bstate & BUTTON4_PRESSED)
        ret_input->wheel = -WHEEL_ROWS;
    else if (event.bstate & BUTTON5_PRESSED)
        ret_input->wheel = WHEEL_ROWS;
    if (ret_input->wheel != 0)
        ret_input->kind = INPUT_WHEEL;
    return ret_input->kind != INPUT_NONE;
}

static bool take_code(struct terminal *terminal, wint_t code,
                      struct input *ret_input)
{
    if (code == KEY_RESIZE) {
        *ret_input = (struct input){ .kind = INPUT_RESIZE,
                                     .row = LINES,
                                     .column = COLS };
        return true;
    }
    if (code == KEY_MOUSE)
        return take_mouse(terminal, ret_input);
    *ret_input =
        (struct input){ .kind = INPUT_STROKE, .stroke = stroke_of_code(code) };
    return ret_input->stroke != STROKE_NONE;
}

static bool take_signals(struct terminal *terminal, struct input *ret_input)
{
    int news = exit_guard_news();

    *ret_input = (struct input){ .kind = INPUT_NONE };
    if (news & EXIT_GUARD_END || terminal->is_gone)
        ret_input->kind = INPUT_END;
    else if (news & EXIT_GUARD_STOP)
        ret_input->kind = INPUT_SUSPEND;
    else if (news & EXIT_GUARD_CONTINUED)
        ret_input->kind = INPUT_CONTINUED;
    return ret_input->kind != INPUT_NONE;
}

/* Nothing more for now: an Esc alone is a key, the rest may wait a little. */
static bool take_pause(struct terminal *terminal, struct input *ret_input)
{
    int64_t limit_us = terminal->reply.state == REPLY_PASTE
                           ? UNFINISHED_PASTE_US
                           : UNFINISHED_US;

    return reply_pause(&terminal->reply,
                       clock_boot_us() - terminal->heard_us > limit_us,
                       ret_input);
}

bool terminal_read(struct terminal *terminal, struct input *ret_input)
{
    assert(terminal && ret_input);
    if (take_signals(terminal, ret_input))
        return true;
    for (;;) {
        wint_t code;
        int rc = wget_wch(terminal->keys, &code);

        if (rc == ERR)
            return take_pause(terminal, ret_input);
        /* An Esc that a key follows at once was a key of its own. */
        if (rc == KEY_CODE_YES && terminal->reply.state == REPLY_ESCAPE) {
            ungetch((int)code);
            return take_pause(terminal, ret_input);
        }
        if (rc == KEY_CODE_YES) {
            if (take_code(terminal, code, ret_input))
                return true;
            continue;
        }
        terminal->heard_us = clock_boot_us();
        if (reply_take(&terminal->reply, code, ret_input))
            return true;
    }
}

/* An unfinished sequence is looked at again soon. */
static struct timespec limit_of(const struct terminal *terminal,
                                int64_t wait_us)
{
    if (terminal->reply.state != REPLY_IDLE && wait_us > UNFINISHED_US)
        wait_us = UNFINISHED_US;
    return (struct timespec){ .tv_sec = wait_us / 1000000,
                              .tv_nsec = wait_us % 1000000 * 1000 };
}

int terminal_wait(struct terminal *terminal, int fd, int64_t wait_us,
                  bool *ret_fd)
{
    struct pollfd watched[] = {
        { .fd = terminal->fd, .events = POLLIN },
        { .fd = terminal->signals, .events = POLLIN },
        { .fd = fd, .events = POLLIN },
        { .fd = terminal->out.fd, .events = POLLOUT },
    };
    struct timespec limit = limit_of(terminal, wait_us < 0 ? 0 : wait_us);
    sigset_t mask;

    if (!terminal->out.is_stuck)
        outlet_flush(&terminal->out);
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    sigdelset(&mask, SIGWINCH);
    int rc = ppoll(watched, terminal->out.is_stuck ? 4 : 3,
                   wait_us < 0 ? NULL : &limit, &mask);
    if (rc < 0 && errno != EINTR)
        return -errno;
    if (rc > 0 && terminal->out.is_stuck && watched[3].revents)
        outlet_flush(&terminal->out);
    if (rc > 0 && watched[0].revents & (POLLHUP | POLLERR | POLLNVAL))
        terminal->is_gone = true;
    if (ret_fd)
        *ret_fd = rc > 0 && watched[2].revents != 0;
    return 0;
}

bool terminal_is_behind(const struct terminal *terminal)
{
    return terminal->out.is_stuck;
}

bool terminal_is_writable(const struct terminal *terminal)
{
    struct pollfd watched = { .fd = terminal->fd, .events = POLLOUT };

    return poll(&watched, 1, 0) == 1 && watched.revents & POLLOUT;
}
