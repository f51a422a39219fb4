"""A Llama-family GGUF file evaluated in float64, to tell who is right where two programs differ."""
from pathlib import Path

import gguf
import numpy


class Reference:
    def __init__(self, model: Path):
        reader = gguf.GGUFReader(model)
        self.weights = {t.name: gguf.dequantize(t.data, t.tensor_type).astype(numpy.float64) for t in reader.tensors}
        value = lambda key: reader.fields["llama." + key].contents()
        self.heads = value("attention.head_count")
        self.shared = self.heads // value("attention.head_count_kv")
        self.layers = value("block_count")
        self.epsilon = value("attention.layer_norm_rms_epsilon")
        self.base = value("rope.freq_base")
        self.size = value("embedding_length") // self.heads

    def norm(self, x, name):
        return x / numpy.sqrt((x * x).mean(-1, keepdims=True) + self.epsilon) * self.weights[name]

    def linear(self, x, name):
        return x @ self.weights[name].T

    def log_probabilities(self, ids: list[int], last: int) -> numpy.ndarray:
        """After each of the last so many ids: one row of the vocabulary each."""
        count = len(ids)
        x = self.weights["token_embd.weight"][ids]
        angles = numpy.arange(count)[:, None] * self.base ** (-numpy.arange(0, self.size, 2) / self.size)
        cosine, sine = numpy.cos(angles)[:, None], numpy.sin(angles)[:, None]

        def turned(x):
            even, odd = x[..., 0::2], x[..., 1::2]
            return numpy.stack([even * cosine - odd * sine, even * sine + odd * cosine], -1).reshape(x.shape)

        future = numpy.triu(numpy.full((count, count), -numpy.inf), 1)
        for layer in range(self.layers):
            block = f"blk.{layer}."
            h = self.norm(x, block + "attn_norm.weight")
            query = turned(self.linear(h, block + "attn_q.weight").reshape(count, self.heads, self.size))
            key = turned(self.linear(h, block + "attn_k.weight").reshape(count, -1, self.size))
            value = self.linear(h, block + "attn_v.weight").reshape(count, -1, self.size)
            out = numpy.empty_like(query)
            for head in range(self.heads):
                scores = query[:, head] @ key[:, head // self.shared].T / numpy.sqrt(self.size) + future
                shares = numpy.exp(scores - scores.max(-1, keepdims=True))
                out[:, head] = shares / shares.sum(-1, keepdims=True) @ value[:, head // self.shared]
            x = x + self.linear(out.reshape(count, -1), block + "attn_output.weight")
            h = self.norm(x, block + "ffn_norm.weight")
            gate = self.linear(h, block + "ffn_gate.weight")
            x = x + self.linear(gate / (1 + numpy.exp(-gate)) * self.linear(h, block + "ffn_up.weight"), block + "ffn_down.weight")
        head = "output.weight" if "output.weight" in self.weights else "token_embd.weight"
        logits = self.linear(self.norm(x[-last:], "output_norm.weight"), head)
        highest = logits.max(-1, keepdims=True)
        return logits - highest - numpy.log(numpy.exp(logits - highest).sum(-1, keepdims=True))
