/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a record as the columns of a table. */

#include "store/columns.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "store/db.h"

static const char *text_of(const struct field *field, const void *data)
{
    if (field_is_text(field))
        return field_get_text(field, data);
    if (field->kind == FIELD_WORD)
        return word_spell(field->words, (int)field_get_integer(field, data));

    return NULL;
}

int columns_bind(sqlite3_stmt *statement, const struct record *record,
                 const void *data)
{
    assert(statement && record && data);

    int code = SQLITE_OK;
    size_t count = (size_t)sqlite3_bind_parameter_count(statement);

    if (count > record->field_count)
        count = record->field_count;

    for (size_t i = 0; code == SQLITE_OK && i < count; i++) {
        const struct field *field = &record->fields[i];
        const char *text = text_of(field, data);
        int parameter = (int)i + 1;

        code = text ? sqlite3_bind_text(statement, parameter, text, -1,
                                        SQLITE_STATIC)
                    : sqlite3_bind_int64(statement, parameter,
                                         field_get_integer(field, data));
    }

    return db_result(sqlite3_db_handle(statement), code);
}

static int read_column(sqlite3_stmt *statement, int column,
                       const struct field *field, void *data)
{
    if (field_is_text(field))
        return field_set_text(field, data, db_text(statement, column)) < 0
                   ? -EBADMSG
                   : 0;

    int64_t number = sqlite3_column_int64(statement, column);
    if (field->kind == FIELD_WORD)
        number = word_find(field->words, db_text(statement, column));

    field_set_integer(field, data, number);
    return field_is_valid(field, data) ? 0 : -EBADMSG;
}

int columns_read(sqlite3_stmt *statement, const struct record *record,
                 void *ret_data)
{
    assert(statement && record && ret_data);
    assert(sqlite3_column_count(statement) >= (int)record->field_count);

    int rc = 0;

    memset(ret_data, 0, record->size);
    for (size_t i = 0; rc == 0 && i < record->field_count; i++)
        rc = read_column(statement, (int)i, &record->fields[i], ret_data);

    return rc;
}
