/** Tables, figures and texts as people read them in a terminal. */
package org.leibniz.cli.internal.text;
