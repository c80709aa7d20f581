/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests alone: a core that is made to have a mistake. */

#ifndef CORE_CORE_SPOIL_H
#define CORE_CORE_SPOIL_H

struct core;
struct state;

/*
 * Claims about the state hold after every event, or this program has a
 * mistake. A build that looks for mistakes stops there; a release puts those
 * concerned into a safe state and goes on.
 */

/** Lets a core of any build do as a release does. */
void core_survive_broken_claims(struct core *core);

/** Gives the state to write on; see state_inside.h. */
struct state *core_state_to_spoil(struct core *core);

#endif
