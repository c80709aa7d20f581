/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was recorded by phone becomes a prompt, and a greeting of its box. */

#include "core/decide_document.h"
#include "core/greeting.h"
#include "core/visit.h"

static void write_prompt(struct turn *turn,
                         const struct event_prompt_set *prompt,
                         const struct digest *sound)
{
    struct event_prompt_set changed = *prompt;

    changed.sound = *sound;
    write_document(turn, DOCUMENT_PROMPT, &changed);
}

/* The box, or the prompt, may have gone meanwhile. */
static bool write_kept(struct turn *turn, const struct visit_row *visit,
                       const struct digest *sound)
{
    const struct event_prompt_set *prompt =
        state_prompt(turn->state, visit->prompt_id);

    if (!sound->text[0] || (visit->prompt_id && !prompt))
        return false;
    if (prompt) {
        write_prompt(turn, prompt, sound);
        return true;
    }

    return write_greeting(
               turn, &(struct greeting_made){ visit->box_id, visit->greeting,
                                              visit->take_language, NULL,
                                              sound }) == REFUSED_NOT;
}

/* The greeting of a holiday, and no days are set yet on which it is heard. */
static bool waits_for_holiday(const struct turn *turn,
                              const struct visit_row *visit)
{
    const struct event_box_set *box = state_box(turn->state, visit->box_id);

    return box && visit->greeting == GREETING_HOLIDAY &&
           !box->holiday_from.text[0];
}

enum refusal decide_take_kept(struct turn *turn,
                              const struct command_take_kept *c)
{
    const struct visit_row *visit = state_visit_asking(turn->state, c->serial);
    const struct contact_row *contact =
        visit ? state_contact(turn->state, visit->contact_id) : NULL;

    if (!contact || visit->stage != VISIT_KEEPING)
        return REFUSED_NOT_ASKED;

    turn->by = visit->user_id;
    turn->outbox->stamp.by = visit->user_id;
    bool is_kept = write_kept(turn, visit, &c->sound);
    bool is_heard = !waits_for_holiday(turn, visit);

    write_take_dropped(turn, visit);
    if (is_kept)
        begin_visit_prompt(turn, contact, visit, VISIT_KEPT,
                           is_heard ? "mailbox_kept" : "mailbox_no_holiday");
    else
        begin_visit_prompt(turn, contact, visit, VISIT_GOODBYE,
                           "mailbox_not_recorded");
    return REFUSED_NOT;
}
