/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A greeting from a file: of the own box by whoever it belongs to. */

#include "web/box_greetings.h"

#include "web/inside.h"
#include "web/lookup.h"
#include "web/prompts.h"

/* As when it is recorded by phone. */
static enum speech language_of(const struct exchange *exchange)
{
    const struct event_user_set *user =
        state_user(exchange_floor(exchange), exchange->asker.user_id);

    return user ? user->language : SPEAKS_EN;
}

/* @return below 0: there is no such greeting, answered */
static int read_greeting(struct exchange *exchange)
{
    const char *word = exchange->match.parameters[1].text;
    int greeting = word_find(&word_list_box_greeting, word);

    if (greeting < 0)
        lookup_refuse_name(exchange, word);
    return greeting;
}

/* The right is asked for before a worker has anything to do with the file. */
void greetings_upload(struct exchange *exchange)
{
    const struct event_box_set *box = lookup_document(exchange, DOCUMENT_BOX);
    int greeting = box ? read_greeting(exchange) : -1;
    const struct event_prompt_set prompt = { .language =
                                                 language_of(exchange) };
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_GREETING },
    };

    if (greeting < 0)
        return;
    if (!greetings_may_set(exchange, box)) {
        exchange_refuse_right(exchange, NULL, PERMISSION_BOX_SET);
        return;
    }

    request.command.as.set_greeting = (struct command_set_greeting){
        .box_id = box->id,
        .greeting = (enum box_greeting)greeting,
        .language = prompt.language,
    };
    prompts_take(exchange, &prompt, &request);
}
