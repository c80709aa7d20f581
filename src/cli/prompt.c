/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines from a terminal, some of them unseen. */

#include "cli/prompt.h"

#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/entropy.h"
#include "base/text.h"
#include "lang/phrase.h"

static void show(struct cli *cli, const char *text)
{
    char safe[TEXT_SAFE_SIZE(PROMPT_SIZE)];

    if (!cli->interactive)
        return;

    text_safe(text, strlen(text), safe, sizeof(safe));
    fputs(safe, cli->err);
    fflush(cli->err);
}

static enum exit_code read_line(struct cli *cli, char ret_line[PROMPT_SIZE])
{
    if (!fgets(ret_line, PROMPT_SIZE, cli->in))
        return cli_fail(cli, EXIT_HERE, _("the input has ended too early"));

    char *end = strchr(ret_line, '\n');
    if (!end && strlen(ret_line) == PROMPT_SIZE - 1)
        return cli_fail(cli, EXIT_HERE, _("that line is too long"));
    if (end)
        *end = '\0';

    return EXIT_DONE;
}

enum exit_code prompt_line(struct cli *cli, const char *prompt,
                           char ret_line[PROMPT_SIZE])
{
    show(cli, prompt);
    return read_line(cli, ret_line);
}

/* The terminal as it was, for those who interrupt: a shell that does not see
   what is typed would be left to them. */
static struct termios terminal_before;
static int terminal_fd = -1;

static const int ending_signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

enum { ENDING_SIGNALS = sizeof(ending_signals) / sizeof(ending_signals[0]) };

static void restore_and_end(int number)
{
    tcsetattr(terminal_fd, TCSANOW, &terminal_before);
    signal(number, SIG_DFL);
    raise(number);
}

static void watch_signals(void (*handler)(int))
{
    for (size_t i = 0; i < ENDING_SIGNALS; i++)
        signal(ending_signals[i], handler);
}

enum exit_code prompt_secret(struct cli *cli, const char *prompt,
                             char ret_line[PROMPT_SIZE])
{
    int fd = fileno(cli->in);

    if (!cli->interactive || tcgetattr(fd, &terminal_before))
        return prompt_line(cli, prompt, ret_line);

    struct termios silent = terminal_before;

    /* Silent before the prompt is there: people type as soon as it is. */
    terminal_fd = fd;
    watch_signals(restore_and_end);
    silent.c_lflag &= (tcflag_t)~ECHO;
    tcsetattr(fd, TCSAFLUSH, &silent);
    show(cli, prompt);

    enum exit_code code = read_line(cli, ret_line);

    tcsetattr(fd, TCSAFLUSH, &terminal_before);
    watch_signals(SIG_DFL);
    fputc('\n', cli->err);
    return code;
}

enum exit_code prompt_confirm(struct cli *cli, const struct call *call,
                              const char *question, const char *name)
{
    char text[PROMPT_SIZE], line[PROMPT_SIZE];

    if (call_option(call, "yes"))
        return EXIT_DONE;
    if (!cli->interactive)
        return cli_fail(cli, EXIT_USAGE,
                        _("needs --yes, because nobody can be asked here"));

    phrase_fill(question, name, NULL, text, sizeof(text));
    if (prompt_line(cli, text, line))
        return EXIT_USAGE;

    /* TRANSLATORS: the first letters of yes, small and large */
    if (line[0] && strchr(_("yY"), line[0]))
        return EXIT_DONE;

    return cli_fail(cli, EXIT_USAGE, _("nothing was changed"));
}

void prompt_make_password(char ret_password[24])
{
    static const char letters[] =
        "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    size_t length = 0;

    while (length < 20) {
        unsigned char byte;

        entropy_bytes(&byte, 1);
        /* What is left over would make the first letters more likely. */
        if (byte < 256 - 256 % (sizeof(letters) - 1))
            ret_password[length++] = letters[byte % (sizeof(letters) - 1)];
    }

    ret_password[length] = '\0';
}
