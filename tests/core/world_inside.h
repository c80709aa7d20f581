/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the world's books and what happens in it. */

#ifndef TESTS_CORE_WORLD_INSIDE_H
#define TESTS_CORE_WORLD_INSIDE_H

#include "tests/core/world.h"

/** A number from 0 on, below another one. */
uint32_t world_draw(struct world *world, uint32_t below);

bool world_chance(struct world *world, uint32_t percent);

/** Gives a command, keeps the books, and claims what must hold. */
void world_apply(struct world *world, const struct command *command);

/** A caller's leg is gone. */
void world_close_call(struct world *world, uint64_t call);

/** world_router.c: who serves what, and how well, is another matter now. */
void world_router_does_something(struct world *world);

/** world_callback.c: queues call back; somebody wants that, or not any more. */
void world_call_back(struct world *world);
void world_callback_does_something(struct world *world);

/** world_visit.c: whoever hears a box by phone presses a key. */
void world_visitor_does_something(struct world *world);

/** Somebody does something. */
void world_do_something(struct world *world);

/* Adds a flow with every type of node, called by +4207. */
void world_add_tour(struct story *story);

#endif
