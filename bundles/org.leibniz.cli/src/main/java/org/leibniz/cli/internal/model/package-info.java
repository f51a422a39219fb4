/** Commands that use a model directly: {@code generate} and {@code score}. */
package org.leibniz.cli.internal.model;
