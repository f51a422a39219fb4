package org.leibniz.engine.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;

/** Presets and forms of strategies whose prompts are kept, and replies that lead each through all of its calls. */
enum Protocol {
  MATHCODER("preset: mathcoder", true),
  MATHCODER_IMAGINED("preset: mathcoder\nstrategy: {execution: imagined, id: interleaved}", true),
  MAMMOTH("preset: mammoth", true),
  MAMMOTH_V1("preset: mammoth-v1", true),
  WIZARDMATH("preset: wizardmath", false),
  TORA("preset: tora", true),
  TORA_FEW_SHOT("preset: tora\nstrategy: {id: interleaved, shots: {file: shots.yaml}}", true),
  FENCED_CHAT("preset: tora", true, Map.of("chat", "true")),
  POT_ZERO_SHOT("preset: pot", true),
  POT_FEW_SHOT("preset: pot\nstrategy: {id: pot, shots: {file: shots.yaml}}", true),
  ABEL("preset: abel", false),
  ZERO_SHOT_COT("preset: zero-shot-cot", false),
  ZERO_SHOT("preset: zero-shot-cot\nstrategy: {id: cot, form: zero-shot}", false),
  COT_FEW_SHOT("strategy: {id: cot, shots: {file: shots.yaml}}\ngraders: [mammoth]", false),
  PROGRAM_FEW_SHOT("strategy: {id: pot, shots: {file: shots.yaml}}\ngraders: [mammoth]", true),
  PROGRAM_ZERO_SHOT_COT("strategy: {id: pot, form: zero-shot-cot}\ngraders: [mammoth]", true),
  COT_VOTES("strategy: {id: cot, votes: 2, sampling: {temperature: 0.7}}\ngraders: [mammoth]", false);

  /** Branches in the order in which protocols use them. */
  static final List<String> BRANCHES = List.of("", "vote-0", "vote-1", "pot", "cot", "match", "choice");

  private final String settings;
  private final boolean executes;
  private final Map<String, String> traits;

  Protocol(String settings, boolean executes) {
    this(settings, executes, Map.of());
  }

  Protocol(String settings, boolean executes, Map<String, String> traits) {
    this.settings = settings;
    this.executes = executes;
    this.traits = traits;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Map<String, String> traits() {
    return traits;
  }

  String runFile(String dataset, String file) {
    return "name: golden\n" + settings + "\ndataset: {id: " + dataset + ", path: " + file + "}\nmodel: scripted\n"
        + (executes ? "executor: scripted\n" : "");
  }

  /** What the model says to the call with {@code rank} calls before it in its branch. */
  Generation reply(GenerationRequest request, int rank) {
    return switch (this) {
      case MATHCODER, MATHCODER_IMAGINED -> block(rank);
      case TORA, TORA_FEW_SHOT, FENCED_CHAT ->
          rank == 0
              ? stopped("Let us compute.\n```python\nprint(7)\n```\n", "```output", false)
              : Generation.ended("So it is $\\boxed{7}$.");
      case MAMMOTH, MAMMOTH_V1 ->
          Generation.ended(request.id().branch().equals("pot") ? "print(1/0)" : "The answer is 7");
      case POT_ZERO_SHOT, POT_FEW_SHOT ->
          Generation.ended(request.id().branch().equals("choice") ? "B" : "    return 7");
      case ZERO_SHOT_COT, PROGRAM_ZERO_SHOT_COT -> Generation.ended(rank == 0 ? "It is seven." : "print(7)");
      case WIZARDMATH, ABEL, ZERO_SHOT, COT_FEW_SHOT, PROGRAM_FEW_SHOT, COT_VOTES -> Generation.ended("7");
    };
  }

  private static Generation block(int rank) {
    String reply =
        switch (rank) {
          case 0 -> "<|text|>Let us compute.<|endofblock|>";
          case 1 -> "<|code|>3.14159265 * 0 + 7<|endofblock|>";
          default -> "<|endofmessage|>";
        };
    String stop = rank < 2 ? "<|endofblock|>" : "<|endofmessage|>";
    return stopped(reply, stop, true);
  }

  private static Generation stopped(String reply, String stop, boolean included) {
    return new Generation(reply, Stop.STRING, Optional.of(stop), included, Usage.UNKNOWN);
  }
}
