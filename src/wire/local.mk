# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libwire.a
libwire_a_SOURCES =

# The API's tables.
libwire_a_SOURCES += \
	src/wire/permission.c src/wire/permission.def src/wire/permission.h \
	src/wire/problem.c src/wire/problem.def src/wire/problem.h \
	src/wire/route.c src/wire/route.def src/wire/route.h \
	src/wire/shape.c src/wire/shape.def src/wire/shape.h

# Values, and what is made of them.
libwire_a_SOURCES += \
	src/wire/event_json.h \
	src/wire/flow_text.h \
	src/wire/mistake.def src/wire/mistake.h \
	src/wire/record_json.h \
	src/wire/setting.h \
	src/wire/value.h
