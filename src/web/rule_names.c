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

static bool is_of_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || strchr("-_.\"", c);
}

/* By itself, and neither within another word nor in quotes. */
static size_t place_of_name(const char *text, const char *name)
{
    size_t length = strlen(name);

    for (const char *at = strstr(text, name); at; at = strstr(at + 1, name)) {
        bool begins = at == text || !is_of_name(at[-1]);
        bool ends = at[length] == '\0' || !is_of_name(at[length]);

        if (begins && ends)
            return (size_t)(at - text);
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
            team_has_document(&exchange->asker, kind, head))
            line_add(line, "%s%s", count++ ? ", " : "", head->name.text);
    }
}

static void refuse(struct exchange *exchange, const char *text,
                   enum document_kind kind, const char *name)
{
    char near[4 * (NAME_LENGTH + 2)] = "";
    struct line line = { .text = near, .size = sizeof(near) };
    struct mistake mistake;

    (void)mistake_note(&mistake, MISTAKE_NAMES_NOTHING, "condition");
    (void)snprintf(mistake.name, sizeof(mistake.name), "%s", name);
    mistake.line = 1;
    mistake.column = (int)place_of_name(text, name) + 1;
    write_near(exchange, kind, name, &line);
    answer_with_mistake_of(&exchange->answer, exchange->language, &mistake,
                           near[0] ? near : NULL);
}

bool rule_names_exist(struct exchange *exchange, const char *text,
                      const struct condition *condition)
{
    for (size_t i = 0; i < condition->node_count; i++) {
        enum document_kind kind;
        const char *name =
            condition_node_names(condition, &condition->nodes[i], &kind);

        if (!name || state_document_named(exchange_floor(exchange), kind, name))
            continue;
        refuse(exchange, text, kind, name);
        return false;
    }

    return true;
}
