package org.leibniz.chart;

import java.util.Locale;
import org.leibniz.api.LeibnizException;

/** Dark marks on white, or light marks on a dark ground; both with colours that colour-blind readers tell apart. */
public enum Theme {
  LIGHT,
  DARK;

  /** @throws LeibnizException {@code BAD_USAGE} for a name that is none */
  public static Theme of(String id) {
    return switch (id.toLowerCase(Locale.ROOT)) {
      case "light" -> LIGHT;
      case "dark" -> DARK;
      default -> throw LeibnizException.usage("no theme '" + id + "'; there are light, dark");
    };
  }
}
