package org.leibniz.strategy.pot.internal;

import java.util.List;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;

/** How a program is asked for and what counts as its answer. Immutable. */
sealed interface Protocol permits PlainProgram, ChenProtocol {
  Solution solve(Problem problem, Session session);

  FirstCall firstCall(Problem problem, ModelInfo model, List<Shot> shots);
}
