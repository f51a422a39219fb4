/**
 * The plugin host. {@link org.leibniz.plugins.internal.PluginHost} is the service; {@link
 * org.leibniz.plugins.internal.Revision} is one bundle of plugins, {@link org.leibniz.plugins.internal.PluginStore} what
 * outlives a process, {@link org.leibniz.plugins.internal.Diagnosis} why something is not active.
 */
package org.leibniz.plugins.internal;
