# SPDX-License-Identifier: GPL-3.0-or-later
# The screens of supervisors and administrators, and the wallboard.
libconsole_a_SOURCES += \
	src/console/figures.c src/console/figures.h \
	src/console/grade.c src/console/grade.h \
	src/console/show.c src/console/show.h \
	src/console/wallboard.c src/console/wallboard.h \
	src/console/wallboard_gather.c src/console/wallboard_gather.h \
	src/console/wallboard_history.c \
	src/console/wallboard_inside.h \
	src/console/wallboard_list.c \
	src/console/wallboard_tiles.c
