/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which threads that stand still keep the server from saying that it lives. */

#include "server/server.h"

#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/test.h"

enum { LOOKS_MAX = 2000 };

/* A thread that beats once, and then stands still until it is let go. */
struct still {
    void (*begin)(const char *name, int limit_ms);
    const char *name;
    pthread_t thread;
    sem_t began, let_go;
};

static void *stand(void *arg)
{
    struct still *still = arg;

    still->begin(still->name, 1);
    sem_post(&still->began);
    sem_wait(&still->let_go);
    pulse_end();
    return NULL;
}

static void begin(struct still *still)
{
    sem_init(&still->began, 0, 0);
    sem_init(&still->let_go, 0, 0);
    assert_int_equal(pthread_create(&still->thread, NULL, stand, still), 0);
    sem_wait(&still->began);
}

static void end(struct still *still)
{
    sem_post(&still->let_go);
    pthread_join(still->thread, NULL);
    sem_destroy(&still->began);
    sem_destroy(&still->let_go);
}

/* Looks until it is seen that one stands still, and once more. @return whether
   that last look was followed by a sign of life */
static bool says_it_lives(const struct still *thread)
{
    struct server *server = calloc(1, sizeof(*server));
    struct still still = *thread;
    char words[64] = "";
    int ends[2];

    assert_non_null(server);
    assert_int_equal(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, ends),
                     0);
    server->service_fd = ends[0];
    begin(&still);
    for (int i = 0; i < LOOKS_MAX && server->still_threads == 0; i++) {
        server_watch(server);
        (void)poll(NULL, 0, 1);
    }
    assert_int_equal(server->still_threads, 1);
    while (recv(ends[1], words, sizeof(words) - 1, 0) > 0)
        ;

    server_watch(server);
    assert_int_equal(server->still_threads, 1); /* an alarm, in any case */
    ssize_t got = recv(ends[1], words, sizeof(words) - 1, 0);
    if (got > 0)
        assert_memory_equal(words, "WATCHDOG=1", (size_t)got);
    end(&still);
    close(ends[0]);
    close(ends[1]);
    free(server);
    return got > 0;
}

static void a_job_that_does_not_end_is_no_reason_to_end_all_calls(void **state)
{
    const struct still job = { .begin = pulse_begin_aside, .name = "job" };

    (void)state;
    assert_true(says_it_lives(&job));
}

static void a_thread_that_calls_need_is(void **state)
{
    const struct still media = { .begin = pulse_begin, .name = "media" };

    (void)state;
    assert_false(says_it_lives(&media));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_job_that_does_not_end_is_no_reason_to_end_all_calls),
        cmocka_unit_test(a_thread_that_calls_need_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
