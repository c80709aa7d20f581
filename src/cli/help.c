/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help at three levels: all nouns, one noun, one verb. */

#include "cli/help.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/sheet.h"
#include "lang/cells.h"

enum {
    LINE_SIZE = 512,
    WRITTEN_CELLS = 30,
    NOUN_CELLS = 12,
    TERMINAL_CELLS = 80
};

enum { VERBS_SIZE = 1024 };

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

/* Where lines end; those of a file or a pipe are for programs, and do not. */
static size_t line_cells(const struct cli *cli)
{
    struct winsize size;
    int fd = fileno(cli->out);

    if (!isatty(fd))
        return SIZE_MAX;
    if (ioctl(fd, TIOCGWINSZ, &size) < 0 || size.ws_col < 2 * WRITTEN_CELLS)
        return TERMINAL_CELLS;
    return size.ws_col;
}

/* Bytes of the words that have room in a line; they end at a blank. */
static size_t fitting(const char *words, size_t cells)
{
    size_t most = cells == SIZE_MAX ? strlen(words) : cells_cut(words, cells);
    size_t length = most;

    if (words[most] == '\0')
        return most;
    while (length > 0 && words[length] != ' ')
        length--;
    return length > 0 ? length : most;
}

/* Words over several lines, from a column on. */
static void print_words(struct cli *cli, int column, const char *words)
{
    size_t cells = line_cells(cli);

    if (cells != SIZE_MAX)
        cells -= (size_t)column;
    for (;;) {
        size_t length = fitting(words, cells);

        fprintf(cli->out, "%.*s\n", (int)length, words);
        words += length;
        words += strspn(words, " ");
        if (!*words)
            return;
        fprintf(cli->out, "%*s", column, "");
    }
}

static void print_pair(struct cli *cli, int room, const char *written,
                       const char *means)
{
    size_t cells = cells_count(written);

    fprintf(cli->out, "  %s", written);
    if (cells > (size_t)room)
        fprintf(cli->out, "\n%*s", room + 4, "");
    else
        fprintf(cli->out, "%*s", room + 2 - (int)cells, "");
    print_words(cli, room + 4, means);
}

/* Two columns without a header: what is written, and what it means. */
static void print_pairs(struct cli *cli, struct sheet *sheet)
{
    if (!sheet->failed)
        for (size_t row = 0; row < sheet_rows(sheet); row++)
            print_pair(cli, WRITTEN_CELLS, sheet_at(sheet, row, 0),
                       sheet_at(sheet, row, 1));

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
    char line[LINE_SIZE + 64], choice[LINE_SIZE] = "";
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
    fputs("\n  ", cli->out);
    print_words(cli, 2, lang_own_text(verb->doc));

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

/* The verbs of a noun. */
static void explain_verbs(struct cli *cli, const char *noun)
{
    struct sheet sheet;
    const struct verb *verb;
    char line[LINE_SIZE];

    begin_pairs(&sheet);
    for (size_t i = 0; (verb = verb_at(i)); i++) {
        if (strcmp(noun, verb->noun) != 0)
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

static bool is_first(size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(verb_at(i)->noun, verb_at(n)->noun) == 0)
            return false;

    return true;
}

/* "list, show, add"; "" for a noun that stands alone. */
static void list_verbs(const char *noun, char ret_line[VERBS_SIZE])
{
    const struct verb *verb;
    size_t length = 0;

    ret_line[0] = '\0';
    for (size_t i = 0; (verb = verb_at(i)) && length < VERBS_SIZE; i++)
        if (verb->name && strcmp(verb->noun, noun) == 0)
            length += (size_t)snprintf(ret_line + length, VERBS_SIZE - length,
                                       "%s%s", length ? ", " : "", verb->name);
}

/* What there is, in as many lines as there are nouns. */
static void explain_nouns(struct cli *cli)
{
    fprintf(cli->out, "\n%s\n", _("Commands:"));
    for (size_t i = 0; verb_at(i); i++) {
        char line[VERBS_SIZE];

        if (!is_first(i))
            continue;
        list_verbs(verb_at(i)->noun, line);
        print_pair(cli, NOUN_CELLS, verb_at(i)->noun,
                   line[0] ? line : lang_own_text(verb_at(i)->doc));
    }
    fprintf(cli->out, "\n%s\n",
            _("Ask one of these for --help to see what it does, such as "
              "cclite queue --help; see also cclite(1)."));
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
    if (call->noun)
        explain_verbs(cli, call->noun);
    else
        explain_nouns(cli);
}
