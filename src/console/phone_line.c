/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and the sign of a phone that stays connected. */

#include "console/phone_line.h"

#include "base/mark.h"
#include "wire/word_label.h"

bool phone_line_is_missed(const struct topic_agents *agent)
{
    return agent->mode == PHONE_NAILED_UP && agent->state != AGENT_OFFLINE &&
           agent->line != LINE_STANDS &&
           (agent->reachable || agent->line == LINE_DOWN);
}

static const char *why(const struct program *program,
                       const struct topic_agents *agent)
{
    return program_text(program, word_label(&word_list_line_end,
                                            word_spell(&word_list_line_end,
                                                       (int)agent->line_end)));
}

static void word_down(const struct program *program, struct safe_text *ret_text)
{
    const struct replica_row *row = program_agent(program);
    const struct topic_agents *agent = row->fields;
    int64_t left_us =
        replica_left_us(row, agent->line_left_us, program_now_us(program));

    if (agent->line_left_us)
        safe_text_format(
            ret_text,
            program_text(program, N_("Your phone is not connected (%s). "
                                     "Called again in %d s.")),
            why(program, agent), (int)((left_us + 999999) / 1000000));
    else
        safe_text_format(
            ret_text,
            program_text(program, N_("Your phone is not connected (%s). "
                                     "Alt-l has it called.")),
            why(program, agent));
}

void phone_line_words(const struct program *program, struct safe_text *ret_text)
{
    const struct topic_agents *agent = program_agent_fields(program);

    if (agent->line == LINE_DOWN)
        word_down(program, ret_text);
    else
        safe_text_copy(
            ret_text,
            program_text(program, agent->line == LINE_CALLED
                                      ? N_("Your phone rings: pick it up, and "
                                           "it stays connected.")
                                      : N_("Your phone is about to be "
                                           "called.")));
}

enum glyph phone_line_glyph(const struct topic_agents *agent)
{
    if (agent->mode != PHONE_NAILED_UP)
        return GLYPH_COUNT;
    if (agent->line == LINE_STANDS)
        return GLYPH_OK;

    return agent->line == LINE_CALLED ? GLYPH_WARN : GLYPH_CRIT;
}

const char *phone_line_may(const struct topic_agents *agent)
{
    if (agent->mode != PHONE_NAILED_UP)
        return N_("Your phone is not one that stays connected.");
    if (agent->state == AGENT_OFFLINE)
        return N_("You are offline. Sign in to the queues first: F9");
    if (agent->line == LINE_STANDS || agent->line == LINE_CALLED)
        return N_("Your phone is connected, or rings to be.");

    return NULL;
}
