/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of a file that is an answer's body, read by workers. */

#ifndef WEB_PIECE_READ_H
#define WEB_PIECE_READ_H

#include <stddef.h>

struct exchange;

/*
 * A file that is an answer's body is not read into memory, nor by the web
 * thread: a worker reads a piece, the client sends it, and asks for the next
 * one when the socket has taken it.
 */

/**
 * Asks for the next piece of the exchange's answer, which has one left. The
 * exchange waits; its `ready` finds the piece in exchange->piece, or NULL: it
 * could not be read.
 *
 * @param headroom  bytes left free before it
 *
 * @return 0, or -EAGAIN: there is no memory, or no worker
 */
int piece_ask(struct exchange *exchange, size_t headroom);

#endif
