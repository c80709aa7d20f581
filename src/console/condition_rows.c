/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree laid down in rows, and put up again. */

#include "console/condition_rows.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"

static bool is_group(enum condition_row_kind kind)
{
    return kind != CONDITION_ROW_PART;
}

/* Laying down. */

static struct condition_row *put(struct condition_rows *rows,
                                 enum condition_row_kind kind, int depth)
{
    assert(rows->count < CONDITION_ROWS);
    struct condition_row *row = &rows->rows[rows->count++];

    *row = (struct condition_row){ .kind = kind, .depth = depth };
    return row;
}

/* Nots before a node are marks of its row. Bounded as a condition is deep. */
static void lay(struct condition_rows *rows, const struct condition *condition,
                size_t at, int depth)
{
    const struct condition_node *node = &condition->nodes[at];
    bool is_not = false;

    while (node->kind == CONDITION_NOT) {
        is_not = !is_not;
        at = (size_t)node->first;
        node = &condition->nodes[at];
    }
    if (node->kind != CONDITION_AND && node->kind != CONDITION_OR) {
        struct condition_row *row = put(rows, CONDITION_ROW_PART, depth);

        row->is_not = is_not;
        (void)condition_print(condition, at, row->text, sizeof(row->text));
        return;
    }
    put(rows,
        node->kind == CONDITION_AND ? CONDITION_ROW_ALL : CONDITION_ROW_ANY,
        depth)
        ->is_not = is_not;
    for (int next = node->first; next != CONDITION_NONE;
         next = condition->nodes[next].next)
        lay(rows, condition, (size_t)next, depth + 1);
}

static bool is_root_group(const struct condition *condition)
{
    const struct condition_node *root = &condition->nodes[condition->root];

    while (root->kind == CONDITION_NOT)
        root = &condition->nodes[root->first];
    return root->kind == CONDITION_AND || root->kind == CONDITION_OR;
}

int condition_rows_read(const char *text, struct condition_rows *ret_rows,
                        struct condition_mistake *ret_mistake)
{
    assert(text && ret_rows);
    struct condition condition;

    if (condition_parse(text, &condition, ret_mistake) < 0)
        return -EINVAL;
    ret_rows->count = 0;
    if (is_root_group(&condition)) {
        lay(ret_rows, &condition, condition.root, 0);
        return 0;
    }
    put(ret_rows, CONDITION_ROW_ALL, 0);
    if (text[strspn(text, " \t\n")] != '\0')
        lay(ret_rows, &condition, condition.root, 1);
    return 0;
}

/* Putting up. */

int condition_rows_end(const struct condition_rows *rows, int at)
{
    assert(rows && at >= 0 && at < rows->count);
    int end = at + 1;

    while (end < rows->count && rows->rows[end].depth > rows->rows[at].depth)
        end++;
    return end;
}

struct text {
    char *text;
    size_t length;
    bool is_full;
};

static void add(struct text *text, const char *words)
{
    size_t length = strlen(words);

    if (text->length + length > CONDITION_MAX_LENGTH) {
        text->is_full = true;
        return;
    }
    memcpy(text->text + text->length, words, length + 1);
    text->length += length;
}

/* Whether anything is in a group; a group of empty groups is empty. */
static bool has_part(const struct condition_rows *rows, int at)
{
    for (int i = at; i < condition_rows_end(rows, at); i++)
        if (rows->rows[i].kind == CONDITION_ROW_PART)
            return true;
    return false;
}

static void print(const struct condition_rows *rows, int at, struct text *text)
{
    const struct condition_row *row = &rows->rows[at];
    int end = condition_rows_end(rows, at);
    bool is_first = true;
    bool has_brackets = row->is_not || (is_group(row->kind) && row->depth > 0);

    add(text, row->is_not ? "not (" : has_brackets ? "(" : "");
    if (!is_group(row->kind))
        add(text, row->text);
    for (int i = at + 1; i < end; i = condition_rows_end(rows, i)) {
        if (!has_part(rows, i))
            continue;
        if (!is_first)
            add(text, row->kind == CONDITION_ROW_ALL ? " and " : " or ");
        is_first = false;
        print(rows, i, text);
    }
    if (has_brackets)
        add(text, ")");
}

/* Brackets that are not needed go, and the limits hold for what is left. */
int condition_rows_print(const struct condition_rows *rows, char *ret_text)
{
    assert(rows && ret_text);
    char buffer[CONDITION_MAX_LENGTH + 1] = "";
    struct text text = { .text = buffer };
    struct condition condition;

    if (!has_part(rows, 0)) {
        ret_text[0] = '\0';
        return 0;
    }
    print(rows, 0, &text);
    if (text.is_full)
        return -ENOSPC;
    if (condition_parse(buffer, &condition, NULL) < 0)
        return -EINVAL;
    (void)condition_print(&condition, condition.root, ret_text,
                          CONDITION_MAX_LENGTH + 1);
    return 0;
}

/* Changing. */

int condition_rows_add(struct condition_rows *rows, int at,
                       enum condition_row_kind kind, const char *text)
{
    assert(rows && at >= 0 && at < rows->count && text);
    bool is_in = is_group(rows->rows[at].kind);
    int depth = rows->rows[at].depth + is_in;
    int place = condition_rows_end(rows, at);

    if (rows->count == CONDITION_ROWS || depth >= CONDITION_MAX_DEPTH ||
        strlen(text) > CONDITION_MAX_LENGTH)
        return -ENOSPC;
    memmove(&rows->rows[place + 1], &rows->rows[place],
            (size_t)(rows->count - place) * sizeof(rows->rows[0]));
    rows->rows[place] = (struct condition_row){ .kind = kind, .depth = depth };
    memcpy(rows->rows[place].text, text, strlen(text) + 1);
    rows->count++;
    return place;
}

void condition_rows_remove(struct condition_rows *rows, int at)
{
    assert(rows && at >= 0 && at < rows->count);
    int end = condition_rows_end(rows, at);
    int begin = at == 0 ? 1 : at;

    memmove(&rows->rows[begin], &rows->rows[end],
            (size_t)(rows->count - end) * sizeof(rows->rows[0]));
    rows->count -= end - begin;
}

/* The rows of a text, without the group around a single part. */
static int read_part(const char *text, struct condition_rows *ret_rows,
                     struct condition_mistake *ret_mistake)
{
    int rc = condition_rows_read(text, ret_rows, ret_mistake);

    if (rc == 0 && ret_rows->count == 1) {
        *ret_mistake = (struct condition_mistake){
            0, N_("Go on: something is to be compared here.")
        };
        return -EINVAL;
    }
    if (rc == 0 && ret_rows->count == 2) {
        ret_rows->rows[0] = ret_rows->rows[1];
        ret_rows->rows[0].depth = 0;
        ret_rows->count = 1;
    }
    return rc;
}

int condition_rows_set(struct condition_rows *rows, int at, const char *text,
                       struct condition_mistake *ret_mistake)
{
    assert(rows && at > 0 && at < rows->count && text && ret_mistake);
    struct condition_rows part;
    int depth = rows->rows[at].depth;
    bool is_not = rows->rows[at].is_not;
    int rc = read_part(text, &part, ret_mistake);

    if (rc < 0)
        return rc;
    for (int i = 0; i < part.count; i++)
        if (depth + part.rows[i].depth >= CONDITION_MAX_DEPTH)
            return -ENOSPC;
    if (rows->count + part.count - 1 > CONDITION_ROWS)
        return -ENOSPC;
    memmove(&rows->rows[at + part.count], &rows->rows[at + 1],
            (size_t)(rows->count - at - 1) * sizeof(rows->rows[0]));
    for (int i = 0; i < part.count; i++) {
        rows->rows[at + i] = part.rows[i];
        rows->rows[at + i].depth += depth;
    }
    rows->rows[at].is_not ^= is_not;
    rows->count += part.count - 1;
    return 0;
}
