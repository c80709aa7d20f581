/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command line asks of the robots. */

#include "robot/options.h"

#include <errno.h>
#include <getopt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "sip/trunk.h"

/* Numbers. */

static int read_count(const char *text, uint32_t low, uint32_t high,
                      uint32_t *ret)
{
    char *end;
    unsigned long value;

    errno = 0;
    value = strtoul(text, &end, 10);
    if (errno || end == text || *end || text[0] == '-' || value < low ||
        value > high)
        return -EINVAL;
    *ret = (uint32_t)value;
    return 0;
}

static int read_seed(const char *text, uint64_t *ret)
{
    char *end;

    errno = 0;
    *ret = strtoull(text, &end, 10);
    return errno || end == text || *end ? -EINVAL : 0;
}

static int read_rate(const char *text, uint32_t *ret_per_1000_s)
{
    char *end;
    double rate = strtod(text, &end);

    if (end == text || *end || !(rate >= 0.001 && rate <= 1000.0))
        return -EINVAL;
    *ret_per_1000_s = (uint32_t)(rate * 1000.0 + 0.5);
    return 0;
}

/* "500-1500", or "500" for both. */
static int read_range(const char *text, uint32_t high, uint32_t *ret_low,
                      uint32_t *ret_high)
{
    char first[16];
    const char *dash = strchr(text, '-');
    size_t length = dash ? (size_t)(dash - text) : strlen(text);
    uint32_t a, b;

    if (length >= sizeof(first))
        return -EINVAL;
    memcpy(first, text, length);
    first[length] = '\0';
    if (read_count(first, 0, high, &a) < 0 ||
        read_count(dash ? dash + 1 : first, a, high, &b) < 0)
        return -EINVAL;
    *ret_low = a;
    *ret_high = b;
    return 0;
}

static int read_span(const char *text, struct robot_span *ret)
{
    return read_range(text, 3600000, &ret->low_ms, &ret->high_ms);
}

static int read_ports(const char *text, struct robot_options *ret)
{
    uint32_t low, high;

    if (read_range(text, 65534, &low, &high) < 0 || low < 1024 || low % 2 ||
        high < low + 1)
        return -EINVAL;
    ret->rtp_min = (uint16_t)low;
    ret->rtp_max = (uint16_t)high;
    return 0;
}

/* Text. */

static int read_name(const char *text, size_t length, char *ret)
{
    if (length > OPTIONS_MAX_NAME)
        return -EINVAL;
    for (size_t i = 0; i < length; i++)
        if (text[i] <= ' ' || text[i] > '~' || strchr("\"\\<>,", text[i]))
            return -EINVAL;
    memcpy(ret, text, length);
    ret[length] = '\0';
    return 0;
}

static int read_path(const char *text, char ret[OPTIONS_MAX_PATH + 1])
{
    size_t length = strlen(text);

    if (length == 0 || length > OPTIONS_MAX_PATH)
        return -EINVAL;
    memcpy(ret, text, length + 1);
    return 0;
}

static int read_digits(const char *text, char *ret)
{
    return text[strspn(text, "0123456789*#")]
               ? -EINVAL
               : read_name(text, strlen(text), ret);
}

/* name:password or name:password:auto, of so many bytes. */
static int read_agent(const char *text, size_t length,
                      struct robot_options *ret)
{
    struct robot_agent *agent = &ret->agents[ret->agent_count];
    const char *colon = memchr(text, ':', length);
    size_t rest;
    const char *password, *second;

    if (!colon || colon == text || ret->agent_count == OPTIONS_MAX_AGENTS)
        return -EINVAL;
    password = colon + 1;
    rest = length - (size_t)(password - text);
    second = memchr(password, ':', rest);
    agent->answers_at_once = second &&
                             rest - (size_t)(second - password) == 5 &&
                             memcmp(second, ":auto", 5) == 0;
    if (agent->answers_at_once)
        rest -= 5;
    if (read_name(text, (size_t)(colon - text), agent->name) < 0 ||
        read_name(password, rest, agent->password) < 0)
        return -EINVAL;
    ret->agent_count++;
    return 0;
}

static int read_agent_list(const char *text, struct robot_options *ret)
{
    while (*text) {
        size_t length = strcspn(text, ",\n");

        if (length > 0 && read_agent(text, length, ret) < 0)
            return -EINVAL;
        text += length + (text[length] != '\0');
    }
    return 0;
}

static int read_agents(const char *text, struct robot_options *ret)
{
    static char file[OPTIONS_MAX_AGENTS * 2 * (OPTIONS_MAX_NAME + 8)];
    FILE *in;
    size_t length;

    if (strchr(text, ':'))
        return read_agent_list(text, ret);
    in = fopen(text, "re");
    if (!in)
        return -errno;
    length = fread(file, 1, sizeof(file) - 1, in);
    fclose(in);
    file[length] = '\0';
    return read_agent_list(file, ret);
}

/* One row per option: its place in the struct, and its line of help. */
enum kind {
    COUNT,
    SEED,
    RATE,
    SPAN,
    PORTS,
    ADDRESS,
    NAME,
    PATH,
    DIGITS,
    AGENTS,
    YES
};

struct row {
    const char *name;
    enum kind kind;
    size_t offset;
    uint32_t low, high; /* of COUNT */
    const char *argument;
    const char *says;
};

#define AT(member) offsetof(struct robot_options, member)
/* clang-format off */
static const struct row rows[] = {
    { "server", ADDRESS, AT(server), 0, 0, "ADDRESS:PORT", "the server under test" },
    { "trunk", ADDRESS, AT(trunk), 0, 0, "ADDRESS:PORT", "where callers call from [127.0.0.1:5070]" },
    { "desks", ADDRESS, AT(desks), 0, 0, "ADDRESS:PORT", "where the phones are [127.0.0.1:5072]" },
    { "tls", PATH, AT(tls), 0, 0, "FILE", "SIP by TLS, not UDP: a certificate, its key, and who vouches for the server's" },
    { "rtp", PORTS, AT(rtp_min), 0, 0, "MIN-MAX", "ports for sound [32768-36863]" },
    { "realm", NAME, AT(realm), 0, 0, "NAME", "domain of the phones [the server's address]" },
    { "agents", AGENTS, AT(agents), 0, 0, "LIST", "name:password,... or a file with one a line; name:password:auto answers at once" },
    { "seed", SEED, AT(seed), 0, 0, "N", "the same seed, the same behaviour [1]" },
    { "callers", COUNT, AT(callers), 0, 1000000, "N", "how many calls in all [20]" },
    { "rate", RATE, AT(calls_per_1000_s), 0, 0, "N", "how many a second, such as 0.5 [1]" },
    { "steady", YES, AT(steady), 0, 0, NULL, "evenly spaced, not at random around the rate" },
    { "at-once", COUNT, AT(at_once), 1, OPTIONS_MAX_CALLS_AT_ONCE, "N", "at most so many at the same time [100]" },
    { "called", NAME, AT(called), 0, 0, "NUMBER", "the number that callers call [200]" },
    { "digits", DIGITS, AT(digits), 0, 0, "DIGITS", "each caller presses one of them; \"\": none [1]" },
    { "digit-after", SPAN, AT(digit_after), 0, 0, "MS-MS", "after the answer [500-1500]" },
    { "talk", SPAN, AT(talk), 0, 0, "MS-MS", "how long a talk is [2000-5000]" },
    { "ring", SPAN, AT(ring), 0, 0, "MS-MS", "how long a phone rings [500-2000]" },
    { "abandon-after", SPAN, AT(abandon_after), 0, 0, "MS-MS", "how long who abandons waits [500-3000]" },
    { "abandon-share", COUNT, AT(abandon_permille), 0, 1000, "P", "so many of 1000 callers abandon [0]" },
    { "caller-ends-share", COUNT, AT(caller_ends_permille), 0, 1000, "P", "so many of 1000 talks are ended by the caller [500]" },
    { "reject-share", COUNT, AT(reject_permille), 0, 1000, "P", "so many of 1000 offers are rejected [0]" },
    { "miss-share", COUNT, AT(miss_permille), 0, 1000, "P", "so many of 1000 offers are not answered [0]" },
    { "transfer-share", COUNT, AT(transfer_permille), 0, 1000, "P", "so many of 1000 talks are transferred by REFER [0]" },
    { "transfer-to", NAME, AT(transfer_to), 0, 0, "NUMBER", "to this number" },
    { "listen-share", COUNT, AT(listen_permille), 0, 1000, "P", "so many of 1000 talks are listened to [1000]" },
    { "wait", YES, AT(waits_for_line), 0, 0, NULL, "call only after a line came on standard input" },
    { "seconds", COUNT, AT(seconds), 1, 86400, "N", "stop after so long, whatever goes on [60]" },
};
/* clang-format on */
enum { ROWS = sizeof(rows) / sizeof(rows[0]), WIDTH = 32 };

static void print_usage(FILE *out)
{
    fputs("usage: cclite-robots --server ADDRESS:PORT [option]...\n"
          "SIP callers and agents' phones with real sound, for demo and "
          "tests.\n\n",
          out);
    for (size_t i = 0; i < ROWS; i++) {
        int used = fprintf(out, "  --%s %s", rows[i].name,
                           rows[i].argument ? rows[i].argument : "");

        fprintf(out, "%*s%s\n", used < WIDTH ? WIDTH - used : 1, "",
                rows[i].says);
    }
    fputs("\nAt the end, prints what was seen as a JSON object.\n", out);
}

static int take(const struct row *row, const char *value,
                struct robot_options *options)
{
    void *at = (char *)options + row->offset;

    switch (row->kind) {
    case COUNT:
        return read_count(value, row->low, row->high, at);
    case SEED:
        return read_seed(value, at);
    case RATE:
        return read_rate(value, at);
    case SPAN:
        return read_span(value, at);
    case PORTS:
        return read_ports(value, options);
    case ADDRESS:
        return trunk_read_address(value, SIGNAL_UDP, at, NULL);
    case NAME:
        return read_name(value, strlen(value), at);
    case PATH:
        return read_path(value, at);
    case DIGITS:
        return read_digits(value, at);
    case AGENTS:
        return read_agents(value, options);
    case YES:
        *(bool *)at = true;
        return 0;
    }
    return -EINVAL;
}

static struct robot_options presets(void)
{
    struct robot_options ret = {
        .seed = 1,
        .rtp_min = 32768,
        .rtp_max = 36863,
        .called = "200",
        .digits = "1",
        .callers = 20,
        .calls_per_1000_s = 1000,
        .at_once = 100,
        .seconds = 60,
        .digit_after = { 500, 1500 },
        .talk = { 2000, 5000 },
        .ring = { 500, 2000 },
        .abandon_after = { 500, 3000 },
        .caller_ends_permille = 500,
        .listen_permille = 1000,
    };

    (void)trunk_read_address("127.0.0.1:5070", SIGNAL_UDP, &ret.trunk, NULL);
    (void)trunk_read_address("127.0.0.1:5072", SIGNAL_UDP, &ret.desks, NULL);
    return ret;
}

int robot_options_read(int argc, char **argv, FILE *errors,
                       struct robot_options *ret_options)
{
    struct option options[ROWS + 2] = { 0 };
    int option;

    for (int i = 0; i < ROWS; i++)
        options[i] = (struct option){ .name = rows[i].name,
                                      .has_arg = rows[i].argument != NULL,
                                      .val = i };
    options[ROWS] = (struct option){ .name = "help", .val = ROWS };

    *ret_options = presets();
    optind = 0; /* tests read more than one command line */
    opterr = 0;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == ROWS) {
            print_usage(stdout);
            return 1;
        }
        if (option == '?' || take(&rows[option], optarg, ret_options) < 0) {
            fprintf(errors, "cclite-robots: cannot understand: %s\n",
                    argv[optind - 1]);
            return -EINVAL;
        }
    }
    if (optind < argc || ret_options->server.ss_family == 0) {
        print_usage(errors);
        return -EINVAL;
    }
    return 0;
}
