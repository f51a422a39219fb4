package org.leibniz.api.metric;

import org.leibniz.api.plugin.Plugin;

/** A number computed over graded samples; appears under its id in tables, charts and JSON. */
public interface Metric extends Plugin {
  /** Called once per slice. */
  Accumulator start(Slice slice);
}
