/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of a node by language. */

#include "core/language_question.h"

#include <assert.h>
#include <stdio.h>

struct offer {
    const char *key;   /* "" without one */
    const char *own;   /* the node's words, or "" */
    const char *words; /* its key comes behind them */
};

/* In the language that is offered, whoever hears it: not to be translated. */
static struct offer offer_of(const struct node_ask_language *question,
                             enum speech language)
{
    const struct offer offers[speech_count] = {
        [SPEAKS_EN] = { question->key_en.text, question->text_en.text,
                        "For English, press" },
        [SPEAKS_ES] = { question->key_es.text, question->text_es.text,
                        "Para espa\u00f1ol, pulse" },
        [SPEAKS_CS] = { question->key_cs.text, question->text_cs.text,
                        "Pro \u010de\u0161tinu stiskn\u011bte" },
    };

    return offers[language];
}

int language_question_at(const struct node_ask_language *question, int64_t part)
{
    assert(question);

    for (int i = 0; i < speech_count; i++)
        if (offer_of(question, (enum speech)i).key[0] && part-- == 0)
            return i;

    return -1;
}

int language_question_chosen(const struct node_ask_language *question, char key)
{
    assert(question && key);

    for (int i = 0; i < speech_count; i++)
        if (offer_of(question, (enum speech)i).key[0] == key)
            return i;

    return -1;
}

void language_question_words(const struct node_ask_language *question,
                             enum speech language, struct note *ret_words)
{
    assert(question && (unsigned)language < speech_count && ret_words);

    const struct offer offer = offer_of(question, language);

    *ret_words = (struct note){ "" };
    if (offer.own[0])
        (void)snprintf(ret_words->text, sizeof(ret_words->text), "%s",
                       offer.own);
    else
        (void)snprintf(ret_words->text, sizeof(ret_words->text), "%s %s.",
                       offer.words, offer.key);
}

bool language_question_is_one(const struct node_ask_language *question)
{
    int count = 0;

    assert(question);
    for (int i = 0; i < speech_count; i++) {
        const char *key = offer_of(question, (enum speech)i).key;

        if (!key[0])
            continue;
        if (key[0] < '0' || key[0] > '9' ||
            language_question_chosen(question, key[0]) != i)
            return false;
        count++;
    }

    return count >= 2;
}
