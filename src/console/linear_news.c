/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages, the agent's state, the link, and alerts at their pace. */

#include "console/linear.h"

#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/linear_inside.h"
#include "console/naming.h"
#include "console/word.h"

/* What screens would hold; what is not allowed is refused, and then missing. */
static void hold_topics(struct program *program)
{
    static const struct {
        enum topic topic;
        enum permission permission;
    } topics[] = {
        { TOPIC_QUEUES, PERMISSION_QUEUE_WATCH },
        { TOPIC_CONTACTS, PERMISSION_CONTACT_SEE },
        { TOPIC_TARGETS, PERMISSION_STATE_SEE },
        { TOPIC_DISPOSITIONS, PERMISSION_DISPOSITION_SEE },
        { TOPIC_ALARMS, PERMISSION_SERVER_SEE },
    };

    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        if (program_may(program, topics[i].permission))
            program_hold(program, topics[i].topic);
}

static void greet(struct linear *linear)
{
    const struct topic_me *me = program_me(linear->program);

    if (linear->is_greeted || !me ||
        (me->agent_id != 0 && !program_agent(linear->program)))
        return;
    linear->is_greeted = true;
    hold_topics(linear->program);
    linear_say_where(linear, "");
}

static void tell_messages(struct linear *linear)
{
    const struct message_log *log = ui_messages(linear->program->ui);
    uint64_t said = message_log_said(log);
    uint64_t new = said - linear->messages;

    if (new > message_log_count(log))
        new = message_log_count(log);
    while (new > 0)
        linear_say(linear, message_log_get(log, (size_t)-- new)->text);
    linear->messages = said;
}

static void tell_link(struct linear *linear)
{
    const struct session *session = linear->program->session;
    enum session_state link =
        session ? session_link(session)->state : SESSION_CONNECTING;

    if (link == linear->link)
        return;
    linear->link = link;
    if (link == SESSION_REFUSED) {
        linear_say(linear, linear_text(linear, N_("You are not signed in. Type "
                                                  "cclite login, then come "
                                                  "back.")));
        linear->wants_leave = true;
    }
}

static void tell_ringing(struct linear *linear)
{
    struct program *program = linear->program;
    const struct replica_row *row = program_agent(program);
    const struct topic_agents *agent = row->fields;
    enum language language = program_language(program);
    struct safe_text queue = { .text = "" };
    struct spoken spoken;
    char wait[WORD_TIME_SIZE], line[SPEECH_SIZE + 256];

    int64_t left_us =
        replica_left_us(row, agent->offer_left_us, program_now_us(program));

    speech_begin(&spoken, 0);
    linear_add_caller(linear, &spoken, &agent->caller_name, &agent->caller);
    naming_queue(program, agent->queue_id, &agent->queue, &queue);
    speech_part(&spoken, language, queue.text);
    word_duration(
        replica_age_us(row, agent->waiting_age_us, program_now_us(program)),
        wait);
    speech_part(&spoken, language, wait);
    snprintf(line, sizeof(line),
             agent->mode == PHONE_RINGS
                 ? linear_text(linear, N_("ALERT incoming call. %s. Lift your "
                                          "phone, or type reject, %d seconds."))
                 : linear_text(linear, N_("ALERT incoming call. %s. Type "
                                          "answer or reject, %d seconds.")),
             spoken.text, left_us > 0 ? (int)(left_us / 1000000) : 0);
    linear_say(linear, line);
}

static void tell_wrap_up(struct linear *linear)
{
    const struct replica_row *row = program_agent(linear->program);
    const struct topic_agents *agent = row->fields;
    int64_t left_us = replica_left_us(row, agent->wrap_up_left_us,
                                      program_now_us(linear->program));
    char line[256];

    if (left_us < 0)
        snprintf(line, sizeof(line), "%s",
                 linear_text(linear, N_("Wrap-up. Type disposition, or words "
                                        "behind it.")));
    else
        snprintf(
            line, sizeof(line),
            linear_text(linear, N_("Wrap-up, %d seconds. Type disposition, "
                                   "or words behind it.")),
            (int)(left_us / 1000000));
    linear_say(linear, line);
}

static void tell_change(struct linear *linear, const struct topic_agents *agent)
{
    struct safe_text word = { .text = "" };
    char line[SAFE_TEXT_SIZE + 64];

    switch (agent->state) {
    case AGENT_OFFERED:
        tell_ringing(linear);
        return;
    case AGENT_ACW:
        tell_wrap_up(linear);
        return;
    case AGENT_TALKING:
        linear_say(linear, linear_text(linear, N_("Connected.")));
        return;
    case AGENT_HOLD:
        linear_say(linear, linear_text(linear, N_("On hold. Type resume to go "
                                                  "on.")));
        return;
    default:
        naming_state(linear->program, agent->state, agent->reason_id, &word);
        snprintf(line, sizeof(line), linear_text(linear, N_("State: %s.")),
                 word.text);
        linear_say(linear, line);
        return;
    }
}

/* A colleague asks: this is no state of the agent, and comes beside it. */
static void tell_question(struct linear *linear)
{
    const struct topic_agents *agent = program_agent_fields(linear->program);
    struct spoken whom;
    char line[SPEECH_SIZE + SAFE_TEXT_SIZE + 256];
    struct safe_text by;

    if (!agent || !linear->is_greeted ||
        agent->consulting == linear->consulting)
        return;
    linear->consulting = agent->consulting;
    if (!agent->consulting)
        return;
    speech_begin(&whom, 0);
    linear_add_caller(linear, &whom, &agent->asked_caller_name,
                      &agent->asked_caller);
    safe_text_copy(&by, agent->asked_by.text);
    snprintf(line, sizeof(line),
             agent->asked_to_accept
                 /* TRANSLATORS: who asks, and about which caller */
                 ? linear_text(linear, N_("ALERT %s asks you about a caller: "
                                          "%s. Type answer, or hang up to "
                                          "decline."))
                 : linear_text(linear, N_("ALERT %s asks you about a caller, "
                                          "on your phone: %s. Type hang up to "
                                          "let go.")),
             by.text, whom.text);
    linear_say(linear, line);
    if (agent->asked_note.text[0]) {
        safe_text_copy(&by, agent->asked_note.text);
        linear_say(linear, by.text);
    }
}

/* At first the greeting has told it; but what rings is told again. */
static void tell_state(struct linear *linear)
{
    const struct topic_agents *agent = program_agent_fields(linear->program);

    if (!agent || !linear->is_greeted)
        return;

    bool is_same = linear->has_state && agent->state == linear->state &&
                   agent->reason_id == linear->reason_id &&
                   (agent->state != AGENT_OFFERED ||
                    agent->contact_id == linear->contact_id);
    bool is_told = linear->has_state || agent->state == AGENT_OFFERED ||
                   agent->state == AGENT_ACW;
    linear->has_state = true;
    linear->state = agent->state;
    linear->reason_id = agent->reason_id;
    linear->contact_id = agent->contact_id;
    if (!is_same && is_told)
        tell_change(linear, agent);
}

static void add_alert(struct linear *linear, const struct safe_text *text)
{
    if (linear->alert_count == LINEAR_ALERTS) {
        linear->alert_count--;
        memmove(linear->alerts, linear->alerts + 1,
                linear->alert_count * sizeof(*linear->alerts));
    }
    linear->alerts[linear->alert_count++] = *text;
}

/* Which thing it is, and how bad: figures in its text come and go. */
static uint64_t sum_of(const struct cockpit_alert *alert)
{
    uint64_t sum = 14695981039346656037u + (uint64_t)alert->grade; /* FNV-1a */

    for (const char *at = alert->subject.text; *at; at++)
        sum = (sum ^ (unsigned char)*at) * 1099511628211u;
    return sum;
}

static bool is_known(const struct linear *linear, uint64_t sum)
{
    for (size_t i = 0; i < linear->known_count; i++)
        if (linear->known[i] == sum)
            return true;
    return false;
}

static void find_alerts(struct linear *linear)
{
    struct cockpit_alert *alerts = calloc(COCKPIT_ALERTS, sizeof(*alerts));
    uint64_t sums[LINEAR_KNOWN];
    int count = alerts ? cockpit_find_alerts(linear->program, alerts) : 0;

    for (int i = 0; i < count; i++) {
        struct safe_text text;

        sums[i] = sum_of(&alerts[i]);
        if (is_known(linear, sums[i]))
            continue;
        safe_text_format(&text, linear_text(linear, N_("ALERT %s: %s, %s.")),
                         linear_text(linear, grade_word(alerts[i].grade)),
                         alerts[i].subject.text, alerts[i].text.text);
        add_alert(linear, &text);
    }
    memcpy(linear->known, sums, (size_t)count * sizeof(sums[0]));
    linear->known_count = (size_t)count;
    free(alerts);
}

static void tell_alert(struct linear *linear)
{
    int64_t now_us = program_now_us(linear->program);

    if (linear->alert_count == 0 ||
        now_us - linear->alerted_us < LINEAR_ALERT_US)
        return;
    linear_say(linear, linear->alerts[0].text);
    linear->alerted_us = now_us;
    linear->alert_count--;
    memmove(linear->alerts, linear->alerts + 1,
            linear->alert_count * sizeof(*linear->alerts));
}

void linear_tell(struct linear *linear)
{
    tell_link(linear);
    greet(linear);
    tell_messages(linear);
    tell_state(linear);
    tell_question(linear);
    if (linear->is_greeted &&
        program_may(linear->program, PERMISSION_SERVER_SEE)) {
        find_alerts(linear);
        tell_alert(linear);
    }
}
