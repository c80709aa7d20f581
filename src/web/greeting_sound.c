/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A greeting from a file: of the own box by whoever it belongs to. */

#include "web/box_greetings.h"

#include <string.h>

#include "web/inside.h"
#include "web/lookup.h"
#include "web/prompts.h"

/* As when it is recorded by phone. */
enum speech greetings_own_language(const struct exchange *exchange)
{
    const struct event_user_set *user =
        state_user(exchange_floor(exchange), exchange->asker.user_id);

    return user ? user->language : SPEAKS_EN;
}

/* Which one, and in which language: closed, or closed-es, as the prompts are
   called that become of it. */
static bool read_part(const struct exchange *exchange,
                      struct command_set_greeting *set)
{
    const char *part = exchange->match.parameters[1].text;
    const char *dash = strchr(part, '-');
    struct name word = { "" };
    size_t length = dash ? (size_t)(dash - part) : strlen(part);

    if (length >= sizeof(word.text))
        return false;
    memcpy(word.text, part, length);

    int greeting = word_find(&word_list_box_greeting, word.text);
    int language = dash ? word_find(&word_list_speech, dash + 1)
                        : (int)greetings_own_language(exchange);

    if (greeting < 0 || language < 0)
        return false;

    set->greeting = (enum box_greeting)greeting;
    set->language = (enum speech)language;
    return true;
}

/* The right is asked for before a worker has anything to do with the file. */
void greetings_upload(struct exchange *exchange)
{
    const struct event_box_set *box = lookup_document(exchange, DOCUMENT_BOX);
    struct event_prompt_set prompt = { 0 };
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_GREETING },
    };

    struct command_set_greeting *set = &request.command.as.set_greeting;

    if (!box)
        return;
    set->box_id = box->id;
    if (!read_part(exchange, set)) {
        lookup_refuse_name(exchange, exchange->match.parameters[1].text);
        return;
    }
    if (!greetings_may_set(exchange, box)) {
        exchange_refuse_right(exchange, NULL, PERMISSION_BOX_SET);
        return;
    }

    prompt.language = set->language;
    prompts_take(exchange, &prompt, &request);
}
