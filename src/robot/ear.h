/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ears that are lent to handsets: whose voice is it that arrives? */

#ifndef ROBOT_EAR_H
#define ROBOT_EAR_H

#include "robot/handset.h"

/*
 * Media hands nobody the sound it receives, so an ear is a stream of its own
 * that leads to a socket of ours: bridged with the handset's stream for a
 * moment, it passes on what the handset receives. The handset goes on playing
 * its voice, which covers the bridge.
 *
 * There are a few ears for all; who finds none free waits its turn.
 */
struct ears;

/**
 * @return 0, or what sockets and media_open() return
 */
int ears_new(struct room *room, struct ears **ret_ears);

/** The streams must not be gone yet. NULL is fine. @return NULL always */
struct ears *ears_free(struct ears *ears);

/**
 * Listens to what a handset receives, until a voice is recognised or two
 * seconds have passed.
 *
 * @param heard  called once, with the voice or 0; not after ear_forget()
 */
void ears_listen(struct ears *ears, struct handset *handset,
                 void (*heard)(struct handset *handset, unsigned voice));

/** The handset leaves: nobody listens any more. */
void ear_forget(struct handset *handset);

#endif
