package org.leibniz.dataset.wordproblems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.tck.DatasetSourceContract;

/** Every source of this bundle keeps the contract, in every form. */
class WordProblemContractTest {
  private static final String MESSAGES =
      """
      {"id": "1", "messages": [{"role": "system", "content": [{"type": "text", "content": "Solve it."}]}, \
      {"role": "user", "content": [{"type": "text", "content": "Ann has 2 figs and eats 1. How many are left?"}]}], \
      "ground_truth": {"solution": "2 - 1 = 1", "answer": "1"}}""";
  private static final String OTHER_MESSAGES = MESSAGES.replace("figs", "plums");
  private static final String NO_USER = MESSAGES.replace("\"user\"", "\"assistant\"");

  @Nested
  class Gsm8k extends RowFileContract {
    Gsm8k() {
      super(
          "gsm8k",
          new Gsm8kSource(),
          "{\"question\": \"Ann picks 1,000 figs twice. How many?\", \"answer\": \"2 * 1000 = 2000\\n#### 2,000\"}",
          "{\"question\": \"Ben has 3 hats. How many?\", \"answer\": \"#### 3\"}",
          "{\"question\": \"Ben has 3 hats. How many?\", \"answer\": \"3\"}");
    }
  }

  @Nested
  class Gsm8kMessages extends RowFileContract {
    Gsm8kMessages() {
      super("gsm8k", new Gsm8kSource(), MESSAGES, OTHER_MESSAGES, NO_USER);
    }
  }

  @Nested
  class GsmHard extends RowFileContract {
    GsmHard() {
      super(
          "gsm-hard",
          new GsmHardSource(),
          "{\"input\": \"Ann picks 4711 figs. How many?\", \"code\": \"def solution():\\n    return 4711\", \"target\": 4711.0}",
          "{\"input\": \"Ben has -0.5 hats. How many?\", \"target\": -0.5}",
          "{\"input\": \"Ben has no target.\", \"code\": \"\"}");
    }
  }

  @Nested
  class Svamp extends RowFileContract {
    Svamp() {
      super(
          "svamp",
          new SvampSource(),
          "{\"ID\": \"own-1\", \"Body\": \"Ann has 2 figs\", \"Question\": \"How many?\", \"Equation\": \"2.0\", \"Answer\": 2.0, \"Type\": \"Addition\"}",
          "{\"ID\": \"own-2\", \"Body\": \"Ben has 3 hats.\", \"Question\": \"How many?\", \"Equation\": \"3.0\", \"Answer\": 3.0, \"Type\": \"Addition\"}",
          "{\"ID\": \"own-2\", \"Body\": \"Ben has 3 hats.\", \"Question\": \"\", \"Answer\": 3.0}");
    }
  }

  @Nested
  class SvampMessages extends RowFileContract {
    SvampMessages() {
      super("svamp", new SvampSource(), MESSAGES, OTHER_MESSAGES, NO_USER);
    }
  }

  @Nested
  class SvampJoined extends RowFileContract {
    SvampJoined() {
      super(
          "svamp",
          new SvampSource(),
          "{\"input\": \"Ann has 2 figs. How many?\", \"target\": 2.0}",
          "{\"input\": \"Ben has 3 hats. How many?\", \"target\": 3.0}",
          "{\"input\": [\"Ben\"], \"target\": 3.0}");
    }
  }

  @Nested
  class SimulEq extends RowFileContract {
    SimulEq() {
      super(
          "simuleq",
          new SimulEqSource(),
          "{\"question\": \"Two numbers add to 5 and differ by 1. Which?\", \"answer\": \"3\"}",
          "{\"question\": \"Two numbers add to 6 and differ by 2. Which?\", \"answer\": \"4\"}",
          "{\"question\": \"Two numbers\", \"answer\": null}");
    }
  }

  @Nested
  class NumGlue extends RowFileContract {
    NumGlue() {
      super(
          "numglue",
          new NumGlueSource(),
          "{\"question\": \"Which is longer? \\nAnswer Choices: (A) 2 m (B) 3 m\", \"answer\": \"B\", \"type\": \"Type_3\"}",
          "{\"question\": \"How many days has a week?\", \"answer\": 7, \"type\": \"Type_1\"}",
          "{\"question\": \"Which is longer? \\nAnswer Choices: (A) 2 m (B) 3 m\", \"answer\": \"C\", \"type\": \"Type_3\"}");
    }
  }

  @Nested
  class Mawps extends RowFileContract {
    Mawps() {
      super(
          "mawps",
          new MawpsSource(),
          "{\"input\": \"Ann has 2 figs. How many?\", \"target\": 2.0, \"type\": \"addsub\", \"idx\": 0}",
          "{\"input\": \"Ann has 2 figs. How many?\", \"target\": 2.0, \"type\": \"singleop\", \"idx\": 1}",
          "{\"input\": \"Ann has 2 figs. How many?\", \"type\": \"addsub\"}");
    }
  }

  @Nested
  class MawpsOriginal extends RowFileContract {
    MawpsOriginal() {
      super(
          "mawps",
          new MawpsSource(),
          "{\"iIndex\": 1, \"lEquations\": [\"X = 1 + 1\"], \"lSolutions\": [\"2\"], \"sQuestion\": \" One and one? \"}",
          "{\"iIndex\": 2, \"lEquations\": [\"X = 1 + 2\"], \"lSolutions\": [3.0], \"sQuestion\": \"One and two?\"}",
          "{\"iIndex\": 2, \"lEquations\": [\"X = 1 + 2\"], \"lSolutions\": [], \"sQuestion\": \"One and two?\"}");
    }
  }

  @Nested
  class Asdiv extends RowFileContract {
    Asdiv() {
      super(
          "asdiv",
          new AsdivSource(),
          "{\"body\": \"Ann has 2 figs.\", \"question\": \"How many?\", \"solution_type\": \"Sum\", \"answer\": \"2 (figs)\", \"formula\": \"2=2\"}",
          "{\"body\": \"Ben has 3 hats.\", \"question\": \"How many?\", \"solution_type\": \"Sum\", \"answer\": \"3 (hats)\", \"formula\": \"3=3\"}",
          "{\"body\": \"Ben has 3 hats.\", \"question\": \"How many?\", \"answer\": \" \"}");
    }
  }

  @Nested
  class AsdivPublisher extends DatasetSourceContract {
    private static final String XML =
        """
        <?xml version="1.0" encoding="UTF-8" ?>
        <Corpus>
          <Problem ID="own-1" Grade="1" Source="own">
            <Body>Ann has 2 figs.</Body>
            <Question>How many?</Question>
            <Solution-Type>Sum</Solution-Type>
            <Answer>2 (figs)</Answer>
            <Formula>2=2</Formula>
          </Problem>
          <Problem ID="own-2" Grade="2" Source="own">
            <Body>Ben &amp; Cy have 3 hats.</Body>
            <Question>How many?</Question>
            <Answer>3 (hats)</Answer>
          </Problem>
        </Corpus>
        """;

    @Override
    protected DatasetSource source() {
      return new AsdivSource();
    }

    @Override
    protected String id() {
      return "asdiv";
    }

    @Override
    protected Path writeGood(Path folder) throws IOException {
      return Files.writeString(folder.resolve("own.xml"), XML);
    }

    @Override
    protected Path writeMalformed(Path folder) throws IOException {
      return Files.writeString(folder.resolve("own.xml"), XML.replace("3 (hats)", ""));
    }

    @Override
    protected int malformedLine() {
      return 13;
    }
  }
}
