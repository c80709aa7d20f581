/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ladder's lines: arrows between posts, whatever their words are. */

#include "console/ladder.h"

#include <string.h>

#include "lang/cells.h"
#include "tests/test.h"

enum { COLUMNS = 80 };

static struct json_t *item(const char *kind, const char *what, const char *says)
{
    struct json_t *value = value_object();

    (void)value_set_text(value, "kind", kind);
    (void)value_set_text(value, "what", what);
    (void)value_set_text(value, "method", what);
    (void)value_set_text(value, "says", says);
    (void)value_set_text(value, "theirs", "192.0.2.7:5060");
    (void)value_set_integer(value, "wall_us", 1500000001234567);
    (void)value_set_integer(value, "party", 1);
    (void)value_set_flag(value, "sent", false);
    return value;
}

static void write(struct json_t *value, int columns, char ret_text[LADDER_SIZE])
{
    ladder_write(value, columns, ret_text);
    value_free(value);
}

static void the_callers_message_points_to_the_server(void **state)
{
    (void)state;
    char text[LADDER_SIZE];

    write(item("message", "INVITE", ""), COLUMNS, text);
    assert_string_equal(text + 8, ".234 |---- INVITE 192.0.2.7:5060 ---->|"
                                  "                                |");
    assert_int_equal(cells_count(text), COLUMNS);
}

static void the_answer_to_a_callee_points_to_the_right(void **state)
{
    (void)state;
    struct json_t *value = item("message", "ACK", "");
    char text[LADDER_SIZE];

    (void)value_set_integer(value, "party", 2);
    (void)value_set_flag(value, "sent", true);
    write(value, COLUMNS, text);
    assert_string_equal(text + 13, "|                                |"
                                   "----------- 2: ACK ------------>|");
}

static void a_response_tells_what_it_answers(void **state)
{
    (void)state;
    struct json_t *value = item("message", "200 OK", "");
    char text[LADDER_SIZE];

    (void)value_set_text(value, "method", "INVITE");
    (void)value_set_flag(value, "sent", true);
    write(value, COLUMNS, text);
    assert_non_null(strstr(text, "|<"));
    assert_non_null(strstr(text, " 200 OK (INVITE) "));
}

static void encrypted_sound_is_marked(void **state)
{
    (void)state;
    static const char *const whats[] = { "INVITE", "200 OK", "UPDATE" };
    char text[LADDER_SIZE];

    for (size_t i = 0; i < ARRAY_LEN(whats); i++) {
        struct json_t *value = item("message", whats[i], "");

        (void)value_set_text(value, "sound", "srtp");
        write(value, COLUMNS, text);
        assert_non_null(strstr(text, " SRTP "));
        value = item("message", whats[i], "");
        (void)value_set_text(value, "sound", "rtp");
        write(value, COLUMNS, text);
        assert_null(strstr(text, "RTP"));
    }
}

static void decisions_and_effects_stand_between(void **state)
{
    (void)state;
    char text[LADDER_SIZE];

    write(item("decision", "talk_began", "The talk began."), COLUMNS, text);
    assert_string_equal(text + 13, "|  * The talk began.");
    write(item("decision", "step_taken", ""), COLUMNS, text);
    assert_string_equal(text + 13, "|  * step_taken");
    write(item("effect", "ring", "ana"), COLUMNS, text);
    assert_string_equal(text + 13, "|  > ring · ana");
}

static void a_gap_tells_how_much_is_missing(void **state)
{
    (void)state;
    struct json_t *value = item("gap", "", "Gone.");
    char text[LADDER_SIZE];

    (void)value_set_integer(value, "bytes", 12);
    write(value, COLUMNS, text);
    assert_string_equal(text + 13, "|  ... Gone. (12)");
}

/* Words of a stranger, each of whatever length, at every width. */
static void no_words_leave_their_lane(void **state)
{
    (void)state;
    static const char *const words[] = {
        "\x1b]0;pwned\x07",
        "\n|<--- 200 OK ---|",
        ("\xe2\x80\xae"
         "evil"),
        "世界世界世界世界世界世界世界世界世界世界世界世界世界世界",
        "",
        "a\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
    };
    char text[LADDER_SIZE], longest[3000];

    memset(longest, 'x', sizeof(longest) - 1);
    longest[sizeof(longest) - 1] = '\0';
    for (int columns = LADDER_LEAST; columns <= 200; columns++)
        for (size_t i = 0; i <= ARRAY_LEN(words); i++) {
            const char *said = i < ARRAY_LEN(words) ? words[i] : longest;
            struct json_t *value = item("message", said, "");
            int lanes = (columns - 13 - 3) / 2;

            (void)value_set_integer(value, "party", INT64_MAX);
            write(value, columns, text);
            for (const char *c = text; *c; c++)
                assert_true((unsigned char)*c >= ' ' && *c != 0x7f);
            assert_int_equal(cells_count(text), 13 + 3 + 2 * lanes);
            write(item("decision", said, said), columns, text);
            assert_true(strlen(text) < LADDER_SIZE);
        }
}

static void what_is_missing_is_empty(void **state)
{
    (void)state;
    char text[LADDER_SIZE];

    write(value_object(), COLUMNS, text);
    assert_string_equal(text + 13, "|  * ");
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, the_callers_message_points_to_the_server);
    TEST_LIST_ADD(&list, the_answer_to_a_callee_points_to_the_right);
    TEST_LIST_ADD(&list, a_response_tells_what_it_answers);
    TEST_LIST_ADD(&list, encrypted_sound_is_marked);
    TEST_LIST_ADD(&list, decisions_and_effects_stand_between);
    TEST_LIST_ADD(&list, a_gap_tells_how_much_is_missing);
    TEST_LIST_ADD(&list, no_words_leave_their_lane);
    TEST_LIST_ADD(&list, what_is_missing_is_empty);
    return test_list_run(&list);
}
