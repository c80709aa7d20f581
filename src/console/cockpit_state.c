/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu in which a supervisor changes an agent's state. */

#include <string.h>

#include "base/mark.h"
#include "console/cockpit_inside.h"
#include "console/word.h"
#include "tui/menu.h"
#include "wire/value.h"

const struct topic_agents *cockpit_agent(struct cockpit *cockpit)
{
    const struct replica_row *row = roll_selected(cockpit->rolls[PANE_AGENTS]);

    return row ? row->fields : NULL;
}

enum { STATE_READY, STATE_OUT, STATE_PAUSES };

static bool is_offline(const struct cockpit *cockpit)
{
    const struct replica_row *row = replica_find(
        program_rows(cockpit->program), TOPIC_AGENTS, cockpit->subject_id);

    return !row ||
           ((const struct topic_agents *)row->fields)->state == AGENT_OFFLINE;
}

static int count_states(const void *arg)
{
    const struct cockpit *cockpit = arg;
    size_t pauses =
        replica_count(program_rows(cockpit->program), TOPIC_PAUSE_REASONS);

    return STATE_PAUSES + (pauses < 40 ? (int)pauses : 40);
}

static void fill_state(const void *arg, int n, const struct style *style,
                       struct menu_item *ret_item)
{
    const struct cockpit *cockpit = arg;

    *ret_item = (struct menu_item){ .letter = '\0' };
    if (n == STATE_READY) {
        ret_item->letter = 'r';
        safe_text_copy(&ret_item->label,
                       lang_text(style->language, N_("Ready for calls")));
    } else if (n == STATE_OUT) {
        ret_item->letter = 'o';
        safe_text_copy(&ret_item->label,
                       is_offline(cockpit)
                           ? lang_text(style->language, N_("Log in"))
                           : lang_text(style->language, N_("Log out")));
    } else {
        const struct event_pause_reason_set *reason =
            replica_at(program_rows(cockpit->program), TOPIC_PAUSE_REASONS,
                       (size_t)(n - STATE_PAUSES))
                ->fields;
        struct safe_text name;

        word_name(&(struct word_names){ &reason->name, &reason->label,
                                        &reason->label_es, &reason->label_cs },
                  style->language, &name);
        safe_text_format(&ret_item->label,
                         lang_text(style->language, N_("Pause: %s")),
                         name.text);
        if (!strchr("ro", reason->key.text[0]))
            ret_item->letter = reason->key.text[0];
    }
}

static void choose_state(void *arg, int n, uint32_t stroke)
{
    struct cockpit *cockpit = arg;
    struct errand errand = {
        .route = n == STATE_READY      ? ROUTE_AGENT_AVAILABLE
                 : n >= STATE_PAUSES   ? ROUTE_AGENT_PAUSE
                 : is_offline(cockpit) ? ROUTE_AGENT_LOG_IN
                                       : ROUTE_AGENT_LOG_OUT,
        .id = cockpit->subject_id,
        .body = value_object(),
    };

    (void)stroke;
    if (n >= STATE_PAUSES)
        (void)value_set_integer(
            errand.body, "reason_id",
            (int64_t)replica_at(program_rows(cockpit->program),
                                TOPIC_PAUSE_REASONS, (size_t)(n - STATE_PAUSES))
                ->id);
    program_send(cockpit->program, &errand);
}

void cockpit_ask_state(struct cockpit *cockpit)
{
    cockpit->subject_id = cockpit_agent(cockpit)->agent_id;
    menu_push(cockpit->program->ui, &(struct menu){
                                        .title = N_("Change the agent's state"),
                                        .hint = N_("during a call: afterwards"),
                                        .count = count_states,
                                        .item = fill_state,
                                        .choose = choose_state,
                                        .arg = cockpit,
                                    });
}
