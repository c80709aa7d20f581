/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server of the tests' own, which can do what ours never does: lose messages,
   say nonsense, fall silent, hang up in the middle. */

#ifndef TESTS_CLIENT_FAKE_SERVER_H
#define TESTS_CLIENT_FAKE_SERVER_H

#include <pthread.h>
#include <stdatomic.h>
#include <sys/types.h>

#include "client/session.h"

/* One server, a thread, that plays a part for each connection. */
struct fake {
    char path[64];
    int listener;
    bool is_mute; /* agrees to nothing; set before a session is opened */
    pthread_t thread;
    atomic_bool is_ending;
    atomic_int watches; /* "watch" messages heard, of all connections */
    atomic_int connections;
    void (*part)(struct fake *fake, int fd);
};

/** Starts it at a socket of its own, with what it plays after the greeting. */
void fake_start(struct fake *fake, void (*part)(struct fake *, int fd));
void fake_stop(struct fake *fake);

/** Agrees to a WebSocket that was asked for in a head, and says hello. */
void fake_agree(int fd, const char *head);

/** Sends a text in a frame. */
void fake_say(int fd, const char *text);

/** As recv(), however long the other end takes. */
ssize_t fake_hear(const struct fake *fake, int fd, char *bytes, size_t size);

/** Waits until so many have asked to watch; reads what comes meanwhile. */
void fake_hear_watches(struct fake *fake, int fd, int count);

/** Opens a session with it, which comes back soon. */
struct session *fake_session(const struct fake *fake);

/** Takes news until there is some of a kind that suits, or fails the test. */
struct session_news fake_wait(struct session *session,
                              enum session_news_kind kind,
                              bool (*suits)(struct session *,
                                            const struct session_news *));

/* What suits: the link is so now. */
bool fake_is_live(struct session *session, const struct session_news *news);
bool fake_is_offline(struct session *session, const struct session_news *news);

#endif
