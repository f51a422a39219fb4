package org.leibniz.api.model;

import java.util.Map;

/**
 * What is known of an opened model.
 *
 * @param name for people and tables
 * @param digest SHA-256 of what decides its replies (weights, recording, endpoint and model name), in hexadecimal
 * @param traits facts strategies look at, for instance {@code dialect} ({@code mathcoder} or {@code fenced}), {@code
 *     form}, {@code context} (tokens), {@code chat} ({@code true}), {@code origin} ({@code recorded}, {@code live},
 *     {@code demonstration})
 */
public record ModelInfo(String name, String digest, Map<String, String> traits) {
  public ModelInfo {
    traits = Map.copyOf(traits);
  }
}
