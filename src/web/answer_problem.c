/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why not: problems, refusals and mistakes, as RFC 9457 has them. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/line.h"
#include "base/mark.h"
#include "core/command.h"
#include "web/answer.h"

enum { SENTENCE_SIZE = 512 };

/* What is told beside the text of the table. */
struct report {
    int status;
    const char *code;
    const char *title;
    const char *fix;
    struct answer_matter matter;
    int line; /* 0: none */
    int column;
    struct json_t *used_by; /* released with the report; NULL: not told */
    size_t used_by_count;
    const struct caller_rejects *rejects; /* NULL: none */
};

/* "There is no such thing: night". So a text needs no gaps, and each language
   its own order of words. */
static void write_detail(const struct report *report, enum language language,
                         char ret_text[SENTENCE_SIZE])
{
    const char *name = report->matter.name;
    struct line line = { .text = ret_text, .size = SENTENCE_SIZE };

    if (name && *name)
        line_add(&line, "%s: %s",
                 lang_text(language, problem_info(PROBLEM_NOT_FOUND)->title),
                 name);
    else if (report->matter.right)
        line_add(&line, lang_text(language, N_("This needs the right %s.")),
                 report->matter.right);
    else if (report->matter.reason && *report->matter.reason)
        line_add(&line, "%s: %s", lang_text(language, report->title),
                 lang_text(language, report->matter.reason));
    else
        line_add(&line, "%s", lang_text(language, report->title));
}

static bool has_range(const struct answer_matter *matter)
{
    return matter->min != 0 || matter->max != 0;
}

/* What nobody would reach is no range for people. */
static void write_choices(const struct answer_matter *matter, struct line *line)
{
    if (matter->choices)
        line_add(line, " (%s)", matter->choices);
    else if (has_range(matter) && matter->min != INT64_MIN &&
             matter->max != INT64_MAX)
        line_add(line, " (%" PRId64 "–%" PRId64 ")", matter->min, matter->max);
}

/* "Give a number within the range (1–1000)." */
static void write_fix(const struct report *report, enum language language,
                      char ret_text[SENTENCE_SIZE])
{
    const char *fix = lang_text(language, report->fix);
    size_t length = strlen(fix);
    bool has_stop = length > 0 && fix[length - 1] == '.';
    struct line line = { .text = ret_text, .size = SENTENCE_SIZE };

    line_add(&line, "%.*s", (int)(has_stop ? length - 1 : length), fix);
    write_choices(&report->matter, &line);
    line_add(&line, "%s", has_stop ? "." : "");
}

static int set_head(struct json_t *value, const struct report *report,
                    enum language language)
{
    char type[64], detail[SENTENCE_SIZE];
    int rc = 0;

    (void)snprintf(type, sizeof(type), "urn:cc-lite:problem:%s", report->code);
    write_detail(report, language, detail);
    rc |= value_set_text(value, "type", type);
    rc |= value_set_text(value, "title", lang_text(language, report->title));
    rc |= value_set_integer(value, "status", report->status);
    rc |= value_set_text(value, "code", report->code);
    return rc | value_set_text(value, "detail", detail);
}

static int set_where(struct json_t *value, const struct report *report)
{
    const struct answer_matter *matter = &report->matter;
    int rc = 0;

    if (matter->field && *matter->field)
        rc |= value_set_text(value, "field", matter->field);
    if (matter->right)
        rc |= value_set_text(value, "right", matter->right);
    if (has_range(matter)) {
        rc |= value_set_integer(value, "min", matter->min);
        rc |= value_set_integer(value, "max", matter->max);
    }
    if (report->line > 0) {
        rc |= value_set_integer(value, "line", report->line);
        rc |= value_set_integer(value, "column", report->column);
    }
    return rc;
}

/* @return NULL: out of memory */
static struct json_t *list_rejects(const struct caller_rejects *rejects,
                                   enum language language)
{
    struct json_t *items = value_list();
    int rc = 0;

    for (size_t i = 0; i < rejects->count && i < CALLER_REJECTS_MAX; i++) {
        struct json_t *item = value_object();

        rc |= value_set_integer(item, "row", rejects->rows[i].row);
        rc |= value_set_text(item, "fix",
                             lang_text(language, rejects->rows[i].says));
        rc |= value_append(items, item);
    }
    return rc == 0 ? items : value_free(items);
}

static int set_rejects(struct json_t *value, const struct report *report,
                       enum language language)
{
    int rc =
        value_set(value, "rejected", list_rejects(report->rejects, language));

    return rc | value_set_integer(value, "rejected_count",
                                  (int64_t)report->rejects->count);
}

static int set_uses(struct json_t *value, const struct report *report)
{
    int rc = value_set(value, "used_by", report->used_by);

    return rc | value_set_integer(value, "used_by_count",
                                  (int64_t)report->used_by_count);
}

static void answer_report(struct answer *answer, enum language language,
                          const struct report *report)
{
    struct json_t *value = value_object();
    char fix[SENTENCE_SIZE];
    int rc = set_head(value, report, language) | set_where(value, report);

    if (report->used_by)
        rc |= set_uses(value, report);
    if (report->rejects)
        rc |= set_rejects(value, report, language);
    write_fix(report, language, fix);
    rc |= value_set_text(value, "fix", fix);
    answer->etag[0] = '\0'; /* of what would have been answered */
    answer->location[0] = '\0';
    answer_with_value(answer, report->status,
                      rc == 0 ? value : value_free(value));
}

void answer_with_matter(struct answer *answer, enum language language,
                        enum problem problem,
                        const struct answer_matter *matter)
{
    const struct problem_info *info = problem_info(problem);

    answer_report(answer, language,
                  &(struct report){ .status = info->status,
                                    .code = info->code,
                                    .title = info->title,
                                    .fix = info->fix,
                                    .matter = *matter });
}

void answer_with_field_problem(struct answer *answer, enum language language,
                               enum problem problem, const char *field)
{
    answer_with_matter(answer, language, problem,
                       &(struct answer_matter){ .field = field });
}

void answer_with_problem(struct answer *answer, enum language language,
                         enum problem problem)
{
    answer_with_field_problem(answer, language, problem, NULL);
}

static const char *refusal_title(int status)
{
    enum problem problem = status == 404   ? PROBLEM_NOT_FOUND
                           : status == 412 ? PROBLEM_STALE_VERSION
                                           : PROBLEM_REFUSED;

    return problem_info(problem)->title;
}

/* What asks for a callback beside something else, a disposition, has
   callback_number. A queue's callback_flow_id is none of that. */
static const struct field *field_of_callback(const char *field,
                                             const struct record *asked)
{
    char longer[48];

    if (asked != command_record(COMMAND_DISPOSE))
        return NULL;

    (void)snprintf(longer, sizeof(longer), "callback_%s", field);
    return record_field(asked, longer);
}

/* By which a body names what it leads to, whatever that is. */
static const struct field *field_of_way(const char *field,
                                        const struct record *asked)
{
    static const char *const ends[] = { "flow_id", "queue_id", "agent_id",
                                        "box_id" };
    const struct field *way = record_field(asked, "target_id");

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]) && !way; i++)
        if (strcmp(field, ends[i]) == 0)
            way = record_field(asked, "overflow_id");

    return way;
}

/* The command has queue_id; what was asked has target_id, or queues. */
static const char *field_asked(const char *field, const struct record *asked)
{
    static const char id[] = "_id";
    size_t length = strlen(field);
    char plural[48];

    if (!asked || record_field(asked, field))
        return field;
    if (field_of_callback(field, asked))
        return field_of_callback(field, asked)->name;
    if (length < sizeof(id) || strcmp(field + length - strlen(id), id) != 0)
        return field;

    (void)snprintf(plural, sizeof(plural), "%.*ss", (int)(length - strlen(id)),
                   field);
    const struct field *other = record_field(asked, plural);

    if (!other)
        other = field_of_way(field, asked);
    return other ? other->name : field;
}

void answer_with_refusal(struct answer *answer, enum language language,
                         enum refusal refusal, const struct record *asked)
{
    const struct refusal_text *text = refusal_text(refusal);

    answer_report(
        answer, language,
        &(struct report){ .status = text->status,
                          .code = text->code,
                          .title = refusal_title(text->status),
                          .fix = text->fix,
                          .matter.field = field_asked(text->field, asked) });
}

void answer_with_refusal_of(struct answer *answer, enum language language,
                            enum refusal refusal, const char *name)
{
    const struct refusal_text *text = refusal_text(refusal);

    answer_report(
        answer, language,
        &(struct report){ .status = text->status,
                          .code = text->code,
                          .title = refusal_title(text->status),
                          .fix = text->fix,
                          .matter = { .field = text->field, .name = name } });
}

void answer_with_uses(struct answer *answer, enum language language,
                      const char *words, struct json_t *used_by, size_t count)
{
    const struct refusal_text *text = refusal_text(REFUSED_IN_USE);
    char sentence[SENTENCE_SIZE];

    (void)snprintf(sentence, sizeof(sentence),
                   lang_text(language, N_("Used by: %s")), words);
    answer_report(answer, language,
                  &(struct report){
                      .status = text->status,
                      .code = text->code,
                      .title = refusal_title(text->status),
                      .fix = text->fix,
                      .matter.reason = words[0] ? sentence : NULL,
                      .used_by = used_by,
                      .used_by_count = count,
                  });
}

void answer_with_mistake(struct answer *answer, enum language language,
                         const struct mistake *mistake)
{
    answer_with_mistake_of(answer, language, mistake, NULL);
}

void answer_with_mistake_of(struct answer *answer, enum language language,
                            const struct mistake *mistake, const char *choices)
{
    answer_report(answer, language,
                  &(struct report){
                      .status = mistake_status(mistake->code),
                      .code = mistake_spell(mistake->code),
                      .title = problem_info(PROBLEM_MISTAKEN)->title,
                      .fix = mistake->text,
                      .matter = { .field = mistake->place,
                                  .name = mistake->name,
                                  .choices = choices,
                                  .min = mistake->min,
                                  .max = mistake->max },
                      .line = mistake->line,
                      .column = mistake->column,
                  });
}

void answer_with_rejects(struct answer *answer, enum language language,
                         const struct caller_rejects *rejects)
{
    answer_report(answer, language,
                  &(struct report){
                      .status = mistake_status(MISTAKE_BAD_CALLER),
                      .code = mistake_spell(MISTAKE_BAD_CALLER),
                      .title = problem_info(PROBLEM_MISTAKEN)->title,
                      .fix = rejects->rows[0].says,
                      .line = rejects->rows[0].row,
                      .column = 1,
                      .rejects = rejects,
                  });
}
