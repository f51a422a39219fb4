"""llama.cpp and its server on one checkpoint, through the Python package xllamacpp (pip install xllamacpp gguf)."""
import json
import time
import urllib.error
import urllib.request
from pathlib import Path

import gguf
import numpy
import xllamacpp


def dequantised(source: Path, target: Path) -> Path:
    """The same checkpoint with every tensor in float32, so that both programs compute with the same numbers."""
    if target.exists():
        return target
    reader = gguf.GGUFReader(source)
    writer = gguf.GGUFWriter(target, reader.fields["general.architecture"].contents())
    for name, field in reader.fields.items():
        if name.startswith("GGUF.") or name in ("general.architecture", "general.file_type"):
            continue
        kind = field.types[0]
        inner = field.types[-1] if kind == gguf.GGUFValueType.ARRAY else None
        writer.add_key_value(name, field.contents(), kind, sub_type=inner)
    for tensor in reader.tensors:
        values = gguf.dequantize(tensor.data, tensor.tensor_type).astype(numpy.float32)
        writer.add_tensor(tensor.name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return target


class Server:
    """llama.cpp's own server in this process, computing in float32 throughout."""

    def __init__(self, model: Path, slots: int, context: int, threads: int):
        parameters = xllamacpp.CommonParams()
        parameters.model.path = str(model)
        parameters.port = 0
        parameters.n_parallel = slots
        parameters.n_ctx = context * slots
        parameters.n_gpu_layers = 0
        parameters.cpuparams.n_threads = threads
        parameters.cpuparams_batch.n_threads = threads
        parameters.cache_type_k = xllamacpp.ggml_type.GGML_TYPE_F32
        parameters.cache_type_v = xllamacpp.ggml_type.GGML_TYPE_F32
        # Flash attention rounds on processors: log-probabilities move by 5e-4.
        parameters.flash_attn_type = xllamacpp.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
        parameters.ui = False
        parameters.verbosity = 0
        self.server = xllamacpp.Server(parameters)
        self.address = self.server.listening_address

    def complete(self, prompt: str, tokens: int, ignore_end: bool = False) -> dict:
        """Greedy, to so many tokens; with their ids. To ignore the end means here that its token is never chosen."""
        body = {
            "prompt": prompt, "n_predict": tokens, "temperature": 0, "ignore_eos": ignore_end, "return_tokens": True,
            "cache_prompt": False, "stream": False,
        }
        for attempt in range(60):
            try:
                return self.post("/completion", body)
            except urllib.error.HTTPError as failure:
                if failure.code != 503 or attempt == 59:
                    raise
                time.sleep(1)
        raise AssertionError

    def token_ids(self, text: str) -> list[int]:
        return self.post("/tokenize", {"content": text})["tokens"]

    def post(self, path: str, body: dict) -> dict:
        request = urllib.request.Request(self.address + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=3600) as answer:
            return json.load(answer)
