"""Compares greedy tokens of Leibniz with llama.cpp's, on the same dequantised weights.

    pip install xllamacpp gguf
    python llamacpp_parity.py MODEL.gguf GSM8K-test.jsonl [--prompts 20] [--tokens 32] [--leibniz ../../leibniz]

Both read the prompt as text and stop at the model's end; Leibniz dequantises the file itself, llama.cpp gets a float32 copy of it beside MODEL. Where they
differ, float64 tells how near the two tokens are and who is right. Exit status 0 where at least 19 in 20 prompts have the same
first tokens.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from llama_float64 import Reference
from llamacpp import Server, dequantised

arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("model", type=Path)
arguments.add_argument("problems", type=Path)
arguments.add_argument("--prompts", type=int, default=20)
arguments.add_argument("--tokens", type=int, default=32)
arguments.add_argument("--threads", type=int, default=2)
arguments.add_argument("--leibniz", type=Path, default=Path(__file__).parents[2] / "leibniz")
options = arguments.parse_args()

with open(options.problems, encoding="utf-8") as lines:
    questions = [json.loads(line)["question"] for line in lines][: options.prompts]
prompts = [f"Q: {question}\nA:" for question in questions]

with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
    file.writelines(json.dumps(prompt) + "\n" for prompt in prompts)
    file.flush()
    command = [
        options.leibniz, "generate", "--model", f"djl:{options.model.resolve()}", "--prompt-file", file.name,
        "--max-tokens", str(options.tokens), "--json", "--option", "context=2048",
        "--option", f"threads={options.threads}",
    ]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
ours = [json.loads(line) for line in ran.stdout.splitlines()]

server = Server(dequantised(options.model, options.model.with_suffix(".f32.gguf")), 1, 2048, options.threads)
reference = None
same = 0
for number, (prompt, mine) in enumerate(zip(prompts, ours, strict=True)):
    theirs = server.complete(prompt, options.tokens)
    if theirs["tokens_evaluated"] != mine["tokens"]["prompt"]:
        print(f"prompt {number}: {mine['tokens']['prompt']} tokens here, {theirs['tokens_evaluated']} there")
    # The token that ends a reply is among its ids.
    ids = mine["ids"]
    if ids == theirs["tokens"]:
        same += 1
        continue
    common = next((i for i, pair in enumerate(zip(ids, theirs["tokens"])) if pair[0] != pair[1]), min(len(ids), len(theirs["tokens"])))
    reference = reference or Reference(options.model)
    best = reference.log_probabilities(server.token_ids(prompt) + ids[:common], 1)[0]
    first, second = best.argsort()[::-1][:2]
    right = "here" if ids[common : common + 1] == [first] else "there"
    print(f"prompt {number}: the same for {common} tokens; then {best[first] - best[second]:.6f} between the best two, right is {right}", flush=True)
print(f"{same} of {len(prompts)} prompts have the same first {options.tokens} greedy tokens")
sys.stdout.flush()
sys.exit(0 if same * 20 >= 19 * len(prompts) else 1)
