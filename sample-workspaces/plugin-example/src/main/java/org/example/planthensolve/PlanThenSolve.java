package org.example.planthensolve;

import java.util.List;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Has the model devise a plan before it solves the problem along that plan, after the idea of Wang et al. 2023 (Plan-and-Solve
 * Prompting, arXiv 2305.04091), with a call of its own for each of the two steps. Zero-shot.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=plan-then-solve")
public final class PlanThenSolve implements DecodingStrategy {
  private Decoding plan;
  private Decoding solution;

  @Override
  public void configure(Config config) {
    plan = new Decoding(Sampling.GREEDY, new Stops(List.of("Solution:"), false), (int) config.integer("planTokens", 256));
    solution = new Decoding(Sampling.GREEDY, Stops.NONE, (int) config.integer("maxTokens", 1024));
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    Generation devised = session.generate(planPrompt(problem), plan);
    Segment planned = new Segment.Text(devised.raw(), session.branchName(), session.lastCall());
    Generation solved = session.generate(solutionPrompt(problem, devised.raw()), solution);
    Segment worked = new Segment.Text(solved.raw(), session.branchName(), session.lastCall());
    Solution.Ending ending =
        solved.stop() == Stop.LENGTH ? Solution.Ending.TRUNCATED : Solution.Ending.FINISHED;
    return new Solution(List.of(planned, worked), solved.raw(), ending);
  }

  @Override
  public Optional<FirstCall> preview(Problem problem, ModelInfo model, List<Shot> shots) {
    return Optional.of(new FirstCall(planPrompt(problem), plan, plan.overflow()));
  }

  private static Prompt planPrompt(Problem problem) {
    return Prompt.of(
        question(problem) + "\n\nDo not solve the problem yet. List, in at most five short steps, how you would solve it.\nPlan:");
  }

  private static Prompt solutionPrompt(Problem problem, String plan) {
    return Prompt.of(
        question(problem)
            + "\n\nPlan: "
            + plan.strip()
            + "\n\nCarry out the plan step by step, and end with the sentence \"The answer is X.\"\nSolution:");
  }

  private static String question(Problem problem) {
    StringBuilder text = new StringBuilder("Problem: ").append(problem.question());
    for (Choice choice : problem.choices()) {
      text.append("\n(").append(choice.label()).append(") ").append(choice.text());
    }
    return text.toString();
  }
}
