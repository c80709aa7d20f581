/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cclite: the call centre from a shell. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/help.h"
#include "cli/mistake.h"
#include "cli/names.h"

/*
 * A closed descriptor would be given to the next file opened, and then output
 * would end up in it. In its place comes one that refuses what is written.
 */
static void hold_descriptors(void)
{
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
            _exit(EXIT_HERE);
}

/* --lang counts for complaints about other options, too; NULL: not given. */
static const char *find_language(int argc, char *const argv[])
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0)
            return argv[i] + 7;
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            return argv[i + 1];
    }

    return NULL;
}

/* Whoever monitors takes 1 and 2 for a judgement. */
static bool is_check(const struct call *call)
{
    return call->noun && strcmp(call->noun, "check") == 0;
}

/* Nothing but options, by a person at a terminal: the console. */
static bool wants_console(enum call_mistake mistake)
{
    return mistake == CALL_NO_NOUN && isatty(STDIN_FILENO) &&
           isatty(STDOUT_FILENO);
}

static enum exit_code run(struct cli *cli, int argc, char *const argv[])
{
    struct call call;
    const char *subject;
    enum language language;
    const char *wanted = find_language(argc, argv);
    enum call_mistake mistake = call_parse(argc, argv, &call, &subject);

    if (wanted && lang_find(wanted, &language))
        return cli_fail(cli, EXIT_USAGE,
                        _("--lang: not one of ours. Choose en, es or cs."));
    if (call_option(&call, "version")) {
        cli_say(cli, "cclite %s", PACKAGE_VERSION);
        return EXIT_DONE;
    }
    if (call_option(&call, "help")) {
        help_print(cli, &call);
        return EXIT_DONE;
    }

    if (wants_console(mistake)) {
        call.verb = verb_find("console", NULL);
        mistake = CALL_OK;
    }

    enum exit_code code = mistake ? mistake_say(cli, &call, mistake, subject)
                                  : cli_init(cli, &call);

    if (code)
        return is_check(&call) ? (enum exit_code)CHECK_UNKNOWN : code;

    return call.verb->run(cli, &call);
}

/* A full disk or a reader that went away shows at the last moment. */
static enum exit_code finish(struct cli *cli, enum exit_code code)
{
    bool failed = fflush(cli->out) != 0;
    int reason = errno;

    if (ferror(cli->out) || failed)
        return cli_fail(cli, code ? code : EXIT_HERE,
                        _("the output could not be written: %s"),
                        strerror(failed ? reason : EIO));

    return code;
}

int main(int argc, char *argv[])
{
    hold_descriptors();
    signal(SIGPIPE, SIG_IGN);

    (void)lang_open(NULL);
    lang_set_own(lang_choose(NULL, find_language(argc, argv)));

    struct cli cli = {
        .in = stdin,
        .out = stdout,
        .err = stderr,
        .interactive = isatty(STDIN_FILENO) && isatty(STDERR_FILENO),
    };
    enum exit_code code = finish(&cli, run(&cli, argc, argv));

    cli.names = names_free(cli.names);
    cli_done(&cli);
    lang_close();
    return (int)code;
}
