/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with values, to be read and to be spoken. */

#include "lang/sentence.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

static const struct text_row {
    const char *says;
    enum language language;
    const char *text;
    const char *shown;
    const char *spoken;
} text_rows[] = {
    { "a text without values is itself", LANGUAGE_EN, "Please hold.",
      "Please hold.", "Please hold." },
    { "an English place", LANGUAGE_EN, "{place:3}",
      "You are number 3 in the queue.", "You are number three in the queue." },
    { "one English minute", LANGUAGE_EN, "{wait:1}",
      "The expected wait is about 1 minute.",
      "The expected wait is about one minute." },
    { "several English minutes", LANGUAGE_EN, "{wait:4}",
      "The expected wait is about 4 minutes.",
      "The expected wait is about four minutes." },
    { "less than an English minute", LANGUAGE_EN, "{wait:0}",
      "The expected wait is less than a minute.",
      "The expected wait is less than a minute." },
    { "a Spanish place", LANGUAGE_ES, "{place:21}",
      "Es el número 21 de la cola.", "Es el número veintiuno de la cola." },
    { "one Spanish minute", LANGUAGE_ES, "{wait:1}",
      "La espera prevista es de 1 minuto aproximadamente.",
      "La espera prevista es de un minuto aproximadamente." },
    { "twenty-one Spanish minutes", LANGUAGE_ES, "{wait:21}",
      "La espera prevista es de 21 minutos aproximadamente.",
      "La espera prevista es de veintiún minutos aproximadamente." },
    { "a Czech place", LANGUAGE_CS, "{place:1}",
      "Vaše pořadí ve frontě: číslo 1.",
      "Vaše pořadí ve frontě: číslo jedna." },
    { "one Czech minute", LANGUAGE_CS, "{wait:1}",
      "Předpokládaná doba čekání je asi 1 minuta.",
      "Předpokládaná doba čekání je asi jedna minuta." },
    { "two Czech minutes", LANGUAGE_CS, "{wait:2}",
      "Předpokládaná doba čekání je asi 2 minuty.",
      "Předpokládaná doba čekání je asi dvě minuty." },
    { "five Czech minutes", LANGUAGE_CS, "{wait:5}",
      "Předpokládaná doba čekání je asi 5 minut.",
      "Předpokládaná doba čekání je asi pět minut." },
    { "an English number read back", LANGUAGE_EN, "{typed:042}",
      "You typed 042. If that is right, press one; for another number, two; "
      "to do without, star.",
      "You typed zero, four, two. If that is right, press one; for another "
      "number, two; to do without, star." },
    { "a Spanish number read back", LANGUAGE_ES, "{typed:042}",
      "Ha marcado 042. Si es correcto, pulse uno; para otro número, dos; si no "
      "lo "
      "desea, asterisco.",
      "Ha marcado cero, cuatro, dos. Si es correcto, pulse uno; para otro "
      "número, dos; si no lo desea, asterisco." },
    { "a Czech number read back", LANGUAGE_CS, "{typed:042}",
      "Zadali jste 042. Je-li to správně, stiskněte jedničku, pro jiné číslo "
      "dvojku, nechcete-li to, hvězdičku.",
      "Zadali jste nula, čtyři, dva. Je-li to správně, stiskněte jedničku, pro "
      "jiné číslo dvojku, nechcete-li to, hvězdičku." },
    { "an English number read back while waiting", LANGUAGE_EN,
      "{typed_waiting:042}",
      "You typed 042. If that is right, press one; for another number, two; "
      "to keep waiting, star.",
      "You typed zero, four, two. If that is right, press one; for another "
      "number, two; to keep waiting, star." },
    { "a Spanish number read back while waiting", LANGUAGE_ES,
      "{typed_waiting:042}",
      "Ha marcado 042. Si es correcto, pulse uno; para otro número, dos; para "
      "seguir a la espera, asterisco.",
      "Ha marcado cero, cuatro, dos. Si es correcto, pulse uno; para otro "
      "número, dos; para seguir a la espera, asterisco." },
    { "a Czech number read back while waiting", LANGUAGE_CS,
      "{typed_waiting:042}",
      "Zadali jste 042. Je-li to správně, stiskněte jedničku, pro jiné číslo "
      "dvojku, chcete-li dál čekat, hvězdičku.",
      "Zadali jste nula, čtyři, dva. Je-li to správně, stiskněte jedničku, pro "
      "jiné číslo dvojku, chcete-li dál čekat, hvězdičku." },
    { "an English time at which to be called", LANGUAGE_EN,
      "{call_today:14:30}",
      "We will call you today at 14:30. If that is right, press one; for "
      "another time, two; to do without, star.",
      "We will call you today at 14:30. If that is right, press one; for "
      "another time, two; to do without, star." },
    { "a Spanish one of the next day", LANGUAGE_ES, "{call_tomorrow:09:30}",
      "Le llamaremos mañana a las 09:30. Si es correcto, pulse uno; para otra "
      "hora, dos; si no lo desea, asterisco.",
      "Le llamaremos mañana a las 09:30. Si es correcto, pulse uno; para otra "
      "hora, dos; si no lo desea, asterisco." },
    { "a Czech one of the next day", LANGUAGE_CS, "{call_tomorrow:09:30}",
      "Zavoláme vám zítra v 09:30. Je-li to správně, stiskněte jedničku, pro "
      "jiný čas dvojku, nechcete-li to, hvězdičku.",
      "Zavoláme vám zítra v 09:30. Je-li to správně, stiskněte jedničku, pro "
      "jiný čas dvojku, nechcete-li to, hvězdičku." },
    { "an English box without messages", LANGUAGE_EN, "{mailbox:0 0 0}",
      "You have no new messages.", "You have no new messages." },
    { "an English box with all kinds", LANGUAGE_EN, "{mailbox:3 1 1}",
      "You have 3 new messages. Of those, 1 is urgent. There is 1 message "
      "heard or saved.",
      "You have three new messages. Of those, one is urgent. There is one "
      "message heard or saved." },
    { "an English box with one, which is urgent", LANGUAGE_EN,
      "{mailbox:1 1 0}", "You have 1 new urgent message.",
      "You have one new urgent message." },
    { "a Spanish box with all kinds", LANGUAGE_ES, "{mailbox:21 1 1}",
      "Tiene 21 mensajes nuevos. De ellos, 1 es urgente. Hay 1 mensaje "
      "escuchado o guardado.",
      "Tiene veintiún mensajes nuevos. De ellos, uno es urgente. Hay un "
      "mensaje escuchado o guardado." },
    { "a Czech box with one of each kind", LANGUAGE_CS, "{mailbox:1 0 1}",
      "Máte 1 nový vzkaz. Je zde 1 vyslechnutý nebo uložený vzkaz.",
      "Máte jeden nový vzkaz. Je zde jeden vyslechnutý nebo uložený vzkaz." },
    { "a Czech box with few", LANGUAGE_CS, "{mailbox:3 2 4}",
      "Máte 3 nové vzkazy. Z toho jsou 2 naléhavé. Jsou zde 4 vyslechnuté "
      "nebo uložené vzkazy.",
      "Máte tři nové vzkazy. Z toho jsou dva naléhavé. Jsou zde čtyři "
      "vyslechnuté nebo uložené vzkazy." },
    { "a Czech box with many", LANGUAGE_CS, "{mailbox:6 5 5}",
      "Máte 6 nových vzkazů. Z toho je 5 naléhavých. Je zde 5 vyslechnutých "
      "nebo uložených vzkazů.",
      "Máte šest nových vzkazů. Z toho je pět naléhavých. Je zde pět "
      "vyslechnutých nebo uložených vzkazů." },
    { "a Czech box with two, both urgent", LANGUAGE_CS, "{mailbox:2 2 0}",
      "Máte 2 nové naléhavé vzkazy.", "Máte dva nové naléhavé vzkazy." },
    { "more urgent ones than new ones are no such figures", LANGUAGE_EN,
      "{mailbox:1 2 0}", "1 2 0", "1 2 0" },
    { "two figures are no box", LANGUAGE_EN, "{mailbox:1 0}", "1 0", "1 0" },
    { "an English caller's number", LANGUAGE_EN, "{message_from:+420}",
      "Message from number +420.",
      "Message from number plus, four, two, zero." },
    { "a Spanish urgent one", LANGUAGE_ES, "{urgent_from:42}",
      "Mensaje urgente del número 42.",
      "Mensaje urgente del número cuatro, dos." },
    { "a Czech colleague's name is not declined", LANGUAGE_CS,
      "{message_from:Bob}", "Vzkaz. Volající: Bob.", "Vzkaz. Volající: Bob." },
    { "a Spanish colleague", LANGUAGE_ES, "{urgent_from:Ana}",
      "Mensaje urgente de Ana.", "Mensaje urgente de Ana." },
    { "an English withheld number", LANGUAGE_EN, "{message_from:}",
      "Message from a withheld number.", "Message from a withheld number." },
    { "a Czech urgent one of a withheld number", LANGUAGE_CS, "{urgent_from:}",
      "Naléhavý vzkaz ze skrytého čísla.",
      "Naléhavý vzkaz ze skrytého čísla." },
    { "whom it goes to, in Spanish", LANGUAGE_ES, "{forward_to:Ana}",
      "Para reenviarlo a Ana, pulse uno; si no es correcto, asterisco.",
      "Para reenviarlo a Ana, pulse uno; si no es correcto, asterisco." },
    { "it goes to nobody", LANGUAGE_EN, "{forward_to:}", "", "" },
    { "what is no time is not said to be one", LANGUAGE_EN,
      "{call_today:25:00}", "25:00", "25:00" },
    { "what is no number is not read back", LANGUAGE_EN, "{typed:Jana}", "Jana",
      "Jana" },
    { "two values and what is between them", LANGUAGE_EN,
      "First {number:7}, then {digits:70}.", "First 7, then 70.",
      "First seven, then seven, zero." },
    { "a Spanish number stands alone", LANGUAGE_ES, "{number:1}", "1", "uno" },
    { "a negative number", LANGUAGE_CS, "{number:-2}", "-2", "mínus dva" },
    { "a number above those with words is left to the voice", LANGUAGE_EN,
      "{number:12345}", "12,345", "12345" },
    { "a telephone number", LANGUAGE_ES, "{digits:+34*}", "+34*",
      "más, tres, cuatro, asterisco" },
    { "English money", LANGUAGE_EN, "{money:12.50 EUR}", "12.50\u00a0EUR",
      "twelve euros and fifty cents" },
    { "one pound and one penny", LANGUAGE_EN, "{money:1.01 GBP}",
      "1.01\u00a0GBP", "one pound and one penny" },
    { "a Spanish pound is feminine", LANGUAGE_ES, "{money:21 GBP}",
      "21,00\u00a0GBP", "veintiuna libras" },
    { "Spanish cents alone", LANGUAGE_ES, "{money:0.01 EUR}", "0,01\u00a0EUR",
      "un céntimo" },
    { "a Czech crown is feminine", LANGUAGE_CS, "{money:2 CZK}",
      "2,00\u00a0CZK", "dvě koruny" },
    { "a Czech euro is neuter", LANGUAGE_CS, "{money:1.05 EUR}",
      "1,05\u00a0EUR", "jedno euro pět centů" },
    { "tenths are tens of cents", LANGUAGE_EN, "{money:2.5 USD}",
      "2.50\u00a0USD", "two dollars and fifty cents" },
    { "a debt", LANGUAGE_EN, "{money:-3 EUR}", "-3.00\u00a0EUR",
      "minus three euros" },
    { "money without words", LANGUAGE_EN, "{money:-3.05 CHF}", "-3.05\u00a0CHF",
      "-3.05 CHF" },
    { "a day", LANGUAGE_EN, "{date:2026-11-26}", "26 Nov 2026",
      "Thursday 26 November" },
    { "a leap day, in Spanish", LANGUAGE_ES, "{date:2028-02-29}", "29/02/2028",
      "martes 29 de febrero" },
    { "a time", LANGUAGE_CS, "{time:14:30}", "14:30", "14:30" },

    { "no number", LANGUAGE_EN, "{number:four}", "four", "four" },
    { "a number of too many digits", LANGUAGE_EN, "{number:1234567890123456}",
      "1234567890123456", "1234567890123456" },
    { "no digits", LANGUAGE_EN, "{digits:}", "", "" },
    { "letters among digits", LANGUAGE_EN, "{digits:4a}", "4a", "4a" },
    { "money without a currency", LANGUAGE_EN, "{money:12}", "12", "12" },
    { "money in small letters", LANGUAGE_EN, "{money:12 eur}", "12 eur",
      "12 eur" },
    { "money with three decimals", LANGUAGE_EN, "{money:1.005 EUR}",
      "1.005 EUR", "1.005 EUR" },
    { "more money than there is", LANGUAGE_EN, "{money:1234567890 EUR}",
      "1234567890 EUR", "1234567890 EUR" },
    { "a day that there is not", LANGUAGE_EN, "{date:2026-02-29}", "2026-02-29",
      "2026-02-29" },
    { "a month that there is not", LANGUAGE_EN, "{date:2026-13-01}",
      "2026-13-01", "2026-13-01" },
    { "a time that there is not", LANGUAGE_EN, "{time:24:00}", "24:00",
      "24:00" },
    { "a place below none", LANGUAGE_EN, "{place:-1}", "-1", "-1" },
    { "a wait that is no number", LANGUAGE_EN, "{wait:long}", "long", "long" },
    { "a kind that nobody knows", LANGUAGE_EN, "{colour:red}", "colour:red",
      "colour:red" },
    { "braces without a kind", LANGUAGE_EN, "a {b} c", "a b c", "a b c" },
    { "a brace that is not closed", LANGUAGE_EN, "a {number:1", "a {number:1",
      "a {number:1" },
    { "a brace that was not opened", LANGUAGE_EN, "a} {number:1}", "a} 1",
      "a} one" },
    { "a value longer than any", LANGUAGE_EN,
      "{digits:0123456789012345678901234567890123456789012345678901234567890123"
      "}",
      "0123456789012345678901234567890123456789012345678901234567890123",
      "0123456789012345678901234567890123456789012345678901234567890123" },
};

static void writes(void **state)
{
    const struct text_row *row = *state;
    char text[SENTENCE_SIZE];

    assert_int_equal(sentence_write(row->language, SENTENCE_SHOWN, row->text,
                                    text, sizeof(text)),
                     0);
    assert_string_equal(text, row->shown);
    assert_int_equal(sentence_write(row->language, SENTENCE_SPOKEN, row->text,
                                    text, sizeof(text)),
                     0);
    assert_string_equal(text, row->spoken);
}

/* What stands behind the number, by the rules of each grammar. */
static const char *noun_for(enum language language, int minutes)
{
    if (language == LANGUAGE_EN)
        return minutes == 1 ? " minute." : " minutes.";
    if (language == LANGUAGE_ES)
        return minutes == 1 ? " minuto aproximadamente."
                            : " minutos aproximadamente.";

    return minutes == 1                   ? " minuta."
           : minutes >= 2 && minutes <= 4 ? " minuty."
                                          : " minut.";
}

static void agrees_from_1_to_10000(void **state)
{
    (void)state;
    char text[SENTENCE_SIZE], wanted[32];

    for (int language = 0; language < LANGUAGE_COUNT; language++)
        for (int minutes = 1; minutes <= 10000; minutes++) {
            const char *noun = noun_for((enum language)language, minutes);

            snprintf(wanted, sizeof(wanted), "{wait:%d}", minutes);
            assert_int_equal(sentence_write((enum language)language,
                                            SENTENCE_SPOKEN, wanted, text,
                                            sizeof(text)),
                             0);
            assert_non_null(strstr(text, noun));
        }
}

static void refuses_what_has_no_room(void **state)
{
    (void)state;
    char text[16] = "before";

    assert_int_equal(sentence_write(LANGUAGE_EN, SENTENCE_SPOKEN, "{place:3}",
                                    text, sizeof(text)),
                     -ENOSPC);
    assert_string_equal(text, "");
    assert_int_equal(sentence_write(LANGUAGE_EN, SENTENCE_SHOWN,
                                    "one two three four", text, sizeof(text)),
                     -ENOSPC);
    assert_string_equal(text, "");
    assert_int_equal(sentence_write(LANGUAGE_EN, SENTENCE_SHOWN,
                                    "0123456789abcde", text, sizeof(text)),
                     0);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, writes, text_rows);
    TEST_LIST_ADD(&list, agrees_from_1_to_10000);
    TEST_LIST_ADD(&list, refuses_what_has_no_room);
    if (lang_open(NULL) < 0)
        return EXIT_FAILURE;

    int rc = test_list_run(&list);

    lang_close();
    return rc;
}
