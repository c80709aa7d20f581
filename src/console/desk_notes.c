/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed here, kept by the server while the call still goes on. */

#include "console/desk_notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/desk_waits.h"
#include "console/unsent.h"

void desk_notes_draw(const struct desk *desk, const struct surface *surface,
                     int row, int rows)
{
    struct surface area =
        surface_part(surface, row + 1, 1, rows - 1, surface->columns - 2);
    int64_t ago_us = program_now_us(desk->program) - desk->saved_us;
    struct safe_text title, waits;

    if (unsent_waits(desk->program, UNSENT_NOTE, desk->contact_id))
        safe_text_copy(&title,
                       surface_say(surface, N_("Notes, waiting to be sent")));
    else if (desk->is_unsaved)
        safe_text_copy(&title, surface_say(surface, N_("Notes, not kept yet")));
    else if (desk->saved_us > 0)
        safe_text_format(&title,
                         surface_say(surface, N_("Notes (kept %d s "
                                                 "ago)")),
                         (int)(ago_us / 1000000));
    else
        safe_text_copy(&title, surface_say(surface, N_("Notes")));
    desk_waits_word(desk, surface, &waits);
    surface_rule(surface, row, title.text, waits.text[0] ? waits.text : NULL);
    notes_draw(desk->notes, &area, desk->is_writing);
}

/* What the server would not keep is not taken either. */
static bool is_too_long(const struct desk *desk)
{
    return strlen(notes_text(desk->notes)) > DESK_NOTE_BYTES;
}

bool desk_notes_input(struct desk *desk, const struct input *input)
{
    char *before = strdup(notes_text(desk->notes));
    bool is_taken = before && notes_input(desk->notes, input);

    if (is_taken && is_too_long(desk)) {
        notes_set(desk->notes, before);
        ui_say(desk->program->ui, SEVERITY_WARNING, "%s",
               program_text(desk->program, N_("The note is full.")));
    }
    if (is_taken && strcmp(before, notes_text(desk->notes)) != 0) {
        desk->is_unsaved = true;
        desk->written_us = program_now_us(desk->program);
    }
    free(before);
    return is_taken;
}

/* Another call may have come while somebody wrote. */
static void take_edited(void *arg, const char *text)
{
    struct desk *desk = arg;

    if (desk->contact_id != desk->edited_contact) {
        ui_say(desk->program->ui, SEVERITY_ERROR, "%s",
               program_text(desk->program, N_("That call is over: its notes "
                                              "are as they were.")));
        return;
    }
    if (strcmp(text, notes_text(desk->notes)) == 0)
        return;
    notes_set(desk->notes, text);
    desk->is_unsaved = true;
    desk->written_us = program_now_us(desk->program);
}

void desk_notes_edit(struct desk *desk)
{
    desk->edited_contact = desk->contact_id;
    ui_edit_outside(desk->program->ui,
                    &(struct ui_editing){
                        .state = desk,
                        .text = (char *)(uintptr_t)notes_text(desk->notes),
                        .max_bytes = DESK_NOTE_BYTES,
                        .done = take_edited,
                        .arg = desk,
                    });
}
