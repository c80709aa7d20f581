/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What we mean to show is what a terminal of others shows, cell for cell. */

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "tests/test.h"
#include "tests/tui/emulator.h"

static const struct terminal_row {
    const char *says;
    const char *term;
    const char *locale;
    const char *theme;  /* NULL: dark */
    const char *colour; /* of the environment, or NULL */
} terminal_rows[] = {
    { "xterm-256color in UTF-8", "xterm-256color", "C.UTF-8", NULL, NULL },
    { "xterm-256color in C", "xterm-256color", "C", NULL, NULL },
    { "tmux-256color in UTF-8", "tmux-256color", "C.UTF-8", NULL, NULL },
    { "tmux-256color in C", "tmux-256color", "C", NULL, NULL },
    { "screen-256color in UTF-8", "screen-256color", "C.UTF-8", NULL, NULL },
    { "screen-256color in C", "screen-256color", "C", NULL, NULL },
    { "linux in UTF-8", "linux", "C.UTF-8", NULL, NULL },
    { "linux in C", "linux", "C", NULL, NULL },
    { "vt100 in UTF-8", "vt100", "C.UTF-8", NULL, NULL },
    { "vt100 in C", "vt100", "C", NULL, NULL },
    { "xterm-mono in UTF-8", "xterm-mono", "C.UTF-8", NULL, NULL },
    { "xterm-mono in C", "xterm-mono", "C", NULL, NULL },
    { "xterm-256color in light", "xterm-256color", "C.UTF-8", "light", NULL },
    { "tmux-256color in light", "tmux-256color", "C.UTF-8", "light", NULL },
    { "screen-256color in light", "screen-256color", "C", "light", NULL },
    { "linux in light", "linux", "C.UTF-8", "light", NULL },
    { "vt100 in light", "vt100", "C", "light", NULL },
    { "xterm-256color in contrast", "xterm-256color", "C", "contrast", NULL },
    { "tmux-256color in contrast", "tmux-256color", "C.UTF-8", "contrast",
      NULL },
    { "screen-256color in contrast", "screen-256color", "C.UTF-8", "contrast",
      NULL },
    { "linux in contrast", "linux", "C", "contrast", NULL },
    { "vt100 in contrast", "vt100", "C.UTF-8", "contrast", NULL },
    { "xterm-256color in mono", "xterm-256color", "C.UTF-8", "mono", NULL },
    { "tmux-256color in mono", "tmux-256color", "C", "mono", NULL },
    { "screen-256color in mono", "screen-256color", "C.UTF-8", "mono", NULL },
    { "linux in mono", "linux", "C.UTF-8", "mono", NULL },
    { "vt100 in mono", "vt100", "C.UTF-8", "mono", NULL },
    { "a terminal nobody knows, taken for an xterm", "no-such-terminal",
      "C.UTF-8", NULL, NULL },
};

/* What the environment says of colours, by the colours that are then seen. */
static const struct colour_row {
    const char *says;
    const char *theme;
    const char *colour;
    bool has_colours;
} colour_rows[] = {
    { "256 colours are shown where there are", NULL, NULL, true },
    { "NO_COLOR shows none", NULL, "NO_COLOR=1", false },
    { "an empty NO_COLOR says nothing", NULL, "NO_COLOR=", true },
    { "CCLITE_COLOR=never shows none", "light", "CCLITE_COLOR=never", false },
    { "mono shows none", "mono", NULL, false },
};

static void start(struct emulator *emulator, const struct terminal_row *row)
{
    emulator_start(emulator, &(struct emulator_setup){ .rows = 24,
                                                       .columns = 80,
                                                       .term = row->term,
                                                       .locale = row->locale,
                                                       .theme = row->theme,
                                                       .colour = row->colour });
    emulator_expect(emulator, "Support Tier 1");
}

static void every_screen_is_the_same(void **state)
{
    /* A step is keys, and what then stands on the screen. */
    static const char *const steps[][2] = {
        { "jj", "Sales ES" },   { "c", "caller" },      { "\033", "Waiting" },
        { "d", "cannot be" },   { "?%", "%" },          { "\033", "F9 state" },
        { "?", "Keys here" },   { "\033", "F9 state" }, { ":", "Command" },
        { "del", "1 of" },      { "\033", "F9 state" }, { "e", "Ring time" },
        { "Dvorak", "Dvorak" }, { "\t\t9", " 9 " },
    };
    const struct terminal_row *row = *state;
    struct emulator emulator;

    start(&emulator, row);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        if (steps[i][0][0] == '?' && steps[i][0][1])
            emulator_insist(&emulator, steps[i][0] + 1, steps[i][1]);
        else
            emulator_send(&emulator, steps[i][0]);
        emulator_expect(&emulator, steps[i][1]);
        assert_int_equal(emulator_differences(&emulator, true), 0);
    }
    emulator_stop(&emulator);
}

static int coloured_cells(const struct emulator *emulator)
{
    int count = 0;

    for (int row = 0; row < emulator->rows; row++)
        for (int column = 0; column < emulator->columns; column++) {
            VTermScreenCell cell;

            vterm_screen_get_cell(emulator->screen, (VTermPos){ row, column },
                                  &cell);
            count += !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ||
                     !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
        }
    return count;
}

static void colours_are_there_or_not(void **state)
{
    const struct colour_row *row = *state;
    struct emulator emulator;

    start(&emulator, &(struct terminal_row){ .term = "xterm-256color",
                                             .locale = "C.UTF-8",
                                             .theme = row->theme,
                                             .colour = row->colour });
    assert_int_equal(emulator_differences(&emulator, true), 0);
    assert_int_equal(coloured_cells(&emulator) > 0, row->has_colours);
    emulator_stop(&emulator);
}

/* The same sequence of numbers each time; not for secrets. */
static unsigned random_below(unsigned *seed, unsigned limit)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % limit;
}

static void a_storm_of_sizes_ends_like_a_fresh_start(void **state)
{
    const struct terminal_row *row = *state;
    struct emulator storm, fresh;
    unsigned seed = 20;

    start(&storm, row);
    for (int i = 0; i < 300; i++) {
        emulator_resize(&storm, 5 + (int)random_below(&seed, 116),
                        20 + (int)random_below(&seed, 381));
        emulator_read(&storm);
    }
    emulator_resize(&storm, 43, 132);
    emulator_settle(&storm, 43, 132);
    assert_int_equal(emulator_differences(&storm, true), 0);

    emulator_start(&fresh, &(struct emulator_setup){ .rows = 43,
                                                     .columns = 132,
                                                     .term = row->term,
                                                     .locale = row->locale });
    emulator_expect(&fresh, "Support Tier 1");
    assert_int_equal(emulator_differences(&fresh, true), 0);
    for (int i = 0; i < 43; i++) {
        char left[1024], right[1024];

        emulator_row(&storm, i, left, sizeof(left));
        emulator_row(&fresh, i, right, sizeof(right));
        assert_string_equal(left, right);
    }
    emulator_stop(&storm);
    emulator_stop(&fresh);
}

/* Small windows show what they can, and no size ends the program. */
static void every_small_size_is_drawn(void **state)
{
    static const int sizes[][2] = { { 1, 8 },   { 2, 10 },  { 5, 20 },
                                    { 16, 60 }, { 24, 40 }, { 10, 200 } };
    const struct terminal_row *row = *state;

    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        struct emulator emulator;

        emulator_start(&emulator,
                       &(struct emulator_setup){ .rows = sizes[i][0],
                                                 .columns = sizes[i][1],
                                                 .term = row->term,
                                                 .locale = row->locale });
        emulator_begin(&emulator);
        assert_int_equal(emulator_differences(&emulator, true), 0);
        emulator_send(&emulator, "e");
        assert_int_equal(emulator_differences(&emulator, true), 0);
        emulator_stop(&emulator);
    }
}

/*
 * Hostile names. The row they stand in may show anything; the rest of the
 * screen, the cursor, the title and the modes are what they are with a name
 * that is harmless.
 */

enum { HOSTILE_ROW = 6, HOSTILE_STRINGS = 60 };

/* Bytes that would do harm, in any mixture. Never a zero: it ends a name. */
static void hostile_text(unsigned *seed, char *ret_text, size_t size)
{
    static const char *const pieces[] = {
        "\033[2J",
        "\033]2;owned\007",
        "\033c",
        "\r\n",
        "\b\b\b\b",
        "\t",
        "\016",
        "\017",
        "\302\233H",
        "\033[?1000h",
        "\033P1$r",
        "\033[6n",
        "\u202e",
        "\u200b",
        "\u2066",
        "\U000E0041",
        "e\u0301\u0302\u0303\u0304",
        "\u2028",
        "\xff\xfe",
        "\xed\xa0\x80",
        "\xf4\x90\x80\x80",
        "\u0e33",
        "\u1100\u1161\u11a8",
        "日本",
        "👩‍👩‍👧",
        "\ufe0f",
        "\ue000",
        "\u0600",
        "\u00ad",
        "\u115f",
        "a",
        "\033[999C",
        "\033(0",
        "\x7f",
        "\033[?25l",
    };
    size_t length = 0;

    while (length + 16 < size && random_below(seed, 20) != 0) {
        const char *piece = pieces[random_below(seed, ARRAY_LEN(pieces))];
        size_t piece_length = strlen(piece);

        if (random_below(seed, 5) == 0)
            ret_text[length++] = (char)(1 + random_below(seed, 255));
        if (length + piece_length < size) {
            memcpy(ret_text + length, piece, piece_length);
            length += piece_length;
        }
    }
    ret_text[length] = '\0';
}

static void compare_but_the_row(const struct emulator *tried,
                                const struct emulator *harmless)
{
    for (int row = 0; row < tried->rows; row++) {
        char left[1024], right[1024];

        emulator_row(tried, row, left, sizeof(left));
        emulator_row(harmless, row, right, sizeof(right));
        if (row != HOSTILE_ROW)
            assert_string_equal(left, right);
    }
    assert_string_equal(tried->title, harmless->title);
    assert_int_equal(tried->mouse, harmless->mouse);
    assert_int_equal(tried->is_alternate, harmless->is_alternate);
    assert_int_equal(tried->cursor_visible, harmless->cursor_visible);
}

static void a_hostile_name_changes_its_row_alone(void **state)
{
    struct emulator harmless, tried;
    struct emulator_setup setup = { .rows = 24,
                                    .columns = 80,
                                    .term = "xterm-256color",
                                    .locale = "C.UTF-8",
                                    .hostile = "harmless" };
    unsigned seed = 7;

    (void)state;
    emulator_start(&harmless, &setup);
    emulator_expect(&harmless, "Support Tier 1");
    assert_int_equal(emulator_differences(&harmless, true), 0);
    for (int i = 0; i < HOSTILE_STRINGS; i++) {
        char text[600];

        hostile_text(&seed, text, sizeof(text));
        setup.hostile = text;
        emulator_start(&tried, &setup);
        emulator_expect(&tried, "Support Tier 1");
        emulator_expect(&tried, "help");
        assert_int_equal(emulator_differences(&tried, true), 0);
        compare_but_the_row(&tried, &harmless);
        emulator_stop(&tried);
    }
    emulator_stop(&harmless);
}

/* However it ends, the terminal is what it was. */

static const struct ending_row {
    const char *says;
    const char *keys;
    int signal;
    bool is_crash;
} ending_rows[] = {
    { "leaving gives the terminal back", "Q?y", 0, false },
    { "SIGTERM gives the terminal back", "", SIGTERM, false },
    { "SIGHUP gives the terminal back", "", SIGHUP, false },
    { "abort() gives the terminal back", "X", 0, true },
    { "SIGSEGV gives the terminal back", "", SIGSEGV, true },
};

static void press_ending(struct emulator *emulator,
                         const struct ending_row *row)
{
    if (row->signal)
        kill(emulator->child, row->signal);
    else if (row->keys[1] == '?') {
        emulator_send(emulator, "Q");
        emulator_expect(emulator, "Leave this");
        emulator_press_to_end(emulator, row->keys + 2);
    } else {
        emulator_send(emulator, row->keys);
    }
}

static void the_terminal_is_given_back(void **state)
{
    const struct ending_row *row = *state;
    struct termios before, after;
    struct emulator emulator;

    emulator_start(&emulator,
                   &(struct emulator_setup){ .rows = 24,
                                             .columns = 80,
                                             .term = "xterm-256color",
                                             .locale = "C.UTF-8" });
    before = emulator.before;
    emulator_expect(&emulator, "Support Tier 1");
    assert_true(emulator.is_alternate);
    press_ending(&emulator, row);
    emulator_wait(&emulator);

    assert_int_equal(WIFSIGNALED(emulator.status) ||
                         WEXITSTATUS(emulator.status) != 0,
                     row->is_crash);
    assert_false(emulator.is_alternate);
    assert_true(emulator.cursor_visible);
    assert_int_equal(emulator.mouse, VTERM_PROP_MOUSE_NONE);
    assert_int_equal(tcgetattr(emulator.line, &after), 0);
    assert_int_equal(after.c_lflag, before.c_lflag);
    assert_int_equal(after.c_iflag, before.c_iflag);
    assert_int_equal(after.c_oflag, before.c_oflag);
    emulator_stop(&emulator);
}

enum { REPORT_SIZE = 16384, REPORT_MAX = 8192 };

static void read_report(const char *path, char ret_text[REPORT_SIZE])
{
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    size_t length = fread(ret_text, 1, REPORT_SIZE - 1, file);
    ret_text[length] = '\0';
    fclose(file);
}

/* What was typed, and what the rows say, is nobody's business but theirs. */
static void a_crash_leaves_a_report_with_nothing_private(void **state)
{
    char directory[] = "/tmp/crash-XXXXXX", path[64], text[REPORT_SIZE];
    struct stat facts;
    struct emulator emulator;

    (void)state;
    assert_non_null(mkdtemp(directory));
    snprintf(path, sizeof(path), "%s/crash.txt", directory);
    emulator_start(&emulator, &(struct emulator_setup){ .rows = 24,
                                                        .columns = 80,
                                                        .term = "xterm",
                                                        .locale = "C.UTF-8",
                                                        .hostile = "Okafor",
                                                        .report = path });
    emulator_expect(&emulator, "Okafor");
    emulator_send(&emulator, "e");
    emulator_expect(&emulator, "Ring time");
    emulator_send(&emulator, "Dvorak");
    emulator_expect(&emulator, "Dvorak");
    kill(emulator.child, SIGABRT);
    emulator_wait(&emulator);

    emulator_expect(&emulator, "See the report.");
    read_report(path, text);
    assert_non_null(strstr(text, "sample 1\ndied of SIGABRT\n"));
    assert_non_null(strstr(text, "terminal xterm\n"));
    assert_non_null(strstr(text, "do edit\nopen "));
    assert_non_null(strstr(text, "sample_program("));
    assert_null(strstr(text, "Dvorak"));
    assert_null(strstr(text, "Okafor"));
    assert_true(strlen(text) < REPORT_MAX);
    assert_int_equal(stat(path, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0600);
    emulator_stop(&emulator);
    unlink(path);
    rmdir(directory);
}

/* Nobody above this program could wake it, so that the system does not stop
 * it; what was given back is taken again all the same. */
static void a_suspension_is_come_back_from(void **state)
{
    struct emulator emulator;
    char title[256];

    (void)state;
    emulator_start(&emulator,
                   &(struct emulator_setup){ .rows = 24,
                                             .columns = 80,
                                             .term = "xterm-256color",
                                             .locale = "C.UTF-8" });
    emulator_expect(&emulator, "Support Tier 1");
    snprintf(title, sizeof(title), "%s", emulator.title);
    emulator_send(&emulator, "j\x1a");
    emulator_send(&emulator, "j");
    assert_int_equal(emulator_differences(&emulator, true), 0);
    assert_true(emulator.is_alternate);
    assert_int_equal(emulator.starts, 2);
    kill(emulator.child, SIGCONT);
    fclose(emulator_dump(&emulator)); /* by now it has been heard */
    assert_int_equal(emulator_differences(&emulator, true), 0);
    assert_string_equal(emulator.title, title);
    emulator_stop(&emulator);
}

/* The probe: what the terminal answers decides, and silence costs little. */

static const struct probe_row {
    const char *says;
    struct emulator_setup setup;
    const char *sees;
} probe_rows[] = {
    { "an emulator that knows UTF-8 gets it",
      { .locale = "C", .is_utf8 = true },
      "Dvořáková" },
    { "an emulator of bytes gets ASCII",
      { .locale = "C.UTF-8", .is_bytes = true },
      "Dvorakova" },
    { "an emulator that cannot repeat need not",
      { .locale = "C.UTF-8", .cannot_repeat = true },
      "Dvořáková" },
};

static void the_answer_decides(void **state)
{
    const struct probe_row *row = *state;
    struct emulator_setup setup = row->setup;
    struct emulator emulator;

    setup.rows = 24;
    setup.columns = 80;
    setup.term = "xterm-256color";
    setup.probes = true;
    emulator_start(&emulator, &setup);
    emulator_expect(&emulator, row->sees);
    assert_int_equal(emulator_differences(&emulator, true), 0);
    emulator_stop(&emulator);
}

static void silence_leaves_it_to_the_locale(void **state)
{
    struct emulator emulator;

    (void)state;
    emulator_start(&emulator,
                   &(struct emulator_setup){ .rows = 24,
                                             .columns = 80,
                                             .term = "xterm-256color",
                                             .locale = "C.UTF-8",
                                             .is_deaf = true,
                                             .is_remote = true,
                                             .probes = true });
    emulator_expect(&emulator, "Dvořáková");
    emulator_send(&emulator, "j");
    assert_int_equal(emulator_differences(&emulator, true), 0);
    emulator_stop(&emulator);
}

/* What comes by time, not by a key, is data. */
static void far_away_frames_of_data_end_with_a_question(void **state)
{
    (void)state;
    for (int is_remote = 0; is_remote < 2; is_remote++) {
        struct emulator emulator;

        emulator_start(&emulator,
                       &(struct emulator_setup){ .rows = 24,
                                                 .columns = 80,
                                                 .term = "xterm-256color",
                                                 .locale = "C.UTF-8",
                                                 .is_remote = is_remote });
        emulator_expect(&emulator, "Support Tier 1");
        emulator_send(&emulator, "jk");
        assert_int_equal(emulator_differences(&emulator, true), 0);
        assert_int_equal(emulator.questions, 0);
        /* Where the machine is slow, the key's own frame may have it. */
        for (int i = 0; i == 0 || (i < 20 && emulator.questions < is_remote);
             i++) {
            emulator_send(&emulator, "gz");
            emulator_expect(&emulator, "g z leads nowhere");
            emulator_send(&emulator, "g");
            emulator_expect(&emulator, "go to");
            assert_int_equal(emulator_differences(&emulator, true), 0);
            emulator_send(&emulator, "z");
        }
        assert_true(is_remote ? emulator.questions > 0
                              : emulator.questions == 0);
        emulator_stop(&emulator);
    }
}

/* The question stays open; a key is painted all the same. */
static void a_key_never_waits_for_an_answer(void **state)
{
    struct emulator emulator;

    (void)state;
    emulator_start(&emulator,
                   &(struct emulator_setup){ .rows = 24,
                                             .columns = 80,
                                             .term = "xterm-256color",
                                             .locale = "C.UTF-8",
                                             .is_deaf = true,
                                             .is_remote = true });
    emulator_expect(&emulator, "Support Tier 1");
    emulator_send(&emulator, "g");
    emulator_expect(&emulator, "go to");
    emulator_send(&emulator, "c");
    emulator_expect(&emulator, "caller");
    assert_true(emulator.questions <= 1);
    emulator_stop(&emulator);
}

static void answers_and_pastes_are_no_keys(void **state)
{
    struct emulator emulator;

    (void)state;
    emulator_start(&emulator,
                   &(struct emulator_setup){ .rows = 24,
                                             .columns = 80,
                                             .term = "xterm-256color",
                                             .locale = "C.UTF-8",
                                             .is_remote = true });
    emulator_expect(&emulator, "Support Tier 1");
    emulator_send(&emulator, "\033[?62;1;4c\033[3;7R\033]11;rgb:0/0/e\033\\"
                             "\033[>0;276;0c\033[0n");
    assert_int_equal(emulator_differences(&emulator, true), 0);
    emulator_expect(&emulator, "F9 state");
    emulator_send(&emulator, "\033[200~eQX\033[201~");
    emulator_expect(&emulator, "no text field");
    emulator_send(&emulator, "e");
    emulator_expect(&emulator, "Ring time");
    emulator_send(&emulator, "\033[200~one\ntwo\033[201~");
    emulator_expect(&emulator, "one two");
    assert_int_equal(emulator_differences(&emulator, true), 0);
    emulator_stop(&emulator);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, every_screen_is_the_same, terminal_rows);
    TEST_LIST_ADD_ROWS(&list, colours_are_there_or_not, colour_rows);
    test_list_add(&list,
                  row_test("a storm of 300 sizes ends like a fresh start",
                           a_storm_of_sizes_ends_like_a_fresh_start,
                           &terminal_rows[0]));
    test_list_add(&list,
                  row_test("small windows are drawn, too",
                           every_small_size_is_drawn, &terminal_rows[0]));
    TEST_LIST_ADD_ROWS(&list, the_terminal_is_given_back, ending_rows);
    TEST_LIST_ADD(&list, a_crash_leaves_a_report_with_nothing_private);
    TEST_LIST_ADD(&list, a_hostile_name_changes_its_row_alone);
    TEST_LIST_ADD(&list, a_suspension_is_come_back_from);
    TEST_LIST_ADD_ROWS(&list, the_answer_decides, probe_rows);
    TEST_LIST_ADD(&list, silence_leaves_it_to_the_locale);
    TEST_LIST_ADD(&list, far_away_frames_of_data_end_with_a_question);
    TEST_LIST_ADD(&list, a_key_never_waits_for_an_answer);
    TEST_LIST_ADD(&list, answers_and_pastes_are_no_keys);
    return test_list_run(&list);
}
