# SPDX-License-Identifier: GPL-3.0-or-later
# Reads nm -A of libcore.a and libbase.a, and says what core reaches outside:
# its own unknown symbols, and those of the base objects it pulls in.

BEGIN {
    n = split("memcpy memset memcmp memmove memchr strlen strcmp strncmp " \
              "strchr strrchr strnlen strspn strcspn strpbrk strstr " \
              "strtol strtoll strtoul strtoull " \
              "malloc calloc realloc free qsort bsearch abort " \
              "snprintf vsnprintf __snprintf_chk __vsnprintf_chk " \
              "__memcpy_chk __memset_chk __memmove_chk __assert_fail " \
              "__stack_chk_fail __errno_location __ctype_b_loc " \
              "exp log pow sqrt floor ceil " \
              "_GLOBAL_OFFSET_TABLE_", word, " ")
    for (i = 1; i <= n; i++)
        allowed[word[i]] = 1
}

NF >= 2 {
    split($1, where, ":")
    object = where[1] ":" where[2]
    symbol = $NF
    if ($(NF - 1) == "U")
        needs[object] = needs[object] " " symbol
    else if ($(NF - 1) ~ /^[A-TV-Z]$/)
        home[symbol] = object
    if (where[1] ~ /libcore\.a$/)
        todo[object] = 1
}

function follow(object,    i, count, name) {
    if (object in done)
        return
    done[object] = 1
    count = split(needs[object], name, " ")
    for (i = 1; i <= count; i++)
        if (name[i] in home)
            follow(home[name[i]])
        else if (!(name[i] in allowed) &&
                 name[i] !~ /^__(asan|ubsan|tsan|lsan|sanitizer|gcov|odr)/)
            printf "%s calls %s\n", object, name[i]
}

END {
    for (object in todo)
        follow(object)
}
