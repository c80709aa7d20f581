/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the robots saw. */

#include "robot/tally.h"

#include <inttypes.h>
#include <stdlib.h>

void tally_take(struct tally_span *span, int64_t took_us)
{
    if (span->count == TALLY_MAX_SAMPLES || took_us < 0)
        return;
    if (span->count == span->size) {
        size_t size = span->size ? 2 * span->size : 256;
        uint32_t *grown =
            realloc(span->samples_us, size * sizeof(*span->samples_us));

        if (!grown)
            return;
        span->samples_us = grown;
        span->size = size;
    }
    span->samples_us[span->count++] =
        took_us > UINT32_MAX ? UINT32_MAX : (uint32_t)took_us;
}

static int compare(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

uint32_t tally_quantile(struct tally_span *span, unsigned permille)
{
    if (span->count == 0)
        return 0;
    qsort(span->samples_us, span->count, sizeof(*span->samples_us), compare);
    return span->samples_us[(span->count * permille + 999) / 1000 - 1];
}

static void print_span(struct tally_span *span, const char *name, FILE *out)
{
    fprintf(
        out,
        ",\n  \"%s_us\": {\"count\": %zu, \"p50\": %" PRIu32
        ", \"p95\": %" PRIu32 ", \"p99\": %" PRIu32 ", \"max\": %" PRIu32 "}",
        name, span->count, tally_quantile(span, 500), tally_quantile(span, 950),
        tally_quantile(span, 990), tally_quantile(span, 1000));
}

void tally_print(struct tally *tally, FILE *out)
{
    const char *comma = "";

#define TALLY_COUNTER(name, says)                                              \
    fprintf(out, "%s\n  \"" #name "\": %" PRIu64, comma, tally->name);         \
    comma = ",";
    TALLY_COUNTERS(TALLY_COUNTER)
#undef TALLY_COUNTER
#define TALLY_SPAN(name, says) print_span(&tally->name, #name, out);
    TALLY_SPANS(TALLY_SPAN)
#undef TALLY_SPAN

    fprintf(out, ",\n  \"refused\": {");
    comma = "";
    for (int code = 0; code <= TALLY_MAX_CODE; code++)
        if (tally->refused[code] > 0) {
            fprintf(out, "%s\"%d\": %" PRIu64, comma, code,
                    tally->refused[code]);
            comma = ", ";
        }
    fprintf(out, "}");
}

void tally_done(struct tally *tally)
{
#define TALLY_SPAN(name, says) free(tally->name.samples_us);
    TALLY_SPANS(TALLY_SPAN)
#undef TALLY_SPAN
    *tally = (struct tally){ 0 };
}
