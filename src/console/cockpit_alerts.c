/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong on the floor. */

#include <stdlib.h>

#include "base/mark.h"
#include "console/cockpit_inside.h"
#include "console/document_figure.h"
#include "console/show.h"
#include "console/wallboard_gather.h"
#include "console/word.h"
#include "wire/alarm.h"

enum { WIDE_COLUMNS = 70 };

/* Of a topic's row. */
static struct cockpit_alert *add(struct cockpit_alert *alerts, int *count,
                                 enum grade grade, enum topic topic,
                                 uint64_t id)
{
    if (*count == COCKPIT_ALERTS)
        return NULL;
    alerts[*count].grade = grade;
    alerts[*count].key = (uint64_t)topic << 56 ^ id;
    alerts[*count].age_us = -1;
    return &alerts[(*count)++];
}

static void add_alarms(const struct program *program,
                       struct cockpit_alert *alerts, int *count)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_ALARMS); i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_ALARMS, i);
        const struct topic_alarms *alarm = row->fields;
        struct cockpit_alert *alert =
            add(alerts, count, GRADE_CRITICAL, TOPIC_ALARMS, row->id);

        if (!alert)
            return;
        alert->age_us =
            replica_age_us(row, alarm->alarm_age_us, program_now_us(program));
        safe_text_copy(&alert->subject, program_text(program, N_("Server")));
        safe_text_copy(&alert->text,
                       program_text(program, alarm_words(alarm->text.text)));
    }
}

static void add_queue(const struct program *program,
                      const struct figures *queue, struct cockpit_alert *alerts,
                      int *count)
{
    const struct style *style = ui_style(program->ui);
    const struct limits none = { 0 };
    struct limits limits = grade_limits(&none, queue);
    enum grade grade = grade_queue(&limits, queue);
    struct safe_text oldest, level;
    struct cockpit_alert *alert =
        grade > GRADE_GOOD
            ? add(alerts, count, grade, TOPIC_QUEUES, queue->queue_id)
            : NULL;

    if (!alert)
        return;
    show_span(style, queue->oldest_us, &oldest);
    show_permille(style, queue->level_permille, &level);
    safe_text_copy(&alert->subject, queue->label.text);
    safe_text_format(
        &alert->text,
        program_text(program, N_("%lld waiting, oldest %s, SLA %s")),
        (long long)queue->waiting, oldest.text, level.text);
}

static void add_agents(const struct program *program,
                       struct cockpit_alert *alerts, int *count)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_AGENTS); i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_AGENTS, i);
        const struct topic_agents *agent = row->fields;
        bool is_gone = agent->state == AGENT_UNAVAILABLE;
        struct cockpit_alert *alert =
            is_gone || (agent->misses > 0 && agent->state != AGENT_OFFLINE)
                ? add(alerts, count, is_gone ? GRADE_CRITICAL : GRADE_WARNING,
                      TOPIC_AGENTS, row->id)
                : NULL;

        if (!alert)
            continue;
        word_name(
            &(struct word_names){ &agent->name, &agent->label, NULL, NULL },
            program_language(program), &alert->subject);
        if (is_gone)
            alert->age_us = replica_age_us(row, agent->state_age_us,
                                           program_now_us(program));
        if (is_gone)
            safe_text_copy(
                &alert->text,
                program_text(program, N_("the phone cannot be reached")));
        else
            safe_text_format(
                &alert->text,
                P_(program_language(program), "%lld call missed in a row",
                   "%lld calls missed in a row", (unsigned long)agent->misses),
                (long long)agent->misses);
    }
}

/* One that is down, and one that refuses the next call. */
static void add_trunks(const struct program *program,
                       struct cockpit_alert *alerts, int *count)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_TRUNK_STATES); i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_TRUNK_STATES, i);
        const struct topic_trunk_states *trunk = row->fields;
        bool is_down = trunk->state == TRUNK_DOWN;
        struct cockpit_alert *alert =
            is_down || 10 * trunk->calls >= 9 * trunk->max_channels
                ? add(alerts, count,
                      is_down || trunk->calls >= trunk->max_channels
                          ? GRADE_CRITICAL
                          : GRADE_WARNING,
                      TOPIC_TRUNK_STATES, row->id)
                : NULL;

        if (!alert)
            continue;
        safe_text_copy(&alert->subject, trunk->name.text);
        if (is_down)
            alert->age_us = replica_age_us(row, trunk->state_age_us,
                                           program_now_us(program));
        if (is_down)
            document_figure_say_down(program, trunk, &alert->text);
        else
            safe_text_format(
                &alert->text,
                program_text(program, N_("%lld of %lld channels in use")),
                (long long)trunk->calls, (long long)trunk->max_channels);
    }
}

static int compare(const void *a, const void *b)
{
    return (int)((const struct cockpit_alert *)b)->grade -
           (int)((const struct cockpit_alert *)a)->grade;
}

int cockpit_find_alerts(const struct program *program,
                        struct cockpit_alert alerts[COCKPIT_ALERTS])
{
    struct wallboard board = { .queue_count = 0 };
    struct figures *queues = cockpit_gather(program, &board);
    int count = 0;

    if (program_rows(program)) {
        add_alarms(program, alerts, &count);
        for (size_t i = 0; queues && i < board.queue_count; i++)
            add_queue(program, &queues[i], alerts, &count);
        add_agents(program, alerts, &count);
        add_trunks(program, alerts, &count);
    }
    free(queues);
    qsort(alerts, (size_t)count, sizeof(*alerts), compare);
    return count;
}

/* When it began, by the clock on the wall. */
static void draw_beginning(const struct program *program,
                           const struct surface *surface, struct place place,
                           const struct cockpit_alert *alert)
{
    char clock[WORD_TIME_SIZE];

    if (alert->age_us < 0)
        return;
    word_clock(program_wall_us(program) - alert->age_us, true, clock);
    surface_words(surface, place, LOOK(DIM, 0), clock);
}

static void draw_alert(const struct program *program,
                       const struct surface *surface, int row,
                       const struct cockpit_alert *alert)
{
    struct look look = grade_look(alert->grade);
    int subject = surface->columns < WIDE_COLUMNS ? 12 : 16;
    int column =
        1 + surface_glyph(surface, row, 1, look, grade_glyph(alert->grade)) + 1;

    column += surface_label(surface, (struct place){ row, column, 8, false },
                            look, grade_short_word(alert->grade)) +
              1;
    draw_beginning(program, surface, (struct place){ row, column, 5, false },
                   alert);
    column += 6;
    surface_text(surface, (struct place){ row, column, subject, false },
                 LOOK(TITLE, 0), &alert->subject);
    surface_text(surface, (struct place){ row, column + subject + 1, 0, false },
                 LOOK(TEXT, 0), &alert->text);
}

static void name_count(const struct cockpit *cockpit,
                       const struct surface *surface, int count,
                       struct safe_text *ret_text)
{
    struct safe_text number;

    show_count(surface->style, count, &number);
    *ret_text = number;
    if (cockpit->new_count > 0)
        /* TRANSLATORS: alerts: all, and those nobody has looked at yet */
        safe_text_format(ret_text, surface_say(surface, N_("%s, %d new")),
                         number.text, cockpit->new_count);
}

void cockpit_draw_alerts(struct cockpit *cockpit, const struct surface *surface)
{
    struct cockpit_alert *alerts = calloc(COCKPIT_ALERTS, sizeof(*alerts));
    int count = alerts ? cockpit_find_alerts(cockpit->program, alerts) : 0;
    int room = surface->rows - 1;
    struct safe_text title, number;

    cockpit_note_alerts(cockpit, alerts, count);
    if (cockpit->pages > count - room)
        cockpit->pages = count > room ? count - room : 0;
    name_count(cockpit, surface, count, &number);
    safe_text_format(&title, "%d %s", PANE_ALERTS + 1,
                     surface_say(surface, N_("Alerts")));
    surface_rule(surface, 0, title.text, number.text);
    for (int i = 0; i < room && cockpit->pages + i < count; i++)
        draw_alert(cockpit->program, surface, 1 + i,
                   &alerts[cockpit->pages + i]);
    if (count == 0)
        surface_label(surface, (struct place){ 1, 1, 0, false }, LOOK(DIM, 0),
                      N_("Nothing is wrong."));
    if (cockpit->pane == PANE_ALERTS)
        surface_cursor(surface, 0, 0, true);
    free(alerts);
}
