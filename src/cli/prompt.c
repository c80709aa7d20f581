/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines from a terminal, some of them unseen. */

#include "cli/prompt.h"

#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/entropy.h"
#include "base/text.h"
#include "cli/phrase.h"

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

enum exit_code prompt_secret(struct cli *cli, const char *prompt,
                             char ret_line[PROMPT_SIZE])
{
    struct termios before, silent;
    int fd = fileno(cli->in);

    show(cli, prompt);
    if (!cli->interactive || tcgetattr(fd, &before))
        return read_line(cli, ret_line);

    silent = before;
    silent.c_lflag &= (tcflag_t)~ECHO;
    tcsetattr(fd, TCSAFLUSH, &silent);

    enum exit_code code = read_line(cli, ret_line);

    tcsetattr(fd, TCSAFLUSH, &before);
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
