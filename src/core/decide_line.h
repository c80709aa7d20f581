/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions about the legs that stand; what they are is in line.h. */

#ifndef CORE_DECIDE_LINE_H
#define CORE_DECIDE_LINE_H

#include "core/decide.h"

/** Asks for the standing leg, for what the last event tells of. */
void ask_line(struct turn *turn, const struct desk_row *desk,
              uint64_t contact_id, int64_t due_us);

/** The phone is called once more, if only its being down stands against the
 *  agent's wish to be available. */
void write_line_wanted(struct turn *turn, const struct desk_row *desk);

/** Lets the leg go, or forgets that there was one; if so. */
void write_line_let_go(struct turn *turn, const struct desk_row *desk);

/** The phone has not been picked up, or its leg was lost: it is gone. */
void write_line_failed(struct turn *turn, const struct desk_row *desk,
                       enum offer_result result);

/** Nobody has picked up in time, or it is time to call again. */
void write_line_due(struct turn *turn, const struct desk_row *desk);

/** One that went with the server; whether there was one. */
bool write_lost_line(struct turn *turn);

/** The phone was picked up; and has hung up, or was not heard in a talk. */
enum refusal decide_line_answered(struct turn *turn,
                                  const struct desk_row *desk);
enum refusal decide_line_hung_up(struct turn *turn, const struct desk_row *desk,
                                 bool media_lost);

/** Whom a colleague asks accepts that. */
enum refusal decide_accept_consult(struct turn *turn,
                                   const struct desk_row *desk);

#endif
