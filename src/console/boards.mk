# SPDX-License-Identifier: GPL-3.0-or-later
# The screens of supervisors and administrators, and the wallboard.
libconsole_a_SOURCES += \
	src/console/cockpit.c src/console/cockpit.h \
	src/console/cockpit_act.c \
	src/console/cockpit_agents.c \
	src/console/cockpit_calls.c \
	src/console/cockpit_draw.c \
	src/console/cockpit_figures.c \
	src/console/cockpit_inside.h \
	src/console/cockpit_queues.c \
	src/console/cockpit_rolls.h \
	src/console/cockpit_selected.c \
	src/console/figures.c src/console/figures.h \
	src/console/grade.c src/console/grade.h \
	src/console/roll.c src/console/roll.h \
	src/console/show.c src/console/show.h \
	src/console/wallboard.c src/console/wallboard.h \
	src/console/wallboard_gather.c src/console/wallboard_gather.h \
	src/console/wallboard_history.c \
	src/console/wallboard_inside.h \
	src/console/wallboard_list.c \
	src/console/wallboard_print.c src/console/wallboard_print.h \
	src/console/wallboard_tiles.c \
	src/console/wallboard_view.c src/console/wallboard_view.h
