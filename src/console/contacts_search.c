/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What contacts are looked for by. */

#include <string.h>

#include "base/mark.h"
#include "console/contacts_inside.h"
#include "console/search.h"
#include "tui/date.h"

enum {
    ID_FROM = 1,
    ID_FROM_TIME,
    ID_UNTIL,
    ID_UNTIL_TIME,
    ID_QUEUE,
    ID_AGENT,
    ID_TAG,
    ID_NUMBER,
    ID_CALLED,
    ID_WAITED,
    ID_FIND,
};
enum { MAX_TAG = 31 };

static bool write_filter(const struct search *search,
                         struct filter_words *words)
{
    if (!search_add_moment(search, ID_FROM, 0, "arrived_wall_us",
                           ">=", words) ||
        !search_add_moment(search, ID_UNTIL, DATE_MINUTES, "arrived_wall_us",
                           "<", words))
        return false;
    search_add_choice(search, ID_QUEUE, "queue_id", &search->queues, words);
    search_add_choice(search, ID_AGENT, "agent_id", &search->agents, words);
    search_add_text(search, ID_TAG, "tags", "has", words);
    search_add_text(search, ID_NUMBER, "caller", "~", words);
    search_add_text(search, ID_CALLED, "called", "~", words);
    search_add_longer(search, ID_WAITED, "wait_us", words);
    return true;
}

static int make_fields(const struct search *search,
                       struct form_field *ret_fields)
{
    const struct form_field fields[] = {
        search_day(search, ID_FROM, N_("From day")),
        search_time(ID_FROM_TIME, N_("From time")),
        search_day(search, ID_UNTIL, N_("To day")),
        search_time(ID_UNTIL_TIME, N_("To time")),
        search_queue(search, ID_QUEUE),
        search_agent(search, ID_AGENT),
        { .id = ID_TAG,
          .kind = FORM_TEXT,
          .label = N_("Tag"),
          .cells = 20,
          .max = MAX_TAG },
        search_caller(search, ID_NUMBER),
        search_called(ID_CALLED),
        search_longer(ID_WAITED, N_("Waited longer than")),
        search_button(ID_FIND),
    };

    memcpy(ret_fields, fields, sizeof(fields));
    return (int)(sizeof(fields) / sizeof(fields[0]));
}

int contacts_search_open(struct program *program)
{
    static const struct search_kind kind = {
        .title = N_("Find contacts"),
        .fields = make_fields,
        .write = write_filter,
    };

    return search_open(program, &kind);
}
