/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mail server says decides whether a mail is tried again. */

#include "jobs/mail.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/test.h"

enum { MAX_LINE = 1024 };

/* A mail server for one mail: what it says to each command, in order. An
   answer of "" closes the connection. */
struct post {
    const char *const *answers;
    int fd;
    int asked; /* answers given */
    pthread_t thread;
};

static bool read_line(int fd, char line[MAX_LINE])
{
    size_t length = 0;

    while (length < MAX_LINE - 1 && read(fd, &line[length], 1) == 1)
        if (line[length++] == '\n') {
            line[length] = '\0';
            return true;
        }

    return false;
}

static bool read_to_dot(int fd)
{
    char line[MAX_LINE];

    while (read_line(fd, line))
        if (strcmp(line, ".\r\n") == 0)
            return true;

    return false;
}

static void converse(struct post *post, int fd)
{
    const char *const *answer = post->answers;
    char line[MAX_LINE];

    for (; *answer && **answer; answer++) {
        (void)snprintf(line, sizeof(line), "%s\r\n", *answer);
        if (send(fd, line, strlen(line), MSG_NOSIGNAL) < 0)
            return;
        post->asked++;
        if (strncmp(*answer, "354", 3) == 0 ? !read_to_dot(fd)
                                            : !read_line(fd, line))
            return;
    }
}

static void *serve(void *arg)
{
    struct post *post = arg;
    int fd = accept(post->fd, NULL, NULL);

    if (fd >= 0) {
        converse(post, fd);
        close(fd);
    }
    return NULL;
}

static int begin(struct post *post)
{
    struct sockaddr_in address = { .sin_family = AF_INET };
    socklen_t size = sizeof(address);

    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    post->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(post->fd >= 0);
    assert_int_equal(bind(post->fd, (struct sockaddr *)&address, size), 0);
    assert_int_equal(listen(post->fd, 1), 0);
    assert_int_equal(getsockname(post->fd, (struct sockaddr *)&address, &size),
                     0);
    assert_int_equal(pthread_create(&post->thread, NULL, serve, post), 0);
    return ntohs(address.sin_port);
}

/* To two addresses. */
static const struct row {
    const char *says;
    const char *answers[8];
    bool waits_for_all;
    enum delivery_result result;
    int code;
} rows[] = {
    { "all is taken",
      { "220 a", "250 a", "250 b", "250 c", "250 d", "354 e", "250 f" },
      true,
      DELIVERY_SENT,
      250 },
    { "an address that is refused is passed over",
      { "220 a", "250 a", "250 b", "550 c", "250 d", "354 e", "250 f" },
      true,
      DELIVERY_SENT,
      250 },
    { "one that is refused for now puts the mail off",
      { "220 a", "250 a", "250 b", "250 c", "451 d", "354 e", "250 f" },
      true,
      DELIVERY_NOT_NOW,
      451 },
    { "... until that has been long enough",
      { "220 a", "250 a", "250 b", "250 c", "451 d", "354 e", "250 f" },
      false,
      DELIVERY_SENT,
      250 },
    { "all addresses are refused for good",
      { "220 a", "250 a", "250 b", "550 c", "550 d" },
      true,
      DELIVERY_REFUSED,
      550 },
    { "the sender is",
      { "220 a", "250 a", "553 b" },
      true,
      DELIVERY_REFUSED,
      553 },
    { "the mail is",
      { "220 a", "250 a", "250 b", "250 c", "250 d", "354 e", "554 f" },
      true,
      DELIVERY_REFUSED,
      554 },
    { "the mail is not taken now",
      { "220 a", "250 a", "250 b", "250 c", "250 d", "354 e", "452 f" },
      true,
      DELIVERY_NOT_NOW,
      452 },
    { "nobody has signed in",
      { "220 a", "250 a", "530 b" },
      true,
      DELIVERY_NOT_NOW,
      530 },
    { "a greeting that is a refusal",
      { "554 a" },
      true,
      DELIVERY_NOT_NOW,
      554 },
    { "the line ends behind a refusal",
      { "220 a", "250 a", "250 b", "550 c", "" },
      true,
      DELIVERY_NOT_NOW,
      550 },
};

static enum delivery_result send_by(struct post *post, bool waits_for_all,
                                    int *ret_code)
{
    static const atomic_bool is_ending;
    char url[64];
    const struct mail_server server = {
        .url = url,
        .from = "cc@example.net",
        .user = "",
        .password = "",
        .authorities = "",
        .host = "example.net",
        .is_ending = &is_ending,
    };
    const struct mail mail = {
        .to = "ana@example.net bob@example.net",
        .waits_for_all = waits_for_all,
        .id = 7,
        .subject = "a",
        .text = "b",
        .language = "en",
        .sound = -1,
    };

    (void)snprintf(url, sizeof(url), "smtp://127.0.0.1:%d", begin(post));
    enum delivery_result result = mail_send(&server, &mail, ret_code);
    (void)shutdown(post->fd, SHUT_RDWR);
    assert_int_equal(pthread_join(post->thread, NULL), 0);
    close(post->fd);
    return result;
}

static void answers_decide(void **state)
{
    const struct row *row = *state;
    struct post post = { .answers = row->answers };
    int code;

    assert_int_equal(send_by(&post, row->waits_for_all, &code), row->result);
    assert_int_equal(code, row->code);
}

static void whoever_waits_has_not_sent(void **state)
{
    static const char *const later[] = { "220 a", "250 a", "250 b", "451 c",
                                         "250 d", "354 e", "250 f", NULL };
    struct post post = { .answers = later };
    int code;

    (void)state;
    assert_int_equal(send_by(&post, true, &code), DELIVERY_NOT_NOW);
    assert_true(post.asked <= 5); /* a QUIT at most, and no DATA */
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, answers_decide, rows);
    TEST_LIST_ADD(&list, whoever_waits_has_not_sent);
    return test_list_run(&list);
}
