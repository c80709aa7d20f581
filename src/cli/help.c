/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help at three levels: all nouns, one noun, one verb. */

#include "cli/help.h"

#include <string.h>

#include "cli/sheet.h"
#include "lang/cells.h"

enum { LINE_SIZE = 512 };

/* "user set USER [OPTION...]" */
static void spell_verb(const struct verb *verb, char ret_line[LINE_SIZE])
{
    struct verb_argument arguments[VERB_MAX_ARGUMENTS];
    size_t count = verb_list_arguments(verb, arguments);
    size_t length =
        (size_t)snprintf(ret_line, LINE_SIZE, "%s%s%s", verb->noun,
                         verb->name ? " " : "", verb->name ? verb->name : "");

    for (size_t i = 0; i < count && length < LINE_SIZE; i++)
        length +=
            (size_t)snprintf(ret_line + length, LINE_SIZE - length,
                             arguments[i].optional ? " [%s%s]" : " %s%s",
                             arguments[i].word, arguments[i].many ? "..." : "");
}

void help_print_usage(struct cli *cli, const struct verb *verb, FILE *file)
{
    char line[LINE_SIZE];

    (void)cli;
    spell_verb(verb, line);
    fprintf(file, _("Usage: cclite %s [OPTION...]\n"), line);
}

static void print_pair(struct cli *cli, const char *written, const char *means)
{
    enum { WIDTH = 30 };

    if (cells_count(written) <= WIDTH)
        fprintf(cli->out, "  %-*s  %s\n", WIDTH, written, means);
    else
        fprintf(cli->out, "  %s\n  %*s  %s\n", written, WIDTH, "", means);
}

/* Two columns without a header: what is written, and what it means. */
static void print_pairs(struct cli *cli, struct sheet *sheet)
{
    if (!sheet->failed)
        for (size_t row = 0; row < sheet_rows(sheet); row++)
            print_pair(cli, sheet_at(sheet, row, 0), sheet_at(sheet, row, 1));

    sheet_done(sheet);
}

static void begin_pairs(struct sheet *sheet)
{
    *sheet = (struct sheet){ 0 };
    sheet_add_column(sheet, "", "", false);
    sheet_add_column(sheet, "", "", false);
}

static void add_option(struct sheet *sheet, const struct verb_option *option)
{
    char line[LINE_SIZE], choice[LINE_SIZE] = "";
    const char *value = option->value;
    size_t length = 0;

    if (option->field && option->field->words) {
        const struct word_list *words = option->field->words;

        for (size_t i = 0;
             i < field_word_count(option->field) && length < LINE_SIZE - 64;
             i++)
            if (field_takes_word(option->field, i))
                length +=
                    (size_t)snprintf(choice + length, LINE_SIZE - length,
                                     "%s%s", i ? "|" : "", words->words[i]);
        value = choice;
    }

    snprintf(line, sizeof(line), "--%s%s%s", option->name, value ? " " : "",
             value ? value : "");
    sheet_add_cell(sheet, line);
    sheet_add_cell(sheet, *option->doc ? lang_own_text(option->doc) : "");
}

static void explain_verb(struct cli *cli, const struct verb *verb)
{
    struct verb_option options[VERB_MAX_OPTIONS], common[VERB_MAX_OPTIONS];
    size_t count = verb_list_options(verb, options);
    size_t shared = verb_list_options(NULL, common);
    struct sheet sheet;

    help_print_usage(cli, verb, cli->out);
    fprintf(cli->out, "\n  %s\n", lang_own_text(verb->doc));

    begin_pairs(&sheet);
    for (size_t i = 0; i + shared < count; i++)
        add_option(&sheet, &options[i]);
    if (sheet_rows(&sheet))
        fprintf(cli->out, "\n%s\n", _("Options:"));
    print_pairs(cli, &sheet);

    begin_pairs(&sheet);
    for (size_t i = 0; i < shared; i++)
        add_option(&sheet, &common[i]);
    fprintf(cli->out, "\n%s\n", _("Options of every command:"));
    print_pairs(cli, &sheet);
}

/* The verbs of a noun; of all nouns when it is NULL. */
static void explain_verbs(struct cli *cli, const char *noun)
{
    struct sheet sheet;
    const struct verb *verb;
    char line[LINE_SIZE];

    begin_pairs(&sheet);
    for (size_t i = 0; (verb = verb_at(i)); i++) {
        if (noun && strcmp(noun, verb->noun) != 0)
            continue;
        spell_verb(verb, line);
        sheet_add_cell(&sheet, line);
        sheet_add_cell(&sheet, lang_own_text(verb->doc));
    }

    fprintf(cli->out, "\n%s\n", _("Commands:"));
    print_pairs(cli, &sheet);
    fprintf(cli->out, "\n%s\n",
            _("Ask a command for --help to see its options; see also "
              "cclite(1)."));
}

/* Besides standing alone: state, and state set. */
static bool has_verbs(const char *noun)
{
    const struct verb *verb;

    for (size_t i = 0; (verb = verb_at(i)); i++)
        if (verb->name && strcmp(noun, verb->noun) == 0)
            return true;

    return false;
}

void help_print(struct cli *cli, const struct call *call)
{
    if (call->verb) {
        explain_verb(cli, call->verb);
        if (!call->verb->name && has_verbs(call->noun))
            explain_verbs(cli, call->noun);
        return;
    }

    fprintf(cli->out, _("Usage: cclite %s [OPTION...]\n"),
            call->noun ? call->noun : _("COMMAND"));
    explain_verbs(cli, call->noun);
}
