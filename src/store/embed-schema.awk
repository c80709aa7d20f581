# SPDX-License-Identifier: GPL-3.0-or-later
# Turns the migrations, given in order, into the array of migrate.h. Statements
# become one string each: a whole schema is longer than a C string may be.

function flush_statement() {
    gsub(/[ \t]+/, " ", statement)
    sub(/^ /, "", statement)
    if (statement != "")
        printf "    \"%s\",\n", statement
    statement = ""
}

function close_file() {
    if (versions)
        print "    NULL,\n};"
}

BEGIN {
    print "/* Made from share/schema by embed-schema.awk. */"
    print "#include \"store/migrate.h\"\n\n#include <stddef.h>"
}

FNR == 1 {
    close_file()
    versions++
    printf "\nstatic const char *const statements_%d[] = {\n", versions
}

{
    sub(/^[ \t]*--.*/, "")
    gsub(/\\/, "\\\\")
    gsub(/"/, "\\\"")
    statement = statement " " $0
}

/;[ \t]*$/ {
    flush_statement()
}

END {
    close_file()
    print "\nconst struct migration store_migrations[] = {"
    for (i = 1; i <= versions; i++)
        printf "    { %d, statements_%d },\n", i, i
    print "    { 0, NULL },\n};"
}
