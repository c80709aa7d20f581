/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages from the rows of prompts; uses from the server, which reads the
   flows. */

#include "console/prompt_uses.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "tui/menu.h"
#include "wire/record_json.h"
#include "wire/shape.h"

enum { USES_CELLS = 50, USES_SHOWN = 64 };

/* Languages. */

static const struct event_prompt_set *prompt_at(const struct program *program,
                                                size_t n)
{
    return replica_at(program_rows(program), TOPIC_PROMPTS, n)->fields;
}

/* Itself or a translation, with words or a sound. */
static bool speaks(const struct program *program, uint64_t prompt_id,
                   enum speech language)
{
    size_t count = replica_count(program_rows(program), TOPIC_PROMPTS);

    for (size_t i = 0; i < count; i++) {
        const struct event_prompt_set *prompt = prompt_at(program, i);

        if ((prompt->id == prompt_id || prompt->prompt_id == prompt_id) &&
            prompt->language == language &&
            (prompt->text.text[0] || prompt->sound.text[0]))
            return true;
    }

    return false;
}

static bool is_translation(const struct program *program, uint64_t prompt_id)
{
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_PROMPTS, prompt_id);
    const struct event_prompt_set *prompt = row ? row->fields : NULL;

    return prompt && prompt->prompt_id;
}

int64_t prompt_missing(const struct program *program, uint64_t prompt_id)
{
    assert(program);
    int64_t missing = 0;

    if (is_translation(program, prompt_id))
        return -1;
    for (int language = 0; language < speech_count; language++)
        missing += !speaks(program, prompt_id, (enum speech)language);
    return missing;
}

void prompt_word_missing(const struct program *program, uint64_t prompt_id,
                         struct safe_text *ret_text)
{
    assert(program && ret_text);
    char codes[64] = "";
    int length = 0;

    for (int language = 0; language < speech_count; language++)
        if (!speaks(program, prompt_id, (enum speech)language))
            length += snprintf(codes + length, sizeof(codes) - (size_t)length,
                               "%s%s", length > 0 ? " " : "",
                               word_spell(&word_list_speech, language));
    safe_text_copy(ret_text, codes);
}

/* Uses. */

struct uses {
    int count;
    int more; /* for which there is no row */
    struct shape_prompt_use rows[USES_SHOWN];
};

static const char *kind_text(enum document_kind kind)
{
    switch (kind) {
    case DOCUMENT_FLOW:
        return N_("flow");
    case DOCUMENT_QUEUE:
        return N_("queue");
    case DOCUMENT_QUEUE_RULE:
        return N_("way out");
    case DOCUMENT_RULE:
        return N_("routing rule");
    case DOCUMENT_BOX:
        return N_("box");
    default:
        return N_("translation");
    }
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
    const struct shape_prompt_use *use = &uses->rows[n];
    struct safe_text name, node;

    *ret_item = (struct menu_item){ .letter = '\0' };
    if (n == uses->count) {
        safe_text_format(&ret_item->label,
                         P_(style->language, "and %d more", "and %d more",
                            (unsigned long)uses->more),
                         uses->more);
        return;
    }
    safe_text_copy(&name, use->name.text);
    safe_text_copy(&node, use->node.text);
    safe_text_format(&ret_item->label, "%s: %s%s%s",
                     lang_text(style->language, kind_text(use->kind)),
                     name.text, node.text[0] ? " › " : "", node.text);
}

/* It is to be read. */
static void choose_use(void *arg, int n, uint32_t stroke)
{
    (void)arg;
    (void)n;
    (void)stroke;
}

/* Those behind the room of a menu are counted in its last row. */
static struct uses *uses_new(const struct json_t *items)
{
    struct uses *uses = calloc(1, sizeof(*uses));
    size_t all = value_count(items);

    if (!uses)
        return NULL;
    for (size_t i = 0; i < all && uses->count < USES_SHOWN - (all > USES_SHOWN);
         i++)
        if (record_from_json(shape_record(SHAPE_PROMPT_USE), value_at(items, i),
                             MISSING_KEPT, &uses->rows[uses->count], NULL) == 0)
            uses->count++;
    uses->more = all > USES_SHOWN ? (int)all - uses->count : 0;
    return uses;
}

int prompt_uses_show(struct program *program, const struct json_t *items)
{
    assert(program);

    if (value_count(items) == 0) {
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("Nothing plays this prompt.")));
        return 0;
    }
    struct uses *uses = uses_new(items);
    int rc = uses ? menu_push(program->ui,
                              &(struct menu){
                                  .title = N_("Used in"),
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
