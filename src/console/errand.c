/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets, and what is done when they come back. */

#include "console/errand.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "lang/failure.h"
#include "wire/value.h"

enum { PATH_SIZE = 1024, PART_SIZE = 32 };

struct waiting {
    uint64_t ticket;
    void (*done)(void *owner, const struct outcome *outcome);
    void *owner;
    bool is_quiet;
    bool is_sound; /* the answer: bytes, no JSON */
};

struct errands {
    struct waiting waiting[SESSION_MAX_ASKED];
    size_t count;
};

int errands_new(struct errands **ret_errands)
{
    assert(ret_errands);
    struct errands *errands = calloc(1, sizeof(*errands));

    if (!errands)
        return -ENOMEM;
    *ret_errands = errands;
    return 0;
}

struct errands *errands_free(struct errands *errands)
{
    free(errands);
    return NULL;
}

/* What is in braces: the first is {id}. */
static void write_part(const struct errand *errand, size_t n,
                       char ret_part[PART_SIZE])
{
    uint64_t id = n == 0 ? errand->id : errand->part_id;

    if (n > 0 && errand->part)
        snprintf(ret_part, PART_SIZE, "%s", errand->part);
    else
        snprintf(ret_part, PART_SIZE, "%" PRIu64, id);
}

static int write_path(const struct errand *errand, char ret_path[PATH_SIZE])
{
    const char *path = route_get(errand->route)->path;
    const char *query = errand->query ? errand->query : "";
    const char *hole;
    char part[PART_SIZE];
    int length = 0;

    for (size_t i = 0; (hole = strchr(path, '{')) != NULL; i++) {
        write_part(errand, i, part);
        length += snprintf(ret_path + length, (size_t)(PATH_SIZE - length),
                           "%.*s%s", (int)(hole - path), path, part);
        if (length >= PATH_SIZE)
            return -ENAMETOOLONG;
        path = strchr(hole, '}') + 1;
    }
    length += snprintf(ret_path + length, (size_t)(PATH_SIZE - length),
                       "%s%s%s", path, *query ? "?" : "", query);
    return length >= PATH_SIZE ? -ENAMETOOLONG : 0;
}

static const char *type_of(const struct errand *errand)
{
    if (!errand->file)
        return NULL;

    enum content_kind kind = route_get(errand->route)->body.kind;

    return kind == CONTENT_CSV    ? "text/csv"
           : kind == CONTENT_ICAL ? "text/calendar"
                                  : "audio/wav";
}

static int ask(struct errands *errands, struct session *session,
               const struct errand *errand, const char *body)
{
    char path[PATH_SIZE];
    struct waiting *waiting = &errands->waiting[errands->count];
    int rc = write_path(errand, path);

    if (rc < 0)
        return rc;

    struct client_request request = {
        .method = method_word(route_get(errand->route)->method),
        .path = path,
        .body = errand->file ? errand->file : body,
        .length = errand->file_length,
        .type = type_of(errand),
        .match = errand->match,
        .range = errand->range,
    };
    rc = session_ask(session, &request, &waiting->ticket);
    if (rc < 0)
        return rc;
    waiting->done = errand->done;
    waiting->owner = errand->owner;
    waiting->is_quiet = errand->is_quiet;
    waiting->is_sound = route_get(errand->route)->answer.kind == CONTENT_AUDIO;
    errands->count++;
    return 0;
}

int errands_send(struct errands *errands, struct session *session,
                 const struct errand *errand)
{
    assert(errands && session && errand);
    bool has_body = route_get(errand->route)->body.kind != CONTENT_NOTHING;
    char *body = errand->body ? value_print(errand->body, VALUE_COMPACT) : NULL;
    int rc = -EAGAIN;

    if (has_body && !body && !errand->file)
        rc = -ENOMEM;
    else if (errands->count < SESSION_MAX_ASKED)
        rc = ask(errands, session, errand, body);
    free(body);
    value_free(errand->body);
    return rc;
}

void errands_forget(struct errands *errands, const void *owner)
{
    for (size_t i = 0; i < errands->count; i++)
        if (errands->waiting[i].owner == owner) {
            errands->waiting[i].done = NULL;
            errands->waiting[i].owner = NULL;
        }
}

size_t errands_count(const struct errands *errands)
{
    return errands->count;
}

void errand_word_failure(int rc, enum language language,
                         struct safe_text *ret_complaint)
{
    const char *words;

    switch (rc) {
    case -ENOTCONN:
        words = lang_text(language, N_("The server cannot be reached. Nothing "
                                       "was done."));
        break;
    case -ECONNRESET:
        words = lang_text(language,
                          N_("The connection was lost. It may have been done: "
                             "look, before you repeat it."));
        break;
    case -ETIMEDOUT:
        words = lang_text(language, N_("No answer in time. It may have been "
                                       "done: look, before you repeat it."));
        break;
    case -EAGAIN:
        words = lang_text(language, N_("Too much waits for an answer. Try "
                                       "again in a moment."));
        break;
    default:
        words = failure_text(language, rc);
        break;
    }
    safe_text_copy(ret_complaint, words);
}

/* What the server begins with, and nobody needs to read: that it was refused
   can be seen. It may answer in another language than the screen's. */
static size_t needless_length(const char *detail)
{
    static const char *const heads[] = {
        N_("The request was refused"),
        N_("The body has a mistake"),
    };

    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            const char *head = lang_text((enum language)language, heads[i]);
            size_t length = strlen(head);

            if (strncmp(detail, head, length) == 0)
                return length;
        }
    return 0;
}

/* The reason behind the head, as in "The request was refused: Used by: vip". */
static const char *find_reason(const struct client_problem *problem)
{
    const char *rest = problem->detail + needless_length(problem->detail);

    if (strncmp(rest, ": ", 2) == 0)
        return rest + 2;
    return *rest || !problem->fix[0] ? problem->detail : "";
}

void errand_word_refusal(const struct client_problem *problem,
                         enum language language,
                         struct safe_text *ret_complaint)
{
    const char *reason = find_reason(problem);
    size_t length = strlen(reason);

    if (length == 0 && !problem->fix[0])
        safe_text_format(ret_complaint,
                         lang_text(language, N_("The server says %d.")),
                         problem->status);
    else if (length == 0)
        safe_text_copy(ret_complaint, problem->fix);
    else
        safe_text_format(ret_complaint, "%s%s%s%s", reason,
                         reason[length - 1] == '.' ? "" : ".",
                         problem->fix[0] ? " " : "", problem->fix);
}

/* Takes the row of a ticket out; false: it is not of this list. */
static bool find(struct errands *errands, uint64_t ticket,
                 struct waiting *ret_waiting)
{
    for (size_t i = 0; i < errands->count; i++)
        if (errands->waiting[i].ticket == ticket) {
            *ret_waiting = errands->waiting[i];
            errands->waiting[i] = errands->waiting[--errands->count];
            return true;
        }
    return false;
}

static void read_reply(const struct client_reply *reply, enum language language,
                       struct outcome *outcome, struct json_t **ret_value)
{
    outcome->is_done = reply->status < 300;
    if (!outcome->is_done) {
        client_problem_read(reply, &outcome->problem);
        errand_word_refusal(&outcome->problem, language, &outcome->complaint);
        if (value_parse(reply->body, reply->length, VALUE_MAX_LENGTH, ret_value,
                        NULL) == 0)
            outcome->refusal = *ret_value;
        return;
    }
    outcome->etag = reply->etag;
    if (reply->length == 0)
        return;
    if (value_parse(reply->body, reply->length, CLIENT_MAX_REPLY, ret_value,
                    NULL) == 0) {
        outcome->value = *ret_value;
        return;
    }
    outcome->is_done = false;
    outcome->rc = -EPROTO;
    safe_text_copy(
        &outcome->complaint,
        lang_text(language, N_("The answer cannot be understood. Is the "
                               "server of another release?")));
}

static void read_sound(const struct client_reply *reply,
                       struct outcome *outcome)
{
    outcome->is_done = true;
    outcome->etag = reply->etag;
    outcome->bytes = reply->body;
    outcome->length = reply->length;
}

bool errands_take(struct errands *errands, const struct session_news *news,
                  enum language language, struct safe_text *ret_complaint)
{
    assert(errands && news && news->kind == SESSION_NEWS_REPLY);
    struct waiting waiting;
    struct outcome outcome = { .rc = news->rc, .etag = "" };
    struct json_t *value = NULL;

    if (!find(errands, news->ticket, &waiting))
        return false;
    if (news->rc < 0)
        errand_word_failure(news->rc, language, &outcome.complaint);
    else if (waiting.is_sound && news->reply.status < 300)
        read_sound(&news->reply, &outcome);
    else
        read_reply(&news->reply, language, &outcome, &value);

    bool is_said =
        !outcome.is_done && !(waiting.is_quiet && waiting.done != NULL);
    if (is_said)
        *ret_complaint = outcome.complaint;
    if (waiting.done)
        waiting.done(waiting.owner, &outcome);
    value_free(value);
    return is_said;
}

uint64_t outcome_next(const struct outcome *outcome)
{
    assert(outcome);

    const char *next = value_get_text(outcome->value, "next");

    return next ? strtoull(next, NULL, 10) : 0;
}
