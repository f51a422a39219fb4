package org.leibniz.chart.internal;

import java.awt.Color;
import java.util.List;
import org.leibniz.chart.Theme;

/**
 * The colours of one theme. Series take the colours of Okabe and Ito 2008, which readers with any of the common colour
 * deficiencies tell apart; on a dark ground those that are too dark for it are lightened.
 */
record Palette(Color ground, Color text, Color muted, Color grid, Color band, List<Color> series, List<Color> scale) {
  private static final Palette LIGHT =
      new Palette(
          Color.WHITE,
          new Color(0x1F2328),
          new Color(0x59636E),
          new Color(0xD9DEE3),
          new Color(0xF5F7F9),
          List.of(
              new Color(0x0072B2),
              new Color(0xE69F00),
              new Color(0x009E73),
              new Color(0xCC79A7),
              new Color(0x56B4E9),
              new Color(0xD55E00),
              new Color(0x6B6B6B),
              new Color(0xB8A800)),
          List.of(new Color(0xF7FBFF), new Color(0xC6DBEF), new Color(0x6BAED6), new Color(0x2171B5), new Color(0x08306B)));

  private static final Palette DARK =
      new Palette(
          new Color(0x16191E),
          new Color(0xE6E9ED),
          new Color(0x9DA7B1),
          new Color(0x343A42),
          new Color(0x1C2026),
          List.of(
              new Color(0x56B4E9),
              new Color(0xE69F00),
              new Color(0x1FBF92),
              new Color(0xE08FBF),
              new Color(0x3D8FE0),
              new Color(0xF0743A),
              new Color(0xA8AFB7),
              new Color(0xF0E442)),
          List.of(new Color(0x1B2430), new Color(0x1D4166), new Color(0x2A6FA8), new Color(0x5BA9E0), new Color(0xD6ECFB)));

  static Palette of(Theme theme) {
    return switch (theme) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
    };
  }

  /** The colour of the i-th series; the ninth and later are mixtures with the text's colour. */
  Color series(int index) {
    Color colour = series.get(index % series.size());
    return index < series.size() ? colour : mix(colour, text, Math.min(0.75, 0.35 * (index / series.size())));
  }

  /** What a published figure is filled with under its hatching. */
  Color pale(Color colour) {
    return mix(colour, ground, 0.75);
  }

  /** The colour of a share on the sequential scale, from 0 to 1. */
  Color shade(double share) {
    double place = Math.clamp(share, 0.0, 1.0) * (scale.size() - 1);
    int below = Math.min((int) place, scale.size() - 2);
    return mix(scale.get(below), scale.get(below + 1), place - below);
  }

  /** Black or white, whichever reads better on {@code colour}. */
  static Color on(Color colour) {
    double luminance = 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    // Equal contrast to black and white by WCAG 2 relative luminance.
    return luminance > 0.179 ? new Color(0x101418) : Color.WHITE;
  }

  static Color mix(Color one, Color other, double share) {
    return new Color(
        (int) Math.round(one.getRed() + share * (other.getRed() - one.getRed())),
        (int) Math.round(one.getGreen() + share * (other.getGreen() - one.getGreen())),
        (int) Math.round(one.getBlue() + share * (other.getBlue() - one.getBlue())));
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
