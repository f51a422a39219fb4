"""Prints the table of docs/published-results.md: for each published set its publisher's count, the count listed for its
grader's program, and ours, from the newest runs of a workspace.

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


print("| set | items | published | listed, ours | raw listed, ours | items whose live execution differs |")
print("|---|---|---|---|---|---|")
for entry in index:
    if not entry["paper"].startswith("MathCoder"):
        continue
    name = "-".join([entry["model"], entry["dataset"], entry["run"]]).lower()
    runs = [run for run in leibniz("runs") if run["name"] == name and run["status"] == "finished"]
    if not runs:
        print(f"| {name} | | {entry['published_split_correct']} | {entry['correct_by_released_grader']}, not run | | |")
        continue
    run = runs[0]["run"]
    ours = leibniz("show", run)[0]
    raw = leibniz("show", run, "--grader", "mathcoder-raw")[0]
    query = f"select count(*) n from samples where run = '{run}' and flags like '%execution-differs%'"
    differs = leibniz("sql", query)[0]["n"]
    released, is_equal = entry["correct_by_released_grader"], entry["correct_by_raw_is_equal"]
    print(
        f"| {name} | {ours['n']} | {entry['published_split_correct']} | {released}, {ours['correct']}"
        f" | {is_equal}, {raw['correct']} | {differs} ({100 * differs / ours['n']:.2f} %) |"
    )
