/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four greetings of each box that the asker hears. */

#include "web/box_greetings.h"

#include <string.h>

#include "core/greeting.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/prompts.h"
#include "web/spoken.h"
#include "web/team.h"
#include "web/voicemail_whose.h"
#include "wire/record_json.h"
#include "wire/shape.h"

bool greetings_may_set(const struct exchange *exchange,
                       const struct event_box_set *box)
{
    const struct asker *asker = &exchange->asker;
    bool is_own = asker->agent_id && box->agent_id == asker->agent_id;

    return is_own || (asker_may(asker, PERMISSION_BOX_SET, 0, 0) &&
                      team_has_document(asker, exchange_floor(exchange),
                                        DOCUMENT_BOX, box));
}

bool greetings_may_hear(const struct exchange *exchange,
                        const struct event_box_set *box)
{
    return voicemail_hears(&exchange->asker, exchange->match.route->permission,
                           exchange_floor(exchange), box->id, 0) ||
           greetings_may_set(exchange, box);
}

static uint64_t prompt_of(const struct event_box_set *box,
                          enum box_greeting greeting)
{
    struct event_box_set copy = *box;

    return *greeting_prompt_id(&copy, greeting);
}

/* The list. */

static void fill_prompt(const struct state *floor, const struct spoken *spoken,
                        struct shape_greeting *greeting)
{
    const struct event_prompt_set *prompt =
        state_prompt(floor, greeting->prompt_id);

    if (!prompt)
        return;
    greeting->prompt = prompt->name;
    greeting->text = prompt->text;
    greeting->language = prompt->language;
    greeting->en = spoken_has(spoken, prompt->id, SPEAKS_EN);
    greeting->es = spoken_has(spoken, prompt->id, SPEAKS_ES);
    greeting->cs = spoken_has(spoken, prompt->id, SPEAKS_CS);
}

static void fill_days(const struct exchange *exchange,
                      const struct event_box_set *box,
                      struct shape_greeting *greeting)
{
    const struct rule_book *book = exchange->web->book;
    int64_t wall_us =
        state_wall_us(exchange_floor(exchange), exchange_now_us(exchange));
    struct event_box_set copy = *box;
    const struct greeting_days days = greeting_days(&copy, greeting->greeting);

    greeting->from = *days.from;
    greeting->until = *days.until;
    greeting->rests =
        greeting->prompt_id &&
        !greeting_is_of_today(box, greeting->greeting, book, wall_us);
    if (greeting->greeting != GREETING_HOLIDAY)
        return;
    greeting->holiday_from = box->holiday_from;
    greeting->holiday_until = box->holiday_until;
    greeting->now = greeting_is_of_holiday(box, book, wall_us);
}

/* A box has all four, so that this numbers them, in the order of the boxes. */
static uint64_t row_id(uint64_t box_id, enum box_greeting which)
{
    return box_id * box_greeting_count + (uint64_t)which;
}

static void fill(const struct exchange *exchange, const struct spoken *spoken,
                 const struct event_box_set *box, struct shape_greeting *row)
{
    enum box_greeting which = row->greeting;

    *row = (struct shape_greeting){
        .id = row_id(box->id, which),
        .box_id = box->id,
        .box = box->name,
        .label = box->label,
        .label_es = box->label_es,
        .label_cs = box->label_cs,
        .greeting = which,
        .prompt_id = prompt_of(box, which),
        .own = greetings_may_set(exchange, box),
    };
    fill_prompt(exchange_floor(exchange), spoken, row);
    fill_days(exchange, box, row);
}

/* A page that is being gathered. */
struct greetings_page {
    const struct listing *listing;
    const struct spoken *spoken;
    struct json_t *items; /* NULL: no memory */
    uint64_t last;
    size_t shown;
    bool is_more;
};

/* @return whether to go on */
static bool add_box(const struct exchange *exchange,
                    struct greetings_page *page,
                    const struct event_box_set *box)
{
    for (int which = 0; which < box_greeting_count; which++) {
        struct shape_greeting row = { .greeting = (enum box_greeting)which };

        if (row_id(box->id, row.greeting) <= page->listing->cursor)
            continue;
        fill(exchange, page->spoken, box, &row);
        if (!filter_fits(&page->listing->filter, &row))
            continue;
        page->is_more = page->shown == page->listing->limit;
        if (page->is_more)
            return false;
        if (value_append(page->items,
                         record_to_json(shape_record(SHAPE_GREETING), &row,
                                        EVENT_WHOLE)) < 0)
            page->items = value_free(page->items);
        page->last = row.id;
        page->shown++;
    }
    return page->items != NULL;
}

/* Boxes before the cursor are passed by without being looked into. */
static void answer_page(struct exchange *exchange,
                        const struct listing *listing,
                        const struct spoken *spoken)
{
    const struct state *floor = exchange_floor(exchange);
    size_t boxes = state_document_count(floor, DOCUMENT_BOX);
    struct greetings_page page = { .listing = listing,
                                   .spoken = spoken,
                                   .items = value_list() };

    for (size_t i = 0; i < boxes; i++) {
        const struct event_box_set *box =
            state_document_at(floor, DOCUMENT_BOX, i);

        if (row_id(box->id, GREETING_HOLIDAY) > listing->cursor &&
            greetings_may_hear(exchange, box) && !add_box(exchange, &page, box))
            break;
    }
    listing_answer_items(exchange, page.items, page.is_more ? page.last : 0);
}

void greetings_list(struct exchange *exchange)
{
    struct spoken *spoken;
    struct listing listing;

    if (!listing_read(exchange, shape_record(SHAPE_GREETING), &listing))
        return;
    if (listing.sort) {
        listing_refuse_order(exchange, "");
        return;
    }

    spoken = spoken_new(exchange_floor(exchange));
    if (spoken)
        answer_page(exchange, &listing, spoken);
    else
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    spoken_free(spoken);
}

/* Changing. */

/* Reads what is asked about a box that the asker may change.
   @return NULL: answered */
static const struct event_box_set *find_own(struct exchange *exchange,
                                            enum shape_id shape,
                                            void *ret_asked)
{
    const struct event_box_set *box = lookup_document(exchange, DOCUMENT_BOX);

    if (!box || !lookup_body(exchange, shape_record(shape), NULL, ret_asked))
        return NULL;
    if (!greetings_may_set(exchange, box)) {
        exchange_refuse_right(exchange, NULL, PERMISSION_BOX_SET);
        return NULL;
    }
    return box;
}

static bool is_chosen(struct exchange *exchange,
                      const struct shape_greeting_chosen *asked)
{
    bool may_choose = asker_may(&exchange->asker, PERMISSION_BOX_SET, 0, 0);

    if (!asked->prompt_id || may_choose)
        return true;

    exchange_refuse_right(exchange, "prompt_id", PERMISSION_BOX_SET);
    return false;
}

void greetings_set(struct exchange *exchange)
{
    struct shape_greeting_chosen asked = { .greeting = GREETING_STANDARD };
    const struct event_box_set *box =
        find_own(exchange, SHAPE_GREETING_CHOSEN, &asked);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_GREETING },
    };
    struct event_prompt_set prompt = { .id = 0 };

    if (!box || !is_chosen(exchange, &asked))
        return;

    request.command.as.set_greeting = (struct command_set_greeting){
        .box_id = box->id,
        .greeting = asked.greeting,
        .prompt_id = asked.prompt_id,
        .language = asked.language,
        .text = asked.text,
    };
    if (!asked.text.text[0] || asked.prompt_id) {
        exchange_ask(exchange, &request, exchange_answer_done);
        return;
    }
    prompt.language = asked.language;
    prompt.text = asked.text;
    prompts_say(exchange, &prompt, &request);
}

void greetings_holiday(struct exchange *exchange)
{
    struct shape_holiday_days asked = { 0 };
    const struct event_box_set *box =
        find_own(exchange, SHAPE_HOLIDAY_DAYS, &asked);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_BOX },
    };

    if (!box)
        return;

    /* a command to set a document is that document */
    memcpy(&request.command.as.set_box, box, sizeof(*box));
    request.command.as.set_box.holiday_from = asked.holiday_from;
    request.command.as.set_box.holiday_until = asked.holiday_until;
    exchange_ask(exchange, &request, exchange_answer_done);
}

void greetings_days(struct exchange *exchange)
{
    struct shape_greeting_days asked = { .greeting = GREETING_STANDARD };
    const struct event_box_set *box =
        find_own(exchange, SHAPE_GREETING_DAYS, &asked);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_GREETING_DAYS },
    };

    if (!box)
        return;

    request.command.as.set_greeting_days =
        (struct command_set_greeting_days){ box->id, asked.greeting, asked.from,
                                            asked.until };
    exchange_ask(exchange, &request, exchange_answer_done);
}

/* Listening. */

/* Itself, or its translation; NULL: there is none. */
static const struct event_prompt_set *prompt_in(
    const struct state *floor, const struct event_prompt_set *prompt,
    enum speech language)
{
    if (prompt->language == language)
        return prompt;

    for (size_t i = 0; i < state_document_count(floor, DOCUMENT_PROMPT); i++) {
        const struct event_prompt_set *other =
            state_document_at(floor, DOCUMENT_PROMPT, i);

        if (other->prompt_id == prompt->id && other->language == language)
            return other;
    }

    return NULL;
}

void greetings_listen(struct exchange *exchange)
{
    const struct event_box_set *box = lookup_document(exchange, DOCUMENT_BOX);
    struct shape_greeting_spoken asked = { .greeting = GREETING_STANDARD };
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_LISTEN_TO_PROMPT },
    };

    if (!box || !lookup_body(exchange, shape_record(SHAPE_GREETING_SPOKEN),
                             NULL, &asked))
        return;
    if (!greetings_may_hear(exchange, box)) {
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
        return;
    }

    const struct event_prompt_set *prompt =
        state_prompt(exchange_floor(exchange), prompt_of(box, asked.greeting));

    if (prompt && value_get(exchange->value, "language"))
        prompt = prompt_in(exchange_floor(exchange), prompt, asked.language);
    if (!prompt || !spoken_is_there(prompt)) {
        exchange_refuse(exchange, PROBLEM_NO_SOUND);
        return;
    }
    request.command.as.listen_to_prompt.prompt_id = prompt->id;
    exchange_ask(exchange, &request, exchange_answer_done);
}
