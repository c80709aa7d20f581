/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A WAV file as an answer, whole or the part that was asked for. */

#ifndef WEB_SOUND_FILE_H
#define WEB_SOUND_FILE_H

#include "web/exchange.h"

enum { SOUND_FILE_NAME_SIZE = 64 };

/**
 * Answers with a file that never changes.
 *
 * @param digest  names its content, for If-Range
 * @param name    for whoever saves it; harmless characters only
 *
 * @return whether the descriptor was taken over; else the answer says that the
 *         part lies outside
 */
bool sound_file_answer(struct exchange *exchange, int fd, uint64_t size,
                       const struct digest *digest, const char *name);

#endif
