/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal as it happens, over a session that comes back by itself. */

#include "cli/run.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/complaint.h"
#include "cli/event_print.h"
#include "client/session.h"

/* One run of it. */
struct tail {
    struct cli *cli;
    struct session *session;
    uint64_t left; /* events to be printed */
    bool was_live;
    bool is_over;
    enum exit_code code;
};

/* Where the journal ends by now, unless the call says where to begin. */
static enum exit_code find_start(struct cli *cli, const struct call *call,
                                 uint64_t *ret_after)
{
    struct ask request = { .route = route_get(ROUTE_STATE_READ) };
    struct answer answer = { 0 };
    enum exit_code code;

    if (call_option(call, "after"))
        return event_read_number(cli, call, "after", ret_after);

    code = ask(cli, &request, &answer);
    if (!code)
        *ret_after = (uint64_t)value_get_integer(answer.value, "seq", 0);

    answer_done(&answer);
    return code;
}

static void end(struct tail *tail, enum exit_code code)
{
    tail->is_over = true;
    tail->code = code;
}

static void hear_event(struct tail *tail, const struct json_t *event)
{
    struct cli *cli = tail->cli;
    enum exit_code code = event_print_one(cli, event);

    if (code)
        end(tail, code);
    else if (fflush(cli->out) || ferror(cli->out))
        end(tail, EXIT_HERE);
    else if (--tail->left == 0)
        end(tail, EXIT_DONE);
}

/* A server that cannot be reached at first is a mistake; one that goes away
   later is waited for. */
static void hear_link(struct tail *tail)
{
    const struct session_link *link = session_link(tail->session);

    if (link->state == SESSION_LIVE)
        tail->was_live = true;
    else if (link->state == SESSION_REFUSED)
        end(tail, complaint_of_problem(tail->cli, &link->problem));
    else if (link->state == SESSION_OFFLINE && !tail->was_live)
        end(tail, complaint_of_failure(tail->cli, link->reason));
}

static void hear(struct tail *tail, const struct session_news *news)
{
    if (news->kind == SESSION_NEWS_EVENT)
        hear_event(tail, news->event);
    else if (news->kind == SESSION_NEWS_LINK)
        hear_link(tail);
    else if (news->kind == SESSION_NEWS_REFUSED)
        end(tail, complaint_of_problem(tail->cli, &news->problem));
}

static void follow(struct tail *tail)
{
    struct pollfd fd = { .fd = session_fd(tail->session), .events = POLLIN };
    struct session_news news;

    while (!tail->is_over) {
        while (!tail->is_over && session_next(tail->session, &news)) {
            hear(tail, &news);
            session_news_done(&news);
        }
        if (!tail->is_over)
            (void)poll(&fd, 1, -1);
    }
}

static enum exit_code open_session(struct cli *cli, struct session **ret)
{
    struct session_settings settings = { .client = cli->settings };
    char token[TOKEN_SIZE];
    enum exit_code code = ask_token(cli, token);

    if (code)
        return code;
    settings.client.token = *token ? token : NULL;
    int rc = session_open(&settings, ret);
    explicit_bzero(token, sizeof(token));
    return rc ? cli_no_memory(cli) : EXIT_DONE;
}

enum exit_code run_tail(struct cli *cli, const struct call *call)
{
    struct tail tail = { .cli = cli, .left = UINT64_MAX };
    uint64_t after = 0;
    enum exit_code code = event_read_number(cli, call, "limit", &tail.left);

    if (!code && (cli->format == FORMAT_CSV || cli->format == FORMAT_TSV))
        code = cli_fail(cli, EXIT_USAGE,
                        _("event tail prints lines or --jsonl only"));
    if (!code && tail.left == 0)
        return EXIT_DONE;
    if (!code)
        code = find_start(cli, call, &after);
    if (!code)
        code = open_session(cli, &tail.session);
    if (code)
        return code;

    if (session_follow(tail.session, after, call_option(call, "filter")))
        tail.code = cli_fail(cli, EXIT_USAGE, _("an argument is too long"));
    else
        follow(&tail);
    session_close(tail.session);
    return tail.code;
}
