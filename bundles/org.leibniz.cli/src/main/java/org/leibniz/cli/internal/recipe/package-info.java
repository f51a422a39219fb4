/** Commands that make training and test data: {@code data}. */
package org.leibniz.cli.internal.recipe;
