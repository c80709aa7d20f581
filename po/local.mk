# SPDX-License-Identifier: GPL-3.0-or-later
# Catalogues: po/es.po becomes es.mo in the build directory, where the tests
# find it, and is installed beside the other shared files.

catalogues = po/es.mo po/cs.mo
cataloguedir = $(localedir_cclite)
catalogue_DATA = $(catalogues)
CLEANFILES += $(catalogues) po/cc-lite.pot
EXTRA_DIST += po/extract po/es.po po/cs.po po/same-words po/other-words
SUFFIXES = .po .mo
MSGATTRIB = msgattrib

.po.mo:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) --check --output-file=$@ $<

# Brings the texts of the sources into the catalogues, for translators.
update-po:
	$(MKDIR_P) po
	top_srcdir='$(srcdir)' $(srcdir)/po/extract >po/cc-lite.pot
	for code in es cs; do \
		msgmerge --quiet --no-fuzzy-matching --no-location \
			--sort-output --no-wrap --update --backup=none \
			$(srcdir)/po/$$code.po po/cc-lite.pot || exit 1; \
		$(MSGATTRIB) --no-obsolete --no-wrap \
			--output-file=$(srcdir)/po/$$code.po \
			$(srcdir)/po/$$code.po || exit 1; \
	done

.PHONY: update-po
