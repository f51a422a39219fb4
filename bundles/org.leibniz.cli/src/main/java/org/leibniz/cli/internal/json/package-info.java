/** The JSON that commands print with {@code --json}, as scripts rely on it. */
package org.leibniz.cli.internal.json;
