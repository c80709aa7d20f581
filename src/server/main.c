/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cclited: what the command line asks for. */

#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/log.h"
#include "lang/lang.h"
#include "server/offline.h"
#include "server/server.h"

enum { OPTION_OPENAPI = 256, OPTION_CHECK, OPTION_LANG, OPTION_VERSION };

enum { EXIT_USAGE = 2 };

static const struct option options[] = {
    { "config", required_argument, NULL, 'c' },
    { "check-config", no_argument, NULL, OPTION_CHECK },
    { "openapi", no_argument, NULL, OPTION_OPENAPI },
    { "lang", required_argument, NULL, OPTION_LANG },
    { "version", no_argument, NULL, OPTION_VERSION },
    { "help", no_argument, NULL, 'h' },
    { NULL, 0, NULL, 0 },
};

/* What was asked for; the last option wins. */
struct asked {
    enum { SERVE, CHECK_CONFIG, OPENAPI, VERSION, HELP } what;
    const char *config;
    const char *lang;
};

static const char help[] = N_(
    "Usage: cclited [--config FILE]           serve, in the foreground\n"
    "       cclited --check-config            read the configuration and say\n"
    "                                         what is wrong with it\n"
    "       cclited --openapi                 print the description of the "
    "API\n"
    "       cclited [--config FILE] restore BACKUP\n"
    "                                         make the database from a backup\n"
    "       cclited [--config FILE] verify    prove the journal and its "
    "figures\n"
    "       cclited --version | --help\n"
    "\n"
    "Options: --config FILE   see cclite.conf(5)\n"
    "         --lang LANG     language of messages: en, es, cs\n"
    "\n"
    "SIGTERM lets the calls there are end, for at most drain_timeout; a\n"
    "second one ends them. Exit codes: 0 done, 1 failed, 2 wrong use.\n");

static bool read_options(int argc, char **argv, struct asked *ret_asked)
{
    int option;

    while ((option = getopt_long(argc, argv, "c:h", options, NULL)) != -1) {
        switch (option) {
        case 'c':
            ret_asked->config = optarg;
            break;
        case OPTION_CHECK:
            ret_asked->what = CHECK_CONFIG;
            break;
        case OPTION_OPENAPI:
            ret_asked->what = OPENAPI;
            break;
        case OPTION_VERSION:
            ret_asked->what = VERSION;
            break;
        case OPTION_LANG:
            ret_asked->lang = optarg;
            break;
        case 'h':
            ret_asked->what = HELP;
            break;
        default:
            return false;
        }
    }

    return true;
}

static int wrong_use(void)
{
    fprintf(stderr, "cclited: %s\n",
            _("This is not understood. See: cclited --help"));
    return EXIT_USAGE;
}

/* Threads inherit what is blocked here: signals come by descriptor only. */
static void block_signals(void)
{
    sigset_t signals;

    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
    signal(SIGPIPE, SIG_IGN);
}

/* Two ports for each stream of each call, and a dialog for each TCP phone. */
static void raise_limits(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

static int serve(const struct server_settings *settings)
{
    block_signals();
    raise_limits();
    log_open(STDERR_FILENO, settings->log_json ? LOG_FORM_JSON : LOG_FORM_TEXT,
             settings->log_level);

    int code = server_run(settings);

    log_close();
    return code;
}

static int do_command(int argc, char **argv,
                      const struct server_settings *settings)
{
    if (argc == 0)
        return serve(settings);
    if (argc == 2 && strcmp(argv[0], "restore") == 0)
        return offline_restore(settings, argv[1]);
    if (argc == 1 && strcmp(argv[0], "verify") == 0)
        return offline_verify(settings);

    return wrong_use();
}

static int do_asked(const struct asked *asked, int argc, char **argv)
{
    struct server_settings settings;

    switch (asked->what) {
    case HELP:
        return fputs(_(help), stdout) < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
    case VERSION:
        return puts("cclited " SERVER_RELEASE) < 0 ? EXIT_FAILURE
                                                   : EXIT_SUCCESS;
    case OPENAPI:
        return offline_openapi();
    case CHECK_CONFIG:
    case SERVE:
        break;
    }

    if (settings_read(asked->config, &settings) < 0)
        return EXIT_FAILURE;

    return asked->what == CHECK_CONFIG ? EXIT_SUCCESS
                                       : do_command(argc, argv, &settings);
}

int main(int argc, char **argv)
{
    struct asked asked = { .what = SERVE };

    if (!read_options(argc, argv, &asked))
        return wrong_use();

    const char *locale_dir = getenv("CCLITE_LOCALE_DIR");

    lang_open(locale_dir ? locale_dir : LOCALE_DIR); /* without: English */
    lang_set_own(lang_choose(NULL, asked.lang));

    int code = do_asked(&asked, argc - optind, argv + optind);

    if (fflush(stdout) == EOF)
        code = EXIT_FAILURE;
    lang_close();
    return code;
}
