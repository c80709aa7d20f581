/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendars and caller lists, which conditions name. */

#include <string.h>

#include "core/calendar.h"
#include "core/callback.h"
#include "core/decide_document.h"
#include "core/write.h"

/* Calendars. */

enum refusal decide_set_calendar(struct turn *turn,
                                 const struct command_set_calendar *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_CALENDAR, c);
    struct calendar calendar;

    if (refusal)
        return refusal;
    if (loses_name(turn, DOCUMENT_CALENDAR, c))
        return REFUSED_IN_USE;
    if (!rule_book_zone(turn->book, c->zone.text))
        return REFUSED_NO_ZONE;
    if (calendar_parse((const void *)c, &calendar, NULL) < 0)
        return REFUSED_BAD_CALENDAR;

    write_document(turn, DOCUMENT_CALENDAR, c);
    return REFUSED_NOT;
}

enum refusal decide_remove_calendar(struct turn *turn,
                                    const struct command_remove_calendar *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_CALENDAR, c->id, c->version);

    if (refusal)
        return refusal;
    if (is_named(turn, DOCUMENT_CALENDAR, c->id) ||
        is_of_callbacks(turn->state, DOCUMENT_CALENDAR, c->id) ||
        is_in_a_flow(turn, DOCUMENT_CALENDAR, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_CALENDAR, c->id);
    return REFUSED_NOT;
}

/* Caller lists. */

static bool is_code(const char *country)
{
    return country[0] == '\0' ||
           (country[0] != '0' &&
            country[strspn(country, "0123456789")] == '\0');
}

static enum refusal check_numbers(const struct turn *turn,
                                  const struct command_set_caller_list *c)
{
    const struct caller_list *list = rule_book_list(turn->book, c->digest.text);

    if (c->digest.text[0] == '\0')
        return c->numbers ? REFUSED_LIST_NOT_STORED : REFUSED_NOT;

    return list && (int64_t)list->count == c->numbers ? REFUSED_NOT
                                                      : REFUSED_LIST_NOT_STORED;
}

static bool is_list_in_use(const struct turn *turn, uint64_t id)
{
    return is_named(turn, DOCUMENT_CALLER_LIST, id) ||
           is_in_a_flow(turn, DOCUMENT_CALLER_LIST, id);
}

enum refusal decide_set_caller_list(struct turn *turn,
                                    const struct command_set_caller_list *c)
{
    const struct event_caller_list_set *is =
        state_caller_list(turn->state, c->id);
    enum refusal refusal = check_document(turn, DOCUMENT_CALLER_LIST, c);

    if (refusal)
        return refusal;
    if (!is_code(c->country.text))
        return REFUSED_BAD_VALUE;
    if (is && strcmp(is->name.text, c->name.text) != 0 &&
        is_list_in_use(turn, c->id))
        return REFUSED_IN_USE;

    refusal = check_numbers(turn, c);
    if (!refusal)
        write_document(turn, DOCUMENT_CALLER_LIST, c);

    return refusal;
}

enum refusal decide_remove_caller_list(
    struct turn *turn, const struct command_remove_caller_list *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_CALLER_LIST, c->id, c->version);

    if (refusal)
        return refusal;
    if (is_list_in_use(turn, c->id) ||
        is_of_callbacks(turn->state, DOCUMENT_CALLER_LIST, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_CALLER_LIST, c->id);
    return REFUSED_NOT;
}
