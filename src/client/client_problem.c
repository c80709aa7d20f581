/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading problem+json. */

#include "client/client_problem.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "wire/value.h"

static void take(const struct json_t *object, const char *key, char *ret_text,
                 size_t size)
{
    const char *text = value_get_text(object, key);

    if (!text)
        return;

    size_t length = text_cut(text, strlen(text), size - 1);

    memcpy(ret_text, text, length);
    ret_text[length] = '\0';
}

void client_problem_read(const struct client_reply *reply,
                         struct client_problem *ret_problem)
{
    assert(reply && ret_problem);

    struct client_problem problem = { .status = reply->status };
    struct json_t *object = NULL;

    if (strcmp(reply->type, "application/problem+json") == 0)
        (void)value_parse(reply->body, reply->length, VALUE_MAX_LENGTH, &object,
                          NULL);

    take(object, "code", problem.code, sizeof(problem.code));
    take(object, "field", problem.field, sizeof(problem.field));
    take(object, "title", problem.detail, sizeof(problem.detail));
    take(object, "detail", problem.detail, sizeof(problem.detail));
    take(object, "fix", problem.fix, sizeof(problem.fix));
    value_free(object);
    *ret_problem = problem;
}
