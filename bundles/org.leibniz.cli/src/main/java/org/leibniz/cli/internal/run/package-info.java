/** Running: {@code run}, {@code preview} and {@code watch}, their progress and what they report at the end. */
package org.leibniz.cli.internal.run;
