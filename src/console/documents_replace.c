/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue that is in use goes once another one takes its place. */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/documents_inside.h"
#include "console/word.h"
#include "tui/menu.h"
#include "wire/moved.h"
#include "wire/value.h"

/* The queues that may take the place. */
struct heirs {
    struct documents *documents;
    uint64_t *ids;
    int count;
};

static int count_heirs(const void *arg)
{
    return ((const struct heirs *)arg)->count;
}

static void free_heirs(void *arg)
{
    struct heirs *heirs = arg;

    free(heirs->ids);
    free(heirs);
}

static const struct topic_queues *heir_at(const struct heirs *heirs, int n)
{
    const struct replica_row *row = replica_find(
        program_rows(heirs->documents->program), TOPIC_QUEUES, heirs->ids[n]);

    return row ? row->fields : NULL;
}

static void fill_heir(const void *arg, int n, const struct style *style,
                      struct menu_item *ret_item)
{
    const struct topic_queues *queue = heir_at(arg, n);

    *ret_item = (struct menu_item){ .letter = '\0' };
    if (!queue)
        return;
    word_name(&(struct word_names){ &queue->name, &queue->label,
                                    &queue->label_es, &queue->label_cs },
              style->language, &ret_item->label);
    safe_text_copy(&ret_item->note, queue->name.text);
}

static void choose_heir(void *arg, int n, uint32_t stroke)
{
    const struct heirs *heirs = arg;

    (void)stroke;
    documents_send_removal(heirs->documents, heirs->ids[n]);
}

static void gather(struct heirs *heirs)
{
    const struct replica *rows = program_rows(heirs->documents->program);
    size_t count = replica_count(rows, TOPIC_QUEUES);

    heirs->ids = calloc(count + 1, sizeof(heirs->ids[0]));
    for (size_t i = 0; i < count && heirs->ids; i++) {
        uint64_t id = replica_at(rows, TOPIC_QUEUES, i)->id;

        if (id != heirs->documents->removal.id)
            heirs->ids[heirs->count++] = id;
    }
}

bool documents_ask_heir(struct documents *documents,
                        const struct outcome *outcome)
{
    const struct removal *removal = &documents->removal;
    struct heirs *heirs;

    if (documents->list->kind != DOCUMENT_QUEUE || removal->heir_id ||
        strcmp(outcome->problem.code, "in_use") != 0)
        return false;

    heirs = calloc(1, sizeof(*heirs));
    if (!heirs)
        return false;
    heirs->documents = documents;
    gather(heirs);
    if (heirs->count == 0 ||
        menu_push(
            documents->program->ui,
            &(struct menu){
                .title = N_("What takes its place"),
                .hint = N_("Enter: it takes over all   Esc: the queue stays"),
                .cells = 60,
                .count = count_heirs,
                .item = fill_heir,
                .choose = choose_heir,
                .free = free_heirs,
                .arg = heirs }) < 0) {
        free_heirs(heirs);
        return false;
    }
    return true;
}

void documents_say_moved(struct documents *documents,
                         const struct json_t *answer)
{
    const struct program *program = documents->program;
    const struct json_t *moved = value_get(answer, "moved");
    const char *by = value_get_text(moved, "by");
    struct safe_text what;
    const struct moved_kind *kind;

    safe_text_copy(&what, "");
    for (size_t n = 0; (kind = moved_kind_at(n)); n++) {
        int64_t count = value_get_integer(moved, kind->field, 0);
        struct safe_text before = what;

        if (count > 0)
            safe_text_format(&what, "%s%s%s %" PRId64, before.text,
                             before.text[0] ? ", " : "",
                             program_text(program, kind->label), count);
    }
    if (!by || !what.text[0])
        ui_say(program->ui, SEVERITY_INFO,
               program_text(program, N_("%s is deleted.")),
               documents->removal.name);
    else
        ui_say(program->ui, SEVERITY_INFO,
               program_text(program, N_("%s is deleted. To %s went: %s")),
               documents->removal.name, by, what.text);
}
