/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks ncurses for its terminal's strings. */

#include "tui/terminfo.h"

#include <assert.h>
#include <string.h>

#include "tui/theme.h"

#include <curses.h>
#include <term.h>

static const char *string_of(const char *name)
{
    const char *text = tigetstr(name);

    return text && text != (char *)-1 && *text ? text : NULL;
}

const char *terminfo_string(const char *name)
{
    const char *text = string_of(name);

    return text ? text : "";
}

static bool is_string(const char *name, const char *text)
{
    return strcmp(terminfo_string(name), text) == 0;
}

/* The bits of ncv, terminfo(5) and those of the attributes. */
static uint8_t find_uncoloured(void)
{
    static const struct {
        int bit;
        uint8_t flag;
    } bits[] = {
        { 2, LOOK_UNDERLINE },
        { 4, LOOK_REVERSE },
        { 16, LOOK_DIM },
        { 32, LOOK_BOLD },
    };
    int barred = tigetnum("ncv");
    uint8_t flags = 0;

    for (size_t i = 0; barred > 0 && i < sizeof(bits) / sizeof(bits[0]); i++)
        if (barred & bits[i].bit)
            flags |= bits[i].flag;
    return flags;
}

static void load_manners(struct terminfo *info)
{
    info->colours = tigetnum("colors");
    info->has_lines = is_string("cr", "\r") && is_string("cud1", "\n") &&
                      is_string("cub1", "\b");
    info->has_repeat = is_string("rep", "%p1%c\033[%p2%{1}%-%db");
    info->is_ansi = info->sgr0 && (strstr(info->sgr0, "\033[m") ||
                                   strstr(info->sgr0, "\033[0m"));
    info->has_offs = info->is_ansi && is_string("rmul", "\033[24m") &&
                     is_string("op", "\033[39;49m");
    info->hangs = tigetflag("am") <= 0 || tigetflag("xenl") > 0;
    info->uncoloured = find_uncoloured();
}

void terminfo_load(struct terminfo *ret_info)
{
    assert(ret_info);
    *ret_info = (struct terminfo){
        .cup = string_of("cup"),
        .hpa = string_of("hpa"),
        .vpa = string_of("vpa"),
        .cuf = string_of("cuf"),
        .cuf1 = string_of("cuf1"),
        .cub = string_of("cub"),
        .clear = string_of("clear"),
        .el = string_of("el"),
        .sgr0 = string_of("sgr0"),
        .bold = string_of("bold"),
        .dim = string_of("dim"),
        .smul = string_of("smul"),
        .rev = string_of("rev"),
        .setaf = string_of("setaf"),
        .setab = string_of("setab"),
        .civis = string_of("civis"),
        .cnorm = string_of("cnorm"),
    };
    load_manners(ret_info);
}

/* A padding is $<5>, with * or / before its end. */
static const char *past_padding(const char *text)
{
    const char *end =
        text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;

    return end ? end + 1 : text;
}

size_t terminfo_format(const char *string, int first, int second,
                       char ret_bytes[TERMINFO_BYTES])
{
    const char *text = string ? tiparm(string, first, second) : NULL;
    size_t length = 0;

    while (text && *text && length < TERMINFO_BYTES) {
        const char *next = past_padding(text);

        if (next == text)
            ret_bytes[length++] = *next++;
        text = next;
    }
    return length;
}
