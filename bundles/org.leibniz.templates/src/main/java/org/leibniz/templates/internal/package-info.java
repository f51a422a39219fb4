/** Templates as a dataset. */
package org.leibniz.templates.internal;
