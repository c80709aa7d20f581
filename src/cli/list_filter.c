/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options that are terms of a filter. */

#include "cli/list_filter.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "cli/call.h"

/* Adds a term; its value is in quotes, whatever is in it. @return whether it
   had room */
static bool add_term(char *text, size_t size, const char *term,
                     const char *value)
{
    size_t used = strlen(text);
    int length = snprintf(text + used, size - used, "%s%s \"",
                          used > 0 ? " and " : "", term);

    used = length < 0 ? size : used + (size_t)length;
    for (; *value && used + 3 < size; value++) {
        if (*value == '"' || *value == '\\')
            text[used++] = '\\';
        text[used++] = *value;
    }
    if (*value || used + 2 > size)
        return false;

    memcpy(text + used, "\"", 2);
    return true;
}

/* A rule that is removed has no name any more. */
static bool is_number(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

const char *list_filter(const struct call *call, char *text, size_t size)
{
    assert(call && text && size > 0);
    const char *filter = call_option(call, "filter");
    const char *tag = call_option(call, "tag");
    const char *rule = call_option(call, "rule");

    text[0] = '\0';
    if (filter && snprintf(text, size, "%s", filter) >= (int)size)
        return "filter";
    if (tag && !add_term(text, size, "tags has", tag))
        return "tag";
    if (rule &&
        !add_term(text, size, is_number(rule) ? "rule_id =" : "rule =", rule))
        return "rule";

    return NULL;
}
