/** A third party's decoding strategy: {@link org.example.planthensolve.PlanThenSolve}. */
package org.example.planthensolve;
