/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads lines while the session goes on. */

#include "console/linear_run.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/mark.h"
#include "console/console.h"
#include "console/console_start.h"
#include "console/linear.h"
#include "tui/terminal.h"

enum { ROWS = 24, COLUMNS = 80, TICK_MS = 1000 };

struct typing {
    struct program *program;
    struct linear *linear;
    char line[LINEAR_LINE_SIZE];
    size_t length;
    bool is_too_long; /* what follows in it is dropped */
    bool is_over;
};

static void take_line(struct typing *typing)
{
    typing->line[typing->length] = '\0';
    if (typing->is_too_long)
        ui_say(typing->program->ui, SEVERITY_WARNING, "%s",
               program_text(typing->program, N_("That line is too long.")));
    if (!linear_take(typing->linear, typing->is_too_long ? "" : typing->line))
        typing->is_over = true;
    typing->length = 0;
    typing->is_too_long = false;
}

static void take_byte(struct typing *typing, char byte)
{
    if (byte == '\n')
        take_line(typing);
    else if (typing->length + 1 < sizeof(typing->line))
        typing->line[typing->length++] = byte;
    else
        typing->is_too_long = true;
}

/* The end of the input leaves, like quit: what stood before it counts. */
static void read_input(struct typing *typing)
{
    char bytes[256];
    ssize_t count = read(STDIN_FILENO, bytes, sizeof(bytes));

    if (count <= 0) {
        typing->is_over = count == 0 || errno != EINTR;
        return;
    }
    for (ssize_t i = 0; i < count && !typing->is_over; i++)
        take_byte(typing, bytes[i]);
}

static bool is_refused(const struct program *program)
{
    return program->session &&
           session_link(program->session)->state == SESSION_REFUSED;
}

static int converse(struct typing *typing)
{
    struct program *program = typing->program;

    while (!typing->is_over && !is_refused(program)) {
        struct pollfd ready[] = {
            { STDIN_FILENO, POLLIN, 0 },
            { program->session ? session_fd(program->session) : -1, POLLIN, 0 },
        };

        if (poll(ready, 2, TICK_MS) < 0 && errno != EINTR)
            return -errno;
        console_take_news(program);
        console_tick(program);
        linear_look(typing->linear);
        if (ready[0].revents && !is_refused(program))
            read_input(typing);
        program->wishes = (struct program_wishes){ .title = NULL };
    }
    return is_refused(program) ? -EACCES : 0;
}

int linear_run(const struct console_wishes *wishes)
{
    assert(wishes);
    const struct console_place place = { ROWS, COLUMNS,
                                         terminal_tier_of_locale() };
    struct typing typing = { .length = 0 };
    int rc = console_start(wishes, &place, &typing.program);

    if (rc == 0)
        rc = linear_new(typing.program, stdout, &typing.linear);
    if (rc == 0)
        rc = converse(&typing);
    if (typing.linear)
        linear_end(typing.linear);
    linear_free(typing.linear);
    console_free(typing.program);
    return rc;
}
