/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attempts, their ends, and the time between them. */

#include "core/delivery.h"

#include <string.h>

#include "core/desk_slot.h"
#include "core/write.h"

static const int64_t SECOND_US = 1000000;

/* Above all those of boxes; a number that every reader of JSON can hold. */
static const uint64_t FIRST_OF_MEMBERS = UINT64_C(1) << 52;

/* More forwards than that begin anew. */
enum { FORWARDS_BITS = 12, FORWARDS_SHIFT = 40 };

uint64_t delivery_id_of(uint64_t message_id, int64_t forwards,
                        enum delivery_way way)
{
    uint64_t count = (uint64_t)forwards & ((1U << FORWARDS_BITS) - 1);

    return (count << FORWARDS_SHIFT) + 2 * message_id + way;
}

/* As long as it takes everybody to come to work once. */
static const int64_t ALARM_US = INT64_C(86400000000);

/* The moment until which an alarm stands for such an end; 0: it is as it should
   be. */
static int64_t alarm_until_us(const struct turn *turn,
                              enum delivery_result result)
{
    switch (result) {
    case DELIVERY_REFUSED:
    case DELIVERY_FORBIDDEN:
    case DELIVERY_GIVEN_UP:
    case DELIVERY_TOO_MANY:
        return turn->now_us + ALARM_US;
    case DELIVERY_SENT:
    case DELIVERY_NOT_NOW:
    case DELIVERY_VOID:
        break;
    }
    return 0;
}

/* Before the next attempt; 0: there is none. */
static int64_t rest_us(int64_t attempt)
{
    static const int32_t rests_s[DELIVERY_MAX_ATTEMPTS] = { 60,   300,   900,
                                                            3600, 14400, 43200,
                                                            86400 };

    return rests_s[attempt - 1] * SECOND_US;
}

/* Who has an address, where the box tells people. */
static bool is_addressed(const struct turn *turn,
                         const struct event_box_set *box, uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);
    const struct event_user_set *user =
        agent ? state_user(turn->state, agent->user_id) : NULL;

    return user && user->enabled && user->mail.text[0] && box->mail_members;
}

/* ... and hears the box. */
static bool is_mailed(const struct turn *turn, const struct event_box_set *box,
                      uint64_t agent_id)
{
    return is_addressed(turn, box, agent_id) &&
           state_hears_box(turn->state, box, agent_id);
}

/* Given to somebody else meanwhile, it is no news for the former one. */
static bool is_still_given(const struct turn *turn,
                           const struct event_box_set *box,
                           const struct delivery_row *row)
{
    const struct message_row *message =
        state_message(turn->state, row->message_id);

    return message->agent_id == row->agent_id &&
           is_addressed(turn, box, row->agent_id);
}

static bool is_wanted(const struct turn *turn, const struct event_box_set *box,
                      const struct delivery_row *row)
{
    if (row->assigned)
        return is_still_given(turn, box, row);
    if (row->agent_id)
        return is_mailed(turn, box, row->agent_id);

    return row->way == DELIVERY_BY_MAIL ? box->mail_to.text[0] != '\0'
                                        : box->webhook.text[0] != '\0';
}

static void write_attempt(struct turn *turn, const struct delivery_row *row,
                          uint64_t contact_id, uint64_t box_id)
{
    WRITE(turn, DELIVERY_TRIED, delivery_tried,
          { .delivery_id = row->delivery_id,
            .message_id = row->message_id,
            .contact_id = contact_id,
            .box_id = box_id,
            .way = row->way,
            .attempt = row->attempt,
            .due_us = answer_due_us(turn, EFFECT_DELIVER),
            .agent_id = row->agent_id,
            .assigned = row->assigned });
    ASK(turn, { .type = EFFECT_DELIVER,
                .recording_id = row->message_id,
                .code = (int)row->way });
}

/* To those who hear the box. */

/* With more than that waiting it is the mail server that does not work. */
static void write_mailed(struct turn *turn, const struct arrived *arrived,
                         uint64_t agent_id, bool assigned)
{
    const struct delivery_row row = {
        .delivery_id = FIRST_OF_MEMBERS + 1 +
                       (uint64_t)state_system(turn->state)->member_mails,
        .message_id = arrived->message_id,
        .way = DELIVERY_BY_MAIL,
        .agent_id = agent_id,
        .attempt = 1,
        .assigned = assigned,
    };

    if (state_row_count(turn->state, ROW_DELIVERY) < DELIVERY_MAX_ROWS)
        write_attempt(turn, &row, arrived->contact_id, arrived->box->id);
    else
        WRITE(turn, DELIVERY_ENDED, delivery_ended,
              { .message_id = arrived->message_id,
                .contact_id = arrived->contact_id,
                .result = DELIVERY_TOO_MANY,
                .agent_id = agent_id,
                .until_us = alarm_until_us(turn, DELIVERY_TOO_MANY) });
}

/* Of all, the next one behind that one; 0: there is none. */
static uint64_t next_mailed(const struct turn *turn,
                            const struct event_box_set *box, uint64_t agent_id)
{
    for (const struct desk_slot *d =
             table_find_from(&turn->state->desks, agent_id + 1, 0);
         d; d = table_next(d))
        if (is_mailed(turn, box, d->row.agent_id))
            return d->row.agent_id;

    return 0;
}

static bool is_for_all(const struct event_box_set *box)
{
    return !box->agent_id && box->rule != BOX_RULE_ROUND_ROBIN;
}

static void write_first_mailed(struct turn *turn, const struct arrived *arrived)
{
    const struct event_box_set *box = arrived->box;
    uint64_t agent_id = is_for_all(box) ? next_mailed(turn, box, 0)
                        : box->agent_id ? box->agent_id
                                        : arrived->agent_id;

    if (agent_id && is_mailed(turn, box, agent_id))
        write_mailed(turn, arrived, agent_id, false);
}

/* How the first attempt came out is known. */
static void write_next_mailed(struct turn *turn, const struct delivery_row *row)
{
    const struct message_row *message =
        state_message(turn->state, row->message_id);
    const struct event_box_set *box =
        message ? state_box(turn->state, message->box_id) : NULL;

    if (!row->agent_id || row->assigned || row->attempt > 1 || !box ||
        !is_for_all(box) || message->state == MESSAGE_DELETED)
        return;

    uint64_t agent_id = next_mailed(turn, box, row->agent_id);

    const struct arrived arrived = { .message_id = message->message_id,
                                     .contact_id = message->contact_id,
                                     .box = box };

    if (agent_id)
        write_mailed(turn, &arrived, agent_id, false);
}

/* All of them. */

void write_deliveries(struct turn *turn, const struct arrived *arrived)
{
    for (int way = DELIVERY_BY_MAIL; way <= DELIVERY_BY_WEBHOOK; way++) {
        const struct delivery_row row = {
            .delivery_id = delivery_id_of(
                arrived->message_id, arrived->forwards, (enum delivery_way)way),
            .message_id = arrived->message_id,
            .way = (enum delivery_way)way,
            .attempt = 1,
        };

        if (is_wanted(turn, arrived->box, &row))
            write_attempt(turn, &row, arrived->contact_id, arrived->box->id);
    }
    write_first_mailed(turn, arrived);
}

/* Whom a mail waits for that says so already: given again meanwhile, to the
   same one, it is no other news. O(deliveries). */
static bool is_being_told(const struct turn *turn, const struct arrived *given)
{
    for (size_t i = 0; i < state_row_count(turn->state, ROW_DELIVERY); i++) {
        const struct delivery_row *row =
            state_row_at(turn->state, ROW_DELIVERY, i);

        if (row->assigned && row->message_id == given->message_id &&
            row->agent_id == given->agent_id)
            return true;
    }

    return false;
}

/* Who takes it for oneself knows. */
void write_given(struct turn *turn, const struct arrived *given)
{
    const struct event_agent_set *agent =
        state_agent(turn->state, given->agent_id);

    if (is_addressed(turn, given->box, given->agent_id) &&
        agent->user_id != turn->by && !is_being_told(turn, given))
        write_mailed(turn, given, given->agent_id, true);
}

static uint64_t contact_of(const struct turn *turn,
                           const struct delivery_row *row)
{
    const struct message_row *message =
        state_message(turn->state, row->message_id);

    return message ? message->contact_id : 0;
}

static void write_end(struct turn *turn, const struct delivery_row *row,
                      enum delivery_result result, int64_t code)
{
    WRITE(turn, DELIVERY_ENDED, delivery_ended,
          { .delivery_id = row->delivery_id,
            .message_id = row->message_id,
            .contact_id = contact_of(turn, row),
            .result = result,
            .code = code,
            .agent_id = row->agent_id,
            .until_us = alarm_until_us(turn, result) });
}

void write_deliveries_void(struct turn *turn, uint64_t message_id)
{
    const struct message_row *message = state_message(turn->state, message_id);

    for (int way = DELIVERY_BY_MAIL; way <= DELIVERY_BY_WEBHOOK; way++) {
        const struct delivery_row *row = state_delivery(
            turn->state, delivery_id_of(message_id, message->forwards,
                                        (enum delivery_way)way));

        if (row)
            write_end(turn, row, DELIVERY_VOID, 0);
    }
}

static void write_failure(struct turn *turn, const struct delivery_row *row,
                          int64_t code)
{
    if (row->attempt >= DELIVERY_MAX_ATTEMPTS) {
        write_end(turn, row, DELIVERY_GIVEN_UP, code);
        return;
    }

    WRITE(turn, DELIVERY_POSTPONED, delivery_postponed,
          { .delivery_id = row->delivery_id,
            .message_id = row->message_id,
            .contact_id = contact_of(turn, row),
            .code = code,
            .due_us = turn->now_us + rest_us(row->attempt),
            .agent_id = row->agent_id });
}

/* Nobody wants it any more: it was deleted meanwhile, or the box says else. */
static void write_next(struct turn *turn, const struct delivery_row *row)
{
    const struct message_row *message =
        state_message(turn->state, row->message_id);
    const struct event_box_set *box = state_box(turn->state, message->box_id);
    struct delivery_row next = *row;

    if (message->state == MESSAGE_DELETED || !is_wanted(turn, box, row)) {
        write_end(turn, row, DELIVERY_VOID, 0);
        return;
    }

    next.attempt++;
    write_attempt(turn, &next, message->contact_id, box->id);
}

void write_delivery_due(struct turn *turn, uint64_t delivery_id)
{
    const struct delivery_row *row = state_delivery(turn->state, delivery_id);

    if (!row->asked) {
        write_next(turn, row);
        return;
    }

    write_failure(turn, row, 0);
    write_next_mailed(turn, row);
}

enum refusal decide_delivered(struct turn *turn,
                              const struct command_delivered *c)
{
    const struct delivery_row *row =
        state_delivery_asked(turn->state, c->serial);

    if (!row)
        return REFUSED_NOT_ASKED;

    switch (c->result) {
    case DELIVERY_SENT:
    case DELIVERY_REFUSED:
    case DELIVERY_FORBIDDEN:
        write_end(turn, row, c->result, c->code);
        break;
    case DELIVERY_NOT_NOW:
        write_failure(turn, row, c->code);
        break;
    case DELIVERY_GIVEN_UP:
    case DELIVERY_VOID:
    case DELIVERY_TOO_MANY:
        return REFUSED_BAD_VALUE;
    }

    write_next_mailed(turn, row);
    return REFUSED_NOT;
}

/* Addresses. */

enum { ADDRESS_MAX = 254 }; /* RFC 5321, 4.5.3.1.3, without its brackets */

/* What RFC 5321 allows without quotes, and no more: nothing in it means
   anything to a header, a shell or a mail server. */
static bool is_address(const char *text, size_t length)
{
    static const char local[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        "!#$%&'*+-/=?^_`{|}~.";
    static const char domain[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
    size_t before = strspn(text, local);
    size_t after = before < length ? strspn(text + before + 1, domain) : 0;

    return length <= ADDRESS_MAX && before >= 1 && before <= 64 &&
           text[before] == '@' && after >= 1 && before + 1 + after == length &&
           text[0] != '.' && text[0] != '-' && text[before + 1] != '.' &&
           text[length - 1] != '.';
}

bool is_mail_list(const char *text)
{
    size_t count = 0;

    text += strspn(text, " ");
    while (*text) {
        size_t length = strcspn(text, " ");

        if (!is_address(text, length) || ++count > DELIVERY_MAX_ADDRESSES)
            return false;
        text += length;
        text += strspn(text, " ");
    }

    return true;
}

bool is_mail_address(const char *text)
{
    return !text[0] || is_address(text, strlen(text));
}

bool is_webhook(const char *text)
{
    const char *host = strncmp(text, "https://", 8) == 0  ? text + 8
                       : strncmp(text, "http://", 7) == 0 ? text + 7
                                                          : NULL;

    if (!text[0])
        return true;
    if (!host || !host[0] || strchr("/:?#", host[0]) ||
        memchr(host, '@', strcspn(host, "/?#")))
        return false;
    for (; *text; text++)
        if (*text <= ' ' || *text == 127)
            return false;

    return true;
}
