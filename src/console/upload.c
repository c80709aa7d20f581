/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is read whole before anything is asked of the server. */

#include "console/upload.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mark.h"
#include "lang/failure.h"
#include "tui/form.h"
#include "console/document_value.h"
#include "wire/value.h"
#include "console/upload_rejects.h"

enum { ID_FILE = 1, ID_SEND };
enum { POPUP_ROWS = 4, POPUP_CELLS = 64, FILE_CELLS = 44 };

struct sending {
    struct program *program;
    struct upload what; /* .match, .name: not kept here */
    char match[DOCUMENT_TAG_SIZE];
    struct safe_text name;
    struct form *form;
    bool is_sent;
};

static const struct form_field fields[] = {
    { .id = ID_FILE,
      .kind = FORM_TEXT,
      .label = N_("File"),
      .cells = FILE_CELLS,
      .max = 1023,
      .is_required = true },
    { .id = ID_SEND, .kind = FORM_BUTTON, .label = N_("Send") },
};

static void complain(struct sending *sending, const char *words)
{
    form_set_error(sending->form, ID_FILE, words);
    form_focus(sending->form, ID_FILE);
}

/* Where it is wrong in the file, if the server says. */
static void complain_of(struct sending *sending, const struct outcome *outcome)
{
    int64_t line = value_get_integer(outcome->refusal, "line", 0);
    struct safe_text words = outcome->complaint;

    if (line > 0 && !value_get(outcome->refusal, "rejected"))
        safe_text_format(&words,
                         program_text(sending->program, N_("Line %lld: %s")),
                         (long long)line, outcome->complaint.text);
    complain(sending, words.text);
}

static void done(void *owner, const struct outcome *outcome)
{
    struct sending *sending = owner;
    struct ui *ui = sending->program->ui;

    sending->is_sent = false;
    if (!outcome->is_done) {
        complain_of(sending, outcome);
        (void)upload_rejects_open(sending->program, outcome->refusal);
        return;
    }
    ui_say(ui, SEVERITY_INFO, program_text(sending->program, N_("%s changed")),
           sending->name.text);
    ui_close(ui, sending);
}

/* "~/" is the home directory, as shells have it. */
static void write_path(const struct sending *sending, char ret_path[PATH_MAX])
{
    const char *typed = form_text(sending->form, ID_FILE);
    const char *home = strncmp(typed, "~/", 2) == 0 ? getenv("HOME") : NULL;

    snprintf(ret_path, PATH_MAX, "%s%s", home ? home : "",
             home ? typed + 1 : typed);
}

static void word_failure(const struct sending *sending, int rc,
                         struct safe_text *ret_words)
{
    if (rc == -EFBIG)
        safe_text_format(
            ret_words,
            program_text(sending->program,
                         N_("The file is too large; %zu bytes are the most.")),
            sending->what.max_bytes);
    else
        safe_text_copy(
            ret_words,
            rc == 0 ? program_text(sending->program, N_("The file is empty."))
                    : failure_text(program_language(sending->program), -rc));
}

static void send(struct sending *sending)
{
    char path[PATH_MAX], *bytes = NULL;
    size_t length = 0;
    struct safe_text words;

    if (sending->is_sent ||
        form_review(sending->form, program_language(sending->program)) > 0)
        return;
    write_path(sending, path);
    int rc = file_read(path, sending->what.max_bytes, &bytes, &length);
    if (rc < 0 || length == 0) {
        word_failure(sending, rc, &words);
        complain(sending, words.text);
    } else {
        sending->is_sent =
            program_send(sending->program,
                         &(struct errand){
                             .route = sending->what.route,
                             .id = sending->what.id,
                             .part = sending->what.part,
                             .match = sending->match[0] ? sending->match : NULL,
                             .file = bytes,
                             .file_length = length,
                             .done = done,
                             .owner = sending,
                             .is_quiet = true,
                         });
    }
    free(bytes);
}

static void sending_draw(void *state, const struct surface *surface)
{
    struct sending *sending = state;

    form_draw(sending->form, surface, true);
}

static bool sending_input(void *state, const struct input *input)
{
    struct sending *sending = state;
    enum form_event event = form_input(sending->form, input);

    if (event == FORM_PRESSED || event == FORM_ENTERED)
        send(sending);
    return event != FORM_IGNORED;
}

static bool sending_is_typing(const void *state)
{
    return form_is_typing(((const struct sending *)state)->form);
}

static void sending_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = POPUP_ROWS;
    *ret_columns = POPUP_CELLS;
}

static void sending_titles(const void *state, const struct style *style,
                           struct safe_text *ret_left,
                           struct safe_text *ret_right)
{
    const struct sending *sending = state;

    safe_text_copy(ret_left, lang_text(style->language, sending->what.title));
    *ret_right = sending->name;
}

static void sending_free(void *state)
{
    struct sending *sending = state;

    errands_forget(sending->program->errands, sending);
    form_free(sending->form);
    free(sending);
}

static const struct view_kind sending_kind = {
    .is_popup = true,
    .hint = N_("Enter sends the file   Esc leaves all as it is"),
    .draw = sending_draw,
    .input = sending_input,
    .is_typing = sending_is_typing,
    .size = sending_size,
    .titles = sending_titles,
    .free = sending_free,
};

int upload_open(struct program *program, const struct upload *upload)
{
    assert(program && upload && upload->match && upload->name);
    struct sending *sending = calloc(1, sizeof(*sending));

    if (!sending)
        return -ENOMEM;
    sending->program = program;
    sending->what = *upload;
    sending->what.match = sending->what.name = NULL;
    snprintf(sending->match, sizeof(sending->match), "%s", upload->match);
    safe_text_copy(&sending->name, upload->name);
    int rc = form_new(fields, (int)(sizeof(fields) / sizeof(fields[0])),
                      &sending->form);
    if (rc < 0) {
        free(sending);
        return rc;
    }
    return ui_push(program->ui, &sending_kind, sending);
}
