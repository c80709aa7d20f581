/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for what all kinds of rows have. */

#include <string.h>

#include "base/mark.h"
#include "console/recordings_shelf_inside.h"
#include "console/show.h"
#include "lang/format.h"

void shelf_word_count(const struct shelf *shelf, const struct style *style,
                      struct safe_text *ret_text)
{
    enum shelf_state state = shelf_state(shelf);
    struct safe_text count;

    show_count(style, (int64_t)shelf_count(shelf), &count);
    safe_text_format(
        ret_text,
        show_say(style,
                 state == SHELF_ASKS    ? N_("%s, looks for more")
                 : state == SHELF_WHOLE ? N_("%s, that is all")
                 : state == SHELF_MORE  ? N_("%s, and more")
                 : state == SHELF_FULL
                     ? N_("%s, and more: by a filter, /")
                     : N_("%s; the rest could not be read: r tries again")),
        count.text);
}

void shelf_word_when(const struct program *program, int64_t wall_us,
                     struct safe_text *ret_text)
{
    enum language language = program_language(program);
    char day[FORMAT_SIZE], clock[FORMAT_SIZE];

    format_part(language, FORMAT_DAY, wall_us, NULL, day, sizeof(day));
    format_part(language, FORMAT_CLOCK, wall_us, NULL, clock, sizeof(clock));
    safe_text_format(ret_text, "%s %s", day, clock);
}

void shelf_word_number(const struct program *program,
                       const struct phone_number *number, bool is_masked,
                       struct safe_text *ret_text)
{
    if (is_masked)
        safe_text_copy(ret_text, program_text(program, N_("not shown")));
    else if (!number->text[0])
        safe_text_copy(ret_text, program_text(program, N_("withheld")));
    else
        safe_text_number(ret_text, number->text, strlen(number->text));
}
