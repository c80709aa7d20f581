/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a terminal can do besides showing cells. */

#include "tui/terminal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/clipboard.h"
#include "tui/desktop_note.h"
#include "tui/safe_text.h"
#include "tui/terminal_inside.h"

/* Pastes in brackets, news of the focus, the title laid aside. */
static const char extras_on[] = "\033[?2004h\033[?1004h\033[22;2t";
#define FLASH_OFF  "\033[?5l"
#define EXTRAS_OFF FLASH_OFF "\033[23;2t\033[?1004l\033[?2004l"
#define MOUSE_OFF  "\033[?1006l\033[?1002l\033[?1000l"

const char terminal_all_off[] = MOUSE_OFF EXTRAS_OFF;

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
        terminal_write(terminal, EXTRAS_OFF);
}

/* Reports of places past column 223 need the format that begins Esc [ <. */
void terminal_mouse_set(struct terminal *terminal, bool is_on)
{
    bool can_tell =
        COLS <= 223 || strstr(terminfo_string("kmous"), "[<") != NULL;

    if (!terminal->has_extras)
        return;
    mouseinterval(0);
    mousemask(is_on && can_tell ? (mmask_t)(BUTTON1_PRESSED | BUTTON1_RELEASED |
                                            BUTTON4_PRESSED | BUTTON5_PRESSED)
                                : 0,
              NULL);
    if (!is_on)
        terminal_write(terminal, MOUSE_OFF);
}

void terminal_title_set(struct terminal *terminal, const char *words)
{
    struct safe_text title;
    char bytes[SAFE_TEXT_SIZE + 16];

    if (!terminal->has_extras || terminal->tier == GLYPH_TIER_ASCII)
        return;
    safe_text_copy(&title, words);
    snprintf(bytes, sizeof(bytes), "\033]2;%s\033\\", title.text);
    outlet_add_text(&terminal->out, bytes);
}

bool terminal_copy(struct terminal *terminal, const char *text)
{
    char *bytes = terminal->has_extras
                      ? clipboard_write(text, getenv("TMUX") != NULL)
                      : NULL;

    if (!bytes)
        return false;
    outlet_add_text(&terminal->out, bytes);
    free(bytes);
    return true;
}

void terminal_bell(struct terminal *terminal)
{
    outlet_add_text(&terminal->out, "\a");
}

void terminal_flash_set(struct terminal *terminal, bool is_on)
{
    if (terminal->has_extras)
        outlet_add_text(&terminal->out, is_on ? "\033[?5h" : FLASH_OFF);
}

static const char *environment(const char *name)
{
    return getenv(name);
}

void terminal_note(struct terminal *terminal, const char *words)
{
    char bytes[DESKTOP_NOTE_SIZE];
    bool is_wrapped;
    enum desktop_note note = desktop_note_find(environment, &is_wrapped);

    desktop_note_write(note, is_wrapped, words, bytes);
    outlet_add_text(&terminal->out, bytes);
}
