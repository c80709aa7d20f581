# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds answers of the API against its own description (OpenAPI 3.1)."""

import json
import re

import jsonschema

METHODS = {"get", "post", "put", "delete"}


def references(value):
    """All $ref in a description."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner
            else:
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def resolve(description, reference):
    """What a $ref points to; KeyError when it points to nothing."""
    value = description
    assert reference.startswith("#/"), reference
    for part in reference[2:].split("/"):
        value = value[part.replace("~1", "/").replace("~0", "~")]
    return value


def structure_mistakes(description):
    """What is wrong with the description itself: a list of sentences."""
    wrong = []
    if not str(description.get("openapi", "")).startswith("3.1."):
        wrong.append("it is not OpenAPI 3.1")
    for reference in references(description):
        try:
            resolve(description, reference)
        except KeyError:
            wrong.append("nothing is at " + reference)
    names = set()
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            where = f"{method} {path}"
            if method not in METHODS:
                wrong.append(where + ": no such method")
            if operation.get("operationId") in names:
                wrong.append(where + ": operationId is used twice")
            names.add(operation.get("operationId"))
            if not operation.get("responses"):
                wrong.append(where + ": no responses")
            given = {p["name"] for p in operation.get("parameters", [])
                     if p["in"] == "path"}
            if given != set(re.findall(r"{(\w+)}", path)):
                wrong.append(where + ": its path parameters are not described")
    for name, schema in description["components"]["schemas"].items():
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            wrong.append(f"schema {name}: {error.message}")
    return wrong


class Checker:
    """Knows a description, and says what is wrong with an answer."""

    def __init__(self, description):
        self.description = description
        self.resolver = jsonschema.RefResolver("", description)
        self.patterns = [
            (re.compile(re.sub(r"{\w+}", r"[^/]+", path) + r"\Z"), operations)
            for path, operations in sorted(  # the exact ones go first
                description["paths"].items(), key=lambda one: "{" in one[0])]
        self.seen = set()

    def operation(self, method, path):
        for pattern, operations in self.patterns:
            if pattern.match(path):
                return operations.get(method.lower())
        return None

    def schema(self, operation, status, media):
        answers = operation["responses"]
        answer = answers.get(str(status), answers.get("default"))
        if "$ref" in answer:
            answer = resolve(self.description, answer["$ref"])
        content = answer.get("content")
        if content is None:
            return None
        return content[media]["schema"]

    def mistake(self, method, path, status, media, body):
        """Why an answer is not as described, or None."""
        media = (media or "").split(";")[0]
        operation = self.operation(method, path.split("?")[0])
        if operation is None:
            if media != "application/problem+json":
                return "an answer without a route is no problem"
            schema = {"$ref": "#/components/schemas/problem"}
        else:
            self.seen.add((operation["operationId"], status))
            try:
                schema = self.schema(operation, status, media)
            except KeyError:
                return f"{status} with {media} is not described"
        if schema is None:
            return "there is a body" if body else None
        if media in ("audio/wav", "application/vnd.tcpdump.pcap"):
            return None if schema == {} else "bytes have a schema"
        value = json.loads(body) if media.endswith("json") else body.decode()
        validator = jsonschema.Draft202012Validator(
            schema, resolver=self.resolver)
        for error in validator.iter_errors(value):
            return f"{list(error.absolute_path)}: {error.message}"
        return None
