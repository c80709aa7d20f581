/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys on the way into a box, and in its main menu. */

#include "core/visit.h"

#include <string.h>

#include "core/decide_inside.h"
#include "core/vault.h"

enum { NUMBER_MAX_LENGTH = 15 };

struct digits take_visit_digits(struct turn *turn,
                                const struct contact_row *contact)
{
    const struct digits digits = vault_get(turn->vault, contact->contact_id, 0);

    vault_put(turn->vault, contact->contact_id, 0, &(struct digits){ "" });
    return digits;
}

static void take_number(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit)
{
    const struct digits digits = take_visit_digits(turn, contact);
    struct visit_row next = *visit;

    next.box_id = box_with_extension(turn->state, digits.text);
    begin_visit_entering(turn, contact, &next);
}

void take_visit_keys(struct turn *turn, const struct contact_row *contact,
                     const struct visit_row *visit)
{
    if (visit->stage == VISIT_NUMBER)
        take_number(turn, contact, visit);
    else if (visit->stage == VISIT_BOX)
        take_visit_box(turn, contact, visit);
    else
        write_pin_asked(turn, contact, visit);
}

static void collect(struct turn *turn, const struct contact_row *contact,
                    const struct visit_row *visit, char key)
{
    struct digits digits = vault_get(turn->vault, contact->contact_id, 0);
    size_t length = visit->digit_count ? strlen(digits.text) : 0;
    size_t most =
        visit->stage == VISIT_PIN ? PIN_MAX_LENGTH : NUMBER_MAX_LENGTH;
    struct visit_row next = *visit;

    digits.text[length] = key;
    digits.text[length + 1] = '\0';
    vault_put(turn->vault, contact->contact_id, 0, &digits);
    next.digit_count = (int64_t)length + 1;
    if (length + 1 == most)
        take_visit_keys(turn, contact, &next);
    else
        await_visit_key(turn, contact, &next);
}

enum refusal press_visit_key(struct turn *turn,
                             const struct contact_row *contact,
                             const struct visit_row *visit, char key)
{
    bool is_end = key == '#' && visit->digit_count > 0;

    if (!is_end && !strchr("0123456789", key))
        return REFUSED_NOT_ASKED;

    if (is_visit_spent(turn, visit))
        begin_visit_goodbye(turn, contact, visit);
    else if (is_end)
        take_visit_keys(turn, contact, visit);
    else
        collect(turn, contact, visit, key);
    return REFUSED_NOT;
}

/* Nobody who may only look. Of a queue's or team's box: not whoever hears it,
   but who has its PIN, or may change boxes. */
static bool may_record(const struct turn *turn, const struct visit_row *visit)
{
    const struct event_box_set *box = state_box(turn->state, visit->box_id);
    const struct event_user_set *user = state_user(turn->state, visit->user_id);

    return box && may_visit_change(turn, visit) &&
           (box->agent_id || box->pin == PIN_ALWAYS ||
            !state_hears_box(turn->state, box, visit->agent_id) ||
            (user &&
             (user->role == ROLE_ADMIN || user->role == ROLE_SUPERVISOR)));
}

static void choose(struct turn *turn, const struct contact_row *contact,
                   const struct visit_row *visit, char key)
{
    struct visit_row next = *visit;

    next.message_id = 0;
    next.urgent_id = 0;
    next.other_id = 0;
    next.hears_old = key == '2';
    if (key == '1' || key == '2')
        begin_visit_message(turn, contact, &next);
    else if (key == '3' && may_record(turn, visit))
        begin_visit_prompt(turn, contact, visit, VISIT_GREETINGS,
                           "mailbox_greetings");
    else if (key == '#' || key == '*')
        begin_visit_goodbye(turn, contact, visit);
    else
        begin_visit_menu(turn, contact, visit);
}

static void choose_greeting(struct turn *turn,
                            const struct contact_row *contact,
                            const struct visit_row *visit, char key)
{
    struct visit_row next = *visit;

    if (key < '1' || key >= '1' + box_greeting_count) {
        begin_visit_menu(turn, contact, visit);
        return;
    }

    next.greeting = (enum box_greeting)(key - '1');
    begin_visit_prompt(turn, contact, &next, VISIT_LANGUAGE,
                       "mailbox_language");
}

/* By the keys that the prompt says; # is one's own. */
static void choose_language(struct turn *turn,
                            const struct contact_row *contact,
                            const struct visit_row *visit, char key)
{
    static const enum speech languages[] = { SPEAKS_EN, SPEAKS_ES, SPEAKS_CS };
    const char last = '0' + (char)(sizeof(languages) / sizeof(languages[0]));
    struct visit_row next = *visit;

    if (key == '*') {
        begin_visit_menu(turn, contact, visit);
        return;
    }
    if (key != '#' && (key < '1' || key > last)) {
        begin_visit_prompt(turn, contact, visit, VISIT_LANGUAGE,
                           "mailbox_language");
        return;
    }

    next.take_language = key == '#' ? visit->language : languages[key - '1'];
    begin_visit_take(turn, contact, &next);
}

/* Nobody has to hear that to its end. */
static enum refusal press_again(struct turn *turn,
                                const struct contact_row *contact,
                                const struct visit_row *visit, char key)
{
    struct visit_row next = *visit;

    next.stage = visit->asks_number ? VISIT_NUMBER : VISIT_PIN;
    next.digit_count = 0;
    return press_visit_key(turn, contact, &next, key);
}

enum refusal decide_visit_key(struct turn *turn,
                              const struct contact_row *contact, char key)
{
    const struct visit_row *visit =
        state_visit(turn->state, contact->contact_id);

    switch (visit->stage) {
    case VISIT_NUMBER:
    case VISIT_PIN:
        return press_visit_key(turn, contact, visit, key);
    case VISIT_WRONG:
        return press_again(turn, contact, visit, key);
    case VISIT_COUNTS:
    case VISIT_MENU:
        choose(turn, contact, visit, key);
        break;
    case VISIT_BOX:
        return decide_visit_box_key(turn, contact, visit, key);
    case VISIT_SURE:
        write_visit_sure_key(turn, contact, visit, key);
        break;
    case VISIT_ENVELOPE:
    case VISIT_MESSAGE:
    case VISIT_CHOICE:
        write_visit_message_key(turn, contact, visit, key);
        break;
    case VISIT_GREETINGS:
        choose_greeting(turn, contact, visit, key);
        break;
    case VISIT_LANGUAGE:
        choose_language(turn, contact, visit, key);
        break;
    case VISIT_READY:
    case VISIT_SPEAKING:
    case VISIT_REVIEW:
    case VISIT_HEARING:
        return decide_visit_take_key(turn, contact, visit, key);
    default:
        return REFUSED_NOT_ASKED;
    }

    return REFUSED_NOT;
}
