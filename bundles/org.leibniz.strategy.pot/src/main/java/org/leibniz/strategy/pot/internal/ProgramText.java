package org.leibniz.strategy.pot.internal;

/** The program in a reply: what a Markdown fence holds, else the whole reply. */
final class ProgramText {
  private static final String FENCE = "```";

  private ProgramText() {}

  static String of(String reply) {
    int open = reply.indexOf(FENCE);
    if (open < 0) {
      return reply;
    }
    int start = reply.indexOf('\n', open);
    if (start < 0) {
      return "";
    }
    int close = reply.indexOf(FENCE, start + 1);
    return reply.substring(start + 1, close < 0 ? reply.length() : close);
  }
}
