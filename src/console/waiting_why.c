/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why nobody has taken the call yet, in words. */

#include <string.h>

#include "base/mark.h"
#include "console/candidate_words.h"
#include "console/waiting_inside.h"
#include "wire/record_json.h"

/* What is left of a time grows old: so often it is asked for again. */
static const int64_t AGAIN_US = 3000000;

/* The last one is of now, unless the call no longer waits. */
static void take_why(void *owner, const struct outcome *outcome)
{
    struct waiting_why *why = &((struct waiting *)owner)->why;
    const struct json_t *items = value_get(outcome->value, "items");
    size_t count = outcome->is_done ? value_count(items) : 0;
    struct shape_decision last = { .seq = 0 };

    why->is_asked = false;
    if (!outcome->is_done)
        return;
    if (count == 0 ||
        record_from_json(shape_record(SHAPE_DECISION),
                         value_at(items, count - 1), MISSING_KEPT, &last,
                         NULL) < 0 ||
        strcmp(last.event.text, "waiting") != 0)
        last = (struct shape_decision){ .seq = 0 };
    why->decision = last;
    why->is_told = true;
}

void waiting_ask_why(struct waiting *waiting, bool is_now)
{
    struct waiting_why *why = &waiting->why;
    const struct replica_row *row = waiting_selected(waiting);
    int64_t now_us = program_now_us(waiting->program);
    uint64_t id = row ? row->id : 0;

    if (id != why->contact_id)
        *why = (struct waiting_why){ .contact_id = id,
                                     .asked_us = now_us - AGAIN_US };
    if (!id || why->is_asked || !program_is_live(waiting->program) ||
        (!is_now && now_us - why->asked_us < AGAIN_US))
        return;
    errands_forget(waiting->program->errands, waiting);
    why->asked_us = now_us;
    why->is_asked = program_send(waiting->program,
                                 &(struct errand){ .route = ROUTE_CONTACT_WHY,
                                                   .id = id,
                                                   .done = take_why,
                                                   .owner = waiting,
                                                   .is_quiet = true });
}

/* What the server told stays so for a while: times go on from there. */
static int64_t left_us(const struct waiting *waiting,
                       const struct candidate *candidate)
{
    int64_t passed_us =
        program_since_us(waiting->program, waiting->why.asked_us);
    int64_t left_us = candidate->for_us - passed_us;

    return candidate->for_us < 0 ? -1 : left_us > 0 ? left_us : 0;
}

static const char *find_remark(const struct waiting *waiting,
                               const struct replica_row *row)
{
    const struct topic_contacts *contact = row ? row->fields : NULL;
    const struct waiting_why *why = &waiting->why;

    if (!contact)
        return "";
    if (contact->on_offer)
        return N_("It rings.");
    if (!why->is_told || !why->decision.event.text[0])
        return N_("Fetching...");
    if (why->decision.candidates.row_count == 0)
        return N_("Nobody serves this queue.");
    return NULL;
}

void waiting_draw_why(const struct waiting *waiting,
                      const struct surface *surface)
{
    const struct candidates *candidates = &waiting->why.decision.candidates;
    const struct replica_row *row =
        replica_find(program_rows(waiting->program), TOPIC_CONTACTS,
                     waiting->why.contact_id);
    const char *remark = find_remark(waiting, row);
    struct safe_text text;
    int at = 0;

    if (remark) {
        surface_words(surface, (struct place){ .row = 0, .column = 1 },
                      LOOK(DIM, 0),
                      *remark ? surface_say(surface, remark) : "");
        return;
    }
    for (uint32_t i = 0; i < candidates->row_count && at < surface->rows - 1;
         i++, at++) {
        candidate_word(waiting->program, &candidates->rows[i],
                       left_us(waiting, &candidates->rows[i]), &text);
        surface_text(surface, (struct place){ .row = at, .column = 1 },
                     LOOK(TEXT, 0), &text);
    }
    candidates_word_rest(waiting->program, candidates, &text);
    surface_text(surface, (struct place){ .row = at, .column = 1 },
                 LOOK(DIM, 0), &text);
}
