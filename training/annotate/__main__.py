"""Make annotated training documents by hand.

python -m training.annotate show FILE.jsonl          print documents (claim-set lines) with numbered sentences, claims if any
python -m training.annotate check FILE.txt [FILE.jsonl]   say what is wrong; texts are looked up in FILE.jsonl where given
python -m training.annotate pack FOLDER FILE.txt FILE.jsonl   coded texts of gold sets -> offsets in FOLDER/SET.jsonl
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from training.annotate.standoff import pack
from training.annotate.terse import coded, parse, terse_of, written
from training.reader.data import read_jsonl


def show(line: dict[str, Any]) -> str:
    """A document as an annotator reads it."""
    rows = [f"@ {line['doc']} | {line['published']} | {line['source']} | {line.get('title', '')}"]
    for s, (start, end) in enumerate(line["sentences"]):
        rows.append(f"{s}> {line['text'][start:end]}")
        rows += ["    " + terse_of(claim) for claim in line.get("claims", []) if claim["s"] == s]
    return "\n".join(rows) + "\n"


def check(path: Path, texts: dict[str, dict[str, Any]]) -> int:
    """Print what is wrong with a file and what it holds; the number of problems."""
    problems, types, sentences, claims = 0, Counter[str](), 0, 0
    for doc in parse(path.read_text(encoding="utf-8")):
        if doc.sentences:
            line, wrong = written(doc)
        elif doc.head[0] in texts:
            line, wrong = coded(doc, texts[doc.head[0]])
        else:
            line, wrong = {"sentences": [], "claims": []}, [f"no text for {doc.head[0]!r}"]
        for problem in wrong:
            print(f"{path} @ {doc.head[0]}: {problem}")
        problems += len(wrong)
        sentences, claims = sentences + len(line["sentences"]), claims + len(line["claims"])
        types.update(claim["type"] for claim in line["claims"])
    print(f"{sentences} sentences, {claims} claims, {problems} problems; {dict(types.most_common())}")
    return problems


def packed(folder: Path, path: Path, texts: dict[str, dict[str, Any]]) -> None:
    """Add the documents of a file to their sets' offsets; a document that is there already is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    sets: dict[str, dict[str, dict[str, Any]]] = {}
    for doc in parse(path.read_text(encoding="utf-8")):
        line, wrong = coded(doc, texts[doc.head[0]])
        if wrong:
            raise SystemExit(f"{path} @ {doc.head[0]}: {wrong[0]}")
        name = doc.head[0].partition(":")[0]
        file = folder / f"{name}.jsonl"
        if name not in sets:
            sets[name] = {row["doc"]: row for row in read_jsonl(file)} if file.exists() else {}
        row = pack(line)
        sets[name][row["doc"]] = row
    for name, rows in sets.items():
        words = "".join(json.dumps(rows[doc], separators=(",", ":")) + "\n" for doc in sorted(rows))
        (folder / f"{name}.jsonl").write_text(words, encoding="utf-8")
        print(f"{name}: {len(rows)} documents, {sum(len(row['claims']) for row in rows.values())} claims")


def main() -> int:
    """Run one of the commands."""
    match sys.argv[1:]:
        case ["show", path]:
            for line in read_jsonl(Path(path)):
                print(show(line))
            return 0
        case ["check", path, *more]:
            texts = {line["doc"]: line for name in more for line in read_jsonl(Path(name))}
            return 1 if check(Path(path), texts) else 0
        case ["pack", folder, path, texts_path]:
            packed(Path(folder), Path(path), {line["doc"]: line for line in read_jsonl(Path(texts_path))})
            return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
