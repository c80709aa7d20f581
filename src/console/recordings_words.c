/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for what a recording has. */

#include "base/mark.h"
#include "console/naming.h"
#include "console/recordings_inside.h"
#include "console/show.h"
#include "lang/format.h"
#include "wire/word_label.h"

void recordings_word_when(const struct recordings *recordings,
                          const struct shelf_row *row,
                          struct safe_text *ret_text)
{
    shelf_word_when(recordings->program, row->recording.began_wall_us,
                    ret_text);
}

void recordings_word_agent(const struct recordings *recordings,
                           const struct shelf_row *row,
                           struct safe_text *ret_text)
{
    naming_agent(recordings->program, row->recording.agent_id,
                 &row->recording.agent, ret_text);
}

void recordings_word_queue(const struct recordings *recordings,
                           const struct shelf_row *row,
                           struct safe_text *ret_text)
{
    naming_queue(recordings->program, row->recording.queue_id,
                 &row->recording.queue, ret_text);
}

void recordings_word_number(const struct recordings *recordings,
                            const struct shelf_row *row,
                            struct safe_text *ret_text)
{
    shelf_word_number(recordings->program, &row->recording.caller,
                      row->is_masked, ret_text);
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
