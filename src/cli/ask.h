/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the server on behalf of a verb, and telling people about refusals. */

#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "cli/cli.h"
#include "client/token.h"
#include "wire/route.h"
#include "wire/value.h"

enum { ASK_PATH_SIZE = 8192 };

/* A request that follows a route. Texts are borrowed. */
struct ask {
    const struct route *route;
    const char *parameters[ROUTE_MAX_PARAMETERS]; /* {id}, {token}: a name,
                                                     or a number as #7 */
    const char *query;         /* "limit=5&...", escaped; or NULL */
    const struct json_t *body; /* or NULL */
    const char *sound;         /* WAV or CSV, in place of the body; or NULL */
    size_t sound_length;       /* in bytes */
    const char *match;         /* an ETag; or NULL */
    const char *range;         /* "bytes=0-999"; or NULL */
};

struct answer {
    struct client_reply reply;
    struct json_t *value; /* NULL: the answer is no JSON */
};

/**
 * Reads the token of whoever is signed in at the server.
 *
 * @param ret_token  "": nobody is
 *
 * @return EXIT_DONE, or why it cannot be used, said
 */
enum exit_code ask_token(struct cli *cli, char ret_token[TOKEN_SIZE]);

/**
 * Asks, and says what went wrong, if something did: one line, "cclite: field:
 * detail. fix".
 *
 * @param ret_answer  when EXIT_DONE; release with answer_done()
 */
enum exit_code ask(struct cli *cli, const struct ask *ask,
                   struct answer *ret_answer);

/** The same, silently: the caller says it, or does not mind. */
enum exit_code ask_quietly(struct cli *cli, const struct ask *ask,
                           struct answer *ret_answer);

/**
 * Asks for a whole list, page by page.
 *
 * @param ask        query is added to
 * @param max        how many items are wanted at most; 0: all
 * @param ret_items  when EXIT_DONE, a list; release with value_free()
 */
enum exit_code ask_for_list(struct cli *cli, const struct ask *ask_all,
                            size_t max, struct json_t **ret_items);

/** The same, all of it and silently. */
enum exit_code ask_for_list_quietly(struct cli *cli, const struct ask *ask_all,
                                    struct json_t **ret_items);

/**
 * Reads the token for the server; says what is wrong with its file. One that
 * is not there is "": the socket may do without.
 */
enum exit_code ask_token(struct cli *cli, char ret_token[TOKEN_SIZE]);

/** Releases what an answer holds. */
void answer_done(struct answer *answer);

/**
 * Fills in a call's route and the parts of its path. An agent that is not
 * named is the person who is signed in; says what is wrong when there is none.
 *
 * @param own  where the number of oneself is kept; borrowed by the request
 */
enum exit_code ask_aim(struct cli *cli, const struct call *call,
                       struct ask *request, char own[24]);

/** The route that reads what another one changes or removes. */
const struct route *ask_reading_route(const struct route *route);

/**
 * Adds "key=value" to a query, escaped.
 *
 * @return 0, or -ENAMETOOLONG
 */
int query_add(char *query, size_t size, const char *key, const char *value);

#endif
