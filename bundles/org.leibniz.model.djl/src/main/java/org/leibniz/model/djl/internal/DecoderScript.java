package org.leibniz.model.djl.internal;

import org.leibniz.checkpoint.Architecture;

/**
 * Writes a decoder as TorchScript. One call of {@code step} evaluates tokens of many sequences laid end to end: linear layers
 * see all of them at once, attention sees them by <em>runs</em>. A run is {@code count} neighbouring cache slots with {@code
 * length} new tokens each: many slots with one token (decoding), or one slot with many (prefill).
 *
 * <p>Caches are {@code [slots, keyValueHeads, capacity, headSize]}. The query heads that share a key/value head are treated
 * as further queries of it, so keys and values are never repeated.
 */
final class DecoderScript {
  /** Weights before those of the first layer: embedding, last norm, output head. */
  static final int SHARED_WEIGHTS = 3;

  /** Numbers that describe a run: first row, first slot, slots, tokens of each, keys that the longest of them sees. */
  static final int RUN_NUMBERS = 5;

  private DecoderScript() {}

  /** Weights of a layer, in order: norm, qkv, o, norm, gate and up, down; then the biases there are, in the same order. */
  static int weightsPerLayer(Architecture model) {
    return 6 + (model.attentionBias() ? 1 : 0) + (model.outputBias() ? 1 : 0) + (model.feedForwardBias() ? 2 : 0);
  }

  static String of(Architecture model, Placement placement) {
    int bias = 6;
    String qkvBias = model.attentionBias() ? "w[b + " + bias++ + "]" : "None";
    String outputBias = model.outputBias() ? "w[b + " + bias++ + "]" : "None";
    String gateBias = model.feedForwardBias() ? "w[b + " + bias++ + "]" : "None";
    String downBias = model.feedForwardBias() ? "w[b + " + bias + "]" : "None";
    String window =
        model.window() == 0
            ? ""
            : "\n      m = torch.logical_and(m, torch.gt(keys, torch.sub(seen, %d)))".formatted(model.window());
    return SOURCE
        .replace("$LINEAR", placement.linear())
        .replace("$TYPE", String.valueOf(placement.numbers().code))
        .replace("$KEEP_MASK", model.window() == 0 ? "False" : "True")
        .replace("$WINDOW", window)
        .replace("$QKV_BIAS", qkvBias)
        .replace("$OUTPUT_BIAS", outputBias)
        .replace("$GATE_BIAS", gateBias)
        .replace("$DOWN_BIAS", downBias)
        .replace("$PER_LAYER", String.valueOf(weightsPerLayer(model)))
        .replace("$SHARED", String.valueOf(SHARED_WEIGHTS))
        .replace("$LAYERS", String.valueOf(model.layers()))
        .replace("$HIDDEN", String.valueOf(model.hiddenSize()))
        .replace("$QUERY_HEADS", String.valueOf(model.heads()))
        .replace("$KEY_HEADS", String.valueOf(model.keyValueHeads()))
        .replace("$TURNED_HEADS", String.valueOf(model.heads() + model.keyValueHeads()))
        .replace("$TURNED", String.valueOf((model.heads() + model.keyValueHeads()) * model.headSize()))
        .replace("$VALUES", String.valueOf(model.keyValueHeads() * model.headSize()))
        .replace("$QUERIES", String.valueOf(model.heads() * model.headSize()))
        .replace("$GROUP", String.valueOf(model.heads() / model.keyValueHeads()))
        .replace("$HALF", String.valueOf(model.headSize() / 2))
        .replace("$HEAD", String.valueOf(model.headSize()))
        .replace("$INNER", String.valueOf(model.feedForwardSize()))
        .replace("$EPSILON", String.format(java.util.Locale.ROOT, "%.12f", model.normEpsilon()));
  }

  private static final String SOURCE =
      """
      class M(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def linear(self: __torch__.M, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
          return $LINEAR
        def norm(self: __torch__.M, x: Tensor, weight: Tensor) -> Tensor:
          return torch.rms_norm(x, [$HIDDEN], weight, $EPSILON)
        def mask(self: __torch__.M, index: Tensor, positions: Tensor, first: int, count: int, length: int, sees: int) -> Optional[Tensor]:
          result = annotate(Optional[Tensor], None)
          if torch.__or__(torch.__or__(torch.gt(count, 1), torch.gt(length, 1)), $KEEP_MASK):
            seen = torch.view(torch.narrow(positions, 0, first, torch.mul(count, length)), [count, length, 1])
            keys = torch.view(torch.narrow(index, 0, 0, sees), [1, 1, sees])
            m = torch.le(keys, seen)$WINDOW
            wide = torch.expand(torch.unsqueeze(m, 2), [count, length, $GROUP, sees])
            result = torch.reshape(wide, [count, 1, torch.mul(length, $GROUP), sees])
          return result
        def step(self: __torch__.M, w: List[Tensor], keys: List[Tensor], values: List[Tensor], index: Tensor, tokens: Tensor, cosine: Tensor, sine: Tensor, slots: Tensor, positions: Tensor, runs: List[int], wanted: Tensor) -> Tensor:
          rows = torch.size(tokens, 0)
          count = torch.floordiv(torch.len(runs), 5)
          masks = annotate(List[Optional[Tensor]], [])
          for r in range(count):
            o = torch.mul(r, 5)
            _0 = torch.append(masks, (self).mask(index, positions, runs[o], runs[o + 2], runs[o + 3], runs[o + 4], ))
          c = torch.unsqueeze(cosine, 1)
          s = torch.unsqueeze(sine, 1)
          x = torch.embedding(w[0], tokens)
          for i in range($LAYERS):
            b = torch.add($SHARED, torch.mul(i, $PER_LAYER))
            qkv = (self).linear((self).norm(x, w[b], ), w[b + 1], $QKV_BIAS, )
            turned = torch.view(torch.narrow(qkv, 1, 0, $TURNED), [rows, $TURNED_HEADS, $HEAD])
            p = torch.narrow(turned, 2, 0, $HALF)
            q = torch.narrow(turned, 2, $HALF, $HALF)
            qk = torch.to(torch.cat(
                [torch.sub(torch.mul(p, c), torch.mul(q, s)), torch.add(torch.mul(q, c), torch.mul(p, s))], 2), $TYPE)
            query = torch.narrow(qk, 1, 0, $QUERY_HEADS)
            key = torch.narrow(qk, 1, $QUERY_HEADS, $KEY_HEADS)
            value = torch.view(torch.narrow(qkv, 1, $TURNED, $VALUES), [rows, $KEY_HEADS, $HEAD])
            place = annotate(List[Optional[Tensor]], [slots, positions])
            _1 = torch.index_put_(torch.transpose(keys[i], 1, 2), place, key)
            _2 = torch.index_put_(torch.transpose(values[i], 1, 2), place, value)
            attended = annotate(List[Tensor], [])
            for r in range(count):
              o = torch.mul(r, 5)
              n = runs[o + 2]
              t = runs[o + 3]
              mine = torch.view(torch.contiguous(torch.narrow(query, 0, runs[o], torch.mul(n, t))), [n, t, $KEY_HEADS, $GROUP, $HEAD])
              qr = torch.reshape(torch.permute(mine, [0, 2, 1, 3, 4]), [n, $KEY_HEADS, torch.mul(t, $GROUP), $HEAD])
              kr = torch.narrow(torch.narrow(keys[i], 0, runs[o + 1], n), 2, 0, runs[o + 4])
              vr = torch.narrow(torch.narrow(values[i], 0, runs[o + 1], n), 2, 0, runs[o + 4])
              a = torch.scaled_dot_product_attention(qr, kr, vr, masks[r], 0.0, False)
              back = torch.permute(torch.reshape(a, [n, $KEY_HEADS, t, $GROUP, $HEAD]), [0, 2, 1, 3, 4])
              _3 = torch.append(attended, torch.reshape(back, [torch.mul(n, t), $QUERIES]))
            x = torch.add(x, (self).linear(torch.cat(attended, 0), w[b + 2], $OUTPUT_BIAS, ))
            gu = (self).linear((self).norm(x, w[b + 3], ), w[b + 4], $GATE_BIAS, )
            inner = torch.mul(torch.silu(torch.narrow(gu, 1, 0, $INNER)), torch.narrow(gu, 1, $INNER, $INNER))
            x = torch.add(x, (self).linear(inner, w[b + 5], $DOWN_BIAS, ))
          last = (self).norm(torch.index_select(x, 0, wanted), w[1], )
          return torch.to((self).linear(last, w[2], None, ), 6)
        def grow(self: __torch__.M, cache: Tensor, slots: int, capacity: int) -> Tensor:
          return torch.constant_pad_nd(cache, [0, 0, 0, capacity, 0, 0, 0, slots], 0)
        def typed(self: __torch__.M, x: Tensor) -> Tensor:
          return torch.to(x, $TYPE)
        def fill(self: __torch__.M, into: Tensor, first: int, block: Tensor) -> bool:
          _0 = torch.copy_(torch.narrow(into, 0, first, torch.size(block, 0)), block)
          return bool(torch.all(torch.isfinite(block)))
      """;
}
