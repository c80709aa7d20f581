/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While it is asked: the caller chooses, types a number and confirms it. */

#include <stdio.h>
#include <string.h>

#include "core/callback_offer.h"
#include "core/callback_offer_inside.h"
#include "core/step.h"

/* So long has the caller for a key, and for the next one of a number. */
static const int64_t KEY_US = 10000000;
static const int64_t NEXT_KEY_US = 5000000;

enum { MAX_TRIES = 3, MAX_DIGITS = 20 };

static void write_stage(struct turn *turn, const struct contact_row *contact,
                        enum callback_stage stage, int64_t tries,
                        const char *prompt)
{
    WRITE(turn, CALLBACK_WENT_ON, callback_went_on,
          { .contact_id = contact->contact_id,
            .stage = stage,
            .tries = tries,
            .plays = true,
            .due_us = answer_due_us(turn, EFFECT_PLAY) });
    ask_prompt(turn, contact, prompt, 0);
}

/* A key that says nothing here: once more, but not for ever. */
static void write_again(struct turn *turn, const struct contact_row *contact,
                        const char *prompt)
{
    if (contact->tries + 1 >= MAX_TRIES)
        write_callback_declined(turn, contact);
    else
        write_stage(turn, contact, contact->callback_stage, contact->tries + 1,
                    prompt);
}

static bool may_book(struct turn *turn, const struct contact_row *contact,
                     const struct phone_number *number)
{
    return may_be_called_back(
        turn, state_queue(turn->state, contact->callback_queue_id), number);
}

/* Choosing. */

static void choose(struct turn *turn, const struct contact_row *contact,
                   char key)
{
    if (key == '1' && may_book(turn, contact, &contact->caller))
        write_callback_agreed(turn, contact);
    else if (key == '2')
        write_stage(turn, contact, CALLBACK_STAGE_TYPES, contact->tries,
                    callback_prompt(CALLBACK_STAGE_TYPES,
                                    callback_waits_else(contact)));
    else if (key == '*')
        write_callback_declined(turn, contact);
    else
        write_again(
            turn, contact,
            callback_prompt(CALLBACK_STAGE_ASKS, callback_waits_else(contact)));
}

/* Typing. */

static struct phone_number typed(const struct turn *turn,
                                 const struct contact_row *contact)
{
    const char *digits =
        state_run(turn->state, contact->contact_id)->digits.text;
    struct phone_number number = { "" };

    memcpy(number.text, digits, strlen(digits));
    return number;
}

/* The number is read back: a wrong key would call a stranger. */
static void write_read_back(struct turn *turn,
                            const struct contact_row *contact, int64_t tries)
{
    const struct run_row *run = state_run(turn->state, contact->contact_id);
    struct effect say = {
        .type = EFFECT_SAY,
        .due_us = answer_due_us(turn, EFFECT_SAY),
        .contact_id = contact->contact_id,
        .call = contact->call,
        .language = contact->language,
    };

    WRITE(turn, CALLBACK_WENT_ON, callback_went_on,
          { .contact_id = contact->contact_id,
            .stage = CALLBACK_STAGE_CONFIRMS,
            .digits = run->digits,
            .count = run->digit_count,
            .tries = tries,
            .plays = true,
            .due_us = say.due_us });
    (void)snprintf(say.text.text, sizeof(say.text.text), "{%s:%s}",
                   callback_waits_else(contact) ? "typed_waiting" : "typed",
                   run->digits.text);
    outbox_add_effect(turn->outbox, &say);
}

static void write_typed(struct turn *turn, const struct contact_row *contact)
{
    const struct phone_number number = typed(turn, contact);

    if (may_book(turn, contact, &number))
        write_read_back(turn, contact, contact->tries);
    else
        write_again(turn, contact, "callback_invalid");
}

static void write_digit(struct turn *turn, const struct contact_row *contact,
                        char key)
{
    const struct run_row *run = state_run(turn->state, contact->contact_id);
    struct event_callback_went_on went_on = {
        .contact_id = contact->contact_id,
        .stage = CALLBACK_STAGE_TYPES,
        .digits = run->digits,
        .count = run->digit_count + 1,
        .tries = contact->tries,
        .due_us = turn->now_us + NEXT_KEY_US,
    };

    went_on.digits.text[run->digit_count] = key;
    outbox_add_event(turn->outbox,
                     &(const struct event){ .type = EVENT_CALLBACK_WENT_ON,
                                            .as.callback_went_on = went_on });
    ask_prompt_stopped(turn, contact);
}

static void type(struct turn *turn, const struct contact_row *contact, char key)
{
    if (key == '*')
        write_callback_declined(turn, contact);
    else if (key == '#')
        write_typed(turn, contact);
    else if (state_run(turn->state, contact->contact_id)->digit_count >=
                 MAX_DIGITS ||
             key < '0' || key > '9')
        write_again(turn, contact, "callback_invalid");
    else
        write_digit(turn, contact, key);
}

/* Confirming. */

static void write_confirmed(struct turn *turn,
                            const struct contact_row *contact)
{
    const struct phone_number number = typed(turn, contact);

    if (may_book(turn, contact, &number))
        write_callback_agreed(turn, contact);
    else
        write_callback_declined(turn, contact);
}

static void write_asked_again(struct turn *turn,
                              const struct contact_row *contact)
{
    if (contact->tries + 1 >= MAX_TRIES)
        write_callback_declined(turn, contact);
    else
        write_read_back(turn, contact, contact->tries + 1);
}

static void confirm(struct turn *turn, const struct contact_row *contact,
                    char key)
{
    if (key == '1')
        write_confirmed(turn, contact);
    else if (key == '2')
        write_stage(turn, contact, CALLBACK_STAGE_TYPES, contact->tries,
                    callback_prompt(CALLBACK_STAGE_TYPES,
                                    callback_waits_else(contact)));
    else if (key == '*')
        write_callback_declined(turn, contact);
    else
        write_asked_again(turn, contact);
}

void write_callback_key(struct turn *turn, const struct contact_row *contact,
                        char key)
{
    if (contact->callback_stage == CALLBACK_STAGE_ASKS)
        choose(turn, contact, key);
    else if (contact->callback_stage == CALLBACK_STAGE_TYPES)
        type(turn, contact, key);
    else if (callback_asks_when(contact))
        write_callback_time_key(turn, contact, key);
    else
        confirm(turn, contact, key);
}

/* Silence. */

void write_callback_prompt_ended(struct turn *turn,
                                 const struct contact_row *contact, bool failed)
{
    if (failed && contact->callback_stage == CALLBACK_STAGE_CONFIRMS) {
        write_callback_in_its_turn(turn, contact); /* as it was typed */
        return;
    }
    if (failed && callback_asks_when(contact)) {
        write_callback_in_its_turn(turn, contact);
        return;
    }
    if (failed) {
        write_callback_declined(turn, contact);
        return;
    }

    const struct run_row *run = state_run(turn->state, contact->contact_id);

    WRITE(turn, CALLBACK_WENT_ON, callback_went_on,
          { .contact_id = contact->contact_id,
            .stage = contact->callback_stage,
            .digits = run->digits,
            .count = run->digit_count,
            .tries = contact->tries,
            .due_us = turn->now_us + KEY_US,
            .clock = run->clock,
            .clock_count = run->clock_count,
            .chosen_us = run->chosen_us });
}

void write_callback_silence(struct turn *turn,
                            const struct contact_row *contact)
{
    if (contact->callback_stage == CALLBACK_STAGE_CONFIRMS)
        write_asked_again(turn, contact);
    else if (callback_asks_when(contact))
        write_callback_time_silence(turn, contact);
    else if (state_run(turn->state, contact->contact_id)->digit_count > 0)
        write_typed(turn, contact);
    else
        write_callback_declined(turn, contact);
}
