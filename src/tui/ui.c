/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stack of views, and what they may ask for. */

#include "tui/ui.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "tui/crash.h"
#include "tui/ui_inside.h"

int ui_new(const struct ui_setup *setup, struct ui **ret_ui)
{
    assert(setup && setup->now_us && setup->wall_us && ret_ui);
    struct ui *ui = calloc(1, sizeof(*ui));

    if (!ui)
        return -ENOMEM;
    ui->setup = *setup;
    ui->escaped_us = ui->cancelled_us = ui->pressed_us = INT64_MIN / 2;
    ui->began_us = ui_now_us(ui);
    ui->wants_mouse = true;
    ui->is_touched = ui->is_hurried = true;

    int rc = message_log_new(&ui->messages);
    if (rc == 0)
        rc = grid_new(setup->rows, setup->columns, &ui->grid);
    if (rc < 0) {
        ui_free(ui);
        return rc;
    }
    *ret_ui = ui;
    return 0;
}

static void layer_free(struct layer *layer)
{
    if (layer->kind->free)
        layer->kind->free(layer->state);
}

struct ui *ui_free(struct ui *ui)
{
    if (!ui)
        return NULL;
    while (ui->count > 0)
        layer_free(&ui->layers[--ui->count]);
    free(ui->editing.text);
    grid_free(ui->grid);
    message_log_free(ui->messages);
    free(ui->copied);
    free(ui);
    return NULL;
}

void ui_enter(struct ui *ui)
{
    ui->depth++;
}

/* In the order in which they were closed, from the top down: a screen may hold
 * on to the one below it. */
void ui_leave(struct ui *ui)
{
    if (--ui->depth > 0)
        return;
    for (int i = 0; i < ui->closed_count; i++)
        layer_free(&ui->closed[i]);
    ui->closed_count = 0;
}

struct layer *ui_layer(struct ui *ui)
{
    return ui->count > 0 ? &ui->layers[ui->count - 1] : NULL;
}

/* The room of the closed ones is that of the stack: one call closes no more
 * than there were, unless it opens and closes in turn; then it ends here. */
static void layer_close(struct ui *ui, int at)
{
    struct layer layer = ui->layers[at];

    ui->count--;
    memmove(&ui->layers[at], &ui->layers[at + 1],
            (size_t)(ui->count - at) * sizeof(ui->layers[0]));
    if (ui->depth > 0 && ui->closed_count < UI_VIEWS)
        ui->closed[ui->closed_count++] = layer;
    else
        layer_free(&layer);
    ui->is_filtering = false;
    ui_touch(ui);
    ui->is_hurried = true;
}

/* How many are below a screen that is shut: what is opened and closed meanwhile
 * is so there. */
static int open_count(const struct ui *ui)
{
    int count = ui->count;

    while (count > 0 && ui->layers[count - 1].kind->is_shut)
        count--;
    return count;
}

int ui_push(struct ui *ui, const struct view_kind *kind, void *state)
{
    assert(ui && kind && kind->draw);
    struct layer layer = { .kind = kind, .state = state };

    if (ui->count == UI_VIEWS) {
        layer_free(&layer);
        return -ENOSPC;
    }
    int at = kind->is_shut ? ui->count : open_count(ui);
    memmove(&ui->layers[at + 1], &ui->layers[at],
            (size_t)(ui->count - at) * sizeof(ui->layers[0]));
    ui->layers[at] = layer;
    ui->count++;
    ui->is_filtering = false;
    ui->is_leading = false;
    crash_note("open", kind->name);
    ui->is_touched = ui->is_hurried = true;
    return 0;
}

int ui_replace(struct ui *ui, const struct view_kind *kind, void *state)
{
    for (int at = open_count(ui) - 1; at >= 0; at--)
        layer_close(ui, at);
    return ui_push(ui, kind, state);
}

/* Where it lies; -1: nowhere. */
static int layer_at(const struct ui *ui, const void *state)
{
    int at = ui->count - 1;

    while (at >= 0 && ui->layers[at].state != state)
        at--;
    return at;
}

void ui_close(struct ui *ui, const void *state)
{
    assert(ui);
    int at = layer_at(ui, state);

    if (at < 0)
        return;
    int end = ui->layers[at].kind->is_shut ? ui->count : open_count(ui);
    while (end > at)
        layer_close(ui, --end);
}

void ui_uncover(struct ui *ui, const void *state)
{
    assert(ui);
    int at = layer_at(ui, state);
    int end = open_count(ui);

    while (at >= 0 && end > at + 1)
        layer_close(ui, --end);
}

void *ui_top(const struct ui *ui, const struct view_kind *kind)
{
    int i = ui->count - 1;

    while (i > 0 && ui->layers[i].kind->is_about_below)
        i--;
    if (i < 0)
        return NULL;

    const struct layer *layer = &ui->layers[i];
    return !kind || layer->kind == kind ? layer->state : NULL;
}

void *ui_nth(const struct ui *ui, const struct view_kind *kind, size_t n)
{
    assert(ui && kind);
    for (int i = 0; i < ui->count; i++)
        if (ui->layers[i].kind == kind && n-- == 0)
            return ui->layers[i].state;
    return NULL;
}

struct table *ui_table(const struct ui *ui)
{
    const struct layer *layer =
        ui->count > 0 ? &ui->layers[ui->count - 1] : NULL;

    return layer && layer->kind->table ? layer->kind->table(layer->state, 0)
                                       : NULL;
}

const struct style *ui_style(const struct ui *ui)
{
    return &ui->setup.style;
}

void ui_style_set(struct ui *ui, struct style style)
{
    ui->setup.style = style;
    ui->is_touched = ui->is_hurried = true;
}

void ui_announce_set(struct ui *ui, enum announce announce)
{
    assert(announce < ANNOUNCE_COUNT);
    ui->announce = announce;
    ui->said = (struct spoken){ .what = 0 };
    ui_hurry(ui);
}

enum announce ui_announce(const struct ui *ui)
{
    return ui->announce;
}

void ui_calm_set(struct ui *ui, bool is_calm)
{
    ui->is_calm = is_calm;
    ui_hurry(ui);
}

bool ui_is_calm(const struct ui *ui)
{
    return ui->is_calm;
}

void ui_keep(struct ui *ui, const char *name, int64_t value)
{
    keep_set(&ui->keep, name, value);
    ui_touch(ui);
}

int64_t ui_kept(const struct ui *ui, const char *name, int64_t preset)
{
    return keep_get(&ui->keep, name, preset);
}

struct keep *ui_keep_all(struct ui *ui)
{
    return &ui->keep;
}

int64_t ui_now_us(const struct ui *ui)
{
    return ui->setup.now_us(ui->setup.arg);
}

int64_t ui_idle_us(const struct ui *ui)
{
    int64_t since_us =
        ui->pressed_us > ui->began_us ? ui->pressed_us : ui->began_us;

    return ui_now_us(ui) - since_us;
}

void ui_say(struct ui *ui, enum severity severity, const char *format, ...)
{
    assert(ui && format);
    struct message message = {
        .severity = severity,
        .wall_us = ui->setup.wall_us(ui->setup.arg),
        .at_us = ui_now_us(ui),
    };
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message.text, sizeof(message.text), format, arguments);
    va_end(arguments);
    message_log_add(ui->messages, &message);
    ui_touch(ui);
}

void ui_unsay(struct ui *ui, const char *text)
{
    assert(ui && text);
    if (message_log_withdraw(ui->messages, text))
        ui_touch(ui);
}

void ui_touch(struct ui *ui)
{
    ui->is_touched = true;
}

void ui_hurry(struct ui *ui)
{
    ui->is_touched = ui->is_hurried = true;
}

bool ui_is_touched(const struct ui *ui)
{
    return ui->is_touched;
}

bool ui_is_hurried(const struct ui *ui)
{
    return ui->is_touched && ui->is_hurried;
}

int64_t ui_wake_us(const struct ui *ui)
{
    int64_t wake = message_log_wake(ui->messages, ui_now_us(ui));
    int64_t shown = ui->lead_us + UI_LEAD_SHOWN_US;

    if (ui->pressed_us + UI_BARE_US > ui_now_us(ui) &&
        ui->pressed_us + UI_BARE_US < wake)
        wake = ui->pressed_us + UI_BARE_US;
    if (ui->is_leading && shown > ui_now_us(ui) && shown < wake)
        wake = shown;
    return wake;
}

void ui_quit(struct ui *ui)
{
    ui->is_over = true;
}

bool ui_is_over(const struct ui *ui)
{
    return ui->is_over;
}

bool ui_wants_mouse(const struct ui *ui)
{
    return ui->wants_mouse;
}

void ui_mouse_set(struct ui *ui, bool is_on)
{
    ui->wants_mouse = is_on;
}

bool ui_takes_repaint(struct ui *ui)
{
    bool wants = ui->wants_repaint;

    ui->wants_repaint = false;
    return wants;
}

char *ui_takes_copy(struct ui *ui)
{
    char *copied = ui->copied;

    ui->copied = NULL;
    return copied;
}

bool ui_takes_suspension(struct ui *ui)
{
    bool wants = ui->wants_suspension;

    ui->wants_suspension = false;
    return wants;
}

const struct message_log *ui_messages(const struct ui *ui)
{
    return ui->messages;
}
