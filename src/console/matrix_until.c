/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with the day and the time until which duties are served. */

#include <stdlib.h>

#include "base/mark.h"
#include "console/form_popup.h"
#include "console/matrix_inside.h"
#include "console/night_until.h"

enum { ID_DAY = 1, ID_TIME, ID_SET };

struct asking {
    struct form_popup popup; /* first */
    struct matrix *matrix;   /* below it, and there as long */
};

static void set(struct asking *asking)
{
    struct form_popup *popup = &asking->popup;
    struct program *program = popup->program;
    struct night_until until = { .day = -1, .minute = -1 };
    int64_t until_us;

    if (!form_popup_is_ready(popup))
        return;
    (void)form_number(popup->form, ID_DAY, &until.day);
    (void)form_number(popup->form, ID_TIME, &until.minute);
    if (night_until_us(&until, program_wall_us(program), &until_us) < 0) {
        form_popup_complain(popup, ID_DAY,
                            program_text(program, N_("It is past.")));
        return;
    }
    asking->matrix->is_until_chosen = true;
    asking->matrix->until_us = until_us;
    ui_close(program->ui, asking);
}

static bool asking_input(void *state, const struct input *input)
{
    struct asking *asking = state;
    enum form_event event = form_input(asking->popup.form, input);

    if (event == FORM_PRESSED || event == FORM_ENTERED)
        set(asking);
    return event != FORM_IGNORED;
}

static void asking_titles(const void *state, const struct style *style,
                          struct safe_text *ret_left,
                          struct safe_text *ret_right)
{
    (void)state;
    safe_text_copy(ret_left, lang_text(style->language, N_("Serve it until")));
    safe_text_copy(ret_right, "");
}

static void asking_free(void *asking)
{
    form_popup_done(asking);
    free(asking);
}

static const struct view_kind asking_kind = {
    .is_popup = true,
    .hint = N_("A time alone is the next one there is   Esc leaves it"),
    .draw = form_popup_draw,
    .input = asking_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .titles = asking_titles,
    .free = asking_free,
};

void matrix_ask_moment(struct matrix *matrix)
{
    struct program *program = matrix->program;
    const struct form_field fields[] = {
        { .id = ID_DAY,
          .kind = FORM_DATE,
          .label = N_("Until day"),
          .cells = 14,
          .start = night_until_today(program_wall_us(program)) },
        { .id = ID_TIME,
          .kind = FORM_TIME,
          .label = N_("Until time"),
          .cells = 8,
          .start = NIGHT_MORNING,
          .is_required = true },
        { .id = ID_SET, .kind = FORM_BUTTON, .label = N_("Set") },
    };
    struct asking *asking = calloc(1, sizeof(*asking));

    if (!asking)
        return;
    asking->matrix = matrix;
    if (form_popup_init(&asking->popup, program, fields,
                        (int)(sizeof(fields) / sizeof(fields[0]))) < 0) {
        free(asking);
        return;
    }
    form_focus(asking->popup.form, ID_TIME);
    (void)ui_push(program->ui, &asking_kind, asking);
}
