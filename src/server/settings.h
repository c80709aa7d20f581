/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cclite.conf(5) sets. */

#ifndef SERVER_SETTINGS_H
#define SERVER_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/log.h"
#include "base/setting.h"
#include "calls/calls.h"
#include "wire/worker_talk.h"

enum { SETTINGS_TEXT_SIZE = 256 };

/* What this release calls itself. */
#define SERVER_RELEASE "0.1.0"

/* Read once, at the start; every text is terminated. */
struct server_settings {
    char data_dir[SETTINGS_TEXT_SIZE];
    char socket[SETTINGS_TEXT_SIZE]; /* of the local API; "": in data_dir */
    char http_address[SETTINGS_TEXT_SIZE]; /* "": no TCP */
    int64_t http_port;
    char sip_address[SETTINGS_TEXT_SIZE]; /* one, or one of each family */
    int64_t sip_port;
    char sip_tls_certificate[SETTINGS_TEXT_SIZE]; /* "": no TLS */
    char sip_tls_key[SETTINGS_TEXT_SIZE];         /* "": in the same file */
    char sip_tls_authorities[SETTINGS_TEXT_SIZE]; /* "": as the system */
    int64_t sip_tls_port;
    char sip_public_address[SETTINGS_TEXT_SIZE]; /* "": none */
    char sip_local_networks[SETTINGS_TEXT_SIZE]; /* "10.0.0.0/8 fd00::/8" */
    char sip_name_servers[SETTINGS_TEXT_SIZE];   /* "": as the system */
    int64_t sip_keep_alive_us;                   /* 0: never */
    char sip_realm[SETTINGS_TEXT_SIZE];
    int64_t sip_auth_failures; /* per minute and source */
    int64_t sip_session_us;    /* of session timers (RFC 4028) */
    char rtp_address[SETTINGS_TEXT_SIZE];
    int64_t rtp_port_min;
    int64_t rtp_port_max;
    int64_t rtp_timeout_us; /* 0: never */
    int64_t rtp_threads;
    int64_t max_calls;
    int64_t overload_wait_us;
    int64_t overload_journal_us;
    char country[SETTINGS_TEXT_SIZE];   /* of ring-back; "": Europe's */
    char time_zone[SETTINGS_TEXT_SIZE]; /* "": this machine's */
    char prompt_dir[SETTINGS_TEXT_SIZE];
    char worker[SETTINGS_TEXT_SIZE]; /* the program cclite-worker */
    struct worker_voices voices;     /* ... and what it speaks by */
    bool lookup_private;             /* private addresses may be asked */
    char lookup_authorities[SETTINGS_TEXT_SIZE]; /* "": as the system */
    char recording_dir[SETTINGS_TEXT_SIZE];      /* within data_dir */
    char library_dir[SETTINGS_TEXT_SIZE];        /* of prompts, likewise */
    char smtp_url[SETTINGS_TEXT_SIZE];           /* "": no mail is sent */
    char smtp_from[SETTINGS_TEXT_SIZE];
    char smtp_user[SETTINGS_TEXT_SIZE]; /* "": nobody signs in */
    char smtp_password_file[SETTINGS_TEXT_SIZE];
    char smtp_authorities[SETTINGS_TEXT_SIZE]; /* "": as the system */
    bool smtp_tls;                             /* nothing is sent without */
    char webhook_key_file[SETTINGS_TEXT_SIZE]; /* "": not signed */
    char webhook_authorities[SETTINGS_TEXT_SIZE];
    bool webhook_private;
    enum log_level log_level;
    bool log_json;
    int64_t trace_memory; /* MiB; 0: nothing is traced */
    int64_t trace_keep_us;
    int64_t trace_keep_failed_us;
    int64_t drain_timeout_us;
};

/**
 * Reads the configuration file. Every mistake is told on standard error as
 * "file:line: what, why, what to do"; none is passed over.
 *
 * @param path  NULL: no file, the presets
 *
 * @return 0, or a negative errno: do not start
 */
int settings_read(const char *path, struct server_settings *ret_settings);

/** The table of the settings, for the manual. */
const struct setting *settings_table(size_t *ret_count);

/**
 * Writes where phones find this server: the first of sip.address, or
 * sip.public_address when the server listens at every address, and sip.port.
 * ":5060" when neither names one, "[2001:db8::1]:5060" for IPv6.
 */
void settings_sip_address(const struct server_settings *settings,
                          char *ret_text, size_t size);

/**
 * Sets rtp.address where it is not set: that of SIP; of both families the one
 * that takes both.
 */
void settings_sound_address(struct server_settings *settings);

enum { SETTINGS_MAX_ADDRESSES = 2 };

/**
 * Reads sip.address.
 *
 * @param ret_addresses  room for SETTINGS_MAX_ADDRESSES; NULL: only count them
 *
 * @return how many, 1 or 2, or -EINVAL: not addresses, or two of one family
 */
int settings_sip_addresses(const struct server_settings *settings,
                           uint16_t port,
                           struct sockaddr_storage *ret_addresses);

/**
 * Reads sip.name_servers; their usual port is 53.
 *
 * @param ret_servers  room for SIGNAL_MAX_NAME_SERVERS; NULL: only count them
 *
 * @return how many, or -EINVAL
 */
int settings_name_servers(const struct server_settings *settings,
                          struct sockaddr_storage *ret_servers);

/**
 * Reads sip.local_networks.
 *
 * @param ret_networks  room for SIGNAL_MAX_NETWORKS; NULL: only count them
 *
 * @return how many, or -EINVAL
 */
int settings_networks(const struct server_settings *settings,
                      struct signal_network *ret_networks);

/**
 * Tells the highest number a descriptor may get, however busy it is: the loop
 * keeps a row for each.
 */
int settings_max_fds(const struct server_settings *settings);

/**
 * Makes the settings of calls from them; texts are borrowed.
 *
 * @return 0, or -EINVAL
 */
int settings_for_calls(const struct server_settings *settings,
                       struct calls_settings *ret_calls);

#endif
