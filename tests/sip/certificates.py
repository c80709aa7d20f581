# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates for tests, made by openssl; each is a file of its own."""

import os
import subprocess
import tempfile


class Authority:
    """Whoever vouches for others, with a directory that goes away."""

    def __init__(self, name="authority"):
        self.place = tempfile.TemporaryDirectory(prefix="cclite-tls.")
        self.name = name
        self.key, self.certificate = self.path("ca.key"), self.path("ca.pem")
        self._openssl("req", "-x509", "-nodes", *self._new_key(self.key),
                      "-subj", "/CN=" + name, "-days", "3650",
                      "-addext", "basicConstraints=critical,CA:TRUE",
                      "-out", self.certificate)

    def path(self, name):
        return os.path.join(self.place.name, name)

    @staticmethod
    def _new_key(path):
        return ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                "-keyout", path)

    @staticmethod
    def _openssl(*arguments, **more):
        done = subprocess.run(["openssl", *arguments], capture_output=True,
                              check=False, **more)
        assert done.returncode == 0, done.stderr.decode()

    def issue(self, file, names="IP:127.0.0.1", days=365, passphrase=None):
        """Writes certificate and key to one file; returns its path."""
        path = self.path(file)
        request, extensions = path + ".csr", path + ".ext"
        key, certificate = path + ".key", path + ".crt"
        hidden = (["-passout", "pass:" + passphrase] if passphrase
                  else ["-nodes"])
        self._openssl("req", *hidden, *self._new_key(key),
                      "-subj", "/CN=" + file, "-out", request)
        with open(extensions, "w", encoding="ascii") as out:
            out.write("subjectAltName=" + names + "\n")
        self._openssl("x509", "-req", "-in", request, "-CA", self.certificate,
                      "-CAkey", self.key, "-CAcreateserial",
                      "-days", str(days), "-extfile", extensions,
                      "-out", certificate)
        with open(path, "w", encoding="ascii") as out:
            for part in (certificate, key):
                with open(part, encoding="ascii") as read:
                    out.write(read.read())
        return path
