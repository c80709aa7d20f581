/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each screen looks as it did when somebody looked at it. */

#include <stdio.h>
#include <string.h>

#include "lang/lang.h"
#include "tests/console/stage.h"
#include "tests/test.h"

static const struct golden {
    const char *name;
    const char *fixture;
    const char *steps;
    int rows, columns;
} goldens[] = {
#define GOLDEN(name, fixture, steps) { name, fixture, steps, 24, 80 },
#define GOLDEN_AT(name, fixture, steps, rows, columns)                         \
    { name, fixture, steps, rows, columns },
#include "tests/console/golden.def"
};

static const struct variant {
    const char *name;
    struct style style;
    bool is_mono;
} variants[] = {
    { "en", { GLYPH_TIER_FULL, LANGUAGE_EN }, false },
    { "es", { GLYPH_TIER_FULL, LANGUAGE_ES }, false },
    { "cs", { GLYPH_TIER_FULL, LANGUAGE_CS }, false },
    { "mono", { GLYPH_TIER_WGL, LANGUAGE_EN }, true },
    { "ascii", { GLYPH_TIER_ASCII, LANGUAGE_CS }, false },
};

struct scene {
    const struct golden *golden;
    const struct variant *variant;
    char says[128];
};

static struct scene scenes[ARRAY_LEN(goldens) * ARRAY_LEN(variants)];

static void path_of(const struct scene *scene, char ret_path[1024])
{
    const char *source = getenv("top_srcdir");

    snprintf(ret_path, 1024, "%s/tests/console/golden/%s.%s",
             source ? source : ".", scene->golden->name, scene->variant->name);
}

static void write_golden(const char *path, const char *picture)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(picture, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static const char *read_golden(const char *path)
{
    static char text[256 * 1024];
    FILE *file = fopen(path, "r");

    if (!file)
        fail_msg("%s: cannot be read; see golden.def", path);
    size_t length = fread(text, 1, sizeof(text) - 1, file);
    fclose(file);
    text[length] = '\0';
    return text;
}

/* Rows that differ, before all of it: the log is read by people. */
static void compare(const char *path, const char *picture, const char *golden)
{
    if (strcmp(picture, golden) == 0)
        return;
    fprintf(stderr, "# %s differs. Now:\n%s", path, picture);
    fail_msg("%s: the screen looks different now; see golden.def", path);
}

static void looks_as_it_did(void **state)
{
    const struct scene *scene = *state;
    struct stage stage = {
        .style = scene->variant->style,
        .rows = scene->golden->rows,
        .columns = scene->golden->columns,
    };
    char path[1024];

    path_of(scene, path);
    stage_open(&stage, scene->golden->fixture);
    stage_play(&stage, scene->golden->steps);
    const char *picture = scene->variant->is_mono ? stage_picture_mono(&stage)
                                                  : stage_picture(&stage);
    if (getenv("CCLITE_GOLDEN_WRITE"))
        write_golden(path, picture);
    else
        compare(path, picture, read_golden(path));
    stage_close(&stage);
}

/* Templates are those of the sources, and nobody's own. */
static void share_sources(void)
{
    const char *top = getenv("top_srcdir");
    char path[1024];

    snprintf(path, sizeof(path), "%s/share", top ? top : ".");
    setenv("CCLITE_SHARE_DIR", path, 1);
    setenv("XDG_CONFIG_HOME", "/nowhere", 1);
}

int main(void)
{
    struct test_list list = { 0 };
    size_t count = 0;

    setenv("TZ", "UTC", 1);
    share_sources();
    assert_int_equal(lang_open(NULL), 0);
    for (size_t g = 0; g < ARRAY_LEN(goldens); g++)
        for (size_t v = 0; v < ARRAY_LEN(variants); v++) {
            struct scene *scene = &scenes[count++];

            scene->golden = &goldens[g];
            scene->variant = &variants[v];
            snprintf(scene->says, sizeof(scene->says),
                     "screen %s looks as it did, %s", goldens[g].name,
                     variants[v].name);
            test_list_add(&list, row_test(scene->says, looks_as_it_did, scene));
        }
    int failed = test_list_run(&list);
    lang_close();
    return failed;
}
