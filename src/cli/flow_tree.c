/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leads somewhere is told from what is a setting by the table of types. */

#include "cli/flow_tree.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "core/node.h"
#include "lang/lang.h"

/* Where it is printed, and of which node. */
struct printing {
    FILE *out;
    enum node_type type;
};

/* What is in a flow comes from people. */
static void print_safe(FILE *out, const char *text)
{
    char safe[TEXT_SAFE_SIZE(512)];
    size_t length = text_cut(text, strlen(text), 512);

    (void)text_safe(text, length, safe, sizeof(safe));
    fputs(safe, out);
}

static void print_value(FILE *out, const struct json_t *value)
{
    int64_t number;
    bool flag;

    if (value_as_text(value))
        print_safe(out, value_as_text(value));
    else if (value_as_integer(value, &number) == 0)
        fprintf(out, "%" PRId64, number);
    else if (value_as_flag(value, &flag) == 0)
        fputs(flag ? "true" : "false", out);
}

static bool is_exit(const struct printing *printing, const char *key)
{
    return node_exit_named(printing->type, key) != NULL;
}

static int print_setting(void *arg, const char *key, const struct json_t *value)
{
    const struct printing *printing = arg;
    static const char *const others[] = { "name", "type", "x", "y", "choices" };

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (strcmp(others[i], key) == 0)
            return 0;
    if (is_exit(printing, key))
        return 0;

    fputs("  ", printing->out);
    print_safe(printing->out, key);
    fputc('=', printing->out);
    print_value(printing->out, value);
    return 0;
}

static int print_way(void *arg, const char *key, const struct json_t *value)
{
    const struct printing *printing = arg;

    fputs("      ", printing->out);
    print_safe(printing->out, key);
    fputs(" > ", printing->out);
    if (!value_as_text(value))
        fputs(_("call ends"), printing->out);
    else if (value_as_text(value)[0] == '\0')
        fputs(_("nowhere"), printing->out);
    else
        print_safe(printing->out, value_as_text(value));
    fputc('\n', printing->out);
    return 0;
}

static int print_exit(void *arg, const char *key, const struct json_t *value)
{
    return is_exit(arg, key) ? print_way(arg, key, value) : 0;
}

static void print_node(FILE *out, size_t number, const struct json_t *node)
{
    const char *name = value_get_text(node, "name");
    const char *type = value_get_text(node, "type");
    int found = type ? word_find(&word_list_node_type, type) : -1;
    struct printing printing = { out, (enum node_type)found };

    if (!name || found < 0)
        return;

    fprintf(out, "%3zu %s  %s", number, name, type);
    (void)value_each(node, print_setting, &printing);
    fputc('\n', out);
    (void)value_each(value_get(node, "choices"), print_way, &printing);
    (void)value_each(node, print_exit, &printing);
}

void flow_tree_print(FILE *out, const struct json_t *flow)
{
    const struct json_t *nodes = value_get(flow, "nodes");

    assert(out);
    for (size_t i = 0; i < value_count(nodes); i++)
        print_node(out, i + 1, value_at(nodes, i));
}
