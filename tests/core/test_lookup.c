/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another machine is asked about a caller: texts, deadlines, and what follows. */

#include "core/lookup.h"

#include <errno.h>
#include <string.h>

#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

/* Texts. */

static const struct text_row {
    const char *says;
    bool (*is_good)(const char *text);
    const char *text;
    bool holds;
} text_rows[] = {
    { "an address by https", lookup_url_is_good, "https://crm.example/a?b=c",
      true },
    { "an address with a port and a value", lookup_url_is_good,
      "http://[::1]:8080/{{caller}}", true },
    { "a value right behind the host's query", lookup_url_is_good,
      "http://crm?n={{caller}}&m={{called}}", true },
    { "a file is no address", lookup_url_is_good, "file:///etc/passwd", false },
    { "nor is another protocol", lookup_url_is_good, "gopher://crm/", false },
    { "an address without a host", lookup_url_is_good, "https:///a", false },
    { "a host that the caller says", lookup_url_is_good, "https://{{caller}}/a",
      false },
    { "a user within an address", lookup_url_is_good,
      "https://ann:"
      "pw"
      "@crm.example/",
      false },
    { "a fragment", lookup_url_is_good, "https://crm.example/#a", false },
    { "a blank", lookup_url_is_good, "https://crm.example/a b", false },
    { "a line break", lookup_url_is_good, "https://crm.example/a\nb", false },
    { "braces that are not closed", lookup_url_is_good,
      "https://crm.example/{{caller", false },
    { "braces with nothing between", lookup_url_is_good,
      "https://crm.example/{{}}", false },
    { "single braces", lookup_url_is_good, "https://crm.example/{caller}",
      false },
    { "a header", lookup_header_is_good, "X-Tenant: 7", true },
    { "a header without a colon", lookup_header_is_good, "X-Tenant", false },
    { "a header with a second one", lookup_header_is_good, "X: 1\r\nY: 2",
      false },
    { "a header of HTTP's own", lookup_header_is_good, "Content-LENGTH: 3",
      false },
    { "the host", lookup_header_is_good, "Host: other", false },
    { "a header's name", lookup_header_name_is_good, "Authorization", true },
    { "a header's name with a value", lookup_header_name_is_good, "A: b",
      false },
    { "no name", lookup_header_name_is_good, "", false },
    { "a body of JSON", lookup_body_is_good, "{\"a\":{\"b\":\"{{caller}}\"}}",
      true },
    { "a body with open braces", lookup_body_is_good, "{\"a\":\"{{caller\"}",
      false },
};

static void texts_are_checked(void **state)
{
    const struct text_row *row = *state;

    assert_int_equal(row->is_good(row->text), row->holds);
}

static const struct values_row {
    const char *says;
    const char *text;
    size_t count; /* 0: refused */
} values_rows[] = {
    { "one value", "level=level", 1 },
    { "several, on lines", "level=customer.level\n  order=orders[0].number ",
      2 },
    { "a place in a list first", "name=[3].name", 1 },
    { "eight", "a=a b=b c=c d=d e=e f=f g=g h=h", 8 },
    { "nine", "a=a b=b c=c d=d e=e f=f g=g h=h i=i", 0 },
    { "none", " ", 0 },
    { "a name without a path", "level=", 0 },
    { "a path without a name", "=level", 0 },
    { "no sign between", "level", 0 },
    { "the same twice", "a=b a=c", 0 },
    { "what is there already", "caller=number", 0 },
    { "a name with capitals", "Level=level", 0 },
    { "a path that ends in a dot", "a=b.", 0 },
    { "a path that begins with one", "a=.b", 0 },
    { "an open bracket", "a=b[1", 0 },
    { "no number in brackets", "a=b[x]", 0 },
    { "a place far out", "a=b[12345]", 0 },
};

static void values_are_read(void **state)
{
    const struct values_row *row = *state;
    struct lookup_values values;

    assert_int_equal(lookup_values_read(row->text, &values), row->count > 0);
    if (row->count > 0)
        assert_int_equal(values.count, row->count);
}

static void a_path_is_walked_step_by_step(void **state)
{
    const char *path = "orders[12].number";
    struct name key;
    int64_t place;

    (void)state;
    assert_true(lookup_path_step(&path, &key, &place));
    assert_string_equal(key.text, "orders");
    assert_true(lookup_path_step(&path, &key, &place));
    assert_string_equal(key.text, "");
    assert_int_equal(place, 12);
    assert_true(lookup_path_step(&path, &key, &place));
    assert_string_equal(key.text, "number");
    assert_false(lookup_path_step(&path, &key, &place));
}

static void a_line_cannot_be_two(void **state)
{
    static const struct name level = { "level" };
    struct note values = { "" };
    const char *text = values.text;
    struct name name;
    struct label value;

    (void)state;
    assert_true(lookup_line_add(&values, &level, "gold\nadmin=yes\x1b[2J"));
    assert_true(lookup_line_take(&text, &name, &value));
    assert_string_equal(name.text, "level");
    assert_null(strchr(value.text, '\x1b'));
    assert_false(lookup_line_take(&text, &name, &value));
}

static void lines_end_where_there_is_no_room(void **state)
{
    static const struct name level = { "level" };
    struct note values = { "" };
    char longest[200];
    int count = 0;

    (void)state;
    memset(longest, 'x', sizeof(longest) - 1);
    longest[sizeof(longest) - 1] = '\0';
    while (lookup_line_add(&values, &level, longest))
        count++;
    assert_int_equal(count, 5); /* of 6 + 95 + 1 bytes, in 511 */
}

/* Documents. */

static struct command a_lookup(void)
{
    return (struct command){
        COMMAND_SET_LOOKUP,
        .as.set_lookup = { .name = { "crm" },
                           .url = { "https://crm.example/{{caller}}" },
                           .secret_header = { "Authorization" },
                           .values = { "level=level name=name" },
                           .within_ms = 3000 },
    };
}

/* ... that is there already, to be changed. */
static struct command the_lookup(void)
{
    struct command set = a_lookup();

    set.as.set_lookup.id = 1;
    set.as.set_lookup.version = 1;
    return set;
}

static void refused_lookups_change_nothing(void **state)
{
    struct story story;
    struct command set;

    (void)state;
    story_begin(&story);
    set = a_lookup();
    set.as.set_lookup.url = (struct note){ "ftp://crm.example/" };
    assert_int_equal(story_give(&story, &set), REFUSED_BAD_URL);
    set = a_lookup();
    set.as.set_lookup.body = (struct note){ "{}" };
    assert_int_equal(story_give(&story, &set), REFUSED_BAD_BODY);
    set.as.set_lookup.method = LOOKUP_POST;
    set.as.set_lookup.body = (struct note){ "{\"a\":\"{{b\"}" };
    assert_int_equal(story_give(&story, &set), REFUSED_BAD_BODY);
    set = a_lookup();
    set.as.set_lookup.header = (struct label){ "Host: x" };
    assert_int_equal(story_give(&story, &set), REFUSED_BAD_HEADER);
    set = a_lookup();
    set.as.set_lookup.secret_header = (struct label){ "Not a token" };
    assert_int_equal(story_give(&story, &set), REFUSED_BAD_SECRET_HEADER);
    set = a_lookup();
    set.as.set_lookup.values = (struct note){ "level" };
    assert_int_equal(story_give(&story, &set), REFUSED_BAD_VALUES);
    set = a_lookup();
    set.as.set_lookup.within_ms = 99;
    assert_int_equal(story_give(&story, &set), REFUSED_BAD_VALUE);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

/* A flow that asks. */

static const struct flow_node asking[] = {
    { .name = { "ask" },
      .type = NODE_LOOKUP,
      .as.lookup_node.lookup_id = 1,
      .exits = { [STEP_DONE] = 1,
                 [STEP_OTHER] = 2,
                 [STEP_TIMEOUT] = 3,
                 [STEP_ERROR] = 4 } },
    REST("found"),
    REST("unknown"),
    REST("late"),
    REST("broken"),
};

static void lead_into(struct story *story, const struct flow_node *nodes,
                      size_t count)
{
    static const struct command call = ARRIVES(1, "+4201");
    const struct command lookup = a_lookup();
    struct command set;

    story_begin(story);
    set = flow_of(story, MAIN, nodes, count);
    assert_int_equal(story_give(story, &set), REFUSED_NO_LOOKUP);
    story_lead(story, &lookup, 1);
    story_lead(story, &set, 1);
    assert_int_equal(story_give(story, &call), 0);
}

static const struct effect *last_effect(const struct story *story,
                                        enum effect_type type)
{
    for (size_t i = story->outbox.effect_count; i > 0; i--)
        if (story->outbox.effects[i - 1].type == type)
            return &story->outbox.effects[i - 1];

    return NULL;
}

static const char *asking_at(const struct story *story)
{
    const struct contact_row *contact = contact_of(story, 1);

    /* what is behind must be heard: the call is being answered */
    return contact->node >= 0        ? asking[contact->node].name.text
           : contact->next_node >= 0 ? asking[contact->next_node].name.text
                                     : "";
}

static const struct outcome_row {
    const char *says;
    enum lookup_outcome outcome;
    const char *place;
} outcome_rows[] = {
    { "what was found leads on", LOOKUP_FOUND, "found" },
    { "what is not known has a way of its own", LOOKUP_NOT_FOUND, "unknown" },
    { "so has silence", LOOKUP_TIMEOUT, "late" },
    { "a refusal is an error", LOOKUP_REFUSED, "broken" },
    { "nonsense is", LOOKUP_UNREADABLE, "broken" },
    { "no connection is", LOOKUP_UNREACHABLE, "broken" },
    { "a wrong certificate is", LOOKUP_UNTRUSTED, "broken" },
    { "a private address is", LOOKUP_FORBIDDEN, "broken" },
    { "a machine that is spared is", LOOKUP_SPARED, "broken" },
    { "too many at once is", LOOKUP_BUSY, "broken" },
    { "too long a question is", LOOKUP_TOO_LONG, "broken" },
};

static struct command answered(enum lookup_outcome outcome, const char *values)
{
    struct command command = { COMMAND_LOOKUP_ANSWERED,
                               .as.lookup_answered = {
                                   .serial = SERIAL_OF(EFFECT_LOOK_UP),
                                   .outcome = outcome,
                                   .status = 200 } };

    memcpy(command.as.lookup_answered.values.text, values, strlen(values));
    return command;
}

/* Leads to the node that asks, and answers it. */
static void lead_past(struct story *story, const struct command *answer)
{
    lead_into(story, asking, ARRAY_LEN(asking));
    assert_int_equal(story_give(story, answer), 0);
}

static void outcomes_lead(void **state)
{
    const struct outcome_row *row = *state;
    const struct command answer = answered(row->outcome, "");
    struct story story;

    lead_into(&story, asking, ARRAY_LEN(asking));
    assert_string_equal(asking_at(&story), "ask");
    assert_int_equal(story_give(&story, &answer), 0);
    assert_string_equal(asking_at(&story), row->place);
    assert_int_equal(state_run(core_state(story.core), 1)->lookup, 0);

    /* nobody waits for it twice */
    assert_int_equal(story_give(&story, &answer), REFUSED_NOT_ASKED);
    story_end(&story);
}

static void what_is_found_becomes_variables(void **state)
{
    const struct command answer =
        answered(LOOKUP_FOUND, "level=gold\nname=Jana Nov\xc3\xa1k\n");
    const struct variable_row *row;
    struct story story;

    (void)state;
    lead_past(&story, &answer);
    assert_int_equal(state_row_count(core_state(story.core), ROW_VARIABLE), 2);
    row = variable_of(&story, 0);
    assert_string_equal(row->name.text, "level");
    assert_string_equal(row->value.text, "gold");
    row = variable_of(&story, 1);
    assert_string_equal(row->name.text, "name");
    assert_int_equal(row->number, 2);
    story_end(&story);
}

static void nothing_is_kept_of_what_was_not_found(void **state)
{
    const struct command answer = answered(LOOKUP_REFUSED, "level=gold\n");
    struct story story;

    (void)state;
    lead_past(&story, &answer);
    assert_int_equal(state_row_count(core_state(story.core), ROW_VARIABLE), 0);
    story_end(&story);
}

static void a_broken_answer_is_refused(void **state)
{
    struct command answer = answered(LOOKUP_FOUND, "");
    struct story story;

    (void)state;
    lead_into(&story, asking, ARRAY_LEN(asking));
    answer.as.lookup_answered.status = 1000;
    assert_int_equal(story_give(&story, &answer), REFUSED_BAD_VALUE);
    answer = answered(LOOKUP_FOUND, "level=\x1b\n");
    assert_int_equal(story_give(&story, &answer), REFUSED_BAD_VALUE);
    assert_string_equal(asking_at(&story), "ask");
    story_end(&story);
}

static void silence_is_an_answer(void **state)
{
    const struct command late = answered(LOOKUP_FOUND, "level=gold\n");
    struct story story;

    (void)state;
    lead_into(&story, asking, ARRAY_LEN(asking));
    story_wait(&story, 3999000);
    assert_string_equal(asking_at(&story), "ask");
    story_wait(&story, 1000);
    assert_string_equal(asking_at(&story), "late");
    assert_int_equal(story_give(&story, &late), REFUSED_NOT_ASKED);
    story_end(&story);
}

static void who_hangs_up_meanwhile_is_gone(void **state)
{
    static const struct command hangs_up = CALLER_HANGS_UP(1);
    const struct command late = answered(LOOKUP_FOUND, "level=gold\n");
    struct story story;

    (void)state;
    lead_into(&story, asking, ARRAY_LEN(asking));
    assert_int_equal(story_give(&story, &hangs_up), 0);
    assert_int_equal(story_give(&story, &late), REFUSED_NOT_ASKED);
    story_end(&story);
}

static void a_lookup_in_use_is_not_removed(void **state)
{
    static const struct command remove = { COMMAND_REMOVE_LOOKUP,
                                           .as.remove_lookup = { 1, 1 } };
    static const struct command gone = { COMMAND_REMOVE_LOOKUP,
                                         .as.remove_lookup = { 2, 1 } };
    struct story story;

    (void)state;
    lead_into(&story, asking, ARRAY_LEN(asking));
    assert_int_equal(story_give(&story, &remove), REFUSED_IN_USE);
    assert_int_equal(story_give(&story, &gone), REFUSED_NO_LOOKUP);
    story_end(&story);
}

/* What is asked. */

static void values_are_escaped(void **state)
{
    const struct command answer =
        answered(LOOKUP_FOUND, "level=a&b=\"c\" \\d\n");
    struct command set = the_lookup();
    struct lookup_request request;
    struct story story;

    (void)state;
    lead_past(&story, &answer);
    set.as.set_lookup.method = LOOKUP_POST;
    set.as.set_lookup.url =
        (struct note){ "https://crm.example/{{caller}}?l={{level}}&x={{no}}" };
    set.as.set_lookup.body = (struct note){ "{\"level\":\"{{level}}\"}" };
    assert_int_equal(story_give(&story, &set), 0);
    assert_int_equal(core_fill_lookup(story.core, 1, 1, &request), 0);
    assert_string_equal(request.url, "https://crm.example/%2B420777"
                                     "?l=a%26b%3D%22c%22%20%5Cd&x=");
    assert_string_equal(request.body, "{\"level\":\"a&b=\\\"c\\\" \\\\d\"}");
    assert_int_equal(core_fill_lookup(story.core, 2, 1, &request), -ENOENT);
    assert_int_equal(core_fill_lookup(story.core, 1, 2, &request), -ENOENT);
    story_end(&story);
}

static void too_long_a_question_is_not_asked(void **state)
{
    char value[128] = "level=";
    struct command set = the_lookup();
    struct lookup_request request;
    struct command answer;
    struct story story;
    char *url = set.as.set_lookup.url.text;

    (void)state;
    memset(value + 6, '%', 95);
    value[101] = '\n';
    answer = answered(LOOKUP_FOUND, value);
    lead_past(&story, &answer);
    for (int i = 0; i < 8; i++) /* each becomes 285 bytes */
        strcat(url, "{{level}}");
    assert_int_equal(story_give(&story, &set), 0);
    assert_int_equal(core_fill_lookup(story.core, 1, 1, &request), -EMSGSIZE);
    story_end(&story);
}

static void a_value_of_dots_is_no_way_up(void **state)
{
    static const struct command answer = { COMMAND_LOOKUP_ANSWERED,
                                           .as.lookup_answered = {
                                               SERIAL_OF(EFFECT_LOOK_UP),
                                               LOOKUP_FOUND,
                                               200,
                                               { "level=..\nname=a..b\n" } } };
    struct command set = the_lookup();
    struct lookup_request request;
    struct story story;

    (void)state;
    lead_past(&story, &answer);
    set.as.set_lookup.url = (struct note){ "https://crm.example/{{name}}/x" };
    assert_int_equal(story_give(&story, &set), 0);
    assert_int_equal(core_fill_lookup(story.core, 1, 1, &request), 0);
    assert_string_equal(request.url, "https://crm.example/a..b/x");
    set.as.set_lookup.version = 2;
    set.as.set_lookup.url = (struct note){ "https://crm.example/{{level}}/x" };
    assert_int_equal(story_give(&story, &set), 0);
    assert_int_equal(core_fill_lookup(story.core, 1, 1, &request), -EMSGSIZE);
    story_end(&story);
}

/* The number that only a masked node knows is asked with, and told to nobody. */
static void what_is_masked_is_asked_with_and_not_told(void **state)
{
    static const struct flow_node nodes[] = {
        ASK_PIN(4, 1, FLOW_EXIT_NONE),
        { .name = { "ask" },
          .type = NODE_LOOKUP,
          .as.lookup_node.lookup_id = 1,
          .exits = { [STEP_DONE] = FLOW_EXIT_NONE,
                     [STEP_OTHER] = FLOW_EXIT_NONE,
                     [STEP_TIMEOUT] = FLOW_EXIT_NONE,
                     [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    static const struct command connected = CONNECTED;
    static char text[STORY_TEXT_SIZE];
    struct command set = the_lookup();
    struct lookup_request request;
    struct story story;

    (void)state;
    lead_into(&story, nodes, ARRAY_LEN(nodes));
    set.as.set_lookup.url = (struct note){ "https://crm.example/{{pin}}" };
    assert_int_equal(story_give(&story, &set), 0);
    assert_int_equal(story_give(&story, &connected), 0);
    outbox_clear(&story.outbox);
    press(&story, "8642");
    assert_non_null(last_effect(&story, EFFECT_LOOK_UP));
    assert_int_equal(core_fill_lookup(story.core, 1, 1, &request), 0);
    assert_string_equal(request.url, "https://crm.example/8642");
    story_text(&story.outbox, text);
    assert_null(strstr(text, "8642"));
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, texts_are_checked, text_rows);
    TEST_LIST_ADD_ROWS(&list, values_are_read, values_rows);
    TEST_LIST_ADD(&list, a_path_is_walked_step_by_step);
    TEST_LIST_ADD(&list, a_line_cannot_be_two);
    TEST_LIST_ADD(&list, lines_end_where_there_is_no_room);
    TEST_LIST_ADD(&list, refused_lookups_change_nothing);
    TEST_LIST_ADD_ROWS(&list, outcomes_lead, outcome_rows);
    TEST_LIST_ADD(&list, what_is_found_becomes_variables);
    TEST_LIST_ADD(&list, nothing_is_kept_of_what_was_not_found);
    TEST_LIST_ADD(&list, a_broken_answer_is_refused);
    TEST_LIST_ADD(&list, silence_is_an_answer);
    TEST_LIST_ADD(&list, who_hangs_up_meanwhile_is_gone);
    TEST_LIST_ADD(&list, a_lookup_in_use_is_not_removed);
    TEST_LIST_ADD(&list, values_are_escaped);
    TEST_LIST_ADD(&list, too_long_a_question_is_not_asked);
    TEST_LIST_ADD(&list, a_value_of_dots_is_no_way_up);
    TEST_LIST_ADD(&list, what_is_masked_is_asked_with_and_not_told);
    return test_list_run(&list);
}
