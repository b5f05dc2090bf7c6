"""Reads feeds with one of the readers that Python people use; see RoomsCommand.swift for its twin."""

import json
import sys

library, times, files = sys.argv[1], int(sys.argv[2]), sys.argv[3:]

if library == "feedparser":
    import feedparser as reader
elif library == "feedparser-rs":
    import feedparser_rs as reader
elif library == "fastfeedparser":
    import fastfeedparser as reader
else:
    sys.exit(f"{library} is not known")


def text(entry):
    """The length of what people would read: title, summary and contents."""
    found = [entry.get("title"), entry.get("summary") or entry.get("description")]
    found += [content.get("value") for content in entry.get("content") or []]
    return sum(len(part) for part in found if part)


answer = {"bytes": 0, "entries": 0, "text": 0, "failed": 0, "first": ""}
for name in files:
    with open(name, "rb") as file:
        document = file.read()
    feed = None
    for time in range(times):
        del feed
        feed = None
        try:
            feed = reader.parse(document)
            length = sum(text(entry) for entry in feed.entries)
        except Exception as problem:
            answer["first"] = f"{type(problem).__name__}: {problem}"[:200]
    if feed is None:
        answer["failed"] += 1
        continue
    answer["bytes"] += len(document)
    answer["entries"] += len(feed.entries)
    answer["text"] += length
    if feed.entries and not answer["first"]:
        answer["first"] = str(feed.entries[0].get("title") or "")
print(json.dumps(answer))
