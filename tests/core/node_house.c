/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nodes, by kind, and what they refer to. */

#include "tests/core/node_house.h"

#include <string.h>

#include "tests/test.h"

/* clang-format off */
/* What is not in this table is in no test of every kind, and fails them. */
static const struct flow_node kinds[node_type_count] = {
    [NODE_ANSWER] = { .name = { "node" } },
    [NODE_PLAY] = { .name = { "node" }, .as.play_node.prompt = { "welcome" } },
    [NODE_MENU] = { .name = { "node" },
                    .as.menu_node = { .barge_in = true, .prompt = { "menu" }, .wait_ms = 5000, .tries = 2 },
                    .choice_count = 1, .choices = { { "1", THE_REST } } },
    [NODE_SET_LANGUAGE] = { .name = { "node" }, .as.set_language_node.language = SPEAKS_ES },
    [NODE_QUEUE] = { .name = { "node" }, .as.queue_node = { .queue_id = HELP, .priority = 50 } },
    [NODE_HANG_UP] = { .name = { "node" } },
    [NODE_START] = { .name = { "node" } },
    [NODE_WAIT] = { .name = { "node" }, .as.wait_node.for_ms = 60000 },
    [NODE_SPLIT] = { .name = { "node" }, .as.split_node.percent = 100 },
    [NODE_COLLECT] = { .name = { "node" },
                       .as.collect_node = { .barge_in = true, .prompt = { "menu" }, .variable = { "pin" }, .min = 2, .max = 4,
                                            .end_key = { "#" }, .wait_ms = 5000, .between_ms = 3000, .tries = 2 } },
    [NODE_SET] = { .name = { "node" }, .as.set_node = { .variable = { "order" }, .value = { "7{{caller}}" } } },
    [NODE_SWITCH] = { .name = { "node" }, .as.switch_node.variable = { "language" },
                      .choice_count = 1, .choices = { { "en", THE_REST } } },
    [NODE_LOOP] = { .name = { "node" }, .as.loop_node = { .variable = { "times" }, .times = 2 } },
    [NODE_LANGUAGE] = { .name = { "node" }, .as.language_node = { .by_history = true, .cs = { "+420" } } },
    [NODE_PRIORITY] = { .name = { "node" }, .as.priority_node.priority = 5 },
    [NODE_TAG] = { .name = { "node" }, .as.tag_node.tag = { "gold" } },
    [NODE_RECORDING] = { .name = { "node" }, .as.recording_node.choice = RECORDING_ALWAYS },
    [NODE_SURVEY] = { .name = { "node" },
                      .as.survey_node = { .barge_in = true, .prompt = { "menu" }, .question = { "mark" }, .lowest = 1, .highest = 5,
                                          .wait_ms = 5000, .tries = 2 } },
    [NODE_SEND_DIGITS] = { .name = { "node" }, .as.send_digits_node.digits = { "12#" } },
    [NODE_SUB_FLOW] = { .name = { "node" }, .as.sub_flow_node.flow_id = DIRECT },
    [NODE_RETURN] = { .name = { "node" } },
    [NODE_IF] = { .name = { "node" }, .as.if_node.condition = { "caller in vip" } },
    [NODE_VOICEMAIL] = { .name = { "node" }, .as.voicemail_node.box_id = BOX },
    [NODE_LOOKUP] = { .name = { "node" }, .as.lookup_node.lookup_id = CRM },
    [NODE_CALLBACK] = { .name = { "node" }, .as.callback_node = { .queue_id = SALES, .priority = 50 } },
    [NODE_HOURS] = { .name = { "node" }, .as.hours_node.calendar_id = OFFICE },
    [NODE_CALLER_LIST] = { .name = { "node" }, .as.caller_list_node.caller_list_id = VIP },
    [NODE_TRANSFER] = { .name = { "node" }, .as.transfer_node = { .agent_id = ANN, .priority = 50 } },
    [NODE_SAY] = { .name = { "node" }, .as.say_node.text_en = { "Order {number:42}." } },
    [NODE_RECORD] = { .name = { "node" },
                      .as.record_node = { .variable = { "wish" }, .beep = true, .max_ms = 60000, .silence_ms = 5000,
                                          .min_ms = 1000, .end_key = { "#" } } },
    [NODE_ASK_LANGUAGE] = { .name = { "node" },
                            .as.ask_language_node = { .barge_in = true, .key_en = { "1" }, .key_es = { "2" }, .key_cs = { "3" },
                                                      .wait_ms = 5000, .tries = 2 } },
    [NODE_MAILBOX] = { .name = { "node" } },
};

static const struct command makes[] = {
    { COMMAND_SET_BOX, .as.set_box = { .name = { "box" }, .max_messages = 10, .min_ms = 1000, .max_ms = 60000,
                                       .keep_days = 30, .pin_tries = 5, .pin_lock_ms = 60000 } },
    { COMMAND_SET_CALENDAR, .as.set_calendar = { .name = { "office" }, .zone = { "UTC" },
                                                 .hours = { "thu 00:00-23:00" },
                                                 .holidays = { "12-25" } } },
    { COMMAND_SET_LOOKUP, .as.set_lookup = { .name = { "crm" }, .url = { "https://crm.example/{{caller}}" },
                                             .secret_header = { "Authorization" }, .values = { "level=level" },
                                             .within_ms = 3000 } },
    LOG_IN(ANN),
};
/* clang-format on */

const struct flow_node *node_of_kind(enum node_type type)
{
    static struct flow_node node;

    node = kinds[type];
    if (node.name.text[0] == '\0')
        fail_msg("no node of the kind %s in the house of all kinds",
                 word_spell(&word_list_node_type, (int)type));
    node.type = type;
    for (int i = 0; i < step_exit_count; i++)
        node.exits[i] = THE_REST;
    return &node;
}

static struct caller_list *the_list(void)
{
    struct caller_list *list = calloc(1, sizeof(*list) + sizeof(uint64_t));

    assert_non_null(list);
    list->count = 1;
    list->numbers[0] = UINT64_C(420777123);
    memset(list->digest, 'a', 64);
    return list;
}

static void add_list(struct story *story)
{
    struct caller_list *list = the_list();
    struct command set = { COMMAND_SET_CALLER_LIST,
                           .as.set_caller_list = { .name = { "vip" },
                                                   .numbers = 1 } };

    assert_int_equal(core_add_list(story->core, list), 0);
    memcpy(set.as.set_caller_list.digest.text, list->digest, 64);
    free(list);
    story_lead(story, &set, 1);
}

static void let_sales_call_back(struct story *story)
{
    struct command set = story_queue(story, SALES);

    set.as.set_queue.callback_numbers = (struct label){ "+420 1" };
    assert_int_equal(story_give(story, &set), 0);
}

static const struct flow_node part[] = {
    { .name = { "inside" },
      .type = NODE_WAIT,
      .as.wait_node.for_ms = 60000,
      .exits = { [STEP_DONE] = 1 } },
    { .name = { "back" }, .type = NODE_RETURN },
};

const struct flow_program *node_house_part(void)
{
    static struct flow_program program;

    program = (struct flow_program){ .node_count = ARRAY_LEN(part) };
    memcpy(program.nodes, part, sizeof(part));
    memset(program.digest.text, 'f', 64); /* as flow_of() has it */
    return &program;
}

struct rule_book *node_house_book(void)
{
    struct caller_list *list = the_list();
    struct rule_book *book = NULL;

    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_add_list(book, list), 0);
    free(list);
    return book;
}

void node_house_begin(struct story *story)
{
    struct command set;

    story_begin(story);
    story_lead(story, makes, ARRAY_LEN(makes));
    add_list(story);
    let_sales_call_back(story);
    set = flow_of(story, DIRECT, part, ARRAY_LEN(part));
    story_lead(story, &set, 1);
}

void node_house_lead_to(struct story *story, enum node_type type)
{
    static const struct command
        call = { COMMAND_CONTACT_ARRIVES,
                 .as.contact_arrives = {
                     1, TRUNK, 0, { "+420777123" }, { "" }, { "+4201" }, 0 } };
    static const struct command connected = CONNECTED;
    const struct flow_node nodes[] = { *node_of_kind(type), REST("rest") };
    struct command set;

    node_house_begin(story);
    set = flow_of(story, MAIN, nodes, ARRAY_LEN(nodes));
    story_lead(story, &set, 1);
    assert_int_equal(story_give(story, &call), 0);
    if (type == NODE_ANSWER)
        return;

    int rc = story_give(story, &connected);

    assert_true(rc == 0 || rc == REFUSED_NOT_ASKED);
}
