"""Picks the sentences that distil.py teaches with, and prints them one a line, in an order drawn by lot.

    python sentences.py FILE... > sentences.txt

Files by their names: *.csv as the Groningen Meaning Bank's sentences are handed on (a word a line, `Sentence: 1` where one begins), *.jsonl as ECB+ is
kept beside the references (`sentences` of each document), *.conllu (`# text = ...`), and others with one sentence a line. The texts themselves are
not in the repository.
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
            words = []
            for row in csv.reader(f):
                if row and row[0].startswith("Sentence:"):
                    yield " ".join(words)
                    words = []
                if len(row) > 1:
                    words.append(row[1])
            yield " ".join(words)
        elif name.endswith(".jsonl"):
            for line in f:
                yield from json.loads(line)["sentences"]
        elif name.endswith(".conllu"):
            yield from re.findall(r"^# text = (.*)$", f.read(), re.M)
        else:
            yield from f


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
