package org.leibniz.dataset.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;

/** A problem while a source writes it; {@link ProblemList} gives it position and id. For one thread. */
public final class Draft {
  private final String question;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private String answer = "";
  private String solution = "";
  private String subject = Problem.ALL;
  private int level;
  private List<Choice> choices = List.of();
  private String id = "";
  private String fingerprint = "";
  private String group = "";

  private Draft(String question) {
    this.question = question;
  }

  public static Draft of(String question) {
    return new Draft(question);
  }

  public String question() {
    return question;
  }

  public Draft answer(String text) {
    answer = text;
    return this;
  }

  public Draft solution(String text) {
    solution = text;
    return this;
  }

  public String subject() {
    return subject;
  }

  /** The publisher's subject; blank means {@code all}. */
  public Draft subject(String name) {
    subject = name.isBlank() ? Problem.ALL : name;
    return this;
  }

  public int level() {
    return level;
  }

  public Draft level(int difficulty) {
    level = difficulty;
    return this;
  }

  public Draft choices(List<Choice> options) {
    choices = List.copyOf(options);
    return this;
  }

  /** The publisher's id, used as it is. Without one the id is made of the fingerprint. */
  public Draft id(String published) {
    id = published;
    return this;
  }

  /** See {@link Fingerprint}; without one the exact text of question and choices counts. */
  public Draft fingerprint(String digest) {
    fingerprint = digest;
    return this;
  }

  /** A part of the set, put between its name and the fingerprint: equal questions of two parts are two problems. */
  public Draft group(String part) {
    group = part;
    return this;
  }

  /** A further field; blank values are left out. */
  public Draft attribute(String name, String value) {
    if (!value.isBlank()) {
      attributes.put(name, value);
    }
    return this;
  }

  /** A further field, where it is there. */
  public Draft attribute(String name, Optional<String> value) {
    value.ifPresent(text -> attribute(name, text));
    return this;
  }

  /** The publisher's id, empty where there is none yet. */
  public String id() {
    return id;
  }

  /** The id that equal problems share; a repeat gets a number behind it. */
  String derivedId(String dataset) {
    return dataset + "-" + (group.isEmpty() ? "" : group + "-") + (fingerprint.isEmpty() ? exact() : fingerprint);
  }

  private String exact() {
    List<String> texts = new ArrayList<>(List.of(question));
    choices.forEach(choice -> texts.add(choice.text()));
    return Fingerprint.exact(String.join("\u0000", texts));
  }

  Problem problem(String finalId, int position) {
    return new Problem(finalId, position, question, subject, level, choices, answer, solution, attributes);
  }
}
