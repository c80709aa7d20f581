/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queues, calls, agents and alerts, a sentence each. */

#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/doing.h"
#include "console/linear_inside.h"
#include "console/naming.h"
#include "console/secrecy.h"
#include "console/show.h"
#include "console/word.h"

static size_t count_of(const struct linear *linear, enum topic topic)
{
    const struct replica *rows = program_rows(linear->program);

    return rows ? replica_count(rows, topic) : 0;
}

static const struct replica_row *row_of(const struct linear *linear,
                                        enum topic topic, size_t n)
{
    return replica_at(program_rows(linear->program), topic, n);
}

/* "4 queues." before them; of nothing, that there is nothing. */
static void begin(struct linear *linear, const struct linear_list *list,
                  const char *title)
{
    if (list->count(linear) == 0)
        linear_say(linear, linear_text(linear, N_("There are none.")));
    else
        linear_list_begin(linear, list, title);
}

static size_t count_queues(struct linear *linear)
{
    return count_of(linear, TOPIC_QUEUES);
}

static void add_count(struct linear *linear, struct spoken *spoken,
                      const char *name, int64_t count)
{
    struct safe_text text;

    show_count(ui_style(linear->program->ui), count, &text);
    speech_named(spoken, program_language(linear->program),
                 linear_text(linear, name), text.text);
}

static void say_queue(struct linear *linear, size_t n, struct spoken *spoken)
{
    struct program *program = linear->program;
    enum language language = program_language(program);
    const struct replica_row *row = row_of(linear, TOPIC_QUEUES, n);
    const struct limits none = { 0 };
    struct safe_text text;
    struct figures figures;

    figures_read(row->fields, replica_age_us(row, 0, program_now_us(program)),
                 language, &figures);
    struct limits limits = grade_limits(&none, &figures);

    safe_text_copy(&text, figures.label.text);
    speech_part(spoken, language, text.text);
    add_count(linear, spoken, N_("waiting"), figures.waiting);
    if (figures.waiting > 0) {
        show_span(ui_style(program->ui), figures.oldest_us, &text);
        speech_named(spoken, language, linear_text(linear, N_("oldest")),
                     text.text);
    }
    add_count(linear, spoken, N_("ready"), figures.available);
    if (figures.level_permille >= 0) {
        show_permille(ui_style(program->ui), figures.level_permille, &text);
        speech_named(spoken, language, linear_text(linear, N_("service level")),
                     text.text);
    }
    speech_part(
        spoken, language,
        linear_text(linear, grade_word(grade_queue(&limits, &figures))));
}

void linear_say_queues(struct linear *linear, const char *rest)
{
    static const struct linear_list list = { count_queues, say_queue };

    char title[64];
    size_t count = count_queues(linear);

    (void)rest;
    snprintf(title, sizeof(title),
             P_(program_language(linear->program), "%zu queue.", "%zu queues.",
                count),
             count);
    begin(linear, &list, title);
}

static size_t count_calls(struct linear *linear)
{
    return count_of(linear, TOPIC_CONTACTS);
}

static const char *place_of(const struct topic_contacts *contact)
{
    if (contact->on_hold)
        return N_("on hold with");
    if (contact->on_offer)
        return N_("rings at");
    switch (contact->place) {
    case PLACE_QUEUE:
        return N_("waits");
    case PLACE_TALK:
        return N_("talks with");
    case PLACE_DIALLING:
        return N_("is called by");
    case PLACE_TRANSFER:
    case PLACE_OUTSIDE:
        return N_("outside");
    default:
        return N_("in the menu");
    }
}

static void say_secrecy(struct linear *linear,
                        const struct topic_contacts *contact,
                        struct spoken *spoken)
{
    const char *words =
        secrecy_of_call(contact->caller_encrypted, contact->agent_encrypted);
    struct safe_text text;

    if (!words)
        return;
    /* TRANSLATORS: of a call: which sides' sound is encrypted */
    safe_text_format(&text, linear_text(linear, N_("encrypted: %s")),
                     linear_text(linear, words));
    speech_part(spoken, program_language(linear->program), text.text);
}

static void say_contact(struct linear *linear, size_t n, struct spoken *spoken)
{
    struct program *program = linear->program;
    enum language language = program_language(program);
    const struct replica_row *row = row_of(linear, TOPIC_CONTACTS, n);
    const struct topic_contacts *contact = row->fields;
    struct safe_text name = { .text = "" };

    linear_add_caller(linear, spoken, &contact->caller_name, &contact->caller);
    if (contact->place == PLACE_TALK || contact->place == PLACE_DIALLING ||
        contact->on_offer)
        naming_agent(program, contact->agent_id, &contact->agent, &name);
    if (name.text[0])
        speech_named(spoken, language, linear_text(linear, place_of(contact)),
                     name.text);
    else
        speech_part(spoken, language, linear_text(linear, place_of(contact)));
    show_span(
        ui_style(program->ui),
        replica_age_us(row, contact->place_age_us, program_now_us(program)),
        &name);
    speech_part(spoken, language, name.text);
    naming_queue(program, contact->queue_id, &contact->queue, &name);
    speech_part(spoken, language, name.text);
    say_secrecy(linear, contact, spoken);
}

void linear_say_calls(struct linear *linear, const char *rest)
{
    static const struct linear_list list = { count_calls, say_contact };

    char title[64];
    size_t count = count_calls(linear);

    (void)rest;
    snprintf(
        title, sizeof(title),
        P_(program_language(linear->program), "%zu call.", "%zu calls.", count),
        count);
    begin(linear, &list, title);
}

static size_t count_agents(struct linear *linear)
{
    return count_of(linear, TOPIC_AGENTS);
}

static void say_agent(struct linear *linear, size_t n, struct spoken *spoken)
{
    struct program *program = linear->program;
    enum language language = program_language(program);
    const struct replica_row *row = row_of(linear, TOPIC_AGENTS, n);
    const struct topic_agents *agent = row->fields;
    struct safe_text text = { .text = "" };

    word_name(&(struct word_names){ &agent->name, &agent->label, NULL, NULL },
              language, &text);
    speech_part(spoken, language, text.text);
    naming_agent_state(program, agent, &text);
    speech_part(spoken, language, text.text);
    show_span(ui_style(program->ui),
              replica_age_us(row, doing_age_us(agent), program_now_us(program)),
              &text);
    speech_part(spoken, language, text.text);
    if (agent->state == AGENT_UNAVAILABLE)
        speech_part(spoken, language,
                    linear_text(linear, N_("the phone cannot be reached")));
}

void linear_say_agents(struct linear *linear, const char *rest)
{
    static const struct linear_list list = { count_agents, say_agent };

    char title[64];
    size_t count = count_agents(linear);

    (void)rest;
    snprintf(title, sizeof(title),
             P_(program_language(linear->program), "%zu agent.", "%zu agents.",
                count),
             count);
    begin(linear, &list, title);
}

/* Found anew for each line of them: they are few, and change. */
static size_t find(struct linear *linear, size_t n, struct spoken *ret_spoken)
{
    struct cockpit_alert *alerts = calloc(COCKPIT_ALERTS, sizeof(*alerts));
    size_t count =
        alerts ? (size_t)cockpit_find_alerts(linear->program, alerts) : 0;

    if (ret_spoken && n < count) {
        enum language language = program_language(linear->program);

        speech_part(ret_spoken, language,
                    linear_text(linear, grade_word(alerts[n].grade)));
        speech_part(ret_spoken, language, alerts[n].subject.text);
        speech_part(ret_spoken, language, alerts[n].text.text);
    }
    free(alerts);
    return count;
}

static size_t count_alerts(struct linear *linear)
{
    return find(linear, 0, NULL);
}

static void say_alert(struct linear *linear, size_t n, struct spoken *spoken)
{
    find(linear, n, spoken);
}

void linear_say_alerts(struct linear *linear, const char *rest)
{
    static const struct linear_list list = { count_alerts, say_alert };

    (void)rest;
    if (count_alerts(linear) == 0)
        linear_say(linear, linear_text(linear, N_("Nothing is wrong.")));
    else
        linear_list_begin(linear, &list, NULL);
}
