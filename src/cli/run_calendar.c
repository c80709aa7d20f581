/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendars from files: of iCalendar, and those that come with the server. */

#include "cli/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/body.h"
#include "cli/input.h"
#include "cli/listing.h"
#include "lang/phrase.h"
#include "wire/ical_holidays.h"

static enum exit_code say_mistake(struct cli *cli, const char *path,
                                  const struct mistake *mistake)
{
    return cli_fail(cli, EXIT_REFUSED, "%s:%d: %s", path, mistake->line,
                    lang_own_text(mistake->text));
}

/* The holidays become those of the file; the rest stays. */
static enum exit_code put_ical(struct cli *cli, const char *path,
                               const char *text, size_t length,
                               struct json_t *body)
{
    struct note holidays;
    struct note more;
    struct mistake mistake = { 0 };

    if (ical_holidays_parse(text, length, &holidays, &more, &mistake) < 0)
        return say_mistake(cli, path, &mistake);

    return value_set_text(body, "holidays", holidays.text) |
                   value_set_text(body, "holidays2", more.text)
               ? cli_no_memory(cli)
               : EXIT_DONE;
}

/* The settings that the file has; the rest stays. */
static enum exit_code put_settings(struct cli *cli, const char *path,
                                   const char *text, size_t length,
                                   struct json_t *body)
{
    const struct record *record = document_kind_info(DOCUMENT_CALENDAR)->record;
    struct json_t *settings = NULL;
    struct mistake mistake = { 0 };
    int rc = value_parse(text, length, ICAL_MAX_LENGTH, &settings, &mistake);

    if (rc == -EBADMSG)
        return say_mistake(cli, path, &mistake);
    if (rc == 0)
        rc = body_put_settings(record, settings, body);

    value_free(settings);
    return rc ? cli_no_memory(cli) : EXIT_DONE;
}

static enum exit_code send_calendar(struct cli *cli, struct ask *request)
{
    struct answer after = { 0 };
    enum exit_code code = ask(cli, request, &after);
    const char *name = code ? NULL : value_get_text(after.value, "name");
    char line[256];

    if (!code && cli->format != FORMAT_TABLE) {
        code = listing_print_one(cli, content_record(request->route->answer),
                                 after.value);
    } else if (!code) {
        phrase_fill(_("%s changed"), name ? name : "", NULL, line,
                    sizeof(line));
        cli_say(cli, "%s", line);
    }

    answer_done(&after);
    return code;
}

enum exit_code run_calendar_import(struct cli *cli, const struct call *call)
{
    const struct route *route = call->verb->route;
    const char *path = call_argument(call, "text");
    struct ask reading = { .route = route_get(ROUTE_CALENDAR_READ),
                           .parameters = { call_argument(call, "id") } };
    struct json_t *body = value_object();
    struct ask writing = { .route = route,
                           .parameters = { call_argument(call, "id") },
                           .body = body };
    struct answer before = { 0 };
    char *text = NULL;
    size_t length = 0;
    enum exit_code code =
        input_read(cli, path, ICAL_MAX_LENGTH, &text, &length);

    if (!code)
        code = ask(cli, &reading, &before);
    if (!code && (!body || body_put_settings(content_record(route->body),
                                             before.value, body)))
        code = cli_no_memory(cli);
    if (!code)
        code = length > 0 && text[0] == '{'
                   ? put_settings(cli, path, text, length, body)
                   : put_ical(cli, path, text, length, body);
    if (!code) {
        writing.match = before.reply.etag;
        code = send_calendar(cli, &writing);
    }

    answer_done(&before);
    value_free(body);
    free(text);
    return code;
}
