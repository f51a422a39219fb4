/** Steps of the build that need the interpreter itself. Not used by a running worker. */
package org.leibniz.python.build;
