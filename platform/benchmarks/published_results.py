"""Prints the tables of docs/published-results.md from the newest runs of a workspace: for each published set the count listed
for its grader's program and ours, for MathCoder also its publisher's split, the raw grader and executions that differ.

Usage: published_results.py WORKSPACE INDEX.json   (LEIBNIZ names the command, ./leibniz where absent)
"""
import json
import os
import subprocess
import sys

workspace, index = sys.argv[1], json.load(open(sys.argv[2]))
command = os.environ.get("LEIBNIZ", "./leibniz")


def leibniz(*words):
    done = subprocess.run([command, *words, "--workspace", workspace, "--json"], capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()] if done.returncode < 2 else []


newest = {}
for row in leibniz("sql", "select run, plan from runs where status = 'finished' order by started desc"):
    path = json.loads(row["plan"])["models"]["policy"].get("path", "")
    newest.setdefault(path.replace("${LEIBNIZ_CORPORA}/", ""), row["run"])


def mathcoder(entry):
    name = "-".join([entry["model"], entry["dataset"], entry["run"]]).lower()
    released, is_equal = entry["correct_by_released_grader"], entry["correct_by_raw_is_equal"]
    published = entry["published_split_correct"] or "not stated"
    run = newest.get(entry["file"])
    if run is None:
        return f"| {name} | | {published} | {released}, not run | {is_equal}, not run | |"
    ours = leibniz("show", run)[0]
    raw = leibniz("show", run, "--grader", "mathcoder-raw")[0]
    query = f"select count(*) n from samples where run = '{run}' and flags like '%execution-differs%'"
    differs = leibniz("sql", query)[0]["n"]
    return (
        f"| {name} | {ours['n']} | {published} | {released}, {ours['correct']} | {is_equal}, {raw['correct']}"
        f" | {differs} ({100 * differs / entry['n_generations']:.2f} %) |"
    )


def other(entry):
    run = newest.get(entry["file"])
    ours = leibniz("show", run)[0] if run else None
    counts = f"{ours['n']} | {entry['correct_by_released_grader']}, {ours['correct']}" if ours else "| not run"
    return f"| {entry['paper'].split(' ')[0]} | {entry['model']} | {entry['dataset']} | {counts} |"


print("| set | items | published | listed, ours | raw listed, ours | items whose live execution differs |")
print("|---|---|---|---|---|---|")
for one in index:
    if one["paper"].startswith("MathCoder"):
        print(mathcoder(one))
print()
print("| work | model | dataset | items | listed, ours |")
print("|---|---|---|---|---|")
for one in index:
    if not one["paper"].startswith("MathCoder"):
        print(other(one))
