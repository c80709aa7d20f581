/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A directory, a file in it, a child, and the way back. */

#include "tui/editor.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mark.h"
#include "base/restricted.h"
#include "base/text.h"

enum { PATH_SIZE = 512, WAIT_MS = 100, TICKS = 10, FILE_MAX = 1024 * 1024 };

static bool is_set(const char *value)
{
    return value && *value;
}

const char *editor_hindrance(const char *(*environment)(const char *variable))
{
    assert(environment);

    if (restricted_session(environment))
        return N_("This session is restricted: no other program is started "
                  "from it.");
    return is_set(environment("VISUAL")) || is_set(environment("EDITOR"))
               ? NULL
               : N_("No editor is named: set EDITOR before the console "
                    "starts.");
}

/* The place. */

static int make_directory(char ret_path[PATH_SIZE])
{
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    const char *temporary = getenv("TMPDIR");
    const char *base = is_set(runtime)     ? runtime
                       : is_set(temporary) ? temporary
                                           : "/tmp";
    int length = snprintf(ret_path, PATH_SIZE, "%s/cclite-......", base);

    if (length < 0 || length > PATH_SIZE - 256)
        return -ENAMETOOLONG;
    memset(ret_path + length - 6, 'X', 6); /* to be chosen by mkdtemp() */
    return mkdtemp(ret_path) ? 0 : -errno;
}

/* An editor's own files have no directories in them. */
static void remove_directory(const char *path)
{
    DIR *directory = opendir(path);
    struct dirent *entry;

    while (directory && (entry = readdir(directory)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            (void)unlinkat(dirfd(directory), entry->d_name, 0);
    if (directory)
        closedir(directory);
    (void)rmdir(path);
}

static int write_text(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    int rc = 0;

    if (fd < 0)
        return -errno;
    if (dprintf(fd, "%s%s", text, *text ? "\n" : "") < 0)
        rc = -EIO;
    if (close(fd) < 0 && rc == 0)
        rc = -errno;
    return rc;
}

static int read_text(const char *path, size_t max_bytes, char **ret_text)
{
    size_t length;
    int rc = file_read(path, FILE_MAX, ret_text, &length);

    if (rc < 0)
        return rc;
    char *text = *ret_text;
    length = strlen(text);
    while (length > 0 && text[length - 1] == '\n')
        text[--length] = '\0';
    if (length <= max_bytes)
        return 0;
    size_t kept = text_cut(text, length, max_bytes);
    explicit_bzero(text + kept, length - kept);
    return 1;
}

/* The child. */

/* Signals as a program expects them that a shell has started. */
static int set_signals(posix_spawnattr_t *attributes)
{
    static const int numbers[] = { SIGINT, SIGQUIT, SIGTSTP, SIGTERM,
                                   SIGHUP, SIGPIPE, SIGCONT, SIGWINCH };
    sigset_t none, all;

    sigemptyset(&none);
    sigemptyset(&all);
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        sigaddset(&all, numbers[i]);
    int error = posix_spawnattr_setsigmask(attributes, &none);
    if (error == 0)
        error = posix_spawnattr_setsigdefault(attributes, &all);
    return error ? error
                 : posix_spawnattr_setflags(attributes,
                                            POSIX_SPAWN_SETSIGMASK |
                                                POSIX_SPAWN_SETSIGDEF);
}

static int set_files(posix_spawn_file_actions_t *actions, int tty)
{
    int error = 0;

    for (int fd = 0; fd < 3 && error == 0; fd++)
        error = posix_spawn_file_actions_adddup2(actions, tty, fd);
    return error ? error : posix_spawn_file_actions_addclosefrom_np(actions, 3);
}

extern char **environ;

static int start(const char *path, int tty, pid_t *ret_child)
{
    char script[] = "exec ${VISUAL:-$EDITOR} \"$1\"";
    char shell[] = "sh", option[] = "-c", name[] = "cclite";
    char file[PATH_SIZE + 16];
    char *arguments[] = { shell, option, script, name, file, NULL };
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    snprintf(file, sizeof(file), "%s", path);
    if (posix_spawn_file_actions_init(&actions) != 0)
        return -ENOMEM;
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return -ENOMEM;
    }
    int error = set_signals(&attributes);
    if (error == 0)
        error = set_files(&actions, tty);
    if (error == 0)
        error = posix_spawn(ret_child, "/bin/sh", &actions, &attributes,
                            arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return -error;
}

/* What the network brings is taken in, so that nothing piles up. */
static int wait_for(pid_t child, const struct editor_meanwhile *meanwhile)
{
    struct pollfd news = { .fd = meanwhile->fd, .events = POLLIN };
    int status, turns = 0;
    pid_t ended;

    while ((ended = waitpid(child, &status, WNOHANG)) == 0) {
        if (poll(&news, 1, WAIT_MS) > 0 && meanwhile->ready)
            meanwhile->ready(meanwhile->arg);
        if (++turns % TICKS == 0 && meanwhile->tick)
            meanwhile->tick(meanwhile->arg);
    }
    if (ended < 0)
        return -errno;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return 0;
    return WIFEXITED(status) && WEXITSTATUS(status) >= 126 ? -ENOENT
                                                           : -ECANCELED;
}

/* The keys for these are the editor's; Ctrl-Z stops it together with us. */
static int run_child(const char *path, int tty,
                     const struct editor_meanwhile *meanwhile)
{
    static const int numbers[] = { SIGINT, SIGQUIT, SIGTSTP };
    struct sigaction before[3];
    struct sigaction deaf = { .sa_handler = SIG_IGN };
    struct sigaction plain = { .sa_handler = SIG_DFL };
    pid_t child;

    sigemptyset(&deaf.sa_mask);
    sigemptyset(&plain.sa_mask);
    for (int i = 0; i < 3; i++)
        sigaction(numbers[i], i < 2 ? &deaf : &plain, &before[i]);
    int rc = start(path, tty, &child);
    if (rc == 0)
        rc = wait_for(child, meanwhile);
    for (int i = 0; i < 3; i++)
        sigaction(numbers[i], &before[i], NULL);
    return rc;
}

int editor_run(const char *text, int tty, size_t max_bytes,
               const struct editor_meanwhile *meanwhile, char **ret_text)
{
    assert(text && meanwhile && ret_text);
    char directory[PATH_SIZE], path[PATH_SIZE + 16];
    int rc = make_directory(directory);

    if (rc < 0)
        return rc;
    snprintf(path, sizeof(path), "%s/note.txt", directory);
    rc = write_text(path, text);
    if (rc == 0)
        rc = run_child(path, tty, meanwhile);
    if (rc == 0)
        rc = read_text(path, max_bytes, ret_text);
    remove_directory(directory);
    return rc;
}
