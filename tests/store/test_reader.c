/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers find, and that plain SQL over the events finds the same. */

#include "store/reader.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "store/reader_inside.h"
#include "tests/store/place.h"
#include "tests/test.h"

/* One long day for all tests, which only read it. */
static struct place place;
static struct reader *reader;

/*
 * Reading has a clock of its own, which stands still: a machine with much to
 * do makes no query too long. The store's thread keeps the real one.
 */
static _Thread_local int64_t stopped_at_us; /* 0: it goes */
static _Thread_local int64_t look_takes_us; /* by which a look moves it */

int64_t __real_clock_boot_us(void);
int64_t __wrap_clock_boot_us(void);

int64_t __wrap_clock_boot_us(void)
{
    if (!stopped_at_us)
        return __real_clock_boot_us();

    int64_t now_us = stopped_at_us;
    stopped_at_us += look_takes_us;
    return now_us;
}

static int make_day(void **state)
{
    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 6000, 7);
    place_stop(&place);
    place_start(&place);
    place_write_day(&place, 3000, 8);
    stopped_at_us = clock_boot_us();
    return reader_open_beside(place.store, &reader, NULL);
}

static int remove_day(void **state)
{
    (void)state;
    reader = reader_close(reader);
    stopped_at_us = 0;
    place_verify(&place);
    place_remove(&place);
    return 0;
}

/* Events. */

struct event_walk {
    uint64_t seqs[20000];
    size_t count;
    const struct event_filter *filter;
};

static int note_event(void *arg, const struct event *event)
{
    struct event_walk *walk = arg;

    assert_true(walk->count < 20000);
    if (walk->filter->type)
        assert_string_equal(event_record(event->type)->name,
                            walk->filter->type);
    walk->seqs[walk->count++] = event->seq;
    return 0;
}

static size_t walk_events(const struct event_filter *filter,
                          struct event_walk *walk)
{
    walk->count = 0;
    walk->filter = filter;
    assert_int_equal(reader_events(reader, filter, note_event, walk), 0);
    return walk->count;
}

static void events_come_in_order_and_by_pages(void **state)
{
    static struct event_walk all;
    static struct event_walk page;
    struct event_filter filter = { .limit = 10000 };
    size_t seen = 0;

    (void)state;
    assert_int_equal(walk_events(&filter, &all),
                     place_number(&place, "SELECT count(*) FROM event"));

    filter.limit = 777;
    while (walk_events(&filter, &page) > 0) {
        for (size_t i = 0; i < page.count; i++)
            assert_int_equal(page.seqs[i], ++seen);
        filter.after_seq = page.seqs[page.count - 1];
    }
    assert_int_equal(seen, all.count);

    filter = (struct event_filter){ .limit = 3, .backwards = true };
    assert_int_equal(walk_events(&filter, &page), 3);
    assert_int_equal(page.seqs[0], seen);
    assert_int_equal(page.seqs[2], seen - 2);
    filter.after_seq = 3;
    assert_int_equal(walk_events(&filter, &page), 2);
    assert_int_equal(page.seqs[0], 2);
}

static const struct count_row {
    const char *says;
    struct event_filter filter;
    const char *sql;
} count_rows[] = {
    { "events of a contact",
      { .contact_id = 9, .limit = 10000 },
      "SELECT count(*) FROM event"
      " WHERE json_extract(body, '$.contact_id') = 9" },
    { "events of a type",
      { .type = "offer_made", .limit = 10000 },
      "SELECT count(*) FROM event WHERE type = 'offer_made'" },
    { "events of a contact and a type",
      { .contact_id = 9, .type = "offer_made", .limit = 10000 },
      "SELECT count(*) FROM event WHERE type = 'offer_made'"
      " AND json_extract(body, '$.contact_id') = 9" },
    { "a type with a quote in it",
      { .type = "'; DROP TABLE event; --" },
      "SELECT 0" },
    { "a hundred when nobody says how many", { .limit = 0 }, "SELECT 100" },
};

static void are_found(void **state)
{
    static struct event_walk walk;
    const struct count_row *row = *state;

    assert_int_equal(walk_events(&row->filter, &walk),
                     place_number(&place, row->sql));
}

static int stop_at_third(void *arg, const struct event *event)
{
    (void)event;
    return ++*(int *)arg == 3 ? 42 : 0;
}

static void a_visitor_may_end_the_walk(void **state)
{
    const struct event_filter filter = { .limit = 10 };
    int seen = 0;

    (void)state;
    assert_int_equal(reader_events(reader, &filter, stop_at_third, &seen), 42);
    assert_int_equal(seen, 3);
}

static int note_caller(void *arg, const struct event *event)
{
    if (event->type == EVENT_CONTACT_ARRIVED)
        *(struct phone_number *)arg = event->as.contact_arrived.caller;
    return 0;
}

static void private_texts_are_shown_to_readers(void **state)
{
    const struct event_filter filter = { .type = "contact_arrived",
                                         .limit = 1 };
    struct phone_number caller = { "" };

    (void)state;
    assert_int_equal(reader_events(reader, &filter, note_caller, &caller), 0);
    assert_int_equal(strncmp(caller.text, "+42060", 6), 0);
}

/* Contacts. */

struct contact_walk {
    struct contact_projection rows[1000];
    size_t count;
};

static int note_contact(void *arg, const struct contact_projection *contact)
{
    struct contact_walk *walk = arg;

    walk->rows[walk->count++] = *contact;
    return 0;
}

static struct contact_walk contacts;

static size_t walk_contacts(const struct contact_filter *filter)
{
    contacts.count = 0;
    assert_int_equal(reader_contacts(reader, filter, note_contact, &contacts),
                     0);
    return contacts.count;
}

static void contacts_come_newest_first_and_by_pages(void **state)
{
    struct contact_filter filter = { .limit = 10 };
    uint64_t expected = (uint64_t)place_number(
        &place, "SELECT count(*) FROM event WHERE type = 'contact_arrived'");

    (void)state;
    while (walk_contacts(&filter) > 0) {
        for (size_t i = 0; i < contacts.count; i++)
            assert_int_equal(contacts.rows[i].contact_id, expected--);
        filter.before_id = contacts.rows[contacts.count - 1].contact_id;
    }
    assert_int_equal(expected, 0);
}

static const struct contact_row_test {
    const char *says;
    struct contact_filter filter;
    const char *sql;
} contact_rows[] = {
    { "contacts that abandoned",
      { .cause = "abandoned", .limit = 1000 },
      "SELECT count(*) FROM event WHERE type = 'contact_ended'"
      " AND json_extract(body, '$.cause') = 'abandoned'" },
    { "contacts that live now",
      { .is_ended = -1, .limit = 1000 },
      "SELECT (SELECT count(*) FROM event WHERE type = 'contact_arrived') -"
      " (SELECT count(*) FROM event WHERE type = 'contact_ended')" },
    { "contacts that came to an entry's number",
      { .by_entry = true, .limit = 1000 },
      "SELECT count(*) FROM event WHERE type = 'contact_arrived'"
      " AND json_extract(body, '$.entry_id') <> 0" },
    { "contacts that have ended",
      { .is_ended = 1, .limit = 1000 },
      "SELECT count(*) FROM event WHERE type = 'contact_ended'" },
    { "contacts that an agent talked with",
      { .agent_id = 3, .limit = 1000 },
      "SELECT count(DISTINCT json_extract(body, '$.contact_id')) FROM event"
      " WHERE type = 'offer_taken' AND json_extract(body, '$.agent_id') = 3" },
    { "contacts that called a number",
      { .called = "800123", .limit = 1000 },
      "SELECT count(*) FROM event WHERE type = 'contact_arrived'" },
    { "contacts that called another number", { .called = "8" }, "SELECT 0" },
    { "contacts before all time", { .before_wall_us = 1000 }, "SELECT 0" },
};

static void contacts_are_found(void **state)
{
    const struct contact_row_test *row = *state;

    assert_int_equal(walk_contacts(&row->filter),
                     place_number(&place, row->sql));
}

static void contacts_are_found_by_their_number(void **state)
{
    struct contact_projection contact;
    struct contact_filter filter = { .limit = 10 };

    (void)state;
    assert_int_equal(reader_contact(reader, 5, &contact), 0);
    assert_int_equal(contact.contact_id, 5);
    filter.caller = contact.caller.text;
    assert_true(walk_contacts(&filter) >= 1);
    for (size_t i = 0; i < contacts.count; i++)
        assert_string_equal(contacts.rows[i].caller.text, contact.caller.text);
    assert_int_equal(reader_contact(reader, 1000000, &contact), -ENOENT);
    assert_int_equal(reader_contact(reader, UINT64_MAX, &contact), -ENOENT);
}

/* What queries cost: steps of SQLite's machine, which repeat. */

static struct {
    int64_t steps, sorts;
} cost;

static int note_cost(unsigned what, void *arg, void *statement, void *taken)
{
    (void)what;
    (void)arg;
    (void)taken;
    cost.steps += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
    cost.sorts += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_SORT, 1);
    return 0;
}

static void begin_costs(void)
{
    memset(&cost, 0, sizeof(cost));
    assert_int_equal(
        sqlite3_trace_v2(reader->db, SQLITE_TRACE_PROFILE, note_cost, NULL),
        SQLITE_OK);
}

static void end_costs(void)
{
    (void)sqlite3_trace_v2(reader->db, 0, NULL, NULL);
}

/* Some 60 steps for each row shown, and not for each there is. */
static void a_page_of_contacts_costs_what_it_shows(void **state)
{
    int64_t count = place_number(&place, "SELECT count(*) FROM contact");
    int64_t middle_us = place_number(
        &place, "SELECT arrived_wall_us FROM contact WHERE contact_id ="
                " (SELECT max(contact_id) / 2 FROM contact)");
    struct contact_projection newest;
    const struct contact_filter filters[] = {
        { .limit = 10 },
        { .limit = 10, .before_id = (uint64_t)count / 2 },
        { .limit = 10, .from_wall_us = middle_us },
        { .limit = 10, .before_wall_us = middle_us },
        { .limit = 10, .from_wall_us = 1, .before_wall_us = middle_us },
        { .limit = 10, .caller = newest.caller.text },
        { .limit = 10, .is_ended = -1 },
        { .limit = 1000, .from_wall_us = 1, .before_wall_us = 2 },
    };

    (void)state;
    assert_true(count > 100);
    assert_int_equal(reader_contact(reader, (uint64_t)count, &newest), 0);
    for (size_t i = 0; i < ARRAY_LEN(filters); i++) {
        begin_costs();
        size_t shown = walk_contacts(&filters[i]);
        end_costs();
        if (i < 5)
            assert_int_equal(shown, 10);
        if (i == 3 || i == 4)
            assert_true(contacts.rows[0].arrived_wall_us < middle_us);
        assert_int_equal(cost.sorts, 0);
        assert_in_range(cost.steps, 1, 100 + 100 * shown);
    }
}

/* The clock was set back after them: then it is not the order of the ids. */
static void contacts_come_by_the_clock_of_their_arrival(void **state)
{
    struct contact_filter filter = { .limit = 3 };
    struct reader *all = reader;
    struct place other;
    uint64_t first = 0;

    (void)state;
    place_make(&other);
    place_start(&other);
    place_write_day(&other, 300, 1);
    place_stop(&other);
    place_run(&other, "UPDATE contact SET arrived_wall_us = arrived_wall_us +"
                      " 864000000000 WHERE contact_id IN (3, 4)");
    int64_t left = place_number(&other, "SELECT count(*) FROM contact");

    assert_int_equal(reader_open(other.directory, &reader, NULL), 0);
    while (walk_contacts(&filter) > 0) {
        first = first ? first : contacts.rows[0].contact_id;
        for (size_t i = 0; i < contacts.count; i++, left--)
            assert_true(left > 2 || contacts.rows[i].contact_id <= 2);
        filter.before_id = contacts.rows[contacts.count - 1].contact_id;
    }
    reader_close(reader);
    reader = all;
    assert_int_equal(first, 4);
    assert_int_equal(left, 0);
    place_remove(&other);
}

/* The journal says so in another place. */
static void contacts_are_where_their_end_says(void **state)
{
    const struct contact_filter filter = { .is_ended = 1, .limit = 1000 };
    size_t count = walk_contacts(&filter);
    int64_t places[PLACE_ENDED + 1] = { 0 };

    (void)state;
    assert_true(count > 100);
    for (size_t i = 0; i < count; i++) {
        struct contact_whereabouts row;

        assert_int_equal(
            reader_whereabouts(reader, &contacts.rows[i].contact_id, 1, &row),
            0);
        places[row.place]++;
        assert_int_equal(row.flow_id, 1);
    }
    assert_int_equal(places[PLACE_ENDED], 0);
    assert_int_equal(
        places[PLACE_QUEUE],
        place_number(&place, "SELECT count(*) FROM event"
                             " WHERE type = 'contact_ended'"
                             " AND json_extract(body, '$.place') = 'queue'"));
    assert_int_equal(
        places[PLACE_TALK],
        place_number(&place, "SELECT count(*) FROM event"
                             " WHERE type = 'contact_ended'"
                             " AND json_extract(body, '$.place') = 'talk'"));
}

static void nobody_is_nowhere(void **state)
{
    const uint64_t ids[] = { 1000000, UINT64_MAX };
    struct contact_whereabouts rows[2];

    (void)state;
    assert_int_equal(reader_whereabouts(reader, ids, 2, rows), 0);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(rows[i].place, PLACE_ENDED);
        assert_int_equal(rows[i].flow_id, 0);
    }
}

/* Segments: they follow one another, and their talk is the contact's. */

struct segment_walk {
    int64_t at_us;
    int64_t talk_us;
    int64_t hold_us;
    int count;
};

static int note_segment(void *arg, const struct segment_projection *segment)
{
    struct segment_walk *walk = arg;

    assert_true(segment->began_us >= walk->at_us);
    assert_true(!segment->ended || segment->ended_us >= segment->began_us);
    walk->at_us = segment->ended ? segment->ended_us : segment->began_us;
    walk->talk_us += segment->talk_us;
    walk->hold_us += segment->hold_us;
    walk->count++;
    return 0;
}

static void segments_do_not_overlap_and_sum_up(void **state)
{
    const struct contact_filter filter = { .is_ended = 1, .limit = 1000 };

    (void)state;
    size_t count = walk_contacts(&filter);
    for (size_t i = 0; i < count; i++) {
        const struct contact_projection *contact = &contacts.rows[i];
        struct segment_walk walk = { .at_us = contact->arrived_us };

        assert_int_equal(
            reader_segments(reader, contact->contact_id, note_segment, &walk),
            0);
        assert_true(walk.count >= 1);
        assert_int_equal(walk.talk_us, contact->talk_us);
        assert_int_equal(walk.hold_us, contact->hold_us);
        assert_int_equal(walk.at_us, contact->arrived_us + contact->total_us);
    }
}

static int count_offer(void *arg, const struct offer_projection *offer)
{
    *(int *)arg += 1;
    assert_true(!offer->ended == !offer->result.text[0]);
    return 0;
}

static void offers_of_a_contact_are_all_shown(void **state)
{
    int count = 0;

    (void)state;
    for (uint64_t id = 1; id <= 50; id++)
        assert_int_equal(reader_offers(reader, id, count_offer, &count), 0);
    assert_int_equal(count,
                     place_number(&place, "SELECT count(*) FROM event"
                                          " WHERE type = 'offer_made' AND"
                                          " json_extract(body, '$.contact_id')"
                                          " <= 50"));
}

static int note_version(void *arg, const struct event *event)
{
    int64_t *version = arg;

    assert_int_equal(event->type, EVENT_AGENT_SET);
    assert_string_equal(event->as.agent_set.label.text, "Agent Number 2");
    *version = event->as.agent_set.version;
    return 0;
}

/* Recordings. */

struct recording_walk {
    struct recording_projection rows[1000];
    size_t count;
};

static int note_recording(void *arg, const struct recording_projection *row)
{
    struct recording_walk *walk = arg;

    walk->rows[walk->count++] = *row;
    return 0;
}

static struct recording_walk recordings;

static size_t walk_recordings(const struct recording_filter *filter)
{
    recordings.count = 0;
    assert_int_equal(
        reader_recordings(reader, filter, note_recording, &recordings), 0);
    return recordings.count;
}

static void recordings_come_newest_first_and_by_pages(void **state)
{
    struct recording_filter filter = { .limit = 7 };
    int64_t left = place_number(&place, "SELECT count(*) FROM recording");
    uint64_t last = UINT64_MAX;

    (void)state;
    assert_true(left > 20);
    while (walk_recordings(&filter) > 0) {
        for (size_t i = 0; i < recordings.count; i++, left--) {
            assert_true(recordings.rows[i].recording_id < last);
            last = recordings.rows[i].recording_id;
        }
        filter.cursor_id = last;
    }
    assert_int_equal(left, 0);
}

/* The projection beside the events, folded by plain SQL. */
/* Against a plain sort of all of them. */

static const struct order_row {
    const char *says;
    enum recording_order order;
    bool is_ascending;
} order_rows[] = {
    { "recordings by number, highest first", RECORDINGS_BY_ID, false },
    { "recordings by number, lowest first", RECORDINGS_BY_ID, true },
    { "recordings by contact, highest first", RECORDINGS_BY_CONTACT, false },
    { "recordings by contact, lowest first", RECORDINGS_BY_CONTACT, true },
    { "recordings by agent, highest first", RECORDINGS_BY_AGENT, false },
    { "recordings by agent, lowest first", RECORDINGS_BY_AGENT, true },
};

static const struct order_row *wanted_order;

static uint64_t key_of(const struct recording_projection *row)
{
    return wanted_order->order == RECORDINGS_BY_CONTACT ? row->contact_id
           : wanted_order->order == RECORDINGS_BY_AGENT ? row->agent_id
                                                        : row->recording_id;
}

static int compare_recordings(const void *a, const void *b)
{
    const struct recording_projection *one = a, *other = b;
    int order = (key_of(one) > key_of(other)) - (key_of(one) < key_of(other));

    if (order == 0)
        order = (one->recording_id > other->recording_id) -
                (one->recording_id < other->recording_id);
    return wanted_order->is_ascending ? order : -order;
}

static void pages_of_an_order_make_the_whole(void **state)
{
    const struct recording_filter all = { .limit = 1000 };
    size_t count = walk_recordings(&all), at = 0;
    struct recording_projection *rows = calloc(count, sizeof(*rows));

    wanted_order = *state;
    assert_true(count > 20);
    memcpy(rows, recordings.rows, count * sizeof(*rows));
    qsort(rows, count, sizeof(*rows), compare_recordings);

    struct recording_filter page = { .limit = 7,
                                     .order = wanted_order->order,
                                     .is_ascending =
                                         wanted_order->is_ascending };
    while (walk_recordings(&page) > 0)
        for (size_t i = 0; i < recordings.count; i++) {
            assert_true(at < count);
            page.cursor_id = recordings.rows[i].recording_id;
            assert_int_equal(page.cursor_id, rows[at++].recording_id);
        }
    assert_int_equal(at, count);
    free(rows);
}

static void those_of_one_are_not_looked_for_among_all(void **state)
{
    const struct recording_filter filters[] = {
        { .contact_id = 5 },
        { .contact_id = 5, .order = RECORDINGS_BY_AGENT },
        { .contact_id = UINT32_MAX },
        { .agent_id = UINT32_MAX },
        { .agent_id = UINT32_MAX, .order = RECORDINGS_BY_CONTACT },
    };

    (void)state;
    assert_true(place_number(&place, "SELECT count(*) FROM recording") > 50);
    for (size_t i = 0; i < ARRAY_LEN(filters); i++) {
        begin_costs();
        size_t shown = walk_recordings(&filters[i]);
        end_costs();
        assert_in_range(cost.steps, 1, 100 + 100 * shown);
    }
}

static void a_cursor_that_is_no_row_ends_the_list(void **state)
{
    const struct recording_filter filter = { .order = RECORDINGS_BY_AGENT,
                                             .cursor_id = UINT64_MAX };

    (void)state;
    assert_int_equal(walk_recordings(&filter), 0);
}

static void recordings_are_what_the_events_say(void **state)
{
    static const struct {
        const char *stored;
        const char *by_events;
    } rows[] = {
        { "SELECT count(*) FROM recording",
          "SELECT count(*) FROM event WHERE type = 'recording_started'" },
        { "SELECT coalesce(sum(length_us), 0) FROM recording",
          "SELECT sum(json_extract(body, '$.length_us')) FROM event"
          " WHERE type = 'recording_ended'" },
        { "SELECT coalesce(sum(paused_us), 0) FROM recording",
          "SELECT coalesce(sum(json_extract(body, '$.paused_us')), 0)"
          " FROM event WHERE type = 'recording_resumed'" },
        { "SELECT count(*) FROM recording WHERE state = 'deleted'",
          "SELECT count(DISTINCT json_extract(body, '$.recording_id'))"
          " FROM event WHERE type = 'recording_deleted'" },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        assert_int_equal(place_number(&place, rows[i].stored),
                         place_number(&place, rows[i].by_events));
}

static void recordings_are_found(void **state)
{
    const struct recording_filter of_agent = { .agent_id = 2, .limit = 1000 };
    struct recording_projection one;

    (void)state;
    assert_int_equal(
        walk_recordings(&of_agent),
        place_number(&place,
                     "SELECT count(*) FROM recording WHERE agent_id = 2"));
    assert_true(recordings.count > 0);
    assert_int_equal(
        reader_recording(reader, recordings.rows[0].recording_id, &one), 0);
    assert_int_equal(one.contact_id, recordings.rows[0].contact_id);
    assert_int_equal(reader_recording(reader, 999999, &one), -ENOENT);
    assert_int_equal(reader_recording(reader, UINT64_MAX, &one), -ENOENT);
}

static void the_history_of_a_document_is_its_events(void **state)
{
    int64_t version = 0;

    (void)state;
    assert_int_equal(
        reader_history(reader, DOCUMENT_AGENT, 2, note_version, &version), 0);
    assert_int_equal(version, 1);
}

/* The key numbers, once more in plain SQL over the bodies of the events. */

#define SUM_OF(field, type, more)                                              \
    "SELECT coalesce(sum(json_extract(body, '$." field "')), 0) FROM event"    \
    " WHERE type = '" type "' AND json_extract(body, '$.queue_id') = 1" more
#define COUNT_OF(type, more)                                                   \
    "SELECT count(*) FROM event WHERE type = '" type                           \
    "' AND json_extract(body, '$.queue_id') = 1" more
#define EXIT_IS(exit) " AND json_extract(body, '$.exit') = '" exit "'"

/* Of a talk, its queue is that of the offer that led to it. */
#define OF_QUEUE_1                                                             \
    " AND (SELECT json_extract(o.body, '$.queue_id') FROM event AS o"          \
    " WHERE o.type = 'offer_made' AND o.seq < event.seq AND"                   \
    " json_extract(o.body, '$.agent_id') ="                                    \
    " json_extract(event.body, '$.agent_id')"                                  \
    " ORDER BY o.seq DESC LIMIT 1) = 1"
#define WORK_OF(what, type, more)                                              \
    "SELECT coalesce(" what ", 0) FROM event WHERE type = '" type              \
    "'" OF_QUEUE_1 more

static const struct figure_row {
    const char *says;
    const char *field;
    const char *sql;
} figure_rows[] = {
    { "contacts offered", "offered", COUNT_OF("contact_queued", "") },
    { "contacts answered", "answered",
      COUNT_OF("queue_left", EXIT_IS("answered")) },
    { "answered within the service level", "answered_in_time",
      COUNT_OF("queue_left",
               EXIT_IS("answered") " AND json_extract(body, '$.in_time')") },
    { "contacts that abandoned", "abandoned",
      COUNT_OF("queue_left", EXIT_IS("abandoned")) },
    { "short abandons", "short_abandoned",
      COUNT_OF(
          "queue_left",
          EXIT_IS("abandoned") " AND json_extract(body, '$.short_abandon')") },
    { "contacts that overflowed", "overflowed",
      COUNT_OF("queue_left", EXIT_IS("overflowed")) },
    { "refusals of a full queue", "refused_full",
      COUNT_OF("queue_refused", "") },
    { "waiting for an answer", "answer_wait_us",
      SUM_OF("wait_us", "queue_left", EXIT_IS("answered")) },
    { "waiting in vain", "abandon_wait_us",
      SUM_OF("wait_us", "queue_left", EXIT_IS("abandoned")) },
    { "the longest wait", "longest_wait_us",
      "SELECT max(json_extract(body, '$.wait_us')) FROM event"
      " WHERE type = 'queue_left' AND json_extract(body, '$.queue_id') = 1" },
    { "talks", "handled", WORK_OF("count(*)", "talk_ended", "") },
    { "time talked", "talk_us",
      WORK_OF("sum(json_extract(body, '$.talk_us'))", "talk_ended", "") },
    { "time on hold", "hold_us",
      WORK_OF("sum(json_extract(body, '$.hold_us'))", "talk_ended", "") },
    { "time wrapping up", "acw_us",
      WORK_OF("sum(json_extract(body, '$.acw_us'))", "wrap_up_ended", "") },
    { "offers missed", "missed_offers",
      WORK_OF("count(*)", "offer_ended",
              " AND json_extract(body, '$.result') = 'no_answer'") },
};

static int note_sum(void *arg, const struct interval_queue_projection *sum)
{
    *(struct interval_queue_projection *)arg = *sum;
    return 0;
}

static void agrees_with_plain_sql(void **state)
{
    const struct figure_row *row = *state;
    struct interval_queue_projection sum = { .queue_id = 0 };
    const struct field *field =
        record_field(projection_record(PROJECTION_INTERVAL_QUEUE), row->field);

    assert_int_equal(reader_queue_sums(reader, 1, 0, INT64_MAX, note_sum, &sum),
                     0);
    assert_int_equal(sum.queue_id, 1);
    assert_int_equal(field_get_integer(field, &sum),
                     place_number(&place, row->sql));
}

static void figures_of_the_day_are_those_of_the_core(void **state)
{
    const struct tally_row *tally = state_tally(core_state(place.core), 1);
    struct interval_queue_projection sum = { .queue_id = 0 };
    int64_t from_us;

    (void)state;
    assert_non_null(tally);
    from_us = tally->day * INT64_C(86400000000);
    assert_int_equal(reader_queue_sums(reader, 1, from_us,
                                       from_us + INT64_C(86400000000), note_sum,
                                       &sum),
                     0);
    assert_int_equal(sum.handled, tally->handled);
    assert_int_equal(sum.talk_us, tally->talk_us);
    assert_int_equal(sum.missed_offers, tally->missed_offers);
    assert_int_equal(sum.offered, tally->offered);
}

/* Time in the states of an agent is never more than there was. */

struct agent_walk {
    int64_t for_us;
    int rows;
};

static int note_agent(void *arg, const struct agent_interval_projection *sum)
{
    struct agent_walk *walk = arg;

    assert_int_equal(sum->agent_id, 2);
    walk->for_us += sum->for_us;
    walk->rows++;
    return 0;
}

static void an_agents_time_is_split_and_whole(void **state)
{
    struct agent_walk walk = { 0, 0 };
    int64_t spent_us = state_system(core_state(place.core))->at_us;

    (void)state;
    assert_int_equal(
        reader_agent_sums(reader, 2, 0, INT64_MAX, note_agent, &walk), 0);
    assert_true(walk.rows > 3);
    assert_true(walk.for_us > spent_us / 2 && walk.for_us <= spent_us);
    assert_int_equal(place_number(&place,
                                  "SELECT count(*) FROM agent_interval WHERE"
                                  " for_us > 900000000 OR for_us <= 0 OR"
                                  " begins_wall_us % 900000000 <> 0"),
                     0);
}

static void sides_are_read_one_by_one(void **state)
{
    void *value = NULL;
    size_t length = 0;
    static const struct side_write side = {
        SIDE_PUT, SIDE_TOKEN, "t", "v", 1, 1
    };
    const struct store_turn turn = { NULL, 0, &side, 1 };

    (void)state;
    place_wait(&place, store_write(place.store, &turn));
    assert_int_equal(reader_side(reader, SIDE_TOKEN, "t", &value, &length), 0);
    assert_int_equal(length, 1);
    assert_string_equal(value, "v");
    free(value);
    assert_int_equal(reader_side(reader, SIDE_TOKEN, "x", &value, &length),
                     -ENOENT);
    assert_int_equal(reader_side(reader, SIDE_BINDING, "t", &value, &length),
                     -ENOENT);
}

static void without_a_database_there_is_no_reader(void **state)
{
    struct reader *nobody = NULL;

    (void)state;
    assert_int_equal(reader_open("/nonexistent", &nobody, NULL), -ENOENT);
    assert_null(nobody);
}

static void no_query_runs_longer_than_a_second(void **state)
{
    sqlite3_stmt *query = NULL;

    (void)state;
    assert_int_equal(reader_query(reader,
                                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
                                  " SELECT i + 1 FROM n) SELECT max(i) FROM n",
                                  &query),
                     0);
    int64_t began_us = stopped_at_us;
    look_takes_us = 1000;
    assert_int_equal(db_step(query), -ETIME);
    look_takes_us = 0;
    assert_true(stopped_at_us > began_us + 1000000);
    assert_true(stopped_at_us <= began_us + 1002000);
    (void)sqlite3_finalize(query);

    /* The next one has a second of its own. */
    const struct event_filter filter = { .limit = 1 };
    int seen = 0;
    assert_int_equal(reader_events(reader, &filter, stop_at_third, &seen), 0);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, events_come_in_order_and_by_pages);
    TEST_LIST_ADD_ROWS(&list, are_found, count_rows);
    TEST_LIST_ADD(&list, a_visitor_may_end_the_walk);
    TEST_LIST_ADD(&list, private_texts_are_shown_to_readers);
    TEST_LIST_ADD(&list, contacts_come_newest_first_and_by_pages);
    TEST_LIST_ADD(&list, a_page_of_contacts_costs_what_it_shows);
    TEST_LIST_ADD(&list, contacts_come_by_the_clock_of_their_arrival);
    TEST_LIST_ADD_ROWS(&list, contacts_are_found, contact_rows);
    TEST_LIST_ADD(&list, contacts_are_found_by_their_number);
    TEST_LIST_ADD(&list, contacts_are_where_their_end_says);
    TEST_LIST_ADD(&list, nobody_is_nowhere);
    TEST_LIST_ADD(&list, segments_do_not_overlap_and_sum_up);
    TEST_LIST_ADD(&list, offers_of_a_contact_are_all_shown);
    TEST_LIST_ADD(&list, recordings_come_newest_first_and_by_pages);
    TEST_LIST_ADD_ROWS(&list, pages_of_an_order_make_the_whole, order_rows);
    TEST_LIST_ADD(&list, those_of_one_are_not_looked_for_among_all);
    TEST_LIST_ADD(&list, a_cursor_that_is_no_row_ends_the_list);
    TEST_LIST_ADD(&list, recordings_are_what_the_events_say);
    TEST_LIST_ADD(&list, recordings_are_found);
    TEST_LIST_ADD(&list, the_history_of_a_document_is_its_events);
    TEST_LIST_ADD_ROWS(&list, agrees_with_plain_sql, figure_rows);
    TEST_LIST_ADD(&list, figures_of_the_day_are_those_of_the_core);
    TEST_LIST_ADD(&list, an_agents_time_is_split_and_whole);
    TEST_LIST_ADD(&list, sides_are_read_one_by_one);
    TEST_LIST_ADD(&list, no_query_runs_longer_than_a_second);
    TEST_LIST_ADD(&list, without_a_database_there_is_no_reader);
    return _cmocka_run_group_tests("tests", list.tests, list.count, make_day,
                                   remove_day)
               ? EXIT_FAILURE
               : EXIT_SUCCESS;
}
