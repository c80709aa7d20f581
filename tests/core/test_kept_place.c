/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who hangs up while waiting and calls again: whether the place is the same. */

#include <string.h>

#include "tests/core/callback_house.h"
#include "tests/test.h"

static const char MINE[] = "+420777";
static const char OTHERS[] = "+420778";

/* SALES keeps places for so long, and holds so many at most. */
static void keep_places(struct story *story, int64_t resume_s, int64_t room)
{
    struct command queue = story_queue(story, SALES);

    queue.as.set_queue.resume_ms = resume_s * 1000;
    queue.as.set_queue.max_waiting = room;
    story_lead(story, &queue, 1);
}

/* Somebody calls, and is led to SALES. */
static void come(struct story *story, uint64_t call, const char *number)
{
    const struct command connected = CONNECTED;
    struct command arrives = ARRIVES(call, "+42021");
    struct phone_number *caller = &arrives.as.contact_arrives.caller;

    memset(caller, 0, sizeof(*caller));
    memcpy(caller->text, number, strlen(number));
    LEAD(story, arrives);
    LEAD(story, connected);
}

/* Whose place who has just joined SALES has; 0: a new one. */
static uint64_t place_of(const struct story *story)
{
    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == EVENT_CONTACT_QUEUED)
            return story->outbox.events[i].as.contact_queued.resumed_id;

    return UINT64_MAX; /* nobody has */
}

static bool is_forgotten(const struct story *story)
{
    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == EVENT_PLACE_FORGOTTEN)
            return true;

    return false;
}

static const struct again_row {
    const char *says;
    int64_t resume_s;
    const char *number, *again;
    int64_t after_s;
    bool is_resumed;
    bool is_forgotten; /* meanwhile */
} again_rows[] = {
    { "who calls again in time has the place", 60, MINE, MINE, 59, true,
      false },
    { "who calls too late has a new one", 60, MINE, MINE, 61, false, true },
    { "another number has a new one", 60, MINE, OTHERS, 10, false, false },
    { "a number that is withheld is nobody's", 60, "", "", 10, false, false },
    { "... nor does who withholds it now have one", 60, MINE, "", 10, false,
      false },
    { "where no places are kept there are none", 0, MINE, MINE, 1, false,
      false },
};

static void calls_again(void **state)
{
    const struct again_row *row = *state;
    struct story story;
    int64_t since_us;

    callback_house_begin(&story);
    keep_places(&story, row->resume_s, 20);
    come(&story, 1, row->number);
    since_us = contact_of(&story, 1)->queued_us;
    LEAD(&story, WAIT(30), CALLER_HANGS_UP(1));
    LEAD(&story, WAIT(row->after_s));
    assert_int_equal(is_forgotten(&story), row->is_forgotten);
    come(&story, 2, row->again);
    assert_int_equal(place_of(&story), row->is_resumed ? 1 : 0);
    assert_int_equal(contact_of(&story, 2)->queued_us == since_us,
                     row->is_resumed);
    story_end(&story);
}

/* A full queue takes nobody, and the place is there still when it has room. */
static void a_full_queue_gives_no_place(void **state)
{
    (void)state;
    struct story story;
    int64_t since_us;

    callback_house_begin(&story);
    keep_places(&story, 600, 2);
    come(&story, 1, MINE);
    since_us = contact_of(&story, 1)->queued_us;
    LEAD(&story, WAIT(5), CALLER_HANGS_UP(1));
    come(&story, 2, OTHERS);
    come(&story, 3, "+420779");
    come(&story, 4, MINE);
    assert_int_equal(place_of(&story), UINT64_MAX);

    LEAD(&story, CALLER_HANGS_UP(2), WAIT(1));
    come(&story, 5, MINE);
    assert_int_equal(place_of(&story), 1);
    assert_int_equal(contact_of(&story, 5)->queued_us, since_us);
    story_end(&story);
}

/* ... once: who calls a third time has a place of that time. */
static void a_place_is_given_once(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    keep_places(&story, 600, 20);
    come(&story, 1, MINE);
    LEAD(&story, WAIT(5), CALLER_HANGS_UP(1));
    come(&story, 2, MINE);
    assert_int_equal(place_of(&story), 1);
    come(&story, 3, MINE);
    assert_int_equal(place_of(&story), 0);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, calls_again, again_rows);
    TEST_LIST_ADD(&list, a_full_queue_gives_no_place);
    TEST_LIST_ADD(&list, a_place_is_given_once);
    return test_list_run(&list);
}
