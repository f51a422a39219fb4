package org.leibniz.grader.math;

import java.util.List;
import org.leibniz.api.grader.Grader;
import org.leibniz.tck.GraderContract;

class MathGraderContractTest extends GraderContract {
  @Override
  protected Grader create() {
    return new MathGrader();
  }

  @Override
  protected List<String> answers() {
    return List.of("18", "-3.5", "1,234,567", "x + 1", "\\frac{1}{2}", "Tuesday", "[0,1)", "(1,2)", "\\sqrt{2}");
  }

  @Override
  protected boolean comparesMathematics() {
    return true;
  }
}
