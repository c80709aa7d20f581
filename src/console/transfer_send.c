/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the server is asked. */

#include "console/transfer.h"
#include "console/transfer_inside.h"

#include <string.h>

#include "wire/value.h"

/* What is dialled has no blanks. */
static void squeeze(const char *text, char ret_number[TRANSFER_NUMBER_SIZE])
{
    size_t length = 0;

    for (; *text && length < TRANSFER_NUMBER_SIZE - 1; text++)
        if (*text != ' ')
            ret_number[length++] = *text;
    ret_number[length] = '\0';
}

void transfer_ask(struct program *program, enum route_id route,
                  enum destination to, uint64_t to_id, const char *number,
                  const char *note)
{
    struct json_t *body = value_object();
    char dialled[TRANSFER_NUMBER_SIZE];

    squeeze(number, dialled);
    value_set_text(body, "to", word_spell(&word_list_destination, (int)to));
    value_set_integer(body, "to_id", (int64_t)to_id);
    value_set_text(body, "number", dialled);
    value_set_text(body, "note", note);
    program_command(program, route, body);
}

static const struct topic_targets *find_target(const struct program *program,
                                               enum destination to,
                                               const char *name)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_TARGETS); i++) {
        const struct topic_targets *target =
            replica_at(rows, TOPIC_TARGETS, i)->fields;

        if (target->to == to && strcmp(target->name.text, name) == 0)
            return target;
    }
    return NULL;
}

static bool send(struct program *program, enum route_id route,
                 const char *words)
{
    char kind[16] = "";
    size_t length = strcspn(words, " ");
    const char *name = words + length + strspn(words + length, " ");

    if (length >= sizeof(kind) || !*name)
        return false;
    memcpy(kind, words, length);
    int to = word_find(&word_list_destination, kind);
    if (to == TO_NUMBER && transfer_is_number(name)) {
        transfer_ask(program, route, TO_NUMBER, 0, name, "");
        return true;
    }

    const struct topic_targets *target =
        to < 0 ? NULL : find_target(program, (enum destination)to, name);
    if (!target)
        return false;
    transfer_ask(program, route, target->to, target->to_id, "", "");
    return true;
}

bool transfer_send(struct program *program, const char *words)
{
    return send(program, ROUTE_AGENT_TRANSFER, words);
}

bool transfer_consult(struct program *program, const char *words)
{
    return send(program, ROUTE_AGENT_CONSULT, words);
}
