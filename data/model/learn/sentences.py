"""Picks the sentences that distil.py teaches with, and prints them one a line, in an order drawn by lot.

    python sentences.py FILE... > sentences.txt

Files by their names: *.csv as the Groningen Meaning Bank's sentences are handed on (a word a line, with the number of its sentence), *.jsonl as ECB+ is kept beside
the references (`sentences` of each document), *.conllu (`# text = ...`), *.json as FewRel's (`tokens` of each sentence), *.tsv with a sentence before the first tab (WikiSplit), and
others with one sentence a line. The texts themselves are not in the repository; docs/points.md names what the committed weights were taught with.
"""
import csv
import json
import random
import re
import sys

WORDS = range(6, 39)


def sentences(name):
    with open(name, encoding="latin1" if name.endswith(".csv") else "utf8", newline="") as f:
        if name.endswith(".csv"):
            yield from told(csv.reader(f))
        elif name.endswith(".jsonl"):
            for line in f:
                yield from json.loads(line)["sentences"]
        elif name.endswith(".conllu"):
            yield from re.findall(r"^# text = (.*)$", f.read(), re.M)
        elif name.endswith(".json"):
            yield from (" ".join(s["tokens"]) for list in json.load(f).values() for s in list)
        else:
            yield from (line.split("\t")[0] for line in f)


def told(rows):
    """Sentences of rows of words; the column of their numbers may be empty after the first word."""
    head = [cell.lower() for cell in next(rows)]
    word, number = head.index("word"), next(i for i, cell in enumerate(head) if cell.startswith("sentence"))
    words, at = [], None
    for row in rows:
        if len(row) <= max(word, number):
            continue
        if row[number] not in ("", at):
            yield " ".join(words)
            words, at = [], row[number]
        words.append(row[word])
    yield " ".join(words)


def main():
    if len(sys.argv) < 2:
        sys.exit("sentences.py: write the names of the files to pick from")
    seen, out = set(), []
    for name in sys.argv[1:]:
        for s in sentences(name):
            s = " ".join(s.split())
            key = re.sub(r"\W", "", s.lower())
            if len(re.findall(r"\w+", s)) in WORDS and key not in seen and not re.search("[<>{}|]|http", s):
                seen.add(key)
                out.append(s)
    random.Random(0).shuffle(out)
    print("\n".join(out))


main()
