/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that turn, and figures that follow. */

#include "console/wallboard_view.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/wallboard_gather.h"
#include "console/wallboard_print.h"

enum { PAGE_S = 15 };

/* A picture that never moves burns itself in. */
static const int64_t SHIFT_US = INT64_C(1800) * 1000000;

struct board_view {
    struct program *program;
    size_t page;
    int64_t turned_us;
    bool is_stopped;
    struct figures *queues;
};

/* What the command line says; in a console, all queues by the rules. */
static struct wallboard_wishes wishes_of(const struct board_view *view)
{
    const struct wallboard_wishes *board = view->program->setup.board;

    return board ? *board : (struct wallboard_wishes){ .page_s = PAGE_S };
}

static void turn(struct board_view *view, struct wallboard *board)
{
    int64_t page_us = INT64_C(1000000) * wishes_of(view).page_s;
    size_t pages = wallboard_pages(board->queue_count);
    int64_t now_us = ui_now_us(view->program->ui);

    if (view->turned_us == 0)
        view->turned_us = now_us;
    if (!view->is_stopped && page_us > 0 &&
        now_us - view->turned_us >= page_us) {
        view->page++;
        view->turned_us = now_us;
    }
    board->page = view->page %= pages;
    board->next_page_s = view->is_stopped || page_us == 0
                             ? -1
                             : (page_us - (now_us - view->turned_us)) / 1000000;
}

static void board_draw(void *state, const struct surface *surface)
{
    struct board_view *view = state;
    const struct program *program = view->program;
    struct wallboard_wishes wishes = wishes_of(view);
    const struct wallboard_choice choice = { wishes.names };
    const struct session_link *link = session_link(program->session);
    struct wallboard board = {
        .wall_us = program_wall_us(program),
        .limits = wishes.limits,
        .shift = (int)(program_wall_us(program) / SHIFT_US % 2),
    };

    wallboard_gather(program_rows(program), &choice, link->role == ROLE_AGENT,
                     program_now_us(program), surface->style->language,
                     view->queues, &board);
    wallboard_tell_link(program->session, program_now_us(program),
                        surface->style, &board);
    turn(view, &board);
    wallboard_draw(surface, &board);
}

static bool board_run(void *state, int action)
{
    struct board_view *view = state;

    switch (action) {
    case DO_NEXT_PAGE:
        view->page++;
        break;
    case DO_LAST_PAGE:
        view->page = view->page ? view->page - 1 : WALLBOARD_QUEUES;
        break;
    case DO_STOP_PAGES:
        view->is_stopped = !view->is_stopped;
        break;
    default:
        return false;
    }
    view->turned_us = 0;
    return true;
}

static void board_free(void *state)
{
    struct board_view *view = state;

    for (size_t i = 0; i < WALLBOARD_TOPICS; i++)
        program_release(view->program, wallboard_topics[i]);
    free(view->queues);
    free(view);
}

static const struct view_kind board_kind = {
    .name = N_("Wallboard"),
    .is_bare = true,
    .scopes = { SCOPE_WALLBOARD },
    .draw = board_draw,
    .run = board_run,
    .free = board_free,
};

int wallboard_open(struct program *program)
{
    struct board_view *view = calloc(1, sizeof(*view));

    if (view)
        view->queues = calloc(WALLBOARD_QUEUES, sizeof(*view->queues));
    if (!view || !view->queues) {
        free(view);
        return -ENOMEM;
    }
    view->program = program;
    for (size_t i = 0; i < WALLBOARD_TOPICS; i++)
        program_hold(program, wallboard_topics[i]);
    return ui_replace(program->ui, &board_kind, view);
}
