/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small HTTP server on loopback, whose answers a test says. */

#ifndef TESTS_JOBS_HTTP_PEER_H
#define TESTS_JOBS_HTTP_PEER_H

/*
 * Each connection is read up to the end of its request's head, and of its body
 * if it has a Content-Length, is answered with the text, as it is, and closed.
 * With no text the peer says nothing, and the connection stays open.
 */
struct http_peer;

struct http_peer *http_peer_new(const char *answer);
void http_peer_answer(struct http_peer *peer, const char *answer);
int http_peer_port(const struct http_peer *peer);

/** What the last request was, terminated; valid until the next. */
const char *http_peer_heard(struct http_peer *peer);

/** How many requests there were. */
int http_peer_count(struct http_peer *peer);

void http_peer_free(struct http_peer *peer);

#endif
