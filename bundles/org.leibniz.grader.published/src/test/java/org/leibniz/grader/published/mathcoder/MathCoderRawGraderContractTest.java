package org.leibniz.grader.published.mathcoder;

import java.util.List;
import org.leibniz.api.grader.Grader;
import org.leibniz.tck.GraderContract;

class MathCoderRawGraderContractTest extends GraderContract {
  @Override
  protected Grader create() {
    return new MathCoderRawGrader();
  }

  @Override
  protected List<String> answers() {
    return List.of("18", "-3.5", "70,000", "\\frac{3}{4}", "3\\sqrt{2}", "x^2+1", "(1,2)", "[1,2]", "\\text{Tuesday}");
  }
}
