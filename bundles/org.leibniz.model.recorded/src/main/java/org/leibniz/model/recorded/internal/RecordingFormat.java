package org.leibniz.model.recorded.internal;

import java.util.Map;

/** How one kind of recording is read. */
interface RecordingFormat {
  /** The formats by the id used in run files. */
  Map<String, RecordingFormat> BY_ID = Map.of("jsonl", new GenericFormat(), "mathcoder", new MathCoderFormat());

  Recording read(Row row);

  /** The dialect of the recorded model, empty where the format leaves it open. */
  String dialect();
}
