/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of beginnings, and what takes the rest. */

#include "console/line.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mark.h"
#include "console/contacts.h"
#include "console/dial.h"
#include "console/erasure.h"
#include "console/key.h"
#include "console/keypad.h"
#include "console/screen.h"
#include "console/state_set.h"
#include "console/transfer.h"
#include "console/wrap_up.h"
#include "lang/failure.h"

/* What takes the words behind a beginning; false: they mean nothing. */
typedef bool line_rest(struct program *program, const char *rest);

static bool speak(struct program *program, const char *code)
{
    enum language language;

    if (lang_find(code, &language) < 0)
        return false;
    program_language_set(program, language);
    return true;
}

static bool paint(struct program *program, const char *name)
{
    static const char *const names[THEME_COUNT] = { "dark", "light", "contrast",
                                                    "own", "mono" };

    for (int i = 0; i < THEME_COUNT; i++)
        if (strcmp(names[i], name) == 0 &&
            (i != THEME_OWN || theme_has_own())) {
            program->wishes.has_theme = true;
            program->wishes.theme = (enum theme)i;
            return true;
        }
    return false;
}

static bool announce(struct program *program, const char *name)
{
    enum announce way;

    if (announce_find(name, &way) < 0)
        return false;
    ui_announce_set(program->ui, way);
    return true;
}

static bool calm(struct program *program, const char *word)
{
    bool is_calm = strcmp(word, "yes") == 0;

    if (!is_calm && strcmp(word, "no") != 0)
        return false;
    ui_calm_set(program->ui, is_calm);
    return true;
}

/* As text, for a ticket or a colleague; never over something. */
static bool save_display(struct program *program, const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    int rc = 0;

    if (!file) {
        ui_say(program->ui, SEVERITY_ERROR, "%s",
               failure_text(program_language(program), -errno));
        if (fd >= 0)
            close(fd);
        return true;
    }
    rc = grid_print(ui_draw(program->ui), file);
    if (fclose(file) != 0 || rc < 0)
        ui_say(program->ui, SEVERITY_ERROR, "%s",
               failure_text(program_language(program), -EIO));
    else
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("This screen is in that file, as "
                                        "text.")));
    return true;
}

static bool go_to(struct program *program, const char *name)
{
    int screen = screen_find(name);

    if (screen < 0)
        return false;
    screen_open(program, (enum screen)screen);
    return true;
}

static bool dispose(struct program *program, const char *name)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_DISPOSITIONS); i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_DISPOSITIONS, i);
        const struct event_disposition_set *fields = row->fields;

        if (strcmp(fields->name.text, name) != 0)
            continue;
        wrap_up_save(program, row->id, "", AFTER_AS_REQUESTED, 0);
        return true;
    }
    return false;
}

static const struct line {
    const char *beginning; /* with its blank */
    line_rest *rest;
    int action;            /* whose reason holds; DO_BEFORE_OURS: none */
    const char *complaint; /* msgid, when the rest means nothing */
} lines[] = {
    { "lang ", speak, DO_BEFORE_OURS, N_("Choose en, es or cs.") },
    { "theme ", paint, DO_BEFORE_OURS,
      N_("Choose dark, light, contrast, mono, or own with a theme file.") },
    { "save-display ", save_display, DO_BEFORE_OURS, N_("Name a file.") },
    { "announce ", announce, DO_BEFORE_OURS,
      N_("Choose off, focus or changes.") },
    { "reduce-motion ", calm, DO_BEFORE_OURS, N_("Choose yes or no.") },
    { "console ", go_to, DO_BEFORE_OURS, N_("There is no such screen.") },
    { "state set ", state_set, DO_STATE,
      N_("Choose ready, offline, cancel, or the name of a pause reason.") },
    { "call transfer ", transfer_send, DO_TRANSFER,
      N_("Name where: queue, agent, flow or number, and which.") },
    { "call consult ", transfer_consult, DO_CONSULT_GO,
      N_("Name whom: agent or number, and which.") },
    { "call dial ", dial_send, DO_DIAL,
      N_("Type a number: + * # and 0 to 9.") },
    { "call digits ", keypad_send, DO_KEYPAD,
      N_("Give 1 to 31 of the keys 0 to 9, *, # and A to D.") },
    { "contact list ", contacts_line, DO_GO_CONTACTS,
      N_("Say --tag and a word, or --filter and what they are to be.") },
    { "contact erase ", erasure_line, DO_BEFORE_OURS,
      N_("Name a contact by its number, or --caller and a phone number.") },
    { "call dispose ", dispose, DO_WRAP_UP,
      N_("There is no such disposition.") },
};

static bool may(struct program *program, int action)
{
    const struct action *row =
        action == DO_BEFORE_OURS
            ? NULL
            : action_of_id(ui_action_table(program->ui), action);
    struct safe_text reason;

    if (!row || ui_is_possible(program->ui, row, &reason))
        return true;
    ui_say(program->ui, SEVERITY_WARNING, "%s", reason.text);
    return false;
}

/* Commands without words behind them are the rows of the key table. */
static bool run_row(struct program *program, const char *command)
{
    const struct action_table *table = ui_action_table(program->ui);

    for (size_t i = 0; i < table->count; i++)
        if (table->actions[i].command &&
            strcmp(table->actions[i].command, command) == 0) {
            ui_run(program->ui, table->actions[i].id);
            return true;
        }
    return false;
}

bool line_run_words(struct program *program, const char *text)
{
    assert(program && text);
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        const struct line *line = &lines[i];
        size_t length = strlen(line->beginning);

        if (strncmp(text, line->beginning, length) != 0)
            continue;
        if (may(program, line->action) && !line->rest(program, text + length))
            ui_say(program->ui, SEVERITY_WARNING, "%s",
                   program_text(program, line->complaint));
        return true;
    }
    return false;
}

bool line_run(struct program *program, const char *text)
{
    assert(program && text);
    if (strncmp(text, "cclite ", 7) == 0)
        text += 7;
    return line_run_words(program, text) || run_row(program, text);
}

bool line_run_action(struct program *program, int action)
{
    switch (action) {
    case DO_SPEAK_EN:
        return speak(program, "en");
    case DO_SPEAK_ES:
        return speak(program, "es");
    case DO_SPEAK_CS:
        return speak(program, "cs");
    default:
        return false;
    }
}
