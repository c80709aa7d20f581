/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From one set of attributes to another. */

#include "tui/pen.h"

#include <string.h>

#include "tui/pen_inside.h"

/* Flags that show in a cell without a character. */
enum { SHOWS_IN_BLANK = LOOK_UNDERLINE | LOOK_REVERSE };

/* Settings, joined in one sequence where the terminal writes them so. */
struct settings {
    struct draft draft;
    bool is_open; /* a sequence whose m is missing */
};

static void end_sequence(struct settings *settings)
{
    if (settings->is_open)
        draft_add(&settings->draft, "m", 1);
    settings->is_open = false;
}

static void add_parameters(struct settings *settings, const char *digits,
                           size_t length)
{
    if (settings->is_open)
        draft_add(&settings->draft, ";", 1);
    else
        draft_add(&settings->draft, "\033[", 2);
    draft_add(&settings->draft, digits, length);
    settings->is_open = true;
}

static void add_code(struct settings *settings, const char *code)
{
    add_parameters(settings, code, strlen(code));
}

static void add_string(struct settings *settings, const char *string, int value)
{
    char bytes[TERMINFO_BYTES];
    size_t length = terminfo_format(string, value, 0, bytes);
    bool is_sequence = length > 3 && memcmp(bytes, "\033[", 2) == 0 &&
                       bytes[length - 1] == 'm';

    for (size_t i = 2; is_sequence && i + 1 < length; i++)
        is_sequence = (bytes[i] >= '0' && bytes[i] <= '9') || bytes[i] == ';';
    if (is_sequence) {
        add_parameters(settings, bytes + 2, length - 3);
    } else {
        end_sequence(settings);
        draft_add(&settings->draft, bytes, length);
    }
}

static void add_flags(struct settings *settings, const struct terminfo *info,
                      uint8_t flags)
{
    if (flags & LOOK_BOLD)
        add_string(settings, info->bold, 0);
    if (flags & LOOK_DIM)
        add_string(settings, info->dim, 0);
    if (flags & LOOK_UNDERLINE)
        add_string(settings, info->smul, 0);
    if (flags & LOOK_REVERSE)
        add_string(settings, info->rev, 0);
}

static void add_colours(struct settings *settings, const struct terminfo *info,
                        const struct paint *paint)
{
    if (paint->foreground >= 0)
        add_string(settings, info->setaf, paint->foreground);
    if (paint->background >= 0)
        add_string(settings, info->setab, paint->background);
}

/* All off, then on what is wanted: every terminal can. */
static struct draft plan_anew(const struct pen *pen, const struct paint *paint)
{
    struct settings settings = { .is_open = false };

    if (pen->info->is_ansi)
        add_parameters(&settings, "", 0);
    else
        add_string(&settings, pen->info->sgr0, 0);
    add_flags(&settings, pen->info, paint->flags);
    add_colours(&settings, pen->info, paint);
    end_sequence(&settings);
    return settings.draft;
}

/* Bold and dim go off together. */
static uint8_t add_offs(struct settings *settings, uint8_t now, uint8_t wanted)
{
    uint8_t gone = now & (uint8_t)~wanted;

    if (gone & (LOOK_BOLD | LOOK_DIM)) {
        add_code(settings, "22");
        now &= (uint8_t) ~(LOOK_BOLD | LOOK_DIM);
    }
    if (gone & LOOK_UNDERLINE)
        add_code(settings, "24");
    if (gone & LOOK_REVERSE)
        add_code(settings, "27");
    return now & wanted;
}

/* Only what differs; nothing: this terminal cannot go there so. */
static struct draft plan_change(const struct pen *pen,
                                const struct paint *paint)
{
    const struct paint *now = &pen->paint;
    struct settings settings = { .is_open = false };
    struct paint colours = *paint;
    bool has_less = (now->flags & ~paint->flags) != 0 ||
                    (now->foreground >= 0 && paint->foreground < 0) ||
                    (now->background >= 0 && paint->background < 0);

    if (!pen->has_paint || (has_less && !pen->info->has_offs))
        return settings.draft;
    uint8_t kept = add_offs(&settings, now->flags, paint->flags);

    add_flags(&settings, pen->info, paint->flags & (uint8_t)~kept);
    if (colours.foreground == now->foreground)
        colours.foreground = -1;
    else if (colours.foreground < 0)
        add_code(&settings, "39");
    if (colours.background == now->background)
        colours.background = -1;
    else if (colours.background < 0)
        add_code(&settings, "49");
    add_colours(&settings, pen->info, &colours);
    end_sequence(&settings);
    return settings.draft;
}

static bool is_same(const struct paint *a, const struct paint *b)
{
    return a->foreground == b->foreground && a->background == b->background &&
           a->flags == b->flags;
}

static void take(struct pen *pen, const struct paint *paint)
{
    struct draft anew, change;

    if (pen->has_paint && is_same(&pen->paint, paint))
        return;
    anew = plan_anew(pen, paint);
    change = plan_change(pen, paint);
    if (change.length > 0 && change.length <= anew.length)
        anew = change;
    outlet_add(pen->outlet, anew.bytes, anew.length);
    pen->paint = *paint;
    pen->has_paint = true;
}

bool ink_is_blank(const struct ink *ink)
{
    return ink->points[0] == ' ' && ink->points[1] == 0 &&
           (ink->paint.flags & SHOWS_IN_BLANK) == 0;
}

bool ink_is_equal(const struct ink *a, const struct ink *b)
{
    if (ink_is_blank(a) && ink_is_blank(b))
        return a->paint.background == b->paint.background;
    return a->width == b->width && is_same(&a->paint, &b->paint) &&
           memcmp(a->points, b->points, sizeof(a->points)) == 0;
}

bool pen_suits(const struct pen *pen, const struct ink *ink)
{
    if (!pen->has_paint)
        return false;
    if (ink_is_blank(ink))
        return pen->paint.background == ink->paint.background &&
               (pen->paint.flags & SHOWS_IN_BLANK) == 0;
    return is_same(&pen->paint, &ink->paint);
}

/* A blank has no foreground: that of before stays, or goes with the rest. */
void pen_take_paint(struct pen *pen, const struct ink *ink)
{
    struct paint paint = ink->paint;

    if (pen_suits(pen, ink))
        return;
    if (ink_is_blank(ink)) {
        bool stays = pen->has_paint && paint.background >= 0;

        paint.foreground = stays ? pen->paint.foreground : -1;
        paint.flags = stays ? pen->paint.flags & (uint8_t)~SHOWS_IN_BLANK : 0;
    }
    take(pen, &paint);
}

void pen_plain(struct pen *pen)
{
    take(pen, &(struct paint){ -1, -1, 0 });
}

void pen_erase_rest(struct pen *pen)
{
    static const struct ink blank = { .points = { ' ' },
                                      .width = 1,
                                      .paint = { -1, -1, 0 } };

    pen_take_paint(pen, &blank);
    pen_say(pen, pen->info->el);
}
