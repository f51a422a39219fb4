package org.leibniz.dataset.exams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.tck.DatasetSourceContract;

/** Every source of this bundle keeps the contract. */
class ExamContractTest {
  @Nested
  class AquaRat extends RowFileContract {
    private static final String ROW = "{\"question\": \"One plus one?\", \"options\": [\"A)1\", \"B)2\"], \"rationale\": \"r\", \"correct\": \"B\"}";

    AquaRat() {
      super("aqua-rat", new AquaRatSource(), ROW, ROW.replace("One", "Two"), ROW.replace(": \"B\"", ": \"C\""));
    }
  }

  @Nested
  class AquaRatOfAgiEval extends RowFileContract {
    private static final String ROW = "{\"passage\": null, \"question\": \"One plus one?\", \"options\": [\"(A)1\", \"(B)2\"], \"label\": \"B\", \"other\": {\"solution\": \"s\"}}";

    AquaRatOfAgiEval() {
      super("aqua-rat", new AquaRatSource(), ROW, ROW.replace("One", "Two"), ROW.replace("label", "lable"));
    }
  }

  @Nested
  class SatMath extends RowFileContract {
    private static final String ROW = "{\"passage\": \"p\", \"question\": \"If $x=1$, what is $x$?\", \"options\": [\"(A)1\", \"(B)2\"], \"label\": \"A\", \"other\": {\"solution\": \"s\"}}";

    SatMath() {
      super("sat-math", new SatMathSource(), ROW, ROW.replace("$x=1$", "$x=2$"), ROW.replace("[\"(A)1\", \"(B)2\"]", "3"));
    }
  }

  @Nested
  class SatMathInlined extends RowFileContract {
    private static final String ROW = "{\"question\": \"If $x=1$, what is $x$ ? \\nAnswer Choices: (A) 1 (B) 2\", \"answer\": \"A\"}";

    SatMathInlined() {
      super("sat-math", new SatMathSource(), ROW, ROW.replace("$x=1$", "$x=2$"), ROW.replace("Answer Choices", "Choices"));
    }
  }

  @Nested
  class SatMathOfLlemma extends RowFileContract {
    private static final String ROW = "{\"id\": \"0\", \"question\": \"If $x=1$, what is $x$?\", \"options\": \"A. 1 B. 2\", \"Answer\": \"A\"}";

    SatMathOfLlemma() {
      super("sat-math", new SatMathSource(), ROW, ROW.replace("$x=1$", "$x=2$"), ROW.replace("A. 1 B. 2", "1 or 2"));
    }
  }

  @Nested
  class MathQa extends RowFileContract {
    private static final String ROW = "{\"problem\": \"one plus one ?\", \"rationale\": \"r\", \"options\": \"a ) 1 , 000 , b ) 2\", \"correct\": \"b\", \"type\": \"general\"}";

    MathQa() {
      super("mathqa", new MathQaSource(), ROW, ROW.replace("one plus", "two plus"), ROW.replace(": \"b\"", ": \"z\""));
    }
  }

  @Nested
  class MmluStem extends RowFileContract {
    private static final String ROW = "{\"question\": \"One plus one?\", \"type\": \"astronomy\", \"choices\": [\"1\", \"2\", \"3\", \"4\"], \"answer\": 1}";

    MmluStem() {
      super("mmlu-stem", new MmluStemSource(), ROW, ROW.replace("One", "Two"), ROW.replace(": 1}", ": 4}"));
    }
  }

  @Nested
  class MmluMathFile extends DatasetSourceContract {
    static final String ROWS = "\"One plus one, or \"\"1+1\"\", is\nhow much?\",1,2,\"0,3\",4,B\r\nOne?,1,2,3,4,A\n";

    @Override
    protected DatasetSource source() {
      return new MmluMathSource();
    }

    @Override
    protected String id() {
      return "mmlu-math";
    }

    @Override
    protected Path writeGood(Path folder) throws IOException {
      return Files.writeString(folder.resolve("formal_logic_test.csv"), ROWS);
    }

    @Override
    protected Path writeMalformed(Path folder) throws IOException {
      return Files.writeString(folder.resolve("formal_logic_test.csv"), ROWS.replace("4,A", "4,E"));
    }

    @Override
    protected int malformedLine() {
      return 3;
    }
  }

  @Nested
  class MmluMathFolder extends MmluMathFile {
    @Override
    protected Path writeGood(Path folder) throws IOException {
      Path test = Files.createDirectory(folder.resolve("test"));
      super.writeGood(test);
      Files.writeString(test.resolve("high_school_statistics_test.csv"), "not one of the set");
      return test;
    }

    @Override
    protected Path writeMalformed(Path folder) throws IOException {
      return super.writeMalformed(Files.createDirectory(folder.resolve("test"))).getParent();
    }

    @Override
    protected int malformedLine() {
      return 0;
    }
  }
}
