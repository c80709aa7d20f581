/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for what a recording has. */

#include "base/mark.h"
#include "console/recordings_inside.h"
#include "console/show.h"
#include "console/word.h"
#include "lang/format.h"
#include "wire/word_label.h"

void recordings_word_when(const struct recordings *recordings,
                          const struct shelf_row *row,
                          struct safe_text *ret_text)
{
    shelf_word_when(recordings->shelf, row->recording.began_wall_us, ret_text);
}

/* A label where we have the row; else the name that the recording has. */
void recordings_word_agent(const struct recordings *recordings,
                           const struct shelf_row *row,
                           struct safe_text *ret_text)
{
    const struct replica_row *found =
        replica_find(program_rows(recordings->program), TOPIC_AGENTS,
                     row->recording.agent_id);
    const struct topic_agents *agent = found ? found->fields : NULL;

    if (agent)
        word_name(
            &(struct word_names){ &agent->name, &agent->label, NULL, NULL },
            program_language(recordings->program), ret_text);
    else
        safe_text_copy(ret_text, row->recording.agent.text);
}

void recordings_word_queue(const struct recordings *recordings,
                           const struct shelf_row *row,
                           struct safe_text *ret_text)
{
    const struct replica_row *found =
        replica_find(program_rows(recordings->program), TOPIC_QUEUES,
                     row->recording.queue_id);
    const struct topic_queues *queue = found ? found->fields : NULL;

    if (queue)
        word_name(&(struct word_names){ &queue->name, &queue->label,
                                        &queue->label_es, &queue->label_cs },
                  program_language(recordings->program), ret_text);
    else
        safe_text_copy(ret_text, row->recording.queue.text);
}

void recordings_word_number(const struct recordings *recordings,
                            const struct shelf_row *row,
                            struct safe_text *ret_text)
{
    shelf_word_number(recordings->shelf, &row->recording.caller, row->is_masked,
                      ret_text);
}

void recordings_word_caller(const struct recordings *recordings,
                            const struct shelf_row *row,
                            struct safe_text *ret_text)
{
    const char *name = row->recording.caller_name.text;

    if (name[0])
        safe_text_format(ret_text, "\"%s\"", name);
    else
        recordings_word_number(recordings, row, ret_text);
}

void recordings_word_state(const struct recordings *recordings,
                           const struct shelf_row *row,
                           struct safe_text *ret_text)
{
    const struct word_list *list = &word_list_recording_state;
    const char *spelling = word_spell(list, (int)row->recording.state);

    safe_text_copy(ret_text, program_text(recordings->program,
                                          word_label(list, spelling)));
}

/* In millions of bytes, as disks and mail count. */
void recordings_word_size(const struct recordings *recordings,
                          const struct shelf_row *row,
                          struct safe_text *ret_text)
{
    char text[FORMAT_SIZE];

    if (row->recording.bytes == 0) {
        show_count(ui_style(recordings->program->ui), -1, ret_text);
        return;
    }
    format_decimal(program_language(recordings->program),
                   (row->recording.bytes + 50000) / 100000, 1, text,
                   sizeof(text));
    safe_text_format(ret_text, "%s MB", text);
}

/* Sides in the order of their places on the screen. */
struct outline recordings_outline(const struct shelf_row *row)
{
    const struct shape_recording *recording = &row->recording;

    return (struct outline){
        .id = recording->recording_id,
        .length_us = recording->length_us,
        .peaks = { &recording->peaks_right, &recording->peaks_left },
        .names = { N_("agent"), N_("caller") },
    };
}
