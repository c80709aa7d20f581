/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What records tell of their fields, and which values fields may have. */

#include "core/record.h"

#include <errno.h>
#include <string.h>

#include "core/command.h"
#include "core/event.h"
#include "tests/test.h"

/* Texts: by kind, in a setting of that kind. */

#define TEN   "0123456789"
#define HEX16 "0123456789abcdef"

static const struct text_row {
    const char *says;
    enum document_kind kind;
    const char *field;
    const char *text;
    bool is_valid;
} text_rows[] = {
    { "a name has letters, digits, dot, underscore and dash", DOCUMENT_QUEUE,
      "name", "sales.2_cz-x", true },
    { "a name may begin with a digit", DOCUMENT_QUEUE, "name", "2nd", true },
    { "a name has no capitals", DOCUMENT_QUEUE, "name", "Sales", false },
    { "a name has no space", DOCUMENT_QUEUE, "name", "s a", false },
    { "a name begins with no dash", DOCUMENT_QUEUE, "name", "-rf", false },
    { "a name is needed", DOCUMENT_QUEUE, "name", "", false },
    { "a label speaks any language", DOCUMENT_QUEUE, "label",
      "P\xc5\x99\xc3\xad\x6a\x65m", true },
    { "a label may be empty", DOCUMENT_QUEUE, "label", "", true },
    { "a label is UTF-8", DOCUMENT_QUEUE, "label", "\xff", false },
    { "a label is one line", DOCUMENT_QUEUE, "label", "a\nb", false },
    { "a label steers no terminal", DOCUMENT_QUEUE, "label", "\x1b[2J", false },
    { "nor by a C1 control", DOCUMENT_QUEUE, "label", "\xc2\x9b", false },
    { "a number has plus, star, hash and digits", DOCUMENT_TRUNK, "caller_id",
      "+*#" TEN, true },
    { "a number has no letters", DOCUMENT_TRUNK, "caller_id", "12a", false },
    { "a number may be withheld", DOCUMENT_TRUNK, "caller_id", "", true },
    { "a pattern may be a beginning", DOCUMENT_ENTRY, "number", "+4202*",
      true },
    { "a pattern is needed", DOCUMENT_ENTRY, "number", "", false },
    { "an IPv4 address has its port", DOCUMENT_TRUNK, "address",
      "192.0.2.1:5060", true },
    { "a host name", DOCUMENT_TRUNK, "address", "sip.example.com", true },
    { "a host name with a port", DOCUMENT_TRUNK, "address",
      "sip-1.Example.com:5070", true },
    { "a host name of one label", DOCUMENT_TRUNK, "address", "pbx", true },
    { "a host name without a label", DOCUMENT_TRUNK, "address", "a..b", false },
    { "a host name that ends in a dot", DOCUMENT_TRUNK, "address", "a.b.",
      false },
    { "a host name that begins with a hyphen", DOCUMENT_TRUNK, "address",
      "-a.b", false },
    { "a label that ends in a hyphen", DOCUMENT_TRUNK, "address", "a-.b",
      false },
    { "a host name that ends in digits", DOCUMENT_TRUNK, "address",
      "example.123", false },
    { "a host name with a port that is none", DOCUMENT_TRUNK, "address",
      "a.b:0", false },
    { "an underscore", DOCUMENT_TRUNK, "address", "_sip.b", false },
    { "an address without a port", DOCUMENT_TRUNK, "address", "192.0.2.1",
      false },
    { "an address with an empty port", DOCUMENT_TRUNK, "address",
      "192.0.2.1:", false },
    { "port 0", DOCUMENT_TRUNK, "address", "192.0.2.1:0", false },
    { "port 65536", DOCUMENT_TRUNK, "address", "192.0.2.1:65536", false },
    { "the last port", DOCUMENT_TRUNK, "address", "192.0.2.1:65535", true },
    { "something after the port", DOCUMENT_TRUNK, "address", "192.0.2.1:1 ",
      false },
    { "a part above 255", DOCUMENT_TRUNK, "address", "192.0.2.256:1", false },
    { "three parts", DOCUMENT_TRUNK, "address", "192.0.2:1", false },
    { "five parts", DOCUMENT_TRUNK, "address", "192.0.2.1.1:1", false },
    { "an IPv6 address is in brackets", DOCUMENT_TRUNK, "address",
      "[2001:db8::1]:5060", true },
    { "an IPv6 address in full", DOCUMENT_TRUNK, "address",
      "[1:2:3:4:5:6:7:8]:5060", true },
    { "the IPv6 address of nobody", DOCUMENT_TRUNK, "address", "[::]:5060",
      true },
    { "an IPv6 address that ends in colons", DOCUMENT_TRUNK, "address",
      "[1::]:5060", true },
    { "an IPv6 address shortened twice", DOCUMENT_TRUNK, "address",
      "[1::2::3]:5060", false },
    { "an IPv6 address of seven groups", DOCUMENT_TRUNK, "address",
      "[1:2:3:4:5:6:7]:5060", false },
    { "an IPv6 address of nine groups", DOCUMENT_TRUNK, "address",
      "[1:2:3:4:5:6:7:8:9]:5060", false },
    { "a group of five digits", DOCUMENT_TRUNK, "address", "[12345::]:5060",
      false },
    { "a single colon at the end", DOCUMENT_TRUNK, "address",
      "[1:2:3:4:5:6:7:]:5060", false },
    { "a bracket never closed", DOCUMENT_TRUNK, "address", "[::1:5060", false },
    { "an empty bracket", DOCUMENT_TRUNK, "address", "[]:5060", false },
    { "a digest has 64 hexadecimal digits", DOCUMENT_FLOW, "digest",
      HEX16 HEX16 HEX16 HEX16, true },
    { "a digest too short", DOCUMENT_FLOW, "digest", HEX16, false },
    { "a digest in capitals", DOCUMENT_FLOW, "digest",
      "0123456789ABCDEF" HEX16 HEX16 HEX16, false },
};

/* Clears all of it: a document is larger than any. */
static union {
    struct event event;
    struct command command;
} blank;

static void judges_a_text(void **state)
{
    const struct text_row *row = *state;
    const struct record *record = document_kind_info(row->kind)->record;
    const struct field *field = record_field(record, row->field);
    struct event event = blank.event;

    assert_non_null(field);
    assert_int_equal(field_set_text(field, &event.as, row->text), 0);
    assert_string_equal(field_get_text(field, &event.as), row->text);
    assert_int_equal(field_is_valid(field, &event.as), row->is_valid);
}

static const struct number_row {
    const char *says;
    enum document_kind kind;
    const char *field;
    int64_t value;
    bool is_valid;
} number_rows[] = {
    { "the least that may wait", DOCUMENT_QUEUE, "max_waiting", 1, true },
    { "a queue for nobody", DOCUMENT_QUEUE, "max_waiting", 0, false },
    { "the most that may wait", DOCUMENT_QUEUE, "max_waiting", 10000, true },
    { "one more", DOCUMENT_QUEUE, "max_waiting", 10001, false },
    { "the shortest ring", DOCUMENT_QUEUE, "ring_ms", 1000, true },
    { "one millisecond less", DOCUMENT_QUEUE, "ring_ms", 999, false },
    { "the largest local account", DOCUMENT_USER, "uid", 4294967294, true },
    { "no local account", DOCUMENT_USER, "uid", -1, true },
    { "less than none", DOCUMENT_USER, "uid", -2, false },
    { "the last word of a list", DOCUMENT_USER, "role", ROLE_ANALYST, true },
    { "a word after the last", DOCUMENT_USER, "role", role_count, false },
    { "a word before the first", DOCUMENT_USER, "role", -1, false },
    { "no flag", DOCUMENT_USER, "enabled", 0, true },
    { "any id, which others check", DOCUMENT_AGENT, "user_id", 77, true },
};

static void judges_a_number(void **state)
{
    const struct number_row *row = *state;
    const struct record *record = document_kind_info(row->kind)->record;
    const struct field *field = record_field(record, row->field);
    struct event event = blank.event;

    assert_non_null(field);
    field_set_integer(field, &event.as, row->value);
    assert_int_equal(field_get_integer(field, &event.as), row->value);
    assert_int_equal(field_is_valid(field, &event.as), row->is_valid);
}

static void judges_what_no_text_may_be(void **state)
{
    (void)state;
    const struct field *field =
        record_field(document_kind_info(DOCUMENT_QUEUE)->record, "name");
    struct event_queue_set queue = { .name = { "ab" } };

    queue.name.text[4] = 'x';
    assert_false(field_is_valid(field, &queue)); /* not cleared behind it */

    memset(queue.name.text, 'a', sizeof(queue.name.text));
    assert_false(field_is_valid(field, &queue)); /* never ends */
}

static void judges_candidates(void **state)
{
    (void)state;
    const struct field *field =
        record_field(event_record(EVENT_OFFER_MADE), "candidates");
    struct event_offer_made made = { .candidates = { .row_count = 8 } };

    assert_true(field_is_valid(field, &made));
    made.candidates.rows[7].verdict = (enum verdict)verdict_count;
    assert_false(field_is_valid(field, &made));
    made.candidates.row_count = 9;
    assert_false(field_is_valid(field, &made));
}

static void keeps_a_text_within_its_limit(void **state)
{
    (void)state;
    const struct field *field =
        record_field(document_kind_info(DOCUMENT_TRUNK)->record, "caller_id");
    struct event_trunk_set trunk = { .caller_id = { "+420123456789" } };

    assert_int_equal(field_set_text(field, &trunk, TEN TEN TEN TEN), -EMSGSIZE);
    assert_string_equal(trunk.caller_id.text, "+420123456789");

    assert_int_equal(field_set_text(field, &trunk, "1"), 0);
    for (size_t i = 1; i < sizeof(trunk.caller_id.text); i++)
        assert_int_equal(trunk.caller_id.text[i], 0);
}

static void tells_a_setting(void **state)
{
    (void)state;
    const struct record *record = document_kind_info(DOCUMENT_QUEUE)->record;
    const struct field *name = record_field(record, "name");
    const struct field *ring = record_field(record, "ring_ms");
    const struct field *id = record_field(record, "id");

    assert_string_equal(record->name, "queue");
    assert_null(record_field(record, "colour"));

    assert_true(name->is_setting && name->is_required);
    assert_int_equal(name->max, 63);

    assert_true(ring->is_setting && !ring->is_required);
    assert_string_equal(ring->preset, "20s");
    assert_int_equal(ring->kind, FIELD_PERIOD);

    assert_false(id->is_setting);
    assert_int_equal(id->offset, offsetof(struct event_queue_set, id));
}

/* The same line makes the fields of the event, the command and the record. */
static void agrees_on_a_document(void **state)
{
    (void)state;

    for (int kind = 0; kind < document_kind_count; kind++) {
        const struct document_kind_info *info =
            document_kind_info((enum document_kind)kind);
        const struct record *of[] = { event_record(info->set_event),
                                      command_record(info->set_command) };

        for (size_t i = 0; i < ARRAY_LEN(of); i++) {
            assert_int_equal(of[i]->size, info->record->size);
            assert_int_equal(of[i]->field_count, info->record->field_count);
        }
        assert_string_equal(info->name,
                            word_spell(&word_list_document_kind, kind));
        assert_int_equal(command_source(info->remove_command), FROM_PEOPLE);
    }
}

static void compares(void **state)
{
    (void)state;
    const struct record *record = event_record(EVENT_OFFER_MADE);
    struct event_offer_made a = { .agent_id = 1 };
    struct event_offer_made b = a;

    /* what lies behind the last row, or pads a row, has no meaning */
    memset(&b.candidates.rows[3], 0x55, sizeof(b.candidates.rows[3]));
    assert_true(record_is_same(record, &a, &b));

    b.candidates.row_count = 1;
    assert_false(record_is_same(record, &a, &b));
    b = a;
    b.candidates.counts[VERDICT_BUSY] = 1;
    assert_false(record_is_same(record, &a, &b));
    b = a;
    b.agent_id = 2;
    assert_false(record_is_same(record, &a, &b));
}

static void finds_by_name(void **state)
{
    (void)state;

    assert_int_equal(command_find("accept_offer"), COMMAND_ACCEPT_OFFER);
    assert_int_equal(command_find("set_queue"), COMMAND_SET_QUEUE);
    assert_int_equal(command_find("no_such"), -ENOENT);
    assert_null(command_record(COMMAND_TYPE_COUNT));
    assert_int_equal(command_source(COMMAND_START), FROM_SERVER);
    assert_int_equal(command_source(COMMAND_BRIDGED), FROM_WORLD);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, judges_a_text, text_rows);
    TEST_LIST_ADD_ROWS(&list, judges_a_number, number_rows);
    TEST_LIST_ADD(&list, judges_what_no_text_may_be);
    TEST_LIST_ADD(&list, judges_candidates);
    TEST_LIST_ADD(&list, keeps_a_text_within_its_limit);
    TEST_LIST_ADD(&list, tells_a_setting);
    TEST_LIST_ADD(&list, agrees_on_a_document);
    TEST_LIST_ADD(&list, compares);
    TEST_LIST_ADD(&list, finds_by_name);
    return test_list_run(&list);
}
