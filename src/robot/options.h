/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command line asks of the robots. */

#ifndef ROBOT_OPTIONS_H
#define ROBOT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>

enum {
    OPTIONS_MAX_AGENTS = 300,
    OPTIONS_MAX_NAME = 63,
    OPTIONS_MAX_PATH = 255,
    OPTIONS_MAX_CALLS_AT_ONCE = 1000,
};

struct robot_agent {
    char name[OPTIONS_MAX_NAME + 1];
    char password[OPTIONS_MAX_NAME + 1];
    bool answers_at_once; /* as a phone of the mode on_demand does */
};

/* Low and high end of a duration that is drawn. */
struct robot_span {
    uint32_t low_ms;
    uint32_t high_ms;
};

struct robot_options {
    uint64_t seed;
    struct sockaddr_storage server;
    struct sockaddr_storage trunk;  /* where the callers call from */
    struct sockaddr_storage desks;  /* where the phones are */
    char tls[OPTIONS_MAX_PATH + 1]; /* PEM; "": SIP by UDP */
    uint16_t rtp_min, rtp_max;
    char realm[OPTIONS_MAX_NAME + 1];
    char called[OPTIONS_MAX_NAME + 1];
    char digits[OPTIONS_MAX_NAME + 1]; /* one of them is pressed; "": none */
    uint32_t callers;                  /* in all */
    uint32_t calls_per_1000_s;
    bool steady; /* evenly spaced, else at random around the rate */
    uint32_t at_once;
    uint32_t seconds; /* the whole run, at most */
    bool waits_for_line;
    struct robot_span digit_after, talk, ring, abandon_after;
    uint32_t abandon_permille, caller_ends_permille, reject_permille,
        miss_permille, transfer_permille, listen_permille;
    char transfer_to[OPTIONS_MAX_NAME + 1];
    struct robot_agent agents[OPTIONS_MAX_AGENTS];
    size_t agent_count;
};

/**
 * Reads the command line.
 *
 * @param errors  where to say what is wrong
 *
 * @return 0; 1 when help was asked for and printed; or -EINVAL, explained
 */
int robot_options_read(int argc, char **argv, FILE *errors,
                       struct robot_options *ret_options);

#endif
