/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed about a call that is made up: for the server, and for a test. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "console/flow_run.h"

struct edit *flow_run_edit(struct flow_run *run)
{
    return run->typed == RUN_KEYS ? NULL : &run->edits[run->typed];
}

const char *flow_run_typed(const struct flow_run *run,
                           enum flow_run_field field)
{
    return run->edits[field].text;
}

int flow_run_tell(const struct flow_run *run, struct json_t *body)
{
    static const char *const names[RUN_FIELDS] = {
        [RUN_CALLED] = "called",         [RUN_WHEN] = "at",
        [RUN_LOOKUPS] = "lookups",       [RUN_LAST] = "last_language",
        [RUN_BROKEN] = "broken",         [RUN_BUSY] = "busy",
        [RUN_UNANSWERED] = "unanswered",
    };
    int rc = value_set_text(body, "caller", flow_run_typed(run, RUN_CALLER));

    for (int i = 0; i < RUN_FIELDS; i++)
        if (names[i] && run->edits[i].text[0])
            rc |= value_set_text(body, names[i], run->edits[i].text);
    return rc;
}

/* The next of words up to a semicolon; @return its length, 0: there is none */
static size_t next_word(const char **text)
{
    *text += strspn(*text, " ");
    return strcspn(*text, " ;");
}

static struct json_t *word_value(const char *word, size_t length)
{
    char copy[SAFE_TEXT_SIZE];

    if (length >= sizeof(copy))
        length = sizeof(copy) - 1;
    memcpy(copy, word, length);
    copy[length] = '\0';
    return value_text(copy);
}

/* name=value is a variable; any other word says what came of it instead. */
static int keep_answer(const char **text, struct json_t *lookups)
{
    size_t length = next_word(text);
    char node[SAFE_TEXT_SIZE];
    struct json_t *values = value_object(), *outcome = NULL;
    int rc = length < sizeof(node) ? 0 : -EINVAL;

    memcpy(node, *text, rc == 0 ? length : 0);
    node[rc == 0 ? length : 0] = '\0';
    *text += length;
    while (rc == 0 && (length = next_word(text)) > 0) {
        const char *is = memchr(*text, '=', length);
        char name[SAFE_TEXT_SIZE] = "";

        if (is) {
            memcpy(name, *text, (size_t)(is - *text));
            rc = value_set(
                values, name,
                word_value(is + 1, length - (size_t)(is + 1 - *text)));
        } else {
            value_free(outcome);
            outcome = word_value(*text, length);
        }
        *text += length;
    }
    if (rc == 0 && node[0])
        rc = value_set(lookups, node,
                       outcome ? value_share(outcome) : value_share(values));
    value_free(outcome);
    value_free(values);
    return rc;
}

static int keep_lookups(const struct flow_run *run, struct json_t *test)
{
    const char *text = flow_run_typed(run, RUN_LOOKUPS);
    struct json_t *lookups = value_object();
    int rc = 0;

    while (rc == 0 && *text) {
        rc = keep_answer(&text, lookups);
        text += *text == ';';
    }
    if (rc == 0 && value_count(lookups) > 0)
        rc = value_set(test, "lookups", value_share(lookups));
    value_free(lookups);
    return rc;
}

/* Fields that are nodes, as lists of a test. */
static const struct {
    enum flow_run_field field;
    const char *key;
} node_lists[] = {
    { RUN_BROKEN, "broken" },
    { RUN_BUSY, "busy" },
    { RUN_UNANSWERED, "unanswered" },
};

enum { NODE_LISTS = sizeof(node_lists) / sizeof(node_lists[0]) };

static int keep_nodes(const struct flow_run *run, size_t which,
                      struct json_t *test)
{
    const char *text = flow_run_typed(run, node_lists[which].field);
    struct json_t *nodes = value_list();
    size_t length;
    int rc = 0;

    while (rc == 0 && (length = next_word(&text)) > 0) {
        rc = value_append(nodes, word_value(text, length));
        text += length;
    }
    if (rc == 0 && value_count(nodes) > 0)
        rc = value_set(test, node_lists[which].key, value_share(nodes));
    value_free(nodes);
    return rc;
}

int flow_run_keep_words(const struct flow_run *run, struct json_t *test)
{
    static const enum flow_run_field fields[] = { RUN_CALLER, RUN_CALLED,
                                                  RUN_LAST };
    static const char *const names[] = { "caller", "called", "last_language" };
    int rc = 0;

    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
        if (flow_run_typed(run, fields[i])[0])
            rc |=
                value_set_text(test, names[i], flow_run_typed(run, fields[i]));
    rc |= keep_lookups(run, test);
    for (size_t i = 0; i < NODE_LISTS; i++)
        rc |= keep_nodes(run, i, test);
    return rc;
}

/* Back from a test. */

/* The words of a field, until they are in it. */
struct words {
    char text[SAFE_TEXT_SIZE];
    bool is_partial; /* some are not among them */
};

/* What runs past the field is left out, and what would come back otherwise. */
static void add_word(struct words *words, const char *before, const char *word)
{
    size_t length = strlen(words->text);
    size_t room = sizeof(words->text) - length;

    if (strpbrk(word, " ;") || strlen(before) + strlen(word) >= room)
        words->is_partial = true;
    else
        (void)snprintf(words->text + length, room, "%s%s",
                       length > 0 ? before : "", word);
}

static int take_value(void *arg, const char *key, const struct json_t *value)
{
    const char *is = value_as_text(value);
    char word[SAFE_TEXT_SIZE];
    int length = snprintf(word, sizeof(word), "%s=%s", key, is ? is : "");

    if (!is || length < 0 || (size_t)length >= sizeof(word))
        ((struct words *)arg)->is_partial = true;
    else
        add_word(arg, " ", word);
    return 0;
}

static int take_answer(void *arg, const char *key, const struct json_t *value)
{
    const char *outcome = value_as_text(value);

    add_word(arg, "; ", key);
    if (outcome)
        add_word(arg, " ", outcome);
    else
        value_each(value, take_value, arg);
    return 0;
}

static void set_edit(struct flow_run *run, enum flow_run_field field,
                     const char *text)
{
    edit_set(&run->edits[field], text ? text : "");
    if (text && strcmp(run->edits[field].text, text) != 0)
        run->is_partial = true;
}

static void set_words(struct flow_run *run, enum flow_run_field field,
                      const struct words *words)
{
    set_edit(run, field, words->text);
    run->is_partial |= words->is_partial;
}

static void take_nodes(struct flow_run *run, size_t which,
                       const struct json_t *test)
{
    const struct json_t *nodes = value_get(test, node_lists[which].key);
    struct words words = { .text = "" };

    for (size_t i = 0; i < value_count(nodes); i++) {
        const char *node = value_as_text(value_at(nodes, i));

        add_word(&words, " ", node ? node : "");
    }
    set_words(run, node_lists[which].field, &words);
}

void flow_run_take_words(struct flow_run *run, const struct json_t *test)
{
    struct words lookups = { .text = "" };

    set_edit(run, RUN_CALLER, value_get_text(test, "caller"));
    set_edit(run, RUN_CALLED, value_get_text(test, "called"));
    set_edit(run, RUN_LAST, value_get_text(test, "last_language"));
    set_edit(run, RUN_WHEN, value_get_text(test, "at"));
    value_each(value_get(test, "lookups"), take_answer, &lookups);
    set_words(run, RUN_LOOKUPS, &lookups);
    for (size_t i = 0; i < NODE_LISTS; i++)
        take_nodes(run, i, test);
}
