package org.leibniz.strategy.interleaved.internal;

import java.util.List;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;

/** How blocks are marked, and the decoding loop that belongs to it. Immutable. */
sealed interface Dialect permits MathCoderDialect, FencedDialect {
  Solution solve(Problem problem, Session session);

  FirstCall firstCall(Problem problem, ModelInfo model, List<Shot> shots);
}
