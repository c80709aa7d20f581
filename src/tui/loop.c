/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inputs as they come, frames as they are due. */

#include "tui/loop.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "tui/editor.h"

enum {
    RESIZE_REST_US = 50000,   /* a window that is being drawn bigger */
    RESIZE_STORM_US = 500000, /* but is not to be blank for longer */
};

struct turn {
    struct loop *loop;
    struct pace pace;
    enum link_class link;
    int64_t second;     /* of wall time, the last that ticked */
    int64_t resized_us; /* the last change of size */
    int64_t storm_us;   /* the first of those not yet drawn; 0: none */
    bool has_mouse;
};

static int64_t now(const struct turn *turn)
{
    return turn->loop->now_us(turn->loop->arg);
}

static int64_t wall(const struct turn *turn)
{
    return turn->loop->wall_us(turn->loop->arg);
}

static void tell_link(struct turn *turn)
{
    enum link_class link = pace_link(&turn->pace);

    if (link == turn->link)
        return;
    turn->link = link;
    if (turn->loop->link)
        turn->loop->link(turn->loop->arg, link, turn->pace.round_trip_us);
}

static void take(struct turn *turn, const struct input *input)
{
    struct loop *loop = turn->loop;

    ui_touch(loop->ui);
    switch (input->kind) {
    case INPUT_ACKNOWLEDGED:
        pace_answered(&turn->pace, now(turn));
        tell_link(turn);
        break;
    case INPUT_RESIZE:
        turn->resized_us = now(turn);
        if (turn->storm_us == 0)
            turn->storm_us = turn->resized_us;
        ui_input(loop->ui, input);
        break;
    case INPUT_FOCUS:
    case INPUT_BLUR:
        loop->is_blurred = input->kind == INPUT_BLUR;
        pace_focus(&turn->pace, !loop->is_blurred);
        break;
    default:
        ui_input(loop->ui, input);
        break;
    }
}

/* No terminal says whether it took it; of tmux it is known what it needs. */
static void copy(struct loop *loop)
{
    char *text = ui_takes_copy(loop->ui);
    enum language language = ui_style(loop->ui)->language;

    if (text && !terminal_copy(loop->terminal, text))
        ui_say(loop->ui, SEVERITY_WARNING, "%s",
               lang_text(language,
                         N_("This terminal has no clipboard for programs: "
                            "Ctrl-T shows all without boxes.")));
    else if (text && getenv("TMUX"))
        ui_say(loop->ui, SEVERITY_INFO, "%s",
               lang_text(language, N_("Given to tmux, which takes it where "
                                      "set-clipboard is on.")));
    free(text);
}

/* It may be about a customer. */
static void forget(char *text)
{
    if (text)
        explicit_bzero(text, strlen(text));
    free(text);
}

/* A text goes out to an editor. */
struct outing {
    struct loop *loop;
    const struct ui_editing *editing;
    char *text;
};

static int go_out(void *arg, int tty)
{
    struct outing *outing = arg;
    const struct loop *loop = outing->loop;
    const struct editor_meanwhile meanwhile = {
        .fd = loop->fd,
        .ready = loop->ready,
        .tick = loop->tick,
        .arg = loop->arg,
    };

    return editor_run(outing->editing->text, tty, outing->editing->max_bytes,
                      &meanwhile, &outing->text);
}

static void edit_outside(struct turn *turn, struct ui_editing *editing)
{
    struct loop *loop = turn->loop;
    struct outing outing = { .loop = loop, .editing = editing };

    if (loop->away)
        loop->away(loop->arg, true);
    int rc = terminal_lend(loop->terminal, go_out, &outing);
    turn->has_mouse = false; /* nothing is on any more */
    if (loop->away)
        loop->away(loop->arg, false);
    ui_edited(loop->ui, editing, rc, outing.text);
    forget(outing.text);
    forget(editing->text);
}

static void serve_wishes(struct turn *turn)
{
    struct loop *loop = turn->loop;
    bool wants_mouse = ui_wants_mouse(loop->ui);
    struct ui_editing editing;

    if (ui_takes_editing(loop->ui, &editing))
        edit_outside(turn, &editing);
    if (ui_takes_suspension(loop->ui)) {
        terminal_suspend(loop->terminal);
        turn->has_mouse = false; /* nothing is on any more */
        ui_touch(loop->ui);
    }
    copy(loop);
    if (ui_takes_repaint(loop->ui)) {
        terminal_repaint(loop->terminal);
        ui_touch(loop->ui);
    }
    /* ncurses writes this by itself: not into the middle of a frame. */
    if (wants_mouse != turn->has_mouse && !terminal_is_behind(loop->terminal)) {
        terminal_mouse_set(loop->terminal, wants_mouse);
        turn->has_mouse = wants_mouse;
    }
}

static void read_all(struct turn *turn)
{
    struct input input;

    while (!ui_is_over(turn->loop->ui) &&
           terminal_read(turn->loop->terminal, &input)) {
        take(turn, &input);
        serve_wishes(turn); /* before the next key: what is on the screen? */
    }
}

/* All clocks on the screen move in one frame, on the second. */
static void tick(struct turn *turn)
{
    int64_t second = wall(turn) / 1000000;

    if (second == turn->second || !pace_ticks(&turn->pace, wall(turn)))
        return;
    turn->second = second;
    if (turn->loop->tick)
        turn->loop->tick(turn->loop->arg);
    if (pace_moves(wall(turn), ui_is_calm(turn->loop->ui)))
        ui_touch(turn->loop->ui);
}

/* When the window has kept its size for a moment; at once if it has not
 * changed. */
static int64_t rest_us(const struct turn *turn)
{
    int64_t rest = turn->resized_us + RESIZE_REST_US;
    int64_t end = turn->storm_us + RESIZE_STORM_US;

    return turn->storm_us == 0 ? 0 : rest < end ? rest : end;
}

static void show(struct turn *turn)
{
    struct loop *loop = turn->loop;
    bool is_hurried = ui_is_hurried(loop->ui);

    if (!ui_is_touched(loop->ui) || rest_us(turn) > now(turn) ||
        terminal_is_behind(loop->terminal))
        return;
    if (!is_hurried && pace_due_us(&turn->pace, now(turn)) > now(turn))
        return;

    turn->storm_us = 0;
    const struct grid *grid = ui_draw(loop->ui);
    bool is_new = !terminal_is_showing(loop->terminal, grid);
    bool asks = pace_shown(&turn->pace, now(turn), is_hurried || !is_new);
    if (is_new)
        terminal_show(loop->terminal, grid, asks);
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Until the next second, the next frame, or what the interface waits for. */
static int64_t wait_us(struct turn *turn)
{
    int64_t present = now(turn);
    int64_t wait = 1000000 - wall(turn) % 1000000;
    int64_t wake = ui_wake_us(turn->loop->ui);

    if (wake != INT64_MAX)
        wait = smaller(wait, wake - present);
    if (turn->storm_us != 0)
        wait = smaller(wait, rest_us(turn) - present);
    if (ui_is_touched(turn->loop->ui) &&
        !terminal_is_behind(turn->loop->terminal))
        wait = smaller(wait, pace_due_us(&turn->pace, present) - present);
    return wait < 1000 ? 1000 : wait;
}

static void wake(struct turn *turn, int64_t waited_for_us)
{
    if (now(turn) >= waited_for_us)
        ui_touch(turn->loop->ui);
}

static int turn_once(struct turn *turn)
{
    struct loop *loop = turn->loop;
    int64_t wake_us = ui_wake_us(loop->ui);
    bool is_ready = false;
    int rc = terminal_wait(loop->terminal, loop->fd, wait_us(turn), &is_ready);

    if (rc < 0)
        return rc;
    read_all(turn);
    if (is_ready && loop->ready)
        loop->ready(loop->arg);
    wake(turn, wake_us);
    tick(turn);
    serve_wishes(turn);
    show(turn);
    return 0;
}

int loop_run(struct loop *loop)
{
    assert(loop && loop->ui && loop->terminal && loop->now_us);
    struct turn turn = { .loop = loop, .has_mouse = false };
    int rc = 0;

    pace_init(&turn.pace, loop->frame_us, terminal_is_remote(loop->terminal));
    turn.second = wall(&turn) / 1000000;
    serve_wishes(&turn);
    show(&turn);
    while (rc == 0 && !ui_is_over(loop->ui))
        rc = turn_once(&turn);
    return rc;
}
