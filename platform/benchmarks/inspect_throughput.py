"""The same work in Inspect AI: one generation of 200 tokens by mockllm, one execution result, one verdict, log on.

Usage: inspect_throughput.py N LOGDIR; prints one JSON object with n and seconds."""
import json
import sys
import time

from inspect_ai import Task, eval
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ChatMessageTool, ModelOutput, ModelUsage, get_model
from inspect_ai.scorer import match
from inspect_ai.solver import Generate, TaskState, generate, solver

PROGRAM = "# one step after the other\nshelf = shelf + 1 - 1\n" * 16


def outputs(n):
    for i in range(n):
        output = ModelOutput.from_content("mockllm/model", f"shelf = '{i}'\n{PROGRAM}print(shelf)\n{i}")
        output.usage = ModelUsage(input_tokens=60, output_tokens=200, total_tokens=260)
        yield output


@solver
def execution_result():
    async def solve(state: TaskState, generate: Generate) -> TaskState:
        state.messages.append(ChatMessageTool(content=state.output.completion.splitlines()[-1], tool_call_id="1"))
        return state

    return solve


n, folder = int(sys.argv[1]), sys.argv[2]
samples = [
    Sample(input=f"A library has {i} books on its first shelf. How many books are there?", target=str(i))
    for i in range(n)
]
task = Task(dataset=MemoryDataset(samples), solver=[generate(), execution_result()], scorer=match())
start = time.perf_counter()
logs = eval(
    task,
    model=get_model("mockllm/model", custom_outputs=outputs(n)),
    log_dir=folder,
    display="none",
    max_connections=512,
    max_samples=512,
)
seconds = time.perf_counter() - start
assert logs[0].status == "success" and len(logs[0].samples or []) in (0, n), logs[0].status
print(json.dumps({"n": n, "seconds": seconds}))
