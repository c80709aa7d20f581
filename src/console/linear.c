/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes lines, and says what has happened since. */

#include "console/linear.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "base/text.h"
#include "console/line.h"
#include "console/linear_inside.h"
#include "lang/ascii.h"
#include "tui/terminal.h"
#include "tui/utf8.h"

const char *linear_text(const struct linear *linear, const char *msgid)
{
    return program_text(linear->program, msgid);
}

static void put_word(struct linear *linear, const char *words)
{
    size_t left = strlen(words), used;

    for (; left > 0; words += used, left -= used) {
        int32_t point = text_decode(words, left, &used);

        if (linear->tier == GLYPH_TIER_ASCII)
            fputc(ascii_of_point(point), linear->out);
        else
            fwrite(words, 1, used, linear->out);
    }
}

/* What came from outside has been cleaned on its way into a safe_text, and is
 * cleaned once more here. */
void linear_say(struct linear *linear, const char *words)
{
    struct safe_text text;

    safe_text_copy(&text, words);
    if (linear->is_prompting)
        fputc('\n', linear->out);
    linear->is_prompting = false;
    put_word(linear, text.text);
    fputc('\n', linear->out);
}

void linear_say_spoken(struct linear *linear, const struct spoken *spoken)
{
    char line[SPEECH_SIZE + 2];

    snprintf(line, sizeof(line), "%s.", spoken->text);
    linear_say(linear, line);
}

static void prompt(struct linear *linear)
{
    if (!linear->is_prompting)
        fputs("> ", linear->out);
    linear->is_prompting = true;
    fflush(linear->out);
}

void linear_end(struct linear *linear)
{
    if (linear->is_prompting)
        fputc('\n', linear->out);
    linear->is_prompting = false;
    fflush(linear->out);
}

int linear_new(struct program *program, FILE *out, struct linear **ret_linear)
{
    assert(program && out && ret_linear);
    struct linear *linear = calloc(1, sizeof(*linear));

    if (!linear)
        return -ENOMEM;
    linear->program = program;
    program->is_linear = true;
    linear->out = out;
    linear->tier = ui_style(program->ui)->tier;
    linear->link = SESSION_CONNECTING;
    linear->alerted_us = INT64_MIN / 2;
    linear->messages = message_log_said(ui_messages(program->ui));
    linear_say(linear, linear_text(linear, N_("cclite, linear mode. Type help, "
                                              "or a command. Alerts come at "
                                              "most every 2 s.")));
    prompt(linear);
    *ret_linear = linear;
    return 0;
}

struct linear *linear_free(struct linear *linear)
{
    if (linear)
        explicit_bzero(linear->note, sizeof(linear->note));
    free(linear);
    return NULL;
}

void linear_list_begin(struct linear *linear, const struct linear_list *list,
                       const char *title)
{
    if (title)
        linear_say(linear, title);
    linear->list = list;
    linear->said = 0;
    linear_say_more(linear, "");
}

void linear_say_more(struct linear *linear, const char *rest)
{
    size_t count = linear->list ? linear->list->count(linear) : 0;
    char line[96];

    (void)rest;
    if (linear->said >= count)
        linear_say(linear, linear_text(linear, N_("That is all.")));
    for (int i = 0; i < LINEAR_PAGE && linear->said < count; i++) {
        struct spoken spoken;

        speech_begin(&spoken, 0);
        linear->list->line(linear, linear->said++, &spoken);
        linear_say_spoken(linear, &spoken);
    }
    if (linear->said >= count)
        return;
    snprintf(line, sizeof(line),
             linear_text(linear, N_("(%zu more: type more)")),
             count - linear->said);
    linear_say(linear, line);
}

bool linear_may(struct linear *linear, int action)
{
    struct program *program = linear->program;
    const struct action *row =
        action_of_id(ui_action_table(program->ui), action);
    struct safe_text reason;

    if (!row || ui_is_possible(program->ui, row, &reason))
        return true;
    linear_say(linear, reason.text);
    return false;
}

static bool take_number(struct linear *linear, const char *line)
{
    char *end;
    unsigned long number;

    if (!isdigit((unsigned char)line[0]))
        return false;
    number = strtoul(line, &end, 10);
    if (*end != '\0')
        return false;
    linear_pick(linear, number);
    return true;
}

bool linear_take(struct linear *linear, const char *typed)
{
    assert(linear && typed);
    struct safe_text line;
    const char *text;

    linear->is_prompting = false; /* Enter has ended its line */
    safe_text_copy(&line, typed);
    for (size_t end = strlen(line.text); end > 0 && line.text[end - 1] == ' ';)
        line.text[--end] = '\0';
    text = line.text + strspn(line.text, " ");
    if (strncmp(text, "cclite ", 7) == 0)
        text += 7;
    if (*text && !take_number(linear, text) &&
        !linear_take_word(linear, text) &&
        !line_run_words(linear->program, text))
        linear_say(linear, linear_text(linear, N_("There is no such word. Type "
                                                  "help.")));
    linear_tell(linear);
    if (!linear->wants_leave)
        prompt(linear);
    return !linear->wants_leave;
}

void linear_look(struct linear *linear)
{
    assert(linear);
    linear_tell(linear);
    prompt(linear);
}
