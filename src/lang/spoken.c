/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of numbers, language by language, and how they are put together. */

#include "lang/spoken.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { ONES = 30, TENS = 10, HUNDREDS = 10 };

/* What differs; 0 to 29 have words of their own, "" follows from the others. */
struct words {
    const char *ones[ONES];
    const char *tens[TENS];
    const char *hundreds[HUNDREDS];
    const char *alone[3];          /* 0, 1, 2 with no noun; NULL: as above */
    const char *feminine[3];       /* ... of a feminine noun */
    const char *neuter[3];         /* ... of a neuter one */
    const char *join_tens;         /* between thirty and one */
    const char *join_hundred;      /* between hundreds and what is below */
    const char *join_thousand;     /* between thousands and hundreds */
    const char *join_thousand_ten; /* ... and what is below hundred */
};

static const struct words words[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {
        .ones = { "zero", "one", "two", "three", "four", "five", "six", "seven",
                  "eight", "nine", "ten", "eleven", "twelve", "thirteen",
                  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
                  "nineteen" },
        .tens = { "", "", "twenty", "thirty", "forty", "fifty", "sixty",
                  "seventy", "eighty", "ninety" },
        .hundreds = { "", "one hundred", "two hundred", "three hundred",
                      "four hundred", "five hundred", "six hundred",
                      "seven hundred", "eight hundred", "nine hundred" },
        .join_tens = "-",
        .join_hundred = " and ",
        .join_thousand = " ",
        .join_thousand_ten = " and ",
    },
    [LANGUAGE_ES] = {
        .ones = { "cero", "un", "dos", "tres", "cuatro", "cinco", "seis",
                  "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
                  "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
                  "diecinueve", "veinte", "veintiún", "veintidós",
                  "veintitrés", "veinticuatro", "veinticinco", "veintiséis",
                  "veintisiete", "veintiocho", "veintinueve" },
        .tens = { "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta",
                  "setenta", "ochenta", "noventa" },
        .hundreds = { "", "ciento", "doscientos", "trescientos",
                      "cuatrocientos", "quinientos", "seiscientos",
                      "setecientos", "ochocientos", "novecientos" },
        .alone = { NULL, "uno", NULL },
        .feminine = { NULL, "una", NULL },
        .join_tens = " y ",
        .join_hundred = " ",
        .join_thousand = " ",
        .join_thousand_ten = " ",
    },
    [LANGUAGE_CS] = {
        .ones = { "nula", "jeden", "dva", "tři", "čtyři", "pět", "šest", "sedm",
                  "osm", "devět", "deset", "jedenáct", "dvanáct", "třináct",
                  "čtrnáct", "patnáct", "šestnáct", "sedmnáct", "osmnáct",
                  "devatenáct" },
        .tens = { "", "", "dvacet", "třicet", "čtyřicet", "padesát", "šedesát",
                  "sedmdesát", "osmdesát", "devadesát" },
        .hundreds = { "", "sto", "dvě stě", "tři sta", "čtyři sta", "pět set",
                      "šest set", "sedm set", "osm set", "devět set" },
        .alone = { NULL, "jedna", NULL },
        .feminine = { NULL, "jedna", "dvě" },
        .neuter = { NULL, "jedno", "dvě" },
        .join_tens = " ",
        .join_hundred = " ",
        .join_thousand = " ",
        .join_thousand_ten = " ",
    },
};

struct writer {
    enum language language;
    enum spoken_form form;
    char *text;
    size_t size;
    size_t length; /* at size: there was no room */
};

static void add(struct writer *writer, const char *text)
{
    size_t length = strlen(text);

    if (writer->length + length >= writer->size) {
        writer->length = writer->size;
        return;
    }
    memcpy(writer->text + writer->length, text, length + 1);
    writer->length += length;
}

static const char *own_form(const struct writer *writer, unsigned long number)
{
    const struct words *w = &words[writer->language];

    if (number > 2)
        return NULL;

    switch (writer->form) {
    case SPOKEN_ALONE:
        return w->alone[number];
    case SPOKEN_FEMININE:
        return w->feminine[number];
    case SPOKEN_NEUTER:
        return w->neuter[number];
    case SPOKEN_MASCULINE:
        break;
    }

    return NULL;
}

/* veintiuno, veintiuna: the one of twenty that has forms. */
static const char *spanish_21(enum spoken_form form)
{
    return form == SPOKEN_ALONE      ? "veintiuno"
           : form == SPOKEN_FEMININE ? "veintiuna"
                                     : "veintiún";
}

static void add_below_hundred(struct writer *writer, unsigned long number)
{
    const struct words *w = &words[writer->language];
    const char *own = own_form(writer, number);

    if (writer->language == LANGUAGE_ES && number == 21)
        own = spanish_21(writer->form);
    if (own || (number < ONES && w->ones[number])) {
        add(writer, own ? own : w->ones[number]);
        return;
    }

    add(writer, w->tens[number / 10]);
    if (number % 10) {
        add(writer, w->join_tens);
        add_below_hundred(writer, number % 10);
    }
}

/* cien alone, ciento before others; the others have a feminine, which ends in
   -as. */
static void add_spanish_hundreds(struct writer *writer, unsigned long number)
{
    const char *word = words[LANGUAGE_ES].hundreds[number / 100];
    size_t length;

    add(writer, number == 100 ? "cien" : word);
    length = writer->length;
    if (number >= 200 && writer->form == SPOKEN_FEMININE &&
        length < writer->size)
        writer->text[length - 2] = 'a';
}

static void add_below_thousand(struct writer *writer, unsigned long number)
{
    const struct words *w = &words[writer->language];

    if (number < 100) {
        add_below_hundred(writer, number);
        return;
    }
    if (writer->language == LANGUAGE_ES)
        add_spanish_hundreds(writer, number);
    else
        add(writer, w->hundreds[number / 100]);
    if (number % 100) {
        add(writer, w->join_hundred);
        add_below_hundred(writer, number % 100);
    }
}

static void add_thousands(struct writer *writer, unsigned long thousands)
{
    enum spoken_form form = writer->form;
    bool is_bare = writer->language != LANGUAGE_EN && thousands == 1;

    writer->form = SPOKEN_MASCULINE;
    if (!is_bare) {
        add_below_thousand(writer, thousands);
        add(writer, " ");
    }
    writer->form = form;

    switch (writer->language) {
    case LANGUAGE_ES:
        add(writer, "mil");
        break;
    case LANGUAGE_CS:
        add(writer, thousands >= 2 && thousands <= 4 ? "tisíce" : "tisíc");
        break;
    default:
        add(writer, "thousand");
    }
}

static void add_number(struct writer *writer, unsigned long number)
{
    const struct words *w = &words[writer->language];
    unsigned long rest = number % 1000;

    if (number < 1000) {
        add_below_thousand(writer, number);
        return;
    }

    add_thousands(writer, number / 1000);
    if (rest) {
        add(writer, rest < 100 ? w->join_thousand_ten : w->join_thousand);
        add_below_thousand(writer, rest);
    }
}

int spoken_number(enum language language, unsigned long number,
                  enum spoken_form form, char *ret_text, size_t size)
{
    assert(language < LANGUAGE_COUNT && ret_text && size > 0);

    struct writer writer = { language, form, ret_text, size, 0 };

    ret_text[0] = '\0';
    if (number > SPOKEN_MAX)
        return -ERANGE;

    add_number(&writer, number);
    if (writer.length < size)
        return 0;

    ret_text[0] = '\0';
    return -ENOSPC;
}
