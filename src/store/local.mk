# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	src/store/backup.c \
	src/store/batch.c src/store/batch.h \
	src/store/columns.c src/store/columns.h \
	src/store/db.c src/store/db.h \
	src/store/entry.c \
	src/store/erase.c \
	src/store/erased.c src/store/erased.h \
	src/store/guard.c src/store/guard.h src/store/guard_create.c \
	src/store/journal.c src/store/journal.h \
	src/store/log_vfs.c src/store/log_vfs.h \
	src/store/migrate.c src/store/migrate.h \
	src/store/orders.c \
	src/store/problem.c src/store/problem.h \
	src/store/progress.c \
	src/store/projecting.c \
	src/store/projection.c src/store/projection.def \
	src/store/projection.h \
	src/store/projector.c src/store/projector.h \
	src/store/projector_document.c src/store/projector_message.c src/store/projector_note.c src/store/projector_record.c \
	src/store/projector_scene.h \
	src/store/projector_write.c \
	src/store/reader.c src/store/reader.h src/store/reader_callbacks.c \
	src/store/reader_inside.h \
	src/store/reader_lists.c src/store/reader_messages.c \
	src/store/reader_recordings.c src/store/reader_rules.c \
	src/store/reader_whereabouts.c \
	src/store/recover.c \
	src/store/restore.c \
	src/store/side.c src/store/side.h \
	src/store/snapshot.c src/store/snapshot.h \
	src/store/sounds.c src/store/sounds.h \
	src/store/store.c src/store/store.h src/store/store_inside.h \
	src/store/store_open.c \
	src/store/transaction.c \
	src/store/turn.h src/store/turn_queue.c src/store/turn_queue.h \
	src/store/verify.c src/store/verify.h src/store/verify_inside.h \
	src/store/verify_rows.c \
	src/store/work.c src/store/writer.c
nodist_libstore_a_SOURCES = src/store/schema.c

# The schema is compiled in: a server never meets another release's.
SCHEMA = share/schema/0001_journal.sql share/schema/0002_recordings.sql \
    share/schema/0003_lag.sql share/schema/0004_outbound.sql \
    share/schema/0005_voicemail.sql share/schema/0006_rules.sql \
    share/schema/0007_callbacks.sql share/schema/0008_transcripts.sql \
    share/schema/0009_tags.sql share/schema/0010_holds.sql \
    share/schema/0011_ruled.sql
EXTRA_DIST += $(SCHEMA) src/store/embed-schema.awk
CLEANFILES += src/store/schema.c

src/store/schema.c: $(SCHEMA) src/store/embed-schema.awk
	$(AM_V_at)$(MKDIR_P) src/store
	$(AM_V_GEN)cd $(srcdir) && $(AWK) -f src/store/embed-schema.awk \
		$(SCHEMA) >$(abs_builddir)/$@.new
	$(AM_V_at)mv $@.new $@
