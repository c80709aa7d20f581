/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text goes into an editor and comes back; nothing of it stays behind. */

#include "tui/editor.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/test.h"

static char home[] = "/tmp/test_editor-XXXXXX";
static int tty;

static const struct hindrance_row {
    const char *says;
    const char *shell, *restricted, *visual, *editor;
    const char *reason; /* NULL: none */
} hindrance_rows[] = {
    { "who named an editor may", "/bin/bash", NULL, NULL, "vi", NULL },
    { "VISUAL is one, too", "/bin/sh", NULL, "emacs -nw", NULL, NULL },
    { "without one there is none", "/bin/sh", NULL, NULL, "", "No editor" },
    { "a restricted shell starts nothing", "/bin/rbash", NULL, NULL, "vi",
      "restricted" },
    { "nor does an account whose shell is the console", "/usr/local/bin/cclite",
      NULL, NULL, "vi", "restricted" },
    { "nor who was told so", "/bin/bash", "1", NULL, "vi", "restricted" },
    { "no shell at all is none that restricts", NULL, "", NULL, "vi", NULL },
};

static const struct hindrance_row *asked;

static const char *environment(const char *variable)
{
    if (strcmp(variable, "SHELL") == 0)
        return asked->shell;
    if (strcmp(variable, "VISUAL") == 0)
        return asked->visual;
    if (strcmp(variable, "EDITOR") == 0)
        return asked->editor;
    assert_string_equal(variable, "CCLITE_RESTRICTED");
    return asked->restricted;
}

static void an_editor_may_be_refused(void **state)
{
    asked = *state;
    const char *reason = editor_hindrance(environment);

    if (asked->reason)
        assert_non_null(strstr(reason, asked->reason));
    else
        assert_null(reason);
}

static int entries(const char *path)
{
    DIR *directory = opendir(path);
    int count = 0;

    assert_non_null(directory);
    while (readdir(directory))
        count++;
    closedir(directory);
    return count - 2;
}

/* An editor of one line of shell; $0 is its file. */
static void write_editor(const char *script)
{
    char path[256];

    snprintf(path, sizeof(path), "%s/editor", home);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0700), 0);
    snprintf(path, sizeof(path), "%s/editor --flag", home);
    setenv("EDITOR", path, 1);
}

static const struct edit_row {
    const char *says;
    const char *script;
    const char *text;
    size_t max_bytes;
    int rc;
    const char *becomes; /* NULL: nothing */
} edit_rows[] = {
    { "what is written comes back", "printf 'new\\n' > \"$2\"", "old", 99, 0,
      "new" },
    { "what was there is there",
      "cat \"$2\" >> \"$2.x\"; cat \"$2.x\" \"$2.x\" "
      "> \"$2\"",
      "two\nlines", 99, 0, "two\nlines\ntwo\nlines" },
    { "words of the variable are arguments", "echo \"$1\" > \"$2\"", "", 99, 0,
      "--flag" },
    { "its file is its owner's alone",
      "stat -c %a \"$2\" > \"$2.x\"; stat -c %a \"$(dirname \"$2\")\" >> "
      "\"$2.x\"; cat \"$2.x\" > \"$2\"",
      "", 99, 0, "600\n700" },
    { "what is too long is cut, after a whole character",
      "printf '123\\304\\215' > \"$2\"", "", 4, 1, "123" },
    { "a failure changes nothing", "echo new > \"$2\"; exit 3", "old", 99,
      -ECANCELED, NULL },
    { "a file that is gone is told", "rm \"$2\"", "old", 99, -ENOENT, NULL },
    { "a signal ends it as a failure", "kill -9 $$", "old", 99, -ECANCELED,
      NULL },
    { "an empty text is one", ": > \"$2\"", "old", 99, 0, "" },
    { "signals are as in a shell", "kill -INT $$; echo no > \"$2\"", "old", 99,
      -ECANCELED, NULL },
};

static void a_text_goes_out_and_back(void **state)
{
    const struct edit_row *row = *state;
    const struct editor_meanwhile meanwhile = { .fd = -1 };
    char *text = NULL;

    write_editor(row->script);
    int rc = editor_run(row->text, tty, row->max_bytes, &meanwhile, &text);
    assert_int_equal(rc, row->rc);
    if (row->becomes)
        assert_string_equal(text, row->becomes);
    free(text);
    assert_int_equal(entries(home), 1); /* the editor itself */
}

static void an_editor_that_there_is_not_is_told(void **state)
{
    const struct editor_meanwhile meanwhile = { .fd = -1 };
    char *text = NULL;

    (void)state;
    setenv("EDITOR", "/nowhere/editor", 1);
    assert_int_equal(editor_run("old", tty, 99, &meanwhile, &text), -ENOENT);
    assert_int_equal(entries(home), 1);
}

static int news;

static void ready(void *arg)
{
    char byte;

    assert_int_equal(read(*(int *)arg, &byte, 1), 1);
    news++;
}

static void what_comes_meanwhile_is_taken(void **state)
{
    int ends[2];
    struct editor_meanwhile meanwhile = { .ready = ready };
    char *text = NULL;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    meanwhile.fd = ends[0];
    meanwhile.arg = &ends[0];
    assert_int_equal(write(ends[1], "x", 1), 1);
    write_editor("sleep 0.3");
    assert_int_equal(editor_run("old", tty, 99, &meanwhile, &text), 0);
    assert_string_equal(text, "old");
    assert_int_equal(news, 1);
    free(text);
    close(ends[0]);
    close(ends[1]);
}

/* The signals of the keys are the editor's, and afterwards ours again. */
static void signals_are_given_back(void **state)
{
    const struct editor_meanwhile meanwhile = { .fd = -1 };
    struct sigaction action;
    char command[64], *text = NULL;

    (void)state;
    snprintf(command, sizeof(command), "kill -INT %d", (int)getpid());
    write_editor(command);
    assert_int_equal(editor_run("old", tty, 99, &meanwhile, &text), 0);
    free(text);
    assert_int_equal(sigaction(SIGINT, NULL, &action), 0);
    assert_true(action.sa_handler == SIG_DFL);
}

int main(void)
{
    struct test_list list = { 0 };
    char command[128];

    if (!mkdtemp(home))
        return 99;
    tty = open("/dev/null", O_RDWR | O_CLOEXEC);
    unsetenv("VISUAL");
    setenv("XDG_RUNTIME_DIR", home, 1);
    TEST_LIST_ADD_ROWS(&list, an_editor_may_be_refused, hindrance_rows);
    TEST_LIST_ADD_ROWS(&list, a_text_goes_out_and_back, edit_rows);
    TEST_LIST_ADD(&list, an_editor_that_there_is_not_is_told);
    TEST_LIST_ADD(&list, what_comes_meanwhile_is_taken);
    TEST_LIST_ADD(&list, signals_are_given_back);
    int failed = test_list_run(&list);
    snprintf(command, sizeof(command), "rm -r %s", home);
    return system(command) == 0 ? failed : 99;
}
