/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done about boxes and prompts by one's own phone, and its PINs. */

#ifndef CONSOLE_DOCUMENT_PHONE_H
#define CONSOLE_DOCUMENT_PHONE_H

#include "console/program.h"
#include "wire/route.h"

/**
 * Has the server ring one's own phone to record a greeting (which one is asked
 * first) or a prompt, or lets PINs in again.
 *
 * @param route  BOX_RECORD, PROMPT_RECORD, BOX_UNLOCK, DEVICE_UNLOCK,
 *               TRUNK_UNLOCK
 *
 * @return whether it is one of those
 */
bool document_phone(struct program *program, enum route_id route, uint64_t id);

#endif
