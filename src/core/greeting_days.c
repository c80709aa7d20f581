/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On which days which greeting of a box is heard. */

#include "core/greeting.h"

#include "core/calendar_day.h"
#include "core/decide_document.h"

/* The longest there are, so that an empty day bounds nothing. */
struct span_of_days {
    int64_t first, last;
};

struct greeting_days greeting_days(struct event_box_set *box,
                                   enum box_greeting greeting)
{
    switch (greeting) {
    case GREETING_BUSY:
        return (struct greeting_days){ &box->busy_from, &box->busy_until };
    case GREETING_CLOSED:
        return (struct greeting_days){ &box->closed_from, &box->closed_until };
    case GREETING_HOLIDAY:
        return (struct greeting_days){ &box->holiday_from,
                                       &box->holiday_until };
    case GREETING_STANDARD:
        break;
    }
    return (struct greeting_days){ &box->greeting_from, &box->greeting_until };
}

/* @return whether they are days, and in their order */
static bool read_days(const struct event_box_set *box,
                      enum box_greeting greeting, struct span_of_days *ret_days)
{
    struct event_box_set copy = *box;
    const struct greeting_days days = greeting_days(&copy, greeting);

    *ret_days = (struct span_of_days){ INT64_MIN, INT64_MAX };
    return (!days.from->text[0] ||
            calendar_day_read(days.from->text, &ret_days->first)) &&
           (!days.until->text[0] ||
            calendar_day_read(days.until->text, &ret_days->last)) &&
           ret_days->first <= ret_days->last;
}

/* Two bounds, or none: it comes before all others, and so not for good. */
static bool is_whole_holiday(const struct event_box_set *box)
{
    return !box->holiday_from.text[0] == !box->holiday_until.text[0];
}

enum refusal check_greeting_days(const struct event_box_set *box)
{
    static const enum refusal refusals[] = {
        [GREETING_STANDARD] = REFUSED_BAD_GREETING_DAYS,
        [GREETING_BUSY] = REFUSED_BAD_BUSY_DAYS,
        [GREETING_CLOSED] = REFUSED_BAD_CLOSED_DAYS,
        [GREETING_HOLIDAY] = REFUSED_BAD_HOLIDAY,
    };
    struct span_of_days days;

    for (int which = 0; which < box_greeting_count; which++)
        if (!read_days(box, (enum box_greeting)which, &days))
            return refusals[which];

    return is_whole_holiday(box) ? REFUSED_NOT : REFUSED_BAD_HOLIDAY;
}

/* Days that do not stand are of no greeting. */
static bool is_today(const struct event_box_set *box,
                     enum box_greeting greeting, const struct rule_book *book,
                     int64_t wall_us)
{
    struct local_time today;
    struct span_of_days days;

    if (!read_days(box, greeting, &days))
        return false;

    zone_local(rule_book_zone(book, ""), wall_us, &today);
    return days.first <= today.days && today.days <= days.last;
}

bool greeting_is_of_holiday(const struct event_box_set *box,
                            const struct rule_book *book, int64_t wall_us)
{
    return box->holiday_from.text[0] && box->holiday_until.text[0] &&
           is_today(box, GREETING_HOLIDAY, book, wall_us);
}

bool greeting_is_of_today(const struct event_box_set *box,
                          enum box_greeting greeting,
                          const struct rule_book *book, int64_t wall_us)
{
    return greeting == GREETING_HOLIDAY ||
           is_today(box, greeting, book, wall_us);
}

/* 0: none of its own, or not today. */
static uint64_t find_heard(const struct event_box_set *box,
                           enum box_greeting greeting,
                           const struct rule_book *book, int64_t wall_us)
{
    struct event_box_set copy = *box;

    return greeting_is_of_today(box, greeting, book, wall_us)
               ? *greeting_prompt_id(&copy, greeting)
               : 0;
}

uint64_t greeting_heard(const struct event_box_set *box,
                        enum box_greeting greeting,
                        const struct rule_book *book, int64_t wall_us)
{
    uint64_t own_id = find_heard(box, greeting, book, wall_us);

    return own_id ? own_id : find_heard(box, GREETING_STANDARD, book, wall_us);
}

enum refusal decide_set_greeting_days(struct turn *turn,
                                      const struct command_set_greeting_days *c)
{
    const struct event_box_set *box = state_box(turn->state, c->box_id);

    if (!box)
        return REFUSED_NO_BOX;
    if ((unsigned)c->greeting >= box_greeting_count)
        return REFUSED_BAD_VALUE;

    struct event_box_set changed = *box;
    struct greeting_days days = greeting_days(&changed, c->greeting);

    *days.from = c->from;
    *days.until = c->until;
    if (check_greeting_days(&changed))
        return REFUSED_BAD_DAYS;

    write_document(turn, DOCUMENT_BOX, &changed);
    return REFUSED_NOT;
}
