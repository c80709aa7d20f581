/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents: made, changed, found, removed, and what depends on them. */

#include "core/core.h"

#include <errno.h>
#include <string.h>

#include "core/library.h"
#include "core/state_search.h"
#include "tests/core/situation.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

#define SET_DEVICE(...)                                                        \
    {                                                                          \
        COMMAND_SET_DEVICE, .as.set_device = { __VA_ARGS__ }                   \
    }
#define SET_AGENT(...)                                                         \
    {                                                                          \
        COMMAND_SET_AGENT, .as.set_agent = { __VA_ARGS__ }                     \
    }

static const struct state *state_of(const struct story *story)
{
    return core_state(story->core);
}

static void gives_ids_and_versions(void **state)
{
    (void)state;
    static const struct command made = SET_DEVICE(.name = { "p3" });
    static const struct command changed =
        SET_DEVICE(.id = 3, .version = 1, .name = { "p4" });
    struct story story;
    uint64_t id = 0;

    story_begin(&story);
    assert_int_equal(
        core_apply(story.core, &made, story.now_us, &story.outbox, &id), 0);
    assert_int_equal(id, 3);
    assert_int_equal(state_device(state_of(&story), 3)->version, 1);
    assert_non_null(
        state_document_named(state_of(&story), DOCUMENT_DEVICE, "p3"));

    story_lead(&story, &changed, 1);
    assert_int_equal(state_device(state_of(&story), 3)->version, 2);
    assert_null(state_document_named(state_of(&story), DOCUMENT_DEVICE, "p3"));
    assert_ptr_equal(
        state_document_named(state_of(&story), DOCUMENT_DEVICE, "p4"),
        state_device(state_of(&story), 3));
    story_end(&story);
}

/* An id is never given twice, not even after the newest was removed. */
static void gives_no_id_twice(void **state)
{
    (void)state;
    static const struct command made = SET_DEVICE(.name = { "p3" });
    static const struct command removed = { COMMAND_REMOVE_DEVICE,
                                            .as.remove_device = { 3, 1 } };
    struct story story;
    uint64_t id = 0;

    story_begin(&story);
    story_lead(&story, &made, 1);
    story_lead(&story, &removed, 1);
    assert_null(state_device(state_of(&story), 3));
    assert_null(state_phone(state_of(&story), 3));
    assert_int_equal(
        core_apply(story.core, &made, story.now_us, &story.outbox, &id), 0);
    assert_int_equal(id, 4);
    story_end(&story);
}

static void numbers_reasons_of_people_after_its_own(void **state)
{
    (void)state;
    struct story story;

    story_begin(&story);
    assert_non_null(
        state_document(state_of(&story), DOCUMENT_PAUSE_REASON, 16));
    assert_int_equal(
        state_document_count(state_of(&story), DOCUMENT_PAUSE_REASON), 1);
    story_end(&story);
}

static void lists_documents_by_id(void **state)
{
    (void)state;
    struct story story;

    story_begin(&story);
    for (size_t i = 0; i < 3; i++) {
        const struct event_user_set *user =
            state_document_at(state_of(&story), DOCUMENT_USER, i);

        assert_int_equal(user->id, i + 1);
    }
    assert_null(state_document_at(state_of(&story), DOCUMENT_USER, 3));
    story_end(&story);
}

static void tells_who_is_whom(void **state)
{
    (void)state;
    static const struct command parted =
        SET_AGENT(.id = ANN, .version = 1, .name = { "ann" });
    struct story story;

    story_begin(&story);
    assert_int_equal(state_agent_of_user(state_of(&story), 2), ANN);
    assert_int_equal(state_agent_of_device(state_of(&story), 2), BOB);
    assert_int_equal(state_agent_of_user(state_of(&story), ROOT), 0);

    story_lead(&story, &parted, 1);
    assert_int_equal(state_agent_of_user(state_of(&story), 2), 0);
    assert_int_equal(state_agent_of_device(state_of(&story), 1), 0);
    story_end(&story);
}

/* Which entry serves a called number. */

static const struct entry_row {
    const char *says;
    uint64_t trunk_id;
    const char *called;
    const char *entry; /* NULL: none */
} entry_rows[] = {
    { "the number itself", 0, "+4201", "menu" },
    { "a beginning", 0, "+42021", "direct" },
    { "a beginning that is all of it", 0, "+4202", "direct" },
    { "the longer of two beginnings", 0, "+420299", "long" },
    { "the number itself before a beginning", 0, "+4202991", "exact" },
    { "a trunk's own entry before any trunk's", TRUNK, "+420299", "trunk" },
    { "of a trunk without an own one, any trunk's", 2, "+420299", "long" },
    { "a number that begins otherwise", 0, "+421", NULL },
    { "no number", 0, "", NULL },
    { "a number that is too short", 0, "+420", NULL },
    { "a number as long as any", 0, "+42021111111111111111111111111111111111",
      "direct" },
};

static void serves(void **state)
{
    const struct entry_row *row = *state;
    static const struct command entries[] = {
        { COMMAND_SET_ENTRY, .as.set_entry = { .name = { "long" },
                                               .number = { "+42029*" },
                                               .flow_id = MAIN } },
        { COMMAND_SET_ENTRY, .as.set_entry = { .name = { "exact" },
                                               .number = { "+4202991" },
                                               .flow_id = MAIN } },
        { COMMAND_SET_ENTRY, .as.set_entry = { .name = { "trunk" },
                                               .number = { "+42029*" },
                                               .trunk_id = TRUNK,
                                               .flow_id = MAIN } },
    };
    struct story story;

    story_begin(&story);
    story_lead(&story, entries, ARRAY_LEN(entries));

    const struct event_entry_set *entry =
        state_entry_for(state_of(&story), row->trunk_id, row->called);

    if (row->entry)
        assert_string_equal(entry->name.text, row->entry);
    else
        assert_null(entry);
    story_end(&story);
}

/* A catch-all serves whom nobody else serves, and those without number. */
static void serves_all_with_a_star(void **state)
{
    (void)state;
    static const struct command star = { COMMAND_SET_ENTRY,
                                         .as.set_entry = { .name = { "all" },
                                                           .number = { "*" },
                                                           .flow_id = MAIN } };
    struct story story;

    story_begin(&story);
    story_lead(&story, &star, 1);
    assert_string_equal(state_entry_for(state_of(&story), 0, "999")->name.text,
                        "all");
    assert_string_equal(state_entry_for(state_of(&story), 0, "")->name.text,
                        "all");
    assert_string_equal(
        state_entry_for(state_of(&story), 0, "+4201")->name.text, "menu");
    story_end(&story);
}

/* What depends on a document follows it. */

static void drops_assignments_with_their_agent(void **state)
{
    (void)state;
    static const struct command remove = { COMMAND_REMOVE_AGENT,
                                           .as.remove_agent = { BOB, 1 } };
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, BOB_FREE);
    assert_int_equal(story_give(&story, &remove), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "agent_state_changed agent_removed");
    assert_int_equal(state_row_count(state_of(&story), ROW_ASSIGNMENT), 1);
    assert_null(desk_of(&story, BOB));
    story_end(&story);
}

static void drops_assignments_with_their_queue(void **state)
{
    (void)state;
    static const struct command queue = {
        COMMAND_SET_QUEUE, .as.set_queue = { .name = { "night" },
                                             .max_waiting = 1,
                                             .ring_ms = 1000,
                                             .wrap_up_ms = 1000,
                                             .music = { "music" },
                                             .ring_more_ms = 1000,
                                             .weight = 1,
                                             .callback_tries = 1,
                                             .callback_retry_ms = 10000,
                                             .callback_expiry_ms = 60000,
                                             .service_level_ms = 1000 }
    };
    static const struct command assign = ASSIGN(ANN, 3, 1);
    static const struct command remove = { COMMAND_REMOVE_QUEUE,
                                           .as.remove_queue = { 3, 1 } };
    struct story story;

    story_begin(&story);
    story_lead(&story, &queue, 1);
    story_lead(&story, &assign, 1);
    assert_int_equal(state_row_count(state_of(&story), ROW_ASSIGNMENT), 4);
    story_lead(&story, &remove, 1);
    assert_int_equal(state_row_count(state_of(&story), ROW_ASSIGNMENT), 3);
    assert_null(state_tally(state_of(&story), 3));
    story_end(&story);
}

static void follows_the_agents_phone(void **state)
{
    (void)state;
    static const struct command new_phone[] = {
        SET_DEVICE(.name = { "p3" }),
        SET_AGENT(.id = ANN, .version = 1, .name = { "ann" }, .device_id = 3),
    };
    static const struct command seen = DEVICE_SEEN(3);
    struct story story;

    story_begin_in(&story, ANN_FREE);
    story_lead(&story, new_phone, ARRAY_LEN(new_phone));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    story_lead(&story, &seen, 1);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    story_end(&story);
}

/* Whoever changes another's state is named as the cause. */
static void tells_an_agent_from_a_supervisor(void **state)
{
    (void)state;
    struct command pause = PAUSE(ANN, LUNCH);
    struct story story;

    story_begin_in(&story, ANN_FREE);
    pause.by = ROOT;
    assert_int_equal(story_give(&story, &pause), 0);
    assert_int_equal(story.outbox.events[0].by, ROOT);
    assert_int_equal(story.outbox.events[0].as.agent_state_changed.cause,
                     STATE_BY_SUPERVISOR);
    story_end(&story);

    story_begin_in(&story, ANN_FREE);
    pause.by = 2;
    assert_int_equal(story_give(&story, &pause), 0);
    assert_int_equal(story.outbox.events[0].as.agent_state_changed.cause,
                     STATE_BY_AGENT);
    story_end(&story);
}

/* The flow that a contact is in stays as it was when it entered. */
static void pins_the_flow_of_a_contact(void **state)
{
    (void)state;
    struct command changed = { .type = COMMAND_SET_FLOW };
    static const struct command on = PROMPT_ENDS(false);
    struct story story;

    story_begin_in(&story, IN_PROMPT);
    memcpy(&changed.as, state_flow(state_of(&story), MAIN),
           sizeof(changed.as.set_flow));
    changed.as.set_flow.digest = story_program(DIRECT)->digest;
    story_lead(&story, &changed, 1);
    assert_int_equal(state_flow(state_of(&story), MAIN)->version, 2);

    story_lead(&story, &on, 1);
    assert_int_equal(state_run(core_state(story.core), 1)->flow_version, 1);
    assert_int_equal(contact_of(&story, 1)->node, 2);
    story_end(&story);
}

/* Snapshots that cannot be. */

static void refuses_a_bad_document(void **state)
{
    (void)state;
    struct event_queue_set queue;
    struct state *copy = NULL;
    struct story story;

    story_begin(&story);
    queue = *state_queue(state_of(&story), SALES);
    assert_int_equal(state_new(&copy), 0);

    queue.ring_ms = 0;
    assert_int_equal(state_load_document(copy, DOCUMENT_QUEUE, &queue),
                     -EBADMSG);
    queue.ring_ms = 1000;
    queue.id = 0;
    assert_int_equal(state_load_document(copy, DOCUMENT_QUEUE, &queue),
                     -EBADMSG);
    queue.id = 1;
    assert_int_equal(state_load_document(copy, DOCUMENT_QUEUE, &queue), 0);
    assert_int_equal(state_load_document(copy, DOCUMENT_QUEUE, &queue),
                     -EBADMSG);
    queue.id = 2; /* the same name */
    assert_int_equal(state_load_document(copy, DOCUMENT_QUEUE, &queue),
                     -EBADMSG);

    assert_int_equal(state_load_end(copy), -EBADMSG); /* has no tally */
    state_free(copy);
    story_end(&story);
}

static void refuses_a_bad_row(void **state)
{
    (void)state;
    struct desk_row desk = { .agent_id = 1 };
    struct assignment_row assignment = { .agent_id = 7,
                                         .queue_id = 7,
                                         .priority = 1 };
    struct state *copy = NULL;

    assert_int_equal(state_new(&copy), 0);
    desk.state = (enum agent_state)agent_state_count;
    assert_int_equal(state_load_row(copy, ROW_DESK, &desk), -EBADMSG);
    desk.state = AGENT_OFFLINE;
    assert_int_equal(state_load_row(copy, ROW_DESK, &desk), 0);
    assert_int_equal(state_load_row(copy, ROW_DESK, &desk), -EBADMSG);
    assert_int_equal(state_load_end(copy), -EBADMSG); /* a desk of nobody */
    state_free(copy);

    assert_int_equal(state_new(&copy), 0);
    assert_int_equal(state_load_row(copy, ROW_ASSIGNMENT, &assignment), 0);
    assert_int_equal(state_load_end(copy), -EBADMSG);
    state_free(copy);
}

/* A row that breaks a claim is found when all is loaded. */
static void refuses_rows_that_break_a_claim(void **state)
{
    (void)state;
    struct state *copy = NULL;
    struct story story;

    story_begin_in(&story, TALKING);
    assert_int_equal(state_new(&copy), 0);
    for (int kind = 0; kind < document_kind_count; kind++)
        for (size_t i = 0; i < state_document_count(state_of(&story),
                                                    (enum document_kind)kind);
             i++)
            assert_int_equal(
                state_load_document(copy, (enum document_kind)kind,
                                    state_document_at(state_of(&story),
                                                      (enum document_kind)kind,
                                                      i)),
                0);
    for (int kind = 0; kind < ROW_KIND_COUNT; kind++)
        for (size_t i = 0;
             kind != ROW_CONTACT &&
             i < state_row_count(state_of(&story), (enum row_kind)kind);
             i++)
            assert_int_equal(
                state_load_row(
                    copy, (enum row_kind)kind,
                    state_row_at(state_of(&story), (enum row_kind)kind, i)),
                0);

    /* Ann talks with a contact that is missing */
    assert_int_equal(state_load_end(copy), -EBADMSG);
    state_free(copy);
    story_end(&story);
}

static void tells_where_states_differ(void **state)
{
    (void)state;
    static const struct command pause = PAUSE(ANN, LUNCH);
    struct story story;

    story_begin_in(&story, ANN_FREE);

    struct state *before = copy_of_state(state_of(&story));

    assert_null(state_difference(before, state_of(&story)));
    story_lead(&story, &pause, 1);
    assert_string_equal(state_difference(before, state_of(&story)), "seq");
    state_free(before);
    story_end(&story);
}

/* Programs. */

static void refuses_a_program_that_cannot_be_run(void **state)
{
    (void)state;
    struct flow_program program = *story_program(DIRECT);
    struct story story;

    story_begin(&story);
    assert_int_equal(core_add_program(story.core, &program), 0);
    program.node_count = 0;
    assert_int_equal(core_add_program(story.core, &program), -EINVAL);
    story_end(&story);
}

static int add_programs(void)
{
    struct flow_program program = *story_program(DIRECT);
    struct library *library = NULL;
    int rc = library_new(&library);

    for (char c = 'a'; c <= 'f' && rc == 0; c++)
        for (char d = '0'; d <= '9' && rc == 0; d++) {
            program.digest.text[0] = c;
            program.digest.text[1] = d;
            rc = library_add(library, &program);
        }

    if (rc == 0) {
        assert_string_equal(
            library_find(library, program.digest.text)->digest.text,
            program.digest.text);
        program.digest.text[0] = '0';
        assert_null(library_find(library, program.digest.text));
    }

    library_free(library);
    return rc;
}

static void keeps_programs_or_runs_out_of_memory(void **state)
{
    (void)state;
    int before = live_blocks();
    int successes = 0;
    int rc;

    do {
        fail_alloc_after(successes++);
        rc = add_programs();
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_true(rc == 0 || rc == -ENOMEM);
        assert_int_equal(live_blocks(), before);
    } while (rc == -ENOMEM);

    assert_true(successes > 60);
}

/* A thousand decisions are a turn; what is left is due at once. */
static void takes_turns(void **state)
{
    (void)state;
    enum { MANY = 1500 };
    struct command queue;
    struct story story;

    story_begin(&story);
    queue = story_queue(&story, SALES);
    queue.as.set_queue.max_waiting = MANY;
    queue.as.set_queue.max_wait_ms = 60000;
    story_lead(&story, &queue, 1);
    for (uint64_t call = 1; call <= MANY; call++) {
        const struct command way[] = { ARRIVES(call, "+42021"), CONNECTED };

        for (size_t i = 0; i < ARRAY_LEN(way); i++)
            assert_int_equal(story_give(&story, &way[i]), 0);
        outbox_clear(&story.outbox);
    }

    story.now_us += 60 * SECOND_US;
    assert_int_equal(core_wake(story.core, story.now_us, &story.outbox), 0);
    assert_int_equal(story.outbox.event_count, 2 * 1000);
    assert_true(core_next_wake(story.core) <= story.now_us);
    assert_int_equal(core_wake(story.core, story.now_us, &story.outbox), 0);
    assert_int_equal(story.outbox.event_count, 2 * MANY);
    assert_true(core_next_wake(story.core) > story.now_us);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, gives_ids_and_versions);
    TEST_LIST_ADD(&list, gives_no_id_twice);
    TEST_LIST_ADD(&list, numbers_reasons_of_people_after_its_own);
    TEST_LIST_ADD(&list, lists_documents_by_id);
    TEST_LIST_ADD(&list, tells_who_is_whom);
    TEST_LIST_ADD_ROWS(&list, serves, entry_rows);
    TEST_LIST_ADD(&list, serves_all_with_a_star);
    TEST_LIST_ADD(&list, drops_assignments_with_their_agent);
    TEST_LIST_ADD(&list, drops_assignments_with_their_queue);
    TEST_LIST_ADD(&list, follows_the_agents_phone);
    TEST_LIST_ADD(&list, tells_an_agent_from_a_supervisor);
    TEST_LIST_ADD(&list, pins_the_flow_of_a_contact);
    TEST_LIST_ADD(&list, refuses_a_bad_document);
    TEST_LIST_ADD(&list, refuses_a_bad_row);
    TEST_LIST_ADD(&list, refuses_rows_that_break_a_claim);
    TEST_LIST_ADD(&list, tells_where_states_differ);
    TEST_LIST_ADD(&list, refuses_a_program_that_cannot_be_run);
    TEST_LIST_ADD(&list, keeps_programs_or_runs_out_of_memory);
    TEST_LIST_ADD(&list, takes_turns);
    return test_list_run(&list);
}
