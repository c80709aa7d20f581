/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of names. */

#include "tui/stroke.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "tui/utf8.h"

static const struct {
    uint32_t stroke;
    const char *name;
} names[] = {
    { ' ', "Space" },
    { STROKE_UP, "Up" },
    { STROKE_DOWN, "Down" },
    { STROKE_LEFT, "Left" },
    { STROKE_RIGHT, "Right" },
    { STROKE_HOME, "Home" },
    { STROKE_END, "End" },
    { STROKE_PAGE_UP, "PgUp" },
    { STROKE_PAGE_DOWN, "PgDn" },
    { STROKE_INSERT, "Ins" },
    { STROKE_DELETE, "Del" },
    { STROKE_BACKSPACE, "Backspace" },
    { STROKE_TAB, "Tab" },
    { STROKE_BACK_TAB, "Shift-Tab" },
    { STROKE_ENTER, "Enter" },
    { STROKE_ESCAPE, "Esc" },
};

enum { NAMES = sizeof(names) / sizeof(names[0]) };

static const char *word_of(uint32_t stroke)
{
    for (size_t i = 0; i < NAMES; i++)
        if (names[i].stroke == stroke)
            return names[i].name;
    return NULL;
}

void stroke_name(uint32_t stroke, char ret_name[STROKE_NAME_SIZE])
{
    const char *modifier = stroke & STROKE_CTRL  ? "Ctrl-"
                           : stroke & STROKE_ALT ? "Alt-"
                                                 : "";
    uint32_t key = stroke & ~(uint32_t)(STROKE_CTRL | STROKE_ALT);
    const char *word = word_of(key);
    char letter[5] = "";

    if (key > STROKE_F0 && key <= STROKE_LAST) {
        snprintf(ret_name, STROKE_NAME_SIZE, "%sF%u", modifier,
                 (unsigned)(key - STROKE_F0));
        return;
    }
    if (!word) {
        if (stroke & STROKE_CTRL && key >= 'a' && key <= 'z')
            key -= 'a' - 'A';
        letter[utf8_write((int32_t)key, letter)] = '\0';
    }
    snprintf(ret_name, STROKE_NAME_SIZE, "%s%s", modifier,
             word ? word : letter);
}

static bool begins(const char **name, size_t *length, const char *with)
{
    size_t taken = strlen(with);

    if (*length <= taken || strncasecmp(*name, with, taken) != 0)
        return false;
    *name += taken;
    *length -= taken;
    return true;
}

static uint32_t function_key(const char *digits, size_t length)
{
    uint32_t number = 0;

    for (size_t i = 0; i < length; i++) {
        if (digits[i] < '0' || digits[i] > '9' || length > 2)
            return STROKE_NONE;
        number = number * 10 + (uint32_t)(digits[i] - '0');
    }
    return number >= 1 && number <= 24 ? STROKE_F(number) : STROKE_NONE;
}

static uint32_t plain_find(const char *name, size_t length)
{
    size_t used;
    int32_t point = text_decode(name, length, &used);

    if (used == length && point > ' ')
        return (uint32_t)point;
    for (size_t i = 0; i < NAMES; i++)
        if (strlen(names[i].name) == length &&
            strncasecmp(names[i].name, name, length) == 0)
            return names[i].stroke;
    if (name[0] == 'F' || name[0] == 'f')
        return function_key(name + 1, length - 1);
    return STROKE_NONE;
}

uint32_t stroke_find(const char *name, size_t length)
{
    assert(name);
    uint32_t modifier = 0;

    if (begins(&name, &length, "Ctrl-"))
        modifier = STROKE_CTRL;
    else if (begins(&name, &length, "Alt-"))
        modifier = STROKE_ALT;
    if (length == 0)
        return STROKE_NONE;

    uint32_t key = plain_find(name, length);
    if (modifier == STROKE_CTRL && key >= 'A' && key <= 'Z')
        key += 'a' - 'A';
    return key == STROKE_NONE ? STROKE_NONE : key | modifier;
}

bool stroke_is_text(uint32_t stroke)
{
    return stroke >= ' ' && stroke < STROKE_UP && stroke != 0x7F;
}
