/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of cclite.conf(5), and what is made of it. */

#include "server/settings.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/config.h"
#include "lang/failure.h"

enum {
    LONGEST = SETTINGS_TEXT_SIZE - 1,
    LONGEST_VOICE = WORKER_VOICE_SIZE - 1,
    US_PER_MS = 1000,
};

/* In the table as numbers, for the manual. */
_Static_assert(WORKER_MIN_SPEED == 80 && WORKER_MAX_SPEED == 450,
               "speeds are what the worker takes");

/* clang-format off */
static const struct setting table[] = {
    { "data_dir", SETTING_TEXT, "/var/lib/cclite", 1, LONGEST,
      N_("where the journal and all else is kept; it must exist") },
    { "socket", SETTING_TEXT, "", 0, 107,
      N_("the Unix socket of the local API; empty: cclited.sock in data_dir") },
    { "http.address", SETTING_TEXT, "", 0, 63,
      N_("the IP address of the API for others; empty: none") },
    { "http.port", SETTING_PORT, "8080", 0, 0,
      N_("its port") },
    { "sip.address", SETTING_TEXT, "0.0.0.0", 1, LONGEST,
      N_("the IP address for SIP, by UDP and TCP; or one of IPv4 and one of IPv6, separated by a blank") },
    { "sip.port", SETTING_PORT, "5060", 0, 0,
      N_("its port") },
    { "sip.tls_certificate", SETTING_TEXT, "", 0, LONGEST,
      N_("a PEM file with the certificate for SIP over TLS, and those up to the root; empty: no TLS") },
    { "sip.tls_key", SETTING_TEXT, "", 0, LONGEST,
      N_("a PEM file with its key, not encrypted; empty: it is in the same file") },
    { "sip.tls_authorities", SETTING_TEXT, "", 0, LONGEST,
      N_("a PEM file with whom to believe when a trunk shows a certificate; empty: as the system does") },
    { "sip.tls_port", SETTING_PORT, "5061", 0, 0,
      N_("the port for SIP over TLS, at sip.address") },
    { "sip.public_address", SETTING_TEXT, "", 0, 63,
      N_("the IP address that peers outside the local networks see; empty: as it is") },
    { "sip.local_networks", SETTING_TEXT, "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16", 0, LONGEST,
      N_("networks where no public address is needed, separated by blanks") },
    { "sip.name_servers", SETTING_TEXT, "", 0, LONGEST,
      N_("IP addresses of the name servers that know the host names of trunks, 3 at most, separated by blanks; empty: those of /etc/resolv.conf") },
    { "sip.keep_alive", SETTING_DURATION, "25s", 0, INT64_C(600000000),
      N_("how often phones behind NAT are asked whether they are there, so that they stay reachable; 0s: never") },
    { "sip.realm", SETTING_TEXT, "cclite", 1, SIGNAL_REALM_MAX,
      N_("the realm of the phones' passwords; another one needs new passwords") },
    { "sip.auth_failures", SETTING_INTEGER, "60", 1, 100000,
      N_("wrong passwords from one network in a minute, then it is locked out for a minute") },
    { "sip.session", SETTING_DURATION, "30min", INT64_C(90000000), INT64_C(86400000000),
      N_("how often a phone or trunk with session timers shows that a call stands; without a sign it is ended") },
    { "rtp.address", SETTING_TEXT, "", 0, 63,
      N_("the IP address for sound; empty: that of SIP, or every address when that are two") },
    { "rtp.port_min", SETTING_INTEGER, "16384", 1024, 65534,
      N_("the first port for sound, an even one") },
    { "rtp.port_max", SETTING_INTEGER, "32767", 1025, 65535,
      N_("the last port for sound") },
    { "rtp.timeout", SETTING_DURATION, "50s", 0, INT64_C(3600000000),
      N_("a call without a packet for so long is ended; 0s: never") },
    { "rtp.threads", SETTING_INTEGER, "1", 1, MEDIA_MAX_THREADS,
      N_("threads that carry sound") },
    { "max_calls", SETTING_INTEGER, "1000", 1, 4000,
      N_("calls at once; further ones get 503") },
    { "overload.wait", SETTING_DURATION, "500ms", 0, INT64_C(60000000),
      N_("a call by a trunk that waited longer to be looked at gets 503; 0s: "
         "none does") },
    { "overload.journal", SETTING_DURATION, "0s", 0, INT64_C(3600000000),
      N_("calls by trunks get 503 while the disk is so far behind; 0s: only "
         "while the journal has no room") },
    { "country", SETTING_TEXT, "", 0, 2,
      N_("two letters: whose ring-back tone callers hear; empty: Europe's") },
    { "time_zone", SETTING_TEXT, "", 0, 63,
      N_("at whose midnight the figures of today begin anew, and whose hours "
         "and dates routing rules ask about, as Europe/Madrid; empty: this "
         "machine's") },
    { "prompt_dir", SETTING_TEXT, SHARE_DIR "/prompts", 0, LONGEST,
      N_("where the prompts that come with the server are, as LANGUAGE/NAME.wav") },
    { "lookup.private", SETTING_BOOLEAN, "no", 0, 0,
      N_("whether lookups may ask machines at private addresses, loopback and the like; else those are refused") },
    { "lookup.authorities", SETTING_TEXT, "", 0, LONGEST,
      N_("a PEM file with whom to believe when a machine that is asked shows a certificate; empty: as the system does") },
    { "smtp.url", SETTING_TEXT, "", 0, LONGEST,
      N_("who takes mail, as smtp://mail.example.net:587, or smtps://; empty: none is sent") },
    { "smtp.from", SETTING_TEXT, "cclite@localhost", 3, LONGEST,
      N_("the address that mail is from") },
    { "smtp.user", SETTING_TEXT, "", 0, LONGEST,
      N_("who signs in there; empty: nobody does") },
    { "smtp.password_file", SETTING_TEXT, "", 0, LONGEST,
      N_("a file whose first line is the password for that") },
    { "smtp.tls", SETTING_BOOLEAN, "yes", 0, 0,
      N_("whether mail goes encrypted alone; else it does where that is offered") },
    { "smtp.authorities", SETTING_TEXT, "", 0, LONGEST,
      N_("a PEM file with whom to believe when it shows a certificate; empty: as the system does") },
    { "webhook.key_file", SETTING_TEXT, "", 0, LONGEST,
      N_("a file whose first line is the key that webhooks are signed with; empty: they are not") },
    { "webhook.private", SETTING_BOOLEAN, "no", 0, 0,
      N_("whether webhooks may be at private addresses, loopback and the like; else those are refused") },
    { "webhook.authorities", SETTING_TEXT, "", 0, LONGEST,
      N_("a PEM file with whom to believe when a webhook shows a certificate; empty: as the system does") },
    { "worker", SETTING_TEXT, LIBEXEC_DIR "/cclite-worker", 1, LONGEST,
      N_("the program that speaks prompts and reads uploaded sounds") },
    { "speech.voice_en", SETTING_TEXT, "en-gb", 2, LONGEST_VOICE,
      N_("the voice of espeak-ng that English is spoken by, as en-us, and behind + one of its variants, as en-gb+f3") },
    { "speech.voice_es", SETTING_TEXT, "es", 2, LONGEST_VOICE,
      N_("the one that Spanish is spoken by, as es-419+f2") },
    { "speech.voice_cs", SETTING_TEXT, "cs", 2, LONGEST_VOICE,
      N_("the one that Czech is spoken by, as cs+f1") },
    { "speech.speed_en", SETTING_INTEGER, "150", 80, 450,
      N_("how fast English is spoken, in words a minute") },
    { "speech.speed_es", SETTING_INTEGER, "150", 80, 450,
      N_("how fast Spanish is spoken, likewise") },
    { "speech.speed_cs", SETTING_INTEGER, "150", 80, 450,
      N_("how fast Czech is spoken, likewise") },
    { "log.level", SETTING_TEXT, "note", 1, 15,
      N_("error, warning, note or detail") },
    { "log.format", SETTING_TEXT, "text", 1, 15,
      N_("text or json") },
    { "trace.memory", SETTING_INTEGER, "8", 0, 1024,
      N_("megabytes for the SIP messages of contacts; 0: none are kept") },
    { "trace.keep", SETTING_DURATION, "15min", 0, INT64_C(86400000000),
      N_("how long they are kept after the end of a contact") },
    { "trace.keep_failed", SETTING_DURATION, "2h", 0, INT64_C(604800000000),
      N_("the same of one that failed") },
    { "drain_timeout", SETTING_DURATION, "5min", 0, INT64_C(86400000000),
      N_("how long calls may go on after SIGTERM") },
};
/* clang-format on */

static int mistake(const struct config *config, const char *path,
                   const char *name, const char *what)
{
    fprintf(stderr, "%s:%u: %s: %s\n", path ? path : "cclited",
            config_line(config, name), name, what);
    return -EINVAL;
}

static void copy(const struct config *config, const char *name,
                 char ret_text[SETTINGS_TEXT_SIZE])
{
    snprintf(ret_text, SETTINGS_TEXT_SIZE, "%s", config_text(config, name));
}

static void copy_all(const struct config *config, struct server_settings *ret)
{
    copy(config, "data_dir", ret->data_dir);
    copy(config, "socket", ret->socket);
    copy(config, "http.address", ret->http_address);
    copy(config, "sip.address", ret->sip_address);
    copy(config, "sip.public_address", ret->sip_public_address);
    copy(config, "sip.local_networks", ret->sip_local_networks);
    copy(config, "sip.tls_certificate", ret->sip_tls_certificate);
    copy(config, "sip.tls_key", ret->sip_tls_key);
    copy(config, "sip.tls_authorities", ret->sip_tls_authorities);
    copy(config, "sip.name_servers", ret->sip_name_servers);
    copy(config, "sip.realm", ret->sip_realm);
    copy(config, "rtp.address", ret->rtp_address);
    copy(config, "country", ret->country);
    copy(config, "time_zone", ret->time_zone);
    copy(config, "prompt_dir", ret->prompt_dir);
    copy(config, "worker", ret->worker);
    copy(config, "lookup.authorities", ret->lookup_authorities);
    copy(config, "smtp.url", ret->smtp_url);
    copy(config, "smtp.from", ret->smtp_from);
    copy(config, "smtp.user", ret->smtp_user);
    copy(config, "smtp.password_file", ret->smtp_password_file);
    copy(config, "smtp.authorities", ret->smtp_authorities);
    copy(config, "webhook.key_file", ret->webhook_key_file);
    copy(config, "webhook.authorities", ret->webhook_authorities);
    ret->smtp_tls = config_number(config, "smtp.tls") != 0;
    ret->webhook_private = config_number(config, "webhook.private") != 0;
    ret->lookup_private = config_number(config, "lookup.private") != 0;
    ret->http_port = config_number(config, "http.port");
    ret->sip_port = config_number(config, "sip.port");
    ret->sip_tls_port = config_number(config, "sip.tls_port");
    ret->sip_auth_failures = config_number(config, "sip.auth_failures");
    ret->sip_keep_alive_us = config_number(config, "sip.keep_alive");
    ret->sip_session_us = config_number(config, "sip.session");
    ret->rtp_port_min = config_number(config, "rtp.port_min");
    ret->rtp_port_max = config_number(config, "rtp.port_max");
    ret->rtp_timeout_us = config_number(config, "rtp.timeout");
    ret->rtp_threads = config_number(config, "rtp.threads");
    ret->max_calls = config_number(config, "max_calls");
    ret->overload_wait_us = config_number(config, "overload.wait");
    ret->overload_journal_us = config_number(config, "overload.journal");
    ret->trace_memory = config_number(config, "trace.memory");
    ret->trace_keep_us = config_number(config, "trace.keep");
    ret->trace_keep_failed_us = config_number(config, "trace.keep_failed");
    ret->drain_timeout_us = config_number(config, "drain_timeout");

    if (!ret->socket[0])
        snprintf(ret->socket, sizeof(ret->socket), "%.200s/cclited.sock",
                 ret->data_dir);
    snprintf(ret->recording_dir, sizeof(ret->recording_dir),
             "%.200s/recordings", ret->data_dir);
    snprintf(ret->library_dir, sizeof(ret->library_dir), "%.200s/prompts",
             ret->data_dir);
    if (!ret->rtp_address[0])
        settings_sound_address(ret);
}

static bool is_address(const char *text)
{
    struct in6_addr any;

    return inet_pton(AF_INET, text, &any) == 1 ||
           inet_pton(AF_INET6, text, &any) == 1;
}

/* The settings of each language, and what is read of them. */
static int read_voices(const struct config *config, const char *path,
                       struct worker_voices *ret_voices)
{
    static const struct voice_settings {
        const char *voice, *speed;
    } settings[speech_count] = {
        [SPEAKS_EN] = { "speech.voice_en", "speech.speed_en" },
        [SPEAKS_ES] = { "speech.voice_es", "speech.speed_es" },
        [SPEAKS_CS] = { "speech.voice_cs", "speech.speed_cs" },
    };

    for (int i = 0; i < speech_count; i++) {
        struct worker_voice *voice = &ret_voices->of[i];
        const char *name = config_text(config, settings[i].voice);

        if (!worker_voice_is_named((enum speech)i, name))
            return mistake(config, path, settings[i].voice,
                           _("give a voice of the language, as en-us or "
                             "en-gb+f3: a to z, 0 to 9 and -, and behind + a "
                             "variant; espeak-ng --voices lists them"));
        snprintf(voice->name, sizeof(voice->name), "%s", name);
        voice->speed = (uint32_t)config_number(config, settings[i].speed);
    }

    return 0;
}

/* What one setting cannot know of itself. */
static int check_all(const struct config *config, const char *path,
                     struct server_settings *settings)
{
    static const char *const addresses[] = { "http.address", "rtp.address",
                                             "sip.public_address" };
    const char *format = config_text(config, "log.format");

    for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
        const char *text = config_text(config, addresses[i]);

        if (*text && !is_address(text))
            return mistake(config, path, addresses[i],
                           _("this is no IP address"));
    }
    if (settings->rtp_port_min % 2 != 0)
        return mistake(config, path, "rtp.port_min",
                       _("give an even port: RTP takes even ones"));
    if (settings->sip_tls_port == settings->sip_port)
        return mistake(config, path, "sip.tls_port",
                       _("give another port than sip.port: that has TCP"));
    if (settings->rtp_port_max < settings->rtp_port_min + 3)
        return mistake(config, path, "rtp.port_max",
                       _("leave room for 4 ports at least"));
    if (log_level_find(config_text(config, "log.level"), &settings->log_level) <
        0)
        return mistake(config, path, "log.level",
                       _("give error, warning, note or detail"));
    if (strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
        return mistake(config, path, "log.format", _("give text or json"));
    if (strlen(settings->socket) >= 108)
        return mistake(config, path, "socket",
                       _("the path of a socket has 107 bytes at most"));

    settings->log_json = strcmp(format, "json") == 0;
    return 0;
}

/* Those with several values. */
static int check_lists(const struct config *config, const char *path,
                       const struct server_settings *settings)
{
    if (settings_sip_addresses(settings, 0, NULL) < 0)
        return mistake(config, path, "sip.address",
                       _("give an IP address, or one of IPv4 and one of IPv6, "
                         "separated by a blank"));
    if (settings_networks(settings, NULL) < 0)
        return mistake(config, path, "sip.local_networks",
                       _("give networks like 10.0.0.0/8, separated by "
                         "blanks, 16 at most"));
    if (settings_name_servers(settings, NULL) < 0)
        return mistake(config, path, "sip.name_servers",
                       _("give IP addresses, with or without a port, separated "
                         "by blanks, 3 at most"));

    return 0;
}

int settings_read(const char *path, struct server_settings *ret_settings)
{
    assert(ret_settings);

    struct config *config = NULL;
    struct config_fault fault = { 0 };
    char text[1024];
    int rc = config_read(path, table, sizeof(table) / sizeof(table[0]), &config,
                         &fault);

    if (rc == -EINVAL) {
        config_fault_write(&fault, path, _(fault.problem), text, sizeof(text));
        fprintf(stderr, "%s\n", text);
        return rc;
    }
    if (rc < 0) {
        fprintf(stderr, "%s: %s\n", path ? path : "cclited",
                failure_text(lang_own(), rc));
        return rc;
    }

    *ret_settings = (struct server_settings){ 0 };
    copy_all(config, ret_settings);
    rc = check_all(config, path, ret_settings);
    if (rc == 0)
        rc = check_lists(config, path, ret_settings);
    if (rc == 0)
        rc = read_voices(config, path, &ret_settings->voices);
    config_free(config);
    return rc;
}

const struct setting *settings_table(size_t *ret_count)
{
    *ret_count = sizeof(table) / sizeof(table[0]);
    return table;
}
