# SPDX-License-Identifier: GPL-3.0-or-later
"""A small stand-in for cclited: documents in memory behind a Unix socket.

It knows versions, ETags, If-Match, Idempotency-Key and problem+json as the
API has them, keeps every request for the tests to look at, and can be told
to misbehave.
"""

import http.server
import json
import os
import re
import socketserver
import sys
import threading

KINDS = {
    "/api/users": "user", "/api/devices": "device", "/api/agents": "agent",
    "/api/queues": "queue", "/api/ivr/flows": "flow", "/api/trunks": "trunk",
    "/api/entries": "entry", "/api/pause-reasons": "pause_reason",
    "/api/dispositions": "disposition",
    "/api/teams": "team", "/api/prompts": "prompt",
    "/api/routes": "route", "/api/caps": "cap",
    "/api/skills": "skill",
    "/api/voicemail/boxes": "box",
    "/api/calendars": "calendar", "/api/caller-lists": "caller_list",
    "/api/routing/rules": "rule",
    "/api/queue-rules": "queue_rule", "/api/lookups": "lookup",
}
REFERENCES = {"user_id": "user", "device_id": "device", "flow_id": "flow",
              "trunk_id": "trunk", "trunk2_id": "trunk",
              "trunk3_id": "trunk", "trunk4_id": "trunk",
              "skill_id": "skill", "queue_id": "queue", "agent_id": "agent",
              "prompt_id": "prompt"}


class Problem(Exception):
    """A refusal, as problem+json."""

    def __init__(self, status, code, field="", detail="", fix="",
                 **more):
        super().__init__(code)
        self.status = status
        self.retry_after = None  # seconds
        self.body = {"type": "about:blank", "status": status, "code": code,
                     "title": detail, "field": field, "detail": detail,
                     "fix": fix, **more}


class Request:
    """What a test may want to know of a request."""

    def __init__(self, handler, body):
        self.method = handler.command
        self.path = handler.path
        self.headers = dict(handler.headers.items())
        self.text = body
        self.body = json.loads(body) if body else None


class Fake:
    """The state of the stand-in, and how to start and stop it."""

    def __init__(self, directory):
        self.socket = os.path.join(directory, "cclited.sock")
        self.documents = {kind: {} for kind in KINDS.values()}
        self.assignments = []
        self.texts = {}
        self.ids = {kind: 0 for kind in KINDS.values()}
        self.requests = []
        self.fixed = {}      # (method, path) -> a value, or a function
        self.drop = 0        # so many requests lose their connection
        self.drop_method = None  # only those with this method
        self.raw = None      # bytes sent instead of an answer
        self.keys = {}       # Idempotency-Key -> the answer
        fake = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def address_string(self):
                return "local"

            def log_message(self, *_):
                pass

            def serve(self):
                fake.serve(self)

            do_GET = do_POST = do_PUT = do_DELETE = serve

        class Server(socketserver.ThreadingMixIn,
                     socketserver.UnixStreamServer):
            daemon_threads = True

            def handle_error(self, request, client_address):
                if isinstance(sys.exc_info()[1], OSError):
                    return  # the client has gone
                super().handle_error(request, client_address)

        self.server = Server(self.socket, Handler)
        threading.Thread(target=self.server.serve_forever,
                         kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        os.unlink(self.socket)

    def asked(self, method, path):
        """The requests of a method whose path begins so."""
        return [r for r in self.requests
                if r.method == method and r.path.startswith(path)]

    # -- answers

    def serve(self, handler):
        length = int(handler.headers.get("Content-Length") or 0)
        request = Request(handler, handler.rfile.read(length).decode())
        self.requests.append(request)
        if self.raw is not None:
            try:
                handler.wfile.write(self.raw)
            except OSError:
                pass  # the client has read enough
            handler.close_connection = True
            return
        if self.drop and self.drop_method in (None, request.method):
            self.drop -= 1
            key = request.headers.get("Idempotency-Key")
            if key:
                self.keys[key] = self.answer(request)
            handler.close_connection = True
            return
        status, headers, body = self.answer(request)
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def answer(self, request):
        key = request.headers.get("Idempotency-Key")
        if key in self.keys:
            return self.keys[key]
        try:
            status, etag, value = self.dispatch(request)
        except Problem as problem:
            headers = {"Content-Type": "application/problem+json"}
            if problem.retry_after is not None:
                headers["Retry-After"] = str(problem.retry_after)
            return (problem.status, headers,
                    json.dumps(problem.body).encode())
        headers = {"ETag": f'"{etag}"'} if etag else {}
        if value is None:
            return (204, headers, b"")
        if isinstance(value, str):
            headers["Content-Type"] = "text/plain; charset=utf-8"
            return (status, headers, value.encode())
        headers["Content-Type"] = "application/json"
        return (status, headers, json.dumps(value).encode())

    def dispatch(self, request):
        path = request.path.split("?")[0]
        fixed = self.fixed.get((request.method, path))
        if fixed is not None:
            value = fixed(request) if callable(fixed) else fixed
            return (200, None, value)
        for root, kind in KINDS.items():
            if path == root:
                return self.collection(request, kind)
            match = re.fullmatch(re.escape(root) + r"/([^/]+)(/[a-z-]+)?", path)
            if match:
                return self.single(request, kind, match[1], match[2])
        raise Problem(404, "not_found", "", "There is no such thing",
                      "Correct the address, the number or the name.")

    def find(self, kind, word):
        documents = self.documents[kind].values()
        for document in documents:
            if document["name"] == word:
                return document
        for document in documents:
            if str(document["id"]) == str(word):
                return document
        raise Problem(404, f"no_{kind}", "id", f"There is no such {kind}",
                      f"List them with: cclite {kind} list")

    def resolve(self, body):
        for field, kind in REFERENCES.items():
            if isinstance(body.get(field), str):
                body[field] = self.find(kind, body[field])["id"]
        if isinstance(body.get("overflow_id"), str):
            body["overflow_id"] = self.find(body["overflow_to"],
                                            body["overflow_id"])["id"]
        return body

    def collection(self, request, kind):
        documents = self.documents[kind]
        if request.method == "GET":
            items = [documents[i] for i in sorted(documents)]
            return (200, None, {"items": items, "next": None})
        body = self.resolve(dict(request.body))
        if any(d["name"] == body["name"] for d in documents.values()):
            raise Problem(409, "name_taken", "name", "The name is taken.",
                          "Choose another name: this one is taken.")
        self.ids[kind] += 1
        text = body.pop("text", None)
        document = {"id": self.ids[kind], "version": 1, **body}
        documents[document["id"]] = document
        if text is not None:
            self.texts[document["id"]] = text
        return (201, 1, document)

    def single(self, request, kind, word, part):
        document = (self.documents[kind].get(int(word)) if word.isdigit()
                    else None) or self.find(kind, word)
        if part == "/password":
            return (204, None, None)
        if part == "/text":
            return (200, None, self.texts[document["id"]])
        if part in ("/skills", "/queues") and request.method == "GET":
            return (200, None, {"items": [], "next": None})
        if part == "/agents":
            items = [a for a in self.assignments
                     if a["queue_id"] == document["id"]]
            return (200, None, {"items": items, "next": None})
        if part == "/assign":
            body = self.resolve(dict(request.body))
            agent = self.documents["agent"][body["agent_id"]]
            self.assignments = [
                a for a in self.assignments
                if (a["queue_id"], a["agent_id"]) !=
                (document["id"], agent["id"])]
            self.assignments.append({
                "queue_id": document["id"], "agent_id": agent["id"],
                "agent": agent["name"], "priority": body.get("priority", 1),
                "state": "offline"})
            return (200, None, {"seq": 7, "id": 0})
        if part:
            return (200, None, {"seq": 7, "id": 0})
        if request.method == "GET":
            return (200, document["version"], document)
        if request.headers.get("If-Match") != f'"{document["version"]}"':
            raise Problem(412, "stale_version", "version",
                          "It was changed meanwhile",
                          "Read it again, then repeat your change.")
        if request.method == "DELETE":
            del self.documents[kind][document["id"]]
            return (200, None, document)
        body = self.resolve(dict(request.body))
        text = body.pop("text", None)
        if text is not None:
            self.texts[document["id"]] = text
        document.update(body)
        document["version"] += 1
        return (200, document["version"], document)
