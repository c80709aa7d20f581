/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form: in which language a greeting is recorded by phone, or a file is. */

#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/form_popup.h"
#include "console/greetings_inside.h"
#include "console/phone.h"
#include "console/upload.h"
#include "wire/value.h"
#include "wire/worker_talk.h"

enum { ID_LANGUAGE = 1, ID_GO };
enum { LANGUAGE_CELLS = 12 };

struct naming {
    struct form_popup popup; /* first */
    struct greetings *greetings;
    struct greeting_place place;
    struct safe_text box;
    bool is_file; /* else it is recorded */
};

/* The last part of the path of a sound, as the server reads it. */
static const char *part_of(enum box_greeting greeting, enum speech language)
{
    static const char *const parts[][3] = {
        [GREETING_STANDARD] = { "standard-en", "standard-es", "standard-cs" },
        [GREETING_BUSY] = { "busy-en", "busy-es", "busy-cs" },
        [GREETING_CLOSED] = { "closed-en", "closed-es", "closed-cs" },
        [GREETING_HOLIDAY] = { "holiday-en", "holiday-es", "holiday-cs" },
    };

    return parts[greeting][language];
}

/* The form goes first: what is closed takes along what lies on it. */
static void choose_file(struct naming *naming)
{
    struct program *program = naming->popup.program;
    const struct safe_text box = naming->box;
    const struct upload upload = {
        .route = ROUTE_BOX_SOUND,
        .id = naming->place.box_id,
        .part =
            part_of(naming->place.greeting,
                    (enum speech)form_choice(naming->popup.form, ID_LANGUAGE)),
        .match = "",
        .name = box.text,
        .title = N_("Greeting from a file"),
        .max_bytes = WORKER_MAX_FILE,
    };

    ui_close(program->ui, naming);
    if (upload_open(program, &upload) == -ENOMEM)
        ui_say(program->ui, SEVERITY_ERROR, "%s",
               program_text(program, N_("Out of memory.")));
}

static void rings(void *owner, const struct outcome *outcome)
{
    struct naming *naming = owner;
    struct program *program = naming->popup.program;

    if (!form_popup_take(&naming->popup, outcome, ID_LANGUAGE))
        return;

    ui_say(program->ui, SEVERITY_INFO, "%s",
           program_text(program, phone_is_heard_by(program)));
    greetings_ask(naming->greetings);
    greetings_await(naming->greetings);
    ui_close(program->ui, naming);
}

static void record(struct naming *naming)
{
    const struct form *form = naming->popup.form;
    struct json_t *body = value_object();

    (void)value_set_text(
        body, "greeting",
        word_spell(&word_list_box_greeting, (int)naming->place.greeting));
    (void)value_set_text(
        body, "language",
        word_spell(&word_list_speech, form_choice(form, ID_LANGUAGE)));
    form_popup_send(&naming->popup, (struct errand){ .route = ROUTE_BOX_RECORD,
                                                     .id = naming->place.box_id,
                                                     .body = body,
                                                     .done = rings });
}

static bool naming_input(void *state, const struct input *input)
{
    struct naming *naming = state;
    enum form_event event = form_input(naming->popup.form, input);

    if ((event != FORM_PRESSED && event != FORM_ENTERED) ||
        !form_popup_is_ready(&naming->popup))
        return event != FORM_IGNORED;

    if (naming->is_file)
        choose_file(naming);
    else
        record(naming);
    return true;
}

static void naming_titles(const void *state, const struct style *style,
                          struct safe_text *ret_left,
                          struct safe_text *ret_right)
{
    const struct naming *naming = state;

    safe_text_copy(ret_left,
                   lang_text(style->language, naming->is_file
                                                  ? N_("Greeting from a file")
                                                  : N_("A greeting by phone")));
    safe_text_copy(ret_right, lang_text(style->language,
                                        greeting_text(naming->place.greeting)));
}

static void naming_free(void *naming)
{
    form_popup_done(naming);
    free(naming);
}

static const struct view_kind naming_kind = {
    .is_popup = true,
    .hint = N_("Left Right choose   Enter goes on   Esc leaves it as it is"),
    .draw = form_popup_draw,
    .input = naming_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .titles = naming_titles,
    .free = naming_free,
};

int greetings_language_open(struct greetings *greetings, bool is_file)
{
    const struct form_field fields[] = {
        { .id = ID_LANGUAGE,
          .kind = FORM_CHOICE,
          .label = N_("Language"),
          .cells = LANGUAGE_CELLS,
          .options = greetings_count_languages,
          .option = greetings_show_language },
        { .id = ID_GO,
          .kind = FORM_BUTTON,
          .label = is_file ? N_("Choose the file") : N_("Ring my phone") },
    };
    const struct shape_greeting *greeting = greetings_selected(greetings);
    struct naming *naming = calloc(1, sizeof(*naming));

    if (!naming)
        return -ENOMEM;
    naming->greetings = greetings;
    naming->place =
        (struct greeting_place){ greeting->box_id, greeting->greeting };
    naming->is_file = is_file;
    greetings_word_box(greetings, greeting, &naming->box);
    if (form_popup_init(&naming->popup, greetings->program, fields,
                        (int)(sizeof(fields) / sizeof(fields[0]))) < 0) {
        free(naming);
        return -ENOMEM;
    }
    form_set_choice(naming->popup.form, ID_LANGUAGE,
                    (int)program_language(greetings->program));
    return ui_push(greetings->program->ui, &naming_kind, naming);
}
