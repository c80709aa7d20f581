/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A message goes to another box by the keys of a phone. */

#include "core/visit.h"
#include "core/voicemail_inside.h"

void begin_visit_forward(struct turn *turn, const struct contact_row *contact,
                         const struct visit_row *visit)
{
    struct visit_row next = *visit;

    next.digit_count = 0;
    next.to_id = 0;
    begin_visit_prompt(turn, contact, &next, VISIT_BOX, "mailbox_forward");
}

enum refusal decide_visit_box_key(struct turn *turn,
                                  const struct contact_row *contact,
                                  const struct visit_row *visit, char key)
{
    struct visit_row next = *visit;

    if (key != '*')
        return press_visit_key(turn, contact, visit, key);

    (void)take_visit_digits(turn, contact);
    next.digit_count = 0;
    begin_visit_choice(turn, contact, &next);
    return REFUSED_NOT;
}

/* The box that has the extension, or that of the agent who has it. */
static const struct event_box_set *box_dialled(const struct turn *turn,
                                               const char *number)
{
    const struct planned planned = plan_number(turn->state, 0, number);

    return planned.kind == PLAN_BOX ? state_box(turn->state, planned.id)
           : planned.kind == PLAN_AGENT
               ? state_box_of_agent(turn->state, planned.id)
               : NULL;
}

static const char *prompt_of(enum refusal refusal)
{
    return refusal == REFUSED_ALREADY_SO ? "mailbox_same_box"
           : refusal == REFUSED_BOX_FULL ? "mailbox_box_full"
                                         : "mailbox_no_box";
}

void take_visit_box(struct turn *turn, const struct contact_row *contact,
                    const struct visit_row *visit)
{
    const struct digits digits = take_visit_digits(turn, contact);
    const struct event_box_set *box = box_dialled(turn, digits.text);
    const struct message_row *message = visit_message(turn, visit);
    struct visit_row next = *visit;

    next.digit_count = 0;
    if (!message) {
        begin_visit_message(turn, contact, &next);
        return;
    }

    enum refusal refusal = check_message_forward(turn, message, box);

    if (refusal)
        begin_visit_prompt(turn, contact, &next, VISIT_REFUSED,
                           prompt_of(refusal));
    else
        begin_visit_sure(turn, contact, &next, box);
}

/* What is full, or gone, meanwhile is told as such. */
static void forward(struct turn *turn, const struct contact_row *contact,
                    const struct visit_row *visit)
{
    const struct event_box_set *box = state_box(turn->state, visit->to_id);
    const struct message_row *message = visit_message(turn, visit);

    if (!message) {
        begin_visit_message(turn, contact, visit);
        return;
    }

    enum refusal refusal = check_message_forward(turn, message, box);

    if (refusal) {
        begin_visit_prompt(turn, contact, visit, VISIT_REFUSED,
                           prompt_of(refusal));
        return;
    }

    stamp_visit(turn, visit);
    write_message_forwarded(turn, message, box, &(struct note){ "" });
    begin_visit_prompt(turn, contact, visit, VISIT_DONE, "mailbox_forwarded");
}

void write_visit_sure_key(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit, char key)
{
    const struct event_box_set *box = state_box(turn->state, visit->to_id);

    if (key == '1')
        forward(turn, contact, visit);
    else if (key == '*' || !box)
        begin_visit_choice(turn, contact, visit);
    else
        begin_visit_sure(turn, contact, visit, box);
}
