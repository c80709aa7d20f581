/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand where the cursor is: facts, their names, and their fields. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "console/condition_builder_inside.h"
#include "console/document_value.h"

/* What the word before the cursor is a word for. */
enum wanted { WANTED_FACT, WANTED_NAME, WANTED_FIELD };

struct word {
    enum wanted wanted;
    size_t begin;
    const char *head;        /* of a field, and of a name in brackets */
    enum document_kind kind; /* of a name */
};

static bool is_of_name(char c)
{
    return isalnum((unsigned char)c) || strchr("_-", c);
}

static size_t back_over_name(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] && is_of_name(text[at - 1]))
        at--;
    return at;
}

/* The fact whose head ends there; NULL: none does. */
static const struct fact_info *head_before(const char *text, size_t end)
{
    for (int i = 0; i < FACT_COUNT; i++) {
        const struct fact_info *info = fact_info((enum fact)i);
        size_t length = strlen(info->head);

        if (length <= end &&
            strncmp(text + end - length, info->head, length) == 0 &&
            back_over_name(text, end) == end - length)
            return info;
    }
    return NULL;
}

static int kind_about(const struct fact_info *info)
{
    switch (info ? info->about : ABOUT_NOTHING) {
    case ABOUT_CALENDAR:
        return DOCUMENT_CALENDAR;
    case ABOUT_QUEUE:
        return DOCUMENT_QUEUE;
    case ABOUT_TRUNK:
        return DOCUMENT_TRUNK;
    default:
        return -1;
    }
}

/* "caller in vi" */
static bool is_behind_in(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] == ' ')
        at--;
    return at > 3 && strncmp(text + at - 3, " in", 3) == 0;
}

/* "queue(sales).wai": the head before the brackets. */
static const struct fact_info *head_of_brackets(const char *text, size_t at)
{
    size_t open;

    if (at < 2 || text[at - 1] != '.' || text[at - 2] != ')')
        return NULL;
    open = back_over_name(text, at - 2);
    return open > 0 && text[open - 1] == '(' ? head_before(text, open - 1)
                                             : NULL;
}

static struct word word_at(const struct edit *edit)
{
    const char *text = edit->text;
    struct word word = { .begin = back_over_name(text, edit->cursor) };
    size_t begin = word.begin;
    const struct fact_info *head = begin > 0 && text[begin - 1] == '('
                                       ? head_before(text, begin - 1)
                                       : NULL;

    if (kind_about(head) >= 0) {
        word.wanted = WANTED_NAME;
        word.head = head->head;
        word.kind = (enum document_kind)kind_about(head);
    } else if (is_behind_in(text, begin)) {
        word.wanted = WANTED_NAME;
        word.kind = DOCUMENT_CALLER_LIST;
    } else if ((head = head_of_brackets(text, begin))) {
        word.wanted = WANTED_FIELD;
        word.head = head->head;
    }
    return word;
}

/* Up to where the next Tab goes on. */
static void spell_head(const struct fact_info *info,
                       char ret_text[SAFE_TEXT_SIZE])
{
    const char *end = info->about == ABOUT_NOTHING ? ""
                      : info->about == ABOUT_FIELD ? "."
                      : info->about == ABOUT_SHARE ? "(30)"
                      : info->about == ABOUT_DAYS  ? "(7)"
                                                   : "(";

    snprintf(ret_text, SAFE_TEXT_SIZE, "%s%s", info->head, end);
}

static bool begins(const char *text, const char *begin, size_t length)
{
    return strncmp(text, begin, length) == 0;
}

/* The n-th head of a fact: several facts of one head come once. */
static bool find_fact(const char *begin, size_t length, int n,
                      char ret_text[SAFE_TEXT_SIZE])
{
    const char *last = "";

    for (int i = 0; i < FACT_COUNT; i++) {
        const struct fact_info *info = fact_info((enum fact)i);
        bool is_another = strcmp(info->head, last) != 0;

        last = info->head;
        if (!is_another || !begins(info->head, begin, length) || n-- > 0)
            continue;
        spell_head(info, ret_text);
        return true;
    }
    return false;
}

static bool find_field(const struct word *word, const char *begin,
                       size_t length, int n, char ret_text[SAFE_TEXT_SIZE])
{
    for (int i = 0; i < FACT_COUNT; i++) {
        const struct fact_info *info = fact_info((enum fact)i);

        if (strcmp(info->head, word->head) != 0 ||
            !begins(info->field, begin, length) || n-- > 0)
            continue;
        snprintf(ret_text, SAFE_TEXT_SIZE, "%s", info->field);
        return true;
    }
    return false;
}

static bool find_name(const struct program *program, const struct word *word,
                      const char *begin, size_t length, int n,
                      char ret_text[SAFE_TEXT_SIZE])
{
    enum topic topic = document_topic(word->kind);
    const struct field *field =
        record_field(document_kind_info(word->kind)->record, "name");
    const char *end = !word->head                    ? ""
                      : word->kind == DOCUMENT_QUEUE ? ")."
                                                     : ")";

    for (size_t i = 0; i < document_rows(program, topic); i++) {
        const char *name = field_get_text(
            field, replica_at(program_rows(program), topic, i)->fields);

        if (!begins(name, begin, length) || n-- > 0)
            continue;
        snprintf(ret_text, SAFE_TEXT_SIZE, "%s%s", name, end);
        return true;
    }
    return false;
}

static bool find(const struct builder *builder, const struct word *word,
                 const char *begin, size_t length, int n,
                 char ret_text[SAFE_TEXT_SIZE])
{
    switch (word->wanted) {
    case WANTED_FACT:
        return find_fact(begin, length, n, ret_text);
    case WANTED_FIELD:
        return find_field(word, begin, length, n, ret_text);
    case WANTED_NAME:
        return find_name(builder->program, word, begin, length, n, ret_text);
    }
    return false;
}

bool builder_candidate(const struct builder *builder, int n,
                       char ret_text[SAFE_TEXT_SIZE])
{
    const struct edit *edit = &builder->edit;
    struct word word = word_at(edit);

    return word.wanted != WANTED_FACT &&
           find(builder, &word, edit->text + word.begin,
                edit->cursor - word.begin, n, ret_text);
}

/* Puts it in place of what stands between begin and the cursor. */
static void put(struct edit *edit, size_t begin, const char *words)
{
    char text[2 * SAFE_TEXT_SIZE];
    size_t end = begin + strlen(words);

    snprintf(text, sizeof(text), "%.*s%s%s", (int)begin, edit->text, words,
             edit->text + edit->cursor);
    edit_set(edit, text);
    edit->cursor = end < edit->length ? end : edit->length;
}

/* Nothing but Tab has changed it since. */
static bool goes_on(const struct builder *builder)
{
    const struct builder_turn *turn = &builder->turn;

    return turn->is_begun && turn->end == builder->edit.cursor &&
           strcmp(turn->text, builder->edit.text) == 0;
}

static void begin(struct builder *builder)
{
    const struct edit *edit = &builder->edit;
    struct word word = word_at(edit);

    builder->turn =
        (struct builder_turn){ .begin = word.begin, .end = edit->cursor };
    snprintf(builder->turn.typed, sizeof(builder->turn.typed), "%.*s",
             (int)(edit->cursor - word.begin), edit->text + word.begin);
}

/* With the n-th that fits what was typed. @return whether there is one */
static bool complete(struct builder *builder, int n)
{
    struct builder_turn *turn = &builder->turn;
    struct edit typed = builder->edit;
    char words[SAFE_TEXT_SIZE];

    put(&typed, turn->begin, turn->typed);

    struct word word = word_at(&typed);

    if (!find(builder, &word, turn->typed, strlen(turn->typed), n, words))
        return false;
    put(&builder->edit, turn->begin, words);
    turn->is_begun = true;
    turn->n = n;
    turn->end = builder->edit.cursor;
    memcpy(turn->text, builder->edit.text, sizeof(turn->text));
    return true;
}

/* The next one that fits; behind the only one, what may follow it. */
void builder_complete(struct builder *builder)
{
    bool is_next = goes_on(builder);

    if (is_next && complete(builder, builder->turn.n + 1))
        return;
    if (!is_next || builder->turn.n == 0)
        begin(builder);
    (void)complete(builder, 0);
}
