/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From failures and problems to lines. */

#include "cli/complaint.h"

#include <errno.h>
#include <string.h>

#include "wire/value.h"

enum exit_code complaint_of_failure(struct cli *cli, int rc)
{
    const char *where = endpoint_name(&cli->settings.endpoint);
    enum exit_code code = exit_code_of_failure(rc);

    switch (rc) {
    case -ENOTCONN:
        return cli_fail(cli, code,
                        _("%s: the server cannot be reached. Start cclited, or "
                          "name another with --server."),
                        where);
    case -ETIMEDOUT:
        return cli_fail(cli, code,
                        _("%s: no answer in time. It may have been done: look, "
                          "before you repeat it."),
                        where);
    case -ECONNRESET:
        return cli_fail(cli, code,
                        _("%s: the connection was lost. It may have been done: "
                          "look, before you repeat it."),
                        where);
    case -EFBIG:
        return cli_fail(cli, code,
                        _("%s: the answer is too large. Ask for "
                          "less with --limit."),
                        where);
    case -ENOMEM:
        return cli_no_memory(cli);
    default:
        return cli_fail(cli, code, "%s: %s", where,
                        cli->client ? client_error(cli->client)
                                    : strerror(-rc));
    }
}

/* Without the full stop at its end. */
static int length_of(const char *text)
{
    size_t length = strlen(text);

    while (length && (text[length - 1] == '.' || text[length - 1] == ' '))
        length--;

    return (int)length;
}

enum exit_code complaint_of_problem(struct cli *cli,
                                    const struct client_problem *problem)
{
    char said[sizeof(problem->detail)];
    const char *detail = problem->detail;

    if (!detail[0]) {
        snprintf(said, sizeof(said), _("the server says %d"), problem->status);
        detail = said;
    }

    return cli_fail(cli, exit_code_of_status(problem->status), "%s%s%.*s.%s%s",
                    problem->field, problem->field[0] ? ": " : "",
                    length_of(detail), detail, problem->fix[0] ? " " : "",
                    problem->fix);
}

/* Rows of a table: "row 3: Write nothing but a number here." */
static void complain_of_rows(struct cli *cli, const struct json_t *problem)
{
    const struct json_t *rows = value_get(problem, "rejected");
    size_t count = value_count(rows);
    int64_t all = value_get_integer(problem, "rejected_count", 0);

    for (size_t i = 0; i < count; i++) {
        const struct json_t *row = value_at(rows, i);
        const char *fix = value_get_text(row, "fix");

        (void)cli_fail(cli, EXIT_HERE, _("row %lld: %s"),
                       (long long)value_get_integer(row, "row", 0),
                       fix ? fix : "");
    }
    if (all > (int64_t)count)
        (void)cli_fail(cli, EXIT_HERE, _("... and %lld rows more"),
                       (long long)(all - (int64_t)count));
}

/* Where in a condition, or in a file, the mistake is. */
static void complain_of_place(struct cli *cli, const struct json_t *problem)
{
    long long line = value_get_integer(problem, "line", 0);
    long long column = value_get_integer(problem, "column", 0);

    if (line > 1)
        (void)cli_fail(cli, EXIT_HERE,
                       _("the mistake is in line %lld, at character %lld"),
                       line, column);
    else if (line == 1)
        (void)cli_fail(cli, EXIT_HERE, _("the mistake is at character %lld"),
                       column);
}

enum exit_code complaint_of_refusal(struct cli *cli,
                                    const struct client_reply *reply)
{
    struct client_problem problem;
    struct json_t *value = NULL;

    client_problem_read(reply, &problem);

    enum exit_code code = complaint_of_problem(cli, &problem);

    if (value_parse(reply->body, reply->length, VALUE_MAX_LENGTH, &value,
                    NULL) == 0) {
        complain_of_place(cli, value);
        complain_of_rows(cli, value);
    }
    value_free(value);
    return code;
}
