/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person asks for, through the real dispatcher to the real core: no more
   is done than the role may, and every refusal says why. */

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include <libwebsockets.h>

#include "base/text.h"
#include "tests/fuzz/command_house.h"
#include "tests/fuzz/fuzz.h"
#include "web/socket.h"
#include "web/socket_inside.h"
#include "wire/value.h"

/*
 * An input is lines:
 *
 *     agent               who, of command_house.h
 *     agent_pause         a route's name; "websocket": each line that follows is
 *                         a message of a console
 *     1?limit=3           what stands in the path, and the query
 *     If-Match: "1"       a header, or nothing
 *     {"reason_id":1}     the body
 *
 * What the role may is looked up in the table of permissions, by the person's
 * role as it is written in command_house.c: not by what the server took the
 * person for.
 */
enum { HEAD_SIZE = 4096, MAX_LINES = 20 };

static const struct person *person;
static enum permission permission;

static enum may may(enum permission wanted)
{
    enum team_share share = permission_in_team(wanted);
    enum may whole = permission_may(wanted, person->role);

    if (wanted == PERMISSION_ANYONE)
        return MAY;
    if (person->uid < 0 || person->uid == 9999)
        return MAY_NOT;
    if (!person->has_team || share == TEAM_WHOLE || share == TEAM_SHARED)
        return whole;
    return share == TEAM_NOTHING ? MAY_NOT : whole == MAY ? MAY_OWN : whole;
}

/* Answers. */

static const char *text_of(const struct json_t *object, const char *name)
{
    const char *text = value_get_text(object, name);

    CLAIM(text && text[0]);
    CLAIM(text_is_utf8(text, strlen(text)));
    for (; *text; text++)
        CLAIM((unsigned char)*text >= ' ' && *text != 0x7f);
    return value_get_text(object, name);
}

static bool says(const char *code, const char *const *of)
{
    while (*of && strcmp(*of, code) != 0)
        of++;
    return *of != NULL;
}

/* Of these it is the whole that is wrong, and not a part with a name. */
static void claim_names_field(const struct json_t *problem, const char *code)
{
    static const char *const whole[] = { "bad_request", "body_unwanted",
                                         "not_json", "not_object", NULL };

    if (says(code, whole) || value_get(problem, "line"))
        return;
    (void)text_of(problem, "field");
}

static void claim_refusal(const struct json_t *problem, int status)
{
    const char *code = text_of(problem, "code");

    CLAIM(status >= 400 && status < 600);
    CLAIM(value_get_integer(problem, "status", 0) == status);
    CLAIM(strncmp(text_of(problem, "type"), "urn:cc-lite:problem:", 20) == 0);
    (void)text_of(problem, "title");
    (void)text_of(problem, "detail");
    (void)text_of(problem, "fix");
    if (status == 400)
        claim_names_field(problem, code);
}

static struct json_t *read_json(const char *text, size_t length)
{
    struct json_t *value = NULL;

    CLAIM(value_parse(text, length, SIZE_MAX, &value, NULL) == 0);
    return value;
}

static void claim_answer(const struct answer *answer)
{
    CLAIM(answer->status >= 100 && answer->status < 600);
    CLAIM(!strpbrk(answer->etag, "\r\n") && !strpbrk(answer->location, "\r\n"));
    if (answer->status < 400 || strncmp(answer->type, "text/plain", 10) == 0)
        return; /* so it says how it fares, too */

    struct json_t *problem = read_json(answer->body, answer->length);

    claim_refusal(problem, answer->status);
    value_free(problem);
}

/* What the main thread is asked for: by whom, and whether they may. */

static uint64_t own_id(const char *name, enum document_kind kind)
{
    const struct state *state = core_state(house.core);

    for (size_t i = 0; i < state_document_count(state, kind); i++) {
        const void *document = state_document_at(state, kind, i);
        const struct event_user_set *user = document;
        const struct event_agent_set *agent = document;

        if (kind == DOCUMENT_USER ? user->uid == person->uid
                                  : strcmp(agent->name.text, name) == 0)
            return kind == DOCUMENT_USER ? user->id : agent->id;
    }
    return 0;
}

/* An agent is commanded by the own person, or by who leads the team. */
static void claim_own_agent(const struct command *command)
{
    const struct record *record = command_record(command->type);
    const struct field *field = record_field(record, "agent_id");

    if (!field || may(PERMISSION_AGENT_COMMAND) == MAY)
        return;
    CLAIM(person->is_agent);
    CLAIM(*(const uint64_t *)(const void *)((const char *)&command->as +
                                            field->offset) ==
          own_id(person->name, DOCUMENT_AGENT));
}

/* What nobody waits for is the server's own: that a console is there, or what
   belonged to somebody who is gone. */
static void on_request(const struct web_request *request)
{
    if (request->slot.index == UINT32_MAX) {
        if (request->task == WEB_COMMAND &&
            request->command.type == COMMAND_SET_CONSOLE)
            CLAIM(request->command.as.set_console.agent_id ==
                  own_id(person->name, DOCUMENT_AGENT));
        return;
    }
    CLAIM(may(permission) != MAY_NOT);
    if (request->task != WEB_COMMAND)
        return;
    CLAIM(request->command.by == own_id("", DOCUMENT_USER) ||
          permission == PERMISSION_ANYONE);
    if (permission == PERMISSION_AGENT_COMMAND)
        claim_own_agent(&request->command);
}

/* By HTTP. */

static const char *route_name(size_t index)
{
    return route_get((enum route_id)index)->name;
}

/* Takes a line off, as far as it has room. */
static void take_line(const uint8_t **data, size_t *size, char *ret,
                      size_t room)
{
    const uint8_t *end = *size ? memchr(*data, '\n', *size) : NULL;
    size_t length = end ? (size_t)(end - *data) : *size;
    size_t kept = length < room - 1 ? length : room - 1;

    for (size_t i = 0; i < kept; i++)
        ret[i] = (char)(*data)[i];
    ret[kept] = '\0';
    *data += end ? length + 1 : length;
    *size -= end ? length + 1 : length;
}

/* The parts of "7/3?limit=1" in place of the {...}. */
static void write_target(const char *path, const char *parts, char *ret,
                         size_t room)
{
    size_t query = strcspn(parts, "?");
    size_t at = 0;

    for (; *path && at + 1 < room; path++) {
        if (*path != '{') {
            ret[at++] = *path;
            continue;
        }
        size_t length = strcspn(parts, "/?");
        for (size_t i = 0; i < length && at + 1 < room; i++)
            ret[at++] = parts[i];
        parts += length + (parts[length] == '/');
        query = strcspn(parts, "?");
        path += strcspn(path, "}");
    }
    ret[at] = '\0';
    (void)snprintf(ret + at, room - at, "%s", parts + query);
}

static void ask(const struct route *route, const uint8_t *data, size_t size)
{
    char parts[256], header[256], target[1024], head[HEAD_SIZE];

    take_line(&data, &size, parts, sizeof(parts));
    take_line(&data, &size, header, sizeof(header));
    write_target(route->path, parts, target, sizeof(target));
    (void)snprintf(head, sizeof(head),
                   "%s %s HTTP/1.1\r\nHost: a\r\n%s%sContent-Length: %zu"
                   "\r\n\r\n",
                   method_word(route->method), target, header,
                   header[0] ? "\r\n" : "", size);

    struct exchange *exchange =
        house_ask(person, head, (const char *)data, size);

    if (!exchange)
        return;
    if (exchange->match.route)
        permission = exchange->match.route->permission;
    claim_answer(&exchange->answer);
    if (exchange->match.route && may(permission) == MAY_NOT)
        CLAIM(exchange->answer.status >= 400);
    house_let_go(exchange);
}

/* By WebSocket. The library moves no bytes here: they are read as they come. */

static struct frame_reader hearing;

int lws_callback_on_writable(struct lws *wsi)
{
    (void)wsi;
    return 0;
}

void lws_set_timeout(struct lws *wsi, enum pending_timeout reason, int secs)
{
    (void)wsi;
    (void)reason;
    (void)secs;
}

lws_sockfd_type lws_get_socket_fd(struct lws *wsi)
{
    (void)wsi;
    return -1;
}

static void hear(const struct frame *frame)
{
    if (frame->kind != FRAME_TEXT)
        return;

    struct json_t *said = read_json(frame->text, frame->length);
    const struct json_t *problem = value_get(said, "problem");

    if (problem)
        claim_refusal(problem, (int)value_get_integer(problem, "status", 0));
    value_free(said);
}

int lws_write(struct lws *wsi, unsigned char *bytes, size_t length,
              enum lws_write_protocol protocol)
{
    (void)wsi;
    (void)protocol;
    for (size_t at = 0, used = 0; at < length; at += used) {
        struct frame frame;
        int rc = frame_read(&hearing, bytes + at, length - at, &used, &frame);

        CLAIM(rc >= 0);
        if (rc > 0)
            hear(&frame);
    }
    return (int)length;
}

static void say(struct socket *socket, const char *text, size_t length)
{
    static const unsigned char mask[4] = { 1, 2, 3, 4 };
    unsigned char head[FRAME_HEAD_SIZE];
    char *payload = malloc(length + 1);

    CLAIM(payload);
    if (length > 0)
        memcpy(payload, text, length);
    frame_mask(payload, length, mask);
    size_t head_length = frame_write_head(FRAME_TEXT, length, mask, head);
    CLAIM(socket_read(socket, (const char *)head, head_length) == 0);
    CLAIM(socket_read(socket, payload, length) == 0);
    free(payload);
}

static void write_all(struct socket *socket)
{
    for (int i = 0; i < 4 * (TOPIC_COUNT + SOCKET_MAX_ANSWERS); i++)
        (void)socket_write(socket);
}

static void claim_watches(const struct socket *socket)
{
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (socket->subscriptions[topic])
            CLAIM(may(topic_info((enum topic)topic)->permission) != MAY_NOT);
    if (socket->feed)
        CLAIM(may(PERMISSION_EVENT_SEE) == MAY);
    if (socket->attends)
        CLAIM(socket->attends == own_id(person->name, DOCUMENT_AGENT));
}

static void converse(const uint8_t *data, size_t size)
{
    struct asker asker = { .is_signed_in = false };

    (void)asker_find(&asker, house.web->floor, house.web->tokens, NULL,
                     person->uid, 0);
    if (!asker.is_signed_in)
        return;

    static char wsi; /* the library is asked nothing about it */

    struct socket *socket = socket_new(house.web, (struct lws *)(void *)&wsi,
                                       &asker, person->uid, LANGUAGE_EN);
    char line[SOCKET_MAX_REQUEST];

    CLAIM(socket);
    frame_reader_init(&hearing, false, SIZE_MAX);
    socket_begin(socket);
    for (int i = 0; i < MAX_LINES && size > 0; i++) {
        take_line(&data, &size, line, sizeof(line));
        say(socket, line, strlen(line));
        permission = PERMISSION_AGENT_COMMAND;
        house_settle();
        claim_watches(socket);
        write_all(socket);
    }
    socket_free(socket);
    house_settle();
    frame_reader_done(&hearing);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!house.core)
        house_open();

    uint64_t before = house_seq();

    person = &persons[fuzz_name(&data, &size, PERSONS, person_name)];
    const struct route *route = route_get(
        (enum route_id)fuzz_name(&data, &size, ROUTE_COUNT, route_name));
    permission = route->permission;
    house_on_request = on_request;
    if (route->id == ROUTE_WEBSOCKET)
        converse(data, size);
    else
        ask(route, data, size);
    house_on_request = NULL;

    CLAIM(house_seq() == house_floor_seq());
    CLAIM(house.asked > 0 || house_seq() == before);
    if (house.asked > 0)
        house_open();
    return 0;
}
