/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consoles that come and go: nobody there, no offers; and the talk lives. */

#include "core/core.h"

#include <errno.h>
#include <string.h>

#include "tests/core/situation.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

/* Whether an agent is attended, and whom the router may choose. */

static const struct console_row {
    const char *says;
    enum situation in;
    struct command command;
    const char *wrote;
    enum agent_state then;
    bool needs_console;
    enum verdict verdict;
} console_rows[] = {
    { "who never had a console needs none", ANN_FREE, AVAILABLE(BOB), NULL,
      AGENT_AVAILABLE, false, VERDICT_CHOSEN },
    { "a console makes its agent work there", ANN_FREE,
      CONSOLE(ANN, CONSOLE_ATTACHED), "console_changed", AGENT_AVAILABLE, true,
      VERDICT_CHOSEN },
    { "one that goes away takes its free agent away", AT_CONSOLE,
      CONSOLE(ANN, CONSOLE_NONE), "console_changed agent_state_changed",
      AGENT_UNAVAILABLE, true, VERDICT_UNATTENDED },
    { "so does one that stalls", AT_CONSOLE, CONSOLE(ANN, CONSOLE_STALLED),
      "console_changed agent_state_changed", AGENT_UNAVAILABLE, true,
      VERDICT_UNATTENDED },
    { "one that comes back brings its agent back", UNATTENDED,
      CONSOLE(ANN, CONSOLE_ATTACHED), "console_changed agent_state_changed",
      AGENT_AVAILABLE, true, VERDICT_CHOSEN },
    { "one that goes on does, too", STALLED, CONSOLE(ANN, CONSOLE_ATTACHED),
      "console_changed agent_state_changed", AGENT_AVAILABLE, true,
      VERDICT_CHOSEN },
    { "a paused agent stays paused without it", ANN_PAUSED,
      CONSOLE(ANN, CONSOLE_STALLED), "console_changed", AGENT_PAUSED, true,
      VERDICT_PAUSED },
    { "a talk lives without it", TALKING, CONSOLE(ANN, CONSOLE_STALLED),
      "console_changed", AGENT_TALKING, true, VERDICT_BUSY },
    { "an offer rings on without it", RINGING, CONSOLE(ANN, CONSOLE_STALLED),
      "console_changed", AGENT_OFFERED, true, VERDICT_BUSY },
    { "a phone that comes back is not enough", UNATTENDED, DEVICE_LOST(1),
      "device_unreachable", AGENT_UNAVAILABLE, true, VERDICT_UNREACHABLE },
    { "logging out needs no console any more", UNATTENDED, LOG_OUT(ANN),
      "agent_state_changed", AGENT_OFFLINE, false, VERDICT_OFFLINE },
    { "an agent who is ready by command works without one", UNATTENDED,
      AVAILABLE(ANN), "console_changed agent_state_changed", AGENT_AVAILABLE,
      false, VERDICT_CHOSEN },
    { "also while one is stalled", STALLED, AVAILABLE(ANN),
      "console_changed agent_state_changed", AGENT_AVAILABLE, false,
      VERDICT_CHOSEN },
    { "a pause by command says nothing about the console", UNATTENDED,
      PAUSE(ANN, LUNCH), "agent_state_changed", AGENT_PAUSED, true,
      VERDICT_PAUSED },
};

static void attends(void **state)
{
    const struct console_row *row = *state;
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, row->in);
    (void)story_give(&story, &row->command);
    story_summary(&story.outbox, wrote);

    if (row->wrote)
        assert_string_equal(wrote, row->wrote);
    assert_int_equal(desk_of(&story, ANN)->state, row->then);
    assert_int_equal(desk_of(&story, ANN)->needs_console, row->needs_console);
    assert_int_equal(state_verdict(core_state(story.core), ANN), row->verdict);
    story_end(&story);
}

/* What no row shows. */

static void gives_offers_again_on_coming_back(void **state)
{
    (void)state;
    static const struct command call[] = { ARRIVES(1, "+42021"), CONNECTED };
    static const struct command back = CONSOLE(ANN, CONSOLE_ATTACHED);
    struct story story;

    story_begin_in(&story, UNATTENDED);
    story_lead(&story, call, ARRAY_LEN(call));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    story_lead(&story, &back, 1);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    story_end(&story);
}

/* Lost in mid-call: afterwards there is no offer, until it is back. */
static void is_unavailable_after_a_talk_without_console(void **state)
{
    (void)state;
    static const struct command way[] = {
        CONSOLE(ANN, CONSOLE_ATTACHED), CONSOLE(ANN, CONSOLE_NONE),
        CALLER_HANGS_UP(1), GONE(EFFECT_RELEASE), DISPOSE(ANN, SOLD, "")
    };
    struct story story;

    story_begin_in(&story, TALKING);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    story_end(&story);
}

/* A phone that registers again does not stand for the person. */
static void waits_for_both_phone_and_console(void **state)
{
    (void)state;
    static const struct command away[] = { DEVICE_LOST(1), DEVICE_SEEN(1) };
    static const struct command back = CONSOLE(ANN, CONSOLE_ATTACHED);
    struct story story;

    story_begin_in(&story, UNATTENDED);
    story_lead(&story, away, ARRAY_LEN(away));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    story_lead(&story, &back, 1);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);

    static const struct command lost[] = { DEVICE_LOST(1),
                                           CONSOLE(ANN, CONSOLE_NONE),
                                           CONSOLE(ANN, CONSOLE_ATTACHED) };

    story_lead(&story, lost, ARRAY_LEN(lost));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    story_end(&story);
}

/* After a restart whoever worked at a console must be seen there again. */
static void waits_for_the_console_after_a_restart(void **state)
{
    (void)state;
    static const struct command restart = START(0);
    static const struct command call[] = { DEVICE_SEEN(1), ARRIVES(1, "+42021"),
                                           CONNECTED };
    static const struct command back = CONSOLE(ANN, CONSOLE_ATTACHED);
    struct story story;

    story_begin_in(&story, AT_CONSOLE);
    story_lead(&story, &restart, 1);
    assert_int_equal(desk_of(&story, ANN)->console, CONSOLE_NONE);
    story_lead(&story, call, ARRAY_LEN(call));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    assert_int_equal(state_verdict(core_state(story.core), ANN),
                     VERDICT_UNATTENDED);
    story_lead(&story, &back, 1);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    story_end(&story);
}

/* ... or says that it works without one. */
static void may_go_on_by_command_after_a_restart(void **state)
{
    (void)state;
    static const struct command way[] = { START(0), DEVICE_SEEN(1),
                                          AVAILABLE(ANN) };
    struct story story;

    story_begin_in(&story, AT_CONSOLE);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_false(desk_of(&story, ANN)->needs_console);
    assert_int_equal(state_verdict(core_state(story.core), ANN),
                     VERDICT_CHOSEN);
    story_end(&story);
}

/* Before the first log-in a console is no promise, and at it one is. */
static void counts_from_the_log_in(void **state)
{
    (void)state;
    static const struct command looked[] = { CONSOLE(ANN, CONSOLE_ATTACHED),
                                             CONSOLE(ANN, CONSOLE_NONE),
                                             LOG_IN(ANN), AVAILABLE(ANN) };
    static const struct command works[] = { LOG_OUT(ANN),
                                            CONSOLE(ANN, CONSOLE_ATTACHED),
                                            LOG_IN(ANN), AVAILABLE(ANN),
                                            CONSOLE(ANN, CONSOLE_NONE) };
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, looked, ARRAY_LEN(looked));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    assert_false(desk_of(&story, ANN)->needs_console);
    story_lead(&story, works, ARRAY_LEN(works));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    story_end(&story);
}

/* The reason why others were chosen, or nobody, is told. */
static void explains_the_missing_person(void **state)
{
    (void)state;
    static const struct command call[] = { ARRIVES(1, "+42021") };
    static const struct command connected = CONNECTED;
    struct story story;

    story_begin_in(&story, UNATTENDED);
    story_lead(&story, call, ARRAY_LEN(call));
    assert_int_equal(story_give(&story, &connected), 0);

    for (size_t i = 0; i < story.outbox.event_count; i++)
        if (story.outbox.events[i].type == EVENT_CONTACT_QUEUED)
            assert_int_equal(
                story.outbox.events[i]
                    .as.contact_queued.candidates.counts[VERDICT_UNATTENDED],
                1);
    story_end(&story);
}

/* Keys and mute, beyond the tables. */

static void keeps_masked_keys_out_of_the_journal(void **state)
{
    (void)state;
    static const struct command open = KEYS(ANN, "409#", false);
    static const struct command masked = KEYS(ANN, "1234", true);
    static char text[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, TALKING);
    assert_int_equal(story_give(&story, &open), 0);
    assert_string_equal(story.outbox.events[0].as.digits_sent.digits.text,
                        "409#");
    outbox_clear(&story.outbox);

    assert_int_equal(story_give(&story, &masked), 0);
    assert_string_equal(story.outbox.effects[0].digits.text, "1234");
    story.outbox.effect_count = 0;
    story_text(&story.outbox, text);
    assert_null(strstr(text, "1234"));
    assert_int_equal(story.outbox.events[0].as.digits_sent.count, 4);
    assert_int_equal(state_talk(core_state(story.core), 1)->digits_sent, 8);
    story_end(&story);
}

static void counts_the_keys_that_were_lost(void **state)
{
    (void)state;
    static const struct command way[] = { KEYS(ANN, "12", false),
                                          KEYS_LOST(1, 2) };
    static const struct command more = KEYS_LOST(1, 1);
    struct story story;

    story_begin_in(&story, TALKING);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(state_talk(core_state(story.core), 1)->digits_lost, 2);
    assert_int_equal(story_give(&story, &more), REFUSED_BAD_VALUE);
    story_end(&story);
}

static void knows_whose_sound_is_encrypted(void **state)
{
    (void)state;
    static const struct command both = ENCRYPTED(1, true, true);
    static const struct command caller = ENCRYPTED(1, true, false);
    static const struct command nobody = ENCRYPTED(9, true, true);
    static const struct command gone = HANG_UP(ANN);
    static char text[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, TALKING);
    assert_false(contact_of(&story, 1)->caller_encrypted);
    assert_false(contact_of(&story, 1)->agent_encrypted);
    assert_int_equal(story_give(&story, &both), 0);
    assert_int_equal(story_give(&story, &both), REFUSED_ALREADY_SO);
    story_summary(&story.outbox, text);
    assert_string_equal(text, "encryption_changed");
    assert_true(contact_of(&story, 1)->caller_encrypted);
    assert_true(contact_of(&story, 1)->agent_encrypted);

    story_lead(&story, &caller, 1);
    assert_true(contact_of(&story, 1)->caller_encrypted);
    assert_false(contact_of(&story, 1)->agent_encrypted);
    assert_int_equal(story_give(&story, &nobody), REFUSED_NO_CONTACT);
    story_lead(&story, &gone, 1);
    assert_int_equal(story_give(&story, &both), REFUSED_CONTACT_ENDED);
    story_end(&story);
}

static void unmutes_with_the_end_of_the_talk(void **state)
{
    (void)state;
    static const struct command way[] = { CALLER_HANGS_UP(1) };
    struct story story;

    story_begin_in(&story, MUTED);
    assert_true(desk_of(&story, ANN)->muted_since_us > 0);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, ANN)->muted_since_us, 0);
    story_end(&story);
}

/* Memory: a whole day at a console, with every allocation failing in turn. */

static const struct command day[] = {
    CONSOLE(ANN, CONSOLE_ATTACHED),
    LOG_IN(ANN),
    PAUSE(ANN, LUNCH),
    AVAILABLE(ANN),
    ARRIVES(1, "+42021"),
    CONNECTED,
    ANSWERED(EFFECT_RING),
    BRIDGED,
    MUTE(ANN),
    KEYS(ANN, "409#", false),
    KEYS_LOST(1, 1),
    NOTE(ANN, "in the talk"),
    UNMUTE(ANN),
    PAUSE(ANN, LUNCH),
    CANCEL_REQUEST(ANN),
    CONSOLE(ANN, CONSOLE_STALLED),
    CALLER_HANGS_UP(1),
    MORE_TIME(ANN),
    CONSOLE(ANN, CONSOLE_ATTACHED),
    DISPOSE_THEN(ANN, AFTER_PAUSED, LUNCH),
    LOG_OUT(ANN),
    CONSOLE(ANN, CONSOLE_NONE),
};

static int live_the_day(struct story *story)
{
    int rc = story_try_begin(story);

    for (size_t i = 0; i < ARRAY_LEN(day) && rc == 0; i++) {
        story->now_us += SECOND_US;
        rc = story_give(story, &day[i]);
    }

    return rc;
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    int before = live_blocks();
    int successes = 0;
    int rc;

    do {
        struct story story;

        fail_alloc_after(successes++);
        rc = live_the_day(&story);
        fail_alloc_after(FAIL_NO_ALLOC);
        story_end(&story);

        assert_true(rc == 0 || rc == -ENOMEM);
        assert_int_equal(live_blocks(), before);
    } while (rc == -ENOMEM);

    assert_true(successes > 20);
}

/* Whatever fails is done when it is given again, with the same journal. */
static void does_again_what_failed_for_memory(void **state)
{
    (void)state;
    static char once[STORY_TEXT_SIZE], again[STORY_TEXT_SIZE];
    struct story story;

    assert_int_equal(live_the_day(&story), 0);
    story_text(&story.outbox, once);
    story_end(&story);

    assert_int_equal(story_try_begin(&story), 0);
    for (size_t i = 0; i < ARRAY_LEN(day); i++) {
        story.now_us += SECOND_US;
        fail_alloc_after(0);
        int rc = story_give(&story, &day[i]);
        fail_alloc_after(FAIL_NO_ALLOC);

        if (rc == -ENOMEM)
            rc = story_give(&story, &day[i]);
        assert_int_equal(rc, 0);
        /* what memory was short for is left to the next wake */
        story_wait(&story, 0);
    }
    story_text(&story.outbox, again);
    assert_string_equal(once, again);
    story_end(&story);
}

/* From a snapshot, and from an erased journal, the same. */
static void recovers_what_is_new(void **state)
{
    (void)state;
    struct story story;
    struct core *recovered = NULL;

    assert_int_equal(live_the_day(&story), 0);
    assert_int_equal(core_new(&recovered), 0);
    for (size_t i = 0; i < story.outbox.event_count; i++)
        assert_int_equal(core_recover(recovered, &story.outbox.events[i]), 0);
    assert_same_state(core_state(recovered), core_state(story.core));

    struct state *copy = copy_of_state(core_state(story.core));

    assert_same_state(copy, core_state(story.core));
    state_free(copy);
    core_free(recovered);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, attends, console_rows);
    TEST_LIST_ADD(&list, gives_offers_again_on_coming_back);
    TEST_LIST_ADD(&list, is_unavailable_after_a_talk_without_console);
    TEST_LIST_ADD(&list, waits_for_both_phone_and_console);
    TEST_LIST_ADD(&list, waits_for_the_console_after_a_restart);
    TEST_LIST_ADD(&list, may_go_on_by_command_after_a_restart);
    TEST_LIST_ADD(&list, counts_from_the_log_in);
    TEST_LIST_ADD(&list, explains_the_missing_person);
    TEST_LIST_ADD(&list, keeps_masked_keys_out_of_the_journal);
    TEST_LIST_ADD(&list, counts_the_keys_that_were_lost);
    TEST_LIST_ADD(&list, knows_whose_sound_is_encrypted);
    TEST_LIST_ADD(&list, unmutes_with_the_end_of_the_talk);
    TEST_LIST_ADD(&list, survives_every_failed_allocation);
    TEST_LIST_ADD(&list, does_again_what_failed_for_memory);
    TEST_LIST_ADD(&list, recovers_what_is_new);
    return test_list_run(&list);
}
