/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out what the terminal can show, before ncurses has it. */

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/clock.h"
#include "tui/terminal_inside.h"

enum { PROBE_US = 60000 };

/* A letter of two bytes, an ambiguous sign, an eighth of a block, a stroke that
 * is repeated twice; after each, where is the cursor? At the end whether frames
 * are known. */
static const char questions[] = "\r\303\251\033[6n"
                                "\r\342\226\240\033[6n"
                                "\r\342\226\201\033[6n"
                                "\r\342\224\200\033[2b\033[6n"
                                "\r\033[K\033[?2026$p";

enum { LETTER, AMBIGUOUS, EIGHTH, REPEATED, ANSWERS };

static bool is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool read_some(int fd, struct reply *reply)
{
    unsigned char bytes[256];
    ssize_t count = read(fd, bytes, sizeof(bytes));
    struct input input;

    for (ssize_t i = 0; i < count; i++)
        reply_take(reply, bytes[i], &input);
    return count > 0;
}

/* Until all have been answered, or the time is over. */
static void listen_to(int fd, struct reply *reply)
{
    int64_t until_us = clock_boot_us() + PROBE_US;
    struct pollfd watched = { .fd = fd, .events = POLLIN };

    while (reply->facts.cursor_reports < ANSWERS) {
        int64_t left_us = until_us - clock_boot_us();

        if (left_us <= 0 || poll(&watched, 1, (int)(left_us / 1000) + 1) <= 0)
            return;
        if (!read_some(fd, reply))
            return;
    }
}

static bool ask(int fd, struct reply_facts *ret_facts)
{
    struct termios before, raw;
    struct reply reply;

    if (tcgetattr(fd, &before) < 0 || reply_init(&reply) < 0)
        return false;
    raw = before;
    cfmakeraw(&raw);
    tcsetattr(fd, TCSANOW, &raw);
    if (write(fd, questions, sizeof(questions) - 1) > 0)
        listen_to(fd, &reply);
    tcsetattr(fd, TCSANOW, &before);
    *ret_facts = reply.facts;
    reply_done(&reply);
    return ret_facts->cursor_reports == ANSWERS;
}

static enum glyph_tier tier_by_name(bool has_utf8)
{
    const char *term = getenv("TERM");

    if (!has_utf8)
        return GLYPH_TIER_ASCII;
    return term && strncmp(term, "linux", 5) == 0 ? GLYPH_TIER_WGL
                                                  : GLYPH_TIER_FULL;
}

static enum glyph_tier tier_by_answers(const struct reply_facts *facts)
{
    /* Column 2 is one cell wide, column 3 is two: bytes, or wide signs. */
    if (facts->cursor_columns[LETTER] != 2 ||
        facts->cursor_columns[AMBIGUOUS] != 2)
        return GLYPH_TIER_ASCII;
    return facts->cursor_columns[EIGHTH] == 2 ? tier_by_name(true)
                                              : GLYPH_TIER_WGL;
}

bool terminal_repeats(const struct reply_facts *facts, bool should)
{
    return facts->cursor_reports == ANSWERS
               ? facts->cursor_columns[REPEATED] == 4
               : should;
}

enum glyph_tier terminal_tier_of_locale(void)
{
    setlocale(LC_CTYPE, "");
    return is_utf8() ? GLYPH_TIER_FULL : GLYPH_TIER_ASCII;
}

enum glyph_tier terminal_tier_find(const struct terminal_setup *setup, int fd,
                                   struct reply_facts *ret_facts)
{
    bool had_utf8;
    enum glyph_tier tier;

    setlocale(LC_CTYPE, "");
    had_utf8 = is_utf8();
    tier = tier_by_name(had_utf8);
    *ret_facts = (struct reply_facts){ .has_frames = false };
    if (setup->is_probed && ask(fd, ret_facts))
        tier = tier_by_answers(ret_facts);
    if (setup->has_tier)
        tier = setup->tier;

    /* What is shown in UTF-8 must be written in it. */
    if (tier != GLYPH_TIER_ASCII && !had_utf8 &&
        !setlocale(LC_CTYPE, "C.UTF-8"))
        tier = GLYPH_TIER_ASCII;
    return tier;
}
