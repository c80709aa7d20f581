/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file that keeps who somebody is signed in as. */

#ifndef CLIENT_TOKEN_H
#define CLIENT_TOKEN_H

#include "base/home.h"
#include "client/endpoint.h"

/*
 * A token is as good as a password. It is in a file that nobody else can read,
 * never in an argument or a variable; and there is one file per server, so
 * that no server is shown the token of another.
 */
enum {
    TOKEN_SIZE = 256,
    TOKEN_PATH_SIZE = HOME_PATH_SIZE,
};

/**
 * Tells where the token for a server is kept: $CCLITE_TOKEN_FILE, or else
 * below $XDG_CONFIG_HOME/cclite/tokens, or else below ~/.config/cclite/tokens.
 *
 * @return 0, -ENOENT when the environment names no home, or -ENAMETOOLONG
 */
int token_path(const struct endpoint *endpoint, char ret_path[TOKEN_PATH_SIZE]);

/**
 * Reads a token.
 *
 * @return 0, or
 *         -ENOENT   there is none
 *         -EPERM    others can read the file, or it is somebody else's
 *         -EBADMSG  what is in it is no token
 *         or what open() and read() give
 */
int token_read(const char *path, char ret_token[TOKEN_SIZE]);

/**
 * Keeps a token, in place of the one before; makes the directories.
 *
 * @return 0, -EINVAL: it is no token, or what the system says
 */
int token_write(const char *path, const char *token);

/** Forgets a token. @return 0, also when there is none; or what unlink() says
 */
int token_remove(const char *path);

#endif
