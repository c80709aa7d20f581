/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one is, and what one does there. */

#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/line.h"
#include "console/linear_inside.h"
#include "console/naming.h"
#include "console/state_set.h"
#include "console/word.h"
#include "console/wrap_up.h"
#include "tui/match.h"
#include "wire/value.h"

void linear_add_caller(struct linear *linear, struct spoken *spoken,
                       const struct label *name,
                       const struct phone_number *number)
{
    enum language language = program_language(linear->program);
    struct safe_text text;

    if (name->text[0]) { /* nobody has checked it */
        safe_text_format(&text, "\"%s\"", name->text);
        speech_part(spoken, language, text.text);
    }
    if (number->text[0]) {
        safe_text_number(&text, number->text, strlen(number->text));
        speech_part(spoken, language, text.text);
    } else if (!name->text[0]) {
        speech_part(spoken, language, linear_text(linear, N_("withheld")));
    }
}

static void say_who(struct linear *linear, const struct topic_me *me)
{
    struct safe_text name, line;

    word_name(&(struct word_names){ &me->name, &me->label, NULL, NULL },
              program_language(linear->program), &name);
    if (me->device.text[0])
        safe_text_format(&line,
                         linear_text(linear, N_("Signed in as %s, phone %s.")),
                         name.text, me->device.text);
    else
        safe_text_format(&line, linear_text(linear, N_("Signed in as %s.")),
                         name.text);
    linear_say(linear, line.text);
}

static void say_state(struct linear *linear, const struct topic_agents *agent)
{
    struct program *program = linear->program;
    enum language language = program_language(program);
    struct safe_text word = { .text = "" }, line;
    struct spoken spoken;
    char time[WORD_TIME_SIZE];

    naming_agent_state(program, agent, &word);
    safe_text_format(&line, linear_text(linear, N_("State: %s")), word.text);
    word_duration(program_state_age_us(program), time);
    speech_begin(&spoken, 0);
    speech_part(&spoken, language, line.text);
    speech_part(&spoken, language, time);
    if (agent->muted)
        speech_part(&spoken, language, linear_text(linear, N_("muted")));
    linear_say_spoken(linear, &spoken);
}

static void say_call(struct linear *linear, const struct topic_agents *agent)
{
    enum language language = program_language(linear->program);
    struct safe_text queue = { .text = "" };
    struct spoken spoken;

    if (agent->contact_id == 0)
        return;
    speech_begin(&spoken, 0);
    linear_add_caller(linear, &spoken, &agent->caller_name, &agent->caller);
    naming_queue(linear->program, agent->queue_id, &agent->queue, &queue);
    speech_part(&spoken, language, queue.text);
    linear_say_spoken(linear, &spoken);
}

void linear_say_where(struct linear *linear, const char *rest)
{
    const struct topic_me *me = program_me(linear->program);
    const struct topic_agents *agent = program_agent_fields(linear->program);

    (void)rest;
    if (me)
        say_who(linear, me);
    if (agent) {
        say_state(linear, agent);
        say_call(linear, agent);
    }
    linear_say(linear, program_is_live(linear->program)
                           ? linear_text(linear, N_("The link is live."))
                           : linear_text(linear, N_("Offline. What is told "
                                                    "may be old.")));
}

/* The palette has the same commands; the complaints are its own. */
static void run(struct linear *linear, const char *beginning, const char *rest)
{
    char line[LINEAR_LINE_SIZE + 32];

    snprintf(line, sizeof(line), "%s %s", beginning, rest);
    line_run_words(linear->program, line);
}

void linear_say_transfer(struct linear *linear, const char *rest)
{
    run(linear, "call transfer", rest);
}

void linear_say_consult(struct linear *linear, const char *rest)
{
    run(linear, "call consult", rest);
}

void linear_say_dial(struct linear *linear, const char *rest)
{
    run(linear, "call dial", rest);
}

void linear_say_digits(struct linear *linear, const char *rest)
{
    run(linear, "call digits", rest);
}

void linear_say_ready(struct linear *linear, const char *rest)
{
    (void)rest;
    run(linear, "state set", "ready");
}

void linear_say_offline(struct linear *linear, const char *rest)
{
    (void)rest;
    run(linear, "state set", "offline");
}

static size_t count_reasons(struct linear *linear)
{
    return replica_count(program_rows(linear->program), TOPIC_PAUSE_REASONS);
}

static void say_reason(struct linear *linear, size_t n, struct spoken *spoken)
{
    const struct event_pause_reason_set *reason =
        replica_at(program_rows(linear->program), TOPIC_PAUSE_REASONS, n)
            ->fields;
    enum language language = program_language(linear->program);
    struct safe_text label;

    word_name(&(struct word_names){ &reason->name, &reason->label,
                                    &reason->label_es, &reason->label_cs },
              language, &label);
    speech_part(spoken, language, reason->name.text);
    if (strcmp(label.text, reason->name.text) != 0)
        speech_part(spoken, language, label.text);
}

void linear_say_pause(struct linear *linear, const char *rest)
{
    static const struct linear_list list = { count_reasons, say_reason };

    if (*rest)
        run(linear, "state set", rest);
    else
        linear_list_begin(linear, &list,
                          linear_text(linear, N_("Type pause and one of "
                                                 "these:")));
}

/* It goes out now, and once more with the disposition. */
void linear_say_note(struct linear *linear, const char *rest)
{
    const struct topic_agents *agent = program_agent_fields(linear->program);
    struct json_t *body;

    if (!agent || agent->contact_id == 0) {
        linear_say(linear, linear_text(linear, N_("There is no call.")));
        return;
    }
    snprintf(linear->note, sizeof(linear->note), "%s", rest);
    body = value_object();
    value_set_text(body, "note", linear->note);
    program_command(linear->program, ROUTE_AGENT_KEEP_NOTE, body);
    linear_say(linear, linear_text(linear, N_("Noted.")));
}

static void name_of(const struct linear *linear, const struct replica_row *row,
                    struct safe_text *ret_name)
{
    const struct event_disposition_set *fields = row->fields;

    word_name(&(struct word_names){ &fields->name, &fields->label,
                                    &fields->label_es, &fields->label_cs },
              program_language(linear->program), ret_name);
}

static size_t count_found(struct linear *linear)
{
    return linear->found_count;
}

static void say_found(struct linear *linear, size_t n, struct spoken *spoken)
{
    const struct replica_row *row = replica_find(
        program_rows(linear->program), TOPIC_DISPOSITIONS, linear->found[n]);
    struct safe_text name = { .text = "?" }, line;

    if (row)
        name_of(linear, row, &name);
    safe_text_format(&line, "%zu %s", n + 1, name.text);
    speech_part(spoken, program_language(linear->program), line.text);
}

void linear_say_disposition(struct linear *linear, const char *rest)
{
    static const struct linear_list list = { count_found, say_found };
    const struct replica *rows = program_rows(linear->program);
    size_t count = rows ? replica_count(rows, TOPIC_DISPOSITIONS) : 0;

    if (!linear_may(linear, DO_WRAP_UP))
        return;
    linear->found_count = 0;
    for (size_t i = 0; i < count && linear->found_count < LINEAR_FOUND; i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_DISPOSITIONS, i);
        struct safe_text name;

        name_of(linear, row, &name);
        if (match_words(name.text, rest))
            linear->found[linear->found_count++] = row->id;
    }
    linear_list_begin(linear, &list,
                      linear_text(linear, N_("Type the number of one:")));
}

void linear_pick(struct linear *linear, size_t number)
{
    if (number == 0 || number > linear->found_count) {
        linear_say(linear,
                   linear_text(linear, N_("There is nothing of that "
                                          "number. Type disposition.")));
        return;
    }
    if (!linear_may(linear, DO_WRAP_UP))
        return;
    wrap_up_save(linear->program, linear->found[number - 1], linear->note,
                 AFTER_AS_REQUESTED, 0);
    linear->found_count = 0;
    linear->note[0] = '\0';
}
