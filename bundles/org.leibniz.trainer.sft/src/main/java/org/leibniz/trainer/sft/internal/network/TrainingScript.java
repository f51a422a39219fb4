package org.leibniz.trainer.sft.internal.network;

import java.util.Locale;
import org.leibniz.checkpoint.Architecture;

/**
 * Writes a decoder's loss, its gradient and its update as TorchScript. {@code b} is a batch: token ids, cosines and sines by
 * position, positions, documents, wanted places, targets, and the number that losses are divided by.
 *
 * <p>The lists that {@code update} changes are its arguments and never slices of them: of a slice the compiler does not know
 * that its elements live on, and leaves the update out.
 */
final class TrainingScript {
  private TrainingScript() {}

  static String of(Architecture model, Precision precision) {
    int first = model.tied() ? 1 : 2;
    int vectors = first + 4 * model.layers();
    int group = model.heads() / model.keyValueHeads();
    return SOURCE
        .replace("$LINEAR", precision == Precision.F32 ? "torch.linear(x, weight, None)" : "torch.linear(torch.to(x, 15), torch.to(weight, 15), None)")
        .replace("$REPEATED", group == 1 ? "x" : REPEATED)
        .replace("$TYPE", String.valueOf(precision.scalarType))
        .replace("$HEAD_WEIGHT", model.tied() ? "w[0]" : "w[1]")
        .replace("$FIRST", String.valueOf(first))
        .replace("$VECTORS", String.valueOf(vectors))
        .replace("$LAYERS", String.valueOf(model.layers()))
        .replace("$HIDDEN", String.valueOf(model.hiddenSize()))
        .replace("$QUERY_HEADS", String.valueOf(model.heads()))
        .replace("$KEY_HEADS", String.valueOf(model.keyValueHeads()))
        .replace("$TURNED_HEADS", String.valueOf(model.heads() + model.keyValueHeads()))
        .replace("$TURNED", String.valueOf((model.heads() + model.keyValueHeads()) * model.headSize()))
        .replace("$VALUES", String.valueOf(model.keyValueHeads() * model.headSize()))
        .replace("$QUERIES", String.valueOf(model.heads() * model.headSize()))
        .replace("$GROUP", String.valueOf(group))
        .replace("$HALF", String.valueOf(model.headSize() / 2))
        .replace("$HEAD", String.valueOf(model.headSize()))
        .replace("$INNER", String.valueOf(model.feedForwardSize()))
        .replace("$EPSILON", String.format(Locale.ROOT, "%.12f", model.normEpsilon()));
  }

  private static final String REPEATED =
      "torch.reshape(torch.expand(torch.unsqueeze(x, 2), [-1, -1, $GROUP, -1, -1]), [torch.size(x, 0), $QUERY_HEADS, torch.size(x, 2), $HEAD])";

  private static final String SOURCE =
      """
      class M(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        def linear(self: __torch__.M, x: Tensor, weight: Tensor) -> Tensor:
          return $LINEAR
        def norm(self: __torch__.M, x: Tensor, weight: Tensor) -> Tensor:
          return torch.rms_norm(x, [$HIDDEN], weight, $EPSILON)
        def repeated(self: __torch__.M, x: Tensor) -> Tensor:
          return $REPEATED
        def loss(self: __torch__.M, w: List[Tensor], b: List[Tensor]) -> Tensor:
          tokens = b[0]
          rows = torch.size(tokens, 0)
          length = torch.size(tokens, 1)
          c = torch.unsqueeze(torch.embedding(b[1], b[3]), 2)
          s = torch.unsqueeze(torch.embedding(b[2], b[3]), 2)
          same = torch.eq(torch.unsqueeze(b[4], 2), torch.unsqueeze(b[4], 1))
          hidden = torch.logical_not(torch.tril(same, 0))
          zero = torch.zeros([rows, length, length], dtype=$TYPE, layout=None, device=None)
          mask = torch.unsqueeze(torch.masked_fill(zero, hidden, -1000000.0), 1)
          x = torch.embedding(w[0], tokens)
          for i in range($LAYERS):
            o = torch.add($FIRST, torch.mul(i, 4))
            v = torch.add($VECTORS + 1, torch.mul(i, 2))
            qkv = (self).linear((self).norm(x, w[v], ), w[o], )
            turned = torch.view(torch.narrow(qkv, 2, 0, $TURNED), [rows, length, $TURNED_HEADS, $HEAD])
            p = torch.narrow(turned, 3, 0, $HALF)
            q = torch.narrow(turned, 3, $HALF, $HALF)
            qk = torch.cat([torch.sub(torch.mul(p, c), torch.mul(q, s)), torch.add(torch.mul(q, c), torch.mul(p, s))], 3)
            query = torch.to(torch.transpose(torch.narrow(qk, 2, 0, $QUERY_HEADS), 1, 2), $TYPE)
            key = torch.to(torch.transpose(torch.narrow(qk, 2, $QUERY_HEADS, $KEY_HEADS), 1, 2), $TYPE)
            value = torch.to(torch.transpose(torch.view(torch.narrow(qkv, 2, $TURNED, $VALUES), [rows, length, $KEY_HEADS, $HEAD]), 1, 2), $TYPE)
            a = torch.scaled_dot_product_attention(query, (self).repeated(key, ), (self).repeated(value, ), mask, 0.0, False)
            attended = torch.reshape(torch.transpose(a, 1, 2), [rows, length, $QUERIES])
            x = torch.add(x, (self).linear(attended, w[o + 1], ))
            gu = (self).linear((self).norm(x, w[v + 1], ), w[o + 2], )
            inner = torch.mul(torch.silu(torch.narrow(gu, 2, 0, $INNER)), torch.narrow(gu, 2, $INNER, $INNER))
            x = torch.add(x, (self).linear(inner, w[o + 3], ))
          last = (self).norm(torch.index_select(torch.reshape(x, [-1, $HIDDEN]), 0, b[5]), w[$VECTORS], )
          logits = torch.to((self).linear(last, $HEAD_WEIGHT, ), 6)
          return torch.div(torch.cross_entropy_loss(logits, b[6], None, 2, -100, 0.0), b[7])
        def forward(self: __torch__.M, w: List[Tensor], g: List[Tensor], b: List[Tensor]) -> Tensor:
          loss = (self).loss(w, b, )
          grads = torch.grad([loss], w, None, None, False, False)
          for i in range(torch.len(w)):
            gradient = grads[i]
            if torch.__isnot__(gradient, None):
              _0 = torch.add_(g[i], unchecked_cast(Tensor, gradient))
            else:
              pass
          return torch.detach(loss)
        def clip(self: __torch__.M, g: List[Tensor], most: float) -> Tensor:
          norm = torch.linalg_vector_norm(torch.stack(ops.aten._foreach_norm(g, 2), 0))
          scale = torch.clamp(torch.div(most, torch.add(norm, 0.000001)), None, 1.0)
          _0 = ops.aten._foreach_mul_(g, scale)
          return norm
        def update(self: __torch__.M, w: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], rate: float, beta1: float, beta2: float, epsilon: float, decay: float) -> int:
          _0 = ops.aten._foreach_add_(steps, 1)
          none = annotate(List[Tensor], [])
          ops.aten._fused_adamw_(w, g, m, v, none, steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False, grad_scale=None, found_inf=None)
          _1 = ops.aten._foreach_zero_(g)
          return torch.len(w)
      """;
}
