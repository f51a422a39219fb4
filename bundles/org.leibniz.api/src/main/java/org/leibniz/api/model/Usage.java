package org.leibniz.api.model;

/**
 * Token counts of one call; -1 where the backend cannot know.
 */
public record Usage(int promptTokens, int completionTokens) {
  public static final Usage UNKNOWN = new Usage(-1, -1);
}
