/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions from anywhere: read, printed, read again, evaluated. */

#include <string.h>

#include "core/condition.h"
#include "tests/fuzz/fuzz.h"

static struct value ask(const void *context, enum fact fact, const char *about,
                        int64_t number)
{
    (void)context;
    (void)about;
    if (fact_info(fact)->type == VALUE_TEXT ||
        fact_info(fact)->type == VALUE_ANY)
        return (struct value){ VALUE_TEXT, 0, "-34" };

    return (struct value){ fact_info(fact)->type, number, NULL };
}

static bool is_listed(const void *context, const char *list, const char *number)
{
    (void)context;
    return strlen(list) > strlen(number);
}

static void check(const struct condition *condition)
{
    const struct facts facts = { ask, is_listed, NULL, NULL };
    struct condition again;
    char text[4 * CONDITION_MAX_LENGTH];
    size_t node = 0;
    size_t length =
        condition_print(condition, condition->root, text, sizeof(text));

    CLAIM(length < sizeof(text));
    if (length <= CONDITION_MAX_LENGTH) {
        CLAIM(condition_parse(text, &again, NULL) == 0);
        CLAIM(condition_is_same(condition, &again));
    }
    CLAIM(condition_explain(condition, &facts, &node) ==
          condition_holds(condition, &facts));
    CLAIM(node < condition->node_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    struct condition condition;
    struct condition_mistake mistake = { 0, NULL };

    if (condition_parse(text, &condition, &mistake) == 0) {
        check(&condition);
    } else {
        CLAIM(mistake.says);
        CLAIM(mistake.at <= strlen(text));
    }
    (void)condition_parse_value(text, &condition, NULL);
    free(text);
    return 0;
}
