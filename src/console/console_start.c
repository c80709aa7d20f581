/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clocks, the token's file, the first session. */

#include "console/console_start.h"

#include <assert.h>
#include <string.h>

#include "base/clock.h"
#include "console/console.h"

/* Clocks without an argument need their moment somewhere. */
static struct {
    int64_t now_us, wall_us;
} frozen;

static int64_t frozen_now_us(void)
{
    return frozen.now_us;
}

static int64_t frozen_wall_us(void)
{
    return frozen.wall_us;
}

static struct program_clocks choose_clocks(const struct console_wishes *wishes)
{
    if (wishes->now_wall_us == 0)
        return (struct program_clocks){ clock_boot_us, clock_wall_us };
    frozen.now_us = clock_boot_us();
    frozen.wall_us = wishes->now_wall_us;
    return (struct program_clocks){ frozen_now_us, frozen_wall_us };
}

static int64_t boot_us(void *arg)
{
    (void)arg;
    return clock_boot_us();
}

static int make_program(const struct console_wishes *wishes,
                        const struct console_place *place,
                        struct program **ret_program)
{
    char token_file[TOKEN_PATH_SIZE];
    bool has_file = token_path(&wishes->endpoint, token_file) == 0;
    struct console_setup setup = {
        .program = {
            .endpoint = wishes->endpoint,
            .ca_file = wishes->ca_file,
            .timeout_ms = wishes->timeout_ms,
            .board = wishes->board,
            .clocks = choose_clocks(wishes),
            .token_file = has_file ? token_file : NULL,
        },
        .rows = place->rows,
        .columns = place->columns,
        .style = { place->tier, wishes->language },
        .screen = wishes->screen,
        .keys = wishes->keys,
        .ui_now_us = boot_us,
    };

    setup.program.other_count = wishes->other_count;
    for (int n = 0; n < wishes->other_count; n++)
        setup.program.others[n] = wishes->others[n];
    return console_new(&setup, ret_program);
}

/* A token that cannot be read is none: the socket may do without one. */
static int begin_session(struct program *program)
{
    char token[TOKEN_SIZE] = "";
    bool has_token =
        program->token_file[0] && token_read(program->token_file, token) == 0;
    int rc = program_connect(program, has_token ? token : NULL);

    explicit_bzero(token, sizeof(token));
    return rc;
}

int console_start(const struct console_wishes *wishes,
                  const struct console_place *place,
                  struct program **ret_program)
{
    assert(wishes && place && ret_program);
    struct program *program;
    int rc = make_program(wishes, place, &program);

    if (rc < 0)
        return rc;
    rc = begin_session(program);
    if (rc < 0) {
        program_free(program);
        return rc;
    }
    *ret_program = program;
    return 0;
}
