/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How trunks fare, by the rows of TRUNK_STATES. */

#include "console/document_figure.h"

#include <assert.h>
#include <inttypes.h>

#include "base/mark.h"
#include "console/show.h"
#include "wire/word_label.h"

static const struct topic_trunk_states *find_trunk(
    const struct program *program, uint64_t id,
    const struct replica_row **ret_row)
{
    *ret_row = replica_find(program_rows(program), TOPIC_TRUNK_STATES, id);
    return *ret_row ? (*ret_row)->fields : NULL;
}

int64_t document_figure_of_trunk(const struct program *program,
                                 enum document_figure figure, uint64_t id)
{
    const struct replica_row *row;
    const struct topic_trunk_states *trunk = find_trunk(program, id, &row);

    if (!trunk)
        return -1;
    switch (figure) {
    case TRUNK_STATE:
        return (int64_t)trunk->state;
    case TRUNK_CALLS:
        return trunk->calls;
    case TRUNK_FAILURES:
        return trunk->failures;
    case TRUNK_CALLS_IN:
        return trunk->calls_in;
    case TRUNK_CALLS_OUT:
        return trunk->calls_out;
    case TRUNK_FULL:
        return trunk->refused_full;
    case TRUNK_ANSWER:
        return trunk->answer_ms;
    case TRUNK_REGISTERED:
        return (int64_t)trunk->registration;
    case TRUNK_REASON:
        return (int64_t)trunk->reason;
    default:
        return trunk->last_code;
    }
}

static const struct {
    enum glyph glyph;
    struct look look;
} signs[] = {
    [TRUNK_UNUSED] = { GLYPH_PAUSED, { ROLE_PAUSED, 0 } },
    [TRUNK_UNCHECKED] = { GLYPH_NONE, { ROLE_TEXT, 0 } },
    [TRUNK_UP] = { GLYPH_OK, { ROLE_OK, 0 } },
    [TRUNK_DOWN] = { GLYPH_CRIT, { ROLE_CRIT, 0 } },
};

/* "up 3:52" */
static void show_state(const struct program *program,
                       const struct replica_row *row,
                       const struct topic_trunk_states *trunk,
                       struct table_cell *ret_cell)
{
    const char *spelling =
        word_spell(&word_list_trunk_state, (int)trunk->state);
    const char *word =
        program_text(program, word_label(&word_list_trunk_state, spelling));
    struct safe_text span;

    ret_cell->has_glyph = true;
    ret_cell->glyph = signs[trunk->state].glyph;
    ret_cell->look = signs[trunk->state].look;
    if (trunk->state_age_us < 0) {
        safe_text_copy(&ret_cell->text, word);
        return;
    }

    show_span(ui_style(program->ui),
              replica_age_us(row, trunk->state_age_us, program_now_us(program)),
              &span);
    safe_text_format(&ret_cell->text, "%s %s", word, span.text);
}

/* "38/40", with a sign when the next call is refused. */
static void show_calls(const struct style *style,
                       const struct topic_trunk_states *trunk,
                       struct table_cell *ret_cell)
{
    struct safe_text calls, channels;

    show_count(style, trunk->calls, &calls);
    show_count(style, trunk->max_channels, &channels);
    safe_text_format(&ret_cell->text, "%s/%s", calls.text, channels.text);
    if (trunk->calls < trunk->max_channels)
        return;
    ret_cell->has_glyph = true;
    ret_cell->glyph = GLYPH_CRIT;
    ret_cell->look = LOOK(CRIT, 0);
}

/* "not registered, 403" */
static void show_registration(const struct program *program,
                              const struct topic_trunk_states *trunk,
                              struct table_cell *ret_cell)
{
    const char *word =
        program_text(program, word_label(&word_list_registration,
                                         word_spell(&word_list_registration,
                                                    (int)trunk->registration)));
    bool has_code =
        trunk->registration != REGISTRATION_NONE && trunk->register_code > 0;

    if (has_code)
        safe_text_format(&ret_cell->text, "%s, %" PRId64, word,
                         trunk->register_code);
    else
        safe_text_copy(&ret_cell->text, word);
    if (trunk->registration == REGISTRATION_FAILED)
        ret_cell->look = LOOK(CRIT, 0);
}

/* "reports failure 503" */
static void say_reason(const struct program *program,
                       const struct topic_trunk_states *trunk,
                       struct safe_text *ret_text)
{
    const char *word = program_text(
        program,
        word_label(&word_list_trunk_reason,
                   word_spell(&word_list_trunk_reason, (int)trunk->reason)));
    int64_t code = trunk->reason == TRUNK_FAILING  ? trunk->last_code
                   : trunk->reason == TRUNK_DENIED ? trunk->register_code
                                                   : 0;

    if (code > 0)
        safe_text_format(ret_text, "%s %" PRId64, word, code);
    else
        safe_text_copy(ret_text, word);
}

static void show_reason(const struct program *program,
                        const struct topic_trunk_states *trunk,
                        struct table_cell *ret_cell)
{
    if (trunk->reason == TRUNK_WELL) {
        show_count(ui_style(program->ui), -1, &ret_cell->text);
        return;
    }
    say_reason(program, trunk, &ret_cell->text);
    ret_cell->look = LOOK(CRIT, 0);
}

void document_figure_say_down(const struct program *program,
                              const struct topic_trunk_states *trunk,
                              struct safe_text *ret_text)
{
    const char *says = program_text(program, N_("the trunk is down"));
    struct safe_text reason;

    assert(program && trunk && ret_text);

    safe_text_copy(ret_text, says);
    if (trunk->reason == TRUNK_WELL)
        return;

    say_reason(program, trunk, &reason);
    safe_text_format(ret_text, "%s: %s", says, reason.text);
}

void document_figure_show_trunk(const struct program *program,
                                enum document_figure figure, uint64_t id,
                                struct table_cell *ret_cell)
{
    const struct style *style = ui_style(program->ui);
    const struct replica_row *row;
    const struct topic_trunk_states *trunk = find_trunk(program, id, &row);

    assert(program && ret_cell);

    ret_cell->look = LOOK(TEXT, 0);
    if (!trunk) {
        show_count(style, -1, &ret_cell->text);
        return;
    }
    int64_t number = document_figure_of_trunk(program, figure, id);
    if (figure == TRUNK_STATE)
        show_state(program, row, trunk, ret_cell);
    else if (figure == TRUNK_CALLS)
        show_calls(style, trunk, ret_cell);
    else if (figure == TRUNK_REGISTERED)
        show_registration(program, trunk, ret_cell);
    else if (figure == TRUNK_REASON)
        show_reason(program, trunk, ret_cell);
    else if (figure == TRUNK_ANSWER && number >= 0)
        safe_text_format(&ret_cell->text, "%" PRId64 " ms", number);
    else if (figure == TRUNK_CODE && number > 0)
        safe_text_format(&ret_cell->text, "%" PRId64, number);
    else if (figure == TRUNK_CODE)
        show_count(style, -1, &ret_cell->text);
    else
        show_count(style, number, &ret_cell->text);
}
