package org.leibniz.dataset.competition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.tck.DatasetSourceContract;

/** Every source of this bundle keeps the contract. */
class CompetitionContractTest {
  private static final String ROW =
      "{\"problem\": \"What is $1+1$?\", \"level\": \"Level 1\", \"type\": \"Algebra\", \"solution\": \"It is $\\\\boxed{2}$.\"}";

  @Nested
  class MathRows extends RowFileContract {
    MathRows() {
      super("math", new MathSource(), ROW, ROW.replace("1+1", "2"), ROW.replace("\\\\boxed", ""));
    }
  }

  @Nested
  class Math500 extends RowFileContract {
    private static final String ROW =
        "{\"problem\": \"What is $1+1$?\", \"solution\": \"s\", \"answer\": \"2\", \"subject\": \"Number Theory\", \"level\": 2, \"unique_id\": \"test/number_theory/1.json\"}";

    Math500() {
      super("math", new MathSource(), ROW, ROW.replace("/1.", "/2."), ROW);
    }
  }

  @Nested
  class MathFolders extends DatasetSourceContract {
    @Override
    protected DatasetSource source() {
      return new MathSource();
    }

    @Override
    protected String id() {
      return "math";
    }

    @Override
    protected Path writeGood(Path folder) throws IOException {
      Path root = Files.createDirectory(folder.resolve("test"));
      Files.writeString(Files.createDirectory(root.resolve("algebra")).resolve("7.json"), ROW);
      Files.writeString(Files.createDirectory(root.resolve("geometry")).resolve("7.json"), ROW);
      Files.writeString(root.resolve("README.md"), "not a problem");
      return root;
    }

    @Override
    protected Path writeMalformed(Path folder) throws IOException {
      Path root = writeGood(folder);
      Files.writeString(root.resolve("geometry/7.json"), ROW.replace("solution", "sol"));
      return root;
    }

    @Override
    protected int malformedLine() {
      return 0;
    }
  }

  @Nested
  class Mathematics extends RowFileContract {
    Mathematics() {
      super(
          "mathematics",
          new MathematicsSource(),
          "{\"question\": \"What is -1 + 3?\", \"answer\": \"2\"}",
          "{\"question\": \"What is 1 + 3?\", \"answer\": \"4\"}",
          "{\"question\": \"What is 1 + 3?\", \"answer\": {}}");
    }
  }

  @Nested
  class Ocw extends RowFileContract {
    Ocw() {
      super("ocw", new OcwSource(), ROW, ROW.replace("1+1", "2"), ROW.replace("\\\\boxed{2}", "\\\\boxed{2"));
    }
  }

  @Nested
  class TheoremQa extends RowFileContract {
    private static final String ROW = "{\"Question\": \"Is 2 prime?\", \"Answer\": true, \"Answer_type\": \"bool\", \"id\": \"own/1.json\", \"field\": \"Math\"}";

    TheoremQa() {
      super("theoremqa", new TheoremQaSource(), ROW, ROW.replace("/1", "/2").replace("true", "[1, 2]"), ROW);
    }
  }
}
