# SPDX-License-Identifier: GPL-3.0-or-later
# Reads C sources, and names calls of functions that have no place here:
# unbounded copies, hidden static state, locale, silent number parsing, shells.

function ban(names,    i, n, word) {
    n = split(names, word, " ")
    for (i = 1; i <= n; i++)
        banned[word[i]] = 1
}

BEGIN {
    ban("strcpy strcat strncpy strncat stpcpy sprintf vsprintf gets")
    ban("strtok localtime gmtime ctime asctime ctime_r asctime_r")
    ban("atoi atol atoll atof rand srand random srandom drand48")
    ban("setlocale uselocale gettext tmpnam mktemp tempnam")
    ban("system popen alloca gethostbyname inet_addr inet_ntoa")
    ban("sqlite3_mprintf sqlite3_vmprintf sqlite3_snprintf sqlite3_get_table")
}

# Without strings, characters and comments, so that words stay words.
function code(line,    rest, out, c) {
    gsub(/\\./, "", line)
    gsub(/"[^"]*"/, "\"\"", line)
    gsub(/'[^']*'/, "''", line)
    out = ""
    while (line != "") {
        if (in_comment) {
            c = index(line, "*/")
            if (!c)
                return out
            in_comment = 0
            line = substr(line, c + 2)
        } else {
            c = index(line, "/*")
            rest = index(line, "//")
            if (rest && (!c || rest < c))
                return out substr(line, 1, rest - 1)
            if (!c)
                return out line
            out = out substr(line, 1, c - 1)
            in_comment = 1
            line = substr(line, c + 2)
        }
    }
    return out
}

FNR == 1 {
    in_comment = 0
}

/TODO|FIXME|XXX/ {
    printf "%s:%d: unfinished: %s\n", FILENAME, FNR, $0
}

# Values reach SQL as parameters: no text of it is a format.
/"[^"]*(SELECT|INSERT|UPDATE|DELETE|WHERE|VALUES|SET) [^"]*%[-.*0-9]*[sdluz]/ {
    printf "%s:%d: SQL is not put together from pieces: %s\n", FILENAME, FNR, $0
}

{
    line = code($0)
    while (match(line, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
        name = substr(line, RSTART, RLENGTH - 1)
        sub(/[ \t]*$/, "", name)
        before = RSTART > 1 ? substr(line, RSTART - 1, 1) : ""
        # ncurses writes characters by the locale, which one file sets.
        if (name == "setlocale" && FILENAME ~ /src\/tui\/terminal_probe\.c$/)
            name = ""
        if (name in banned && before !~ /[.>0-9]/)
            printf "%s:%d: %s() is banned\n", FILENAME, FNR, name
        line = substr(line, RSTART + RLENGTH)
    }
}
