/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A softphone on this machine: baresip with the account of a device. */

#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/restricted.h"
#include "cli/ask.h"
#include "cli/prompt.h"

enum { PATH_SIZE = 4096, LINE_SIZE = 1024, HOST_SIZE = 256 };

/* What may stand in baresip's account line without ending a part of it. */
static bool is_plain(const char *text)
{
    return *text && !strpbrk(text, "<>;,\"' \t\r\n\\") && strlen(text) < 256;
}

/* The host that the API was asked at; this machine for its socket. */
static void write_api_host(const struct cli *cli, char ret_host[HOST_SIZE])
{
    const char *url = cli->settings.endpoint.url;
    const char *host = url ? strstr(url, "://") : NULL;
    size_t length;

    if (!host) {
        snprintf(ret_host, HOST_SIZE, "127.0.0.1");
        return;
    }

    host += 3;
    length = *host == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":/");
    snprintf(ret_host, HOST_SIZE, "%.*s", (int)length, host);
}

/*
 * What the server tells. One that listens at every address tells its port
 * alone; one that does not tell this person anything leaves SIP's own port.
 */
static void write_server_host(struct cli *cli, char ret_host[HOST_SIZE])
{
    struct ask request = { .route = route_get(ROUTE_SERVER_READ) };
    struct answer answer = { 0 };
    const char *told = NULL;
    char host[HOST_SIZE];

    write_api_host(cli, host);
    if (!ask_quietly(cli, &request, &answer))
        told = value_get_text(answer.value, "sip_address");

    bool whole = told && *told && *told != ':';

    snprintf(ret_host, HOST_SIZE, "%s%s", whole ? "" : host, told ? told : "");
    answer_done(&answer);
}

/* Of a host and its port, how long the host is. */
static size_t host_length(const char *host)
{
    const char *end = strchr(host, ']');
    size_t address = end ? (size_t)(end - host) : 0;

    return address + strcspn(host + address, ":");
}

/* The port that the server tells is not that of TLS. */
static void leave_out_port(char host[HOST_SIZE])
{
    host[host_length(host)] = '\0';
}

/* --registrar, or where the server takes registrations. */
static enum exit_code choose_registrar(struct cli *cli, const struct call *call,
                                       bool by_tls, char ret_host[HOST_SIZE])
{
    const char *given = call_option(call, "registrar");

    if (given)
        snprintf(ret_host, HOST_SIZE, "%s", given);
    else
        write_server_host(cli, ret_host);
    if (!given && by_tls)
        leave_out_port(ret_host);

    if (is_plain(ret_host))
        return EXIT_DONE;

    return cli_fail(cli, EXIT_USAGE,
                    _("--registrar: no host. Write HOST[:PORT]."));
}

static enum exit_code choose_directory(struct cli *cli, const struct call *call,
                                       char ret_path[PATH_SIZE])
{
    const char *given = call_option(call, "directory");
    const char *home = getenv("HOME");
    int length;

    if (!given && (!home || *home != '/'))
        return cli_fail(cli, EXIT_USAGE,
                        _("name a --directory: HOME is not set"));

    length = given ? snprintf(ret_path, PATH_SIZE, "%s", given)
                   : snprintf(ret_path, PATH_SIZE, "%s/.baresip", home);
    if (length >= PATH_SIZE - 16)
        return cli_fail(cli, EXIT_USAGE, _("--%s: too long. Shorten it."),
                        "directory");
    if (mkdir(ret_path, 0700) && errno != EEXIST)
        return cli_fail(cli, EXIT_HERE, "%s: %s", ret_path, strerror(errno));

    return EXIT_DONE;
}

/* What baresip is told for a phone whose sound is encrypted. */
struct secrecy {
    const char *transport;
    const char *encryption;
};

static struct secrecy secrecy_of(const struct json_t *device)
{
    const char *srtp = value_get_text(device, "srtp");

    if (srtp && strcmp(srtp, "required") == 0)
        return (struct secrecy){ ";transport=tls", ";mediaenc=srtp-mand" };
    if (srtp && strcmp(srtp, "optional") == 0)
        return (struct secrecy){ ";transport=tls", ";mediaenc=srtp" };

    return (struct secrecy){ "", "" };
}

/*
 * answermode=auto makes it pick up as soon as the agent has accepted in the
 * console; a phone that rings waits for the handset.
 */
static void write_account(const struct json_t *device, const char *host,
                          const char *password, char ret_line[LINE_SIZE])
{
    const char *mode = value_get_text(device, "mode");
    bool picks_up = mode && strcmp(mode, "on_demand") == 0;
    struct secrecy secrecy = secrecy_of(device);

    snprintf(ret_line, LINE_SIZE,
             "<sip:%s@%s%s>;auth_pass=%s;answermode=%s;regint=300%s\n",
             value_get_text(device, "name"), host, secrecy.transport, password,
             picks_up ? "auto" : "manual", secrecy.encryption);
}

/* The file holds a password: it is made for its owner alone, and replaced. */
static enum exit_code write_file(struct cli *cli, const char *directory,
                                 const char *line)
{
    char path[PATH_SIZE], fresh[PATH_SIZE + 8];

    snprintf(path, sizeof(path), "%.*s/accounts", PATH_SIZE - 16, directory);
    snprintf(fresh, sizeof(fresh), "%s.new", path);

    int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
                  0600);
    size_t length = strlen(line);
    bool ok = fd >= 0 && fchmod(fd, 0600) == 0 &&
              write(fd, line, length) == (ssize_t)length;

    if (fd >= 0 && close(fd))
        ok = false;
    if (!ok || rename(fresh, path))
        return cli_fail(cli, EXIT_HERE, "%s: %s", path, strerror(errno));

    cli_say(cli, "%s", path);
    return EXIT_DONE;
}

static enum exit_code start(struct cli *cli, const char *directory)
{
    char *const arguments[] = { (char[]){ "baresip" }, (char[]){ "-f" },
                                (char *)(uintptr_t)directory, NULL };

    fflush(cli->out);
    execvp("baresip", arguments);
    return cli_fail(cli, EXIT_HERE,
                    _("baresip: %s. Install it, or leave out "
                      "--run."),
                    strerror(errno));
}

/* An account of another phone or server, or of somebody's own; not what baresip
   itself puts there at first, which is comments. A server may change its
   port. */
static bool is_of_another(const char *line, const char *name, const char *host)
{
    char own[LINE_SIZE];
    size_t length;

    line += strspn(line, " \t\r\n");
    if (!*line || *line == '#')
        return false;

    length = (size_t)snprintf(own, sizeof(own), "<sip:%s@%.*s", name,
                              (int)host_length(host), host);
    return strncmp(line, own, length) != 0 || !strchr(":;>", line[length]);
}

/* What was written by hand is not found again: it is not written over. */
static enum exit_code check_accounts(struct cli *cli, const char *directory,
                                     const char *name, const char *host)
{
    char path[PATH_SIZE], *line = NULL;
    size_t room = 0;
    bool is_taken = false;

    snprintf(path, sizeof(path), "%.*s/accounts", PATH_SIZE - 16, directory);

    FILE *file = fopen(path, "re");

    if (!file && errno != ENOENT)
        return cli_fail(cli, EXIT_HERE, "%s: %s", path, strerror(errno));
    while (file && !is_taken && getline(&line, &room, file) >= 0)
        is_taken = is_of_another(line, name, host);
    if (file)
        (void)fclose(file);
    if (line)
        explicit_bzero(line, room);
    free(line);

    return is_taken ? cli_fail(cli, EXIT_REFUSED,
                               _("%s has another account, of another phone or "
                                 "at another server. Name another "
                                 "--directory, or replace it by --force."),
                               path)
                    : EXIT_DONE;
}

static enum exit_code write_phone(struct cli *cli, const struct call *call,
                                  const struct json_t *device,
                                  const char *directory)
{
    const char *name = value_get_text(device, "name");
    bool by_tls = *secrecy_of(device).transport;
    char host[HOST_SIZE], password[PROMPT_SIZE] = "", line[LINE_SIZE] = "";
    enum exit_code code = choose_registrar(cli, call, by_tls, host);

    if (!code && name && !call_option(call, "force"))
        code = check_accounts(cli, directory, name, host);
    if (!code)
        code = prompt_secret(cli, _("Password of the phone: "), password);
    if (!code && (!name || !is_plain(name) || !is_plain(password)))
        code = cli_fail(cli, EXIT_USAGE,
                        _("baresip cannot keep this name or password: choose "
                          "one of letters and digits"));
    if (!code) {
        write_account(device, host, password, line);
        code = write_file(cli, directory, line);
    }

    explicit_bzero(password, sizeof(password));
    explicit_bzero(line, sizeof(line));
    return code;
}

enum exit_code run_phone(struct cli *cli, const struct call *call)
{
    char own[24], directory[PATH_SIZE];
    struct ask request = { 0 };
    struct answer answer = { 0 };

    if (call_option(call, "run") && restricted_here())
        return cli_fail(cli, EXIT_USAGE, "--run: %s",
                        _("This session is restricted: no other program is "
                          "started from it."));

    enum exit_code code = choose_directory(cli, call, directory);

    if (!code)
        code = ask_aim(cli, call, &request, own);
    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = write_phone(cli, call, answer.value, directory);

    answer_done(&answer);
    if (!code && call_option(call, "run"))
        code = start(cli, directory);

    return code;
}
