/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way into a box by phone, and what comes when a prompt or a time ends. */

#include "core/visit.h"

#include "core/decide_inside.h"

/* So long has the caller to choose, and between the keys of a number. */
static const int64_t KEY_US = 10000000;

static const struct visit_row *visit_of(const struct turn *turn,
                                        const struct contact_row *contact)
{
    return state_visit(turn->state, contact->contact_id);
}

/* Going on. */

void write_visit(struct turn *turn, const struct visit_row *next, bool plays,
                 int64_t due_us)
{
    bool asks = next->stage == VISIT_CHECKING || next->stage == VISIT_KEEPING;

    WRITE(turn, VISIT_WENT_ON, visit_went_on,
          { .contact_id = next->contact_id,
            .box_id = next->box_id,
            .stage = next->stage,
            .plays = plays,
            .asks = asks,
            .due_us = due_us,
            .user_id = next->user_id,
            .is_in = next->is_in,
            .digit_count = next->digit_count,
            .wrong = next->wrong,
            .hears_old = next->hears_old,
            .message_id = next->message_id,
            .greeting = next->greeting,
            .urgent_id = next->urgent_id,
            .other_id = next->other_id,
            .to_id = next->to_id,
            .take_language = next->take_language });
}

bool is_visit_spent(const struct turn *turn, const struct visit_row *visit)
{
    return visit->steps >= VISIT_MAX_STEPS || turn->now_us >= visit->until_us;
}

void begin_visit_prompt(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit, enum visit_stage stage,
                        const char *name)
{
    struct visit_row next = *visit;

    if (is_visit_spent(turn, visit)) {
        stage = VISIT_GOODBYE;
        name = "mailbox_goodbye";
    }
    next.stage = stage;
    write_visit(turn, &next, true, answer_due_us(turn, EFFECT_PLAY));
    ask_prompt_in(turn, contact, visit->language, name, 0);
}

void await_visit_key(struct turn *turn, const struct contact_row *contact,
                     const struct visit_row *visit)
{
    write_visit(turn, visit, false, turn->now_us + KEY_US);
    if (contact->play)
        ASK(turn, { .type = EFFECT_STOP_PLAY,
                    .contact_id = contact->contact_id,
                    .call = contact->call });
}

void begin_visit_goodbye(struct turn *turn, const struct contact_row *contact,
                         const struct visit_row *visit)
{
    begin_visit_prompt(turn, contact, visit, VISIT_GOODBYE, "mailbox_goodbye");
}

void begin_visit_menu(struct turn *turn, const struct contact_row *contact,
                      const struct visit_row *visit)
{
    if (visit->by_server)
        begin_visit_goodbye(turn, contact, visit);
    else
        begin_visit_prompt(turn, contact, visit, VISIT_MENU, "mailbox_menu");
}

/* Coming. */

/* Which box the code means, as it was dialled; NULL: none, or none yet. */
static const struct event_box_set *box_called(const struct turn *turn,
                                              uint64_t device_id,
                                              const struct planned *planned)
{
    return planned->feature == FEATURE_VOICEMAIL
               ? state_box_of_agent(
                     turn->state, state_agent_of_device(turn->state, device_id))
               : state_box(turn->state, planned->id);
}

bool is_room_for_visit(const struct turn *turn)
{
    return state_row_count(turn->state, ROW_VISIT) < VISIT_MAX;
}

enum refusal check_visit(const struct turn *turn, uint64_t device_id,
                         const struct planned *planned)
{
    if (planned->feature == FEATURE_VOICEMAIL &&
        !box_called(turn, device_id, planned))
        return REFUSED_NO_OWN_BOX;
    if (!is_room_for_visit(turn))
        return REFUSED_TOO_MANY;

    return check_own_phone(turn, device_id);
}

/* Of a foreign box nothing is to be heard before the PIN, not even what language
   it speaks. */
static enum speech language_for(const struct turn *turn,
                                const struct contact_row *contact,
                                const struct event_box_set *own)
{
    uint64_t agent_id = state_agent_of_device(turn->state, contact->device_id);
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);
    const struct event_user_set *user =
        agent ? state_user(turn->state, agent->user_id) : NULL;

    if (user)
        return user->language;

    return own ? own->mail_language : contact->language;
}

void begin_visit_entering(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit)
{
    const struct event_box_set *box = state_box(turn->state, visit->box_id);
    const struct event_agent_set *agent =
        state_agent(turn->state, visit->agent_id);
    struct visit_row next = *visit;

    next.digit_count = 0;
    if (box && box->pin != PIN_ALWAYS &&
        state_hears_box(turn->state, box, visit->agent_id)) {
        next.is_in = true;
        next.user_id = agent->user_id;
        begin_visit_counts(turn, contact, &next);
    } else if (is_caller_locked(turn, contact)) {
        begin_visit_prompt(turn, contact, &next, VISIT_GOODBYE,
                           "mailbox_locked");
    } else {
        begin_visit_prompt(turn, contact, &next, VISIT_PIN, "mailbox_pin");
    }
}

static void write_began(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit)
{
    WRITE(turn, VISIT_BEGAN, visit_began,
          { .contact_id = contact->contact_id,
            .box_id = visit->box_id,
            .agent_id = visit->agent_id,
            .language = visit->language,
            .stage = VISIT_NUMBER,
            .asks_number = visit->asks_number,
            .due_us = answer_due_us(turn, EFFECT_PLAY),
            .until_us = visit->until_us,
            .ivr_us = ivr_so_far_us(turn, contact) });
    if (visit->asks_number)
        ask_prompt_in(turn, contact, visit->language, "mailbox_number", 0);
    else
        begin_visit_entering(turn, contact, visit);
}

void write_visit_from_flow(struct turn *turn, const struct contact_row *contact)
{
    const struct visit_row visit = {
        .contact_id = contact->contact_id,
        .until_us = turn->now_us + VISIT_LONGEST_US,
        .asks_number = true,
        .language = contact->language,
    };

    write_began(turn, contact, &visit);
}

bool write_visit_begun(struct turn *turn, const struct contact_row *contact)
{
    const struct planned planned =
        plan_number(turn->state, contact->device_id, contact->called.text);
    bool is_any = planned.feature == FEATURE_ANY_BOX;

    if (planned.kind != PLAN_FEATURE ||
        (!is_any && planned.feature != FEATURE_VOICEMAIL))
        return false;

    const struct event_box_set *box =
        box_called(turn, contact->device_id, &planned);
    const struct visit_row visit = {
        .contact_id = contact->contact_id,
        .box_id = box ? box->id : 0,
        .agent_id = state_agent_of_device(turn->state, contact->device_id),
        .until_us = turn->now_us + VISIT_LONGEST_US,
        .asks_number = is_any && !planned.key,
        .language = language_for(turn, contact, is_any ? NULL : box),
    };

    write_began(turn, contact, &visit);
    return true;
}

/* What plays is over, or the caller's time. */

/* What is to be done is not confirmed before it was said. */
void write_visit_prompt_ended(struct turn *turn,
                              const struct contact_row *contact, bool failed)
{
    const struct visit_row *visit = visit_of(turn, contact);

    if (failed && visit->stage == VISIT_SURE) {
        begin_visit_choice(turn, contact, visit);
        return;
    }

    switch (visit->stage) {
    case VISIT_NUMBER:
    case VISIT_PIN:
    case VISIT_MENU:
    case VISIT_CHOICE:
    case VISIT_GREETINGS:
    case VISIT_LANGUAGE:
    case VISIT_REVIEW:
    case VISIT_BOX:
    case VISIT_SURE:
        write_visit(turn, visit, false, turn->now_us + KEY_US);
        break;
    case VISIT_WRONG:
        if (visit->asks_number)
            begin_visit_prompt(turn, contact, visit, VISIT_NUMBER,
                               "mailbox_number");
        else
            begin_visit_entering(turn, contact, visit);
        break;
    case VISIT_ENVELOPE:
        play_visit_message(turn, contact, visit);
        break;
    case VISIT_MESSAGE:
    case VISIT_REFUSED:
        begin_visit_choice(turn, contact, visit);
        break;
    case VISIT_DONE:
        begin_visit_message(turn, contact, visit);
        break;
    case VISIT_COUNTS:
    case VISIT_EMPTY:
    case VISIT_KEPT:
        begin_visit_menu(turn, contact, visit);
        break;
    case VISIT_GOODBYE:
        write_contact_ended(turn, contact, END_VOICEMAIL,
                            (struct silence){ 0 });
        break;
    default:
        write_visit_take_ended(turn, contact, visit);
    }
}

void write_visit_due(struct turn *turn, const struct contact_row *contact)
{
    const struct visit_row *visit = visit_of(turn, contact);

    if (contact->play)
        write_visit_prompt_ended(turn, contact, true);
    else if (visit->stage == VISIT_RINGING)
        write_contact_ended(turn, contact, END_PHONE_FAILED,
                            (struct silence){ 0 });
    else if (visit->stage == VISIT_CHECKING)
        begin_visit_prompt(turn, contact, visit, VISIT_GOODBYE,
                           "mailbox_goodbye");
    else if (visit->digit_count &&
             (visit->stage == VISIT_NUMBER || visit->stage == VISIT_PIN ||
              visit->stage == VISIT_BOX))
        take_visit_keys(turn, contact, visit);
    else if (visit->stage == VISIT_SPEAKING || visit->stage == VISIT_WRITING ||
             visit->stage == VISIT_KEEPING)
        write_visit_take_due(turn, contact, visit);
    else
        begin_visit_goodbye(turn, contact, visit);
}

void write_visit_ended(struct turn *turn, const struct contact_row *contact)
{
    const struct visit_row *visit = visit_of(turn, contact);

    WRITE(turn, VISIT_ENDED, visit_ended,
          { .contact_id = contact->contact_id,
            .box_id = visit->box_id,
            .for_us = turn->now_us - contact->place_since_us });
    if (visit->stage == VISIT_RINGING)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .contact_id = contact->contact_id,
                    .granted_by = visit->asked });
    if (visit->stage == VISIT_SPEAKING) /* a lent line would go on */
        ASK(turn, { .type = EFFECT_STOP_RECORDING,
                    .contact_id = contact->contact_id,
                    .call = contact->call,
                    .recording_id = visit->take_id });
    write_take_dropped(turn, visit);
}
