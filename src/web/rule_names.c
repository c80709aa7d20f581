/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in conditions: where they stand, and which ones are near. */

#include "web/rule_names.h"

#include <stdio.h>
#include <string.h>

#include "base/line.h"
#include "web/inside.h"
#include "web/team.h"

enum {
    NEAR = 2,         /* letters that are wrong, missing or too many */
    NEAR_MAX = 3,     /* names that are told */
    NAME_LENGTH = 63, /* as documents have them */
};

static size_t length_of_word(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-");
}

static size_t length_of_text(const char *text)
{
    size_t length = 1;

    while (text[length] && text[length] != '"')
        length += text[length] == '\\' && text[length + 1] ? 2 : 1;
    return length + (text[length] == '"');
}

static size_t before_blanks(const char *text, size_t at)
{
    while (at > 0 && strchr(" \t\n", text[at - 1]))
        at--;
    return at;
}

static bool ends_with_word(const char *text, size_t at, const char *word)
{
    size_t length = strlen(word);

    return at >= length && memcmp(text + at - length, word, length) == 0 &&
           (at == length || length_of_word(text + at - length - 1) == 0);
}

/* A list's name follows "in", another one its fact and a bracket: the same
   letters elsewhere are a fact, a constant or a word in quotes. */
static bool is_name_at(const char *text, size_t at, const char *fact)
{
    at = before_blanks(text, at);
    if (!fact)
        return ends_with_word(text, at, "in");

    return at > 0 && text[at - 1] == '(' &&
           ends_with_word(text, before_blanks(text, at - 1), fact);
}

static size_t place_of_name(const char *text, const char *name,
                            const char *fact)
{
    size_t length;

    for (size_t at = 0; text[at]; at += length) {
        length = text[at] == '"' ? length_of_text(text + at)
                                 : length_of_word(text + at);
        if (length == strlen(name) && memcmp(text + at, name, length) == 0 &&
            is_name_at(text, at, fact))
            return at;
        if (length == 0)
            length = 1;
    }

    return 0;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein 1966, a row at a time. */
static size_t distance(const char *a, const char *b)
{
    size_t row[NAME_LENGTH + 1];
    size_t columns = least(strlen(b), NAME_LENGTH);

    for (size_t j = 0; j <= columns; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t corner = row[0];

        row[0] = i + 1;
        for (size_t j = 1; j <= columns; j++) {
            size_t over = corner + (a[i] != b[j - 1]);

            corner = row[j];
            row[j] = least(over, least(corner, row[j - 1]) + 1);
        }
    }

    return row[columns];
}

static void write_near(const struct exchange *exchange, enum document_kind kind,
                       const char *name, struct line *line)
{
    const struct state *floor = exchange_floor(exchange);
    int count = 0;

    for (size_t i = 0;
         i < state_document_count(floor, kind) && count < NEAR_MAX; i++) {
        const struct document_head *head = state_document_at(floor, kind, i);

        if (distance(name, head->name.text) <= NEAR &&
            team_has_document(&exchange->asker, floor, kind, head))
            line_add(line, "%s%s", count++ ? ", " : "", head->name.text);
    }
}

static void refuse(struct exchange *exchange, enum document_kind kind,
                   const char *name, size_t place)
{
    char near[4 * (NAME_LENGTH + 2)] = "";
    struct line line = { .text = near, .size = sizeof(near) };
    struct mistake mistake;

    (void)mistake_note(&mistake, MISTAKE_NAMES_NOTHING, "condition");
    (void)snprintf(mistake.name, sizeof(mistake.name), "%s", name);
    mistake.line = 1;
    mistake.column = (int)place + 1;
    write_near(exchange, kind, name, &line);
    answer_with_mistake_of(&exchange->answer, exchange->language, &mistake,
                           near[0] ? near : NULL);
}

bool rule_names_exist(struct exchange *exchange, const char *text,
                      const struct condition *condition)
{
    for (size_t i = 0; i < condition->node_count; i++) {
        const struct condition_node *node = &condition->nodes[i];
        enum document_kind kind;
        const char *name = condition_node_names(condition, node, &kind);

        if (!name || state_document_named(exchange_floor(exchange), kind, name))
            continue;
        refuse(exchange, kind, name,
               place_of_name(text, name,
                             node->kind == CONDITION_FACT
                                 ? fact_info(node->fact)->head
                                 : NULL));
        return false;
    }

    return true;
}
