/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over the nodes, and one over what must hold for all of them. */

#include "core/flow_problem.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "core/condition.h"
#include "core/flow_circle.h"
#include "core/flow_claim.h"
#include "core/flow_heard.h"
#include "core/flow_type.h"
#include "core/language_question.h"

struct search {
    const struct state *floor;
    const struct prompt_shelf *shelf;
    const struct flow_program *program;
    struct flow_problem *problems;
    size_t room;
    size_t count;
    bool speaks[speech_count];
};

static void found(struct search *search, const struct flow_node *node,
                  const char *field, const char *says)
{
    struct flow_problem problem = { .says = says };

    if (node)
        problem.node = node->name;
    (void)snprintf(problem.field.text, sizeof(problem.field.text), "%s", field);
    if (search->count < search->room)
        search->problems[search->count] = problem;
    search->count++;
}

/* Not said, or said what flows of the type do not have. */
static void look_at_exit(struct search *search, const struct flow_node *node,
                         const char *place, int next)
{
    if (next == FLOW_EXIT_OPEN)
        found(search, node, place,
              N_("Say where this exit leads, or null: the flow hangs up."));
    else if (next == FLOW_EXIT_NONE &&
             !flow_type_may_hang_up(search->program->type))
        found(search, node, place,
              N_("Lead this exit somewhere: nobody is hung up on in flows of "
                 "this type but by a node."));
}

static void look_at_type(struct search *search, const struct flow_node *node)
{
    if (!flow_type_has(search->program->type, node->type))
        found(search, node, "type",
              N_("Take another node: flows of this type do not have it."));
}

static void look_at_exits(struct search *search, const struct flow_node *node)
{
    const struct node_rule *rule = node_rule(node->type);
    char place[FLOW_KEY_SIZE + 16];

    for (size_t i = 0; i < node->choice_count; i++) {
        (void)snprintf(place, sizeof(place), "choices.%s",
                       node->choices[i].key);
        look_at_exit(search, node, place, node->choices[i].next);
    }
    for (size_t i = 0; i < rule->exit_count; i++)
        if (!node_yields(node->type, rule->exits[i].exit) ||
            node->exits[rule->exits[i].exit] >= 0)
            look_at_exit(search, node, rule->exits[i].name,
                         node->exits[rule->exits[i].exit]);
    if (rule->choices != NO_CHOICES && node->choice_count == 0)
        found(search, node, "choices", N_("Give one choice at least."));
}

/* A setting that refers to a document: which kind, or -1. */
static int kind_of(const struct field *field)
{
    size_t length = strlen(field->name);

    if (field->kind != FIELD_ID || length < 4)
        return -1;
    for (int kind = 0; kind < document_kind_count; kind++) {
        const char *name = word_spell(&word_list_document_kind, kind);

        if (strlen(name) == length - 3 &&
            strncmp(name, field->name, length - 3) == 0)
            return kind;
    }

    return -1;
}

static void look_at_reference(struct search *search,
                              const struct flow_node *node,
                              const struct field *field, int kind)
{
    uint64_t id = (uint64_t)field_get_integer(field, &node->as);

    if (id == 0 && field->is_required)
        found(search, node, field->name, N_("Say which one it is."));
    else if (id && !state_document(search->floor, (enum document_kind)kind, id))
        found(search, node, field->name,
              N_("Choose another: this one is gone."));
}

static void look_at_settings(struct search *search,
                             const struct flow_node *node)
{
    const struct record *record = node_rule(node->type)->record;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        int kind = kind_of(field);

        if (kind >= 0)
            look_at_reference(search, node, field, kind);
        else if (!field_is_valid(field, &node->as))
            found(search, node, field->name,
                  N_("Give a value within the range."));
    }
}

/* Only a flow that a queue asks by knows which one it is. */
static void look_at_callback(struct search *search,
                             const struct flow_node *node)
{
    if (node->type == NODE_CALLBACK && node->as.callback_node.queue_id == 0 &&
        search->program->type != FLOW_TYPE_CALLBACK)
        found(search, node, "queue_id", N_("Say which one it is."));
}

/* Whether all that a condition names is there. */
static bool knows_all(const struct state *floor, const char *text)
{
    struct condition condition;

    if (condition_parse(text, &condition, NULL) < 0)
        return true;
    for (size_t i = 0; i < condition.node_count; i++) {
        enum document_kind kind;
        const char *name =
            condition_node_names(&condition, &condition.nodes[i], &kind);

        if (name && !state_document_named(floor, kind, name))
            return false;
    }

    return true;
}

static void look_at_condition(struct search *search,
                              const struct flow_node *node)
{
    if (node->type == NODE_IF &&
        !knows_all(search->floor, node->as.if_node.condition.text))
        found(search, node, "condition",
              N_("Name queues, calendars, caller lists and trunks that there "
                 "are."));
}

/* In no language is another problem than in some only. */
static void look_at_sound(struct search *search, const struct flow_node *node,
                          enum node_prompt which)
{
    const struct flow_prompt prompt = flow_node_prompt_at(node, which);
    const char *field = flow_prompt_setting(which);
    static const char *const says[speech_count] = {
        [SPEAKS_EN] = N_("Add the prompt in English: callers may hear it so."),
        [SPEAKS_ES] = N_("Add the prompt in Spanish: callers may hear it so."),
        [SPEAKS_CS] = N_("Add the prompt in Czech: callers may hear it so."),
    };

    if (!prompt_is_heard(search->floor, search->shelf, &prompt)) {
        found(search, node, field,
              N_("Choose another prompt, or make one of this name: none can be "
                 "heard."));
        return;
    }
    for (int i = 0; i < speech_count; i++)
        if (search->speaks[i] &&
            !prompt_is_heard_in(search->floor, search->shelf, &prompt,
                                (enum speech)i))
            found(search, node, field, says[i]);
}

static bool is_named(const struct flow_prompt *prompt)
{
    return prompt->id != 0 || prompt->name.text[0] != '\0';
}

static void look_at_prompt(struct search *search, const struct flow_node *node)
{
    const struct flow_prompt prompt = flow_node_prompt(node);
    bool is_said = flow_node_text(node, SPEAKS_EN)[0] != '\0';
    bool has_words = node_has_words(node->type) && !is_named(&prompt);

    if (!record_field(node_rule(node->type)->record, "prompt") || has_words)
        return;
    if (is_named(&prompt) == is_said)
        found(search, node, "prompt",
              N_("Name the prompt to be played, or write what is to be said, "
                 "and not both."));
    else if (!is_said &&
             (prompt.id == 0 || state_prompt(search->floor, prompt.id)))
        look_at_sound(search, node, NODE_PROMPT);
}

static void look_at_other_prompts(struct search *search,
                                  const struct flow_node *node)
{
    for (int i = NODE_PROMPT + 1; i < node_prompt_count; i++) {
        const struct flow_prompt prompt =
            flow_node_prompt_at(node, (enum node_prompt)i);

        if (is_named(&prompt))
            look_at_sound(search, node, (enum node_prompt)i);
    }
}

static void look_at_text(struct search *search, const struct flow_node *node)
{
    static const char *const says[speech_count] = {
        [SPEAKS_EN] = N_("Write the text in English: callers may hear it so."),
        [SPEAKS_ES] = N_("Write the text in Spanish: callers may hear it so."),
        [SPEAKS_CS] = N_("Write the text in Czech: callers may hear it so."),
    };

    if (node_has_words(node->type) ||
        (node->type != NODE_SAY && !flow_node_text(node, SPEAKS_EN)[0]))
        return;
    for (int i = 0; i < speech_count; i++) {
        const struct field *field = flow_text_field(node->type, (enum speech)i);

        if (search->speaks[i] && !field_get_text(field, &node->as)[0])
            found(search, node, field->name, says[i]);
    }
}

/* The house speaks what callers are greeted in, at some number of ours or by a
   rule. Whoever is sent on brings that language into any flow. */
static void speak_as_house(struct search *search)
{
    size_t entries = state_document_count(search->floor, DOCUMENT_ENTRY);
    size_t rules = state_document_count(search->floor, DOCUMENT_RULE);

    for (size_t i = 0; i < entries; i++) {
        const struct event_entry_set *entry =
            state_document_at(search->floor, DOCUMENT_ENTRY, i);

        search->speaks[entry->language] = true;
    }
    for (size_t i = 0; i < rules; i++) {
        const struct event_rule_set *rule =
            state_document_at(search->floor, DOCUMENT_RULE, i);

        search->speaks[SPEAKS_EN] |= rule->language == RULE_LANGUAGE_EN;
        search->speaks[SPEAKS_ES] |= rule->language == RULE_LANGUAGE_ES;
        search->speaks[SPEAKS_CS] |= rule->language == RULE_LANGUAGE_CS;
    }
}

static void speak_as_offered(struct search *search,
                             const struct node_ask_language *question)
{
    int language;

    for (int i = 0; (language = language_question_at(question, i)) >= 0; i++)
        search->speaks[language] = true;
}

/* ... and what the flow itself goes on in. */
static void find_languages(struct search *search)
{
    speak_as_house(search);
    for (size_t i = 0; i < search->program->node_count; i++) {
        const struct flow_node *node = &search->program->nodes[i];
        const struct node_language *language = &node->as.language_node;

        if (node->type == NODE_SET_LANGUAGE)
            search->speaks[node->as.set_language_node.language] = true;
        if (node->type == NODE_ASK_LANGUAGE)
            speak_as_offered(search, &node->as.ask_language_node);
        if (node->type != NODE_LANGUAGE)
            continue;
        search->speaks[SPEAKS_EN] |= language->en.text[0] != '\0';
        search->speaks[SPEAKS_ES] |= language->es.text[0] != '\0';
        search->speaks[SPEAKS_CS] |= language->cs.text[0] != '\0';
    }
}

size_t flow_problem_find(const struct state *floor,
                         const struct prompt_shelf *shelf,
                         const struct flow_program *program,
                         struct flow_problem *ret_problems, size_t room)
{
    assert(floor && program && (ret_problems || room == 0));

    struct search search = { floor, shelf, program,  ret_problems,
                             room,  0,     { false } };
    size_t node = 0;

    find_languages(&search);
    for (size_t i = 0; i < program->node_count; i++) {
        look_at_type(&search, &program->nodes[i]);
        look_at_exits(&search, &program->nodes[i]);
        look_at_settings(&search, &program->nodes[i]);
        look_at_callback(&search, &program->nodes[i]);
        look_at_condition(&search, &program->nodes[i]);
        look_at_prompt(&search, &program->nodes[i]);
        look_at_other_prompts(&search, &program->nodes[i]);
        look_at_text(&search, &program->nodes[i]);
    }

    const char *says = flow_circle_claim(program, true, &node);

    if (!says && search.count == 0)
        says = flow_broken_claim(program, &node);
    if (says)
        found(&search, &program->nodes[node], "", says);
    return search.count;
}
