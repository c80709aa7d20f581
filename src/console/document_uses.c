/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup to be read. The server tells them: it reads flows and conditions. */

#include "console/document_uses.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "core/document_kind_word.h"
#include "tui/menu.h"
#include "wire/route.h"
#include "wire/value.h"

enum { USES_CELLS = 50, USES_SHOWN = 64 };

struct uses {
    int count;
    int more; /* for which there is no row */
    struct {
        int kind; /* enum document_kind; below 0: of a newer server */
        bool of_draft;
        struct safe_text name, node;
    } rows[USES_SHOWN];
};

int document_uses_route(enum document_kind kind)
{
    return kind == DOCUMENT_QUEUE ? ROUTE_QUEUE_USES : ROUTE_PROMPT_USES;
}

/* A prompt is used by another one that it is the text of. */
static const char *kind_text(int kind, bool of_draft)
{
    if (of_draft)
        return kind == DOCUMENT_FLOW ? N_("draft of the flow")
                                     : N_("rule in the draft");
    if (kind == DOCUMENT_PROMPT)
        return N_("translation");

    return kind < 0 ? "" : document_kind_word((enum document_kind)kind);
}

static int count_uses(const void *arg)
{
    const struct uses *uses = arg;

    return uses->count + (uses->more > 0);
}

static void show_use(const void *arg, int n, const struct style *style,
                     struct menu_item *ret_item)
{
    const struct uses *uses = arg;

    *ret_item = (struct menu_item){ .letter = '\0' };
    if (n == uses->count) {
        safe_text_format(&ret_item->label,
                         P_(style->language, "and %d more", "and %d more",
                            (unsigned long)uses->more),
                         uses->more);
        return;
    }
    safe_text_format(
        &ret_item->label, "%s: %s%s%s",
        lang_text(style->language,
                  kind_text(uses->rows[n].kind, uses->rows[n].of_draft)),
        uses->rows[n].name.text, uses->rows[n].node.text[0] ? " › " : "",
        uses->rows[n].node.text);
}

/* It is to be read. */
static void choose_use(void *arg, int n, uint32_t stroke)
{
    (void)arg;
    (void)n;
    (void)stroke;
}

static void take_text(const struct json_t *item, const char *key,
                      struct safe_text *ret_text)
{
    const char *text = value_get_text(item, key);

    safe_text_copy(ret_text, text ? text : "");
}

/* Those behind the room of a menu are counted in its last row. */
static struct uses *uses_new(const struct json_t *items)
{
    struct uses *uses = calloc(1, sizeof(*uses));
    size_t all = value_count(items);
    size_t shown = all > USES_SHOWN ? USES_SHOWN - 1 : all;

    for (size_t i = 0; uses && i < shown; i++) {
        const struct json_t *item = value_at(items, i);
        const char *kind = value_get_text(item, "kind");

        uses->rows[i].kind =
            kind ? word_find(&word_list_document_kind, kind) : -1;
        uses->rows[i].of_draft = value_get_flag(item, "of_draft");
        take_text(item, "name", &uses->rows[i].name);
        take_text(item, "node", &uses->rows[i].node);
    }
    if (uses) {
        uses->count = (int)shown;
        uses->more = (int)(all - shown);
    }
    return uses;
}

int document_uses_show(struct program *program, enum document_kind kind,
                       const struct json_t *items)
{
    assert(program);
    bool is_queue = kind == DOCUMENT_QUEUE;

    if (value_count(items) == 0) {
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, is_queue
                                         ? N_("Nothing leads to this queue.")
                                         : N_("Nothing plays this prompt.")));
        return 0;
    }
    struct uses *uses = uses_new(items);
    int rc = uses ? menu_push(program->ui,
                              &(struct menu){
                                  .title = is_queue ? N_("What leads here")
                                                    : N_("Used in"),
                                  .cells = USES_CELLS,
                                  .is_read = true,
                                  .count = count_uses,
                                  .item = show_use,
                                  .choose = choose_use,
                                  .free = free,
                                  .arg = uses,
                              })
                  : -ENOMEM;
    if (rc < 0)
        free(uses);
    return rc;
}
