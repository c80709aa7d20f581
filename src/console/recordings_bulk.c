/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to all marked ones: asked once, with how many they are. */

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/bulk.h"
#include "console/recordings_inside.h"
#include "console/show.h"
#include "lang/format.h"
#include "tui/confirm.h"

static int compare_ids(const void *a, const void *b)
{
    uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;

    return (one > other) - (one < other);
}

static bool fits(enum bulk_kind kind, const struct shape_recording *recording)
{
    bool is_kept = recording->state == RECORDING_KEPT;

    return kind == BULK_EXPORT ? is_kept && recording->bytes > 0
                               : is_kept || recording->state == RECORDING_LOST;
}

static void add(struct marked *marked, const struct shape_recording *recording,
                enum bulk_kind kind, struct bulk_item *items)
{
    marked->count++;
    if (!fits(kind, recording))
        return;
    if (items)
        items[marked->fit] =
            (struct bulk_item){ recording->recording_id, recording->bytes };
    marked->fit++;
    marked->length_us += recording->length_us;
    marked->bytes += recording->bytes;
}

/* Marks of what is not in the list (any more) count for nothing. */
static int gather(const struct recordings *recordings, enum bulk_kind kind,
                  struct bulk_item *items, struct marked *ret_marked)
{
    size_t count = table_marked(recordings->table);
    uint64_t *ids = count > 0 ? malloc(count * sizeof(*ids)) : NULL;

    *ret_marked = (struct marked){ .count = 0 };
    if (count == 0)
        return 0;
    if (!ids)
        return -ENOMEM;
    memcpy(ids, table_marks(recordings->table), count * sizeof(*ids));
    qsort(ids, count, sizeof(*ids), compare_ids);
    for (size_t i = 0; i < shelf_count(recordings->shelf); i++) {
        const struct shelf_row *row = shelf_at(recordings->shelf, i);

        if (bsearch(&row->recording.recording_id, ids, count, sizeof(*ids),
                    compare_ids))
            add(ret_marked, &row->recording, kind, items);
    }
    free(ids);
    return 0;
}

void recordings_marked(const struct recordings *recordings, enum bulk_kind kind,
                       struct marked *ret_marked)
{
    (void)gather(recordings, kind, NULL, ret_marked);
}

void recordings_word_marked(const struct recordings *recordings,
                            const struct marked *marked,
                            struct safe_text *ret_text)
{
    const struct style *style = ui_style(recordings->program->ui);
    char megabytes[FORMAT_SIZE];
    struct safe_text count, span;

    show_count(style, (int64_t)marked->fit, &count);
    show_span(style, marked->length_us, &span);
    format_decimal(style->language, (marked->bytes + 50000) / 100000, 1,
                   megabytes, sizeof(megabytes));
    safe_text_format(ret_text,
                     /* TRANSLATORS: recordings, their length, their size */
                     P_(style->language, "%s recording, %s in all, %s MB",
                        "%s recordings, %s in all, %s MB", marked->fit),
                     count.text, span.text, megabytes);
}

/* What is asked about. */

static void drop_row(void *owner, uint64_t recording_id)
{
    const struct recordings *recordings = owner;

    shelf_drop(recordings->shelf, recording_id);
}

static void begin(struct recordings *recordings, enum bulk_kind kind)
{
    struct marked marked;
    struct bulk_item *items =
        calloc(table_marked(recordings->table) + 1, sizeof(*items));

    if (!items || gather(recordings, kind, items, &marked) < 0 ||
        marked.fit == 0) {
        free(items);
        return;
    }
    table_unmark(recordings->table);
    bulk_begin(recordings->program, kind, items, marked.fit,
               kind == BULK_DELETE ? drop_row : NULL, recordings);
}

static void answer_export(void *arg, bool is_yes)
{
    if (is_yes)
        begin(arg, BULK_EXPORT);
}

static void answer_deletion(void *arg, bool is_yes)
{
    if (is_yes)
        begin(arg, BULK_DELETE);
}

static void word_left_out(const struct recordings *recordings,
                          const struct marked *marked,
                          struct safe_text *ret_text)
{
    size_t left_out = marked->count - marked->fit;

    safe_text_format(ret_text,
                     P_(program_language(recordings->program),
                        "%d more is not whole yet, or is gone: left out.",
                        "%d more are not whole yet, or are gone: left out.",
                        left_out),
                     (int)left_out);
}

void recordings_ask_bulk(struct recordings *recordings, enum bulk_kind kind)
{
    bool is_deletion = kind == BULK_DELETE;
    struct marked marked;
    struct safe_text all, left_out;
    struct confirm confirm = {
        .title = is_deletion ? N_("Delete the marked recordings")
                             : N_("Export the marked recordings"),
        .lines = { all.text,
                   is_deletion
                       ? N_("Nobody will hear them again. x exports them "
                            "first.")
                       : N_("As recording-ID.wav, to where the console was "
                            "started.") },
        .yes = is_deletion ? N_("Delete") : N_("Export"),
        .answer = is_deletion ? answer_deletion : answer_export,
        .arg = recordings,
    };

    recordings_marked(recordings, kind, &marked);
    recordings_word_marked(recordings, &marked, &all);
    if (marked.count > marked.fit) {
        word_left_out(recordings, &marked, &left_out);
        confirm.lines[2] = left_out.text;
    }
    snprintf(recordings->subject, sizeof(recordings->subject), "%zu",
             marked.fit);
    if (is_deletion)
        confirm.name = recordings->subject;
    confirm_push(recordings->program->ui, &confirm);
}
