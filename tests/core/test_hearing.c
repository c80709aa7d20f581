/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What those who wait hear between the music, and what they are told. */

#include <string.h>

#include "core/estimate.h"
#include "tests/core/situation.h"
#include "tests/test.h"

enum { MAX_STEPS = 8 };

/* clang-format off */
#define JOIN(call) ARRIVES(call, "+42021")
#define SAID(failed) { COMMAND_PROMPT_ENDED, \
      .as.prompt_ended = { SERIAL_OF(EFFECT_SAY), failed } }
/* clang-format on */

/* What SALES plays and tells, in seconds. */
struct telling {
    const char *notice;
    const char *comfort;
    int64_t comfort_first_s;
    int64_t comfort_every_s;
    int64_t tell_first_s;
    int64_t place_s;
    int64_t wait_s;
};

/* A command, after so long; with a type that people cannot give: none. */
struct step {
    int64_t after_s;
    struct command command;
};
#define WAIT(seconds)                                                          \
    {                                                                          \
        seconds,                                                               \
        {                                                                      \
            .type = COMMAND_NOTE_SECRET, .as.note_secret = {                   \
                DOCUMENT_USER,                                                 \
                ROOT                                                           \
            }                                                                  \
        }                                                                      \
    }
#define NOW(...)                                                               \
    {                                                                          \
        0, __VA_ARGS__                                                         \
    }

static const struct telling comfort = { NULL, "comfort", 30, 60, 10, 0, 0 };
static const struct telling once = { NULL, "comfort", 30, 0, 10, 0, 0 };
static const struct telling place = { NULL, NULL, 30, 60, 10, 30, 0 };
static const struct telling wait_only = { NULL, NULL, 30, 60, 10, 0, 30 };
static const struct telling both = { NULL, NULL, 30, 60, 10, 30, 30 };
static const struct telling uneven = { NULL, NULL, 30, 60, 10, 30, 60 };
static const struct telling all = { NULL, "comfort", 10, 60, 10, 30, 30 };
static const struct telling hasty = { NULL, "comfort", 0, 1, 10, 0, 0 };
static const struct telling notice = { "notice", NULL, 30, 60, 10, 0, 0 };
static const struct telling silent = { NULL, NULL, 30, 60, 10, 0, 0 };

static const struct command set_up_call[] = { JOIN(1), CONNECTED };

static void set_queue(struct story *story, const struct telling *telling)
{
    struct command queue = story_queue(story, SALES);
    struct command_set_queue *c = &queue.as.set_queue;

    memset(&c->notice, 0, sizeof(c->notice));
    memset(&c->comfort, 0, sizeof(c->comfort));
    if (telling->notice)
        memcpy(c->notice.text, telling->notice, strlen(telling->notice));
    if (telling->comfort)
        memcpy(c->comfort.text, telling->comfort, strlen(telling->comfort));
    c->comfort_first_ms = telling->comfort_first_s * 1000;
    c->comfort_every_ms = telling->comfort_every_s * 1000;
    c->tell_first_ms = telling->tell_first_s * 1000;
    c->tell_place_ms = telling->place_s * 1000;
    c->tell_wait_ms = telling->wait_s * 1000;
    c->handling_ms = 120000;
    story_lead(story, &queue, 1);
}

/* The last step alone is in the outbox then. */
static void go(struct story *story, const struct step *steps, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        outbox_clear(&story->outbox);
        story_wait(story, steps[i].after_s * SECOND_US);
        if (steps[i].command.type != COMMAND_NOTE_SECRET)
            assert_int_equal(story_give(story, &steps[i].command), 0);
    }
}

static size_t count_steps(const struct step *steps)
{
    size_t count = 0;

    while (count < MAX_STEPS &&
           (steps[count].after_s || steps[count].command.as.start.wall_us ||
            steps[count].command.type != COMMAND_START))
        count++;

    return count;
}

static const struct hearing_row *heard_by(const struct story *story,
                                          uint64_t contact_id)
{
    return state_hearing(core_state(story->core), contact_id);
}

static const struct tell_row {
    const char *says;
    enum situation in;
    const struct telling *telling;
    struct step steps[MAX_STEPS];
    const char *wrote;
} tell_rows[] = {
    { "without settings nothing is planned",
      NOBODY_THERE,
      &silent,
      { NOW(JOIN(1)), NOW(CONNECTED) },
      "caller_connected step_began step_ended contact_queued +play_music" },
    { "what is to be told is planned when a contact joins",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)), NOW(CONNECTED) },
      "caller_connected step_began step_ended contact_queued hearing_planned "
      "+play_music" },
    { "a colleague who calls an agent is told nothing",
      BOTH_FREE,
      &all,
      { NOW(PHONE_CALLS(7, 1, "302")), NOW(CONNECTED) },
      "caller_connected contact_queued offer_made +ring_back" },
    { "the comfort prompt comes in its time",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(30) },
      "hearing_began +play" },
    { "... not sooner",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(29) },
      "" },
    { "behind it comes music",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(30), NOW(PROMPT_ENDS(false)) },
      "hearing_ended +play_music" },
    { "... also when it cannot be played",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(30), NOW(PROMPT_ENDS(true)) },
      "hearing_ended +play_music" },
    { "... and when nobody says that it ended",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(30), WAIT(600) },
      "hearing_ended +play_music" },
    { "it comes again so long after its end",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)),
        NOW(CONNECTED),
        WAIT(30),
        { 5, PROMPT_ENDS(false) },
        WAIT(60) },
      "hearing_began +play" },
    { "... not sooner",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)),
        NOW(CONNECTED),
        WAIT(30),
        { 5, PROMPT_ENDS(false) },
        WAIT(59) },
      "" },
    { "... or never, if it is only once",
      NOBODY_THERE,
      &once,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(30), NOW(PROMPT_ENDS(false)),
        WAIT(36000) },
      "" },
    { "some music is heard in between, however hasty the settings",
      NOBODY_THERE,
      &hasty,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(1), NOW(PROMPT_ENDS(true)),
        WAIT(4) },
      "" },
    { "... then it goes on",
      NOBODY_THERE,
      &hasty,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(1), NOW(PROMPT_ENDS(true)),
        WAIT(5) },
      "hearing_began +play" },
    { "the place is told",
      NOBODY_THERE,
      &place,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(10) },
      "hearing_began +say" },
    { "place and wait are told in one",
      TALKING,
      &both,
      { NOW(JOIN(2)), NOW(CONNECTED), WAIT(10) },
      "hearing_began +say" },
    { "... and again",
      TALKING,
      &both,
      { NOW(JOIN(2)), NOW(CONNECTED), WAIT(10), NOW(SAID(false)), WAIT(30) },
      "hearing_began +say" },
    { "of the wait nothing is said when nothing is known of it",
      NOBODY_THERE,
      &wait_only,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(10) },
      "hearing_planned" },
    { "... until there is",
      NOBODY_THERE,
      &wait_only,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(10), NOW(LOG_IN(ANN)),
        NOW(LOG_IN(BOB)), WAIT(30) },
      "hearing_planned" },
    { "comfort goes before place and wait, which follow at once",
      TALKING,
      &all,
      { NOW(JOIN(2)), NOW(CONNECTED), WAIT(10) },
      "hearing_began +play" },
    { "... with a moment's music, in which it is spoken",
      TALKING,
      &all,
      { NOW(JOIN(2)), NOW(CONNECTED), WAIT(10), NOW(PROMPT_ENDS(false)),
        WAIT(0) },
      "hearing_began +say" },
    { "an answer cuts it short",
      NOBODY_THERE,
      &comfort,
      { NOW(LOG_IN(ANN)), NOW(JOIN(1)), NOW(CONNECTED), WAIT(30),
        NOW(AVAILABLE(ANN)), NOW(ANSWERED(EFFECT_RING)) },
      "offer_taken queue_left +bridge" },
    { "who hangs up hears nothing more",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(30), NOW(CALLER_HANGS_UP(1)) },
      "queue_left contact_ended" },
    { "who is moved is told what the other queue tells: nothing",
      NOBODY_THERE,
      &comfort,
      { NOW(JOIN(1)), NOW(CONNECTED), NOW(MOVE(1, HELP, 50)), WAIT(59) },
      "" },
    { "the notice comes first",
      ANN_FREE,
      &notice,
      { NOW(JOIN(1)), NOW(CONNECTED) },
      "caller_connected step_began step_ended contact_queued hearing_began "
      "+play_music +play" },
    { "... and no agent is rung before its end",
      ANN_FREE,
      &notice,
      { NOW(JOIN(1)), NOW(CONNECTED), WAIT(20) },
      "" },
    { "... at which one is",
      ANN_FREE,
      &notice,
      { NOW(JOIN(1)), NOW(CONNECTED), NOW(PROMPT_ENDS(false)) },
      "hearing_ended offer_made +play_music +ring" },
    { "... also when it could not be played",
      ANN_FREE,
      &notice,
      { NOW(JOIN(1)), NOW(CONNECTED), NOW(PROMPT_ENDS(true)) },
      "hearing_ended offer_made +play_music +ring" },
    { "who has heard it is recorded",
      ANN_FREE,
      &notice,
      { NOW(JOIN(1)), NOW(CONNECTED), NOW(PROMPT_ENDS(false)),
        NOW(ANSWERED(EFFECT_RING)), NOW(BRIDGED_DRAWN(49)) },
      "talk_began recording_started +record" },
    { "... who has not is not",
      ANN_FREE,
      &notice,
      { NOW(JOIN(1)), NOW(CONNECTED), NOW(PROMPT_ENDS(true)),
        NOW(ANSWERED(EFFECT_RING)), NOW(BRIDGED_DRAWN(49)) },
      "talk_began recording_skipped" },
    { "... and who is called is, as without a notice",
      CALLED_OUT,
      &notice,
      { NOW(DIALLED_ANSWERS(50)), NOW(BRIDGED_DRAWN(49)) },
      "talk_began recording_started +record" },
};

static void tells(void **state)
{
    const struct tell_row *row = *state;
    char text[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, row->in);
    set_queue(&story, row->telling);
    go(&story, row->steps, count_steps(row->steps));
    story_summary(&story.outbox, text);
    assert_string_equal(text, row->wrote);
    story_end(&story);
}

static const struct effect *find(const struct story *story,
                                 enum effect_type type)
{
    for (size_t i = 0; i < story->outbox.effect_count; i++)
        if (story->outbox.effects[i].type == type)
            return &story->outbox.effects[i];

    fail_msg("no %s", effect_rule(type)->name);
    return NULL;
}

/* SALES with a comfort every minute; "" is none. */
static void set_comforts(struct story *story, const char *const names[4])
{
    struct command queue = story_queue(story, SALES);
    struct command_set_queue *c = &queue.as.set_queue;
    struct name *const places[] = { &c->comfort, &c->comfort2, &c->comfort3,
                                    &c->comfort4 };

    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        memset(places[i], 0, sizeof(*places[i]));
        memcpy(places[i]->text, names[i], strlen(names[i]));
    }
    c->comfort_first_ms = 60000;
    c->comfort_every_ms = 60000;
    story_lead(story, &queue, 1);
}

static const char *played(const struct story *story)
{
    const struct outbox *outbox = &story->outbox;

    return outbox->effect_count ? outbox->effects[0].prompt.text : "";
}

/* Those that there are, whichever place they have, and round again. */
static void comforts_come_in_turn(void **state)
{
    (void)state;
    static const char *const names[] = { "", "one", "", "two" };
    static const char *const one[] = { "only", "", "", "" };
    static const char *const turns[] = { "one", "two", "one" };
    static const struct command ends = PROMPT_ENDS(false);
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    set_comforts(&story, names);
    story_lead(&story, set_up_call, ARRAY_LEN(set_up_call));
    for (size_t i = 0; i < ARRAY_LEN(turns); i++) {
        outbox_clear(&story.outbox);
        story_wait(&story, 60 * (int64_t)SECOND_US);
        assert_string_equal(played(&story), turns[i]);
        story_lead(&story, &ends, 1);
    }
    set_comforts(&story, one);
    outbox_clear(&story.outbox);
    story_wait(&story, 60 * (int64_t)SECOND_US);
    assert_string_equal(played(&story), "only");
    story_end(&story);
}

static void says_place_and_wait(void **state)
{
    (void)state;
    static const struct step steps[] = { NOW(JOIN(2)), NOW(CONNECTED),
                                         NOW(JOIN(3)), NOW(CONNECTED),
                                         WAIT(10) };
    struct story story;

    /* Ann talks since now; a talk takes two minutes, and so does the one with
       whoever is before */
    story_begin_in(&story, TALKING);
    set_queue(&story, &both);
    go(&story, steps, ARRAY_LEN(steps));
    assert_int_equal(story.outbox.effect_count, 2);
    assert_string_equal(story.outbox.effects[0].text.text,
                        "{place:1} {wait:2}");
    assert_string_equal(story.outbox.effects[1].text.text,
                        "{place:2} {wait:4}");
    assert_int_equal(story.outbox.effects[1].language, SPEAKS_CS);
    assert_int_equal(heard_by(&story, 3)->told_us, (int64_t)230 * SECOND_US);
    story_end(&story);
}

static void tells_what_is_due_alone(void **state)
{
    (void)state;
    static const struct step steps[] = { NOW(JOIN(2)), NOW(CONNECTED), WAIT(10),
                                         NOW(SAID(false)), WAIT(30) };
    struct story story;

    story_begin_in(&story, TALKING);
    set_queue(&story, &uneven);
    go(&story, steps, ARRAY_LEN(steps));
    assert_string_equal(find(&story, EFFECT_SAY)->text.text, "{place:1}");
    story_end(&story);
}

/* The talk takes longer than the others did. */
static void does_not_tell_more_without_a_cause(void **state)
{
    (void)state;
    static const struct step first[] = { NOW(JOIN(2)), NOW(CONNECTED),
                                         WAIT(100), NOW(SAID(false)) };
    static const struct step second[] = { WAIT(30) };
    struct story story;
    int64_t told_us;

    story_begin_in(&story, TALKING);
    set_queue(&story, &(struct telling){ .tell_first_s = 100, .wait_s = 30 });
    go(&story, first, ARRAY_LEN(first));
    told_us = heard_by(&story, 2)->told_us;
    assert_int_equal(told_us, (int64_t)30 * SECOND_US);

    /* the estimate alone would be more: the mean is longer now */
    struct command queue = story_queue(&story, SALES);

    queue.as.set_queue.handling_ms = 1200000;
    story_lead(&story, &queue, 1);
    assert_true(estimate_rest_us(core_state(story.core), 2, story.now_us) >
                told_us);
    go(&story, second, ARRAY_LEN(second));
    assert_int_equal(heard_by(&story, 2)->told_us, told_us);
    story_end(&story);
}

/* Somebody with a better priority comes: that is a cause. */
static void tells_more_with_a_cause(void **state)
{
    (void)state;
    static const struct step first[] = {
        NOW(JOIN(2)),           NOW(CONNECTED), WAIT(10),
        NOW(SAID(false)),       NOW(JOIN(3)),   NOW(CONNECTED),
        NOW(PRIORITY(3, 1, 0)), WAIT(30)
    };
    struct story story;

    story_begin_in(&story, TALKING);
    set_queue(&story, &both);
    go(&story, first, ARRAY_LEN(first));
    assert_int_equal(heard_by(&story, 2)->told_place, 2);
    assert_int_equal(heard_by(&story, 2)->told_us, (int64_t)200 * SECOND_US);
    assert_int_equal(heard_by(&story, 2)->first_us, (int64_t)110 * SECOND_US);
    story_end(&story);
}

static void counts_what_it_was_off_by(void **state)
{
    (void)state;
    static const struct step steps[] = { NOW(JOIN(2)),
                                         NOW(CONNECTED),
                                         WAIT(10),
                                         { 40, CALLER_HANGS_UP(1) },
                                         NOW(GONE(EFFECT_RELEASE)),
                                         NOW(DISPOSE(ANN, SOLD, "")),
                                         NOW(ANSWERED(EFFECT_RING)) };
    struct story story;

    /* told 110 s after 10, answered after 40 more: 70 too long */
    story_begin_in(&story, TALKING);
    set_queue(&story, &both);
    go(&story, steps, ARRAY_LEN(steps));

    const struct tally_row *tally = state_tally(core_state(story.core), SALES);

    assert_int_equal(tally->told, 1);
    assert_int_equal(tally->told_off_us, (int64_t)70 * SECOND_US);
    assert_int_equal(tally->told_too_little, 0);
    assert_int_equal(tally->told_in_60, 0);
    assert_int_equal(tally->told_in_120, 1);
    assert_int_equal(tally->told_in_300, 1);
    assert_null(heard_by(&story, 2));
    story_end(&story);
}

/* A snapshot in the middle of an announcement goes on as the state does. */
static void is_in_a_snapshot(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, TALKING);
    set_queue(&story, &both);
    story_lead(&story, set_up_call, 1);
    story_lead(&story, &set_up_call[1], 1);
    story_wait(&story, (int64_t)10 * SECOND_US);

    struct state *copy = copy_of_state(core_state(story.core));

    assert_same_state(core_state(story.core), copy);
    assert_non_null(state_hearing(copy, 2));
    state_free(copy);
    story_end(&story);
}

/* Whoever rings somewhere is before nobody. */
static void does_not_wait_for_who_is_on_offer(void **state)
{
    (void)state;
    static const struct step steps[] = { NOW(JOIN(2)), NOW(CONNECTED) };
    struct story story;
    const struct state *core;

    story_begin_in(&story, RINGING);
    set_queue(&story, &silent);
    go(&story, steps, ARRAY_LEN(steps));
    core = core_state(story.core);
    assert_int_equal(estimate_rest_us(core, 1, story.now_us), 0);
    assert_int_equal(estimate_rest_us(core, 2, story.now_us),
                     (int64_t)120 * SECOND_US);
    assert_int_equal(estimate_rest_us(core, 99, story.now_us), 0);
    story_end(&story);
}

static void knows_who_plays_a_prompt(void **state)
{
    (void)state;
    static const struct command prompts[] = {
        { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "notice" } } },
        { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "comfort" } } },
    };
    static const struct command remove[] = {
        { COMMAND_REMOVE_PROMPT, .as.remove_prompt = { 1, 1 } },
        { COMMAND_REMOVE_PROMPT, .as.remove_prompt = { 2, 1 } },
    };
    struct story story;

    story_begin(&story);
    story_lead(&story, prompts, ARRAY_LEN(prompts));
    set_queue(&story,
              &(struct telling){ .notice = "notice", .comfort = "comfort" });
    assert_int_equal(story_give(&story, &remove[0]), REFUSED_IN_USE);
    assert_int_equal(story_give(&story, &remove[1]), REFUSED_IN_USE);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, tells, tell_rows);
    TEST_LIST_ADD(&list, comforts_come_in_turn);
    TEST_LIST_ADD(&list, says_place_and_wait);
    TEST_LIST_ADD(&list, tells_what_is_due_alone);
    TEST_LIST_ADD(&list, does_not_tell_more_without_a_cause);
    TEST_LIST_ADD(&list, tells_more_with_a_cause);
    TEST_LIST_ADD(&list, counts_what_it_was_off_by);
    TEST_LIST_ADD(&list, is_in_a_snapshot);
    TEST_LIST_ADD(&list, does_not_wait_for_who_is_on_offer);
    TEST_LIST_ADD(&list, knows_who_plays_a_prompt);
    return test_list_run(&list);
}
