package org.leibniz.chart.internal;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks a label into lines after spaces, underscores, dashes and slashes, and shortens what still does not fit. */
final class Wrapping {
  private static final Pattern AFTER_BREAK = Pattern.compile("(?<=[ _/-])(?=[^ _/-])");
  /** Longer labels say nothing more, and measuring them takes time. */
  private static final int LONGEST = 200;

  private Wrapping() {}

  static List<String> lines(String text, FontMetrics metrics, double width, int mostLines) {
    String label = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String piece : AFTER_BREAK.split(label)) {
      if (line.isEmpty() || metrics.stringWidth((line + piece).strip()) <= width) {
        line += piece;
      } else {
        lines.add(line.strip());
        line = piece;
      }
    }
    lines.add(line.strip());
    boolean cut = lines.size() > mostLines || label.length() < text.length();
    List<String> kept = new ArrayList<>(lines.subList(0, Math.min(lines.size(), mostLines)));
    if (cut) {
      kept.set(kept.size() - 1, kept.getLast() + "…");
    }
    kept.replaceAll(one -> shortened(one, metrics, width));
    return kept;
  }

  private static String shortened(String line, FontMetrics metrics, double width) {
    if (metrics.stringWidth(line) <= width) {
      return line;
    }
    int end = line.length();
    while (end > 1 && metrics.stringWidth(line.substring(0, end) + "…") > width) {
      end--;
    }
    return line.substring(0, end) + "…";
  }
}
