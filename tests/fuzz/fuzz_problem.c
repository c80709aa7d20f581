/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A refusal as a server words it: what is kept of it are whole texts, and
   nothing of an answer that is none. */

#include <string.h>

#include "base/text.h"
#include "client/client_problem.h"
#include "tests/fuzz/fuzz.h"
#include "wire/value.h"

static const char *type_at(size_t index)
{
    static const char *const types[] = { "application/problem+json",
                                         "application/json" };

    return types[index];
}

static void look_at_text(const char *text, size_t size)
{
    const char *end = memchr(text, '\0', size);

    CLAIM(end && text_is_utf8(text, (size_t)(end - text)));
}

/* What has been read, as a server would say it. */
static char *print(const struct client_problem *problem)
{
    struct json_t *object = value_object();
    int rc = value_set_text(object, "code", problem->code);

    rc |= value_set_text(object, "field", problem->field);
    rc |= value_set_text(object, "detail", problem->detail);
    rc |= value_set_text(object, "fix", problem->fix);
    char *text = value_print(object, VALUE_COMPACT);
    CLAIM(rc == 0 && text);
    value_free(object);
    return text;
}

static void read_again(const struct client_problem *problem)
{
    char *text = print(problem);
    const struct client_reply reply = {
        .status = problem->status,
        .body = text,
        .length = strlen(text),
        .type = "application/problem+json",
    };
    struct client_problem again;

    client_problem_read(&reply, &again);
    CLAIM(again.status == problem->status);
    CLAIM(strcmp(again.code, problem->code) == 0);
    CLAIM(strcmp(again.field, problem->field) == 0);
    CLAIM(strcmp(again.detail, problem->detail) == 0);
    CLAIM(strcmp(again.fix, problem->fix) == 0);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct client_reply reply = { .status = 409 };
    struct client_problem problem;
    const char *type = type_at(fuzz_name(&data, &size, 2, type_at));

    snprintf(reply.type, sizeof(reply.type), "%s", type);
    reply.body = fuzz_text(data, size);
    reply.length = size;
    client_problem_read(&reply, &problem);
    CLAIM(problem.status == reply.status);
    look_at_text(problem.code, sizeof(problem.code));
    look_at_text(problem.field, sizeof(problem.field));
    look_at_text(problem.detail, sizeof(problem.detail));
    look_at_text(problem.fix, sizeof(problem.fix));
    if (type == type_at(0))
        read_again(&problem);
    else
        CLAIM(!problem.code[0] && !problem.field[0] && !problem.detail[0] &&
              !problem.fix[0]);
    free(reply.body);
    return 0;
}
