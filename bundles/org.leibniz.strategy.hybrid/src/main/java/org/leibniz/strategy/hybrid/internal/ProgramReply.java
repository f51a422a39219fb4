package org.leibniz.strategy.hybrid.internal;

import java.util.stream.Collectors;

/** A reply that may be a program: MAmmoTH takes any text with {@code print(} in it for one. */
record ProgramReply(String text) {
  private static final String CUT = "### Instruction";

  boolean isProgram() {
    return text.contains("print(");
  }

  /** The program as the body of a function that is called, cut where the model began another instruction. */
  String program() {
    int cut = text.indexOf(CUT);
    String body = cut < 0 ? text : text.substring(0, cut);
    return "def solution():\n"
        + body.strip().lines().map(line -> "    " + line).collect(Collectors.joining("\n"))
        + "\nsolution()\n";
  }
}
