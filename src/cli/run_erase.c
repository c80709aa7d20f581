/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing who a caller was: of one contact, or of all of a number. */

#include "cli/run.h"

#include <errno.h>
#include <stdlib.h>

#include "cli/ask.h"
#include "cli/listing.h"
#include "cli/prompt.h"

static enum exit_code put_contact(struct cli *cli, const char *text,
                                  struct json_t *body)
{
    const char *digits = *text == '#' ? text + 1 : text;
    char *end;

    errno = 0;
    long long number = strtoll(digits, &end, 10);
    if (errno || *end || *digits < '0' || *digits > '9' || number == 0)
        return cli_fail(cli, EXIT_USAGE, _("%s: no number."), text);

    return value_set_integer(body, "contact_id", number) < 0
               ? cli_no_memory(cli)
               : EXIT_DONE;
}

/* What is asked for, and whether that is really wanted. */
static enum exit_code read_wish(struct cli *cli, const struct call *call,
                                struct json_t *body)
{
    const char *contact = call_argument(call, "contact_id");
    const char *caller = call_option(call, "caller");

    if (!contact == !caller)
        return cli_fail(cli, EXIT_USAGE,
                        _("name a contact, or a phone number with --caller"));
    if (contact) {
        enum exit_code code = put_contact(cli, contact, body);

        return code ? code
                    : prompt_confirm(cli, call,
                                     _("Erase for good who called in contact "
                                       "%s, with its recordings? [y/N] "),
                                     contact);
    }
    if (value_set_text(body, "caller", caller) < 0)
        return cli_no_memory(cli);

    return prompt_confirm(cli, call,
                          _("Erase for good who called in all ended contacts "
                            "of %s, with their recordings? [y/N] "),
                          caller);
}

/* Of all that was asked; what was left out is told anew by each answer. */
static int sum_up(struct json_t *sum, const struct json_t *answer)
{
    static const char *const counts[] = { "contacts", "texts", "recordings",
                                          "callbacks" };
    int rc = value_set_integer(sum, "left_out",
                               value_get_integer(answer, "left_out", 0));

    for (size_t i = 0; rc == 0 && i < sizeof(counts) / sizeof(counts[0]); i++)
        rc = value_set_integer(sum, counts[i],
                               value_get_integer(sum, counts[i], 0) +
                                   value_get_integer(answer, counts[i], 0));
    return rc;
}

/* The server erases a bounded number at once: it is asked until none is left;
   one answer without any ends it. */
static enum exit_code erase_all(struct cli *cli, const struct ask *request,
                                struct json_t *sum)
{
    bool is_more = true;
    enum exit_code code = EXIT_DONE;

    while (!code && is_more) {
        struct answer answer = { 0 };

        code = ask(cli, request, &answer);
        is_more = value_get_flag(answer.value, "more") &&
                  value_get_integer(answer.value, "contacts", 0) +
                          value_get_integer(answer.value, "callbacks", 0) >
                      0;
        if (!code && sum_up(sum, answer.value) < 0)
            code = cli_no_memory(cli);
        if (!code && value_set_flag(sum, "more", is_more) < 0)
            code = cli_no_memory(cli);
        answer_done(&answer);
    }
    return code;
}

enum exit_code run_contact_erase(struct cli *cli, const struct call *call)
{
    struct json_t *body = value_object();
    struct json_t *sum = value_object();
    const struct ask request = { .route = call->verb->route, .body = body };
    enum exit_code code = read_wish(cli, call, body);

    if (!code)
        code = erase_all(cli, &request, sum);
    if (!code)
        code =
            listing_print_one(cli, content_record(request.route->answer), sum);

    value_free(sum);
    value_free(body);
    return code;
}
