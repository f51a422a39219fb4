package org.leibniz.strategy.interleaved.internal;

import java.util.List;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.prompt.PromptTemplate;
import org.leibniz.api.strategy.Shot;

/**
 * How a model is asked to speak in fences: ToRA's own form for models tuned to it, instructions before worked examples, and
 * for chat models instructions as a turn of the user, with each output as another turn. A prompt named in the run file is
 * taken for all of them. Immutable.
 */
record FencedPrompts(PromptTemplate tuned, PromptTemplate fewShot, PromptTemplate chat) {
  static FencedPrompts from(Config config) {
    return new FencedPrompts(template(config, "tora"), template(config, "tora-few-shot"), template(config, "fenced-chat"));
  }

  private static PromptTemplate template(Config config, String fallback) {
    return PromptTemplate.from(config, "prompt", fallback, FencedPrompts.class);
  }

  static boolean isChat(ModelInfo model) {
    return model.traits().getOrDefault("chat", "false").equals("true");
  }

  Prompt first(Problem problem, ModelInfo model, List<Shot> shots) {
    if (isChat(model)) {
      return new Prompt(List.of(new Part.Turn("user", chat.render(problem, shots).rendered())));
    }
    return (shots.isEmpty() ? tuned : fewShot).render(problem, shots);
  }

  /** The prompt after a reply and what its program gave. */
  static Prompt next(Prompt prompt, ModelInfo model, String reply, String output) {
    return isChat(model)
        ? prompt.plus(new Part.Turn("assistant", reply), new Part.Turn("user", output.strip()))
        : prompt.plus(new Part.Text(reply + output));
  }
}
