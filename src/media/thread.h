/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A media thread: its streams, its clock, the commands it gets. */

#ifndef MEDIA_THREAD_H
#define MEDIA_THREAD_H

#include <stddef.h>
#include <stdint.h>

#include "media/command.h"
#include "media/stream.h"

/*
 * It waits in epoll for packets, for its timer (each 20 ms while it has streams,
 * else each second), and for commands. A turn begins with the commands: a packet
 * or a frame is treated as what was asked before it came wants it. So a command
 * that nobody waits for need not wake a thread that ticks. A turn in which a
 * stream was closed ends there, since events at hand may be the stream's; what
 * they tell of is found again.
 *
 * A turn holds the thread's lock, which nobody else wants except
 * media_thread_move().
 */
struct media_thread;

/**
 * @param outlet        outlives it
 * @param settings      whose max_streams is the most it may ever have
 * @param max_commands  how many may wait at least
 *
 * @return 0 or negative errno
 */
int media_thread_new(struct stream_outlet *outlet,
                     const struct media_settings *settings, size_t max_commands,
                     struct media_thread **ret_thread);

/**
 * Ends the thread; its streams stay as they are, and are nobody's. The sounds of
 * commands not carried out are given back.
 *
 * @return NULL always
 */
struct media_thread *media_thread_free(struct media_thread *thread);

/**
 * Hands a command over. One with a tag is carried out at once, another one at
 * the thread's next turn, at most 20 ms later.
 *
 * @param reserve  places that must stay free afterwards
 *
 * @return 0 or -EAGAIN
 */
int media_thread_command(struct media_thread *thread,
                         const struct media_command *command, size_t reserve);

/**
 * Lets the thread wait for a stream's packets. COMMAND_ATTACH must follow, or
 * media_thread_forget().
 *
 * @return 0 or -errno of epoll_ctl()
 */
int media_thread_watch(struct media_thread *thread,
                       struct media_stream *stream);
void media_thread_forget(struct media_thread *thread,
                         struct media_stream *stream);

/**
 * Takes a stream, parted from its partner, to another thread, after all its
 * commands given so far. Waits for the end of both threads' turn. By main.
 *
 * @return 0 or -errno of epoll_ctl(); the stream stays then
 */
int media_thread_move(struct media_thread *from, struct media_thread *to,
                      struct media_stream *stream);

/**
 * When it last ended a turn, by clock_boot_us(). From any thread.
 */
int64_t media_thread_turned_us(const struct media_thread *thread);

#endif
