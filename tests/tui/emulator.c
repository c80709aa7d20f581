/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pseudo-terminal between the two. */

#include "tests/tui/emulator.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>

#include "tests/test.h"
#include "tui/utf8.h"

static int property(VTermProp prop, VTermValue *value, void *user)
{
    struct emulator *emulator = user;

    if (prop == VTERM_PROP_ALTSCREEN) {
        emulator->starts += value->boolean && !emulator->is_alternate;
        emulator->is_alternate = value->boolean;
    } else if (prop == VTERM_PROP_CURSORVISIBLE)
        emulator->cursor_visible = value->boolean;
    else if (prop == VTERM_PROP_MOUSE)
        emulator->mouse = value->number;
    else if (prop == VTERM_PROP_TITLE)
        snprintf(emulator->title, sizeof(emulator->title), "%s", value->string);
    return 1;
}

static int bell(void *user)
{
    struct emulator *emulator = user;

    emulator->bells++;
    return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = property,
                                                .bell = bell };

static void answer(const char *bytes, size_t length, void *user)
{
    struct emulator *emulator = user;

    emulator->questions += length == 4 && memcmp(bytes, "\033[0n", 4) == 0;
    if (!emulator->is_deaf && write(emulator->fd, bytes, length) < 0)
        return; /* the program has gone: nobody to answer */
}

static void child_run(const struct emulator *emulator,
                      const struct emulator_setup *setup)
{
    const char *top = getenv("top_builddir");
    char path[4096];

    setenv("TERM", setup->term, 1);
    setenv("LC_ALL", setup->locale, 1);
    unsetenv("SSH_CONNECTION");
    unsetenv("TMUX");
    unsetenv("NO_COLOR");
    unsetenv("CCLITE_COLOR");
    unsetenv("COLORFGBG");
    unsetenv("ESCDELAY");
    unsetenv("SAMPLE_THEME");
    unsetenv("SAMPLE_REPORT");
    if (setup->theme)
        setenv("SAMPLE_THEME", setup->theme, 1);
    if (setup->report)
        setenv("SAMPLE_REPORT", setup->report, 1);
    if (setup->colour)
        putenv((char *)setup->colour);
    if (setup->is_remote)
        setenv("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22", 1);
    snprintf(path, sizeof(path), "%s/tests/tui/sample_program",
             top ? top : ".");
    execl(path, path, emulator->dump, setup->probes ? "probe" : "no-probe",
          setup->hostile, (char *)NULL);
    _exit(127);
}

void emulator_start(struct emulator *emulator,
                    const struct emulator_setup *setup)
{
    struct winsize size = { .ws_row = (unsigned short)setup->rows,
                            .ws_col = (unsigned short)setup->columns };

    *emulator =
        (struct emulator){ .rows = setup->rows,
                           .columns = setup->columns,
                           .is_deaf = setup->is_deaf,
                           .cannot_repeat = setup->cannot_repeat,
                           .can_hide = strcmp(setup->term, "vt100") != 0,
                           .cursor_visible = true };
    snprintf(emulator->dump, sizeof(emulator->dump), "/tmp/tui-%d-%p",
             (int)getpid(), (void *)emulator);
    unlink(emulator->dump);
    emulator->vt = vterm_new(setup->rows, setup->columns);
    assert_non_null(emulator->vt);
    vterm_set_utf8(emulator->vt,
                   !setup->is_bytes &&
                       (setup->is_utf8 || strstr(setup->locale, "UTF-8")));
    emulator->screen = vterm_obtain_screen(emulator->vt);
    vterm_screen_set_callbacks(emulator->screen, &callbacks, emulator);
    vterm_screen_enable_altscreen(emulator->screen, 1);
    vterm_screen_reset(emulator->screen, 1);
    vterm_output_set_callback(emulator->vt, answer, emulator);

    assert_int_equal(openpty(&emulator->fd, &emulator->line, NULL, NULL, &size),
                     0);
    fcntl(emulator->line, F_SETFD, FD_CLOEXEC);
    assert_int_equal(tcgetattr(emulator->line, &emulator->before), 0);
    emulator->child = fork();
    assert_true(emulator->child >= 0);
    if (emulator->child == 0) {
        login_tty(emulator->line);
        child_run(emulator, setup);
    }
    fcntl(emulator->fd, F_SETFL, O_NONBLOCK);
    fcntl(emulator->fd, F_SETFD, FD_CLOEXEC);
}

void emulator_send(struct emulator *emulator, const char *bytes)
{
    size_t length = strlen(bytes);

    assert_int_equal(write(emulator->fd, bytes, length), (ssize_t)length);
}

static void write_held(struct emulator *emulator)
{
    vterm_input_write(emulator->vt, emulator->held, emulator->held_length);
    emulator->held_length = 0;
}

/* Esc [ n b repeats the last character. libvterm 0.1 then wraps a column too
 * soon, so it is given the characters themselves. */
static void repeat(struct emulator *emulator)
{
    long count = strtol(emulator->held + 2, NULL, 10);

    emulator->held_length = 0;
    while (!emulator->cannot_repeat && count-- > 0)
        vterm_input_write(emulator->vt, emulator->last, emulator->last_length);
}

/* 10xxxxxx goes on with a character of UTF-8 (RFC 3629). */
static void note_last(struct emulator *emulator, char byte)
{
    bool goes_on = ((unsigned char)byte & 0xC0) == 0x80;

    if (!goes_on || emulator->last_length == sizeof(emulator->last))
        emulator->last_length = 0;
    emulator->last[emulator->last_length++] = byte;
}

static void take_byte(struct emulator *emulator, char byte)
{
    size_t length = emulator->held_length;
    bool goes_on = length == 0   ? byte == '\033'
                   : length == 1 ? byte == '['
                                 : byte >= '0' && byte <= '9';

    if (goes_on && length + 1 < sizeof(emulator->held)) {
        emulator->held[emulator->held_length++] = byte;
        emulator->held[emulator->held_length] = '\0';
        return;
    }
    if (length > 2 && byte == 'b') {
        repeat(emulator);
        return;
    }
    write_held(emulator);
    if (length == 0 && (unsigned char)byte >= ' ')
        note_last(emulator, byte);
    vterm_input_write(emulator->vt, &byte, 1);
}

void emulator_read(struct emulator *emulator)
{
    char bytes[8192];
    ssize_t count;

    while ((count = read(emulator->fd, bytes, sizeof(bytes))) > 0) {
        emulator->bytes += (size_t)count;
        for (ssize_t i = 0; i < count; i++)
            take_byte(emulator, bytes[i]);
    }
}

/* Waits for bytes, a little. */
static void emulator_pump(struct emulator *emulator)
{
    struct pollfd watched = { .fd = emulator->fd, .events = POLLIN };

    poll(&watched, 1, 20);
    emulator_read(emulator);
}

void emulator_row(const struct emulator *emulator, int row, char *ret_text,
                  size_t size)
{
    size_t length = 0;

    for (int column = 0; column < emulator->columns; column++) {
        VTermScreenCell cell;
        VTermPos pos = { row, column };

        vterm_screen_get_cell(emulator->screen, pos, &cell);
        if (cell.chars[0] == (uint32_t)-1)
            continue;
        for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && length + 5 < size &&
                        (i == 0 || (cell.chars[0] && cell.chars[i]));
             i++)
            length += utf8_write(cell.chars[i] ? (int32_t)cell.chars[i] : ' ',
                                 ret_text + length);
    }
    ret_text[length] = '\0';
}

static bool is_on_screen(const struct emulator *emulator, const char *text)
{
    char row[8192];

    for (int i = 0; i < emulator->rows; i++) {
        emulator_row(emulator, i, row, sizeof(row));
        if (strstr(row, text))
            return true;
    }
    return false;
}

static void print_screen(const struct emulator *emulator)
{
    char row[8192];

    for (int i = 0; i < emulator->rows; i++) {
        emulator_row(emulator, i, row, sizeof(row));
        print_message("# |%s|\n", row);
    }
}

void emulator_expect(struct emulator *emulator, const char *text)
{
    time_t limit = time(NULL) + EMULATOR_LIMIT_S;

    while (!is_on_screen(emulator, text)) {
        if (time(NULL) > limit) {
            print_screen(emulator);
            fail_msg("'%s' has not come", text);
        }
        emulator_pump(emulator);
    }
}

void emulator_begin(struct emulator *emulator)
{
    time_t limit = time(NULL) + EMULATOR_LIMIT_S;

    while (!emulator->is_alternate) {
        if (time(NULL) > limit)
            fail_msg("the program does not begin");
        emulator_pump(emulator);
    }
}

void emulator_insist(struct emulator *emulator, const char *bytes,
                     const char *text)
{
    time_t limit = time(NULL) + EMULATOR_LIMIT_S;

    while (!is_on_screen(emulator, text)) {
        if (time(NULL) > limit)
            fail_msg("'%s' has not come", text);
        emulator_send(emulator, bytes);
        emulator_pump(emulator);
    }
}

/* The line is held open here, so its end is no sign of the program's. */
static bool is_over(struct emulator *emulator)
{
    siginfo_t info = { .si_pid = 0 };

    emulator_pump(emulator);
    return waitid(P_PID, (id_t)emulator->child, &info,
                  WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == emulator->child;
}

void emulator_press_to_end(struct emulator *emulator, const char *bytes)
{
    time_t limit = time(NULL) + EMULATOR_LIMIT_S;

    while (!is_over(emulator)) {
        if (time(NULL) > limit)
            fail_msg("the program does not end");
        emulator_send(emulator, bytes);
    }
}

void emulator_settle(struct emulator *emulator, int rows, int columns)
{
    time_t limit = time(NULL) + EMULATOR_LIMIT_S;
    int told_rows = 0, told_columns = 0;

    while (told_rows != rows || told_columns != columns) {
        FILE *file = emulator_dump(emulator);

        if (time(NULL) > limit)
            fail_msg("the program does not follow");
        assert_int_equal(fscanf(file, "%d %d", &told_rows, &told_columns), 2);
        fclose(file);
    }
}

void emulator_resize(struct emulator *emulator, int rows, int columns)
{
    struct winsize size = { .ws_row = (unsigned short)rows,
                            .ws_col = (unsigned short)columns };

    emulator->rows = rows;
    emulator->columns = columns;
    vterm_set_size(emulator->vt, rows, columns);
    assert_int_equal(ioctl(emulator->fd, TIOCSWINSZ, &size), 0);
}

FILE *emulator_dump(struct emulator *emulator)
{
    time_t limit = time(NULL) + EMULATOR_LIMIT_S;
    time_t asked = time(NULL);
    int bells = emulator->bells;
    FILE *file = NULL;

    unlink(emulator->dump);
    emulator_send(emulator, "\004");
    /* The bell comes behind the last byte of the picture. */
    while (emulator->bells == bells || !(file = fopen(emulator->dump, "r"))) {
        if (time(NULL) > limit) {
            print_screen(emulator);
            fail_msg("no dump has come");
        }
        if (time(NULL) > asked + 1) { /* a terminal set anew drops its keys */
            asked = time(NULL);
            emulator_send(emulator, "\004");
        }
        emulator_pump(emulator);
    }
    unlink(emulator->dump);
    return file;
}

/* One cell of the program's, as it was written. */
struct told {
    int width;
    int points[CELL_POINTS];
    int foreground, background, flags;
};

static bool read_told(FILE *file, struct told *ret_told)
{
    return fscanf(file, "%d %d %d %d %d %d %d", &ret_told->width,
                  &ret_told->points[0], &ret_told->points[1],
                  &ret_told->points[2], &ret_told->foreground,
                  &ret_told->background, &ret_told->flags) == 7;
}

/* In a cell without a character the others mean nothing. */
static bool has_same_text(const struct told *told, const VTermScreenCell *cell)
{
    if (cell->chars[0] == 0)
        return told->points[0] == ' ' && told->points[1] == 0;
    for (int i = 0; i < CELL_POINTS; i++) {
        if ((uint32_t)told->points[i] != cell->chars[i])
            return false;
        if (cell->chars[i] == 0)
            break;
    }
    return cell->width == told->width;
}

static int index_of(const VTermColor *colour)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour))
        return -1;
    return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : -2;
}

static bool has_same_look(const struct told *told, const VTermScreenCell *cell)
{
    bool is_blank = told->points[0] == ' ';

    if (index_of(&cell->bg) != told->background ||
        (unsigned)cell->attrs.reverse != !!(told->flags & LOOK_REVERSE) ||
        !cell->attrs.underline != !(told->flags & LOOK_UNDERLINE))
        return false;
    return is_blank ||
           (index_of(&cell->fg) == told->foreground &&
            (unsigned)cell->attrs.bold == !!(told->flags & LOOK_BOLD));
}

static int compare_cell(const struct emulator *emulator, VTermPos pos,
                        const struct told *told, bool has_looks)
{
    VTermScreenCell cell;

    vterm_screen_get_cell(emulator->screen, pos, &cell);
    if (told->width == 0 || (has_same_text(told, &cell) &&
                             (!has_looks || has_same_look(told, &cell))))
        return 0;
    print_message("# row %d column %d: U+%04X width %d, told U+%04X width %d "
                  "(%d %d %d | %d %d %d%d%d)\n",
                  pos.row, pos.col, cell.chars[0], cell.width,
                  (unsigned)told->points[0], told->width, told->foreground,
                  told->background, told->flags, index_of(&cell.fg),
                  index_of(&cell.bg), cell.attrs.bold, cell.attrs.underline,
                  cell.attrs.reverse);
    return 1;
}

static int compare_cursor(const struct emulator *emulator, int row, int column,
                          bool is_shown)
{
    VTermPos pos;

    vterm_state_get_cursorpos(vterm_obtain_state(emulator->vt), &pos);
    if ((!is_shown || (pos.row == row && pos.col == column)) &&
        (emulator->cursor_visible == is_shown || !emulator->can_hide))
        return 0;
    print_message("# cursor at %d %d, told %d %d\n", pos.row, pos.col, row,
                  column);
    return 1;
}

int emulator_differences(struct emulator *emulator, bool has_looks)
{
    FILE *file = emulator_dump(emulator);
    int rows, columns, row, column, is_shown, differences = 0;
    struct told told;

    assert_int_equal(fscanf(file, "%d %d %d %d %d", &rows, &columns, &row,
                            &column, &is_shown),
                     5);
    assert_int_equal(rows, emulator->rows);
    assert_int_equal(columns, emulator->columns);
    differences += compare_cursor(emulator, row, column, is_shown);
    for (int i = 0; i < rows * columns && differences < 10; i++) {
        VTermPos pos = { i / columns, i % columns };

        assert_true(read_told(file, &told));
        differences += compare_cell(emulator, pos, &told, has_looks);
    }
    fclose(file);
    if (differences)
        print_screen(emulator);
    return differences;
}

void emulator_wait(struct emulator *emulator)
{
    time_t limit = time(NULL) + EMULATOR_LIMIT_S;

    while (!is_over(emulator))
        if (time(NULL) > limit)
            fail_msg("the program does not end");
    emulator_pump(emulator);
    assert_int_equal(waitpid(emulator->child, &emulator->status, 0),
                     emulator->child);
    emulator->child = 0;
}

void emulator_stop(struct emulator *emulator)
{
    if (emulator->child > 0) {
        kill(emulator->child, SIGKILL);
        waitpid(emulator->child, &emulator->status, 0);
    }
    close(emulator->fd);
    close(emulator->line);
    vterm_free(emulator->vt);
    unlink(emulator->dump);
}
