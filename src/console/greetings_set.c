/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two forms: a text that is spoken, and the days on which one is heard. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/form_popup.h"
#include "console/greetings_inside.h"
#include "console/word.h"
#include "wire/value.h"

enum { ID_LANGUAGE = 1, ID_TEXT, ID_FROM, ID_UNTIL, ID_SET };
enum { TEXT_MAX = 500, TEXT_ROWS = 4, DAY_CELLS = 12, DAY_MAX = 10 };

struct setting {
    struct form_popup popup; /* first */
    struct greetings *greetings;
    uint64_t box_id;
    enum box_greeting greeting;
    struct note text;     /* as it is, or "" */
    enum speech language; /* that it is in */
};

static void finish(struct setting *setting, const char *said)
{
    struct program *program = setting->popup.program;

    ui_say(program->ui, SEVERITY_INFO, "%s", program_text(program, said));
    greetings_ask(setting->greetings);
    ui_close(program->ui, setting);
}

/* A text. */

int greetings_count_languages(const void *arg)
{
    (void)arg;
    return speech_count;
}

void greetings_show_language(const void *arg, int n, const struct style *style,
                             struct safe_text *ret_text)
{
    (void)arg;
    (void)style;
    safe_text_copy(ret_text, lang_name((enum language)n));
}

static void said(void *owner, const struct outcome *outcome)
{
    struct setting *setting = owner;
    bool is_language = strcmp(outcome->problem.field, "language") == 0;

    if (form_popup_take(&setting->popup, outcome,
                        is_language ? ID_LANGUAGE : ID_TEXT))
        finish(setting, N_("The box greets so from now on."));
}

static void say(struct setting *setting)
{
    const struct form *form = setting->popup.form;

    if (!form_popup_is_ready(&setting->popup))
        return;

    struct json_t *body = value_object();

    (void)value_set_text(
        body, "greeting",
        word_spell(&word_list_box_greeting, (int)setting->greeting));
    (void)value_set_text(
        body, "language",
        word_spell(&word_list_speech, form_choice(form, ID_LANGUAGE)));
    (void)value_set_text(body, "text", form_text(form, ID_TEXT));
    form_popup_send(&setting->popup,
                    (struct errand){ .route = ROUTE_BOX_GREETING,
                                     .id = setting->box_id,
                                     .body = body,
                                     .done = said });
}

/* Words of one language are not those of another: they go with theirs, until
   somebody writes. */
static void follow_language(struct setting *setting)
{
    struct form *form = setting->popup.form;
    bool is_its_own = form_choice(form, ID_LANGUAGE) == (int)setting->language;

    if (!form_field_is_dirty(form, ID_TEXT))
        form_set_text(form, ID_TEXT, is_its_own ? setting->text.text : "");
}

static bool say_input(void *state, const struct input *input)
{
    struct setting *setting = state;
    struct form *form = setting->popup.form;
    enum form_event event = form_input(form, input);

    if (event == FORM_PRESSED)
        say(setting);
    else if (event == FORM_CHANGED && form_focused(form) == ID_LANGUAGE)
        follow_language(setting);
    return event != FORM_IGNORED;
}

static void say_titles(const void *state, const struct style *style,
                       struct safe_text *ret_left, struct safe_text *ret_right)
{
    const struct setting *setting = state;

    safe_text_copy(ret_left,
                   lang_text(style->language, N_("A greeting by text")));
    safe_text_copy(ret_right, lang_text(style->language,
                                        greeting_text(setting->greeting)));
}

/* Days. */

static void kept(void *owner, const struct outcome *outcome)
{
    struct setting *setting = owner;
    bool is_until = strcmp(outcome->problem.field, "until") == 0;

    if (form_popup_take(&setting->popup, outcome,
                        is_until ? ID_UNTIL : ID_FROM))
        finish(setting, N_("The days are set."));
}

static void keep(struct setting *setting)
{
    const struct form *form = setting->popup.form;

    if (!form_popup_is_ready(&setting->popup))
        return;

    struct json_t *body = value_object();

    (void)value_set_text(
        body, "greeting",
        word_spell(&word_list_box_greeting, (int)setting->greeting));
    (void)value_set_text(body, "from", form_text(form, ID_FROM));
    (void)value_set_text(body, "until", form_text(form, ID_UNTIL));
    form_popup_send(&setting->popup, (struct errand){ .route = ROUTE_BOX_DAYS,
                                                      .id = setting->box_id,
                                                      .body = body,
                                                      .done = kept });
}

static bool days_input(void *state, const struct input *input)
{
    struct setting *setting = state;
    struct form *form = setting->popup.form;
    enum form_event event = form_input(form, input);

    if (event == FORM_PRESSED ||
        (event == FORM_ENTERED && form_focused(form) == ID_UNTIL))
        keep(setting);
    else if (event == FORM_ENTERED)
        form_focus(form, ID_UNTIL);
    return event != FORM_IGNORED;
}

static void days_titles(const void *state, const struct style *style,
                        struct safe_text *ret_left, struct safe_text *ret_right)
{
    const struct setting *setting = state;

    safe_text_copy(ret_left,
                   lang_text(style->language, N_("Days of a greeting")));
    safe_text_copy(ret_right, lang_text(style->language,
                                        greeting_text(setting->greeting)));
}

/* Both. */

static void setting_free(void *setting)
{
    form_popup_done(setting);
    free(setting);
}

static const struct view_kind say_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter presses a button   Esc leaves it as it is"),
    .draw = form_popup_draw,
    .input = say_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .titles = say_titles,
    .free = setting_free,
};

static const struct view_kind days_kind = {
    .is_popup = true,
    .hint = N_("Tab moves   Enter sets it   Esc leaves it as it is"),
    .draw = form_popup_draw,
    .input = days_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .titles = days_titles,
    .free = setting_free,
};

/* @return NULL: no memory */
static struct setting *setting_new(struct greetings *greetings,
                                   const struct form_field *fields, int count)
{
    const struct shape_greeting *greeting = greetings_selected(greetings);
    struct setting *setting = calloc(1, sizeof(*setting));

    if (!setting)
        return NULL;
    setting->greetings = greetings;
    setting->box_id = greeting->box_id;
    setting->greeting = greeting->greeting;
    setting->text = greeting->text;
    setting->language = greeting->text.text[0]
                            ? greeting->language
                            : (enum speech)program_language(greetings->program);
    if (form_popup_init(&setting->popup, greetings->program, fields, count) ==
        0)
        return setting;

    free(setting);
    return NULL;
}

int greetings_say_open(struct greetings *greetings)
{
    static const struct form_field fields[] = {
        { .id = ID_LANGUAGE,
          .kind = FORM_CHOICE,
          .label = N_("Language"),
          .cells = DAY_CELLS,
          .options = greetings_count_languages,
          .option = greetings_show_language },
        { .id = ID_TEXT,
          .kind = FORM_NOTES,
          .label = N_("Text"),
          .max = TEXT_MAX,
          .rows = TEXT_ROWS,
          .is_required = true },
        { .id = ID_SET, .kind = FORM_BUTTON, .label = N_("Have it spoken") },
    };
    struct setting *setting = setting_new(
        greetings, fields, (int)(sizeof(fields) / sizeof(fields[0])));

    if (!setting)
        return -ENOMEM;
    form_set_text(setting->popup.form, ID_TEXT, setting->text.text);
    form_set_choice(setting->popup.form, ID_LANGUAGE, (int)setting->language);
    return ui_push(greetings->program->ui, &say_kind, setting);
}

int greetings_days_open(struct greetings *greetings)
{
    static const struct form_field fields[] = {
        { .id = ID_FROM,
          .kind = FORM_TEXT,
          .label = N_("First day"),
          .cells = DAY_CELLS,
          .max = DAY_MAX },
        { .id = ID_UNTIL,
          .kind = FORM_TEXT,
          .label = N_("Last day"),
          .cells = DAY_CELLS,
          .max = DAY_MAX },
        { .id = ID_SET, .kind = FORM_BUTTON, .label = N_("Set the days") },
    };
    const struct shape_greeting *greeting = greetings_selected(greetings);
    struct setting *setting = setting_new(
        greetings, fields, (int)(sizeof(fields) / sizeof(fields[0])));

    if (!setting)
        return -ENOMEM;
    form_set_text(setting->popup.form, ID_FROM, greeting->from.text);
    form_set_text(setting->popup.form, ID_UNTIL, greeting->until.text);
    return ui_push(greetings->program->ui, &days_kind, setting);
}
