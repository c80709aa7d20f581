/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The API's description for programs, OpenAPI 3.1, made from the tables. */

#ifndef WIRE_OPENAPI_H
#define WIRE_OPENAPI_H

#include "wire/value.h"

/**
 * Makes the description: every route with its permission, parameters, body,
 * answer and problems; every record as a schema (JSON Schema 2020-12) with
 * type, words, range, preset and what it is.
 *
 * @return the value, or NULL: out of memory
 */
struct json_t *openapi_value(void);

#endif
