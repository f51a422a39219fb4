"""Tokens a second of Leibniz, llama.cpp and Hugging Face transformers on the same float32 weights and threads, in one run.

    pip install xllamacpp gguf            and for the third also: torch transformers accelerate
    python generation_speed.py MODEL.gguf [--threads 2] [--rounds 3] [--without transformers] [--leibniz ../../leibniz]

Each round measures all programs in turn: decoding 1, 8 and 32 sequences of 16 prompt tokens to 128 more, and evaluating 32
prompts of 64 tokens. Every program is measured warm: after the same work on other prompts. Prints medians and our share of
each other program's speed, and a line of JSON.
"""
import argparse
import json
import random
import statistics
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from llamacpp import Server, dequantised

WORDS = "how many apples are left when three children share seven boxes of nine and give four of them away".split()
DECODED = 128
WORK = {"batch 1": (1, 16, DECODED), "batch 8": (8, 16, DECODED), "batch 32": (32, 16, DECODED), "prefill 32x64": (32, 64, 1)}


def prompts(count: int, words: int, seed: int) -> list[str]:
    """Texts of about so many tokens, no two with the same beginning."""
    chance = random.Random(seed)
    return [" ".join(chance.choice(WORDS) for _ in range(words)) for _ in range(count)]


def counted(name: str, count: int, prompt_tokens: int, tokens: int) -> int:
    return prompt_tokens if name.startswith("prefill") else count * tokens


class Leibniz:
    """One process a measurement; the first half of its prompts warms it up. Loading is not counted."""

    def __init__(self, options):
        self.options = options

    def measure(self, name: str, seed: int) -> float:
        count, words, tokens = WORK[name]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.writelines(json.dumps(prompt) + "\n" for prompt in prompts(2 * count, words, seed))
            file.flush()
            command = [
                self.options.leibniz, "generate", "--model", f"djl:{self.options.model.resolve()}", "--prompt-file", file.name,
                "--max-tokens", str(tokens), "--ignore-end", "--json", "--option", "context=512", "--option", f"batch={count}",
                "--option", f"threads={self.options.threads}",
            ]
            ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
        replies = sorted((json.loads(line) for line in ran.stdout.splitlines()), key=lambda reply: reply["millis"])
        first, second = replies[:count], replies[count:]
        seconds = (second[-1]["millis"] - first[-1]["millis"]) / 1000
        return counted(name, count, sum(reply["tokens"]["prompt"] for reply in second), tokens) / seconds


class LlamaCpp:
    def __init__(self, options, model: Path):
        self.options, self.model = options, model

    def measure(self, name: str, seed: int) -> float:
        count, words, tokens = WORK[name]
        server = Server(self.model, count, 512, self.options.threads)
        with ThreadPoolExecutor(count) as threads:
            for half in (0, 1):
                texts = prompts(2 * count, words, seed)[half * count : (half + 1) * count]
                start = time.perf_counter()
                replies = list(threads.map(lambda text: server.complete(text, tokens, ignore_end=True), texts))
                seconds = time.perf_counter() - start
        return counted(name, count, sum(reply["tokens_evaluated"] for reply in replies), tokens) / seconds


class Transformers:
    def __init__(self, options, model: Path):
        import torch
        import transformers

        transformers.utils.logging.disable_progress_bar()
        self.torch = torch
        torch.set_num_threads(options.threads)
        self.tokenizer = transformers.AutoTokenizer.from_pretrained(model.parent, gguf_file=model.name)
        self.tokenizer.pad_token = self.tokenizer.pad_token or self.tokenizer.eos_token
        self.tokenizer.padding_side = "left"
        self.model = transformers.AutoModelForCausalLM.from_pretrained(
            model.parent, gguf_file=model.name, dtype=torch.float32)
        self.model.eval()

    def measure(self, name: str, seed: int) -> float:
        count, words, tokens = WORK[name]
        for half in (0, 1):
            texts = prompts(2 * count, words, seed)[half * count : (half + 1) * count]
            batch = self.tokenizer(texts, return_tensors="pt", padding=True)
            start = time.perf_counter()
            with self.torch.inference_mode():
                self.model.generate(**batch, max_new_tokens=tokens, min_new_tokens=tokens, do_sample=False)
            seconds = time.perf_counter() - start
        return counted(name, count, int(batch["attention_mask"].sum()), tokens) / seconds


arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("model", type=Path)
arguments.add_argument("--threads", type=int, default=2)
arguments.add_argument("--rounds", type=int, default=3)
arguments.add_argument("--only", choices=WORK, action="append", help="measure this alone; repeatable")
arguments.add_argument("--without", choices=["llama.cpp", "transformers"], action="append", default=[])
arguments.add_argument("--leibniz", type=Path, default=Path(__file__).parents[2] / "leibniz")
options = arguments.parse_args()

engines = {"leibniz": Leibniz(options)}
if "llama.cpp" not in options.without:
    engines["llama.cpp"] = LlamaCpp(options, dequantised(options.model, options.model.with_suffix(".f32.gguf")))
if "transformers" not in options.without:
    engines["transformers"] = Transformers(options, options.model)

measured = {}
for name in options.only or WORK:
    speeds = {engine: [] for engine in engines}
    for turn in range(options.rounds):
        for engine, program in engines.items():
            speeds[engine].append(program.measure(name, turn))
    measured[name] = {engine: statistics.median(all_of) for engine, all_of in speeds.items()}
    ours = measured[name]["leibniz"]
    others = [f"{engine} {speed:.1f} (ours is {ours / speed:.2f} of it)" for engine, speed in measured[name].items() if engine != "leibniz"]
    print(f"{name}: leibniz {ours:.1f} tokens/s; " + "; ".join(others), flush=True)
print(json.dumps({"threads": options.threads, "rounds": options.rounds, "tokensPerSecond": measured}))
