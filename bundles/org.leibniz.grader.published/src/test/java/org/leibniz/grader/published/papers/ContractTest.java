package org.leibniz.grader.published.papers;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Grader;
import org.leibniz.grader.published.abel.AbelGrader;
import org.leibniz.grader.published.gsmplus.GsmPlusGrader;
import org.leibniz.grader.published.mammoth.MammothGrader;
import org.leibniz.grader.published.minerva.MinervaGrader;
import org.leibniz.grader.published.pot.PotGrader;
import org.leibniz.grader.published.tora.ToraGrader;
import org.leibniz.grader.published.verifiers.VerifiersGrader;
import org.leibniz.grader.published.wizardmath.WizardMathGrader;
import org.leibniz.grader.published.zeroshot.ZeroShotGrader;
import org.leibniz.tck.GraderContract;

/** The papers' graders keep what every grader must keep. */
class ContractTest {
  private static final List<String> NUMBERS = List.of("18", "-7", "12.5", "1080", "0", "3141");
  private static final List<String> EXPRESSIONS =
      List.of("18", "-7", "12.5", "\\frac{3}{8}", "x^2+1", "\\sqrt{2}", "(1,2)", "[0,3)", "\\text{even}", "2\\pi");

  @Nested
  class Mammoth extends GraderContract {
    @Override
    protected Grader create() {
      return new MammothGrader();
    }

    @Override
    protected List<String> answers() {
      return NUMBERS;
    }
  }

  @Nested
  class MammothOnMath extends GraderContract {
    @Override
    protected Grader create() {
      return new MammothGrader();
    }

    @Override
    protected List<String> answers() {
      // Without 12.5 beside (1,2): the original drops the comma and takes 12 for within 4 %.
      return EXPRESSIONS.stream().filter(answer -> !answer.equals("12.5")).toList();
    }

    @Override
    protected Problem problem(String answer) {
      return PublishedSets.problem("math", answer, Map.of());
    }
  }

  @Nested
  class WizardMath extends GraderContract {
    @Override
    protected Grader create() {
      return new WizardMathGrader();
    }

    @Override
    protected List<String> answers() {
      return NUMBERS;
    }
  }

  @Nested
  class WizardMathOnMathWithLatex extends GraderContract {
    @Override
    protected Grader create() {
      return new WizardMathGrader();
    }

    @Override
    protected Config config() {
      return Config.of(Map.of("rule", "math", "notation", "latex"));
    }

    @Override
    protected List<String> answers() {
      return EXPRESSIONS;
    }
  }

  @Nested
  class Minerva extends GraderContract {
    @Override
    protected Grader create() {
      return new MinervaGrader();
    }

    @Override
    protected List<String> answers() {
      return EXPRESSIONS;
    }
  }

  @Nested
  class Tora extends GraderContract {
    @Override
    protected Grader create() {
      return new ToraGrader();
    }

    @Override
    protected List<String> answers() {
      return EXPRESSIONS;
    }
  }

  @Nested
  class Abel extends GraderContract {
    @Override
    protected Grader create() {
      return new AbelGrader();
    }

    @Override
    protected List<String> answers() {
      return EXPRESSIONS;
    }
  }

  @Nested
  class GsmPlus extends GraderContract {
    @Override
    protected Grader create() {
      return new GsmPlusGrader();
    }

    @Override
    protected List<String> answers() {
      return NUMBERS;
    }
  }

  @Nested
  class ZeroShot extends GraderContract {
    @Override
    protected Grader create() {
      return new ZeroShotGrader();
    }

    @Override
    protected List<String> answers() {
      return NUMBERS;
    }
  }

  @Nested
  class Verifiers extends GraderContract {
    @Override
    protected Grader create() {
      return new VerifiersGrader();
    }

    @Override
    protected List<String> answers() {
      return NUMBERS;
    }
  }

  @Nested
  class Pot extends GraderContract {
    @Override
    protected Grader create() {
      return new PotGrader();
    }

    @Override
    protected List<String> answers() {
      return NUMBERS;
    }
  }
}
