/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line per record, which nobody can forge, flood or hold up. */

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <regex.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "tests/test.h"

static int ends[2]; /* of a pipe: what is logged comes out of ends[0] */

static void open_log(enum log_form form, enum log_level level)
{
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    log_open(ends[1], form, level);
}

/* Everything that was logged; ends the log. */
static void read_log(char *text, size_t size)
{
    size_t length = 0;
    ssize_t got;

    log_close();
    close(ends[1]);
    while ((got = read(ends[0], text + length, size - 1 - length)) > 0)
        length += (size_t)got;
    text[length] = '\0';
    close(ends[0]);
}

static void assert_matches(const char *text, const char *pattern)
{
    regex_t compiled;

    assert_int_equal(regcomp(&compiled, pattern, REG_EXTENDED | REG_NOSUB), 0);
    int rc = regexec(&compiled, text, 0, NULL, 0);
    regfree(&compiled);
    if (rc != 0)
        print_error("%s does not match %s\n", text, pattern);
    assert_int_equal(rc, 0);
}

#define MOMENT "2[0-9]{3}-[01][0-9]-[0-3][0-9]T[0-9:]{8}\\.[0-9]{3}Z"

static int count_lines(const char *text)
{
    int count = 0;

    for (; *text; text++)
        count += *text == '\n';
    return count;
}

static void a_record_is_a_line_of_text(void **state)
{
    (void)state;
    char text[512];

    open_log(LOG_FORM_TEXT, LOG_LEVEL_NOTE);
    log_say(LOG_LEVEL_WARNING, "sip", "trunk %s does not answer", "acme");
    read_log(text, sizeof(text));

    assert_matches(text, "^" MOMENT " warning sip trunk acme does not "
                         "answer\n$");
}

static void a_record_is_an_object_of_json(void **state)
{
    (void)state;
    char text[512];

    open_log(LOG_FORM_JSON, LOG_LEVEL_NOTE);
    log_say(LOG_LEVEL_ERROR, "web", "a \"b\" \\ %s", "č");
    read_log(text, sizeof(text));

    assert_matches(text, "^\\{\"at\":\"" MOMENT "\",\"level\":\"error\","
                         "\"area\":\"web\","
                         "\"text\":\"a \\\\\"b\\\\\" \\\\\\\\ č\"\\}\n$");
}

static void text_from_outside_forges_no_record(void **state)
{
    (void)state;
    char text[512];

    open_log(LOG_FORM_TEXT, LOG_LEVEL_NOTE);
    log_say(LOG_LEVEL_NOTE, "s\nip", "caller %s",
            "x\n2026-01-01T00:00:00.000Z error sip \x1b[2J\xff");
    read_log(text, sizeof(text));

    assert_int_equal(count_lines(text), 1);
    assert_null(strchr(text, '\x1b'));
    assert_true(text_is_utf8(text, strlen(text)));
}

static void a_long_sentence_is_cut(void **state)
{
    (void)state;
    static const enum log_form forms[] = { LOG_FORM_TEXT, LOG_FORM_JSON };

    for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
        char text[8192];
        char quotes[4000];

        memset(quotes, '"', sizeof(quotes));
        quotes[sizeof(quotes) - 1] = '\0';
        open_log(forms[i], LOG_LEVEL_NOTE);
        log_say(LOG_LEVEL_NOTE, "an area that is far too long", "%s", quotes);
        read_log(text, sizeof(text));

        assert_int_equal(count_lines(text), 1);
        assert_true(strlen(text) > 1000 && strlen(text) < 3072);
    }
}

static void the_level_is_changed_while_running(void **state)
{
    (void)state;
    char text[512];

    open_log(LOG_FORM_TEXT, LOG_LEVEL_WARNING);
    log_say(LOG_LEVEL_NOTE, "x", "one");
    assert_false(log_wants(LOG_LEVEL_NOTE));
    log_set_level(LOG_LEVEL_DETAIL);
    log_say(LOG_LEVEL_DETAIL, "x", "two");
    log_set_level(LOG_LEVEL_ERROR);
    log_say(LOG_LEVEL_WARNING, "x", "three");
    read_log(text, sizeof(text));

    assert_null(strstr(text, "one"));
    assert_non_null(strstr(text, "two"));
    assert_null(strstr(text, "three"));
}

static void a_repeated_sentence_is_counted(void **state)
{
    (void)state;
    char text[1024];

    open_log(LOG_FORM_TEXT, LOG_LEVEL_NOTE);
    for (int i = 0; i < 1000; i++) {
        log_say(LOG_LEVEL_WARNING, "sip", "flood");
        log_say(LOG_LEVEL_WARNING, "sip", "another flood");
    }
    log_say(LOG_LEVEL_ERROR, "sip", "flood");
    read_log(text, sizeof(text));

    assert_int_equal(count_lines(text), 5);
    assert_non_null(strstr(text, "warning sip flood (999 times more)\n"));
    assert_non_null(
        strstr(text, "warning sip another flood (999 times more)\n"));
}

static void a_sentence_pushed_out_of_memory_keeps_its_count(void **state)
{
    (void)state;
    char text[8192];

    open_log(LOG_FORM_TEXT, LOG_LEVEL_NOTE);
    for (int i = 0; i < 3; i++)
        log_say(LOG_LEVEL_NOTE, "x", "again");
    for (int i = 0; i < 40; i++)
        log_say(LOG_LEVEL_NOTE, "x", "sentence %d", i);
    read_log(text, sizeof(text));

    assert_int_equal(count_lines(text), 42);
    assert_non_null(strstr(text, "again (2 times more)\n"));
}

static void a_reader_who_does_not_read_delays_nobody(void **state)
{
    (void)state;
    static char text[1 << 20];
    struct pollfd writer;

    /* A pipe holds 64 KiB: most of these have no room. */
    open_log(LOG_FORM_TEXT, LOG_LEVEL_NOTE);
    for (int i = 0; i < 5000; i++)
        log_say(LOG_LEVEL_NOTE, "x", "sentence %d", i);
    writer = (struct pollfd){ ends[1], POLLOUT, 0 };
    assert_int_equal(poll(&writer, 1, 0), 0);

    ssize_t length = read(ends[0], text, sizeof(text) - 1);
    assert_true(length > 0);
    log_say(LOG_LEVEL_NOTE, "x", "at last");
    read_log(text, sizeof(text));

    assert_matches(text, "^[^\n]* warning log [0-9]+ records were dropped: "
                         "nobody reads\n");
    assert_non_null(strstr(text, "at last\n"));
}

static void a_reader_who_has_gone_is_no_accident(void **state)
{
    (void)state;

    open_log(LOG_FORM_TEXT, LOG_LEVEL_NOTE);
    close(ends[0]);
    log_say(LOG_LEVEL_NOTE, "x", "to nobody");
    log_close();
    close(ends[1]);
}

enum {
    WRITERS = 4,
    SENTENCES = 200,
};

static void *writes(void *argument)
{
    for (int i = 0; i < SENTENCES; i++) {
        log_say(LOG_LEVEL_NOTE, "x", "writer %d says %d to the end",
                *(const int *)argument, i);
        log_set_level(LOG_LEVEL_NOTE);
    }
    return NULL;
}

static void records_of_many_threads_stay_whole(void **state)
{
    (void)state;
    pthread_t threads[WRITERS];
    int writers[WRITERS];
    static char text[1 << 17];

    open_log(LOG_FORM_TEXT, LOG_LEVEL_NOTE);
    fcntl(ends[1], F_SETPIPE_SZ, 1 << 17);
    for (int i = 0; i < WRITERS; i++) {
        writers[i] = i;
        assert_int_equal(pthread_create(&threads[i], NULL, writes, &writers[i]),
                         0);
    }
    for (int i = 0; i < WRITERS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    read_log(text, sizeof(text));

    int lines = 0;
    char *rest = text;
    for (char *line = strsep(&rest, "\n"); rest; line = strsep(&rest, "\n")) {
        assert_matches(line, "^" MOMENT " note x writer [0-3] says [0-9]+ to "
                             "the end$");
        lines++;
    }
    assert_int_equal(lines, WRITERS * SENTENCES);
}

static void levels_have_names(void **state)
{
    (void)state;
    enum log_level level = LOG_LEVEL_COUNT;

    assert_int_equal(log_level_find("loud", &level), -ENOENT);
    assert_int_equal(level, LOG_LEVEL_COUNT);
    for (int i = 0; i < LOG_LEVEL_COUNT; i++) {
        assert_int_equal(
            log_level_find(log_level_name((enum log_level)i), &level), 0);
        assert_int_equal(level, i);
    }
}

int main(void)
{
    struct test_list list = { 0 };

    signal(SIGPIPE, SIG_IGN);
    TEST_LIST_ADD(&list, a_record_is_a_line_of_text);
    TEST_LIST_ADD(&list, a_record_is_an_object_of_json);
    TEST_LIST_ADD(&list, text_from_outside_forges_no_record);
    TEST_LIST_ADD(&list, a_long_sentence_is_cut);
    TEST_LIST_ADD(&list, the_level_is_changed_while_running);
    TEST_LIST_ADD(&list, a_repeated_sentence_is_counted);
    TEST_LIST_ADD(&list, a_sentence_pushed_out_of_memory_keeps_its_count);
    TEST_LIST_ADD(&list, a_reader_who_does_not_read_delays_nobody);
    TEST_LIST_ADD(&list, a_reader_who_has_gone_is_no_accident);
    TEST_LIST_ADD(&list, records_of_many_threads_stay_whole);
    TEST_LIST_ADD(&list, levels_have_names);
    return test_list_run(&list);
}
