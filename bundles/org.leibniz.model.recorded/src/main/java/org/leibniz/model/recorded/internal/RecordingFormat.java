package org.leibniz.model.recorded.internal;

import java.util.List;
import java.util.Map;

/** How one kind of recording is read. */
interface RecordingFormat {
  /** The formats by the id used in run files. */
  Map<String, RecordingFormat> BY_ID =
      Map.of(
          "jsonl", new GenericFormat(),
          "mathcoder", new MathCoderFormat(),
          "tora", new ToraFormat(),
          "pot", new PotFormat(),
          "abel", new AbelFormat(),
          "gsm-plus", new GsmPlusFormat(),
          "zero-shot-cot", new ZeroShotFormat(),
          "verifiers", new VerifiersFormat());

  Recording read(Row row);

  /** What a recorded model says where there is no recording and that is to count as unanswered: it ends at once. */
  default RecordedReply silence() {
    return RecordedReply.ended("");
  }

  /** What strategies may want to know of the recorded model: {@code dialect}, {@code form}. */
  Map<String, String> traits(List<Recording> recordings);
}
