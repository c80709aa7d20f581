/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings and messages: shown with their outline, fetched, deleted. */

#include "cli/run.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "cli/ask.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "cli/prompt.h"

enum {
    PIECE_BYTES = 8 * 1024 * 1024, /* below what an answer may have */
    NAME_SIZE = 64,
    COLUMNS = 60, /* of an outline */
    STEPS = 36,   /* of its characters, 0-9 a-z */
};

/* Showing one. */

static int step_of(char c)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    const char *at = c ? strchr(digits, c) : NULL;

    return at ? (int)(at - digits) : 0;
}

/* The loudest of those stretches that a column stands for. */
static int loudest_of(const char *peaks, size_t count, size_t column,
                      size_t columns)
{
    size_t from = column * count / columns;
    size_t end = (column + 1) * count / columns;
    int loudest = 0;

    for (size_t i = from; i < end || i == from; i++)
        if (step_of(peaks[i]) > loudest)
            loudest = step_of(peaks[i]);

    return loudest;
}

/* Eight heights; what is 50 dB below full scale or less is the lowest. */
static void print_outline(struct cli *cli, const char *who, const char *peaks)
{
    static const char *const heights[] = { "▁", "▂", "▃", "▄",
                                           "▅", "▆", "▇", "█" };
    enum { HEIGHTS = 8, QUIET = 10 };
    size_t count = peaks ? strlen(peaks) : 0;
    size_t columns = count < COLUMNS ? count : COLUMNS;

    if (count == 0)
        return;

    fprintf(cli->out, "%-10s ", who);
    for (size_t i = 0; i < columns; i++) {
        int step = loudest_of(peaks, count, i, columns) - QUIET;
        int height = step < 0 ? 0 : step * HEIGHTS / (STEPS - QUIET);

        fputs(heights[height], cli->out);
    }
    fputc('\n', cli->out);
}

/* As text they would say nothing to people. */
static struct json_t *take_peaks(struct json_t *recording, const char *key)
{
    struct json_t *peaks = value_share(value_get(recording, key));

    value_remove(recording, key);
    return peaks;
}

static enum exit_code print_recording(struct cli *cli,
                                      const struct record *record,
                                      struct json_t *recording)
{
    struct json_t *right = take_peaks(recording, "peaks_right");
    struct json_t *left = take_peaks(recording, "peaks_left");
    struct json_t *alone = take_peaks(recording, "peaks");
    enum exit_code code = listing_print_one(cli, record, recording);

    if (!code) {
        print_outline(cli, _("agent"), value_as_text(right));
        print_outline(cli, _("caller"), value_as_text(left));
        print_outline(cli, _("caller"), value_as_text(alone));
    }
    value_free(right);
    value_free(left);
    value_free(alone);
    return code;
}

enum exit_code run_recording_show(struct cli *cli, const struct call *call)
{
    char own[24];
    struct ask request = { 0 };
    struct answer answer = { 0 };
    enum exit_code code = ask_aim(cli, call, &request, own);

    if (!code)
        code = ask(cli, &request, &answer);
    if (!code && (cli->format != FORMAT_TABLE || cli->columns))
        code = listing_print_one(cli, content_record(request.route->answer),
                                 answer.value);
    else if (!code)
        code = print_recording(cli, content_record(request.route->answer),
                               answer.value);

    answer_done(&answer);
    return code;
}

/* Getting one. */

/* One piece from an offset on; the file never changes, so pieces fit. */
static enum exit_code get_piece(struct cli *cli, struct ask *request,
                                const struct output *target, int64_t *offset)
{
    char range[64];
    struct answer answer = { 0 };

    snprintf(range, sizeof(range), "bytes=%" PRId64 "-%" PRId64, *offset,
             *offset + PIECE_BYTES - 1);
    request->range = range;

    enum exit_code code = ask(cli, request, &answer);

    request->range = NULL;
    if (!code && (answer.reply.status != 206 || answer.reply.length == 0))
        code =
            cli_fail(cli, EXIT_SERVER,
                     _("%s: the answer cannot be understood. Is it cclited?"),
                     endpoint_name(&cli->settings.endpoint));
    if (!code)
        code =
            output_write(cli, target, answer.reply.body, answer.reply.length);
    if (!code)
        *offset += (int64_t)answer.reply.length;

    answer_done(&answer);
    return code;
}

enum exit_code run_recording_get(struct cli *cli, const struct call *call)
{
    char own[24];
    bool is_message = call->verb->route->id == ROUTE_VOICEMAIL_DOWNLOAD;
    const struct route *reading =
        route_get(is_message ? ROUTE_VOICEMAIL_READ : ROUTE_RECORDING_READ);
    struct ask look = { .route = reading,
                        .parameters = { call_argument(call, "id") } };
    struct ask request = { 0 };
    struct answer about = { 0 };
    struct output target = { .fd = -1 };
    const char *file = call_option(call, "output");
    char name[NAME_SIZE];
    int64_t offset = 0;
    enum exit_code code = ask(cli, &look, &about);
    int64_t bytes = value_get_integer(about.value, "bytes", 0);

    snprintf(name, sizeof(name), "%s-%s.wav",
             is_message ? "message" : "recording", call_argument(call, "id"));
    if (!code && bytes == 0)
        code = cli_fail(cli, EXIT_REFUSED,
                        _("there is no sound: the recording is not whole yet, "
                          "was lost, or was deleted"));
    if (!code)
        code = ask_aim(cli, call, &request, own);
    if (!code)
        code = output_open(cli, file ? file : name, &target);
    while (!code && offset < bytes)
        code = get_piece(cli, &request, &target, &offset);
    if (target.fd >= 0)
        code = output_close(cli, &target, code);

    answer_done(&about);
    return code;
}

/* Deleting one. */

enum exit_code run_recording_delete(struct cli *cli, const struct call *call)
{
    char own[24];
    struct ask request = { 0 };
    struct answer answer = { 0 };
    enum exit_code code =
        prompt_confirm(cli, call, _("Delete recording %s for good? [y/N] "),
                       call_argument(call, "id"));

    if (!code)
        code = ask_aim(cli, call, &request, own);
    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print_done(cli, request.route, answer.value);

    answer_done(&answer);
    return code;
}
