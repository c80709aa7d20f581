/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One command for several things, one after the other: what is refused is
   told, and the rest is done. */

#include "cli/run_many.h"

#include "cli/ask.h"
#include "cli/body.h"
#include "cli/listing.h"
#include "cli/run.h"

/* What became of them. */
struct course {
    struct json_t *items; /* for programs */
    size_t done;
    enum exit_code first; /* that was none of EXIT_DONE */
};

/* After these the next one would fare no better: it is not tried, and told as
   not done. */
static bool is_end(enum exit_code code)
{
    return code == EXIT_UNREACHABLE || code == EXIT_HERE || code == EXIT_USAGE;
}

/* @return whether there was memory for it */
static bool note(struct cli *cli, struct course *course, const char *word,
                 enum exit_code code)
{
    struct json_t *item = value_object();
    int rc = value_set_text(item, "id", word);

    rc |= value_set_flag(item, "done", code == EXIT_DONE);
    rc = value_append(course->items, rc ? value_free(item) : item);
    course->done += code == EXIT_DONE;
    if (rc && !code)
        code = EXIT_HERE;
    if (!course->first)
        course->first = code;
    if (rc)
        (void)cli_no_memory(cli);
    return !rc;
}

static enum exit_code do_one(struct cli *cli, const struct call *call,
                             const struct json_t *body, const char *word)
{
    const struct ask request = {
        .route = call->verb->route,
        .parameters = { word },
        .body = value_count(body) ? body : NULL,
    };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    answer_done(&answer);
    return code;
}

static void do_all(
    struct cli *cli, const struct call *call, const struct json_t *body,
    enum exit_code (*one)(struct cli *cli, const struct call *call,
                          const struct json_t *body, const char *word),
    struct course *course)
{
    enum exit_code code = EXIT_DONE;
    bool is_noted = true;

    for (size_t i = 0; i < call->many_count && is_noted; i++) {
        const char *word = call->words[call->many_at + i];

        cli->about = word;
        if (!is_end(code))
            code = one(cli, call, body, word);
        is_noted = note(cli, course, word, code);
    }
    cli->about = NULL;
}

static enum exit_code print(struct cli *cli, const struct call *call,
                            const struct course *course)
{
    if (cli->format != FORMAT_TABLE)
        return listing_print(cli, NULL, course->items);

    cli_say(cli, _("%zu of %zu done"), course->done, call->many_count);
    return EXIT_DONE;
}

enum exit_code run_each(
    struct cli *cli, const struct call *call, const struct json_t *body,
    enum exit_code (*one)(struct cli *cli, const struct call *call,
                          const struct json_t *body, const char *word))
{
    struct course course = { .items = value_list() };
    enum exit_code code = course.items ? EXIT_DONE : cli_no_memory(cli);

    if (!code) {
        do_all(cli, call, body, one, &course);
        code = print(cli, call, &course);
    }
    value_free(course.items);
    return code ? code : course.first;
}

enum exit_code run_many(struct cli *cli, const struct call *call)
{
    if (call->many_count == 1)
        return run_command(cli, call);

    struct json_t *body = value_object();
    enum exit_code code = body ? EXIT_DONE : cli_no_memory(cli);

    if (!code)
        code = body_put_given(cli, call, body, NULL);
    if (!code)
        code = run_each(cli, call, body, do_one);
    value_free(body);
    return code;
}
