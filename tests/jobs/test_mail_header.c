/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever strangers say, it is one header. */

#include <string.h>

#include "base/text.h"
#include "jobs/mail.h"
#include "jobs/message_mail.h"
#include "tests/test.h"

/* Encoded words as python's base64 writes them. */
static const struct header_row {
    const char *says;
    const char *text;
    const char *line;
} header_rows[] = {
    { "plain text stays", "New message, 0:42", "Subject: New message, 0:42" },
    { "an empty text is a header, too", "", "Subject: " },
    { "another language is encoded", "Nová zpráva",
      "Subject: =?UTF-8?B?Tm92w6EgenByw6F2YQ==?=" },
    { "a line break makes no second header", "a\r\nBcc: b@c",
      "Subject: =?UTF-8?B?YQ0KQmNjOiBiQGM=?=" },
    { "what looks encoded is encoded", "=?x", "Subject: =?UTF-8?B?PT94?=" },
    { "a long text is several words, each of whole characters",
      "áááááááááááááááááááááááááááááá",
      "Subject: =?UTF-8?B?"
      "w6HDocOhw6HDocOhw6HDocOhw6HDocOhw6HDocOhw6HDocOhw6HDocOhw6E=?=\r\n"
      " =?UTF-8?B?w6HDocOhw6HDocOhw6HDoQ==?=" },
};

static void is_one_header(void **state)
{
    const struct header_row *row = *state;
    char line[MAIL_HEADER_SIZE];

    mail_header("Subject", row->text, line);
    assert_string_equal(line, row->line);
}

/* Every line of a header but the first begins with a blank. */
static void never_too_long(void **state)
{
    char text[4 * MAIL_HEADER_SIZE], line[MAIL_HEADER_SIZE];

    (void)state;
    memset(text, '\n', sizeof(text));
    text[sizeof(text) - 1] = '\0';
    mail_header("Subject", text, line);
    assert_true(strlen(line) < sizeof(line));
    for (const char *at = line; (at = strstr(at, "\r\n")); at += 2)
        assert_int_equal(at[2], ' ');
}

/* A long name is cut between its letters. */
static void names_are_cut_between_letters(void **state)
{
    static struct mail mail;
    struct event_box_set box = { .name = { "box" } };
    struct shape_message message = { .caller = { "+420777" } };

    (void)state;
    strcpy(box.label.text, "a");
    for (int i = 0; i < 47; i++)
        strcat(box.label.text, "á");
    message_mail_write(&box, &message, "UTC", &mail);
    assert_true(text_is_utf8(mail.subject, strlen(mail.subject)));
    assert_non_null(strstr(mail.subject, "+420777"));
}

/* A phone of ours has no number, and is not withheld for that. */
static void a_name_stands_for_a_number(void **state)
{
    static struct mail mail;
    struct event_box_set box = { .name = { "box" } };
    struct shape_message message = { .caller_name = { "Bob" } };

    (void)state;
    message_mail_write(&box, &message, "UTC", &mail);
    assert_string_equal(mail.subject, "New message in box from Bob");
    assert_null(strstr(mail.text, "withheld"));
    assert_non_null(strstr(mail.text, "Caller: Bob\r\n"));
}

/* ... in the reader's language, urgent or not. */
static const struct given_row {
    const char *says;
    enum speech language;
    bool urgent;
    uint64_t agent_id;
    const char *subject;
} given_rows[] = {
    { "one that is given to nobody is new", SPEAKS_EN, false, 0,
      "New message in Desk from +420777" },
    { "one that is given to the reader says so", SPEAKS_EN, false, 7,
      "Message for you in Desk from +420777" },
    { "... and that it is urgent", SPEAKS_EN, true, 7,
      "Urgent message for you in Desk from +420777" },
};

static void subject_says_whose_it_is(void **state)
{
    const struct given_row *row = *state;
    static struct mail mail;
    struct event_box_set box = { .label = { "Desk" },
                                 .mail_language = row->language };
    struct shape_message message = { .caller = { "+420777" },
                                     .urgent = row->urgent,
                                     .agent_id = row->agent_id };

    message_mail_write(&box, &message, "UTC", &mail);
    assert_string_equal(mail.subject, row->subject);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, is_one_header, header_rows);
    TEST_LIST_ADD_ROWS(&list, subject_says_whose_it_is, given_rows);
    TEST_LIST_ADD(&list, never_too_long);
    TEST_LIST_ADD(&list, names_are_cut_between_letters);
    TEST_LIST_ADD(&list, a_name_stands_for_a_number);
    return test_list_run(&list);
}
