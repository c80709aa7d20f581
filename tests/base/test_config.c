/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A configuration file is understood as written, or refused with its line. */

#include "base/config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

#define SECOND INT64_C(1000000)

static const struct setting settings[] = {
    { "data", SETTING_TEXT, "/var/lib/cclite", 1, 20, "where data is" },
    { "key", SETTING_SECRET, NULL, 8, 64, "a secret" },
    { "workers", SETTING_INTEGER, "4", 1, 64, "how many" },
    { "offset", SETTING_INTEGER, "0", 0, 0, "any number" },
    { "sip.port", SETTING_PORT, "5060", 0, 0, "where SIP is" },
    { "sip.address", SETTING_ADDRESS, "", 0, 0, "where SIP is" },
    { "sip.t1", SETTING_DURATION, "500ms", 10000, 4 * SECOND, "a timer" },
    { "web.max_body", SETTING_SIZE, "64K", 1, 1 << 30, "the largest body" },
    { "web.open", SETTING_BOOLEAN, "no", 0, 0, "open to everyone" },
};

static char scratch[] = "/tmp/cclite-config-XXXXXX";

static void write_bytes(const char *bytes, size_t length)
{
    int fd = open(scratch, O_WRONLY | O_TRUNC);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, length), length);
    close(fd);
}

static int read_scratch(struct config **ret_config, struct config_fault *fault)
{
    return config_read(scratch, settings, ARRAY_LEN(settings), ret_config,
                       fault);
}

static const struct value_row {
    const char *says;
    const char *file;
    const char *name;
    const char *text;
    int64_t number;
    unsigned line;
} value_rows[] = {
    { "a setting not given has its preset", "", "sip.t1", "500ms", 500000, 0 },
    { "a setting without preset is empty", "", "key", "", 0, 0 },
    { "a value is taken", "workers = 7\n", "workers", "7", 7, 1 },
    { "the last line needs no newline", "workers = 7", "workers", "7", 7, 1 },
    { "blanks and tabs do not matter", "\t workers\t=  7 \t\n", "workers", "7",
      7, 1 },
    { "lines may end as elsewhere", "workers = 7\r\n", "workers", "7", 7, 1 },
    { "a section comes before its keys", "[sip]\nport = 5070\n", "sip.port",
      "5070", 5070, 2 },
    { "a dotted key needs no section", "sip.port = 5070\n", "sip.port", "5070",
      5070, 1 },
    { "a section may come twice",
      "[sip]\nport = 5070\n[web]\nopen = yes\n[sip]\nt1 = 1s\n", "sip.t1", "1s",
      SECOND, 6 },
    { "comments and empty lines count as lines",
      "# one\n\n; two\n  # three\nworkers = 7\n", "workers", "7", 7, 5 },
    { "a text keeps its blanks, signs and =", "data = /a b#c=d;e", "data",
      "/a b#c=d;e", 0, 1 },
    { "quotes keep what would be cut", "data = \"  \\\"a\\\\  \"", "data",
      "  \"a\\  ", 0, 1 },
    { "accents are text", "data = /Peña", "data", "/Peña", 0, 1 },
    { "a negative number is one", "offset = -9223372036854775807", "offset",
      "-9223372036854775807", -INT64_MAX, 1 },
    { "milliseconds are durations", "sip.t1 = 20ms", "sip.t1", "20ms", 20000,
      1 },
    { "seconds are durations", "sip.t1 = 2 s", "sip.t1", "2 s", 2 * SECOND, 1 },
    { "kilobytes have 1,024 bytes", "web.max_body = 2K", "web.max_body", "2K",
      2048, 1 },
    { "bytes need no unit", "web.max_body = 1000", "web.max_body", "1000", 1000,
      1 },
    { "yes is 1", "web.open = yes", "web.open", "yes", 1, 1 },
    { "an IPv4 address is one", "sip.address = 192.0.2.1", "sip.address",
      "192.0.2.1", 0, 1 },
    { "an IPv6 address is one", "sip.address = 2001:db8::1", "sip.address",
      "2001:db8::1", 0, 1 },
};

static void is_read(void **state)
{
    const struct value_row *row = *state;
    struct config *config = NULL;
    struct config_fault fault;

    write_bytes(row->file, strlen(row->file));
    assert_int_equal(read_scratch(&config, &fault), 0);
    assert_string_equal(config_text(config, row->name), row->text);
    assert_int_equal(config_number(config, row->name), row->number);
    assert_int_equal(config_line(config, row->name), row->line);
    config_free(config);
}

static const struct fault_row {
    const char *says;
    const char *file;
    const char *text; /* after the path */
} fault_rows[] = {
    { "an unknown key is refused", "\nsip.prot = 1\n",
      ":2: sip.prot: there is no such setting" },
    { "a known key in the wrong section is refused", "[web]\nport = 1\n",
      ":2: web.port: there is no such setting" },
    { "a key given twice is refused", "sip.port = 1\n[sip]\nport = 2\n",
      ":3: sip.port: is given twice" },
    { "a line without = is refused", "workers 7\n",
      ":1: a setting is written as name = value" },
    { "a key in capitals is refused", "Workers = 7\n",
      ":1: a name is made of a-z 0-9 _ - and dots" },
    { "an empty key is refused", "= 7\n",
      ":1: a name is made of a-z 0-9 _ - and dots" },
    { "half a section is refused", "[sip\n",
      ":1: a section is written as [name]" },
    { "a section without a name is refused", "[]\n",
      ":1: a section is written as [name]" },
    { "an include is refused", "include other.conf\n",
      ":1: there are no includes: write it all in one file" },
    { "a dotted include is refused", "include /etc/*.conf\n",
      ":1: there are no includes: write it all in one file" },
    { "a word is no number", "workers = many\n",
      ":1: workers = many: is no whole number (1..64)" },
    { "a number with a tail is none", "workers = 7 # seven\n",
      ":1: workers = 7 # seven: is no whole number (1..64)" },
    { "a number too large is refused", "workers = 65\n",
      ":1: workers = 65: is out of range (1..64)" },
    { "a number too small is refused", "workers = 0\n",
      ":1: workers = 0: is out of range (1..64)" },
    { "a number beyond 64 bits is refused", "offset = 9223372036854775808\n",
      ":1: offset = 9223372036854775808: is no whole number" },
    { "an empty number is refused", "workers =\n",
      ":1: workers: is no whole number (1..64)" },
    { "a port 0 is refused", "sip.port = 0\n",
      ":1: sip.port = 0: is out of range (1..65535)" },
    { "a port 65536 is refused", "sip.port = 65536\n",
      ":1: sip.port = 65536: is out of range (1..65535)" },
    { "a duration without unit is refused", "sip.t1 = 500\n",
      ":1: sip.t1 = 500: is no duration such as 500ms, 20s, 5min or 2h "
      "(10ms..4s)" },
    { "a duration too long is refused", "sip.t1 = 1h\n",
      ":1: sip.t1 = 1h: is out of range (10ms..4s)" },
    { "a duration beyond 64 bits is refused", "sip.t1 = 9223372036854775807h\n",
      ":1: sip.t1 = 9223372036854775807h: is out of range (10ms..4s)" },
    { "a size in unknown units is refused", "web.max_body = 2kB\n",
      ":1: web.max_body = 2kB: is no size such as 4096, 64K, 20M or 1G "
      "(1..1G)" },
    { "true is neither yes nor no", "web.open = true\n",
      ":1: web.open = true: is neither yes nor no (yes no)" },
    { "a name is no address", "sip.address = localhost\n",
      ":1: sip.address = localhost: is no address such as 192.0.2.1 or "
      "2001:db8::1" },
    { "an address with a port is none", "sip.address = 192.0.2.1:5060\n",
      ":1: sip.address = 192.0.2.1:5060: is no address such as 192.0.2.1 or "
      "2001:db8::1" },
    { "an empty text is refused where one is needed", "data =\n",
      ":1: data: must not be empty (1..20)" },
    { "a text too long is refused", "data = 123456789012345678901\n",
      ":1: data = 123456789012345678901: is too long (1..20)" },
    { "a secret too short is refused and not shown", "key = geheim\n",
      ":1: key: is too short (8..64)" },
    { "a quote without its pair is refused", "data = \"a\n",
      ":1: data: has quotation marks that do not pair" },
    { "a quote inside quotes is refused", "data = \"a\"b\"\n",
      ":1: data: has quotation marks that do not pair" },
    { "an unknown escape is refused", "data = \"a\\n\"\n",
      ":1: data: has quotation marks that do not pair" },
    { "a control character is refused", "data = a\x1b[2J\n",
      ":1: the line holds a control character" },
    { "broken UTF-8 is refused",
      "data = Pe\xf1"
      "a\n",
      ":1: the line is not UTF-8" },
};

static void is_refused(void **state)
{
    const struct fault_row *row = *state;
    struct config *config = NULL;
    struct config_fault fault = { 0 };
    char text[512];

    write_bytes(row->file, strlen(row->file));
    assert_int_equal(read_scratch(&config, &fault), -EINVAL);
    assert_null(config);
    config_fault_write(&fault, "", fault.problem, text, sizeof(text));
    assert_string_equal(text, row->text);
}

static void a_nul_is_refused(void **state)
{
    (void)state;
    struct config *config = NULL;
    struct config_fault fault;

    write_bytes("workers = 7\ndata = a\0b\n", 24);
    assert_int_equal(read_scratch(&config, &fault), -EINVAL);
    assert_int_equal(fault.line, 2);
}

static void a_line_may_have_4096_bytes_and_no_more(void **state)
{
    (void)state;
    char line[CONFIG_MAX_LINE + 2];
    struct config *config = NULL;
    struct config_fault fault;

    memset(line, '#', sizeof(line));
    line[CONFIG_MAX_LINE] = '\n';
    write_bytes(line, CONFIG_MAX_LINE + 1);
    assert_int_equal(read_scratch(&config, &fault), 0);
    config = config_free(config);

    line[CONFIG_MAX_LINE] = '#';
    line[CONFIG_MAX_LINE + 1] = '\n';
    write_bytes(line, CONFIG_MAX_LINE + 2);
    assert_int_equal(read_scratch(&config, &fault), -EINVAL);
    assert_int_equal(fault.line, 1);
}

static void a_secret_that_others_may_read_is_refused(void **state)
{
    (void)state;
    static const char file[] = "workers = 7\nkey = verysecret\n";
    struct config *config = NULL;
    struct config_fault fault = { 0 };
    char text[512];

    write_bytes(file, strlen(file));
    assert_int_equal(chmod(scratch, 0644), 0);
    int rc = read_scratch(&config, &fault);
    assert_int_equal(chmod(scratch, 0600), 0);

    assert_int_equal(rc, -EINVAL);
    assert_int_equal(fault.line, 2);
    config_fault_write(&fault, "x", fault.problem, text, sizeof(text));
    assert_null(strstr(text, "verysecret"));

    assert_int_equal(read_scratch(&config, &fault), 0);
    assert_string_equal(config_text(config, "key"), "verysecret");
    config_free(config);
}

static void a_file_without_secrets_may_be_read_by_all(void **state)
{
    (void)state;
    struct config *config = NULL;
    struct config_fault fault;

    write_bytes("workers = 7\n", 12);
    assert_int_equal(chmod(scratch, 0644), 0);
    int rc = read_scratch(&config, &fault);
    assert_int_equal(chmod(scratch, 0600), 0);
    assert_int_equal(rc, 0);
    config_free(config);
}

static void what_is_no_file_is_refused(void **state)
{
    (void)state;
    struct config *config = NULL;
    struct config_fault fault;

    assert_int_equal(config_read("/nonexistent", settings, ARRAY_LEN(settings),
                                 &config, &fault),
                     -ENOENT);
    assert_int_equal(
        config_read("/tmp", settings, ARRAY_LEN(settings), &config, &fault),
        -EISDIR);
    assert_null(config);
}

static void no_file_means_presets(void **state)
{
    (void)state;
    struct config *config = NULL;
    struct config_fault fault;

    assert_int_equal(
        config_read(NULL, settings, ARRAY_LEN(settings), &config, &fault), 0);
    assert_int_equal(config_number(config, "sip.port"), 5060);
    config_free(config);
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    int before = live_blocks();
    int successes = 0;
    int rc;

    write_bytes("workers = 7\ndata = /x\n", 22);
    do {
        struct config *config = NULL;
        struct config_fault fault;

        fail_alloc_after(successes++);
        rc = read_scratch(&config, &fault);
        fail_alloc_after(FAIL_NO_ALLOC);

        assert_true(rc == 0 || (rc == -ENOMEM && !config));
        config_free(config);
        assert_int_equal(live_blocks(), before);
    } while (rc == -ENOMEM);

    assert_int_equal(successes, 6); /* itself, values, file, two texts */
}

int main(void)
{
    struct test_list list = { 0 };
    int fd = mkstemp(scratch);

    if (fd < 0)
        return 99;
    close(fd);

    TEST_LIST_ADD_ROWS(&list, is_read, value_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, fault_rows);
    TEST_LIST_ADD(&list, a_nul_is_refused);
    TEST_LIST_ADD(&list, a_line_may_have_4096_bytes_and_no_more);
    TEST_LIST_ADD(&list, a_secret_that_others_may_read_is_refused);
    TEST_LIST_ADD(&list, a_file_without_secrets_may_be_read_by_all);
    TEST_LIST_ADD(&list, what_is_no_file_is_refused);
    TEST_LIST_ADD(&list, no_file_means_presets);
    TEST_LIST_ADD(&list, survives_every_failed_allocation);
    int rc = test_list_run(&list);
    unlink(scratch);
    return rc;
}
