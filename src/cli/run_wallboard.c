/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wallboard as one picture. */

#include "cli/run.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "cli/ask.h"
#include "cli/complaint.h"
#include "cli/console_begin.h"
#include "cli/wallboard_options.h"
#include "client/session.h"
#include "console/wallboard_gather.h"
#include "console/wallboard_print.h"

/* What has come of the topics by now. */
struct coming {
    struct session *session;
    bool is_refused[TOPIC_COUNT];
    int64_t until_us;
};

static enum exit_code say_lost(struct cli *cli, const struct session_link *link)
{
    const struct client_problem *problem = &link->problem;

    if (problem->status == 0)
        return complaint_of_failure(cli, link->reason);
    return cli_fail(cli, exit_code_of_status(problem->status), "%s%s%s",
                    problem->detail, problem->fix[0] ? ". " : "", problem->fix);
}

static bool is_complete(const struct coming *coming)
{
    const struct replica *rows = session_replica(coming->session);

    for (size_t i = 0; i < WALLBOARD_TOPICS; i++)
        if (!coming->is_refused[wallboard_topics[i]] &&
            replica_state(rows, wallboard_topics[i]) != REPLICA_LIVE)
            return false;
    return true;
}

static void take_news(struct coming *coming)
{
    struct session_news news;

    while (session_next(coming->session, &news)) {
        if (news.kind == SESSION_NEWS_REFUSED && !news.of_journal)
            coming->is_refused[news.topic] = true;
        session_news_done(&news);
    }
}

/* Until all rows have come. A television would try for ever; this does not. */
static enum exit_code await(struct cli *cli, struct coming *coming)
{
    const struct session_link *link = session_link(coming->session);

    for (;;) {
        take_news(coming);
        if (link->state == SESSION_OFFLINE || link->state == SESSION_REFUSED)
            return say_lost(cli, link);
        if (is_complete(coming))
            return EXIT_DONE;

        int64_t left_us = coming->until_us - clock_boot_us();
        struct pollfd ready = { session_fd(coming->session), POLLIN, 0 };
        if (left_us <= 0)
            return complaint_of_failure(cli, -ETIMEDOUT);
        (void)poll(&ready, 1, (int)(left_us / 1000) + 1);
    }
}

static struct wallboard_wishes wishes_of(
    const struct wallboard_options *options)
{
    return (struct wallboard_wishes){
        .names = options->queues[0] ? options->queues : NULL,
        .limits = options->limits,
        .rows = options->rows,
        .columns = options->columns,
        .language = lang_own(),
        .now_us = clock_boot_us(),
        .wall_us = clock_wall_us(),
        .page_s = options->page_s,
        .is_read_only = options->is_read_only,
    };
}

static enum exit_code show(struct cli *cli, const struct session *session,
                           const struct wallboard_options *options)
{
    const struct wallboard_wishes wishes = wishes_of(options);

    switch (wallboard_print(session, &wishes, cli->out)) {
    case 0:
        return EXIT_DONE;
    case -ENOENT:
        return cli_fail(cli, EXIT_NOT_FOUND,
                        _("%s: there is no such queue, or it is not yours to "
                          "see"),
                        options->queues[0]);
    default:
        return cli_no_memory(cli);
    }
}

static enum exit_code begin(struct cli *cli, struct session **ret_session)
{
    struct session_settings settings = { .client = cli->settings };
    char token[TOKEN_SIZE];
    enum exit_code code = ask_token(cli, token);
    int rc = 0;

    if (code)
        return code;
    settings.client.token = *token ? token : NULL;
    if (session_open(&settings, ret_session) < 0)
        rc = -ENOMEM;
    for (size_t i = 0; i < WALLBOARD_TOPICS && rc == 0; i++)
        rc = session_watch(*ret_session, wallboard_topics[i], NULL);
    explicit_bzero(token, sizeof(token));
    return rc ? cli_no_memory(cli) : EXIT_DONE;
}

enum exit_code run_wallboard(struct cli *cli, const struct call *call)
{
    struct wallboard_options options;
    struct coming coming = { .session = NULL };
    enum exit_code code = wallboard_options_read(cli, call, &options);

    if (!code && !options.is_once) {
        const struct wallboard_wishes wishes = wishes_of(&options);

        return console_begin(cli,
                             &(struct console_wishes){
                                 .board = &wishes,
                             },
                             &(struct console_options){ .theme = NULL });
    }
    if (!code)
        code = begin(cli, &coming.session);
    coming.until_us = clock_boot_us() + cli->settings.timeout_ms * 1000;
    if (!code)
        code = await(cli, &coming);
    if (!code)
        code = show(cli, coming.session, &options);

    session_close(coming.session);
    return code;
}
