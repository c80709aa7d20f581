# SPDX-License-Identifier: GPL-3.0-or-later
libconsole_a_SOURCES += \
	src/console/document_choice.c src/console/document_choice.h \
	src/console/document_column.def \
	src/console/document_conflict.c src/console/document_conflict.h \
	src/console/document_fields.c src/console/document_fields.h \
	src/console/document_fields_inside.h \
	src/console/document_fields_read.c \
	src/console/document_figure.c src/console/document_figure.h \
	src/console/document_form.c src/console/document_form.h \
	src/console/document_form_inside.h \
	src/console/document_label.def \
	src/console/document_list.c src/console/document_list.h \
	src/console/document_list.def \
	src/console/document_password.c src/console/document_password.h \
	src/console/document_save.c \
	src/console/document_value.c src/console/document_value.h \
	src/console/documents.c src/console/documents.h \
	src/console/documents_draw.c src/console/documents_more.c src/console/documents_inside.h \
	src/console/documents_remove.c src/console/documents_rows.c \
	src/console/prose.c src/console/prose.h \
	src/console/queue_agents.c src/console/queue_agents.h \
	src/console/settings_menu.c src/console/settings_menu.h
