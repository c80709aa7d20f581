/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What recordings are looked for by. */

#include <string.h>

#include "base/mark.h"
#include "console/recordings_inside.h"
#include "console/search.h"
#include "tui/date.h"
#include "wire/word_label.h"

enum {
    ID_FROM = 1,
    ID_FROM_TIME,
    ID_UNTIL,
    ID_UNTIL_TIME,
    ID_AGENT,
    ID_QUEUE,
    ID_STATE,
    ID_NUMBER,
    ID_CALLED,
    ID_LONGER,
    ID_FIND,
};
/* The first option is any. */
static int count_states(const void *arg)
{
    (void)arg;
    return 1 + (int)word_list_recording_state.count;
}

static void state_option(const void *arg, int n, const struct style *style,
                         struct safe_text *ret_text)
{
    const struct word_list *states = &word_list_recording_state;

    (void)arg;
    safe_text_copy(
        ret_text,
        lang_text(style->language,
                  n == 0 ? N_("any")
                         : word_label(states, word_spell(states, n - 1))));
}

static void add_state(const struct search *search, struct filter_words *words)
{
    int option = form_choice(search->form, ID_STATE);

    if (option > 0)
        filter_words_add(words, "state", "=",
                         word_spell(&word_list_recording_state, option - 1));
}

static bool write_filter(const struct search *search,
                         struct filter_words *words)
{
    if (!search_add_moment(search, ID_FROM, 0, "began_wall_us", ">=", words) ||
        !search_add_moment(search, ID_UNTIL, DATE_MINUTES, "began_wall_us", "<",
                           words))
        return false;
    search_add_choice(search, ID_AGENT, "agent_id", &search->agents, words);
    search_add_choice(search, ID_QUEUE, "queue_id", &search->queues, words);
    add_state(search, words);
    search_add_text(search, ID_NUMBER, "caller", "~", words);
    search_add_text(search, ID_CALLED, "called", "~", words);
    search_add_longer(search, ID_LONGER, "length_us", words);
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
        search_agent(search, ID_AGENT),
        search_queue(search, ID_QUEUE),
        { .id = ID_STATE,
          .kind = FORM_CHOICE,
          .label = N_("State"),
          .cells = 24,
          .options = count_states,
          .option = state_option },
        search_caller(search, ID_NUMBER),
        search_called(ID_CALLED),
        search_longer(ID_LONGER, N_("Longer than")),
        search_button(ID_FIND),
    };

    memcpy(ret_fields, fields, sizeof(fields));
    return (int)(sizeof(fields) / sizeof(fields[0]));
}

int recordings_search_open(struct program *program)
{
    static const struct search_kind kind = {
        .title = N_("Find recordings"),
        .fields = make_fields,
        .write = write_filter,
    };

    return search_open(program, &kind);
}
