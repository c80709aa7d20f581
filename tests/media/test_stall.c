/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process that was stopped for a second does not make up for it. */

#include <signal.h>
#include <poll.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "media/media.h"
#include "tests/media/peer.h"
#include "tests/test.h"

enum {
    OLD = 50, /* packets sent meanwhile, 20 ms apart */
    FRAME_MS = 20,
    MARK = 0xee,
    TRIES = 1000,
};

/* The speaker, the listener, and one who hears music. */
enum {
    SPEAKER,
    LISTENER,
    WAITING,
    PEERS,
};

/* The product, in a process of its own: tells its ports, and works until the
   test closes the pipe. */
static void serve(struct peer *peers, int tell, int stop)
{
    static struct desk desk;
    struct media_settings settings = desk_settings();
    struct media_stream_id ids[PEERS];
    uint16_t ports[PEERS];
    struct sound *sound = NULL;
    struct media_play order = { .loop = true };
    char end;

    desk_open(&desk, &settings);
    for (int i = 0; i < PEERS; i++)
        ids[i] = desk_stream(&desk, &peers[i], &ports[i]);
    assert_int_equal(
        desk_result(&desk, media_bridge(desk.media, ids[SPEAKER], ids[LISTENER],
                                        TAG(&desk))),
        0);
    assert_int_equal(sound_from_tone(SOUND_SILENCE, NULL, &sound), 0);
    order.sound = sound;
    assert_int_equal(desk_result(&desk, media_play(desk.media, ids[WAITING],
                                                   TAG(&desk), &order)),
                     0);
    sound_unref(sound);
    assert_int_equal(write(tell, ports, sizeof(ports)), sizeof(ports));
    while (read(stop, &end, 1) > 0)
        continue;
    desk_close(&desk);
}

/* A phone's timestamps follow its clock, however late this test is. */
static void say(struct peer *speaker, uint16_t to_port, uint8_t octet)
{
    speaker->timestamp = (uint32_t)(test_now_ms() * 8);
    peer_send_octet(speaker, to_port, octet);
}

struct server {
    pid_t pid;
    int told;
    int stop;
    uint16_t ports[PEERS];
};

static struct server start(struct peer *peers)
{
    int told[2], stop[2];
    struct server server;

    assert_int_equal(pipe(told), 0);
    assert_int_equal(pipe(stop), 0);
    server.pid = fork();
    assert_true(server.pid >= 0);
    if (server.pid == 0) {
        close(told[0]);
        close(stop[1]);
        serve(peers, told[1], stop[0]);
        _exit(0);
    }
    close(told[1]);
    close(stop[0]);
    server.told = told[0];
    server.stop = stop[1];
    assert_int_equal(read(server.told, server.ports, sizeof(server.ports)),
                     sizeof(server.ports));
    return server;
}

static void finish(const struct server *server)
{
    int status = -1;

    close(server->told);
    close(server->stop);
    assert_int_equal(waitpid(server->pid, &status, 0), server->pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* Stops it for a second, in which the speaker goes on. */
static void sleep_through(const struct server *server, struct peer *speaker)
{
    int status;

    assert_int_equal(kill(server->pid, SIGSTOP), 0);
    assert_int_equal(waitpid(server->pid, &status, WUNTRACED), server->pid);
    for (int i = 0; i < OLD; i++) {
        say(speaker, server->ports[SPEAKER], (uint8_t)i);
        poll(NULL, 0, FRAME_MS); /* the pace of speech, not a wait */
    }
    assert_int_equal(kill(server->pid, SIGCONT), 0);
}

/* Speaks until it is heard; what is heard before is looked at. */
static void speak(const struct server *server, struct peer *peers)
{
    struct heard heard;

    for (int tries = 0; tries < TRIES; tries++) {
        say(&peers[SPEAKER], server->ports[SPEAKER], MARK);
        while (peer_hear(&peers[LISTENER], &heard, 100)) {
            if (heard.payload[0] == MARK)
                return;
            /* Nothing that waited in the socket is heard. */
            assert_true(heard.payload[0] >= OLD);
        }
    }
    fail();
}

static void old_audio_is_dropped_and_music_does_not_burst(void **state)
{
    (void)state;
    struct peer peers[PEERS];
    struct heard heard;
    int burst = 0;

    for (int i = 0; i < PEERS; i++)
        peer_open(&peers[i]);

    struct server server = start(peers);

    speak(&server, peers);
    sleep_through(&server, &peers[SPEAKER]);

    int64_t woken_ms = test_now_ms();

    peer_forget(&peers[WAITING]);
    speak(&server, peers);
    while (peer_hear(&peers[WAITING], &heard, 0))
        burst++;
    /* At most three frames at once, then one each 20 ms; never 50. */
    assert_true(burst <= 3 + (test_now_ms() - woken_ms) / FRAME_MS + 1);

    finish(&server);
    for (int i = 0; i < PEERS; i++)
        peer_close(&peers[i]);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, old_audio_is_dropped_and_music_does_not_burst);
    return test_list_run(&list);
}
