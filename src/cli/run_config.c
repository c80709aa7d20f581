/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole configuration: export, diff, apply. */

#include "cli/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/arrangement.h"
#include "cli/arrangement_pair.h"
#include "cli/ask.h"
#include "cli/changes.h"
#include "cli/normal_form.h"
#include "cli/patience.h"
#include "core/command.h"

enum exit_code run_config_export(struct cli *cli, const struct call *call)
{
    struct arrangement all = { 0 };
    enum exit_code code = arrangement_fetch(cli, &all);

    (void)call;
    if (!code)
        code = arrangement_fetch_sounds(cli, &all);
    if (!code)
        code = arrangement_print(cli, &all);

    arrangement_done(&all);
    return code;
}

/* Doing one change. */

static enum route_id route_of(int part, enum change_kind kind)
{
    static const enum route_id routes[][4] = {
#define DOCUMENT(CODE, name, doc)                                              \
    [DOCUMENT_##CODE] = { ROUTE_##CODE##_CREATE, ROUTE_##CODE##_CHANGE,        \
                          ROUTE_##CODE##_REMOVE },
#include "core/document_names.def"
    };

    return routes[part][kind];
}

/* What a body is made into, and of what. */
struct copying {
    const struct record *record;
    struct json_t *body;
};

/* The API says "none" as 0. */
static int copy_member(void *arg, const char *key, const struct json_t *value)
{
    struct copying *copying = arg;
    const struct field *field = record_field(copying->record, key);
    const char *text = value_as_text(value);

    if (field && field->kind == FIELD_ID && text && !*text)
        return value_set_integer(copying->body, key, 0);

    return value_set(copying->body, key, value_share(value));
}

/* A flow's text travels as text. */
static int put_text(struct json_t *body)
{
    const struct json_t *text = value_get(body, "text");
    char *printed =
        value_is_object(text) ? value_print(text, VALUE_COMPACT) : NULL;
    int rc = printed ? value_set_text(body, "text", printed) : 0;

    free(printed);
    return rc;
}

static struct json_t *make_body(const struct change *change)
{
    enum document_kind kind = (enum document_kind)change->part;
    struct json_t *body = value_object();
    struct copying copying = { document_kind_info(kind)->record, body };
    int rc = value_each(change->after, copy_member, &copying);

    if (change->part == DOCUMENT_FLOW)
        rc |= put_text(body);
    if (change->part == DOCUMENT_QUEUE && change->kind == CHANGE_ADD) {
        value_remove(body, "overflow_to");
        value_remove(body, "overflow_id");
    }

    return rc ? value_free(body) : body;
}

/* Reads what is there now, for its ETag. If it is no longer what was compared,
   somebody was faster. */
static enum exit_code read_current(struct cli *cli, const struct change *change,
                                   struct answer *ret_answer)
{
    enum document_kind kind = (enum document_kind)change->part;
    struct ask request = {
        .route =
            ask_reading_route(route_get(route_of(change->part, CHANGE_SET))),
        .parameters = { change->name },
    };
    enum exit_code code = ask(cli, &request, ret_answer);

    if (code || !change->before || kind == DOCUMENT_FLOW)
        return code;

    struct json_t *now = normal_form_of_answer(
        cli, document_kind_info(kind)->record, ret_answer->value);
    bool same = changes_is_same(change->before, now);

    value_free(now);
    return same ? EXIT_DONE
                : cli_fail(cli, EXIT_STALE,
                           _("somebody changed it meanwhile; look at config "
                             "diff again"));
}

/* A sound that the file brings, and that the prompt does not have. */
static bool is_to_be_uploaded(const struct json_t *sounds,
                              const struct change *change)
{
    const char *sound = value_get_text(change->after, "sound");
    const char *before = value_get_text(change->before, "sound");

    return sound && *sound && (!before || strcmp(sound, before) != 0) &&
           value_get(sounds, sound);
}

static enum exit_code upload(struct cli *cli, const struct json_t *sounds,
                             const struct change *change, const char *match)
{
    struct ask request = { .route = route_get(ROUTE_PROMPT_UPLOAD),
                           .parameters = { change->name },
                           .match = match };
    struct answer answer = { 0 };
    char *bytes = NULL;
    enum exit_code code = EXIT_DONE;
    int rc = arrangement_sound(sounds, value_get_text(change->after, "sound"),
                               &bytes, &request.sound_length);

    request.sound = bytes;
    if (rc == -EBADMSG)
        code = cli_fail(cli, EXIT_USAGE, _("sounds: this is no base64"));
    else if (rc < 0)
        code = cli_no_memory(cli);
    else
        code = ask(cli, &request, &answer);

    answer_done(&answer);
    free(bytes);
    return code;
}

static enum exit_code apply_document(struct cli *cli,
                                     const struct json_t *sounds,
                                     const struct change *change)
{
    bool adds = change->kind == CHANGE_ADD;
    bool removes = change->kind == CHANGE_REMOVE;
    struct json_t *body = removes ? NULL : make_body(change);
    struct answer before = { 0 }, after = { 0 };
    bool uploads = body && change->part == DOCUMENT_PROMPT &&
                   is_to_be_uploaded(sounds, change);
    enum exit_code code = body || removes ? EXIT_DONE : cli_no_memory(cli);

    if (!code && !adds)
        code = read_current(cli, change, &before);

    struct ask request = {
        .route = route_get(route_of(change->part, change->kind)),
        .parameters = { adds ? NULL : change->name },
        .body = body,
        .match = adds ? NULL : before.reply.etag,
    };
    if (uploads)
        value_remove(body, "sound"); /* it is not there yet */
    if (!code)
        code = ask(cli, &request, &after);
    if (!code && uploads)
        code = upload(cli, sounds, change, after.reply.etag);

    answer_done(&after);
    answer_done(&before);
    value_free(body);
    return code;
}

/* Prompts above what the server takes within ten minutes are waited for. */
static enum exit_code apply(struct cli *cli, const struct json_t *sounds,
                            const struct changes *changes)
{
    enum exit_code code = EXIT_DONE;
    struct patience patience = { .left_s = PATIENCE_S, .all = changes->count };

    cli->patience = &patience;
    for (size_t i = 0; i < changes->count && !code; i++) {
        const struct change *change = &changes->list[i];

        patience.done = i;
        code = change->part >= document_kind_count
                   ? pair_apply(cli, change)
                   : apply_document(cli, sounds, change);
        if (code)
            cli_fail(cli, code,
                     _("%s %s: stopped here. What is told above was done; "
                       "correct this and apply again."),
                     arrangement_key(change->part), change->name);
        else
            change_print(cli, change);
    }
    cli->patience = NULL;

    return code;
}

static enum exit_code tell(struct cli *cli, const struct json_t *sounds,
                           const struct changes *changes)
{
    (void)sounds;
    for (size_t i = 0; i < changes->count; i++)
        change_print(cli, &changes->list[i]);

    return EXIT_DONE;
}

static enum exit_code compare(struct cli *cli, const struct call *call,
                              enum exit_code (*then)(struct cli *,
                                                     const struct json_t *,
                                                     const struct changes *))
{
    bool prune = call_option(call, "prune") != NULL;
    struct arrangement server = { 0 }, file = { 0 };
    struct changes changes = { 0 };
    enum exit_code code =
        arrangement_read(cli, call_argument(call, "file"), &file);

    if (!code)
        code = arrangement_fetch(cli, &server);
    if (!code && changes_find(&server, &file, prune, &changes))
        code = cli_no_memory(cli);
    if (!code)
        code = then(cli, file.sounds, &changes);

    changes_done(&changes);
    arrangement_done(&server);
    arrangement_done(&file);
    return code;
}

enum exit_code run_config_diff(struct cli *cli, const struct call *call)
{
    return compare(cli, call, tell);
}

enum exit_code run_config_apply(struct cli *cli, const struct call *call)
{
    bool dry = call_option(call, "dry-run") != NULL;

    return compare(cli, call, dry ? tell : apply);
}
