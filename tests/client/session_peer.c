/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A console without a screen, for the scenario tests: a session, told by lines
 * what to do, that prints what it knows.
 *
 *     session_peer SOCKET|URL [TOKEN]
 *
 * Takes: "watch TOPIC [FILTER]", "unwatch TOPIC", "follow SEQ", "get PATH",
 * "post PATH [BODY]", "stall 0|1", "rows TOPIC". Prints a line of JSON for each
 * piece of news, and for "rows" the rows.
 */

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "client/session.h"
#include "wire/record_json.h"

static struct session *session;

static const char *const states[] = { "connecting", "live", "offline",
                                      "refused" };
static const char *const replica_states[] = { "unknown", "coming", "live",
                                              "stale" };

static void print(struct json_t *value)
{
    char *text = value_print(value, VALUE_COMPACT);

    puts(text);
    fflush(stdout);
    free(text);
    value_free(value);
}

static struct json_t *named(const char *kind)
{
    struct json_t *value = value_object();

    (void)value_set_text(value, "news", kind);
    return value;
}

static void print_link(void)
{
    const struct session_link *link = session_link(session);
    struct json_t *value = named("link");

    (void)value_set_text(value, "state", states[link->state]);
    (void)value_set_integer(value, "reason", link->reason);
    (void)value_set_integer(value, "status", link->problem.status);
    (void)value_set_text(value, "code", link->problem.code);
    (void)value_set_integer(value, "agent_id", (int64_t)link->agent_id);
    (void)value_set_integer(value, "round_trip_us", link->round_trip_us);
    (void)value_set_text(value, "role",
                         word_spell(&word_list_role, (int)link->role));
    print(value);
}

static void print_topic(enum topic topic)
{
    struct json_t *value = named("topic");

    (void)value_set_text(value, "topic", topic_info(topic)->name);
    (void)value_set_text(
        value, "state",
        replica_states[replica_state(session_replica(session), topic)]);
    print(value);
}

static void print_row(const struct session_news *news)
{
    struct json_t *value = named("row");

    (void)value_set_text(value, "topic", topic_info(news->topic)->name);
    (void)value_set_integer(value, "id", (int64_t)news->id);
    (void)value_set_flag(
        value, "there",
        replica_find(session_replica(session), news->topic, news->id) != NULL);
    print(value);
}

static void print_reply(const struct session_news *news)
{
    struct json_t *value = named("reply");

    (void)value_set_integer(value, "ticket", (int64_t)news->ticket);
    (void)value_set_integer(value, "rc", news->rc);
    (void)value_set_integer(value, "status", news->reply.status);
    if (news->reply.status >= 400)
        (void)value_set_text(value, "text", news->reply.body);
    print(value);
}

static void print_refused(const struct session_news *news)
{
    struct json_t *value = named("refused");

    (void)value_set_text(value, "topic",
                         news->of_journal ? "events"
                                          : topic_info(news->topic)->name);
    (void)value_set_text(value, "code", news->problem.code);
    print(value);
}

static void print_news(struct session_news *news)
{
    struct json_t *value;

    switch (news->kind) {
    case SESSION_NEWS_LINK:
        print_link();
        break;
    case SESSION_NEWS_TOPIC:
        print_topic(news->topic);
        break;
    case SESSION_NEWS_ROW:
        print_row(news);
        break;
    case SESSION_NEWS_REPLY:
        print_reply(news);
        break;
    case SESSION_NEWS_EVENT:
        value = named("event");
        (void)value_set(value, "event", value_share(news->event));
        print(value);
        break;
    case SESSION_NEWS_REFUSED:
        print_refused(news);
        break;
    case SESSION_NEWS_NOTICE:
        print(named("notice"));
        break;
    }
}

static void print_rows(enum topic topic)
{
    const struct replica *replica = session_replica(session);
    struct json_t *value = named("rows");
    struct json_t *rows = value_list();

    for (size_t i = 0; i < replica_count(replica, topic); i++)
        (void)value_append(rows,
                           record_to_json(topic_record(topic),
                                          replica_at(replica, topic, i)->fields,
                                          EVENT_WHOLE));
    (void)value_set_text(value, "topic", topic_info(topic)->name);
    (void)value_set(value, "rows", rows);
    print(value);
}

static void do_line(char *line)
{
    char *verb = strtok_r(line, " ", &line);
    char *word = verb ? strtok_r(NULL, " ", &line) : NULL;
    char *rest = line && *line ? line : NULL;
    int topic = word ? topic_find(word) : -1;
    struct client_request request = { .path = word, .body = rest };

    if (!word)
        return;
    if (strcmp(verb, "watch") == 0)
        (void)session_watch(session, (enum topic)topic, rest);
    else if (strcmp(verb, "unwatch") == 0)
        session_unwatch(session, (enum topic)topic);
    else if (strcmp(verb, "rows") == 0)
        print_rows((enum topic)topic);
    else if (strcmp(verb, "follow") == 0)
        (void)session_follow(session, strtoull(word, NULL, 10), rest);
    else if (strcmp(verb, "speak") == 0)
        (void)session_speak(session, word);
    else if (strcmp(verb, "stall") == 0)
        session_stall(session, *word == '1');
    request.method = strcmp(verb, "post") == 0 ? "POST" : "GET";
    if (strcmp(verb, "post") == 0 || strcmp(verb, "get") == 0)
        (void)session_ask(session, &request, NULL);
}

/* @return whether there is more to come */
static bool do_input(void)
{
    static char text[65536];
    static size_t length;
    ssize_t got = read(0, text + length, sizeof(text) - length - 1);
    char *line = text;

    if (got <= 0)
        return false;
    length += (size_t)got;
    text[length] = '\0';
    for (char *end = strchr(line, '\n'); end; end = strchr(line, '\n')) {
        *end = '\0';
        do_line(line);
        line = end + 1;
    }
    length -= (size_t)(line - text);
    memmove(text, line, length);
    return true;
}

int main(int argc, char **argv)
{
    struct session_settings settings = {
        .client = { .timeout_ms = 10000, .language = "en" },
        .attends = true,
        .first_wait_ms = 50,
        .longest_wait_ms = 500,
    };
    bool goes_on = true;

    if (argc < 2)
        return 99;
    if (strncmp(argv[1], "http", 4) == 0)
        (void)endpoint_address(argv[1], &settings.client.endpoint);
    else
        (void)endpoint_socket(argv[1], &settings.client.endpoint);
    if (argc > 2)
        settings.client.token = argv[2];
    if (session_open(&settings, &session) < 0)
        return 99;
    while (goes_on) {
        struct session_news news;
        struct pollfd fds[] = {
            { .fd = 0, .events = POLLIN },
            { .fd = session_fd(session), .events = POLLIN },
        };

        while (session_next(session, &news)) {
            print_news(&news);
            session_news_done(&news);
        }
        (void)poll(fds, 2, -1);
        if (fds[0].revents)
            goes_on = do_input();
    }
    session_close(session);
    return 0;
}
